import type { Control, Dispute, RecordedClaim } from '#domain'
import { dayOf } from '#domain'
import type { Evidence } from './evidence.ts'
import { daysApart } from './happened.ts'
import { compareText, latestOf } from './order.ts'

/** Days after a quarrel began in which the sides' meeting on the place's holder still settles it. */
const SETTLING_DAYS = 365

/** How a dispute stands, and what ended it. */
export type Ending = Pick<Dispute, 'status' | 'ended'>

export const OPEN: Ending = { status: 'open', ended: null }

/** An end, by the claims that brought it; open where there are none. */
export function endBy(status: Exclude<Dispute['status'], 'open'>, claims: readonly RecordedClaim[]): Ending {
  if (claims.length === 0) return OPEN
  const ids = [...new Set(claims.map(({ id }) => id))].sort(compareText)
  return { status, ended: { at: latestOf(claims.map(({ said }) => said)), claims: ids } }
}

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
): Ending | null {
  const camps = new Set(claims.map(({ holder }) => holder.camp))
  const later = steps.filter(({ from, because, holder }) => {
    const days = daysApart(dayOf(since), from)
    return because.length > 0 && holder !== 'contested' && days > 0 && days <= SETTLING_DAYS
  })
  const behind = ({ because }: Control) => because.flatMap(id => byId.get(id) ?? [])
  for (const step of later) {
    const admissions = behind(step).filter(claim => claim.againstInterest && camps.has(claim.holder.camp))
    if (admissions.length > 0) return endBy('conceded', admissions)
  }
  const sure = later.find(({ likelihood }) => likelihood === 'almost-certain')
  return sure ? endBy('overtaken', behind(sure)) : null
}
