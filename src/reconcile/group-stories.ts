import type { Article, ArticleId, RecordedClaim, Story } from '#domain'
import { dayOf, makeId } from '#domain'
import { groupBy } from '#kit'
import { chooseHeadline } from './choose-headline.ts'
import { dayCount } from './happened.ts'
import { bySaid, compareText } from './order.ts'
import { type Nearness, StoryIndex } from './story-index.ts'
import { makeStoryVectors, type StoryVector } from './story-vectors.ts'

/** A story in the making. */
interface Draft {
  /** Its reports, oldest first. */
  readonly articles: Article[]
  /** Places in the order of publication of those of its reports that are no copies. */
  readonly orders: number[]
}

/** Nearness (cosine, 0–1) from which a report published at the same time joins a story. */
const JOIN_AT = 0.17
/** What the bar rises by as a story grows cold: times ln(1 + days / 3). */
const RISE_PER_GAP = 0.07
const GAP_UNIT_DAYS = 3
/** Share of a story's mean nearness in its score, the rest being its nearest report: a chain of weak links is no story. */
const MEAN_SHARE = 0.5
/** Nearness is multiplied by these when the two reports' claims happen at other settlements, or give other counts. */
const OTHER_PLACE = 0.18
const OTHER_COUNTS = 0.8

/** A report with its place in the order of publication, its day and its vector. */
interface Filed {
  readonly article: Article
  readonly day: number
  readonly vector: StoryVector
}

/** Below 1 where what the two reports claim cannot be one happening. */
function likeness(a: StoryVector, b: StoryVector): number {
  const placed = a.places.size > 0 && b.places.size > 0
  const elsewhere = placed && ![...a.places].some(place => b.places.has(place))
  const shared = [...a.counts].filter(([measure]) => b.counts.has(measure))
  const miscounted = shared.length > 0 && shared.every(([measure, count]) => b.counts.get(measure) !== count)
  return (elsewhere ? OTHER_PLACE : 1) * (miscounted ? OTHER_COUNTS : 1)
}

/** Nearness below this leaves the places and counts unlooked at: it is too little anyway. */
const TOO_FAR = 0.05

const barOf = (gap: number) => JOIN_AT + RISE_PER_GAP * Math.log(1 + gap / GAP_UNIT_DAYS)

/** How well a report fits a story: half its nearest report, half the mean of all, each above the bar for its age. */
function scoreOf(report: Filed, story: Draft, cosines: Float64Array, filed: readonly Filed[]): number {
  let best = Number.NEGATIVE_INFINITY
  let sum = 0
  let mass = 0
  for (const order of story.orders) {
    const cosine = cosines[order] ?? 0
    const other = filed[order]
    if (cosine === 0 || !other) continue
    const nearness = cosine > TOO_FAR ? cosine * likeness(report.vector, other.vector) : cosine
    const margin = nearness - barOf(report.day - other.day)
    best = Math.max(best, margin)
    sum += margin
    mass += 1
  }
  const mean = (sum - JOIN_AT * (story.articles.length - mass)) / story.articles.length
  return (1 - MEAN_SHARE) * best + MEAN_SHARE * mean
}

/** The story nearest to a report, or null when none is near enough for its age. Of equals the older wins. */
function findStory(
  report: Filed,
  { touched, cosines }: Nearness,
  filed: readonly Filed[],
  storyOf: ReadonlyMap<ArticleId, Draft>,
): Draft | null {
  // A mean is no more than the best, so a story with no report above the lowest bar cannot score above 0.
  const candidates = new Set<Draft>()
  for (const order of touched) {
    if ((cosines[order] ?? 0) <= JOIN_AT) continue
    const story = storyOf.get(filed[order]?.article.id ?? '')
    if (story) candidates.add(story)
  }
  let found: Draft | null = null
  let highest = 0
  for (const story of [...candidates].sort((a, b) => (a.orders[0] ?? 0) - (b.orders[0] ?? 0))) {
    const score = scoreOf(report, story, cosines, filed)
    if (score <= highest) continue
    found = story
    highest = score
  }
  return found
}

function writeStory(
  draft: Draft,
  claims: readonly RecordedClaim[],
  vectors: ReadonlyMap<ArticleId, StoryVector>,
): Story {
  const articles = [...draft.articles].sort(byPublished)
  const first = articles[0]
  if (!first) throw new Error('story: expected at least one report, found none')
  return {
    id: makeId('story', { article: first.id }),
    headline: chooseHeadline(articles, vectors),
    articles: articles.map(({ id }) => id),
    claims: claims.map(({ id }) => id),
    firstSaid: first.publishedAt,
    lastSaid: articles[articles.length - 1]?.publishedAt ?? first.publishedAt,
  }
}

const byPublished = (a: Article, b: Article): number =>
  compareText(a.publishedAt, b.publishedAt) || compareText(a.id, b.id)

/**
 * Groups reports that tell one thing, in one pass in order of publication. A copy or a later edition joins the story of
 * the report it repeats; any other report joins the nearest story if it is near enough, and opens one if none is. The
 * bar rises with the time since the story's reports. `id` is a hash of the first report. Cost grows with the reports of
 * the window that share words, not with all pairs. Stories come sorted by first report.
 */
export function groupStories(articles: readonly Article[], claims: readonly RecordedClaim[]): Story[] {
  const ordered = [...new Map(articles.map(article => [article.id, article])).values()].sort(byPublished)
  const vectors = makeStoryVectors(ordered, claims)
  const known = new Map(ordered.map(article => [article.id, article]))
  const index = new StoryIndex(ordered.length)
  const storyOf = new Map<ArticleId, Draft>()
  const drafts: Draft[] = []
  const filed = ordered.map((article): Filed => {
    const vector = vectors.get(article.id)
    if (!vector) throw new Error(`story: expected a vector of ${article.id}, found none`)
    return { article, vector, day: dayCount(dayOf(article.publishedAt)) }
  })
  filed.forEach((report, order) => {
    const { article, vector, day } = report
    const repeated = originalOf(article, known)
    const told = repeated && storyOf.get(repeated.id)
    const story = told ?? findStory(report, index.near(vector, day), filed, storyOf) ?? { articles: [], orders: [] }
    if (story.articles.length === 0) drafts.push(story)
    story.articles.push(article)
    storyOf.set(article.id, story)
    if (told) return
    story.orders.push(order)
    index.add(order, day, vector)
  })
  const claimsOf = groupBy([...claims].sort(bySaid), claim => storyOf.get(claim.article))
  return drafts.map(draft => writeStory(draft, claimsOf.get(draft) ?? [], vectors))
}

/** The report this one repeats or revises, followed to its end; null when it repeats none that is known. */
function originalOf(article: Article, known: ReadonlyMap<ArticleId, Article>): Article | null {
  const seen = new Set<ArticleId>([article.id])
  let original: Article | null = null
  let next = article.copyOf ?? article.revisionOf
  while (next !== null && !seen.has(next)) {
    seen.add(next)
    const found = known.get(next)
    if (!found) break
    original = found
    next = found.copyOf ?? found.revisionOf
  }
  return original
}
