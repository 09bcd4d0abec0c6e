import type { Band, Control, Day, Instant, Slug } from '#domain'
import { addDays, BANDS, dayOf, makeId, startOfDay } from '#domain'
import { groupBy, unique } from '#kit'
import type { ControlStatement } from './control-statements.ts'
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

/** What a line is of: a place, or a part of one. */
export interface Subject {
  readonly place: string
  readonly part: string | null
}

/** A place's line in the making. */
interface Line {
  readonly steps: Control[]
  now: Holding
  since: Day
}

export const byDay = (a: ControlStatement, b: ControlStatement) => compareText(a.day, b.day) || bySaid(a.claim, b.claim)
export const strengthOf = (band: Band) => BANDS.indexOf(band)
const idsOf = (statements: readonly ControlStatement[]) =>
  unique(statements.map(({ claim }) => claim.id)).sort(compareText)

/** Which line a step belongs to. */
interface LineOf {
  readonly place: string
  readonly part: string | null
  readonly claimant: Slug | null
}

/** The area by whose claim alone a step came about; null where anybody speaks of the place itself. */
function throughOf(because: readonly ControlStatement[]): string | null {
  const [first] = [...because].sort(byDay)
  return first !== undefined && because.every(({ through }) => through !== null) ? first.through : null
}

