import { gzipSync } from 'node:zlib'
import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { ControlMap, Forecast, Instant, Outage, Question, RowChanges, Slug, Subscription } from '#domain'
import { InputError } from '#domain'
import type { Captured, LedgerBatch, RecordCounts } from '../ledger.ts'
import type { Tables } from '../tables.ts'
import { TABLES } from '../tables.ts'
import { appendOnce, newOnes, type Position } from './append-once.ts'
import type { ColumnTypes } from './append-rows.ts'
import { appendRows } from './append-rows.ts'
import type { Change } from './find-changes.ts'
import {
  findChanges,
  findChangesOfSome,
  findChangesOfWhole,
  findWithdrawn,
  findWithdrawnClaims,
} from './find-changes.ts'
import { appendAsked, importedOf, newAsked } from './record-asked.ts'
import type { Recorder } from './recorders.ts'
import {
  ACCOUNT,
  ARTICLE,
  BELIEF,
  CLAIM,
  CONTROL,
  DISPUTE,
  EVENT,
  FIGURE,
  OUTAGE,
  READING,
  SOURCE,
  STORY,
  SUBSCRIPTION,
  TRACK,
} from './recorders.ts'

/** A batch reduced to what the ledger did not have of what cannot be made again; bodies are gzip. */
export interface Irreplaceable {
  readonly learned: Instant
  readonly sources: LedgerBatch['sources']
  readonly subscriptions: readonly Subscription[]
  readonly removed: readonly Slug[]
  readonly outages: readonly Outage[]
  readonly captures: readonly { readonly raw: Captured['raw']; readonly gzip: Uint8Array }[]
  readonly articles: LedgerBatch['articles']
  readonly judgements: LedgerBatch['judgements']
  readonly maps: readonly ControlMap[]
  /** Imported ones only: those that claims put are read again from the claims. */
  readonly questions: readonly Question[]
  readonly forecasts: readonly Forecast[]
}

interface RecordResult {
  readonly counts: RecordCounts
  readonly added: Irreplaceable
}

/** Appends what is new in a batch. Runs in the caller's transaction, alone: a second writer waits for its end. */
export async function recordBatch(
  trx: Transaction<Tables>,
  batch: LedgerBatch,
  theatre: string | null,
): Promise<RecordResult> {
  const at = await begin(trx, batch.learned, theatre)
  const sources = await findChanges(trx, SOURCE, batch.sources)
  const register = await registerChanges(trx, batch)
  const captures = await newCaptures(trx, batch.captures)
  const articles = await findChanges(trx, ARTICLE, batch.articles)
  const claims = await findChanges(trx, CLAIM, batch.claims)
  const withdrawn = await withdrawnClaims(trx, batch)
  const readings = await findChanges(trx, READING, batch.readings ?? [])
  const judgements = await newOnes(trx, 'judgement', batch.judgements)
  const asked = await newAsked(trx, batch)
  const counts = {
    source: await appendChanges(trx, at, SOURCE, sources),
    subscription: await appendChanges(trx, at, SUBSCRIPTION, register.subscriptions),
    outage: await appendChanges(trx, at, OUTAGE, register.outages),
    ...(await appendCaptures(trx, at, captures)),
    article: await appendChanges(trx, at, ARTICLE, articles),
    claim: await appendChanges(trx, at, CLAIM, [...claims, ...withdrawn]),
    reading: await appendChanges(trx, at, READING, readings),
    ...(await recordReconciled(trx, at, batch)),
    judgement: await appendOnce(trx, at, 'judgement', judgements),
    ...(await appendAsked(trx, at, asked)),
  }
  const removed = register.subscriptions.flatMap(({ id, item }) => (item === null ? [id] : []))
  const added = {
    learned: at.learned,
    sources: itemsOf(sources),
    subscriptions: itemsOf(register.subscriptions),
    removed,
    outages: itemsOf(register.outages),
    captures,
    articles: itemsOf(articles),
    judgements,
  }
  return { counts, added: { ...added, ...importedOf(asked) } }
}

/** Waits for this writer's turn; the first record sets the ledger's theatre. */
async function begin(trx: Transaction<Tables>, learned: Instant, theatre: string | null): Promise<Position> {
  const at = await takeTurn(trx, learned)
  await recordTheatre(trx, at, theatre)
  return at
}

const withdrawnClaims = (trx: Transaction<Tables>, { reread, claims }: LedgerBatch) =>
  findWithdrawnClaims(
    trx,
    reread ?? [],
    claims.map(({ id }) => id),
  )

async function registerChanges(trx: Transaction<Tables>, { subscriptions, removed, outages }: LedgerBatch) {
  return {
    subscriptions: [
      ...(await findChanges(trx, SUBSCRIPTION, subscriptions ?? [])),
      ...(await findWithdrawn(trx, SUBSCRIPTION, removed ?? [])),
    ],
    outages: await findChanges(trx, OUTAGE, outages ?? []),
  }
}

/** Waits until no other writer is at work, and finds where the ledger ends. */
export async function takeTurn(trx: Transaction<Tables>, learned: Instant): Promise<Position> {
  await sql`select pg_advisory_xact_lock(hashtext('fogline ledger ' || current_schema()))`.execute(trx)
  const ends = TABLES.filter(table => table !== 'rests_on').map(
    table => sql`(select row, learned from ${sql.table(table)} order by row desc limit 1)`,
  )
  const { rows } = await sql<{ row: number | null; learned: Date | null }>`
    select max(row) as row, max(learned) as learned from (${sql.join(ends, sql` union all `)}) as ends`.execute(trx)
  const last = rows[0]?.learned?.toISOString() as Instant | undefined
  return { learned: last !== undefined && last > learned ? last : learned, next: (rows[0]?.row ?? 0) + 1 }
}

