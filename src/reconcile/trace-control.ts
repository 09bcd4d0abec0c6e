import type { Band, Confidence, Control, Day, Instant, Slug } from '#domain'
import { addDays, BANDS, makeId, startOfDay } from '#domain'
import { groupBy, unique } from '#kit'
import { type ControlStatement, readControlStatements } from './control-statements.ts'
import {
  type ControlDecision,
  decideControl,
  type Holding,
  type Question,
  WAIT_DAYS,
  weightOn,
} from './decide-control.ts'
import type { Evidence } from './evidence.ts'
import { daysApart } from './happened.ts'
import { bySaid, compareText, latestOf } from './order.ts'

/** A place's line in the making. */
interface Line {
  readonly steps: Control[]
  now: Holding
  since: Day
}

const byDay = (a: ControlStatement, b: ControlStatement) => compareText(a.day, b.day) || bySaid(a.claim, b.claim)
const strengthOf = (band: Band) => BANDS.indexOf(band)
const idsOf = (statements: readonly ControlStatement[]) =>
  unique(statements.map(({ claim }) => claim.id)).sort(compareText)

function makeStep(
  place: string,
  claimant: Slug | null,
  from: Day,
  holding: Holding,
  because: readonly ControlStatement[],
  against: readonly ControlStatement[],
  learned: Instant,
): Control {
  const { holder, likelihood, confidence } = holding
  const said = { because: idsOf(because), against: idsOf(against) }
  const content = { place, claimant, from, holder, likelihood, confidence, ...said }
  return { id: makeId('control', content), ...content, learned, replaces: null }
}

/** A statement whose weight has fallen below this is no longer live; in logits. */
const LEAST_WEIGHT = 0.1

const isLive = (each: ControlStatement, day: Day, halfLife: number): boolean =>
  each.day <= day && daysApart(each.day, day) <= 2 * halfLife && weightOn(each, day, halfLife) >= LEAST_WEIGHT

/** Each origin's newest statements of the last two half-lives; of one day all, so that an origin that says both counts for both. */
function liveOn(day: Day, statements: readonly ControlStatement[], halfLife: number): ControlStatement[] {
  const recent = statements.filter(each => isLive(each, day, halfLife))
  return [...groupBy(recent, ({ origin }) => origin).values()].flatMap(said => {
    const newest = said.reduce((latest, { day: at }) => (at > latest ? at : latest), said[0]?.day ?? day)
    return said.filter(each => each.day === newest)
  })
}

/** Days on which the line may change: when something is said, when a wait is over, when a denial has aged out. */
export function turningDays(statements: readonly ControlStatement[], { theatre }: Evidence): Day[] {
  const halfLife = theatre.belief.controlHalfLifeDays
  const days = statements.flatMap(({ day }) => [day, addDays(day, WAIT_DAYS), addDays(day, halfLife + 1)])
  return unique(days).sort(compareText)
}

/** A step is taken when the holder changes, or the same holder is surer than before. */
const isChange = (now: Holding, next: ControlDecision): boolean =>
  next.holder !== now.holder ||
  (next.holder !== 'contested' && strengthOf(next.likelihood) > strengthOf(now.likelihood))

function extendOwnLine(place: string, line: Line, statements: readonly ControlStatement[], evidence: Evidence): void {
  const halfLife = evidence.theatre.belief.controlHalfLifeDays
  const isCapital = evidence.places.isCapital(place)
  const allies = new Set(evidence.theatre.camps.filter(({ ally }) => ally).map(({ id }) => id))
  let open = [...statements].sort(byDay)
  for (const day of turningDays(open, evidence)) {
    const passed = evidence.passed(day)
    // Nobody has said anything since: what the silence of that day meant is not known yet.
    if (passed === null) break
    const live = liveOn(day, open, halfLife)
    const since = (party: Slug) =>
      open.find(each => each.holder === party && each.whole && isLive(each, day, halfLife))?.day ?? null
    const question: Question = {
      day,
      held: line.now.holder,
      heldSince: line.since,
      halfLife,
      isAlly: camp => allies.has(camp),
      isCapital,
      since,
    }
    const decision = decideControl(live, question)
    if (!decision || !isChange(line.now, decision)) continue
    const { holder, because, against } = decision
    const known = [...because, ...against].map(({ claim }) => claim.learned)
    const learned = latestOf(decision.waited ? [...known, passed] : known)
    line.steps.push(makeStep(place, null, day, decision, because, against, learned))
    line.since = day
    line.now = { holder, likelihood: decision.likelihood, confidence: decision.confidence }
    if (decision.settled) open = open.filter(each => each.holder === holder || each.day > day)
  }
}

