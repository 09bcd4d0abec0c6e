import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const STATEMENTS = [
  `create table reading (
    row bigint primary key,
    id text collate "C" not null,
    version text not null,
    learned timestamptz not null,
    replaces bigint,
    reader text,
    body json
  )`,
  `comment on table reading is 'By which version of the reader each report was read, and how many claims it found; id: the article. A report read anew gets a new row, and the claims the new reading lacks are withdrawn.'`,
  'create unique index reading_id on reading (id, row)',
  'create index reading_reader on reading (reader)',
  `create trigger append_only before update or delete or truncate on reading
    for each statement execute function refuse_change()`,
]

/** Schema 6: which reader read each report, so that a newer one can read again what an older one read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
