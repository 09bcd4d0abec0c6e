import type { Measure } from './codebook.ts'
import type { ClaimId, QuestionId, Slug } from './id.ts'
import type { Day } from './time.ts'

export const QUESTION_ORIGINS = ['claim', 'metaculus', 'manifold', 'polymarket'] as const

/** What decides a question, fixed when it is registered. `by`: the last day that counts; null: no day is given. */
export type Criteria =
  /** A party takes a place (`taken`: at any time after the question was put) or still holds it on the last day (`held`). */
  | {
      readonly kind: 'control'
      readonly place: string
      readonly holder: Slug
      readonly mode: 'taken' | 'held'
      readonly by: Day
    }
  /** A running total reaches a number by somebody's count (`claimant` null: by anybody's). */
  | {
      readonly kind: 'figure'
      readonly measure: Measure
      readonly subject: string | null
      readonly claimant: string | null
      readonly atLeast: number
      readonly by: Day
    }
  /** The ledger cannot decide it: an analyst does. */
  | { readonly kind: 'analyst'; readonly by: Day | null }

/** Something that will turn out to be so or not so. Registered once and never changed. */
export interface Question {
  readonly id: QuestionId
  readonly text: string
  /** Where it was put: in a report, or on a forecasting platform. */
  readonly origin: (typeof QUESTION_ORIGINS)[number]
  readonly url: string | null
  readonly opened: Day
  readonly criteria: Criteria
  /** The platform's own rules, word for word; null where there are none. */
  readonly rules: string | null
  /** How the platform itself resolved it. Shown beside Fogline's resolution, never taken for it. */
  readonly given: 'yes' | 'no' | null
  /** The claim that put it; null for an imported one. */
  readonly claim: ClaimId | null
}

/** How a question came out. `open`: its day has not passed, or the ledger cannot tell; `void`: it was decided when it was put. */
export interface Resolution {
  readonly outcome: 'yes' | 'no' | 'void' | 'open'
  /** The day that decided it; null while open. */
  readonly on: Day | null
  readonly by: 'ledger' | 'analyst' | null
  readonly why: string
  readonly because: readonly ClaimId[]
}
