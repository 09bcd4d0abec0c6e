import { type RawBuilder, sql } from 'kysely'
import type { Instant, Outage, Poll, Subscription } from '#domain'
import { newPoll, sourceState } from '#domain'
import type { AsOf } from '../ledger.ts'
import type { Lease, LeaseRequest, SourceHealth } from '../register.ts'
import type { Db } from '../tables.ts'
import { listSources } from './articles.ts'
import { checkAsOf, isCurrent, storableText } from './current.ts'

/** Every subscription as it stood, by id. */
export async function listSubscriptions(db: Db, { asOf }: AsOf): Promise<Subscription[]> {
  const { rows } = await sql<{ body: Subscription }>`
    select t.body from subscription as t where ${isCurrent('subscription', 't', checkAsOf(asOf))} order by t.id`.execute(
    db,
  )
  return rows.map(({ body }) => body)
}

/** Outages as known then, oldest first. */
export async function listOutages(
  db: Db,
  { asOf, from, to }: AsOf & { readonly from?: Instant; readonly to?: Instant },
): Promise<Outage[]> {
  const { rows } = await sql<{ body: Outage }>`
    select t.body from outage as t where ${isCurrent('outage', 't', checkAsOf(asOf))}
      and ${from === undefined ? sql`true` : sql`(t.ended is null or t.ended > ${from}::timestamptz)`}
      and ${to === undefined ? sql`true` : sql`t.began < ${to}::timestamptz`}
    order by t.began, t.id`.execute(db)
  return rows.map(({ body }) => body)
}

const STATES = ['failing', 'unasked', 'silent', 'never', 'good', 'paused']

/** The state of every subscription, what needs a person's eye first. */
export async function listHealth(db: Db, now: Instant): Promise<SourceHealth[]> {
  const subscriptions = await listSubscriptions(db, {})
  const polls = await pollsOf(
    db,
    subscriptions.map(({ id }) => id),
  )
  const sources = new Map((await listSources(db, {})).map(source => [source.id, source]))
  const found = subscriptions.map((subscription): SourceHealth => {
    const poll = polls.get(subscription.id) ?? newPoll(subscription.id, now)
    const { source, form, address, paused } = subscription
    return {
      subscription: subscription.id,
      lastTried: poll.lastTried,
      lastGood: poll.lastGood,
      lastNew: poll.lastNew,
      failingSince: poll.failingSince,
      failures: poll.failures,
      lastError: poll.lastError,
      source,
      name: sources.get(source)?.name ?? source,
      camp: sources.get(source)?.camp ?? 'unknown',
      form,
      address,
      state: sourceState(subscription, polls.get(subscription.id) ?? null, now),
      due: paused ? null : poll.due,
    }
  })
  return found.sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || (a.name < b.name ? -1 : 1))
}

interface PollRow {
  readonly subscription: string
  readonly last_tried: Date | null
  readonly last_good: Date | null
  readonly last_new: Date | null
  readonly failing_since: Date | null
  readonly failures: number
  readonly last_error: string | null
  readonly etag: string | null
  readonly last_modified: string | null
  readonly seen: string[]
  readonly due: Date
}
const COLUMNS = sql`subscription, last_tried, last_good, last_new, failing_since, failures, last_error, etag, last_modified, seen, due`

const moment = (at: Date | null): Instant | null => (at === null ? null : (at.toISOString() as Instant))

const pollOf = (row: PollRow): Poll => ({
  subscription: row.subscription,
  lastTried: moment(row.last_tried),
  lastGood: moment(row.last_good),
  lastNew: moment(row.last_new),
  failingSince: moment(row.failing_since),
  failures: row.failures,
  lastError: row.last_error,
  etag: row.etag,
  lastModified: row.last_modified,
  seen: row.seen,
  due: row.due.toISOString() as Instant,
})

async function pollsOf(db: Db, ids: readonly string[]): Promise<Map<string, Poll>> {
  const { rows } = await sql<PollRow>`select ${COLUMNS} from poll where subscription = any(${ids}::text[])`.execute(db)
  return new Map(rows.map(row => [row.subscription, pollOf(row)]))
}

