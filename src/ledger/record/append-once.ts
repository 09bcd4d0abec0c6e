import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Instant } from '#domain'
import { storableText } from '../queries/current.ts'
import type { Tables } from '../tables.ts'
import { appendRows, type ColumnTypes, type NewRow } from './append-rows.ts'

/** Where one record stands in the ledger: its moment, and the number its next row takes. */
export interface Position {
  readonly learned: Instant
  next: number
}

/** Tables that keep each record once, for it never changes. */
type OnceTable = 'raw_item' | 'judgement' | 'control_map' | 'question' | 'forecast'

const ONCE_TYPES: ColumnTypes = { id: 'text', row: 'bigint', learned: 'timestamptz', body: 'json' }

/** Appends records that never change to a table that keeps each once. */
export async function appendOnce(
  trx: Transaction<Tables>,
  at: Position,
  table: OnceTable,
  items: readonly { readonly id: string }[],
  more: { readonly types: ColumnTypes; readonly of: (index: number) => NewRow } = { types: {}, of: () => ({}) },
): Promise<number> {
  const rows = items.map((item, index) => ({
    id: item.id,
    row: at.next++,
    learned: at.learned,
    body: item,
    ...more.of(index),
  }))
  await appendRows(trx, table, { ...ONCE_TYPES, ...more.types }, rows)
  return rows.length
}

/** Those of the records that the table does not have. */
export async function newOnes<Item extends { readonly id: string }>(
  trx: Transaction<Tables>,
  table: OnceTable,
  items: readonly Item[],
): Promise<Item[]> {
  if (items.length === 0) return []
  const distinct = new Map(items.map(item => [storableText(item.id), item]))
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where id = any(${[...distinct.keys()]}::text[])`.execute(trx)
  for (const { id } of rows) distinct.delete(id)
  return [...distinct.values()]
}
