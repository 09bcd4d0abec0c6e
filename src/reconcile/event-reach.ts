import { dayOf } from '#domain'
import type { Candidate } from './event-drafts.ts'
import { spreadDays } from './happened.ts'

/** How many days before and after its own a claim's event may lie. */
export interface Reach {
  readonly before: number
  readonly after: number
}

/** A day either way; three for ground changing hands, whose day is seldom given; a week back for what is being denied. */
export function reachOf({ claim, group }: Candidate): Reach {
  if (claim.stance !== 'asserts') return { before: 7, after: 1 }
  return group === 'taking' || group.startsWith('control.') ? { before: 3, after: 3 } : { before: 1, after: 1 }
}

/** The drawer of claims about a period, which is no one day's. */
export const PERIOD = -1

/** The days, by number, on which a claim's event may lie. */
export function daysReached(candidate: Candidate): number[] {
  const { before, after } = reachOf(candidate)
  const days = candidate.period ? [PERIOD] : spreadDays(candidate.days, before, after)
  if (candidate.claim.stance === 'asserts') return days
  const said = dayOf(candidate.claim.said)
  return [...days, ...spreadDays({ start: said, end: said }, before, 0)]
}
