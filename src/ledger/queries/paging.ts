import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { InputError } from '#domain'
import type { Page, Paging } from '../ledger.ts'
import { storableText } from './current.ts'

/** One column of a listing's order, and where its value stands in a record. */
export interface SortKey<Row> {
  readonly column: string
  readonly cast: 'timestamptz' | 'date' | 'text' | 'integer'
  readonly descending?: true
  readonly valueOf: (row: Row) => string | number
}

/** A listing's order; its last key is unique, so that no row is met twice or missed between two pages. */
export interface Order<Row> {
  /** Named in the cursor, so that one listing's cursor does not steer another. */
  readonly name: string
  readonly keys: readonly [SortKey<Row>, ...SortKey<Row>[]]
}

const MOST = 1000
const USUAL = 100

/** How many rows a page may hold. Throws `InputError` for anything but a whole number from 1 to 1000. */
export function pageSize(limit: number | undefined): number {
  if (limit === undefined) return USUAL
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit
  throw new InputError(`limit: expected a whole number from 1 to ${MOST}, found ${limit}`)
}

/** `ORDER BY` of a listing. */
export const orderBy = <Row>(order: Order<Row>): RawBuilder<unknown> =>
  sql.join(order.keys.map(key => sql`${sql.ref(key.column)} ${sql.raw(key.descending ? 'desc' : 'asc')}`))

/** The rows that come after the cursor's; always true for the first page. */
export function afterCursor<Row>(order: Order<Row>, after: string | null | undefined): RawBuilder<boolean> {
  if (after === null || after === undefined) return sql<boolean>`true`
  const values = readCursor(order, after)
  const at = (index: number) => {
    const key = order.keys[index] as SortKey<Row>
    return { key, value: sql`${values[index]}::${sql.raw(key.cast)}`, column: sql.ref(key.column) }
  }
  const steps = order.keys.map((_, index) => {
    const equal = order.keys.slice(0, index).map((_, before) => sql`${at(before).column} = ${at(before).value}`)
    const { key, value, column } = at(index)
    return sql`(${sql.join([...equal, sql`${column} ${sql.raw(key.descending ? '<' : '>')} ${value}`], sql` and `)})`
  })
  // The first column alone bounds the index scan; the steps then decide between equals.
  const first = at(0)
  const bound = sql`${first.column} ${sql.raw(first.key.descending ? '<=' : '>=')} ${first.value}`
  return sql<boolean>`(${bound} and (${sql.join(steps, sql` or `)}))`
}

/** Cuts a page from the rows found (one more than asked for, where there are more) and writes the next page's cursor. */
export function pageOf<Row>(order: Order<Row>, rows: readonly Row[], { limit }: Paging): Page<Row> {
  const size = pageSize(limit)
  const page = rows.slice(0, size)
  const last = page.at(-1)
  if (rows.length <= size || last === undefined) return { rows: page, next: null }
  const cursor = [order.name, ...order.keys.map(key => key.valueOf(last))]
  return { rows: page, next: Buffer.from(JSON.stringify(cursor)).toString('base64url') }
}

const VALID: Readonly<Record<SortKey<unknown>['cast'], (value: unknown) => boolean>> = {
  timestamptz: value =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value) && isTime(value),
  date: value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isTime(value),
  text: value => typeof value === 'string' && storableText(value) === value,
  integer: value => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
}
// `0000-..` is a year to JavaScript and none to PostgreSQL; `2024-02-30` the other way round is caught by writing it back.
const isTime = (text: string): boolean => {
  const time = Date.parse(text)
  return !Number.isNaN(time) && !text.startsWith('0000') && new Date(time).toISOString().startsWith(text.slice(0, 10))
}

function readCursor<Row>(order: Order<Row>, cursor: string): readonly (string | number)[] {
  const [name, ...values] = parseCursor(cursor)
  const sound = name === order.name && values.length === order.keys.length
  if (sound && order.keys.every((key, index) => VALID[key.cast](values[index]))) return values as (string | number)[]
  throw new InputError('after: expected the `next` of the page before of the same listing, found something else')
}

function parseCursor(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(value) ? value : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
