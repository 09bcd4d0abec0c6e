import type { ClaimPlace, Day, RecordedClaim } from '#domain'
import { dayOf } from '#domain'
import { unique } from '#kit'
import { answers } from './answers.ts'
import { doerOf, groupOf, isPlaced, targetOf } from './event-groups.ts'
import type { Evidence } from './evidence.ts'
import { type Days, dayCount, daysOf, isDated, lengthOf, sharedDays } from './happened.ts'
import type { PartyBook } from './parties.ts'
import { isSettlement } from './places.ts'
import { foldOnce, remember, stemNumbersOf } from './remember.ts'
import { isRunningTotal } from './running-total.ts'

/** From this score a claim belongs to an event. */
export const JOIN_SCORE = 2

/** Longer than this, the days are a period ("in March"), which is never one day's happening. */
const PERIOD_DAYS = 3

/** A claim with all that matching asks of it. */
export interface Candidate {
  readonly claim: RecordedClaim
  readonly group: string
  readonly placed: boolean
  readonly days: Days
  /** The same by number (see `dayCount`). */
  readonly from: number
  readonly to: number
  readonly saidDay: Day
  readonly dated: boolean
  readonly period: boolean
  readonly doer: string | null
  readonly target: string | null
  /** The thing it was done to, where the target is neither a party nor the place itself; null else. */
  readonly object: string | null
  readonly origin: string
  readonly side: string | null
  readonly settlements: readonly string[]
  /** Areas it happened in: regions, rivers, fronts. */
  readonly areas: readonly string[]
  readonly countries: readonly string[]
  /** Areas its settlements lie in. */
  readonly within: readonly string[]
  /** Stems of its words, by number, in rising order. */
  readonly words: Int32Array
  /** What its speaker counts exactly, for finding it retold. */
  readonly counts: readonly string[]
  /** Handles by number, worked out by the index of its lane when first asked for. */
  handles: Int32Array | null
  /** True when a denial answers an assertion. */
  readonly answers: (denial: RecordedClaim, assertion: RecordedClaim) => boolean
  /** How well it fitted the event it joined; `JOIN_SCORE` where it opened one. */
  score: number
  /** How many events were found for it. */
  met: number
}

/** An event in the making. `days` are those all its dated claims share, else those of its first claim. */
export interface Draft {
  readonly first: Candidate
  /** In the order they were said. */
  readonly members: Candidate[]
  settlements: readonly string[]
  areas: readonly string[]
  within: readonly string[]
  days: Days
  /** The days by number. */
  from: number
  to: number
  dated: boolean
  doer: string | null
  target: string | null
  /** The number of the question it was last found for. */
  asked: number
}

const isThere = ({ role }: ClaimPlace) => role === 'at' || role === 'toward'

function objectOf({ target }: RecordedClaim, parties: PartyBook, there: readonly ClaimPlace[]): string | null {
  if (target === null || parties.idOf(target) !== null) return null
  const folded = foldOnce(target)
  return there.some(({ name }) => foldOnce(name) === folded) ? null : folded
}

/** A number this small is no fingerprint of what is counted. */
const TELLING_COUNT = 5

/** What one speaker counts exactly in one type of claim: by this a retelling is known whatever days it gives. */
const countsSaid = (claim: RecordedClaim, origin: string): string[] =>
  claim.figures.flatMap(({ measure, value, unit }) =>
    value === null || value <= TELLING_COUNT ? [] : [[origin, claim.type, measure, value, unit].join('\n')],
  )

/**
 * The places it happened at. What is fired at a country does not strike where it was fired from, though the words name
 * that too ("launched at the south from Arden and Belm").
 */
function placesOf(claim: RecordedClaim, parties: PartyBook): ClaimPlace[] {
  const there = claim.places.filter(isThere)
  const struck = claim.type === 'combat.strike' ? parties.countryOf(targetOf(claim, parties)) : null
  return there.filter(({ country }) => struck === null || country === null || country === struck)
}

const NONE: readonly string[] = []
const unlessEmpty = (keys: readonly string[]): readonly string[] => (keys.length === 0 ? NONE : unique(keys))

