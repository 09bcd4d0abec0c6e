import type { Article, ArticleId, Story } from '#domain'
import { dayOf } from '#domain'
import { dayCount } from './happened.ts'
import { compareText } from './order.ts'
import { findStory } from './story-fit.ts'
import { groupsOf, turnedIn } from './story-groups.ts'
import { StoryIndex, WINDOW_DAYS } from './story-index.ts'
import { countsOf, mattersOf, type StoryVector, StoryWords, settlementsOf } from './story-vectors.ts'
import { countWords, daysNamed, sentencesOf, seriesOf } from './story-words.ts'
import { type ClaimsOf, writeStory } from './write-story.ts'

/** A story in the making. */
export interface StoryDraft {
  /** Its reports, oldest first. */
  readonly reports: FiledReport[]
}

/** What a report is compared by. */
interface ReadReport {
  readonly day: number
  /** Its distinct words, by number, and how often each stands in it, weighted. */
  readonly words: Int32Array
  readonly times: Float32Array
  /** Hashes of its sentences. */
  readonly sentences: Uint32Array
  /** Settlements its claims happen at; empty when no claim names one. */
  readonly places: readonly string[]
  /** What its claims tell of which settlement; empty when none names one. */
  readonly matters: readonly string[]
  /** Days its words name by their weekday, counted as `day` is. */
  readonly days: readonly number[]
  /** Counts its claims give, by measure. */
  readonly counts: ReadonlyMap<string, number>
  readonly series: string | null
}

/** A report with its place in the order of publication. */
export interface FiledReport extends ReadReport {
  readonly article: Article
  readonly order: number
  /** Null for a copy or later edition, which is told with what it repeats. */
  readonly vector: StoryVector | null
  readonly story: StoryDraft
}

/** A sentence that stood in a report this many days before is furniture of the page (sign-up lines, "about us"), not news. */
const FURNITURE_DAYS = 14
/**
 * How rare a word is is asked as of so many days before: what all tell today is not common for that. And a report that comes
 * late by less changes no other's vector.
 */
const RARITY_LAG = 3
/** Reports after which what has left the window is let go. */
const TIDY_EVERY = 5000

const byPublished = (a: Article, b: Article): number =>
  compareText(a.publishedAt, b.publishedAt) || compareText(a.id, b.id)

/**
 * Reports that tell one thing, grouped in one pass in order of publication. A copy or a later edition joins the story of
 * the report it repeats; any other report joins the nearest story if it is near enough, and opens one if none is. Where a
 * report goes hangs on those published before it and on no others: when one comes late, the line is taken back to its
 * moment and gone through again from there. Cost grows with the reports of the window that share words, not with all pairs.
 */
export class StoryLine {
  readonly #claimsOf: ClaimsOf
  readonly #words = new StoryWords()
  readonly #known = new Map<ArticleId, Article>()
  /** The reports that name a report as the one they repeat or revise. */
  readonly #repeated = new Map<ArticleId, readonly ArticleId[]>()
  readonly #filed: FiledReport[] = []
  readonly #orderOf = new Map<ArticleId, number>()
  /** Where each sentence first stood, by a hash of its words. */
  readonly #sentences = new Map<number, number>()
  #index = new StoryIndex()
  /** The words of so many of the first reports are counted among those known. */
  #counted = 0
  /** Reports before this place in the order have been let go of by the index. */
  #forgotten = 0

  constructor(claimsOf: ClaimsOf) {
    this.#claimsOf = claimsOf
  }

