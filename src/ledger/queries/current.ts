import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Instant } from '#domain'
import { InputError, parseInstant } from '#domain'
import type { VersionedTable } from '../tables.ts'

/** The moment a read is asked for, checked; null: now. */
export function checkAsOf(asOf: Instant | null | undefined): Instant | null {
  if (asOf === null || asOf === undefined) return null
  const instant = parseInstant(asOf)
  if (!instant) throw new InputError(`asOf: expected a moment such as 2024-11-26T18:00:00Z, found "${asOf}"`)
  return instant
}

/**
 * The condition under which row `alias` of a versioned table is what stood at `asOf`: learned by then, not replaced by
 * then, and not a withdrawal. Rows are numbered in the order they were learned, so the newest is that of the highest
 * number.
 */
export function isCurrent(table: VersionedTable, alias: string, asOf: Instant | null): RawBuilder<boolean> {
  const [t, row] = [sql.table(table), sql.ref(`${alias}.row`)]
  const newer = sql`n.id = ${sql.ref(`${alias}.id`)} and n.row > ${row}`
  const stands = sql`${sql.ref(`${alias}.body`)} is not null`
  if (asOf === null) return sql<boolean>`(${stands} and not exists (select 1 from ${t} as n where ${newer}))`
  return sql<boolean>`(${stands} and ${sql.ref(`${alias}.learned`)} <= ${asOf}::timestamptz
    and not exists (select 1 from ${t} as n where ${newer} and n.learned <= ${asOf}::timestamptz))`
}

/**
 * A text as the database can hold it: U+0000 and halves of surrogate pairs, which it refuses, become U+FFFD. Lengths in
 * UTF-16 units stay as they were, so spans do too.
 */
export const storableText = (text: string): string => text.replace(/[\0\p{Cs}]/gu, '\uFFFD')
