import type { ClaimType } from '#domain'

/** Who is who around the predicate of a frame. `subject` acts (passive: the by-phrase); see `claim-slots.ts`. */
export type FrameRoles = 'subject' | 'object' | 'loser' | 'repelled' | 'none'

/**
 * What a claim of one type looks like. Every part given must be met; a part lists lemmas and noun classes (`@place`) of
 * which one is enough. Words may hold one or two spaces ("peace plan"): they are looked up as neighbours.
 */
export interface Frame {
  readonly type: ClaimType
  /** Lemmas of the verb, with particle after a space; `*` is any verb, `0` no verb at all. */
  readonly verb: string
  readonly subject?: string
  /** In the noun phrase right after the verb (passive: the subject). */
  readonly object?: string
  /** Anywhere after the verb. */
  readonly after?: string
  /** Anywhere in the clause. */
  readonly any?: string
  /** Nowhere in the clause. */
  readonly not?: string
  readonly passive?: boolean
  /** True where the verb must have no object ("the helicopter *crashed*", not "crashed the helicopter"). */
  readonly intransitive?: boolean
  readonly roles?: FrameRoles
  /** How well it tells its type from others, 0–1; the best match wins, the earlier one when equal. */
  readonly strength: number
}