  /** Takes new reports, and known ones whose claims have changed; gives all reports whose story may be another. */
  take(articles: readonly Article[], changed: Iterable<ArticleId> = []): Set<ArticleId> {
    const fresh = articles.filter(({ id }) => !this.#known.has(id))
    const again = [...changed, ...this.#learn(articles)]
    const come = [...new Map(fresh.map(article => [article.id, article])).values()].sort(byPublished)
    const places = again.flatMap(id => this.#orderOf.get(id) ?? [])
    const from = Math.min(this.#filed.length, ...places, ...come.slice(0, 1).map(first => this.#placeOf(first)))
    const tail = this.#filed.slice(from)
    const stood = groupsOf(tail)
    while (this.#filed.length > from) this.#takeBackLast()
    this.#tidy()
    const keeps = this.#keepsWeight(come, new Set(again))
    const before = new Map(tail.filter(keeps).map(report => [report.article.id, report]))
    const anew = [...tail.flatMap(({ article }) => this.#known.get(article.id) ?? []), ...come].sort(byPublished)
    for (const article of anew) this.#file(article, before.get(article.id))
    // A story of the same reports may be shown by another of them once these weigh otherwise.
    const weighed = anew.flatMap(({ id }) => (before.has(id) ? [] : [id]))
    return turnedIn(stood, groupsOf(this.#filed.slice(from)), [...again, ...weighed])
  }

  /** Tells the reports that weigh what they weighed: their claims are the same, and nothing has come in that their words are counted against. */
  #keepsWeight(come: readonly Article[], again: ReadonlySet<ArticleId>): (report: FiledReport) => boolean {
    const places = [...again].flatMap(id => this.#known.get(id) ?? [])
    const days = [...come, ...places].map(({ publishedAt }) => dayCount(dayOf(publishedAt)))
    const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY)
    return ({ article, day }) => !again.has(article.id) && day < first + RARITY_LAG
  }

  /** True for a report that has been taken. */
  knows(article: ArticleId): boolean {
    return this.#known.has(article)
  }

  /** The story a report is in, as it is kept; null for a report that is not known. */
  storyOf(article: ArticleId): Story | null {
    const filed = this.#filed[this.#orderOf.get(article) ?? -1]
    return filed ? writeStory(filed.story, this.#claimsOf) : null
  }

  /** The reports of the story a report is in, oldest first, as the one group there is; none for a report that is not known. */
  reportsWith(article: ArticleId): readonly (readonly ArticleId[])[] {
    const filed = this.#filed[this.#orderOf.get(article) ?? -1]
    return filed ? [filed.story.reports.map(({ article: { id } }) => id)] : []
  }

  /** The story that some reports make, as it would be kept; null where none of them is known. */
  storyWith(articles: readonly ArticleId[]): Story | null {
    const reports = articles.flatMap(id => this.#filed[this.#orderOf.get(id) ?? -1] ?? [])
    return reports.length === 0
      ? null
      : writeStory({ reports: reports.sort((a, b) => a.order - b.order) }, this.#claimsOf)
  }

  /** Every story, by first report. */
  stories(): Story[] {
    return [...new Set(this.#filed.map(({ story }) => story))].map(story => writeStory(story, this.#claimsOf))
  }

  /** Keeps reports as they now are; gives all whose original this may tell anew: they, and those that repeat them. */
  #learn(articles: readonly Article[]): Set<ArticleId> {
    const turned = new Set<ArticleId>()
    for (const article of articles) {
      const known = this.#known.get(article.id)
      if (known && known.copyOf === article.copyOf && known.revisionOf === article.revisionOf) continue
      this.#known.set(article.id, article)
      const original = article.copyOf ?? article.revisionOf
      if (original !== null) this.#repeated.set(original, [...(this.#repeated.get(original) ?? []), article.id])
      turned.add(article.id)
    }
    for (const id of turned) for (const repeat of this.#repeated.get(id) ?? []) turned.add(repeat)
    return turned
  }

  #placeOf(article: Article): number {
    let [low, high] = [0, this.#filed.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const there = this.#filed[middle]
      if (there && byPublished(there.article, article) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  #takeBackLast(): void {
    const last = this.#filed.pop()
    if (!last) return
    last.story.reports.pop()
    this.#orderOf.delete(last.article.id)
    if (this.#counted > this.#filed.length) {
      this.#words.takeBack(last.words)
      this.#counted -= 1
    }
    for (const hash of last.sentences) if (this.#sentences.get(hash) === last.order) this.#sentences.delete(hash)
    if (last.vector && last.order >= this.#forgotten) this.#index.removeLast(last.vector)
  }

  /** Lets go of what no coming report can reach, and takes back what one now can. */
  #tidy(): void {
    const last = this.#filed.length - 1
    const from = this.#windowFrom(this.#filed[last]?.day ?? 0)
    if (from < this.#forgotten) {
      this.#index = new StoryIndex()
      for (const { order, vector } of this.#filed.slice(from)) if (vector) this.#index.add(order, vector)
      this.#forgotten = from
    } else if (from - this.#forgotten > TIDY_EVERY) {
      this.#index.forget(from)
      this.#forgotten = from
    }
  }

  /** Place of the first report of the window that ends on a day. */
  #windowFrom(day: number): number {
    let [low, high] = [0, this.#filed.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#filed[middle]?.day ?? 0) < day - WINDOW_DAYS) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Has the words of all reports counted that stand so long before a day that it may know them, and of no others. */
  #countUpTo(day: number): void {
    for (let last = this.#filed[this.#counted - 1]; last && last.day > day - RARITY_LAG; ) {
      this.#words.takeBack(last.words)
      this.#counted -= 1
      last = this.#filed[this.#counted - 1]
    }
    for (let next = this.#filed[this.#counted]; next && next.day <= day - RARITY_LAG; ) {
      this.#words.take(next.words)
      this.#counted += 1
      next = this.#filed[this.#counted]
    }
  }

  /** Files a report as the last; `before` is how it was filed before, where nothing it was weighed by has changed. */
  #file(article: Article, before: FiledReport | undefined): void {
    const read = before ?? this.#read(article)
    this.#standSentences(read.sentences)
    const told = this.#storyRepeated(article)
    const vector = told ? null : (before?.vector ?? this.#weigh(read))
    const near = vector && this.#index.near(vector, this.#windowFrom(read.day))
    const story = told ?? (near && findStory(read, near, this.#filed)) ?? { reports: [] }
    const report: FiledReport = { ...read, article, order: this.#filed.length, vector, story }
    story.reports.push(report)
    this.#filed.push(report)
    this.#orderOf.set(article.id, report.order)
    if (vector) this.#index.add(report.order, vector)
  }

  /** What a report is compared by, read off it and its claims. */
  #read(article: Article): ReadReport {
    const day = dayCount(dayOf(article.publishedAt))
    const claims = this.#claimsOf(article.id)
    const sentences = sentencesOf(article)
    const hashes = Uint32Array.from(sentences, hashOf)
    const terms = countWords(article, sentences, (_, at) => this.#isFurniture(hashes[at] ?? 0, day))
    const words = this.#words.number(terms.keys())
    const matter = {
      days: daysNamed(article, day),
      matters: mattersOf(claims),
      places: settlementsOf(claims),
      counts: countsOf(claims),
      series: seriesOf(article),
    }
    return { day, words, times: Float32Array.from(terms.values()), sentences: hashes, ...matter }
  }

  #weigh({ day, words, times }: ReadReport): StoryVector {
    this.#countUpTo(day)
    return this.#words.weigh(words, times)
  }

  /** True for a sentence that first stood in a report of long before. */
  #isFurniture(hash: number, day: number): boolean {
    const first = this.#filed[this.#sentences.get(hash) ?? -1]
    return first !== undefined && day - first.day > FURNITURE_DAYS
  }

  #standSentences(hashes: Uint32Array): void {
    for (const hash of hashes) if (!this.#sentences.has(hash)) this.#sentences.set(hash, this.#filed.length)
  }

  /** The story of the report this one repeats or revises, followed to its end; null where it repeats none that came before it. */
  #storyRepeated(article: Article): StoryDraft | null {
    const seen = new Set<ArticleId>([article.id])
    let original: ArticleId | null = null
    for (let next = article.copyOf ?? article.revisionOf; next !== null && !seen.has(next); ) {
      seen.add(next)
      const found: Article | undefined = this.#known.get(next)
      if (!found) break
      original = next
      next = found.copyOf ?? found.revisionOf
    }
    return this.#filed[this.#orderOf.get(original ?? '') ?? -1]?.story ?? null
  }
}

/** 32 bits of a sentence (FNV-1a): two of a million sentences may meet, and one then counts as seen before. */
function hashOf(sentence: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < sentence.length; at += 1) hash = Math.imul(hash ^ sentence.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