/** How surely a camp says it itself: its own yardstick word, or `almost-certain` where it says it flatly. */
function bandSaid({ claim: { certainty } }: ControlStatement): Band {
  if (certainty === 'stated') return 'almost-certain'
  if (certainty === 'unverified') return 'realistic-possibility'
  const mirrored = BANDS[BANDS.length - 1 - BANDS.indexOf(certainty)] ?? certainty
  return strengthOf(certainty) < BANDS.indexOf('realistic-possibility') ? mirrored : certainty
}

const CONFIDENCE_BY_ORIGINS: readonly Confidence[] = ['low', 'low', 'moderate', 'high']

/** The line of one camp: what its newest statements of each day say; those of one day that disagree make it contested. */
function traceCampLine(place: string, camp: Slug, statements: readonly ControlStatement[]): Control[] {
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
    steps.push(makeStep(place, camp, day, { holder, likelihood, confidence }, newest, [], learned))
  }
  return steps
}

/** Where Fogline's line starts: who the theatre says held the place the day before day one, else nobody known. */
function openLine(place: string, evidence: Evidence): Line {
  const { theatre } = evidence
  const holder = theatre.places.find(({ id }) => id === place)?.heldBefore ?? null
  const from = addDays(theatre.dayOne, -1)
  if (holder === null)
    return { steps: [], now: { holder: 'unknown', likelihood: 'remote', confidence: 'low' }, since: from }
  const now: Holding = { holder, likelihood: 'almost-certain', confidence: 'high' }
  return { steps: [makeStep(place, null, from, now, [], [], startOfDay(from))], now, since: from }
}

/** Places that have a line though nobody speaks of them: the theatre says who held them before day one. */
export const placesHeldBefore = ({ theatre }: Evidence): string[] =>
  theatre.places.filter(({ heldBefore }) => heldBefore !== null).map(({ id }) => id)

/** The lines of one place, from all that is said of it. */
export function traceControlOf(place: string, statements: readonly ControlStatement[], evidence: Evidence): Control[] {
  const first = addDays(evidence.theatre.dayOne, -1)
  const said = statements.filter(({ day }) => day > first)
  const line = openLine(place, evidence)
  extendOwnLine(place, line, said, evidence)
  const camps = [...groupBy(said, ({ camp }) => camp)].filter(([camp]) => camp !== 'unknown')
  const lines = camps.sort(([a], [b]) => compareText(a, b)).flatMap(([camp, own]) => traceCampLine(place, camp, own))
  return [...line.steps, ...lines]
}

/**
 * Who holds each place, day by day: Fogline's own line (`claimant` null) and one line for each camp that speaks of it
 * (`unknown` has none). A step stands only where the line changes. Fogline's line opens on the day before day one with
 * the holder the theatre gives, resting on no claim; the rules by which it moves are those of `decideControl`. Places
 * without an id have no line. Sorted by place, claimant (Fogline's first) and day.
 */
export function traceControl(evidence: Evidence): Control[] {
  const byPlace = groupBy(readControlStatements(evidence), ({ place }) => place)
  return unique([...placesHeldBefore(evidence), ...byPlace.keys()])
    .sort(compareText)
    .flatMap(place => traceControlOf(place, byPlace.get(place) ?? [], evidence))
}
