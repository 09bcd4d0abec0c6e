import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { storableJson } from './storable.ts'

/** Column names and their SQL types. */
export type ColumnTypes = Readonly<Record<string, string>>
export type NewRow = Readonly<Record<string, unknown>>

// Characters of JSON sent in one statement: measured to be as fast as any larger size, and small beside a report's page.
const CHUNK = 2_000_000

/** Appends rows to a table, many to a statement. A `bytea` column is given as base64 text. */
export async function appendRows(
  trx: Transaction<Tables>,
  table: keyof Tables,
  types: ColumnTypes,
  rows: readonly NewRow[],
): Promise<void> {
  let chunk: string[] = []
  let size = 0
  for (const row of rows) {
    const text = storableJson(row)
    if (size + text.length > CHUNK && chunk.length > 0) {
      await appendChunk(trx, table, types, chunk)
      chunk = []
      size = 0
    }
    chunk.push(text)
    size += text.length
  }
  if (chunk.length > 0) await appendChunk(trx, table, types, chunk)
}

async function appendChunk(
  trx: Transaction<Tables>,
  table: keyof Tables,
  types: ColumnTypes,
  rows: readonly string[],
): Promise<void> {
  const names = Object.keys(types)
  const sent = names.map(
    name => sql`${sql.ref(name)} ${sql.raw(types[name] === 'bytea' ? 'text' : (types[name] ?? ''))}`,
  )
  const taken = names.map(name =>
    types[name] === 'bytea' ? sql`decode(x.${sql.ref(name)}, 'base64')` : sql`x.${sql.ref(name)}`,
  )
  await sql`insert into ${sql.table(table)} (${sql.join(names.map(name => sql.ref(name)))})
    select ${sql.join(taken)} from json_to_recordset(${`[${rows.join(',')}]`}::json) as x(${sql.join(sent)})`.execute(
    trx,
  )
}
