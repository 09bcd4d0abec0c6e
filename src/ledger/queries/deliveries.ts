import { sql } from 'kysely'
import type { Instant, Watch } from '#domain'
import { groupBy } from '#kit'
import type { Db } from '../tables.ts'
import type { Delivery, DeliveryCount, Settled, WatchChannel } from '../watches.ts'
import { changeIn } from './watches.ts'

interface Leased {
  readonly id: string
  readonly channel: WatchChannel
  readonly attempts: number
  readonly watch: Watch
}

/** Takes on messages that are due; those another process is taking on at this moment are passed over. */
export async function leaseDeliveries(
  db: Db,
  { now, until, limit }: { readonly now: Instant; readonly until: Instant; readonly limit: number },
): Promise<Delivery[]> {
  const { rows } = await sql<Leased>`
    update delivery as d set due = ${until}::timestamptz, attempts = attempts + 1 from watch as w
    where w.id = d.watch and d.id in (
      select id from delivery where due <= ${now}::timestamptz order by due, id limit ${limit} for update skip locked)
    returning d.id, d.channel, d.attempts - 1 as attempts, w.body as watch`.execute(db)
  if (rows.length === 0) return []
  const found = await sql<Parameters<typeof changeIn>[0] & { delivery: string }>`
    select d.id as delivery, t.watch, t.learned, t.body from delivery as d
      cross join rows from (json_to_recordset(d.claims) as (claim text, learned timestamptz))
        with ordinality as c(claim, learned, at)
      join watch_change as t on t.watch = d.watch and t.claim = c.claim and t.learned = c.learned
    where d.id = any(${rows.map(({ id }) => id)}::text[]) order by d.id, c.at`.execute(db)
  const changes = groupBy(found.rows, ({ delivery }) => delivery)
  return rows.map(row => ({ ...row, changes: (changes.get(row.id) ?? []).map(changeIn) }))
}

/** Writes down how sending went. */
export async function settleDelivery(db: Db, { id, due, error }: Settled): Promise<void> {
  await sql`update delivery set due = ${due}::timestamptz, error = ${error} where id = ${id}`.execute(db)
}

/** How the messages of a watch stand, by channel. */
export async function countDeliveries(db: Db, watch: string): Promise<DeliveryCount[]> {
  const { rows } = await sql<DeliveryCount>`
    select channel,
      (count(*) filter (where due is null and error is null))::int as sent,
      (count(*) filter (where due is not null))::int as waiting,
      (count(*) filter (where due is null and error is not null))::int as failed,
      (array_agg(error order by due desc nulls last) filter (where error is not null))[1] as "lastError"
    from delivery where watch = ${watch} group by channel order by channel`.execute(db)
  return rows
}