export function makeStep(
  line: LineOf,
  from: Day,
  holding: Holding,
  because: readonly ControlStatement[],
  against: readonly ControlStatement[],
  learned: Instant,
): Control {
  const { holder, likelihood, confidence } = holding
  const said = { because: idsOf(because), against: idsOf(against), through: throughOf(because) }
  const content = { ...line, from, holder, likelihood, confidence, ...said }
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

/** True until somebody has spoken of the holder that the theatre gave for the day before the war. */
const isUnspoken = ({ steps: [opening, ...others] }: Line): boolean =>
  opening !== undefined && others.length === 0 && opening.because.length === 0

/**
 * A step is taken when the holder changes, the same holder is surer than before, or a report for the first time bears out
 * the holder of before the war, which until then is what the theatre gives and no knowledge.
 */
const isChange = (line: Line, next: ControlDecision): boolean =>
  next.holder !== line.now.holder ||
  // That it was taken back does not bear out that it was held.
  (isUnspoken(line) && next.because.some(({ affirms, changes }) => affirms && !changes)) ||
  (next.holder !== 'contested' && strengthOf(next.likelihood) > strengthOf(line.now.likelihood))

/** What does not change while a line is traced. */
interface Tracing {
  readonly subject: Subject
  readonly halfLife: number
  readonly isAlly: (camp: string) => boolean
  readonly isCapital: boolean
  readonly opponentOf: (party: Slug) => Slug | null
  /** When Fogline could see that a day had come to pass. */
  readonly passed: (day: Day) => Instant | null
}

function openTracing(subject: Subject, evidence: Evidence): Tracing {
  const allies = new Set(evidence.theatre.camps.filter(({ ally }) => ally).map(({ id }) => id))
  return {
    subject,
    halfLife: evidence.theatre.belief.controlHalfLifeDays,
    isAlly: camp => allies.has(camp),
    isCapital: evidence.places.isCapital(subject.place),
    opponentOf: evidence.parties.opponentOf,
    passed: evidence.passed,
  }
}

function ask(day: Day, line: Line, open: readonly ControlStatement[], tracing: Tracing): Question {
  const { halfLife, isAlly, isCapital } = tracing
  const since = (party: Slug) =>
    open.find(each => each.holder === party && each.whole && isLive(each, day, halfLife))?.day ?? null
  return { day, held: line.now.holder, heldSince: line.since, halfLife, isAlly, isCapital, since }
}

function takeStep(line: Line, day: Day, decision: ControlDecision, { subject, passed: passedOn }: Tracing): void {
  const known = [...decision.because, ...decision.against].map(({ claim }) => claim.learned)
  // What comes about by days going by, a wait or a denial ageing, is learned when those days are known to have gone by.
  const stale = [...decision.because, ...decision.against].every(({ claim }) => dayOf(claim.said) < day)
  const passed = decision.waited || stale ? passedOn(day) : null
  const learned = latestOf(passed === null ? known : [...known, passed])
  const { holder, likelihood, confidence, because, against } = decision
  // What bears out the holder of before the war does not begin his holding.
  if (!isUnspoken(line) || holder !== line.now.holder) line.since = day
  line.steps.push(makeStep({ ...subject, claimant: null }, day, decision, because, against, learned))
  line.now = { holder, likelihood, confidence }
}

/**
 * A place is taken back that was never said to be lost: that it was held all the while is then not known. Where words that
 * would flip the place, had the other side held it, tell of a change in favour of the holder the theatre gave, the line is
 * unknown from the day after anybody last said that side held it (from day one, where nobody did) up to that change. True
 * where it was so and both steps are taken.
 */
function unsettle(
  day: Day,
  line: Line,
  live: readonly ControlStatement[],
  open: readonly ControlStatement[],
  tracing: Tracing,
): boolean {
  const { holder } = line.now
  const opponent = tracing.opponentOf(holder)
  const [opening] = line.steps
  const neverLost = opening?.because.length === 0 && line.steps.every(step => step.holder === holder)
  if (!neverLost || opponent === null) return false
  if (!live.some(each => each.day === day && each.holder === holder && each.changes && each.affirms)) return false
  const asked: Question = { ...ask(day, line, open, tracing), held: opponent }
  const decision = decideControl(live, asked)
  if (!decision || decision.holder !== holder || !decision.because.some(each => each.changes && each.affirms))
    return false
  // Who tells that it was taken back tells that it had not been held.
  const said = open.findLast(
    each => each.day < day && each.holder === holder && each.whole && each.affirms && !each.changes,
  )
  const from = addDays(latestDay(said?.day, line.steps.at(-1)?.from) ?? line.since, 1)
  if (from < day) {
    const unknown: ControlDecision = {
      ...decision,
      holder: 'unknown',
      likelihood: 'realistic-possibility',
      confidence: 'low',
    }
    takeStep(line, from, { ...unknown, against: [] }, tracing)
  } else if (!isUnspoken(line) && strengthOf(decision.likelihood) <= strengthOf(line.now.likelihood)) return false
  takeStep(line, day, decision, tracing)
  return true
}

const latestDay = (...days: readonly (Day | undefined)[]): Day | undefined =>
  days
    .filter(day => day !== undefined)
    .sort(compareText)
    .at(-1)

function extendOwnLine(
  line: Line,
  statements: readonly ControlStatement[],
  tracing: Tracing,
  evidence: Evidence,
): void {
  const { halfLife } = tracing
  let open = [...statements].sort(byDay)
  for (const day of turningDays(open, evidence)) {
    // Nobody has said anything since: what the silence of that day meant is not known yet.
    if (evidence.passed(day) === null) break
    const live = liveOn(day, open, halfLife)
    const decision = decideControl(live, ask(day, line, open, tracing))
    const same = !decision || decision.holder === line.now.holder
    if (same && unsettle(day, line, live, open, tracing)) continue
    if (!decision || !isChange(line, decision)) continue
    takeStep(line, day, decision, tracing)
    if (decision.settled) open = open.filter(each => each.holder === decision.holder || each.day > day)
  }
}

/** Where Fogline's line starts: who the theatre says held the place the day before day one, else nobody known. */
function openLine({ place, part }: Subject, evidence: Evidence): Line {
  const { theatre } = evidence
  const holder = theatre.places.find(({ id }) => id === place)?.heldBefore ?? null
  const from = addDays(theatre.dayOne, -1)
  if (holder === null)
    return { steps: [], now: { holder: 'unknown', likelihood: 'remote', confidence: 'low' }, since: from }
  const now: Holding = { holder, likelihood: 'almost-certain', confidence: 'high' }
  return { steps: [makeStep({ place, part, claimant: null }, from, now, [], [], startOfDay(from))], now, since: from }
}

/** Fogline's own line on a place or a part of one, from all that is said of it. */
export function traceOwnLine(subject: Subject, statements: readonly ControlStatement[], evidence: Evidence): Control[] {
  const line = openLine(subject, evidence)
  extendOwnLine(line, statements, openTracing(subject, evidence), evidence)
  return line.steps
}
