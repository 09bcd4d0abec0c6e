import type { ClaimType, Span } from '#domain'
import type { NearFrame } from './frames.ts'

/** Why a clause states no claim of its own. */
export const DROP_REASONS = {
  speech: 'says who speaks; what is said is read in its own clause',
  question: 'asks, and so states nothing',
  silence: 'it says only that somebody would not speak',
  condition: 'is a condition, read with the clause that depends on it',
  'no-frame': 'fits no frame: it says nothing the codebook codes',
  'not-of-the-war': 'fits a frame weakly and names nobody and nowhere of the war',
  'single-word': 'would be one word, which states nothing',
  'taken-in': 'is taken into the claim of the clause before it',
  modifier: 'only tells which thing is meant in another clause',
} as const
export type DropReason = keyof typeof DROP_REASONS

/** What became of one clause of a sentence. */
export interface ClauseOutcome {
  readonly sentence: number
  /** Index of the clause in its sentence. */
  readonly clause: number
  /** The frame that fired, as the boundaries of the codebook settled its type; null where none did or none was asked. */
  readonly frame: { readonly type: ClaimType; readonly strength: number } | null
  /** The words drafted as a claim; null where the clause was dropped. */
  readonly span: Span | null
  /** Null where a claim was drafted. */
  readonly reason: DropReason | null
  /** Frames of its verb that did not fire; empty for a clause that some frame fits. */
  readonly near: readonly NearFrame[]
}

/** Is told what becomes of each clause, as the claims are read. */
export type Trace = (outcome: ClauseOutcome) => void
