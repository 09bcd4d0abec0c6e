import type { RecordedClaim } from '#domain'
import type { ClaimQuery, Page } from '../ledger.ts'
import type { Db } from '../tables.ts'
import { equals, hasWords, holds, isAnyOf, isUnder, isWithin } from './conditions.ts'
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
