/**
 * The walk, on one screen: gathered reports → editions linked → read → reconciled → recorded, a parcel at a time. Each step is
 * a function of its room; this file only says in which order, and what is handed from one to the next.
 */

import type { Article } from '#domain'
import type { Gathered } from '#gather'
import type { LedgerBatch } from '#ledger'
import { cutDays, cutLots } from './cut-parcels.ts'
import { Linker } from './link-fresh.ts'
import type { Parcel } from './parcel.ts'
import { newest } from './read-ahead.ts'
import { type Recorded, recordParcels, type Walk } from './record-parcels.ts'
import { FreshTranslator } from './translate-fresh.ts'

export { recordParcels, type Walk } from './record-parcels.ts'
export { translateUnread, unreadArticles } from './translate-fresh.ts'

/** What an ingest did: reports gathered, and what was recorded of them. */
export interface Ingested extends Recorded {
  readonly gathered: number
}

/**
 * Takes gathered reports into the ledger as they come, some hundreds at a time, so that an archive of any size is taken in
 * within bounded memory. Reports the ledger holds already are passed over, so a second run adds no row, and one that was
 * broken off goes on where it was. Where an archive is replayed (`asPublished`), its reports wait on the disk for their day.
 */
export async function ingest(gathered: Iterable<Gathered> | AsyncIterable<Gathered>, walk: Walk): Promise<Ingested> {
  const count = { gathered: 0 }
  const recorded = await recordParcels(linkedParcels(counted(gathered, count), walk), walk)
  return { ...count, ...recorded }
}

async function* counted(gathered: Iterable<Gathered> | AsyncIterable<Gathered>, count: { gathered: number }) {
  for await (const item of gathered) {
    count.gathered += 1
    yield item
  }
}

async function* linkedParcels(gathered: AsyncIterable<Gathered>, walk: Walk): AsyncGenerator<Parcel> {
  const linker = new Linker(walk.ledger)
  const translator = walk.translator ? new FreshTranslator(walk.translator, walk.ledger) : null
  for await (const { learned, items } of walk.asPublished ? cutDays(gathered) : cutLots(gathered, walk.now)) {
    const { fresh, relinked } = await linker.link(items.map(({ article }) => article))
    if (fresh.length === 0) continue
    const articles = translator ? await translator.withTranslations(fresh, walk.now()) : fresh
    const itemOf = new Map(items.map(item => [item.article.id, item]))
    const from = fresh.flatMap(({ id }) => itemOf.get(id) ?? [])
    yield {
      learned,
      articles: [...articles, ...relinked],
      sources: newest(from.map(item => item.source)),
      // A feed of many entries is one capture.
      captures: [...new Map(from.map(({ raw, body }) => [raw.id, { raw, body }])).values()],
      judgements: [],
    }
  }
}

/** Records articles that were read anew from their captures; each names the one it takes the place of by `revisionOf`. */
export async function recapture(articles: readonly Article[], walk: Walk): Promise<Recorded> {
  const parcel: Parcel = { learned: walk.now(), articles, sources: [], captures: [], judgements: [] }
  return recordParcels(articles.length === 0 ? [] : [parcel], walk)
}

/** Makes a ledger again from what its journal kept: every report is read anew, at the moment it was first learned. */
export async function rebuild(journal: AsyncIterable<LedgerBatch>, walk: Walk): Promise<Ingested> {
  const articles = new Set<string>()
  const recorded = await recordParcels(momentsOf(journal, articles), walk)
  return { gathered: articles.size, ...recorded }
}

/** What was learned at one moment, as one parcel again: as it was recorded, it is recorded. */
async function* momentsOf(journal: AsyncIterable<LedgerBatch>, articles: Set<string>): AsyncGenerator<Parcel> {
  let same: Parcel[] = []
  for await (const batch of journal) {
    for (const { id } of batch.articles) articles.add(id)
    if (same.length > 0 && same[0]?.learned !== batch.learned) {
      yield same.reduce((first, second) => joined(first, second))
      same = []
    }
    same.push(batch)
  }
  if (same.length > 0) yield same.reduce((first, second) => joined(first, second))
}

const joined = (first: Parcel, second: Parcel): Parcel => ({
  learned: first.learned,
  sources: [...first.sources, ...second.sources],
  captures: [...first.captures, ...second.captures],
  articles: [...first.articles, ...second.articles],
  judgements: [...first.judgements, ...second.judgements],
  subscriptions: [...(first.subscriptions ?? []), ...(second.subscriptions ?? [])],
  removed: [...(first.removed ?? []), ...(second.removed ?? [])],
  outages: [...(first.outages ?? []), ...(second.outages ?? [])],
  maps: [...(first.maps ?? []), ...(second.maps ?? [])],
  questions: [...(first.questions ?? []), ...(second.questions ?? [])],
  forecasts: [...(first.forecasts ?? []), ...(second.forecasts ?? [])],
})
