import type { Band, Confidence, Control, Day, Slug } from '#domain'
import { addDays, BANDS } from '#domain'
import { groupBy, unique } from '#kit'
import { type BulkStatement, reachPlace, type SitedPlace } from './control-reach.ts'
import type { ControlStatement } from './control-statements.ts'
import type { Evidence } from './evidence.ts'
import { compareText, latestOf } from './order.ts'
import { byDay, makeStep, type Subject, strengthOf, traceOwnLine } from './own-line.ts'

/** How surely a camp says it itself: its own yardstick word, or `almost-certain` where it says it flatly. */
function bandSaid({ claim: { certainty } }: ControlStatement): Band {
  if (certainty === 'stated') return 'almost-certain'
  if (certainty === 'unverified') return 'realistic-possibility'
  const mirrored = BANDS[BANDS.length - 1 - BANDS.indexOf(certainty)] ?? certainty
  return strengthOf(certainty) < BANDS.indexOf('realistic-possibility') ? mirrored : certainty
}

const CONFIDENCE_BY_ORIGINS: readonly Confidence[] = ['low', 'low', 'moderate', 'high']

/** The line of one camp: what its newest statements of each day say; those of one day that disagree make it contested. */
function traceCampLine(subject: Subject, camp: Slug, statements: readonly ControlStatement[]): Control[] {
  const steps: Control[] = []
  let held: string | null = null
  for (const [day, said] of groupBy([...statements].sort(byDay), each => each.day)) {
    const newest = [...groupBy(said, ({ origin }) => origin).values()].flatMap(each => each[each.length - 1] ?? [])
    const holders = unique(newest.map(({ holder, whole }) => (whole ? holder : 'contested')))
    const holder = holders.length === 1 ? (holders[0] ?? 'contested') : 'contested'
    if (holder === held) continue
    held = holder
    const likelihood = newest
      .map(bandSaid)
      .reduce((least, band) => (strengthOf(band) < strengthOf(least) ? band : least))
    const confidence = CONFIDENCE_BY_ORIGINS[Math.min(newest.length, 3)] ?? 'low'
    const learned = latestOf(newest.map(({ claim }) => claim.learned))
    steps.push(makeStep({ ...subject, claimant: camp }, day, { holder, likelihood, confidence }, newest, [], learned))
  }
  return steps
}

const holderOn = (steps: readonly Control[], day: Day): Control['holder'] =>
  steps.findLast(({ from }) => from <= day)?.holder ?? 'unknown'

/**
 * What is said of a place by name, and what claims on whole areas add to it: only where they change who holds it by what was
 * said before, and not beside the same speaker's words of that day on the place itself.
 */
function addReached({ place, direct, bulk }: PlaceStatements, trace: (kept: readonly ControlStatement[]) => Control[]) {
  let kept: readonly ControlStatement[] = direct
  if (bulk.length === 0) return kept
  let line = trace(kept)
  for (const statement of bulk.map(each => reachPlace(each, place)).sort(byDay)) {
    const { day, origin, holder } = statement
    if (holderOn(line, day) === holder || direct.some(each => each.origin === origin && each.day === day)) continue
    kept = [...kept, statement]
    line = trace(kept)
  }
  return kept
}

/** All that is said of who holds one place. */
export interface PlaceStatements {
  readonly place: string
  readonly direct: readonly ControlStatement[]
  /** Statements on areas the place lies in. */
  readonly bulk: readonly BulkStatement[]
}

/** A part named by itself: what is said of it, and of the whole place. */
const ofPart = (statements: readonly ControlStatement[], part: string): ControlStatement[] =>
  statements.flatMap(each =>
    each.part === part ? { ...each, whole: true } : each.part === null && each.whole ? each : [],
  )

/**
 * The lines of one place: Fogline's own and each camp's (`unknown` has none), then those of each part that somebody names.
 * Neighbours have no voice: nothing but what is said of the place, or of an area it lies in, moves them.
 */
export function tracePlace(said: PlaceStatements, evidence: Evidence): Control[] {
  const { place } = said
  const whole: Subject = { place, part: null }
  const kept = addReached(said, statements => traceOwnLine(whole, statements, evidence))
  const traceAll = (subject: Subject, statements: readonly ControlStatement[]) => [
    ...traceOwnLine(subject, statements, evidence),
    ...[...groupBy(statements, ({ camp }) => camp)]
      .filter(([camp]) => camp !== 'unknown')
      .sort(([a], [b]) => compareText(a, b))
      .flatMap(([camp, own]) => traceCampLine(subject, camp, own)),
  ]
  // "A part of the town" is no part that anybody else could mean.
  const parts = unique(said.direct.flatMap(({ part }) => part ?? []))
    .filter(part => part !== 'part')
    .sort(compareText)
  return [...traceAll(whole, kept), ...parts.flatMap(part => traceAll({ place, part }, ofPart(kept, part)))]
}

/** Places that have a line though nobody speaks of them: the theatre says who held them before day one. */
export const placesHeldBefore = ({ theatre }: Evidence): string[] =>
  theatre.places.filter(({ heldBefore }) => heldBefore !== null).map(({ id }) => id)

/** Where a place lies: by the theatre, else by the first claim on it; null for an area, and where neither tells. */
export function siteOf(
  place: string,
  direct: readonly ControlStatement[],
  { theatre, places }: Evidence,
): SitedPlace | null {
  const known = theatre.places.find(({ id }) => id === place)
  if (known) return known.kind === 'settlement' || known.kind === 'site' ? known : null
  const named = direct
    .flatMap(({ claim }) => claim.places)
    .find(each => each.precision === 'point' && places.keyOf(each) === place)
  return named ? { ...named, id: place } : null
}

/** What is said of one place by name, and of the areas it lies in; only what speaks of the war's own days. */
export function saidOf(
  place: string,
  direct: readonly ControlStatement[],
  bulk: readonly BulkStatement[],
  evidence: Evidence,
): PlaceStatements {
  const first = addDays(evidence.theatre.dayOne, -1)
  const site = siteOf(place, direct, evidence)
  return {
    place,
    direct: direct.filter(({ day }) => day > first),
    bulk: site === null ? [] : bulk.filter(({ reach, statement }) => statement.day > first && reach.covers(site)),
  }
}
