import { sql } from 'kysely'
import { InputError } from '#domain'
import type { BesideRow } from '../ledger.ts'
import type { Db } from '../tables.ts'

/** The tables that stand beside the ledger, each after those it refers to. */
const BESIDE = ['account', 'access_key', 'audit', 'watch', 'watch_change', 'delivery'] as const

/** Every row of the tables beside the ledger, in an order in which they can be taken in again. */
export async function* besideRows(db: Db): AsyncGenerator<BesideRow> {
  for (const table of BESIDE) {
    const { rows } = await sql<{ row: BesideRow['row'] }>`
      select to_json(t) as row from ${sql.table(table)} as t order by to_json(t)::text`.execute(db)
    for (const { row } of rows) yield { table, row }
  }
}

/** Takes rows of another ledger in. What a watch had seen is told by its moment: rows have other numbers here. */
export async function takeBeside(db: Db, rows: Iterable<BesideRow> | AsyncIterable<BesideRow>): Promise<void> {
  for await (const { table, row } of rows) {
    if (!(BESIDE as readonly string[]).includes(table))
      throw new InputError(`beside: expected a table of ${BESIDE.join(', ')}, found "${table}"`)
    await sql`insert into ${sql.table(table)} overriding system value
      select * from json_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::json)`.execute(db)
  }
  await sql`select setval(pg_get_serial_sequence('audit', 'line'), coalesce(max(line), 0) + 1, false) from audit`.execute(
    db,
  )
  await sql`update watch set seen = coalesce((select max(row) from claim where learned <= seen_at), 0)`.execute(db)
}
