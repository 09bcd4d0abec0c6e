/** Reports read again by the reader of today, and what a new reading changed. */
import type { Article, ArticleId, Instant, RecordedClaim } from '#domain'
import { canonicalJson } from '#domain'
import { RECAPTURED } from '#gather'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { asRead } from '#reconcile'
import type { Walk } from './pipeline.ts'
import { recordParcels } from './pipeline.ts'
import { readerVersion } from './reader-version.ts'

/** What was read again: reports in the ledger, those an older reader had read, and the version that has read them now. */
export interface Reread {
  readonly reader: string
  readonly reports: number
  readonly read: number
  /** Claims of those reports in the new reading. */
  readonly claims: number
}

/**
 * Reads again every report that another version of the reader read (`all`: every report). Claims of the older reading
 * that are not in the new one are withdrawn, none is erased: as of before, they stand. All of it is one transaction.
 */
export async function reread(walk: Walk, options: { readonly all: boolean }): Promise<Reread> {
  const { ledger, theatre, now } = walk
  const reader = readerVersion(theatre)
  const readBy = new Map((await ledger.readings()).map(({ article, reader }) => [article, reader]))
  const articles = standing(await allRows(page => ledger.articles(page)))
  const again = articles.filter(({ id }) => options.all || readBy.get(id) !== reader)
  const parcel = { learned: now(), articles: [], again, sources: [], captures: [], judgements: [] }
  const { claims } = await recordParcels(again.length === 0 ? [] : [parcel], walk)
  return { reader, reports: articles.length, read: again.length, claims }
}

/** Reports but those that Fogline extracted anew: the claims of the worse text stay withdrawn. */
function standing(articles: readonly Article[]): Article[] {
  const replaced = new Set(
    articles.flatMap(({ revisionOf, notes }) =>
      revisionOf !== null && notes.some(({ rule }) => rule === RECAPTURED) ? [revisionOf] : [],
    ),
  )
  return articles.filter(({ id }) => !replaced.has(id))
}

/** The fields by which two readings of one claim are compared: what it says, not how sure the reader is. */
const COMPARED = [
  'text',
  'type',
  'holder',
  'chain',
  'stance',
  'certainty',
  'agent',
  'target',
  'places',
  'time',
  'figures',
  'againstInterest',
] as const

/** What a newer reading of one report changed. */
export interface ReadingDiff {
  readonly article: ArticleId
  readonly before: { readonly reader: string; readonly learned: Instant }
  readonly now: { readonly reader: string; readonly learned: Instant }
  readonly same: number
  readonly gone: readonly RecordedClaim[]
  readonly fresh: readonly RecordedClaim[]
  readonly changed: readonly {
    readonly was: RecordedClaim
    readonly is: RecordedClaim
    readonly fields: readonly (typeof COMPARED)[number][]
  }[]
}

/** What the newest reading of each report that has been read twice changed, by report; `article`: of this one alone. */
export async function diffReadings(
  ledger: Ledger,
  { article, asOf }: { readonly article: string | null; readonly asOf: Instant | null },
): Promise<ReadingDiff[]> {
  const readings = (await ledger.readings({ asOf })).filter(each => article === null || each.article === article)
  const found: ReadingDiff[] = []
  for (const { article: id, reader, learned, before } of readings) {
    if (!before) continue
    const then = new Date(Date.parse(learned) - 1).toISOString() as Instant
    const [old, fresh] = [await claimsOf(ledger, id, then), await claimsOf(ledger, id, learned)]
    const head = { before: { reader: before.reader, learned: before.learned }, now: { reader, learned } }
    found.push({ article: id, ...head, ...compareReadings(old, fresh) })
  }
  return found
}

const claimsOf = async (ledger: Ledger, article: ArticleId, asOf: Instant): Promise<RecordedClaim[]> =>
  (await allRows(page => ledger.claims({ article, asOf, ...page }))).map(asRead)

/**
 * Compares two readings of one report. Two claims are one that changed if they have the same id, else the same words,
 * else words that overlap and a type of the same family; each is paired once.
 */
export function compareReadings(
  before: readonly RecordedClaim[],
  now: readonly RecordedClaim[],
): Pick<ReadingDiff, 'same' | 'gone' | 'fresh' | 'changed'> {
  const fresh = new Set(now)
  const gone = new Set(before)
  const pairs: { was: RecordedClaim; is: RecordedClaim }[] = []
  for (const isOne of [sameId, sameWords, overlapping]) {
    for (const was of gone) {
      const is = [...fresh].find(claim => isOne(was, claim))
      if (!is) continue
      pairs.push({ was, is })
      gone.delete(was)
      fresh.delete(is)
    }
  }
  const compared = pairs.map(({ was, is }) => ({
    was,
    is,
    fields: COMPARED.filter(field => canonicalJson(was[field]) !== canonicalJson(is[field])),
  }))
  const changed = compared.filter(({ fields }) => fields.length > 0)
  return { same: compared.length - changed.length, gone: [...gone], fresh: [...fresh], changed }
}

const sameId = (a: RecordedClaim, b: RecordedClaim): boolean => a.id === b.id
const sameWords = (a: RecordedClaim, b: RecordedClaim): boolean => a.text === b.text && a.type === b.type
const overlapping = (a: RecordedClaim, b: RecordedClaim): boolean =>
  a.span[0] < b.span[1] && b.span[0] < a.span[1] && a.type.split('.')[0] === b.type.split('.')[0]
