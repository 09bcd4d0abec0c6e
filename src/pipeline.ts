/**
 * The walk, on one screen: gathered reports → editions linked → read → reconciled → recorded.
 * Each step is a function of its room; this file only says in which order, and what is handed from one to the next.
 */

import type { Article, Gazetteer, Instant, Judgement, Note, RecordedClaim, Source, Theatre } from '#domain'
import { addDays, canonicalJson, dayOf, startOfDay } from '#domain'
import type { Gathered } from '#gather'
import { linkEditions } from '#gather'
import { groupBy } from '#kit'
import type { Captured, Ledger, LedgerBatch, RecordCounts } from '#ledger'
import { allRows } from '#ledger'
import { readArticle } from '#read'
import { reconcile } from '#reconcile'

/** What the walk needs from outside: the war as data, where to record, and the clock. */
export interface Walk {
  readonly theatre: Theatre
  readonly gazetteer: Gazetteer | null
  readonly ledger: Ledger
  readonly now: () => Instant
  /**
   * True: an archive is replayed day by day, each report taken as learned at the end of the day it was published, so that
   * `--as-of` can look back. False: everything is learned now.
   */
  readonly asPublished: boolean
  readonly onProgress?: (done: number, total: number) => void
}

/** What an ingest did: reports gathered, those new to the ledger, claims read, reports in other languages, rows added by table. */
export interface Ingested {
  readonly gathered: number
  readonly fresh: number
  readonly claims: number
  readonly notRead: number
  readonly rows: RecordCounts
}

/** Reports learned at one moment, with what they came from. */
type Parcel = Pick<LedgerBatch, 'learned' | 'articles' | 'sources' | 'captures' | 'judgements'>

/** Days before a report in which an earlier edition or an original it copies is looked for. */
const EDITION_WINDOW_DAYS = 30

/** Takes gathered reports into the ledger. Reports it holds already are passed over, so a second run adds no row. */
export async function ingest(gathered: readonly Gathered[], walk: Walk): Promise<Ingested> {
  const articles = await linkFresh(gathered, walk.ledger)
  const parcels = pack(articles, new Map(gathered.map(item => [item.article.id, item])), walk)
  return { gathered: gathered.length, ...(await recordParcels(parcels, walk)) }
}

/** Makes a ledger again from what its journal kept: every report is read anew, at the moment it was first learned. */
export async function rebuild(journal: AsyncIterable<LedgerBatch>, walk: Walk): Promise<Ingested> {
  const batches: LedgerBatch[] = []
  for await (const batch of journal) batches.push(batch)
  const parcels = [...groupBy(batches, batch => batch.learned)].map(([learned, some]) => ({
    learned,
    sources: some.flatMap(batch => batch.sources),
    captures: some.flatMap(batch => batch.captures),
    articles: some.flatMap(batch => batch.articles),
    judgements: some.flatMap(batch => batch.judgements),
  }))
  return {
    gathered: parcels.reduce((sum, { articles }) => sum + articles.length, 0),
    ...(await recordParcels(parcels, walk)),
  }
}

/** Reads, reconciles and records parcels in the order they were learned. Each is one transaction: all of it or nothing. */
async function recordParcels(parcels: readonly Parcel[], outer: Walk): Promise<Omit<Ingested, 'gathered'>> {
  const known = await knownState(outer.ledger, parcels.length > 0)
  const total = parcels.reduce((sum, { articles }) => sum + articles.length, 0)
  // The reader knows an outlet's camp by the theatre's sources, so those of the reports at hand stand among them.
  const sources = newest([...outer.theatre.sources, ...known.sources, ...parcels.flatMap(parcel => parcel.sources)])
  const walk: Walk = { ...outer, theatre: { ...outer.theatre, sources } }
  const rows: Record<string, number> = {}
  const done = { fresh: 0, claims: 0, notRead: 0 }
  for (const parcel of parcels) {
    const readings = parcel.articles.map(article => {
      walk.onProgress?.(++done.fresh, total)
      return readOne(article, sourceOf(article, sources), parcel.learned, walk)
    })
    const [articles, claims] = [readings.map(({ article }) => article), readings.flatMap(({ claims }) => claims)]
    known.sources = newest([...known.sources, ...parcel.sources])
    known.articles.push(...articles)
    known.claims.push(...claims)
    known.judgements.push(...parcel.judgements)
    const reconciled = reconcile({ ...known, theatre: walk.theatre })
    const added = await walk.ledger.record({ ...parcel, articles, claims, sources: known.sources, reconciled })
    for (const [table, count] of Object.entries(added)) rows[table] = (rows[table] ?? 0) + count
    done.claims += claims.length
    done.notRead += articles.filter(isNotRead).length
  }
  return { ...done, rows }
}

