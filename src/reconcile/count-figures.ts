import type { ClaimFigure, ClaimId, EventId, Figure, Measure, RecordedClaim } from '#domain'
import { makeId } from '#domain'
import { groupBy, unique } from '#kit'
import { deriveDaily } from './derive-daily.ts'
import { type Evidence, isRejected } from './evidence.ts'
import { type FigureDraft, flagSeries } from './flag-figures.ts'
import { daysApart, daysOf, lengthOf } from './happened.ts'
import { byId, compareText, latestOf, medianOf } from './order.ts'
import { foldOnce } from './remember.ts'
import { isRunningTotal } from './running-total.ts'

/** Words by which it says that the number is one day's. */
const DAILY_WORDS =
  /\b((past|last|previous) (day|24 hours)|24 hours|overnight|daily|(over|during|in) the (day|night)|per day|today|yesterday)\b/i
/** Measures that are counted day by day rather than by happening. */
const COUNTED_DAILY = new Set<Measure>([
  'munitions.launched',
  'munitions.shot-down',
  'munitions.hit',
  'personnel.losses',
])

/** True when the claim's figure is one day's count of something counted every day. */
function isDaily(claim: RecordedClaim, figure: ClaimFigure): boolean {
  if (!COUNTED_DAILY.has(figure.measure) || lengthOf(daysOf(claim)) > 2) return false
  const settled = claim.places.some(
    ({ role, precision }) => role === 'at' && (precision === 'point' || precision === 'part'),
  )
  return (
    !settled &&
    ((claim.type === 'combat.interception' && figure.measure.startsWith('munitions.')) ||
      DAILY_WORDS.test(`${claim.text} ${claim.time.words ?? ''}`))
  )
}

/** Words of counting before what is counted: "a total of 200 children". */
const COUNTING = /^(?:a )?total of (?:[\d.,]+ )?/i

