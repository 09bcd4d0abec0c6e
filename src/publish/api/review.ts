import { type ClaimId, type Instant, standingJudgements } from '#domain'
import { allRows } from '#ledger'
import type { ClaimGist, Desk } from './knowledge.ts'
import type { ReviewAnswer } from './schemas.ts'

/** Below this trust in its own reading the reader asks for a second pair of eyes. */
const DOUBTFUL = 0.7

/**
 * What waits for an analyst: claims of open disputes, then claims whose reading is doubtful, the least trusted first; none
 * that somebody has judged already and not taken back. `waiting` counts all, `rows` holds the first `limit`.
 */
export async function reviewQueue(
  desk: Desk,
  {
    asOf,
    why,
    limit,
  }: { readonly asOf: Instant; readonly why: 'disputed' | 'doubtful' | undefined; readonly limit: number },
): Promise<ReviewAnswer> {
  const { ledger } = desk
  const judged = new Set(standingJudgements(await ledger.judgements({ asOf })).map(({ on }) => on))
  const disputes = await allRows(page => ledger.disputes({ asOf, status: 'open', ...page }))
  const disputeOf = new Map(
    disputes.flatMap(({ id, positions }) =>
      positions.flatMap(({ claims }) => claims.map(claim => [claim, id] as const)),
    ),
  )
  const waiting = (await desk.gists(asOf)).filter(({ id, isCopy }) => !judged.has(id) && !isCopy)
  const disputed = waiting.filter(({ id }) => disputeOf.has(id))
  const doubtful = waiting.filter(({ id, confidence }) => confidence < DOUBTFUL && !disputeOf.has(id))
  const queue = [...(why === 'doubtful' ? [] : disputed), ...(why === 'disputed' ? [] : doubtful.sort(byTrust))].map(
    ({ id }) => id,
  )
  const first = queue.slice(0, limit)
  const claims = first.length === 0 ? [] : (await ledger.claims({ ids: first, asOf, limit })).rows
  const byId = new Map(claims.map(claim => [claim.id, claim]))
  return {
    asOf,
    waiting: { disputed: disputed.length, doubtful: doubtful.length },
    rows: first.flatMap((id: ClaimId) => {
      const claim = byId.get(id)
      const dispute = disputeOf.get(id) ?? null
      return claim ? [{ claim, why: dispute === null ? ('doubtful' as const) : ('disputed' as const), dispute }] : []
    }),
  }
}

const byTrust = (a: ClaimGist, b: ClaimGist): number => a.confidence - b.confidence || (a.id < b.id ? -1 : 1)
