import type { Control, Dispute, RecordedClaim } from '#domain'
import { dayOf } from '#domain'
import type { Evidence } from './evidence.ts'
import { daysApart } from './happened.ts'

/** Days after a quarrel began in which the sides' meeting on the place's holder still settles it. */
const SETTLING_DAYS = 365

/**
 * How a quarrel over a place stands by Fogline's own line on it: `conceded` when the step that settled it rests on a camp
 * that took part and now speaks against its interest, `overtaken` when both sides have since agreed otherwise, null while
 * the line has not become sure (almost certain, or admitted). `claims` are those that may have to give way.
 */
export function settlementOf(
  steps: readonly Control[],
  since: Dispute['since'],
  claims: readonly RecordedClaim[],
  { byId }: Evidence,
): 'conceded' | 'overtaken' | null {
  const camps = new Set(claims.map(({ holder }) => holder.camp))
  const later = steps.filter(({ from, because, holder }) => {
    const days = daysApart(dayOf(since), from)
    return because.length > 0 && holder !== 'contested' && days > 0 && days <= SETTLING_DAYS
  })
  const admitted = later.some(({ because }) =>
    because.some(id => {
      const claim = byId.get(id)
      return claim !== undefined && claim.againstInterest && camps.has(claim.holder.camp)
    }),
  )
  if (admitted) return 'conceded'
  return later.some(({ likelihood }) => likelihood === 'almost-certain') ? 'overtaken' : null
}
