import { sql } from 'kysely'
import type { Db, Tables } from '../tables.ts'
import { storableText } from './current.ts'

/** The tables whose rows people name by a short id, by the letter ids of their kind begin with. */
const TABLES: Readonly<Record<string, keyof Tables>> = {
  a: 'article',
  c: 'claim',
  d: 'dispute',
  e: 'event',
  j: 'judgement',
  s: 'story',
}

/** At most `limit` whole ids that begin with the given one, in order; none for an id of another kind. */
export async function listWholeIds(db: Db, begins: string, limit: number): Promise<string[]> {
  const table = TABLES[begins.charAt(0)]
  if (table === undefined || begins.charAt(1) !== '_') return []
  const { rows } = await sql<{ id: string }>`
    select distinct id from ${sql.table(table)} where starts_with(id, ${storableText(begins)}) order by id limit ${limit}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
