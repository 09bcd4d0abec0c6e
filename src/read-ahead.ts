import type { Article, ArticleId, Reading, Source } from '#domain'
import type { Readers } from '#readers'
import type { Parcel } from './parcel.ts'

/** A parcel with the readings of those of its reports that are in English and not known before it. */
export interface ReadParcel {
  readonly parcel: Parcel
  readonly readings: ReadonlyMap<ArticleId, Reading>
  /** The sources known when it was read, the newest record of each. */
  readonly sources: readonly Source[]
}

/** Characters of text read together, so that several threads are worth opening; and the most reports and bytes of captures held for it. */
const READ_TOGETHER = 1_000_000
const MOST_REPORTS = 1_000
const MOST_BYTES = 16_000_000

/** One record of each source, the last given. */
export const newest = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map(source => [source.id, source])).values(),
]

const isEnglish = ({ language }: Article): boolean => language === null || language === 'en'

/** True for a report whose text is read: in English, and not a row that a dataset has coded. */
export const isToRead = (article: Article): boolean => isEnglish(article) && article.coded === undefined

/**
 * Parcels with their readings, in order, several small ones read together. The reader knows an outlet's camp by the sources, so
 * a report is read with those known at its own parcel and no later ones: what is read together ends where a new source comes,
 * and a ledger made again from its journal is read as it was.
 */
export async function* readAhead(
  parcels: Iterable<Parcel> | AsyncIterable<Parcel>,
  knows: (article: ArticleId) => boolean,
  first: readonly Source[],
  readers: Readers,
): AsyncGenerator<ReadParcel> {
  let sources = newest(first)
  let group = new Group(knows)
  for await (const parcel of parcels) {
    const known = new Map(sources.map(source => [source.id, source]))
    const turned = parcel.sources.some(source => JSON.stringify(known.get(source.id)) !== JSON.stringify(source))
    if (turned || group.isFull) {
      yield* group.read(sources, readers)
      group = new Group(knows)
    }
    if (turned) sources = newest([...sources, ...parcel.sources])
    group.add(parcel)
  }
  yield* group.read(sources, readers)
}

/** Parcels that are read together. */
class Group {
  readonly #knows: (article: ArticleId) => boolean
  readonly #parcels: Parcel[] = []
  readonly #articles = new Map<ArticleId, Article>()
  #characters = 0
  #reports = 0
  #bytes = 0

  constructor(knows: (article: ArticleId) => boolean) {
    this.#knows = knows
  }

  add(parcel: Parcel): void {
    this.#parcels.push(parcel)
    this.#reports += parcel.articles.length
    for (const { body } of parcel.captures) this.#bytes += body.length
    const fresh = parcel.articles.filter(({ id }) => !this.#articles.has(id) && !this.#knows(id))
    for (const article of [...fresh, ...(parcel.again ?? [])].filter(isToRead)) {
      this.#articles.set(article.id, article)
      this.#characters += article.text.length
    }
  }

  get isFull(): boolean {
    return this.#characters >= READ_TOGETHER || this.#reports >= MOST_REPORTS || this.#bytes >= MOST_BYTES
  }

  async *read(sources: readonly Source[], readers: Readers): AsyncGenerator<ReadParcel> {
    const readings = new Map<ArticleId, Reading>()
    for await (const [{ id }, reading] of readers.readAll(this.#articles.values(), article => article, sources))
      readings.set(id, reading)
    for (const parcel of this.#parcels) yield { parcel, readings, sources }
  }
}
