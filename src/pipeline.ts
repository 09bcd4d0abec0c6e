/**
 * The walk, on one screen: gathered reports → editions linked → read → reconciled → recorded.
 * Each step is a function of its room; this file only says in which order, and what is handed from one to the next.
 */

import type { Article, ArticleId, Instant, Note, ReadBy, Reading, RecordedClaim, Source, Theatre } from '#domain'
import { canonicalJson, dayOf } from '#domain'
import type { Gathered, Translator } from '#gather'
import { isUnread, markEdition, RECAPTURED, translateArticles } from '#gather'
import { groupBy } from '#kit'
import type { Captured, Ledger, LedgerBatch, RecordCounts } from '#ledger'
import { allRows } from '#ledger'
import type { Readers } from '#readers'
import type { News } from '#reconcile'
import { asRead, registerForecasts, World } from '#reconcile'
import { linkFresh } from './link-fresh.ts'
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
type Parcel = Pick<
  LedgerBatch,
  | 'learned'
  | 'articles'
  | 'sources'
  | 'captures'
  | 'judgements'
  | 'subscriptions'
  | 'removed'
  | 'outages'
  | 'maps'
  | 'questions'
  | 'forecasts'
> & {
  /** Reports of before that are read again; absent: none. */
  readonly again?: readonly Article[] | undefined
}

/** Takes gathered reports into the ledger. Reports it holds already are passed over, so a second run adds no row. */
export async function ingest(gathered: readonly Gathered[], walk: Walk): Promise<Ingested> {
  const { fresh, relinked } = await linkFresh(gathered, walk.ledger)
  const articles = await withTranslations(fresh, walk)
  const parcels = pack(articles, new Map(gathered.map(item => [item.article.id, item])), walk)
  const done = await recordParcels(withRelinked(parcels, relinked), walk)
  if (relinked.length > 0) await walk.ledger.wordings.keep(relinked.map(markEdition))
  return { gathered: gathered.length, ...done }
}

/** Fresh reports with the translations of those in other languages after them. */
async function withTranslations(fresh: readonly Article[], { translator, ledger, now }: Walk): Promise<Article[]> {
  if (!translator || !fresh.some(isUnread)) return [...fresh]
  const { articles, translations } = await translateArticles(fresh, translator, now(), await translationsIn(ledger))
  return [...articles, ...translations]
}

/** The translation the ledger holds of each article that has one. */
async function translationsIn(ledger: Ledger): Promise<Map<ArticleId, ArticleId>> {
  const articles = await allRows(page => ledger.articles(page))
  return new Map(articles.flatMap(({ id, translationOf }) => (translationOf ? [[translationOf, id] as const] : [])))
}

/** What a translation of the reports in the ledger did: how many were not read, how many now are, and why others are not. */
export interface TranslatedLedger {
  readonly unread: number
  readonly translated: number
  readonly claims: number
  readonly failures: readonly string[]
}

/** Translates and reads every report in the ledger that is in another language and has no translation yet. */
export async function translateUnread(translator: Translator, walk: Walk): Promise<TranslatedLedger> {
  const unread = await unreadArticles(walk.ledger)
  const { articles, translations } = await translateArticles(
    unread,
    translator,
    walk.now(),
    await translationsIn(walk.ledger),
  )
  const done = new Set(translations.map(({ translationOf }) => translationOf))
  const left = articles.filter(({ id }) => !done.has(id))
  const reasons = left.flatMap(({ notes }) => notes.filter(({ rule }) => rule === 'translation-failed'))
  const failures = [...new Set(reasons.map(({ reason }) => reason))]
  const parcel = { learned: walk.now(), articles: translations, sources: [], captures: [], judgements: [] }
  const { claims } = await recordParcels(translations.length === 0 ? [] : [parcel], walk)
  return { unread: unread.length, translated: translations.length, claims, failures }
}

/** The reports in the ledger that are in another language and have no translation, oldest first. */
export async function unreadArticles(ledger: Ledger, asOf: Instant | null = null): Promise<Article[]> {
  const articles = await allRows(page => ledger.articles({ asOf, ...page }))
  const translated = new Set(articles.flatMap(({ translationOf }) => translationOf ?? []))
  return articles
    .filter(article => isUnread(article) && !translated.has(article.id))
    .sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0))
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
    subscriptions: some.flatMap(batch => batch.subscriptions ?? []),
    removed: some.flatMap(batch => batch.removed ?? []),
    outages: some.flatMap(batch => batch.outages ?? []),
    maps: some.flatMap(batch => batch.maps ?? []),
    questions: some.flatMap(batch => batch.questions ?? []),
    forecasts: some.flatMap(batch => batch.forecasts ?? []),
  }))
  return {
    gathered: new Set(parcels.flatMap(({ articles }) => articles.map(({ id }) => id))).size,
    ...(await recordParcels(parcels, walk)),
  }
}

