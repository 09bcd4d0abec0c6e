import type { RecordedClaim } from '#domain'
import type { PartyBook } from './parties.ts'

/** `against`: it harms the holder's own camp; `serves`: it helps it; `none`: neither can be told, or the holder backs nobody. */
export type Interest = 'against' | 'serves' | 'none'

/** Who gains when the claim is so: a party id, or null where the type has no winner or nobody is named. */
function winnerOf(claim: RecordedClaim, parties: PartyBook): string | null {
  const agent = parties.idOf(claim.agent)
  switch (claim.type) {
    case 'control.seized':
    case 'control.held':
    case 'control.advanced':
    case 'combat.interception':
      return agent
    case 'control.left':
    case 'combat.mishap':
      return parties.opponentOf(agent)
    case 'harm.losses':
      return parties.opponentOf(parties.idOf(claim.target))
    default:
      return null
  }
}

/** Whose interest a claim is in, seen from its holder. A denial serves whoever would lose if the denied claim were so. */
export function interestOf(claim: RecordedClaim, parties: PartyBook): Interest {
  if (claim.againstInterest) return 'against'
  const side = parties.sideOf(claim.holder.camp)
  const winner = winnerOf(claim, parties)
  if (side === null || winner === null) return 'none'
  const helped = claim.stance === 'asserts' ? winner : parties.opponentOf(winner)
  return helped === side ? 'serves' : 'none'
}
