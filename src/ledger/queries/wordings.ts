import { sql } from 'kysely'
import type { Article, ArticleId, Instant } from '#domain'
import type { Db } from '../tables.ts'
import type { KeptWording } from '../wordings.ts'
import { isCurrent, storableText } from './current.ts'

/** Rows of one statement: with sketches of some hundred bytes each, about a megabyte. */
const PAGE = 1_000

const bytesOf = (sketch: Uint32Array): Buffer => Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength)
// Copied, for a view of 32-bit numbers must begin at a multiple of four.
const sketchOf = (bytes: Buffer): Uint32Array => new Uint32Array(Uint8Array.from(bytes).buffer)

/** Articles that stand in the ledger and not in the index, in the order they were recorded. */
export async function listUnworded(db: Db): Promise<Article[]> {
  const { rows } = await sql<{ body: Article }>`
    select t.body from article as t
    where ${isCurrent('article', 't', null)} and not exists (select 1 from wording as w where w.article = t.id)
    order by t.row limit ${PAGE}`.execute(db)
  return rows.map(({ body }) => body)
}

/** Adds to the index; two writers may add the same, and what a report repeats may have turned out since. */
export async function keepWordings(db: Db, wordings: readonly KeptWording[]): Promise<void> {
  for (let from = 0; from < wordings.length; from += PAGE) {
    const rows = wordings.slice(from, from + PAGE).map(wording => ({
      article: wording.article,
      source: storableText(wording.source),
      published: wording.publishedAt,
      original: wording.copyOf,
      address: wording.address === null ? null : storableText(wording.address),
      digest: wording.digest,
      sketch: bytesOf(wording.sketch).toString('base64'),
    }))
    await sql`insert into wording (article, source, published, original, address, digest, sketch)
      select x.article, x.source, x.published, x.original, x.address, x.digest, decode(x.sketch, 'base64')
      from json_to_recordset(${JSON.stringify(rows)}::json) as x(
        article text, source text, published timestamptz, original text, address text, digest text, sketch text)
      on conflict (article) do update set original = excluded.original`.execute(db)
  }
}

interface WordingRow {
  readonly article: ArticleId
  readonly source: string
  readonly published: Date
  readonly original: ArticleId | null
  readonly address: string | null
  readonly digest: string
  readonly sketch: Buffer
}

/** What the index holds of reports published in a window, `to` exclusive. */
export async function listWordings(db: Db, from: Instant, to: Instant): Promise<KeptWording[]> {
  const { rows } = await sql<WordingRow>`
    select article, source, published, original, address, digest, sketch from wording
    where published >= ${from}::timestamptz and published < ${to}::timestamptz`.execute(db)
  return rows.map(({ article, source, published, original, address, digest, sketch }) => ({
    article,
    source,
    publishedAt: published.toISOString() as Instant,
    copyOf: original,
    address,
    digest,
    sketch: sketchOf(sketch),
  }))
}

/** Articles at one of some addresses or with one of some digests. */
export async function findAlike(
  db: Db,
  addresses: readonly string[],
  digests: readonly string[],
): Promise<ArticleId[]> {
  const { rows } = await sql<{ article: ArticleId }>`
    select article from wording where address = any(${addresses.map(storableText)}::text[])
    union select article from wording where digest = any(${[...digests]}::text[])`.execute(db)
  return rows.map(({ article }) => article)
}
