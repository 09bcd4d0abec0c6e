import { sql } from 'kysely'
import type { Instant } from '#domain'
import { InputError, parseInstant } from '#domain'
import type { AsOf } from '../ledger.ts'
import type { VersionedTable } from '../tables.ts'
import { checkAsOf, isCurrent, storableText } from './current.ts'
import type { Condition } from './list.ts'

type Given<Value> = Value | null | undefined
const absent = (value: unknown): value is null | undefined => value === undefined || value === null

/** A column equals the text. */
export const equals = (column: string, value: Given<string>): Condition =>
  absent(value) ? null : sql`${sql.ref(`t.${column}`)} = ${storableText(value)}`

/** A column equals any of the texts; an empty list finds nothing. */
export const isAnyOf = (column: string, values: Given<readonly string[]>): Condition =>
  absent(values) ? null : sql`${sql.ref(`t.${column}`)} = any(${values.map(storableText)}::text[])`

/** A list column holds the text. */
export const holds = (column: string, value: Given<string>): Condition =>
  absent(value) ? null : sql`${sql.ref(`t.${column}`)} @> array[${storableText(value)}]::text[]`

/** The text of the record has the words of a web search (`websearch_to_tsquery`). */
export const hasWords = (words: Given<string>): Condition =>
  absent(words) ? null : sql`words_of(t.body) @@ websearch_to_tsquery('pg_catalog.english', ${storableText(words)})`

/** A time column lies in the window; `to` is exclusive. */
export function isWithin(column: string, from: Given<Instant>, to: Given<Instant>): Condition {
  const bounds = [
    absent(from) ? null : sql`${sql.ref(column)} >= ${checkTime('saidFrom', from)}::timestamptz`,
    absent(to) ? null : sql`${sql.ref(column)} < ${checkTime('saidTo', to)}::timestamptz`,
  ].filter(bound => bound !== null)
  return bounds.length === 0 ? null : sql`(${sql.join(bounds, sql` and `)})`
}

/** The record rests on a claim (a story: on a report) that was said in the window and stood at `asOf`. */
export function restsOnSaid(
  items: 'claim' | 'article',
  { saidFrom, saidTo, asOf }: { saidFrom?: Given<Instant>; saidTo?: Given<Instant> } & AsOf,
): Condition {
  const window = isWithin(items === 'claim' ? 'i.said' : 'i.published', saidFrom, saidTo)
  if (window === null) return null
  return sql`t.row in (select r.row from ${sql.table(items)} as i join rests_on as r on r.item = i.id
    where ${window} and ${isCurrent(items, 'i', checkAsOf(asOf))})`
}

/** The record rests on the claim or article. */
export const restsOn = (item: Given<string>): Condition =>
  absent(item) ? null : sql`t.row in (select r.row from rests_on as r where r.item = ${storableText(item)})`

/**
 * The claim or article is among what a story or event rested on at `asOf`. As a list that is found first: joined, the planner
 * walks all claims in their order and asks of each.
 */
export function isUnder(table: VersionedTable, id: Given<string>, asOf: Given<Instant>): Condition {
  if (absent(id)) return null
  return sql`t.id = any(array(select r.item from rests_on as r join ${sql.table(table)} as o on o.row = r.row
    where o.id = ${storableText(id)} and ${isCurrent(table, 'o', checkAsOf(asOf))}))`
}

function checkTime(name: string, text: string): Instant {
  const instant = parseInstant(text)
  if (!instant) throw new InputError(`${name}: expected a moment such as 2024-11-26T18:00:00Z, found "${text}"`)
  return instant
}
