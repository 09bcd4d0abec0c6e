import type { ClaimId, JudgementId } from './id.ts'
import type { Instant } from './time.ts'

export const CORRECTION_KINDS = ['belief', 'withdrawn', 'control', 'figure', 'judgement'] as const

/** One entry of the public log of corrections: what Fogline said, what it says now, and because of what. */
export interface Correction {
  /** When it began to say otherwise. */
  readonly at: Instant
  /** `belief`: a likelihood turned. `withdrawn`: it is no longer said. `control`: who held a place from a day on. `figure`: a claimant corrected a count. `judgement`: an analyst's word on a claim. */
  readonly kind: (typeof CORRECTION_KINDS)[number]
  /** The event, place, figure or claim it is about, by id. */
  readonly about: string
  /** The whole of it as a sentence. */
  readonly text: string
  readonly said: string
  readonly saidAt: Instant
  /** Null: it is no longer said. */
  readonly says: string | null
  /** The claims that brought it about, newest first; those it rested on where they themselves are gone. */
  readonly because: readonly ClaimId[]
  readonly judgements: readonly JudgementId[]
}
