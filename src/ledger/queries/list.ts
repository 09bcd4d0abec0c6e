import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { AsOf, Page, Paging } from '../ledger.ts'
import type { Db, VersionedTable } from '../tables.ts'
import { checkAsOf, isCurrent } from './current.ts'
import type { Order } from './paging.ts'
import { afterCursor, orderBy, pageOf, pageSize } from './paging.ts'

/** A condition of a query; null: the filter was not given. */
export type Condition = RawBuilder<unknown> | null

/** One page of the records of a table that stood at `asOf` and fulfil every condition. The table goes by the name `t`. */
export async function listPage<Row>(
  db: Db,
  table: VersionedTable,
  order: Order<Row>,
  query: AsOf & Paging,
  conditions: readonly Condition[],
): Promise<Page<Row>> {
  const all = [...conditions, isCurrent(table, 't', checkAsOf(query.asOf)), afterCursor(order, query.after)]
  const { rows } = await sql<{ body: Row }>`
    select t.body from ${sql.table(table)} as t
    where ${sql.join(
      all.filter(condition => condition !== null),
      sql` and `,
    )}
    order by ${orderBy(order)} limit ${pageSize(query.limit) + 1}`.execute(db)
  return pageOf(
    order,
    rows.map(({ body }) => body),
    query,
  )
}