/** Takes on what is due and free. Rows another process is taking at this moment are passed over, not waited for. */
export async function leasePolls(db: Db, request: LeaseRequest): Promise<Lease[]> {
  const { by, now, until, ids, early, limit } = request
  const active = (await listSubscriptions(db, {})).filter(({ id, paused }) => (ids ? ids.includes(id) : !paused))
  const names = active.map(({ id }) => id)
  await sql`insert into poll (subscription, failures, seen, due)
    select id, 0, '[]', ${now}::timestamptz from unnest(${names}::text[]) as id order by id
    on conflict (subscription) do nothing`.execute(db)
  const { rows } = await sql<PollRow>`
    update poll set leased_by = ${by}, leased_until = ${until}::timestamptz where subscription in (
      select subscription from poll where subscription = any(${names}::text[])
        and (leased_until is null or leased_until <= ${now}::timestamptz)
        and ${early ? sql`true` : sql`due <= ${now}::timestamptz`}
      order by due, subscription limit ${limit} for update skip locked)
    returning ${COLUMNS}`.execute(db)
  const polls = new Map(rows.map(row => [row.subscription, pollOf(row)]))
  return active.flatMap(subscription => {
    const poll = polls.get(subscription.id)
    return poll ? [{ subscription, poll }] : []
  })
}

/** Lengthens (`until`) or ends (null) what a process has taken on. */
export async function releasePolls(db: Db, by: string, until: Instant | null): Promise<void> {
  const owner = until === null ? sql`leased_by = null, ` : sql``
  await sql`update poll set ${owner} leased_until = ${until}::timestamptz where leased_by = ${by}`.execute(db)
}

/** Writes how one asking went, where the process still holds the subscription. */
export async function settlePoll(db: Db, by: string, poll: Poll): Promise<void> {
  const text = (value: string | null): string | null => (value === null ? null : storableText(value))
  const set: RawBuilder<unknown>[] = [
    sql`last_tried = ${poll.lastTried}::timestamptz`,
    sql`last_good = ${poll.lastGood}::timestamptz`,
    sql`last_new = ${poll.lastNew}::timestamptz`,
    sql`failing_since = ${poll.failingSince}::timestamptz`,
    sql`failures = ${poll.failures}`,
    sql`last_error = ${text(poll.lastError)}`,
    sql`etag = ${text(poll.etag)}`,
    sql`last_modified = ${text(poll.lastModified)}`,
    sql`seen = ${JSON.stringify(poll.seen)}::json`,
    sql`due = ${poll.due}::timestamptz`,
    sql`leased_by = null`,
    sql`leased_until = null`,
  ]
  await sql`update poll set ${sql.join(set)} where subscription = ${poll.subscription} and leased_by = ${by}`.execute(
    db,
  )
}

const interval = (ms: number): RawBuilder<unknown> => sql`(${ms}::float8 * interval '1 millisecond')`

/**
 * Takes the next turn on a host, by the database's clock, which all processes share, and gives the wait for it in
 * milliseconds; where that would be over `mostMs`, the wait alone. Turns lie `gapMs` apart.
 */
export async function reserveTurn(db: Db, host: string, gapMs: number, mostMs: number): Promise<number> {
  const [now, gap] = [sql`clock_timestamp()`, interval(gapMs)]
  const isFar = sql`t.free > ${now} + ${interval(mostMs)}`
  const { rows } = await sql<{ wait: number }>`
    insert into host_turn as t (host, free, turn) values (${storableText(host)}, ${now} + ${gap}, ${now})
    on conflict (host) do update set
      turn = case when ${isFar} then null else greatest(t.free, ${now}) end,
      free = case when ${isFar} then t.free else greatest(t.free, ${now}) + ${gap} end
    returning extract(epoch from (coalesce(turn, free) - ${now}))::float8 * 1000 as wait`.execute(db)
  return Math.max(0, rows[0]?.wait ?? 0)
}

/** Keeps everybody from a host for so long. */
export async function holdHost(db: Db, host: string, ms: number): Promise<void> {
  await sql`insert into host_turn as t (host, free) values (${storableText(host)}, clock_timestamp() + ${interval(ms)})
    on conflict (host) do update set free = greatest(t.free, excluded.free)`.execute(db)
}
