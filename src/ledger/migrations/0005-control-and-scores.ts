import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const kept = (table: string, comment: string): string[] => [
  `comment on table ${table} is '${comment}'`,
  `create trigger append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`,
]

const versioned = (table: string, comment: string): string[] => [
  `create table ${table} (
    row bigint primary key,
    id text collate "C" not null,
    version text not null,
    learned timestamptz not null,
    replaces bigint,
    body json
  )`,
  `create unique index ${table}_id on ${table} (id, row)`,
  ...kept(table, comment),
]

const once = (table: string, comment: string, columns: readonly string[]): string[] => [
  `create table ${table} (
    id text collate "C" primary key,
    row bigint not null unique,
    learned timestamptz not null,
    ${columns.map(column => `${column},`).join('\n    ')}
    body json not null
  )`,
  ...kept(table, comment),
]

const STATEMENTS = [
  'alter table control add column part text',
  ...once('control_map', 'Who holds what by the map somebody else drew, as imported.', ['claimant text', 'date date']),
  ...once('question', 'What will turn out to be so or not so, with what decides it, as registered.', ['place text']),
  ...once('forecast', 'How probable somebody said an outcome is.', ['question text collate "C"']),
  'create index forecast_question on forecast (question)',
  ...versioned('track', 'How the claims of an origin came out; id: the key of the origin.'),
  ...versioned('story_account', 'What a story tells as fact and what only each camp says; id: the story.'),
]

/** Schema 5: parts of places, imported maps, questions and forecasts, track records, facts and lines of stories. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
