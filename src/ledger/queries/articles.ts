import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Article, ArticleId, RawItem, RawItemId, Source } from '#domain'
import type { ArticleQuery, AsOf, Captured, Page } from '../ledger.ts'
import type { Db } from '../tables.ts'
import { equals, hasWords, isAnyOf, isUnder, isWithin } from './conditions.ts'
import { checkAsOf, isCurrent, storableText } from './current.ts'
import { listPage } from './list.ts'
import type { Order } from './paging.ts'

const NEWEST: Order<Article> = {
  name: 'articles',
  keys: [
    { column: 't.published', cast: 'timestamptz', descending: true, valueOf: article => article.publishedAt },
    { column: 't.id', cast: 'text', valueOf: article => article.id },
  ],
}

/** Reports, newest first. */
export const listArticles = async (db: Db, query: ArticleQuery): Promise<Page<Article>> =>
  listPage(db, 'article', NEWEST, query, [
    isAnyOf('id', query.ids),
    equals('source', query.source),
    equals('url', query.url),
    isWithin('t.published', query.saidFrom, query.saidTo),
    isUnder('story', query.story, query.asOf),
    hasWords(query.words),
  ])

/** One report as it stood; null when the ledger did not have it. */
export async function findArticle(db: Db, id: ArticleId, { asOf }: AsOf): Promise<Article | null> {
  const { rows } = await sql<{ body: Article }>`
    select t.body from article as t where t.id = ${storableText(id)} and ${isCurrent('article', 't', checkAsOf(asOf))}`.execute(
    db,
  )
  return rows[0]?.body ?? null
}

/** Every source as it stood, by id. */
export async function listSources(db: Db, { asOf }: AsOf): Promise<Source[]> {
  const { rows } = await sql<{ body: Source }>`
    select t.body from source as t where ${isCurrent('source', 't', checkAsOf(asOf))} order by t.id`.execute(db)
  return rows.map(({ body }) => body)
}

/** What was fetched, with the bytes as they came; null when the ledger does not have it. */
export async function findCapture(db: Db, id: RawItemId): Promise<Captured | null> {
  const { rows } = await sql<{ raw: RawItem; gzip: Buffer }>`
    select r.body as raw, c.body as gzip from raw_item as r join capture as c on c.sha256 = r.sha256
    where r.id = ${storableText(id)}`.execute(db)
  return rows[0] ? { raw: rows[0].raw, body: new Uint8Array(gunzipSync(rows[0].gzip)) } : null
}
