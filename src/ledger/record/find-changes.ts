import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { ArticleId, ClaimId, RowChanges } from '#domain'
import { isCurrent, storableText } from '../queries/current.ts'
import type { Tables, VersionedTable } from '../tables.ts'
import type { Recorder } from './recorders.ts'
import { versionOf } from './recorders.ts'

/** A row to be appended: a new version of a record, or (`item` null) its withdrawal. */
export interface Change<Item> {
  readonly id: string
  readonly version: string
  readonly item: Item | null
  /** The row this one replaces; null: there was none. */
  readonly replaces: number | null
  /** The id of the record replaced, where the table keeps it apart from the row's id. */
  readonly replacesId: string | null
}

/** The newest row of an id, withdrawals included. */
interface Standing {
  readonly row: number
  readonly version: string
  readonly ownId: string | null
}

const WITHDRAWN = 'withdrawn'

/** The records that say something else than the ledger's newest row of their id, or that it has no row of. */
export async function findChanges<Item extends object>(
  trx: Transaction<Tables>,
  recorder: Recorder<Item>,
  items: readonly Item[],
): Promise<Change<Item>[]> {
  const given = byId(recorder, items)
  if (given.size === 0) return []
  return changed(recorder, given, await standing(trx, recorder, [...given.keys()]))
}

/** The same for a whole set: what the ledger holds and the set does not is withdrawn. */
export async function findChangesOfWhole<Item extends object>(
  trx: Transaction<Tables>,
  recorder: Recorder<Item>,
  items: readonly Item[],
): Promise<Change<Item>[]> {
  const given = byId(recorder, items)
  const found = await standing(trx, recorder, null)
  const gone = [...found].filter(([id, { version }]) => version !== WITHDRAWN && !given.has(id))
  return [...changed(recorder, given, found), ...gone.map(([id, { row }]) => withdrawal(id, row))]
}

/** The same for what changed of a set: a row that stands no more is withdrawn, unless another has taken its place. */
export async function findChangesOfSome<Item extends object>(
  trx: Transaction<Tables>,
  recorder: Recorder<Item>,
  { rows, gone }: RowChanges<Item>,
): Promise<Change<Item>[]> {
  const taken = new Set(rows.map(row => storableText(recorder.idOf(row))))
  const left = gone.map(row => recorder.idOf(row)).filter(id => !taken.has(storableText(id)))
  return [...(await findChanges(trx, recorder, rows)), ...(await findWithdrawn(trx, recorder, left))]
}

/** Withdrawals of the claims of articles read again that the new reading does not have. */
export async function findWithdrawnClaims(
  trx: Transaction<Tables>,
  articles: readonly ArticleId[],
  keep: readonly ClaimId[],
): Promise<Change<never>[]> {
  if (articles.length === 0) return []
  const kept = new Set(keep)
  const rows = await trx
    .selectFrom('claim')
    .select(['id', 'row'])
    .where('article', '=', sql<string>`any(${articles}::text[])`)
    .where(isCurrent('claim', 'claim', null))
    .execute()
  return rows.filter(({ id }) => !kept.has(id)).map(({ id, row }) => withdrawal(id, row))
}

/** Withdrawals of records by their ids; one that is not there, or is withdrawn already, changes nothing. */
export async function findWithdrawn<Item>(
  trx: Transaction<Tables>,
  recorder: Recorder<Item>,
  ids: readonly string[],
): Promise<Change<never>[]> {
  if (ids.length === 0) return []
  const found = await standing(trx, recorder, ids.map(storableText))
  return [...found].filter(([, { version }]) => version !== WITHDRAWN).map(([id, { row }]) => withdrawal(id, row))
}

const withdrawal = (id: string, row: number): Change<never> => ({
  id,
  version: WITHDRAWN,
  item: null,
  replaces: row,
  replacesId: null,
})

/** Of two records with one id the later one in the batch counts. */
const byId = <Item>(recorder: Recorder<Item>, items: readonly Item[]): Map<string, Item> =>
  new Map(items.map(item => [storableText(recorder.idOf(item)), item]))

function changed<Item extends object>(
  recorder: Recorder<Item>,
  given: ReadonlyMap<string, Item>,
  found: ReadonlyMap<string, Standing>,
): Change<Item>[] {
  return [...given].flatMap(([id, item]) => {
    const before = found.get(id)
    const version = versionOf(recorder, item)
    if (before?.version === version) return []
    return [{ id, version, item, replaces: before?.row ?? null, replacesId: before?.ownId ?? null }]
  })
}

async function standing<Item>(
  trx: Transaction<Tables>,
  recorder: Recorder<Item>,
  ids: readonly string[] | null,
): Promise<Map<string, Standing>> {
  const ownId = recorder.ownId ? sql<string | null>`${sql.ref(`t.${recorder.ownId}`)}` : sql<null>`null`
  const table: VersionedTable = recorder.table
  const { rows } = await sql<Standing & { id: string }>`
    select t.id, t.row, t.version, ${ownId} as "ownId" from ${sql.table(table)} as t
    where ${ids === null ? sql`true` : sql`t.id = any(${ids}::text[])`}
      and not exists (select 1 from ${sql.table(table)} as n where n.id = t.id and n.row > t.row)`.execute(trx)
  return new Map(rows.map(row => [row.id, row]))
}
