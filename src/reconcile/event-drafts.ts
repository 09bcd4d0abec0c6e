import type { ClaimPlace, RecordedClaim } from '#domain'
import { dayOf } from '#domain'
import { doerOf, groupOf, isPlaced, targetOf } from './event-groups.ts'
import type { Evidence } from './evidence.ts'
import { type Days, daysOf, isDated, lengthOf, sharedDays, spreadDays } from './happened.ts'
import type { PartyBook } from './parties.ts'
import { isSettlement } from './places.ts'
import { foldOnce, stemsOf } from './remember.ts'
import { isRunningTotal } from './running-total.ts'

/** Longer than this, the days are a period ("in March"), which is never one day's happening. */
const PERIOD_DAYS = 3

/** A claim with all that matching asks of it. */
export interface Candidate {
  readonly claim: RecordedClaim
  readonly group: string
  readonly placed: boolean
  readonly days: Days
  readonly dated: boolean
  readonly period: boolean
  readonly doer: string | null
  readonly target: string | null
  /** The thing it was done to, where the target is neither a party nor the place itself; null else. */
  readonly object: string | null
  readonly origin: string
  readonly side: string | null
  readonly settlements: ReadonlySet<string>
  /** Areas it happened in: regions, rivers, fronts. */
  readonly areas: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
  /** Names of areas its settlements lie in. */
  readonly within: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  /** What its speaker counts exactly, for finding it retold. */
  readonly counts: readonly string[]
}

/** An event in the making. `days` are those all its dated claims share, else those of its first claim. */
export interface Draft {
  readonly order: number
  readonly first: Candidate
  readonly members: Candidate[]
  readonly settlements: Set<string>
  readonly areas: Set<string>
  readonly within: Set<string>
  days: Days
  dated: boolean
  doer: string | null
  target: string | null
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

/** Reads off a claim what it is matched by. */
export function makeCandidate(claim: RecordedClaim, { parties, places, origins, theatre }: Evidence): Candidate {
  const there = placesOf(claim, parties)
  const days = daysOf(claim)
  const settled = there.filter(isSettlement)
  const wide = there.filter(place => !isSettlement(place))
  const total = claim.figures.some(figure => isRunningTotal(claim, figure, theatre.dayOne))
  return {
    claim,
    group: total ? `${claim.type} total` : groupOf(claim.type),
    placed: isPlaced(claim.type),
    days,
    dated: isDated(claim),
    period: lengthOf(days) > PERIOD_DAYS,
    doer: doerOf(claim, parties),
    target: targetOf(claim, parties),
    object: objectOf(claim, parties, there),
    origin: origins.keyOf(claim),
    side: parties.sideOf(claim.holder.camp),
    settlements: new Set(settled.map(place => places.keyOf(place))),
    areas: new Set(wide.filter(({ precision }) => precision === 'area').map(place => places.keyOf(place))),
    countries: new Set(wide.filter(({ precision }) => precision === 'country').map(place => places.keyOf(place))),
    within: new Set(
      settled
        .flatMap(({ admin }) => (admin === null ? [] : [admin]))
        .map(admin => places.keyOf({ id: null, name: admin }))
        .concat(claim.places.filter(({ role }) => role === 'of').map(place => places.keyOf(place))),
    ),
    words: stemsOf(claim),
    counts: countsSaid(claim, origins.keyOf(claim)),
  }
}

/** Opens an event with its first claim. */
export const openDraft = (first: Candidate, order: number): Draft => ({
  order,
  first,
  members: [first],
  settlements: new Set(first.settlements),
  areas: new Set(first.areas),
  within: new Set(first.within),
  days: first.days,
  dated: first.dated,
  doer: first.doer,
  target: first.target,
})

/** Adds a claim. Denials speak of the event but do not date, place or people it. */
export function addMember(draft: Draft, candidate: Candidate): void {
  draft.members.push(candidate)
  if (candidate.claim.stance !== 'asserts') return
  if (candidate.dated) {
    draft.days = draft.dated ? (sharedDays(draft.days, candidate.days) ?? draft.days) : candidate.days
    draft.dated = true
  }
  for (const key of candidate.settlements) draft.settlements.add(key)
  for (const key of candidate.areas) draft.areas.add(key)
  for (const key of candidate.within) draft.within.add(key)
  draft.doer ??= candidate.doer
  draft.target ??= candidate.target
}

/** How many days before and after its own a claim's event may lie. */
export interface Reach {
  readonly before: number
  readonly after: number
}

/** A day either way; three for ground changing hands, whose day is seldom given; a week back for what is being denied. */
export function reachOf({ claim, group }: Candidate): Reach {
  if (claim.stance !== 'asserts') return { before: 7, after: 1 }
  return group === 'taking' || group.startsWith('control.') ? { before: 3, after: 3 } : { before: 1, after: 1 }
}

/** Most events looked at for one claim. */
const MOST_CANDIDATES = 200

/** The drawer of claims about a period, which is no one day's. */
const PERIOD = -1

/** Events in the making, by what a claim of theirs can be recognised by. */
export class DraftIndex {
  readonly #drawers = new Map<string, Map<number, Set<Draft>>>()
  readonly #said = new Map<string, Draft[]>()

