import { sql } from 'kysely'
import type { ReadBy, RecordedClaim } from '#domain'
import type { AsOf, ClaimQuery, Page, StandingReading } from '../ledger.ts'
import type { Db } from '../tables.ts'
import { equals, hasWords, holds, isAnyOf, isUnder, isWithin } from './conditions.ts'
import { checkAsOf, isCurrent } from './current.ts'
import { listPage } from './list.ts'
import type { Order } from './paging.ts'

const NEWEST: Order<RecordedClaim> = {
  name: 'claims',
  keys: [
    { column: 't.said', cast: 'timestamptz', descending: true, valueOf: claim => claim.said },
    { column: 't.article', cast: 'text', valueOf: claim => claim.article },
    { column: 't.start', cast: 'integer', valueOf: claim => claim.span[0] },
    { column: 't.id', cast: 'text', valueOf: claim => claim.id },
  ],
}

/** Claims, those of the newest report first, in the order of its text. */
export const listClaims = async (db: Db, query: ClaimQuery): Promise<Page<RecordedClaim>> =>
  listPage(db, 'claim', NEWEST, query, [
    isAnyOf('id', query.ids),
    isAnyOf('type', query.types),
    equals('family', query.family),
    holds('places', query.place),
    equals('holder', query.holder),
    equals('camp', query.camp),
    equals('certainty', query.certainty),
    equals('article', query.article),
    equals('source', query.source),
    isWithin('t.said', query.saidFrom, query.saidTo),
    isUnder('story', query.story, query.asOf),
    isUnder('event', query.event, query.asOf),
    hasWords(query.words),
  ])

/** By which reader each report was read, as it stood, and by which before, by report. */
export async function listReadings(db: Db, { asOf }: AsOf): Promise<StandingReading[]> {
  const { rows } = await sql<{ body: ReadBy; before: ReadBy | null }>`
    select t.body, b.body as before from reading as t left join reading as b on b.row = t.replaces
    where ${isCurrent('reading', 't', checkAsOf(asOf))} order by t.id`.execute(db)
  return rows.map(({ body, before }) => ({ ...body, before }))
}
