import { type Event, familyOf, type RecordedClaim } from '#domain'
import { foldName } from '#kit'
import { type Keys, pairsSharing } from './pairs-sharing.ts'

/** One thing told: the events coded for it (none for a claim of no event), today's claims and all claims of them. */
export interface Told {
  readonly events: readonly Event[]
  readonly today: readonly RecordedClaim[]
  readonly claims: readonly RecordedClaim[]
}

/**
 * Joins what is one thing coded twice: the same words, or one count, told as two events or under two types. The order of
 * the list does not matter. Joined only for the line: the ledger's events stay as they are.
 */
export function joinSame(told: readonly Told[], originOf: (claim: RecordedClaim) => string): Told[] {
  const traits = told.map(({ today }) => today.map(claim => traitsOf(claim, originOf)))
  const root = told.map((_, at) => at)
  const rootOf = (at: number): number => (root[at] === at ? at : rootOf(root[at] ?? at))
  for (const [a, b] of pairsSharing(traits.map(some => some.map(keysOf)))) {
    if (rootOf(a) === rootOf(b)) continue
    if (traits[a]?.some(left => traits[b]?.some(right => isSame(left, right)))) root[rootOf(b)] = rootOf(a)
  }
  const joined = new Map<number, Told>()
  for (const [at, each] of told.entries()) {
    const before = joined.get(rootOf(at))
    joined.set(rootOf(at), before ? merge(before, each) : each)
  }
  return [...joined.values()]
}

const merge = (a: Told, b: Told): Told => ({
  events: [...a.events, ...b.events],
  today: [...a.today, ...b.today].sort(byTime),
  claims: [...a.claims, ...b.claims].sort(byTime),
})

const byTime = (a: RecordedClaim, b: RecordedClaim): number =>
  a.said < b.said ? -1 : a.said > b.said ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

interface Traits {
  readonly claim: RecordedClaim
  readonly origin: string
  readonly words: ReadonlySet<string>
  /** Those of the words that are numbers. */
  readonly numbers: readonly string[]
  readonly places: ReadonlySet<string>
}

function traitsOf(claim: RecordedClaim, originOf: (claim: RecordedClaim) => string): Traits {
  const words = contentWords(claim.text)
  const at = claim.places.filter(({ role }) => role === 'at').map(({ id, name }) => id ?? foldName(name))
  return {
    claim,
    origin: originOf(claim),
    words,
    numbers: [...words].filter(word => /^\d/.test(word)),
    places: new Set(at),
  }
}

/** The words of a text that tell one thing from another: folded, without the commonest. */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    (foldName(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter(
      word => !COMMON.has(word) && (word.length > 1 || /\d/.test(word)),
    ),
  )

const COMMON = new Set(
  `the an of in on at to for from by with as and or that this it its is are was were has have had be been will would he
  she they their his her which who not said says say into over than also but`.split(/\s+/),
)

/** Keys of which any two claims that `isSame` joins have one in common, so that a day's claims need not all be laid beside each other. */
function keysOf({ claim, origin, words }: Traits): Keys {
  const marks = [`report ${claim.article}`]
  for (const { value, low, high, of, measure } of claim.figures)
    for (const count of [value, low, high, of])
      if (count !== null && (count >= TELLING || measure === 'share')) marks.push(`count ${count}`)
  if (isBlow(claim)) for (const site of sitesOf(claim.text)) marks.push(`site ${site}`)
  const sets =
    words.size < LEAST_WORDS
      ? []
      : [
          { kind: `by ${origin}`, words, shared: MOSTLY },
          { kind: 'by all', words, shared: ALMOST_WHOLLY },
        ]
  return { marks, sets }
}

function isSame(a: Traits, b: Traits): boolean {
  if (a.claim.stance !== b.claim.stance) return false
  return saysAlike(a, b) || countsAlike(a, b) || headsSame(a, b) || sameSite(a, b)
}

/** Nearly the same words: of one origin for the most part, of two almost wholly; never with other numbers. */
function saysAlike(a: Traits, b: Traits): boolean {
  if (Math.min(a.words.size, b.words.size) < LEAST_WORDS || !numbersAgree(a, b)) return false
  if (a.origin !== b.origin && placesDiffer(a, b)) return false
  if (a.origin === b.origin && a.claim.type === b.claim.type && !placesDiffer(a, b) && !daysApart(a.claim, b.claim)) {
    if (Math.min(a.words.size, b.words.size) >= MANY_WORDS && overlap(a.words, b.words) >= MOSTLY) return true
  }
  return likeness(a.words, b.words) >= (a.origin === b.origin ? MOSTLY : ALMOST_WHOLLY)
}

/** A headline and what its own report says under it, in the words of one thing: their first letters count, since headlines bend words. */
function headsSame(a: Traits, b: Traits): boolean {
  if (a.claim.article !== b.claim.article || (a.claim.span[0] !== 0 && b.claim.span[0] !== 0)) return false
  if (familyOf(a.claim.type) !== familyOf(b.claim.type) || !numbersAgree(a, b)) return false
  const [left, right] = [a.words, b.words].map(words => new Set([...words].map(word => word.slice(0, STEM))))
  if (!left || !right || Math.min(left.size, right.size) < LEAST_WORDS) return false
  return overlap(left, right) >= HEADED
}
const STEM = 5
const HEADED = 0.5

/** What is struck once a day in one town, more often than not, and is spelled in two ways. */
const SITE =
  /\b(theat(?:re|er)|hospital|maternity|school|kindergarten|university|station|church|cathedral|market|mall|cinema|museum|airport|airfield|depot|refinery|bridge|barracks|prison|mosque|synagogue|hotel|dam)\b/gi
const sitesOf = (text: string): string[] =>
  (text.match(SITE) ?? []).map(site => site.toLowerCase().replace(/theatre/, 'theater'))

/** A blow at one named kind of site in one town on one day, told as a strike, as its toll and as the damage. */
function sameSite(a: Traits, b: Traits): boolean {
  if (!isBlow(a.claim) || !isBlow(b.claim) || daysApart(a.claim, b.claim)) return false
  const [left, right] = [a.claim, b.claim].map(({ places }) => places.filter(isTown).map(({ name }) => foldName(name)))
  // "Mariupol" and "Mariupol Drama Theatre": the site's name has the town's in it.
  const town = left?.some(one => right?.some(other => one.includes(other) || other.includes(one)))
  const sites = sitesOf(b.claim.text)
  return town === true && sitesOf(a.claim.text).some(site => sites.includes(site))
}

const isBlow = ({ type }: RecordedClaim): boolean =>
  type === 'combat.strike' || type === 'harm.casualties' || type === 'harm.damage'

const isTown = ({ role, precision }: RecordedClaim['places'][number]): boolean =>
  role === 'at' && precision !== 'area' && precision !== 'country'

const LEAST_WORDS = 3
const MANY_WORDS = 5
const MOSTLY = 0.6
const ALMOST_WHOLLY = 0.75

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let count = 0
  for (const word of a) if (b.has(word)) count++
  return count
}