/** Reads, reconciles and records parcels in the order they were learned. Each is one transaction: all of it or nothing. */
export async function recordParcels(parcels: readonly Parcel[], outer: Walk): Promise<Omit<Ingested, 'gathered'>> {
  const known = parcels.length > 0 ? await knownNews(outer.ledger) : null
  const total = parcels.reduce((sum, { articles, again }) => sum + articles.length + (again?.length ?? 0), 0)
  // The reader knows an outlet's camp by the theatre's sources, so those of the reports at hand stand among them.
  const sources = newest([
    ...outer.theatre.sources,
    ...(known?.sources ?? []),
    ...parcels.flatMap(parcel => parcel.sources),
  ])
  const world = new World(outer.theatre)
  if (known) world.take(known)
  const readings = readAhead(parcels, world, sources, outer)
  const rows: Record<string, number> = {}
  const done = { fresh: 0, claims: 0, notRead: 0 }
  for (const [at, parcel] of parcels.entries()) {
    const relinked = relinkKnown(world, parcel.articles)
    const articles: Article[] = []
    const claims: RecordedClaim[] = []
    for (const article of [...parcel.articles.filter(({ id }) => !relinked.ids.has(id)), ...(parcel.again ?? [])]) {
      done.fresh += 1
      outer.onProgress?.(done.fresh, total)
      const reading = isEnglish(article) ? await nextOf(readings) : null
      const filed = file(article, sourceOf(article, sources), parcel.learned, reading)
      articles.push(filed.article)
      claims.push(...settled(filed.claims, world.claimsOf(article.id)))
    }
    const told = { articles: [...articles, ...relinked.articles], claims: [...claims, ...relinked.claims] }
    const reread = [...recapturedBy(parcel.articles), ...(parcel.again ?? []).map(({ id }) => id)]
    const changes = world.take({ ...parcel, ...told, reread: [...reread, ...relinked.ids] })
    // The first is compared whole with what the ledger holds: an earlier version may have reconciled otherwise.
    const made = at === 0 ? { reconciled: world.reconciled() } : { reconciled: null, changes }
    const stands = { claims: standingClaims(world, told.articles), readings: readBy(articles, claims, parcel, outer) }
    const asked = withForecasts(parcel, claims, outer.theatre)
    const added = await outer.ledger.record({ ...parcel, ...told, ...stands, ...asked, reread, ...made })
    for (const [table, count] of Object.entries(added)) rows[table] = (rows[table] ?? 0) + count
    done.claims += claims.length
    const translated = new Set(articles.flatMap(({ translationOf }) => translationOf ?? []))
    done.notRead += articles.filter(article => isNotRead(article) && !translated.has(article.id)).length
  }
  return { ...done, rows }
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

/** Claims of a report read again: those that came out as before stay as they were learned. */
function settled(claims: readonly RecordedClaim[], before: readonly RecordedClaim[]): readonly RecordedClaim[] {
  const known = new Map(before.map(claim => [claim.id, asRead(claim)]))
  return claims.map(claim => {
    const other = known.get(claim.id)
    return other && canonicalJson(other) === canonicalJson({ ...claim, learned: other.learned }) ? other : claim
  })
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

/** Readings of all that is in English and not known before its parcel, in order; with several threads they run ahead of what is recorded. */
function readAhead(
  parcels: readonly Parcel[],
  world: World,
  sources: readonly Source[],
  walk: Walk,
): AsyncIterator<readonly [Article, Reading]> {
  const seen = new Set<ArticleId>()
  const articles = parcels.flatMap(parcel => {
    const fresh = parcel.articles.filter(({ id }) => !seen.has(id) && !world.knows(id))
    for (const { id } of fresh) seen.add(id)
    return [...fresh, ...(parcel.again ?? [])].filter(isEnglish)
  })
  return walk.readers.readAll(articles, article => article, sources)[Symbol.asyncIterator]()
}

async function nextOf(readings: AsyncIterator<readonly [Article, Reading]>): Promise<Reading> {
  const next = await readings.next()
  if (next.done) throw new Error('expected a reading for every report in English, found one too few')
  return next.value[1]
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

/** Records articles that were read anew from their captures; each names the one it takes the place of by `revisionOf`. */
export async function recapture(articles: readonly Article[], walk: Walk): Promise<Omit<Ingested, 'gathered'>> {
  const parcel: Parcel = { learned: walk.now(), articles, sources: [], captures: [], judgements: [] }
  return recordParcels(articles.length === 0 ? [] : [parcel], walk)
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

/** Each relinked article goes with the parcel of the report it repeats or follows, for it was learned with that one. */
const withRelinked = (parcels: readonly Parcel[], relinked: readonly Article[]): Parcel[] =>
  parcels.map(parcel => {
    const ids = new Set(parcel.articles.map(({ id }) => id))
    const due = relinked.filter(({ copyOf, revisionOf }) => [copyOf, revisionOf].some(id => id !== null && ids.has(id)))
    return due.length === 0 ? parcel : { ...parcel, articles: [...parcel.articles, ...due] }
  })

const LANGUAGE_NOTE = 'language-not-read'
const isNotRead = ({ notes }: Article): boolean => notes.some(({ rule }) => rule === LANGUAGE_NOTE)

const isEnglish = ({ language }: Article): boolean => language === null || language === 'en'

/** Files the claims of a reading with the report and the other two times. A language the reader does not know is a Note. */
function file(
  article: Article,
  source: Source,
  learned: Instant,
  reading: Reading | null,
): { article: Article; claims: RecordedClaim[] } {
  if (reading === null) {
    const note: Note = {
      rule: LANGUAGE_NOTE,
      reason: `written in "${article.language}"; only English is read`,
      span: null,
    }
    return { article: withNotes(article, [note]), claims: [] }
  }
  const { claims, notes } = reading
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

/** All that the ledger holds, as news to a world: read once a run, each parcel then costs what it changes. */
async function knownNews(ledger: Ledger): Promise<News> {
  return {
    articles: await allRows(page => ledger.articles(page)),
    claims: await allRows(page => ledger.claims(page)),
    sources: await ledger.sources(),
    judgements: await ledger.judgements(),
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
