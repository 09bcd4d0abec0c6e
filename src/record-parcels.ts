import type { Article, ArticleId, Instant, ReadBy, RecordedClaim, Source, Theatre } from '#domain'
import { codedClaim } from '#domain'
import type { Translator } from '#gather'
import { RECAPTURED } from '#gather'
import { groupBy } from '#kit'
import type { Ledger, RecordCounts } from '#ledger'
import { allRows } from '#ledger'
import type { Readers } from '#readers'
import type { News } from '#reconcile'
import { registerForecasts, World } from '#reconcile'
import { type Filed, fileReading, isNotRead, settled } from './file-reading.ts'
import type { Parcel } from './parcel.ts'
import { isToRead, type ReadParcel, readAhead } from './read-ahead.ts'
import { readerVersion } from './reader-version.ts'

/** What the walk needs from outside: the war as data, who reads, where to record, and the clock. */
export interface Walk {
  readonly theatre: Theatre
  /** Reads reports of this theatre, on one thread or several. */
  readonly readers: Readers
  readonly ledger: Ledger
  readonly now: () => Instant
  /**
   * True: an archive is replayed day by day, each report taken as learned at the end of the day it was published, so that
   * `--as-of` can look back. False: everything is learned now.
   */
  readonly asPublished: boolean
  /** Gives reports in other languages in English; null or absent: they are kept and listed, and not read. */
  readonly translator?: Translator | null
  /** Called with the number of reports filed so far, and of those at hand so far: an archive's end is not known before. */
  readonly onProgress?: (done: number, found: number) => void
}

/** What recording did: reports new to the ledger, claims read, reports in other languages, reports that were read and gave no claim, rows added by table. */
export interface Recorded {
  readonly fresh: number
  readonly claims: number
  readonly notRead: number
  readonly noClaims: number
  readonly rows: RecordCounts
}

/** Reads, reconciles and records parcels in the order they come. Each is one transaction: all of it or nothing. */
export async function recordParcels(parcels: Iterable<Parcel> | AsyncIterable<Parcel>, walk: Walk): Promise<Recorded> {
  const recorder = new ParcelRecorder(walk)
  const sources = [...walk.theatre.sources, ...(await walk.ledger.sources())]
  for await (const parcel of readAhead(recorder.opened(parcels), id => recorder.knows(id), sources, walk.readers))
    await recorder.record(parcel)
  return recorder.done
}

/** What is known of one ledger while parcels are recorded in it, one after the other. */
class ParcelRecorder {
  readonly #walk: Walk
  #world: World | null = null
  #isFirst = true
  #found = 0
  readonly #rows: Record<string, number> = {}
  readonly #done = { fresh: 0, claims: 0, notRead: 0, noClaims: 0 }

  constructor(walk: Walk) {
    this.#walk = walk
  }

