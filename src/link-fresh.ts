import { type Article, type ArticleId, addDays, dayOf, type Instant, startOfDay } from '#domain'
import { type EditionMark, type LinkedEditions, linkEditions, markEdition, NearFinder } from '#gather'
import type { Ledger } from '#ledger'

/** Days before and after a report in which an original it repeats in other words is looked for. */
const EDITION_WINDOW_DAYS = 30
/** Articles linked and perhaps not recorded yet; far more than are ever waiting to be. */
const MOST_WAITING = 4_000

const byPublished = (a: Article, b: Article): number =>
  a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0

/**
 * Links fresh reports to those the ledger holds and to those linked before them in this run, parcel after parcel. What reports
 * are found by is read from the ledger once for each stretch of time, and kept: some kilobyte a report.
 */
export class Linker {
  readonly #ledger: Ledger
  readonly #finder = new NearFinder()
  /** Stretches of time whose marks are in the finder, `to` exclusive. */
  readonly #loaded: { readonly from: Instant; readonly to: Instant }[] = []
  readonly #waiting = new Map<ArticleId, Article>()
  #whole = false

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /**
   * Of some articles those the ledger does not hold yet, oldest first, each with the edition it revises or the report it copies;
   * and those it holds that turn out to revise or copy one of them.
   */
  async link(articles: readonly Article[]): Promise<LinkedEditions> {
    const unseen = new Map<ArticleId, Article>()
    for (const article of articles)
      if (!unseen.has(article.id) && !(await this.#articleOf(article.id))) unseen.set(article.id, article)
    const fresh = [...unseen.values()].sort(byPublished)
    const [first, last] = [fresh[0], fresh.at(-1)]
    if (!first || !last) return { fresh: [], relinked: [] }
    const from = startOfDay(addDays(dayOf(first.publishedAt), -EDITION_WINDOW_DAYS))
    const to = startOfDay(addDays(dayOf(last.publishedAt), EDITION_WINDOW_DAYS))
    await this.#load(from, to)
    const marks = fresh.map(markEdition)
    const near = await this.#near(marks, from, to)
    const linked = linkEditions(fresh, near)
    await this.#keep([...linked.fresh, ...linked.relinked])
    return linked
  }

  /** Those an article may follow or repeat. Word for word, or at its address, it is found however old; edited only within the window. */
  async #near(marks: readonly EditionMark[], from: Instant, to: Instant): Promise<Article[]> {
    const addresses = marks.flatMap(({ address }) => address ?? [])
    const alike = await this.#ledger.wordings.alike(
      addresses,
      marks.map(({ digest }) => digest),
    )
    const found = await Promise.all(
      [...new Set([...this.#finder.find(marks, from, to), ...alike])].map(id => this.#articleOf(id)),
    )
    return found.filter(article => article !== null)
  }

  /** Reads the marks of a stretch of time that are not in the finder yet. The index may lag behind the articles, and is not in a journal. */
  async #load(from: Instant, to: Instant): Promise<void> {
    const { wordings } = this.#ledger
    if (!this.#whole)
      for (let missing = await wordings.missing(); missing.length > 0; missing = await wordings.missing())
        await wordings.keep(missing.map(markEdition))
    this.#whole = true
    if (this.#loaded.some(known => known.from <= from && to <= known.to)) return
    this.#finder.add(await wordings.between(from, to))
    this.#loaded.push({ from, to })
  }

  async #keep(articles: readonly Article[]): Promise<void> {
    const marks = articles.map(markEdition)
    this.#finder.add(marks)
    await this.#ledger.wordings.keep(marks)
    for (const article of articles) {
      this.#waiting.delete(article.id)
      this.#waiting.set(article.id, article)
    }
    for (const id of this.#waiting.keys()) {
      if (this.#waiting.size <= MOST_WAITING) break
      this.#waiting.delete(id)
    }
  }

  async #articleOf(id: ArticleId): Promise<Article | null> {
    return this.#waiting.get(id) ?? this.#ledger.article(id)
  }
}
