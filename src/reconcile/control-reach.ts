import type { ClaimPlace, RecordedClaim, TheatrePlace } from '#domain'
import type { ControlStatement } from './control-statements.ts'
import type { Evidence } from './evidence.ts'
import { foldOnce } from './remember.ts'
import { type Bank, bankNamed, bankOf } from './river-banks.ts'

/** A place with what tells in which areas it lies. */
export interface SitedPlace {
  readonly id: string
  readonly lat: number | null
  readonly lon: number | null
  readonly admin: string | null
  readonly country: string | null
}

/** The area a claim speaks of as a whole, and which places lie in it. */
export interface Reach {
  /** Id of the area; of one side of a river with the bank after a colon. */
  readonly through: string
  covers(place: SitedPlace): boolean
}

/** Words that make an area whole: "all of", "the entire west bank", "fully liberated". Leaving an area needs none. */
const WHOLE = /\b(?:all|entire|entirely|entirety|whole|wholly|complete|completely|full|fully|rest|remainder|every)\b/iu
/** Words that make it a part after all. */
const PARTLY =
  /\b(?:parts?|half|most|much|some|many|several|areas?|districts?|settlements?|villages?|towns?|positions|portions?|per ?cent|%|almost|nearly|largely|mostly|partially|partly)\b/iu
/** What is named after these words is not meant. */
const EXCEPT = /\b(?:except(?:\s+for)?|excluding|other than|apart from|aside from|but not|save for)\b/iu

const isBulk = ({ text, type }: RecordedClaim): boolean =>
  !PARTLY.test(text.split(EXCEPT)[0] ?? text) && (type === 'control.left' || WHOLE.test(text))

/** The theatre's regions among a claim's places, by the name they are shown by. */
function regionsNamed(claim: RecordedClaim, { theatre }: Evidence): TheatrePlace[] {
  const ids = new Set(claim.places.map(({ id }) => id))
  return theatre.places.filter(({ id, kind }) => kind === 'region' && ids.has(id))
}

/** True when the claim is about the area itself: it is what was taken, held or left. */
const isObject = ({ target }: RecordedClaim, { name }: ClaimPlace): boolean =>
  target !== null && foldOnce(target) === foldOnce(name)

const reachOfRegion = ({ id, name, country }: TheatrePlace): Reach => ({
  through: id,
  covers: place => place.admin === name && place.country === country,
})

/** One side of a river, within the regions that the claim names (all, where it names none) and the river's country. */
function reachOfBank(river: TheatrePlace, bank: Bank, regions: readonly TheatrePlace[]): Reach | null {
  const { course, country } = river
  if (!course) return null
  const within = new Set(regions.map(({ name }) => name))
  return {
    through: `${river.id}:${bank}`,
    covers: ({ lat, lon, admin, ...place }) =>
      place.country === country &&
      (within.size === 0 || (admin !== null && within.has(admin))) &&
      lat !== null &&
      lon !== null &&
      bankOf({ lat, lon }, course) === bank,
  }
}

/**
 * The places inside an area that a claim says was taken, is held or was left as a whole: a region, or one bank of a river
 * whose course the theatre gives. Null for claims on single places, on parts of an area, and on areas the theatre knows
 * nothing of. Whatever is named after "except" is left out.
 */
export function reachOf(claim: RecordedClaim, place: ClaimPlace, evidence: Evidence): Reach | null {
  const known = evidence.theatre.places.find(({ id }) => id === place.id)
  if (!known || claim.stance !== 'asserts' || !isBulk(claim) || !isObject(claim, place)) return null
  const bank = known.course && bankNamed(`${claim.text} ${place.part ?? ''}`, known.course)
  const regions = regionsNamed(claim, evidence)
  const reach =
    known.kind === 'region'
      ? reachOfRegion(known)
      : known.kind === 'river' && bank
        ? reachOfBank(known, bank, regions)
        : null
  const except = EXCEPT.exec(claim.text)
  if (reach === null || except === null) return reach
  const from = claim.span[0] + except.index
  const left = new Set(claim.places.filter(({ span }) => span[0] > from).map(({ id }) => id))
  return { ...reach, covers: site => !left.has(site.id) && reach.covers(site) }
}

/** A statement on an area with the places it reaches. */
export interface BulkStatement {
  readonly reach: Reach
  readonly statement: ControlStatement
}

/** A bulk statement as it bears on one place inside. */
export const reachPlace = ({ reach, statement }: BulkStatement, place: string): ControlStatement => ({
  ...statement,
  place,
  part: null,
  whole: true,
  through: reach.through,
})
