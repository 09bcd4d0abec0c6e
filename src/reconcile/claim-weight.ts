import type { BeliefParameters, Certainty, RecordedClaim, Reliability } from '#domain'
import type { Evidence } from './evidence.ts'
import { interestOf } from './interest.ts'
import { isOwnVoice } from './origins.ts'

/** Factor by certainty where the theatre gives none. Below the middle of the scale an assertion speaks against itself. */
const HEDGE: Readonly<Record<Certainty, number>> = {
  remote: -1,
  'highly-unlikely': -0.8,
  unlikely: -0.4,
  'realistic-possibility': 0.15,
  likely: 0.5,
  'highly-likely': 0.8,
  'almost-certain': 1,
  stated: 1,
  unverified: 0.4,
}

/** How much one claim moves a belief, before other claims of its camp are counted. */
export interface Weighed {
  /** In logits; positive for, negative against. */
  readonly weight: number
  readonly why: string
}

/** The theatre's factor for a certainty. */
export const hedgeOf = (certainty: Certainty, belief: BeliefParameters): number =>
  belief.hedge[certainty] ?? HEDGE[certainty]

/** Reliability of whoever stands behind a claim: of its source record, else the letter its kind is given. */
export function reliabilityOf(claim: RecordedClaim, { origins, theatre }: Evidence): Reliability {
  if (isOwnVoice(claim) && claim.copyOf === null) return claim.reliability
  return origins.sourceOf(claim)?.reliability ?? theatre.belief.kindReliability[claim.holder.kind]
}

/** 1 for the holder's own words with at most one relay; less for an outlet's own voice and for long chains. */
export function directnessOf(claim: RecordedClaim, { directness }: BeliefParameters): number {
  if (isOwnVoice(claim) && claim.holder.kind === 'outlet') return directness.ownVoice
  return Math.max(directness.least, directness.perHand ** Math.max(0, claim.chain.length - 2))
}

const STANCE_WORDS = { asserts: 'asserts', denies: 'denies', questions: 'doubts' } as const

/**
 * Weighs one claim by itself: reliability × hedge × interest × directness, the sign by stance. A denial never comes out
 * above 0, an assertion only below 0 where its speaker calls it unlikely.
 */
export function weighClaim(claim: RecordedClaim, directness: number, evidence: Evidence): Weighed {
  const { belief } = evidence.theatre
  const letter = reliabilityOf(claim, evidence)
  const interest = interestOf(claim, evidence.parties)
  const interestFactor = interest === 'against' ? belief.againstInterest : interest === 'serves' ? belief.inInterest : 1
  const accepted = evidence.verdicts.get(claim.id)?.verdict === 'accept'
  const strength = belief.reliability[letter] * interestFactor * directness * (accepted ? belief.accepted : 1)
  const hedge = hedgeOf(claim.certainty, belief)
  const sign = claim.stance === 'asserts' ? hedge : -Math.max(0, hedge) * (claim.stance === 'denies' ? 1 : belief.doubt)
  const parts = [
    STANCE_WORDS[claim.stance],
    claim.certainty === 'stated' ? 'flatly' : (claim.certaintyWords ?? claim.certainty),
    `reliability ${letter}`,
    interest === 'against' ? 'against its own interest' : interest === 'serves' ? 'in its own interest' : null,
    directness < 1 ? 'at second hand' : null,
    accepted ? 'accepted by analyst' : null,
  ]
  return { weight: sign * strength, why: parts.filter(part => part !== null).join(', ') }
}
