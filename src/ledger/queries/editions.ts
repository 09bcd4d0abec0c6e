import { sql } from 'kysely'
import type { Briefing, Day, Instant, Judgement } from '#domain'
import type { AsOf, LedgerStats } from '../ledger.ts'
import type { Db } from '../tables.ts'
import { TABLES } from '../tables.ts'
import { checkAsOf, isCurrent } from './current.ts'

/** The newest edition of a date published at or before `asOf`; null when there is none. */
export async function findBriefing(db: Db, date: Day, { asOf }: AsOf): Promise<Briefing | null> {
  const moment = checkAsOf(asOf)
  const { rows } = await sql<{ body: Briefing }>`
    select body from briefing where date = ${date}::date
      and ${moment === null ? sql`true` : sql`as_of <= ${moment}::timestamptz`}
    order by as_of desc, row desc limit 1`.execute(db)
  return rows[0]?.body ?? null
}

/** Judgements learned by `asOf`, in the order they were recorded. */
export async function listJudgements(db: Db, { asOf }: AsOf): Promise<Judgement[]> {
  const moment = checkAsOf(asOf)
  const { rows } = await sql<{ body: Judgement }>`
    select body from judgement where ${moment === null ? sql`true` : sql`learned <= ${moment}::timestamptz`}
    order by row`.execute(db)
  return rows.map(({ body }) => body)
}

/** Days on which reports were published, oldest first, with how many and how many claims they make. */
export async function listDays(db: Db, { asOf }: AsOf): Promise<{ date: Day; reports: number; claims: number }[]> {
  const moment = checkAsOf(asOf)
  const { rows } = await sql<{ date: Day; reports: number; claims: number }>`
    with reports as (
      select (t.published at time zone 'UTC')::date as date, count(*) as reports
      from article as t where ${isCurrent('article', 't', moment)} group by 1
    ), claims as (
      select (t.said at time zone 'UTC')::date as date, count(*) as claims
      from claim as t where ${isCurrent('claim', 't', moment)} group by 1
    )
    select date, reports, coalesce(claims, 0) as claims from reports left join claims using (date) order by date`.execute(
    db,
  )
  return rows
}

/** The theatre the ledger is of; null before its first record. */
export async function findTheatre(db: Db): Promise<string | null> {
  const found = await db.selectFrom('meta').select('value').where('key', '=', 'theatre').executeTakeFirst()
  return found?.value ?? null
}

/** How much the ledger holds; `schema` as the caller found it. */
export async function countRows(db: Db, schema: number): Promise<LedgerStats> {
  const counts = TABLES.map(
    table => sql`select ${sql.lit(table)} as name, count(*) as rows,
    pg_total_relation_size(${sql.lit(table)}::regclass) as bytes,
    max(${table === 'rests_on' ? sql`null::timestamptz` : sql`learned`}) as learned from ${sql.table(table)}`,
  )
  const { rows } = await sql<{ name: string; rows: number; bytes: number; learned: Date | null }>`
    ${sql.join(counts, sql` union all `)}`.execute(db)
  const learned = rows.map(row => row.learned?.toISOString() ?? '').reduce((a, b) => (a > b ? a : b), '')
  return {
    rows: Object.fromEntries(rows.map(row => [row.name, row.rows])),
    bytes: rows.reduce((sum, row) => sum + row.bytes, 0),
    schema,
    learned: learned === '' ? null : (learned as Instant),
  }
}
