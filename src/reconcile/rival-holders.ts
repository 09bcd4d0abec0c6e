import type { ClaimId, Control, Dispute, Event, RecordedClaim } from '#domain'
import { dayOf, makeId } from '#domain'
import { groupBy, unique } from '#kit'
import type { ControlStatement } from './control-statements.ts'
import { bothPresentSince, isDisputable, writePositions } from './dispute-positions.ts'
import { askWhoHolds } from './dispute-questions.ts'
import type { Evidence } from './evidence.ts'
import { daysApart, daysOf, isDated, lengthOf } from './happened.ts'
import { bySaid, compareText } from './order.ts'
import { type Ending, endBy, OPEN, settlementOf } from './settlement.ts'

/** Claims on one place further apart than this belong to two quarrels; in days. */
const APART_DAYS = 7

/** Cuts a place's statements, in order of saying, wherever a week goes by in silence. */
function cutAtSilences(statements: readonly ControlStatement[]): ControlStatement[][] {
  const runs: ControlStatement[][] = []
  for (const statement of [...statements].sort((a, b) => bySaid(a.claim, b.claim))) {
    const run = runs[runs.length - 1]
    const last = run?.[run.length - 1]
    if (run && last && daysApart(dayOf(last.claim.said), dayOf(statement.claim.said)) <= APART_DAYS) run.push(statement)
    else runs.push([statement])
  }
  return runs
}

/** "East is taken" and "the west holds" are both so; parts rival only where they are one part, or one speaks of the whole. */
function speakOfOne(a: ControlStatement, b: ControlStatement): boolean {
  const part = (each: ControlStatement) => each.claim.places.find(place => place.part !== null)?.part ?? null
  return a.whole || b.whole || part(a) === part(b) || part(a) === null || part(b) === null
}

/** Days longer than this, with an end before it was said, are how long somebody held the place. */
const HELD_DAYS = 3
const isOver = (claim: RecordedClaim): boolean =>
  isDated(claim) && lengthOf(daysOf(claim)) > HELD_DAYS && daysOf(claim).end < dayOf(claim.said)

/** True when somebody claims the place for one party and somebody else claims it for another: not a bare denial. */
function areRivals(a: ControlStatement, b: ControlStatement): boolean {
  // A side that first held a place and then lost it is in no quarrel with itself.
  if (a.side !== null && a.side === b.side) return false
  // "Occupied it from the 3rd to the 9th" tells of a time that is over.
  if (isOver(a.claim) || isOver(b.claim)) return false
  const affirm = a.claim.stance === 'asserts' && b.claim.stance === 'asserts'
  const near = Math.abs(daysApart(dayOf(a.claim.said), dayOf(b.claim.said))) <= APART_DAYS
  const oneDay = daysApart(a.day, b.day)
  return (
    affirm &&
    near &&
    Math.abs(oneDay) <= APART_DAYS &&
    a.holder !== b.holder &&
    a.origin !== b.origin &&
    speakOfOne(a, b)
  )
}

/** What was said last: all that was said at that moment. */
function lastWord(statements: readonly ControlStatement[]): ControlStatement[] {
  const ordered = [...statements].sort((a, b) => bySaid(a.claim, b.claim))
  const last = ordered[ordered.length - 1]
  return ordered.filter(({ claim }) => claim.said === last?.claim.said)
}

/** Conceded when a fighting side's last word names the other's party; overtaken when the line has since become sure. */
function endingOf(
  run: readonly ControlStatement[],
  steps: readonly Control[],
  since: Dispute['since'],
  evidence: Evidence,
): Ending {
  const official = run.filter(({ side }) => side !== null)
  for (const [side, statements] of groupBy(official, ({ side }) => side)) {
    const last = lastWord(statements)
    const gaveIn = last.length > 0 && last.every(({ holder }) => holder !== side && holder === last[0]?.holder)
    if (gaveIn && statements.some(({ holder }) => holder === side))
      return endBy(
        'conceded',
        last.map(({ claim }) => claim),
      )
  }
  const claims = official.map(({ claim }) => claim)
  return settlementOf(steps, since, claims, evidence) ?? OPEN
}

/** Whether two statements of a run are rivals, without comparing every pair: one of each holder within a week is enough to look. */
function findRivalPair(run: readonly ControlStatement[]): boolean {
  const byHolder = [...groupBy(run, ({ holder }) => holder).values()]
  return byHolder.some((left, at) =>
    byHolder.slice(at + 1).some(right => left.some(a => right.some(b => areRivals(a, b)))),
  )
}

/** The event a claim is in. */
export type EventLookUp = (claim: ClaimId) => Event | undefined

/** Denials and doubts of what the claims assert, wherever matching put them with it. */
function answersTo(claims: readonly RecordedClaim[], eventOf: EventLookUp, evidence: Evidence) {
  const known = new Set(claims.map(({ id }) => id))
  return unique(claims.flatMap(({ id }) => eventOf(id)?.claims ?? []))
    .flatMap(id => evidence.byId.get(id) ?? [])
    .filter(claim => !known.has(claim.id) && claim.stance !== 'asserts' && isDisputable(claim, evidence))
}

function disputeOfRun(
  place: string,
  run: readonly ControlStatement[],
  steps: readonly Control[],
  eventOf: EventLookUp,
  evidence: Evidence,
): Dispute | null {
  const disputable = run.filter(({ claim }) => isDisputable(claim, evidence))
  if (!findRivalPair(disputable)) return null
  const holderOf = new Map(disputable.map(({ claim, holder }) => [claim.id, holder]))
  const claims: RecordedClaim[] = unique(disputable.map(({ claim }) => claim))
  const holders = unique(holderOf.values()).sort(compareText)
  const since = bothPresentSince(holders.map(holder => claims.filter(({ id }) => holderOf.get(id) === holder)))
  const named = claims.flatMap(({ places }) => places).find(each => evidence.places.keyOf(each) === place)
  const shown = evidence.theatre.places.find(({ id }) => id === place)?.name ?? named?.name
  if (since === null || shown === undefined) return null
  return {
    id: makeId('dispute', { place, since }),
    question: askWhoHolds(shown),
    event: null,
    place,
    measure: null,
    positions: writePositions(
      [...claims, ...answersTo(claims, eventOf, evidence)],
      ({ id }) => holderOf.get(id) ?? 'not so',
      evidence,
    ),
    since,
    ...endingOf(disputable, steps, since, evidence),
  }
}

/**
 * The quarrels over one place: it is claimed for one party and for another within a week. All that is said of the place's
 * holder around it, denials included, goes into one dispute; a week of silence ends it. `statements` are all on the place,
 * `steps` Fogline's own line of it.
 */
export const findRivalHolders = (
  place: string,
  statements: readonly ControlStatement[],
  steps: readonly Control[],
  eventOf: EventLookUp,
  evidence: Evidence,
): Dispute[] => cutAtSilences(statements).flatMap(run => disputeOfRun(place, run, steps, eventOf, evidence) ?? [])
