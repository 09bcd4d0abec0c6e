import type { Dispute, EventId, Figure, RecordedClaim } from '#domain'
import { makeId } from '#domain'
import { groupBy, unique } from '#kit'
import { bothPresentSince, writePositions } from './dispute-positions.ts'
import { askHowMany } from './dispute-questions.ts'
import type { Evidence } from './evidence.ts'
import { daysApart } from './happened.ts'
import { compareText } from './order.ts'
import { foldOnce } from './remember.ts'
import { OPEN } from './settlement.ts'

/** Two exact numbers nearer than this share of the larger one are one number told roundly. */
const ROUNDING = 0.05
/** Totals of two camps are compared when their days are this near. */
const SERIES_DAYS = 3
/** What an exchange of fire leaves behind is counted for days; these numbers move upward as it is counted. */
const moves = ({ measure }: Figure) => measure.startsWith('people.')

/** What is counted on the ground. Sums of aid, shares and distances are of many things at once, told in one breath. */
const COMPARED = /^(people|personnel|equipment|munitions|area)/

type Range = readonly [low: number, high: number]

const rangeOf = ({ value, low, high }: Figure): Range =>
  value === null ? [low ?? 0, high ?? Number.POSITIVE_INFINITY] : [value, value]

/** True when no one number can satisfy both: "at least 5" is not contradicted by 9. */
export function contradict(a: Figure, b: Figure): boolean {
  const [[lowA, highA], [lowB, highB]] = [rangeOf(a), rangeOf(b)]
  const [below, above] = highA < lowB ? [highA, lowB] : [highB, lowA]
  return below < above && (above - below) / above > ROUNDING
}

/** The newest figure of each claimant: what it said before, it has itself moved on from. */
const newestOf = (figures: readonly Figure[]): Figure[] =>
  [...groupBy(figures, ({ claimant }) => foldOnce(claimant)).values()].flatMap(own => {
    const ordered = [...own].sort((a, b) => compareText(a.said, b.said) || compareText(a.id, b.id))
    return ordered[ordered.length - 1] ?? []
  })

/** True when two camps' figures cannot both be true, and the lower is not merely the earlier of a count that moves. */
function areRivals(a: Figure, b: Figure, { parties }: Evidence): boolean {
  if (a.of !== null && a.of === b.value) return false
  if (b.of !== null && b.of === a.value) return false
  if (a.camp === b.camp || a.camp === 'unknown' || b.camp === 'unknown' || !contradict(a, b)) return false
  if (a.series !== null && Math.abs(daysApart(a.happened, b.happened)) > SERIES_DAYS) return false
  const [sideA, sideB] = [parties.sideOf(a.camp), parties.sideOf(b.camp)]
  if (sideA !== null && sideA === sideB) return false
  if (!moves(a) || (sideA !== null && sideB !== null)) return true
  const [lower, higher] = rangeOf(a)[1] < rangeOf(b)[0] ? [a, b] : [b, a]
  return lower.said > higher.said
}

/** Figures that answer one question: of one event, or of one series whatever the day. */
export const questionOf = ({ event, series, measure, subject, unit }: Figure) =>
  JSON.stringify([series === 'cumulative' ? null : event, series, measure, subject && foldOnce(subject), unit])

/** The dispute on one question, from all figures that answer it; null where nobody contradicts anybody. `placeOf` names where an event was. */
export function disputeOfFigures(
  figures: readonly Figure[],
  placeOf: (event: EventId) => string | null,
  evidence: Evidence,
): Dispute | null {
  const newest = newestOf(figures).sort((a, b) => compareText(a.id, b.id))
  const rivals = newest.filter(a => newest.some(b => areRivals(a, b, evidence)))
  const [first] = rivals
  if (!first) return null
  const valueOf = new Map(
    rivals.flatMap(figure => figure.because.map(id => [id, JSON.stringify(rangeOf(figure))] as const)),
  )
  const claims: RecordedClaim[] = unique(valueOf.keys()).flatMap(id => evidence.byId.get(id) ?? [])
  const numbers = unique(valueOf.values())
  const since = bothPresentSince(numbers.map(number => claims.filter(({ id }) => valueOf.get(id) === number)))
  if (since === null) return null
  const { event, series, measure, subject, unit } = first
  const place = event === null ? null : placeOf(event)
  return {
    id: makeId('dispute', {
      event: series === 'cumulative' ? null : event,
      series,
      measure,
      subject: subject && foldOnce(subject),
      unit,
    }),
    question: askHowMany(first, series === null ? place : null),
    event: null,
    place: null,
    measure,
    positions: writePositions(claims, ({ id }) => valueOf.get(id) ?? '', evidence),
    since,
    ...OPEN,
  }
}

/** True for a figure that can be disputed by number: totals of nobody in particular may be those of two armies. */
export const isComparable = ({ event, series, measure, subject }: Figure): boolean =>
  COMPARED.test(measure) && (series === 'cumulative' ? subject !== null : event !== null)
