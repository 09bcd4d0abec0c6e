import type { Nearness } from './story-index.ts'
import type { FiledReport, StoryDraft } from './story-line.ts'

/** Nearness (cosine, 0–1) from which a report published at the same time joins a story, where both are of full length. */
const JOIN_AT = 0.2
/** What the bar rises by as a story grows cold: times ln(1 + days / 3). */
const RISE_PER_GAP = 0.03
const GAP_UNIT_DAYS = 3
/** Distinct words from which a report is of full length. */
const FULL_LENGTH = 32
/** What both rise by towards a report of no words: of a dozen words, three in common are soon found, and say little. */
const THIN = { joinAt: 0.14, risePerGap: 0.2 }
/** Share of a story's mean nearness in its score, the rest being its nearest report: a chain of weak links is no story. */
const MEAN_SHARE = 0.4
/** Nearness is multiplied by these when the two reports' claims happen at other settlements, or give other counts. */
const OTHER_PLACE = 0.18
const OTHER_COUNTS = 0.8
/** The same for reports that count the same two things or more and agree in none. */
const OTHER_LIST = 0.3

/** The same for reports published within a day of each other that name days by their weekdays, and none in common. */
const OTHER_DAYS = 0.6
const SAME_NEWS_DAYS = 1

/**
 * The same for reports of few days whose claims tell one matter of one settlement: who claims to hold a town and who denies
 * it are one story, though a line of each has few words in common.
 */
const SAME_MATTER = 2
const SAME_MATTER_DAYS = 2

/** What of a report is compared besides its words. */
type Matter = Pick<FiledReport, 'matters' | 'places' | 'days' | 'counts' | 'series' | 'day' | 'words'>

/** True where both tell something and nothing that is the same. */
const isApart = <Told>(a: readonly Told[], b: readonly Told[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some(told => b.includes(told))

/** Below 1 where what the two reports claim cannot be one happening, above 1 where it may well be. */
function likeness(a: Matter, b: Matter): number {
  const sameMatter = a.day - b.day <= SAME_MATTER_DAYS && a.matters.some(matter => b.matters.includes(matter))
  const elsewhere = isApart(a.places, b.places)
  const otherDays = a.day - b.day <= SAME_NEWS_DAYS && isApart(a.days, b.days)
  const shared = [...a.counts].filter(([measure]) => b.counts.has(measure))
  const miscounted = shared.length > 0 && shared.every(([measure, count]) => b.counts.get(measure) !== count)
  const counted = miscounted ? (shared.length > 1 ? OTHER_LIST : OTHER_COUNTS) : 1
  return (sameMatter ? SAME_MATTER : 1) * (elsewhere ? OTHER_PLACE : 1) * (otherDays ? OTHER_DAYS : 1) * counted
}

/** Nearness below this leaves the places and counts unlooked at: it is too little anyway. */
const TOO_FAR = 0.05

/** The nearness that two reports must have, by the days between them and the words of the shorter one. */
function barOf(gap: number, words: number): number {
  const thinness = Math.max(0, 1 - words / FULL_LENGTH)
  const rise = RISE_PER_GAP + THIN.risePerGap * thinness
  return JOIN_AT + THIN.joinAt * thinness + rise * Math.log(1 + gap / GAP_UNIT_DAYS)
}

/** Two instalments of one series, of two days, are two stories however alike they read. */
const isOtherInstalment = (report: Matter, { reports }: StoryDraft): boolean =>
  report.series !== null && reports.some(({ series, day }) => series === report.series && day !== report.day)

/** How well a report fits a story: three fifths its nearest report, two fifths the mean of all, each above the bar for its age and length. */
function scoreOf(report: Matter, { reports }: StoryDraft, cosines: Float64Array): number {
  let best = Number.NEGATIVE_INFINITY
  let sum = 0
  let mass = 0
  for (const other of reports) {
    const cosine = cosines[other.order] ?? 0
    if (cosine === 0) continue
    const nearness = cosine > TOO_FAR ? cosine * likeness(report, other) : cosine
    const words = Math.min(report.words.length, other.words.length)
    const margin = nearness - barOf(report.day - other.day, words)
    best = Math.max(best, margin)
    sum += margin
    mass += 1
  }
  const mean = (sum - JOIN_AT * (reports.length - mass)) / reports.length
  return (1 - MEAN_SHARE) * best + MEAN_SHARE * mean
}

/** The story nearest to a report, or null when none is near enough for its age. Of equals the older wins. */
export function findStory(
  report: Matter,
  { touched, cosines }: Nearness,
  filed: readonly FiledReport[],
): StoryDraft | null {
  // A mean is no more than the best, so a story with no report above the lowest bar cannot score above 0.
  const candidates = new Set<StoryDraft>()
  for (const order of touched) {
    const story = (cosines[order] ?? 0) > JOIN_AT / SAME_MATTER ? filed[order]?.story : undefined
    if (story) candidates.add(story)
  }
  let found: StoryDraft | null = null
  let highest = 0
  for (const story of [...candidates].sort((a, b) => (a.reports[0]?.order ?? 0) - (b.reports[0]?.order ?? 0))) {
    const score = scoreOf(report, story, cosines)
    if (score <= highest || isOtherInstalment(report, story)) continue
    found = story
    highest = score
  }
  return found
}
