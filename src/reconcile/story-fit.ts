import type { Nearness } from './story-index.ts'
import type { FiledReport, StoryDraft } from './story-line.ts'

/** Nearness (cosine, 0–1) from which a report published at the same time joins a story. */
const JOIN_AT = 0.2
/** What the bar rises by as a story grows cold: times ln(1 + days / 3). */
const RISE_PER_GAP = 0.055
const GAP_UNIT_DAYS = 3
/** Share of a story's mean nearness in its score, the rest being its nearest report: a chain of weak links is no story. */
const MEAN_SHARE = 0.5
/** Nearness is multiplied by these when the two reports' claims happen at other settlements, or give other counts. */
const OTHER_PLACE = 0.18
const OTHER_COUNTS = 0.8
/** The same for reports that count the same two things or more and agree in none. */
const OTHER_LIST = 0.3

/** What of a report is compared besides its words. */
type Matter = Pick<FiledReport, 'places' | 'counts' | 'series' | 'day'>

/** Below 1 where what the two reports claim cannot be one happening. */
function likeness(a: Matter, b: Matter): number {
  const placed = a.places.length > 0 && b.places.length > 0
  const elsewhere = placed && !a.places.some(place => b.places.includes(place))
  const shared = [...a.counts].filter(([measure]) => b.counts.has(measure))
  const miscounted = shared.length > 0 && shared.every(([measure, count]) => b.counts.get(measure) !== count)
  const counted = miscounted ? (shared.length > 1 ? OTHER_LIST : OTHER_COUNTS) : 1
  return (elsewhere ? OTHER_PLACE : 1) * counted
}

/** Nearness below this leaves the places and counts unlooked at: it is too little anyway. */
const TOO_FAR = 0.05

const barOf = (gap: number) => JOIN_AT + RISE_PER_GAP * Math.log(1 + gap / GAP_UNIT_DAYS)

/** Two instalments of one series, of two days, are two stories however alike they read. */
const isOtherInstalment = (report: Matter, { reports }: StoryDraft): boolean =>
  report.series !== null && reports.some(({ series, day }) => series === report.series && day !== report.day)

/** How well a report fits a story: half its nearest report, half the mean of all, each above the bar for its age. */
function scoreOf(report: Matter, { reports }: StoryDraft, cosines: Float64Array): number {
  let best = Number.NEGATIVE_INFINITY
  let sum = 0
  let mass = 0
  for (const other of reports) {
    const cosine = cosines[other.order] ?? 0
    if (cosine === 0) continue
    const nearness = cosine > TOO_FAR ? cosine * likeness(report, other) : cosine
    const margin = nearness - barOf(report.day - other.day)
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
    const story = (cosines[order] ?? 0) > JOIN_AT ? filed[order]?.story : undefined
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
