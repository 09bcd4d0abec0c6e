import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const STATEMENTS = [
  'create table account (name text collate "C" primary key, body json not null)',
  `comment on table account is 'Who may use the desk: role, how the password is checked, whether disabled. Changed in place; never removed.'`,
  `create table access_key (
    id text collate "C" primary key,
    hash text not null unique,
    account text collate "C" not null references account (name),
    body json not null
  )`,
  `comment on table access_key is 'Sessions of browsers and tokens of programs, by the SHA-256 of their secret.'`,
  'create index access_key_account on access_key (account)',
  `create table audit (
    line bigint generated always as identity primary key,
    at timestamptz not null,
    body json not null
  )`,
  `comment on table audit is 'Who did what, when, on what, and whether it was refused. Only appended to.'`,
  'create index audit_at on audit (at desc, line desc)',
  `create trigger append_only before update or delete or truncate on audit
    for each statement execute function refuse_change()`,
]

/** Who may use the desk, by which keys, and what they did: about people's work, not about the war. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
