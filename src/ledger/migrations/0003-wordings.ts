import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const STATEMENTS = [
  `create table wording (
    article text collate "C" primary key,
    source text not null,
    published timestamptz not null,
    original text,
    address text,
    digest text not null,
    sketch bytea not null
  )`,
  `comment on table wording is 'What copies and later editions of a report are found by: its address in one form, a hash of its words, and a sample of its runs of three words (32 bits each). Made from the article table and made again where it is missing.'`,
  'create index wording_published on wording (published)',
  'create index wording_address on wording using hash (address)',
  'create index wording_digest on wording using hash (digest)',
]

/** The index by which copies and later editions are found, so that an ingest need not read every text again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
