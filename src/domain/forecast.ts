import type { ClaimId, ForecastId, QuestionId } from './id.ts'
import type { Instant } from './time.ts'
import type { Band } from './yardstick.ts'

/** How probable somebody said an outcome is: a number, or the bounds that a word of the yardstick stands for. */
export interface Forecast {
  readonly id: ForecastId
  readonly question: QuestionId
  readonly forecaster: string
  readonly camp: string
  /** Probability 0–1; equal where a number was given. */
  readonly low: number
  readonly high: number
  /** The band the words stand for, or the one nearest to the number. */
  readonly band: Band
  /** The words, where it was said in words. */
  readonly words: string | null
  readonly at: Instant
  readonly claim: ClaimId | null
}