/** "Russia's combat losses", "losses of the Russian troops", "enemy losses": the loser by the words themselves. */
const LOSER_BEFORE = /([\p{L}-]+?)(?:['’]s?)?\s+(?:[\p{L}-]+\s+){0,2}loss(?:es)?\b/iu
const LOSER_AFTER = /\bloss(?:es)?\s+(?:of|among|by)\s+(?:the\s+)?([\p{L}-]+)/iu
const ENEMY = /^(?:enemy|invaders?|occupiers?|aggressors?)$/i

/** Whose losses the words say they are: a party; null where they do not say. */
function loserNamed(claim: RecordedClaim, { parties }: Evidence): string | null {
  const words = [LOSER_BEFORE.exec(claim.text)?.[1], LOSER_AFTER.exec(claim.text)?.[1]]
  for (const word of words) {
    if (word === undefined) continue
    const enemy = ENEMY.test(word) ? parties.opponentOf(parties.sideOf(claim.holder.camp)) : null
    const party = parties.peopleOf(word) ?? enemy
    if (party !== null) return party
  }
  return null
}

/** Whose number it is: who lost, for losses and harm; whose air defence; who did it, else to what, for the rest; null when the text names nobody. */
function subjectOf(claim: RecordedClaim, evidence: Evidence): string | null {
  const { parties } = evidence
  const named = claim.type === 'harm.losses' ? loserNamed(claim, evidence) : null
  if (named !== null) return parties.nameOf(named)
  const harmed = claim.type.startsWith('harm.')
  const name = harmed
    ? claim.target
    : claim.type === 'combat.interception'
      ? claim.agent
      : (claim.agent ?? claim.target)
  const party = parties.idOf(name)
  return party === null ? (name?.replace(COUNTING, '') ?? null) : parties.nameOf(party)
}

/** Measures that are no count of anything that happened: how likely, how long. */
const NOT_COUNTED = new Set<Measure>(['probability', 'duration'])

/** "729,290, not 792,290": the number behind "not" is the one that is put right. */
const NOT_NUMBER =
  /,?\s+(?:and\s+)?(?:not|instead of|rather than)\s+(?:the\s+)?(?:earlier\s+|previous\s+)?(\d{1,3}(?:,\d{3})+|\d+)\b/i

/** The number a claim gives only to put it aside; null where it gives none. */
function rejectedNumber({ text, figures }: RecordedClaim): number | null {
  const found = figures.length > 1 ? NOT_NUMBER.exec(text)?.[1] : undefined
  return found === undefined ? null : Number(found.replaceAll(',', ''))
}

function readFigures(claim: RecordedClaim, event: EventId | undefined, evidence: Evidence): FigureDraft[] {
  const rejected = rejectedNumber(claim)
  return claim.figures
    .filter(({ measure, value }) => !NOT_COUNTED.has(measure) && (value === null || value !== rejected))
    .map(figure => {
      const cumulative = isRunningTotal(claim, figure, evidence.theatre.dayOne)
      const series = cumulative ? 'cumulative' : isDaily(claim, figure) ? 'daily' : null
      return {
        event: cumulative ? null : (event ?? null),
        series,
        measure: figure.measure,
        subject: subjectOf(claim, evidence),
        claimant: claim.holder.name,
        camp: claim.holder.camp,
        value: figure.value,
        low: figure.low,
        high: figure.high,
        unit: figure.unit,
        of: figure.of,
        change: figure.change,
        happened: daysOf(claim).end,
        said: claim.said,
        learned: claim.learned,
        because: [claim.id],
        flags: [],
        corrects: null,
        origin: evidence.origins.keyOf(claim),
        revises: claim.revisionOf !== null,
        rejects: rejected,
        text: claim.text,
      }
    })
}

/** One number of one claimant, however often it is reported. */
const sameFigure = (draft: FigureDraft) => {
  const { origin, measure, subject, happened, value, low, high, unit, of, event, series } = draft
  return JSON.stringify([
    origin,
    measure,
    subject && foldOnce(subject),
    happened,
    value,
    low,
    high,
    unit,
    of,
    event,
    series,
  ])
}

function mergeRepeats(drafts: readonly FigureDraft[]): FigureDraft[] {
  return [...groupBy(drafts, sameFigure).values()].flatMap(same => {
    const [first] = same
    if (!first) return []
    return {
      ...first,
      change: same.find(({ change }) => change !== null)?.change ?? null,
      because: [...new Set(same.flatMap(({ because }) => because))].sort(compareText),
      learned: latestOf(same.map(({ learned }) => learned)),
      revises: same.some(({ revises }) => revises),
    }
  })
}

/** Totals that only grow: from this many on, and this large, a claimant's numbers are a series though none says so. */
const GROWING_LENGTH = 4
const GROWING_VALUE = 500
const GROWING_STEP = 1.3

/** Finds running totals by their shape: several days, never falling, each near the one before. */
function findGrowing(drafts: readonly FigureDraft[]): FigureDraft[] {
  const loose = groupBy(drafts, ({ origin, measure, subject, unit }) =>
    JSON.stringify([origin, measure, subject, unit]),
  )
  return [...loose.values()].flatMap(group => {
    const ordered = [...group].sort((a, b) => compareText(a.happened, b.happened) || compareText(a.said, b.said))
    const values = ordered.map(({ value }) => value)
    const days = new Set(ordered.map(({ happened }) => happened)).size
    const growing = values.every((value, at) => {
      const before = at === 0 ? value : values[at - 1]
      return (
        value != null && before != null && value >= GROWING_VALUE && value >= before && value <= before * GROWING_STEP
      )
    })
    const loss = ordered.every(isLoss)
    if (!growing || !loss || days < GROWING_LENGTH) return group
    return group.map(draft => ({ ...draft, series: 'cumulative' as const, event: null }))
  })
}

/** A number under this is no total by its shape alone; "two killed" stands near many totals of two. */
const LEAST_TOTAL = 100
/** Days to the known totals around a number, and by how much it may lie off them: for rounding, and a day's growth. */
const TOTAL_DAYS = 7
const OFF_TOTAL = 0.01
const GROWTH_A_DAY = 0.03

/** True when a number lies where the known totals of the same thing put it on its day. */
function fitsTotals(draft: FigureDraft, totals: readonly FigureDraft[]): boolean {
  const value = draft.value ?? draft.low ?? draft.high
  if (value === null || value < LEAST_TOTAL) return false
  const near = totals.flatMap(({ value: total, happened }) => {
    const days = daysApart(happened, draft.happened)
    return total === null || Math.abs(days) > TOTAL_DAYS ? [] : { total, days }
  })
  const fits = near.map(({ total, days }) => {
    const [low, high] =
      days >= 0 ? [total, total * (1 + GROWTH_A_DAY * days)] : [total * (1 + GROWTH_A_DAY * days), total]
    return value >= low * (1 - OFF_TOTAL) && value <= high * (1 + OFF_TOTAL)
  })
  return fits.filter(Boolean).length * 2 > fits.length
}

/** A total this many times under the usual ones of its days counts something narrower: one regiment's, one region's. */
const NARROWER = 10

const isNarrower = ({ value, happened }: FigureDraft, totals: readonly FigureDraft[]): boolean => {
  const near = totals.filter(total => Math.abs(daysApart(total.happened, happened)) <= TOTAL_DAYS)
  const usual = medianOf(near.flatMap(total => total.value ?? []))
  return value !== null && usual !== null && value * NARROWER < usual
}

/** Counts of what is lost: only these add up from the beginning by their shape. */
const isLoss = ({ measure }: FigureDraft): boolean => /^(personnel|equipment|people)\./.test(measure)

/**
 * Makes totals of the numbers that fit the known totals of the same measure and subject from both sides, though they do not
 * say since when they count: "already lost 18,300" between 18,000 the day before and 18,600 two days later.
 */
function joinTotals(drafts: readonly FigureDraft[]): FigureDraft[] {
  const same = ({ measure, subject, unit, camp }: FigureDraft) =>
    JSON.stringify([measure, subject && foldOnce(subject), unit, camp])
  return [...groupBy(drafts, same).values()].flatMap(group => {
    const totals = group.filter(({ series }) => series === 'cumulative')
    if (totals.length === 0) return group
    return group.map(draft => {
      if (draft.series === 'cumulative' && isNarrower(draft, totals)) return { ...draft, series: null }
      const joins = draft.series === null && isLoss(draft) && fitsTotals(draft, totals)
      return joins ? { ...draft, series: 'cumulative' as const, event: null } : draft
    })
  })
}

/** Which numbers are read as one line over time: one claimant's, of one thing, in one series or of one event. */
const seriesKey = ({ origin, measure, subject, unit, series, event, of }: FigureDraft) =>
  JSON.stringify([
    origin,
    measure,
    subject && foldOnce(subject),
    unit,
    series,
    series === null ? [event, of !== null] : null,
  ])

function writeFigures(series: readonly FigureDraft[]): Figure[] {
  const written: Figure[] = []
  for (const {
    corrects,
    origin: _origin,
    revises: _revises,
    rejects: _rejects,
    text: _text,
    learned,
    ...content
  } of series) {
    const replaces = corrects === null ? null : (written[corrects]?.id ?? null)
    written.push({ id: makeId('figure', content), ...content, learned, replaces })
  }
  return written
}

/** Numbers of one measure, subject and unit are read together and beside no others. */
const blockOf = ({ measure, subject, unit }: Pick<FigureDraft, 'measure' | 'subject' | 'unit'>): string =>
  JSON.stringify([measure, subject && foldOnce(subject), unit])

/** True for a claim whose numbers count: not denied, doubted, future or rejected. */
const isCounted = ({ id, stance, time }: RecordedClaim, evidence: Evidence): boolean =>
  stance === 'asserts' && time.tense !== 'future' && !isRejected(evidence, id)

/** The blocks a claim's numbers are read in, each once. */
export const figureBlocksOf = (claim: RecordedClaim, evidence: Evidence): string[] =>
  claim.figures.length === 0 || !isCounted(claim, evidence)
    ? []
    : unique(readFigures(claim, undefined, evidence).map(blockOf))

/**
 * Every number that somebody asserts, once: a figure for each claimant, measure, subject, day and value, however many
 * reports carry it; of one block, with the claims that have a number in it at hand. Running totals (`cumulative`) and daily counts (`daily`) are told from figures of one event; what is
 * odd beside the claimant's figure before is flagged (see `flagSeries`), and a figure that corrects one names it in
 * `replaces`; a daily figure that two totals come to is worked out and says so (`derivedFrom`). Denied, doubted, future and rejected figures, and echoes, yield none. Sorted by id.
 */
export function countFigureBlock(
  block: string,
  eventOf: (claim: ClaimId) => EventId | undefined,
  evidence: Evidence,
): Figure[] {
  const read = evidence.originals
    .filter(claim => isCounted(claim, evidence))
    .flatMap(claim => readFigures(claim, eventOf(claim.id), evidence))
    .filter(draft => blockOf(draft) === block)
  const drafts = mergeRepeats(joinTotals(findGrowing(read)))
  const told = [...groupBy(drafts, seriesKey).values()].flatMap(series => writeFigures(flagSeries(series)))
  return [...told, ...deriveDaily(told)].sort(byId)
}