  /** Files an event under its places, doer, target and exact figures, on each of its days. */
  add(draft: Draft, candidate: Candidate): void {
    const days = candidate.period ? [PERIOD] : spreadDays(draft.days, 0, 0)
    const keys = [...handlesOf(candidate), ...[...draft.settlements, ...draft.areas].map(key => `place ${key}`)]
    for (const key of keys) {
      const name = `${candidate.group} ${key}`
      const drawer = this.#drawers.get(name) ?? new Map<number, Set<Draft>>()
      this.#drawers.set(name, drawer)
      for (const day of days) {
        const known = drawer.get(day)
        if (known) known.add(draft)
        else drawer.set(day, new Set([draft]))
      }
    }
    for (const name of candidate.counts) this.#said.set(name, [...(this.#said.get(name) ?? []), draft])
  }

  /** Events a claim might belong to, newest first, each once. */
  find(candidate: Candidate): Draft[] {
    const { before, after } = reachOf(candidate)
    const days = candidate.period ? [PERIOD] : spreadDays(candidate.days, before, after)
    if (candidate.claim.stance !== 'asserts') days.push(...saidReach(candidate, before))
    const found = new Set<Draft>()
    for (const key of handlesOf(candidate)) {
      const drawer = this.#drawers.get(`${candidate.group} ${key}`)
      if (drawer) for (const day of days) for (const draft of drawer.get(day) ?? []) found.add(draft)
    }
    for (const name of candidate.counts) for (const draft of this.#said.get(name) ?? []) found.add(draft)
    return [...found].sort((a, b) => b.order - a.order).slice(0, MOST_CANDIDATES)
  }
}

const saidReach = ({ claim }: Candidate, before: number): number[] => {
  const said = dayOf(claim.said)
  return spreadDays({ start: said, end: said }, before, 0)
}

/** The handles a claim is filed and found under: places; figures; and without a place, or off the ground, who and whom. */
function handlesOf(candidate: Candidate): string[] {
  const { claim, settlements, areas, within, doer, target, placed } = candidate
  const handles = [...settlements, ...areas, ...within].map(key => `place ${key}`)
  for (const { measure, value } of claim.figures) if (value !== null) handles.push(`figure ${measure} ${value}`)
  if (placed && handles.length > 0 && settlements.size + areas.size > 0) return handles
  if (doer !== null) handles.push(`doer ${doer}`)
  if (target !== null) handles.push(`target ${target}`)
  if (doer === null && target === null) handles.push(`nobody ${foldOnce(claim.agent ?? '')}`)
  return handles
}
