import { sql } from 'kysely'
import type { Db } from './tables.ts'
import { TABLES } from './tables.ts'

// Grown by this share, and by this many rows at least, since the planner last looked.
const GROWTH = 1.25
const FEW = 2000

/**
 * Tells the query planner how the tables have grown, where nobody else does: the embedded database has no background
 * process for it, and without it a look-up by event reads every claim.
 */
export async function refreshStatistics(db: Db): Promise<void> {
  const names = TABLES.filter(table => table !== 'rests_on')
  const { rows } = await sql<{ known: number; rows: number }>`
    select (select sum(greatest(reltuples, 0)) from pg_class where oid in (
        ${sql.join(names.map(name => sql`${sql.lit(name)}::regclass`))})) as known,
      (select max(row) from (${sql.join(
        names.map(name => sql`(select row from ${sql.table(name)} order by row desc limit 1)`),
        sql` union all `,
      )}) as ends) as rows`.execute(db)
  const found = rows[0]
  if (!found || found.rows < found.known * GROWTH + FEW) return
  await sql`analyze ${sql.join(TABLES.map(table => sql.table(table)))}`.execute(db)
}