/** The keys of an area: its id, and the name by which towns say that they lie in it. */
const areaKeys = (place: ClaimPlace, { places }: Evidence): string[] => [
  places.keyOf(place),
  places.keyOf({ id: null, name: place.name }),
]

/** Areas its settlements lie in, as far as the claim names them or the gazetteer gives them. */
function findWithin(claim: RecordedClaim, settled: readonly ClaimPlace[], evidence: Evidence): readonly string[] {
  const { places } = evidence
  const regions = settled.flatMap(({ admin }) => (admin === null ? [] : [places.keyOf({ id: null, name: admin })]))
  return unlessEmpty([
    ...regions,
    ...claim.places.filter(({ role }) => role === 'of').flatMap(place => areaKeys(place, evidence)),
  ])
}

/** The group a claim is matched within. A running total is kept apart from the toll of one attack. */
export function laneOf(claim: RecordedClaim, { theatre }: Evidence): string {
  const total = claim.figures.some(figure => isRunningTotal(claim, figure, theatre.dayOne))
  return total ? `${claim.type} total` : groupOf(claim.type)
}

/** One function for all claims of a world. */
const answersIn = remember(
  (evidence: Evidence) => (denial: RecordedClaim, assertion: RecordedClaim) => answers(denial, assertion, evidence),
)

/** Reads off a claim what it is matched by. */
export function makeCandidate(claim: RecordedClaim, evidence: Evidence): Candidate {
  const { parties, places, origins } = evidence
  const there = placesOf(claim, parties)
  const days = daysOf(claim)
  const settled = there.filter(isSettlement)
  const wide = there.filter(place => !isSettlement(place))
  return {
    claim,
    group: laneOf(claim, evidence),
    placed: isPlaced(claim.type),
    days,
    from: dayCount(days.start),
    to: dayCount(days.end),
    saidDay: dayOf(claim.said),
    dated: isDated(claim),
    period: lengthOf(days) > PERIOD_DAYS,
    doer: doerOf(claim, parties),
    target: targetOf(claim, parties),
    object: objectOf(claim, parties, there),
    origin: origins.keyOf(claim),
    side: parties.sideOf(claim.holder.camp),
    settlements: unlessEmpty(settled.map(place => places.keyOf(place))),
    areas: unlessEmpty(
      wide.filter(({ precision }) => precision === 'area').flatMap(place => areaKeys(place, evidence)),
    ),
    countries: unlessEmpty(wide.filter(({ precision }) => precision === 'country').map(place => places.keyOf(place))),
    within: findWithin(claim, settled, evidence),
    words: stemNumbersOf(claim),
    counts: unlessEmpty(countsSaid(claim, origins.keyOf(claim))),
    handles: null,
    answers: answersIn(evidence),
    score: JOIN_SCORE,
    met: 0,
  }
}

/** Opens an event with its first claim. */
export const openDraft = (first: Candidate): Draft => ({
  first,
  members: [first],
  settlements: first.settlements,
  areas: first.areas,
  within: first.within,
  days: first.days,
  from: first.from,
  to: first.to,
  dated: first.dated,
  doer: first.doer,
  target: first.target,
  asked: 0,
})

/** The first keys with those of the second that are not among them. */
const joined = (keys: readonly string[], more: readonly string[]): readonly string[] =>
  more.every(key => keys.includes(key)) ? keys : unique([...keys, ...more])

/** Adds a claim. Denials speak of the event but do not date, place or people it. */
export function addMember(draft: Draft, candidate: Candidate): void {
  draft.members.push(candidate)
  if (candidate.claim.stance !== 'asserts') return
  if (candidate.dated) {
    if (draft.days !== candidate.days) {
      draft.days = draft.dated ? (sharedDays(draft.days, candidate.days) ?? draft.days) : candidate.days
      draft.from = dayCount(draft.days.start)
      draft.to = dayCount(draft.days.end)
    }
    draft.dated = true
  }
  draft.settlements = joined(draft.settlements, candidate.settlements)
  draft.areas = joined(draft.areas, candidate.areas)
  draft.within = joined(draft.within, candidate.within)
  draft.doer ??= candidate.doer
  draft.target ??= candidate.target
}
