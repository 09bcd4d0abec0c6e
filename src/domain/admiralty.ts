import type { ClaimId } from './id.ts'
import type { Belief } from './reconciled.ts'
import type { Reliability } from './source.ts'

/** The Admiralty pair of a claim: how reliable its origin is (A–F), how credible what it says (1–6), each judged apart from the other. */
export interface AdmiraltyPair {
  readonly reliability: Reliability
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6
}

/** The pair of a claim on an event, by the belief on it; null for a claim it does not speak of, and where there is no belief: an opinion or a plan is neither true nor false. */
export const admiraltyOf = (claim: ClaimId, belief: Belief | null): AdmiraltyPair | null =>
  belief?.reasons.find(reason => reason.claim === claim)?.admiralty ?? null

/** The pair as it is written: `C3`. */
export const admiraltyCode = ({ reliability, credibility }: AdmiraltyPair): string => `${reliability}${credibility}`