/** Fresh reports as parcels: one of all of them, or one a day where an archive is replayed. */
function pack(articles: readonly Article[], items: ReadonlyMap<string, Gathered>, walk: Walk): Parcel[] {
  const days = groupBy(articles, article => (walk.asPublished ? dayOf(article.publishedAt) : null))
  return [...days].map(([day, some]) => {
    const from = some.flatMap(article => items.get(article.id) ?? [])
    return {
      learned: day === null ? walk.now() : latest(some.map(article => article.publishedAt)),
      articles: some,
      sources: newest(from.map(item => item.source)),
      // A feed of many entries is one capture.
      captures: [...new Map<string, Captured>(from.map(({ raw, body }) => [raw.id, { raw, body }])).values()],
      judgements: [],
    }
  })
}

const LANGUAGE_NOTE = 'language-not-read'
const isNotRead = ({ notes }: Article): boolean => notes.some(({ rule }) => rule === LANGUAGE_NOTE)

/** Reads one article and files its claims with the report and the other two times. A language the reader does not know is a Note. */
function readOne(
  article: Article,
  source: Source,
  learned: Instant,
  walk: Walk,
): { article: Article; claims: RecordedClaim[] } {
  if (article.language !== null && article.language !== 'en') {
    const note: Note = {
      rule: LANGUAGE_NOTE,
      reason: `written in "${article.language}"; only English is read`,
      span: null,
    }
    return { article: withNotes(article, [note]), claims: [] }
  }
  const { claims, notes } = readArticle(article, walk)
  const filed = {
    article: article.id,
    source: source.id,
    outlet: article.outlet,
    family: source.family ?? source.id,
    reliability: source.reliability,
    said: article.publishedAt,
    learned,
    copyOf: article.copyOf,
    revisionOf: article.revisionOf,
  }
  return { article: withNotes(article, notes), claims: claims.map(claim => ({ ...claim, ...filed })) }
}

/** Notes are added once: an article that is read again carries those of the first reading already. */
const withNotes = (article: Article, more: readonly Note[]): Article =>
  more.length === 0
    ? article
    : { ...article, notes: [...new Map([...article.notes, ...more].map(note => [canonicalJson(note), note])).values()] }

/** The reports the ledger does not hold yet, oldest first, each with the edition it revises or the report it copies. */
async function linkFresh(gathered: readonly Gathered[], ledger: Ledger): Promise<readonly Article[]> {
  const unseen = new Map<string, Article>()
  for (const { article } of gathered) {
    if (!unseen.has(article.id) && !(await ledger.article(article.id))) unseen.set(article.id, article)
  }
  const fresh = [...unseen.values()].sort((a, b) =>
    a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0,
  )
  const [first, last] = [fresh[0], fresh.at(-1)]
  if (!first || !last) return []
  const saidFrom = startOfDay(addDays(dayOf(first.publishedAt), -EDITION_WINDOW_DAYS))
  const saidTo = startOfDay(addDays(dayOf(last.publishedAt), EDITION_WINDOW_DAYS))
  return linkEditions(fresh, await allRows(page => ledger.articles({ saidFrom, saidTo, ...page })))
}

interface Known {
  articles: Article[]
  claims: RecordedClaim[]
  sources: Source[]
  judgements: Judgement[]
}

/** Everything learned so far, which reconcile takes whole. Empty where nothing is to be recorded. */
async function knownState(ledger: Ledger, needed: boolean): Promise<Known> {
  if (!needed) return { articles: [], claims: [], sources: [], judgements: [] }
  return {
    articles: await allRows(page => ledger.articles(page)),
    claims: await allRows(page => ledger.claims(page)),
    sources: [...(await ledger.sources())],
    judgements: [...(await ledger.judgements())],
  }
}

const latest = (instants: readonly Instant[]): Instant => instants.reduce((a, b) => (a > b ? a : b))

/** One record of each source, the last given. */
const newest = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map(source => [source.id, source])).values(),
]

/** The source a report came from; gather gave it one, so none is a broken promise. */
function sourceOf(article: Article, sources: readonly Source[]): Source {
  const source = sources.find(({ id }) => id === article.source)
  if (!source) throw new Error(`article ${article.id}: expected its source "${article.source}" to be known, found none`)
  return source
}
