import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const STATEMENTS = [
  `create table watch (
    id text collate "C" primary key,
    seen bigint not null,
    seen_at timestamptz,
    body json not null
  )`,
  `comment on table watch is 'What somebody wants to be told about, and up to which row they were. Changed in place.'`,
  `create table watch_change (
    watch text collate "C" not null references watch (id) on delete cascade,
    claim text collate "C" not null,
    learned timestamptz not null,
    body json not null,
    primary key (watch, claim, learned)
  )`,
  `comment on table watch_change is 'What was found for a watch: each change of a claim once, as it was told.'`,
  'create index watch_change_newest on watch_change (watch, learned desc, claim)',
  `create table delivery (
    id text collate "C" primary key,
    watch text collate "C" not null references watch (id) on delete cascade,
    channel text not null,
    attempts integer not null default 0,
    due timestamptz,
    error text,
    claims json not null
  )`,
  `comment on table delivery is 'Messages of watches by webhook and e-mail; due null: sent, or given up where there is an error.'`,
  'create index delivery_due on delivery (due) where due is not null',
  'create index delivery_watch on delivery (watch)',
]

/** What somebody wants to be told about, what was found for them, and what is to be sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
