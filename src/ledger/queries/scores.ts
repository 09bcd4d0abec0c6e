import { sql } from 'kysely'
import type { Account, ControlMap, Forecast, Question, StoryId, TrackRecord } from '#domain'
import type { Ledger } from '../ledger.ts'
import type { Db } from '../tables.ts'
import { equals, isAnyOf } from './conditions.ts'
import { checkAsOf, isCurrent, storableText } from './current.ts'
import type { Condition } from './list.ts'

type Query<Name extends keyof Ledger> = Ledger[Name] extends (query?: infer Given) => unknown
  ? NonNullable<Given>
  : never

/** Everything of a table that keeps each record once, learned by `asOf`, in the order asked for. */
async function listOnce<Row>(
  db: Db,
  table: 'control_map' | 'question' | 'forecast',
  asOf: Query<'maps'>['asOf'],
  condition: Condition,
  order: (row: Row) => string,
): Promise<Row[]> {
  const moment = checkAsOf(asOf)
  const known = moment === null ? sql`true` : sql`t.learned <= ${moment}::timestamptz`
  const { rows } = await sql<{ body: Row }>`select t.body from ${sql.table(table)} as t
    where ${known} and ${condition ?? sql`true`}`.execute(db)
  return rows.map(({ body }) => body).sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** Maps by date, then claimant. */
export const listMaps = (db: Db, { asOf, claimant }: Query<'maps'>): Promise<ControlMap[]> =>
  listOnce<ControlMap>(
    db,
    'control_map',
    asOf,
    equals('claimant', claimant),
    map => `${map.date} ${map.claimant} ${map.id}`,
  )

/** Questions by the day they were put. */
export const listQuestions = (db: Db, { asOf, ids }: Query<'questions'>): Promise<Question[]> =>
  listOnce<Question>(db, 'question', asOf, isAnyOf('id', ids), ({ opened, id }) => `${opened} ${id}`)

/** Forecasts by the moment they were made. */
export const listForecasts = (db: Db, { asOf, questions }: Query<'forecasts'>): Promise<Forecast[]> =>
  listOnce<Forecast>(db, 'forecast', asOf, isAnyOf('question', questions), ({ at, id }) => `${at} ${id}`)

/** Track records as they stood, by origin. */
export async function listTracks(db: Db, { asOf, origin }: Query<'tracks'>): Promise<TrackRecord[]> {
  const { rows } = await sql<{ body: TrackRecord }>`select t.body from track as t
    where ${isCurrent('track', 't', checkAsOf(asOf))} and ${equals('id', origin) ?? sql`true`} order by t.id`.execute(
    db,
  )
  return rows.map(({ body }) => body)
}

/** The facts and lines of a story as they stood; null where it has none. */
export async function findAccount(db: Db, story: StoryId, { asOf }: Query<'judgements'>): Promise<Account | null> {
  const { rows } = await sql<{ body: Account }>`select t.body from story_account as t
    where t.id = ${storableText(story)} and ${isCurrent('story_account', 't', checkAsOf(asOf))}`.execute(db)
  return rows[0]?.body ?? null
}