/** Shared words among all words of two sets, 0–1 (Jaccard). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = shared(a, b)
  return both / (a.size + b.size - both || 1)
}

/** Shared words among those of the smaller of two sets, 0–1. */
export const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  shared(a, b) / (Math.min(a.size, b.size) || 1)

const numbersAgree = ({ numbers: a }: Traits, { numbers: b }: Traits): boolean =>
  a.length === 0 || b.length === 0 || a.some(number => b.includes(number))

const placesDiffer = (a: Traits, b: Traits): boolean =>
  a.places.size > 0 && b.places.size > 0 && ![...a.places].some(place => b.places.has(place))

/** One count: the same number of munitions of one night; any telling number of one origin; any number at one place by one type. */
function countsAlike(a: Traits, b: Traits): boolean {
  if (daysApart(a.claim, b.claim)) return false
  const samePlace = [...a.places].some(place => b.places.has(place))
  return a.claim.figures.some(left =>
    b.claim.figures.some(right => {
      const telling = Math.max(left.value ?? left.low ?? left.high ?? 0, left.of ?? 0) >= TELLING
      const munitions = left.measure.startsWith('munitions.') && right.measure.startsWith('munitions.')
      if (munitions && telling && isPartOf(left, right)) return true
      if (left.measure !== right.measure || left.unit !== right.unit || !isEqual(left, right)) return false
      if (munitions && telling) return true
      if (a.origin === b.origin && telling && !placesDiffer(a, b))
        return familyOf(a.claim.type) === familyOf(b.claim.type)
      return samePlace && a.claim.type === b.claim.type && left.measure === 'share'
    }),
  )
}

/** A number that two happenings of a day hardly share by chance. */
const TELLING = 10

type Count = RecordedClaim['figures'][number]
const isEqual = (a: Count, b: Count): boolean => a.value === b.value && a.low === b.low && a.high === b.high
const isPartOf = (a: Count, b: Count): boolean =>
  (a.of !== null && a.of === b.value && b.measure === 'munitions.launched') ||
  (b.of !== null && b.of === a.value && a.measure === 'munitions.launched')

const DAY_MS = 86_400_000
/** True where more than a day lies between the times of two claims. */
function daysApart({ time: a }: RecordedClaim, { time: b }: RecordedClaim): boolean {
  const [aStart, aEnd, bStart, bEnd] = [a.start, a.end ?? a.start, b.start, b.end ?? b.start].map(day =>
    Date.parse(day ?? ''),
  )
  return Math.max((aStart ?? 0) - (bEnd ?? 0), (bStart ?? 0) - (aEnd ?? 0)) > DAY_MS
}
