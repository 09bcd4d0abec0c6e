import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const versioned = (table: string, comment: string, columns: readonly string[]): string[] => [
  `create table ${table} (
    row bigint primary key,
    id text collate "C" not null,
    version text not null,
    learned timestamptz not null,
    replaces bigint,
    ${columns.map(column => `${column},`).join('\n    ')}
    body json
  )`,
  `create unique index ${table}_id on ${table} (id, row)`,
  `comment on table ${table} is '${comment}'`,
  `create trigger append_only before update or delete or truncate on ${table}
    for each statement execute function refuse_change()`,
]

const REGISTER = [
  ...versioned(
    'subscription',
    'Where a source is asked for reports; id: the subscription. Paused and edited by a new row, removed by an empty one.',
    ['source text', 'address text'],
  ),
  ...versioned('outage', 'When a subscription could not be read; id: subscription and first failure.', [
    'subscription text collate "C"',
    'began timestamptz',
    'ended timestamptz',
  ]),
  'create index outage_began on outage (began)',
]

// These two say how Fogline's own work goes, not what was known: they alone are kept up to date in place.
const WORK = [
  `create table poll (
    subscription text collate "C" primary key,
    last_tried timestamptz,
    last_good timestamptz,
    last_new timestamptz,
    failing_since timestamptz,
    failures integer not null,
    last_error text,
    etag text,
    last_modified text,
    seen json not null,
    due timestamptz not null,
    leased_by text,
    leased_until timestamptz
  )`,
  `comment on table poll is 'How the askings of each subscription went, when the next is due, and who is at it. Updated in place.'`,
  'create index poll_due on poll (due)',
  'create table host_turn (host text collate "C" primary key, free timestamptz not null, turn timestamptz)',
  `comment on table host_turn is 'When each host may be asked again, over all processes. Updated in place.'`,
]

/** Schema 2: the register of sources, their outages, and the state of polling. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...REGISTER, ...WORK]) await sql.raw(statement).execute(db)
}
