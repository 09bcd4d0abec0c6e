import type { ClaimId, EventId, StoryId } from './id.ts'
import type { SourceStance } from './source.ts'
import type { Instant } from './time.ts'

/** One thing that a story tells. */
export interface AccountItem {
  /** The event it is about; null for an opinion, a plan or an estimate, which is attributed and not believed. */
  readonly event: EventId | null
  /** In the words of its best-worded claim. */
  readonly says: string
  readonly claims: readonly ClaimId[]
  /** Distinct origins that say so, and their camps. */
  readonly origins: number
  readonly camps: readonly string[]
}

/**
 * What a story tells, parted by who accepts it. `facts`: what both sides say, or two independents that nobody contradicts.
 * `lines`: what only one camp says, its best-supported first. `disputed`: what one side says and another denies.
 * `forecasts`: what is said of the future. The rule is in `docs/method.md`.
 */
export interface Account {
  /** The story's. */
  readonly id: StoryId
  readonly facts: readonly AccountItem[]
  readonly lines: readonly { readonly camp: string; readonly items: readonly AccountItem[] }[]
  readonly disputed: readonly AccountItem[]
  readonly forecasts: readonly AccountItem[]
  /** How many of the story's outlets stand how towards their own establishment, by the source register. */
  readonly outlets: Readonly<Record<SourceStance, number>>
  readonly learned: Instant
}