async function recordTheatre(trx: Transaction<Tables>, at: Position, theatre: string | null): Promise<void> {
  if (theatre === null) return
  const known = await trx.selectFrom('meta').select('value').where('key', '=', 'theatre').executeTakeFirst()
  if (known && known.value !== theatre) throw otherTheatre(known.value, theatre)
  if (known) return
  await trx
    .insertInto('meta')
    .values({ key: 'theatre', value: theatre, row: at.next++, learned: new Date(at.learned) })
    .execute()
}

/** One ledger is of one war: its places, camps and day one would mean something else in another. */
export const otherTheatre = (known: string, given: string): InputError =>
  new InputError(`the ledger is of the theatre "${known}", not "${given}": give that one, or another FOGLINE_DATA`)

const itemsOf = <Item>(changes: readonly Change<Item>[]): Item[] =>
  changes.flatMap(({ item }) => (item === null ? [] : [item]))

async function recordReconciled(
  trx: Transaction<Tables>,
  at: Position,
  { reconciled, changes }: LedgerBatch,
): Promise<RecordCounts> {
  const record = async <Item extends object>(
    recorder: Recorder<Item>,
    whole: readonly Item[] | undefined,
    some: RowChanges<Item> | undefined,
  ) => {
    if (whole !== undefined) return appendChanges(trx, at, recorder, await findChangesOfWhole(trx, recorder, whole))
    return some === undefined ? 0 : appendChanges(trx, at, recorder, await findChangesOfSome(trx, recorder, some))
  }
  return {
    story: await record(STORY, reconciled?.stories, changes?.stories),
    event: await record(EVENT, reconciled?.events, changes?.events),
    dispute: await record(DISPUTE, reconciled?.disputes, changes?.disputes),
    figure: await record(FIGURE, reconciled?.figures, changes?.figures),
    belief: await record(BELIEF, reconciled?.beliefs, changes?.beliefs),
    control: await record(CONTROL, reconciled?.control, changes?.control),
    track: await record(TRACK, reconciled?.tracks, changes?.tracks),
    story_account: await record(ACCOUNT, reconciled?.accounts, changes?.accounts),
  }
}

const VERSION_TYPES: ColumnTypes = {
  row: 'bigint',
  id: 'text',
  version: 'text',
  learned: 'timestamptz',
  replaces: 'bigint',
  body: 'json',
}

async function appendChanges<Item extends object>(
  trx: Transaction<Tables>,
  at: Position,
  recorder: Recorder<Item>,
  changes: readonly Change<Item>[],
): Promise<number> {
  const numbered = changes.map(change => ({ ...change, row: at.next++ }))
  await appendRows(
    trx,
    recorder.table,
    { ...VERSION_TYPES, ...recorder.columnTypes },
    numbered.map(change => ({
      row: change.row,
      id: change.id,
      version: change.version,
      learned: at.learned,
      replaces: change.replaces,
      body: bodyOf(recorder, change, at.learned),
      ...(change.item && recorder.columnsOf(change.item)),
    })),
  )
  const ties = numbered.flatMap(({ row, item }) =>
    item && recorder.restsOn ? [...new Set(recorder.restsOn(item))].map(on => ({ row, item: on })) : [],
  )
  await appendRows(trx, 'rests_on', { row: 'bigint', item: 'text' }, ties)
  return changes.length
}

/** The record as it will be read again, with the moment it was learned and the record it replaces. */
function bodyOf<Item extends object>(recorder: Recorder<Item>, change: Change<Item>, learned: Instant): unknown {
  if (change.item === null) return null
  return {
    ...change.item,
    ...('learned' in change.item && { learned }),
    ...(recorder.ownId && { replaces: change.replacesId }),
  }
}

async function newCaptures(
  trx: Transaction<Tables>,
  captures: readonly Captured[],
): Promise<Irreplaceable['captures']> {
  const bodies = new Map(captures.map(({ raw, body }) => [raw.id, body]))
  const fresh = await newOnes(
    trx,
    'raw_item',
    captures.map(({ raw }) => raw),
  )
  return fresh.map(raw => ({ raw, gzip: gzipSync(bodies.get(raw.id) ?? new Uint8Array()) }))
}

async function appendCaptures(
  trx: Transaction<Tables>,
  at: Position,
  captures: Irreplaceable['captures'],
): Promise<RecordCounts> {
  const bodies = new Map(captures.map(({ raw, gzip }) => [raw.sha256, gzip]))
  const known = await trx
    .selectFrom('capture')
    .select('sha256')
    .where('sha256', '=', sql<string>`any(${[...bodies.keys()]}::text[])`)
    .execute()
  for (const { sha256 } of known) bodies.delete(sha256)
  const rows = [...bodies].map(([sha256, gzip]) => ({
    sha256,
    row: at.next++,
    learned: at.learned,
    body: Buffer.from(gzip).toString('base64'),
  }))
  await appendRows(trx, 'capture', { sha256: 'text', row: 'bigint', learned: 'timestamptz', body: 'bytea' }, rows)
  const items = captures.map(({ raw }) => raw)
  const shaOf = (index: number) => ({ sha256: items[index]?.sha256 })
  const raw = await appendOnce(trx, at, 'raw_item', items, { types: { sha256: 'text' }, of: shaOf })
  return { capture: rows.length, raw_item: raw }
}
