import type { Candidate } from './event-drafts.ts'

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
