import { type ClaimId, type Control, type Dispute, dayOf, type Instant, type RecordedClaim } from '#domain'
import type { Ledger } from '#ledger'

interface Ended {
  readonly dispute: Dispute
  /** The claims of its positions. */
  readonly claims: readonly RecordedClaim[]
  /** The place it is about, or that of its event; null: none. */
  readonly place: string | null
}

/**
 * The claims that ended a dispute, in the order they were said: of those who took part, the words by which they turned
 * (or admitted what their camp had denied); where nobody did, what stands behind the step of Fogline's line that settled
 * who holds the place. Empty for an open dispute, and where the ledger does not tell.
 */
export async function endingOf(ledger: Ledger, ended: Ended, asOf: Instant): Promise<RecordedClaim[]> {
  const { dispute, claims, place } = ended
  if (dispute.status === 'open') return []
  const turns = claims.filter(claim => isTurn(claim, ended))
  if (turns.length > 0) return turns.sort(bySaid)
  if (place === null) return []
  const steps = laterSteps(await ledger.control({ place, claimant: null, asOf }), dispute)
  const conceded = dispute.status === 'conceded'
  const settling = conceded ? steps : steps.filter(({ likelihood }) => likelihood === 'almost-certain').slice(0, 1)
  const ids = settling.flatMap(({ because }) => because)
  if (ids.length === 0) return []
  const { rows } = await ledger.claims({ ids, asOf, limit: 1000 })
  return rows.filter(({ againstInterest }) => againstInterest || !conceded).sort(bySaid)
}

/** True for words by which somebody who took part says the contrary of what they, or against its interest their camp, said before. */
function isTurn(claim: RecordedClaim, { dispute: { status }, claims }: Ended): boolean {
  if (status === 'overtaken' || claim.stance !== (status === 'withdrawn' ? 'denies' : 'asserts')) return false
  const before = status === 'withdrawn' ? 'asserts' : 'denies'
  return claims.some(
    ({ stance, said, holder }) =>
      stance === before &&
      said < claim.said &&
      (holder.name === claim.holder.name || (claim.againstInterest && holder.camp === claim.holder.camp)),
  )
}

/** The steps after the quarrel began that name a holder, oldest first. */
const laterSteps = (steps: readonly Control[], { since }: Dispute): readonly Control[] =>
  steps
    .filter(({ from, because, holder }) => from > dayOf(since) && because.length > 0 && holder !== 'contested')
    .sort((a, b) => (a.from < b.from ? -1 : 1))

const bySaid = (a: Pick<RecordedClaim, 'said' | 'id'>, b: { said: string; id: ClaimId }): number =>
  a.said < b.said ? -1 : a.said > b.said ? 1 : a.id < b.id ? -1 : 1
