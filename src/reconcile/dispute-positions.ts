import type { ClaimId, Dispute, Instant, RecordedClaim } from '#domain'
import { groupBy, unique } from '#kit'
import { shortestWording } from './choose-wording.ts'
import type { Evidence } from './evidence.ts'
import { bySaid, compareText } from './order.ts'
import { originKeys } from './trace-origins.ts'

export type Position = Dispute['positions'][number]

/** True for a claim that may take part in a dispute on what is so: no plan, no echo, not rejected. */
export const isDisputable = (claim: RecordedClaim, evidence: Evidence): boolean =>
  !evidence.echoes.has(claim.id) &&
  evidence.verdicts.get(claim.id)?.verdict !== 'reject' &&
  claim.time.tense !== 'future'

/**
 * One position for each camp, stance and side of the question, with the origins behind it. `sideOf` names the side a claim
 * takes (yes or no, a holder, a number), so that a camp of two minds has two positions. Sorted by side, camp and stance.
 */
export function writePositions(
  claims: readonly RecordedClaim[],
  sideOf: (claim: RecordedClaim) => string,
  evidence: Evidence,
): Position[] {
  const keys = originKeys(claims, evidence)
  const groups = groupBy([...claims].sort(bySaid), claim =>
    JSON.stringify([sideOf(claim), claim.holder.camp, claim.stance]),
  )
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, members]) => {
      const [first] = members
      if (!first) return []
      const origins = unique(members.map(({ id }) => keys.get(id) ?? id)).length
      const ids: ClaimId[] = members.map(({ id }) => id).sort(compareText)
      return { camp: first.holder.camp, stance: first.stance, says: shortestWording(members), claims: ids, origins }
    })
}

/** When a dispute began: the first moment at which two sides had spoken. */
export function bothPresentSince(sides: readonly (readonly RecordedClaim[])[]): Instant | null {
  const firsts = sides.flatMap(claims => [...claims].sort(bySaid)[0]?.said ?? []).sort(compareText)
  return firsts[1] ?? null
}
