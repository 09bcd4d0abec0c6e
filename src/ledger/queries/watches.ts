import { sql } from 'kysely'
import type { Instant, RecordedClaim, Watch, WatchChange } from '#domain'
import { changeOf, sha256 } from '#domain'
import { chunk } from '#kit'
import type { Page, Paging } from '../ledger.ts'
import { storableJson } from '../record/storable.ts'
import type { Db } from '../tables.ts'
import type { WatchChannel } from '../watches.ts'
import { equals, hasWords, holds, isAnyOf, isUnder } from './conditions.ts'
import type { Condition } from './list.ts'
import type { Order } from './paging.ts'
import { afterCursor, orderBy, pageOf, pageSize } from './paging.ts'

/** Every watch, oldest first. */
export async function listWatches(db: Db): Promise<Watch[]> {
  const { rows } = await sql<{ body: Watch }>`select body from watch order by body ->> 'created', id`.execute(db)
  return rows.map(({ body }) => body)
}

/** Adds a watch that has seen all that is there. */
export async function addWatch(db: Db, watch: Watch): Promise<void> {
  await sql`insert into watch (id, seen, seen_at, body)
    select ${watch.id}, coalesce(max(row), 0), max(learned), ${storableJson(watch)}::json from claim`.execute(db)
}

/** Takes a watch away with all that was found for it; false where there was none. */
export async function removeWatch(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`delete from watch where id = ${id} returning id`.execute(db)
  return rows.length > 0
}

/** Messages hold so many claims at most; more become several messages. */
const MOST_CLAIMS = 200

/** Finds what is new for one watch and lays out its messages. Run in a transaction: whoever else looks waits for its end. */
export async function lookFor(db: Db, id: string, now: Instant): Promise<number> {
  const { rows } = await sql<{ body: Watch; seen: number }>`
    select body, seen from watch where id = ${id} for update`.execute(db)
  const [standing] = rows
  if (!standing) return 0
  const { body: watch, seen } = standing
  const { rows: heads } = await sql<{ row: number | null; learned: Date | null }>`
    select max(row) as row, max(learned) as learned from claim`.execute(db)
  const head = heads[0]?.row ?? 0
  if (head <= seen) return 0
  const changes = await keepChanges(db, await changesBetween(db, watch, seen, head))
  await sql`update watch set seen = ${head}, seen_at = ${heads[0]?.learned?.toISOString() ?? null}::timestamptz
    where id = ${id}`.execute(db)
  await layOut(db, watch, changes, now)
  return changes.length
}

interface Told {
  readonly was: RecordedClaim | null
  readonly says: RecordedClaim | null
  readonly learned: Date
}

/** What the rows after `seen` change about the claims a watch is of, by the words they had or have. Oldest report first. */
async function changesBetween(db: Db, watch: Watch, seen: number, head: number): Promise<WatchChange[]> {
  const fits = conditionOf(watch)
  const { rows } = await sql<Told>`
    select b.body as was, n.body as says, n.learned from claim as n left join claim as b on b.row = n.replaces
    where n.row in (
      select t.row from claim as t where t.row > ${seen} and t.row <= ${head} and ${fits}
      union select c.row from claim as c join claim as t on t.row = c.replaces
        where c.row > ${seen} and c.row <= ${head} and ${fits})
    order by coalesce(n.said, b.said), n.row`.execute(db)
  return rows.flatMap(({ was, says, learned }) => {
    const [kind, claim] = [changeOf(was, says), says ?? was]
    if (kind === null || claim === null) return []
    return [{ watch: watch.id, kind, learned: learned.toISOString() as Instant, claim }]
  })
}

function conditionOf({ filter }: Watch) {
  const conditions: readonly Condition[] = [
    sql`t.body is not null`,
    holds('places', filter.place),
    equals('holder', filter.holder),
    isAnyOf('type', filter.types),
    equals('family', filter.family),
    isUnder('story', filter.story, null),
    hasWords(filter.words),
  ]
  return sql.join(
    conditions.filter(condition => condition !== null),
    sql` and `,
  )
}

/** Keeps changes; those that were kept before are left out. */
async function keepChanges(db: Db, changes: readonly WatchChange[]): Promise<WatchChange[]> {
  const kept: WatchChange[] = []
  for (const some of chunk(changes, MOST_CLAIMS)) {
    const { rows } = await sql<{ id: string; learned: Date }>`
      insert into watch_change (watch, claim, learned, body)
      select x.watch, x.claim ->> 'id', x.learned, json_build_object('kind', x.kind, 'claim', x.claim)
      from json_to_recordset(${storableJson(some)}::json) as x(watch text, claim json, learned timestamptz, kind text)
      on conflict do nothing returning claim as id, learned`.execute(db)
    const found = new Set(rows.map(({ id, learned }) => `${id} ${learned.toISOString()}`))
    kept.push(...some.filter(({ claim, learned }) => found.has(`${claim.id} ${learned}`)))
  }
  return kept
}

async function layOut(db: Db, watch: Watch, changes: readonly WatchChange[], now: Instant): Promise<void> {
  const channels: readonly WatchChannel[] = [
    ...(watch.webhook === null ? [] : ['webhook' as const]),
    ...(watch.email.length === 0 ? [] : ['email' as const]),
  ]
  for (const some of chunk(changes, MOST_CLAIMS)) {
    const claims = JSON.stringify(some.map(({ claim, learned }) => ({ claim: claim.id, learned })))
    for (const channel of channels) {
      const id = `msg_${sha256(`${watch.id} ${channel} ${claims}`).slice(0, 20)}`
      await sql`insert into delivery (id, watch, channel, due, claims)
        values (${id}, ${watch.id}, ${channel}, ${now}::timestamptz, ${claims}::json) on conflict do nothing`.execute(
        db,
      )
    }
  }
}

const NEWEST: Order<WatchChange> = {
  name: 'watch',
  keys: [
    { column: 't.learned', cast: 'timestamptz', descending: true, valueOf: change => change.learned },
    { column: 't.claim', cast: 'text', valueOf: change => change.claim.id },
  ],
}

interface ChangeRow {
  readonly watch: string
  readonly learned: Date
  readonly body: Pick<WatchChange, 'kind' | 'claim'>
}
/** A kept row as a change. */
export const changeIn = ({ watch, learned, body }: ChangeRow): WatchChange => ({
  watch,
  ...body,
  learned: learned.toISOString() as Instant,
})

/** What a watch found, newest first. */
export async function listChanges(db: Db, watch: string, query: Paging): Promise<Page<WatchChange>> {
  const { rows } = await sql<ChangeRow>`select t.watch, t.learned, t.body from watch_change as t
    where t.watch = ${watch} and ${afterCursor(NEWEST, query.after)}
    order by ${orderBy(NEWEST)} limit ${pageSize(query.limit) + 1}`.execute(db)
  return pageOf(NEWEST, rows.map(changeIn), query)
}