  get done(): Recorded {
    return { ...this.#done, rows: this.#rows }
  }

  /** The parcels; what the ledger holds is read before the first of them, and not at all where there is none. */
  async *opened(parcels: Iterable<Parcel> | AsyncIterable<Parcel>): AsyncGenerator<Parcel> {
    for await (const parcel of parcels) {
      this.#world ??= await openWorld(this.#walk)
      this.#found += parcel.articles.length + (parcel.again?.length ?? 0)
      yield parcel
    }
  }

  knows(article: ArticleId): boolean {
    return this.#world?.knows(article) ?? false
  }

  async record({ parcel, readings, sources }: ReadParcel): Promise<void> {
    const world = this.#world ?? new World(this.#walk.theatre)
    const relinked = relinkKnown(world, parcel.articles)
    const again = parcel.again ?? []
    const articles: Article[] = []
    const claims: RecordedClaim[] = []
    for (const article of [...parcel.articles.filter(({ id }) => !relinked.ids.has(id)), ...again]) {
      this.#done.fresh += 1
      this.#walk.onProgress?.(this.#done.fresh, this.#found)
      const source = sourceOf(article, sources)
      const filed = fileReading(article, source, parcel.learned, readingOf(article, source, readings))
      articles.push(filed.article)
      claims.push(...settled(filed.claims, world.claimsOf(article.id)))
    }
    const told = { articles: [...articles, ...relinked.articles], claims: [...claims, ...relinked.claims] }
    const reread = [...recapturedBy(parcel.articles), ...again.map(({ id }) => id)]
    const changes = world.take({ ...parcel, ...told, reread: [...reread, ...relinked.ids] })
    // The first is compared whole with what the ledger holds: an earlier version may have reconciled otherwise.
    const made = this.#isFirst ? { reconciled: world.reconciled() } : { reconciled: null, changes }
    this.#isFirst = false
    const stands = {
      claims: standingClaims(world, told.articles),
      readings: readBy(articles, claims, parcel, this.#walk),
    }
    const asked = withForecasts(parcel, claims, this.#walk.theatre)
    const added = await this.#walk.ledger.record({ ...parcel, ...told, ...stands, ...asked, reread, ...made })
    this.#count(added, articles, claims)
  }

  #count(added: RecordCounts, articles: readonly Article[], claims: readonly RecordedClaim[]): void {
    for (const [table, count] of Object.entries(added)) this.#rows[table] = (this.#rows[table] ?? 0) + count
    this.#done.claims += claims.length
    const translated = new Set(articles.flatMap(({ translationOf }) => translationOf ?? []))
    const telling = new Set(claims.map(({ article }) => article))
    this.#done.noClaims += articles.filter(article => !isNotRead(article) && !telling.has(article.id)).length
    this.#done.notRead += articles.filter(article => isNotRead(article) && !translated.has(article.id)).length
  }
}

/** What a report says: its reading, or what a dataset coded in its row; null: it is in no language that is read. */
function readingOf(article: Article, source: Source, readings: ReadParcel['readings']): Filed | null {
  const { coded } = article
  if (coded !== undefined) return { claims: [codedClaim(article, coded, source)], notes: [] }
  if (!isToRead(article)) return null
  const reading = readings.get(article.id)
  if (!reading) throw new Error(`article ${article.id}: expected a reading, found none`)
  return reading
}

/** The world as the ledger has it: read once a run, each parcel then costs what it changes. */
async function openWorld({ ledger, theatre }: Walk): Promise<World> {
  const world = new World(theatre)
  const known: News = {
    articles: await allRows(page => ledger.articles(page)),
    claims: await allRows(page => ledger.claims(page)),
    sources: await ledger.sources(),
    judgements: await ledger.judgements(),
  }
  world.take(known)
  return world
}

/** As judged: the claims of reports just told, and those of before that a judgement of this parcel makes say otherwise. */
const standingClaims = (world: World, articles: readonly Article[]): RecordedClaim[] => [
  ...articles.flatMap(({ id }) => world.claimsOf(id)),
  ...world.recast,
]

function readBy(
  articles: readonly Article[],
  claims: readonly RecordedClaim[],
  { learned }: Parcel,
  { theatre }: Walk,
): ReadBy[] {
  const [reader, found] = [readerVersion(theatre), groupBy(claims, ({ article }) => article)]
  return articles.map(({ id }) => ({ article: id, reader, claims: found.get(id)?.length ?? 0, learned }))
}

/**
 * Of a parcel's articles those known before, which turned out to repeat or follow another; with their claims, which say so
 * too. Nothing is read again: the words are the same.
 */
function relinkKnown(world: World, given: readonly Article[]) {
  const articles = given.filter(({ id }) => world.knows(id))
  const claims = articles.flatMap(({ id, copyOf, revisionOf }) =>
    world.claimsOf(id).map((claim): RecordedClaim => ({ ...claim, copyOf, revisionOf })),
  )
  return { ids: new Set(articles.map(({ id }) => id)), articles, claims }
}

/** The questions and forecasts of a parcel: those imported with it, and those its claims put. */
function withForecasts({ questions, forecasts }: Parcel, claims: readonly RecordedClaim[], theatre: Theatre) {
  const said = registerForecasts(claims, theatre)
  return {
    questions: [...(questions ?? []), ...said.questions],
    forecasts: [...(forecasts ?? []), ...said.forecasts],
  }
}

/** Articles whose words Fogline read anew from the bytes it had kept: the claims of the worse reading are taken back. */
const recapturedBy = (articles: readonly Article[]): ReadonlySet<ArticleId> =>
  new Set(
    articles.flatMap(({ revisionOf, notes }) =>
      revisionOf !== null && notes.some(({ rule }) => rule === RECAPTURED) ? [revisionOf] : [],
    ),
  )

/** The source a report came from; gather gave it one, so none is a broken promise. */
function sourceOf(article: Article, sources: readonly Source[]): Source {
  const source = sources.find(({ id }) => id === article.source)
  if (!source) throw new Error(`article ${article.id}: expected its source "${article.source}" to be known, found none`)
  return source
}
