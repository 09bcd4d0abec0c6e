import type { ArticleId, BeliefId, ClaimId, Dispute, EventId, Family, Instant, Measure, StoryId } from '#domain'

/** Every read takes `asOf`: only rows learned at or before it, as they then were. Null or absent: now. */
export interface AsOf {
  readonly asOf?: Instant | null | undefined
}
/** `after` is the opaque cursor of the page before; `limit` 1–1000, 100 when absent. */
export interface Paging {
  readonly limit?: number | undefined
  readonly after?: string | null | undefined
}
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
}

export interface ArticleQuery extends AsOf, Paging {
  readonly ids?: readonly ArticleId[] | undefined
  readonly source?: string | undefined
  readonly saidFrom?: Instant | undefined
  /** Exclusive. */
  readonly saidTo?: Instant | undefined
  readonly story?: StoryId | undefined
  readonly url?: string | undefined
  /** Words of the text, as in a web search: all of them, `"a phrase"`, `-without`, `or`. English endings are ignored. */
  readonly words?: string | undefined
}
/** Filters are joined by AND; a list means any of it. */
export interface ClaimQuery extends AsOf, Paging {
  readonly ids?: readonly ClaimId[] | undefined
  readonly types?: readonly string[] | undefined
  readonly family?: Family | undefined
  /** Id of a place named by the claim in any role, or its name where it has no id. */
  readonly place?: string | undefined
  /** Holder id, or name where it has none. */
  readonly holder?: string | undefined
  readonly camp?: string | undefined
  readonly certainty?: string | undefined
  readonly story?: StoryId | undefined
  readonly event?: EventId | undefined
  readonly article?: ArticleId | undefined
  readonly source?: string | undefined
  readonly saidFrom?: Instant | undefined
  /** Exclusive. */
  readonly saidTo?: Instant | undefined
  /** Words of the claim, as in a web search: all of them, `"a phrase"`, `-without`, `or`. English endings are ignored. */
  readonly words?: string | undefined
}
export interface EventQuery extends AsOf, Paging {
  readonly ids?: readonly EventId[] | undefined
  /** Id of the place, or its name where it has no id. */
  readonly place?: string | undefined
  readonly types?: readonly string[] | undefined
  /** Events that a claim said in this window speaks of (`saidTo` exclusive). */
  readonly saidFrom?: Instant | undefined
  readonly saidTo?: Instant | undefined
}
export interface BeliefQuery extends AsOf, Paging {
  /** As a briefing names them; with the edition's `asOf` they are found as they stood then. */
  readonly ids?: readonly BeliefId[] | undefined
  readonly about?: readonly EventId[] | undefined
}
export interface DisputeQuery extends AsOf, Paging {
  /** Disputes over the place itself and over events at it. */
  readonly place?: string | undefined
  readonly event?: EventId | undefined
  readonly status?: Dispute['status'] | undefined
  /** Disputes with a claim said in this window. */
  readonly saidFrom?: Instant | undefined
  readonly saidTo?: Instant | undefined
}
export interface FigureQuery extends AsOf, Paging {
  readonly measure?: Measure | undefined
  readonly claimant?: string | undefined
  readonly subject?: string | undefined
  readonly series?: 'cumulative' | 'daily' | undefined
  readonly event?: EventId | undefined
  readonly saidFrom?: Instant | undefined
  readonly saidTo?: Instant | undefined
}
export interface ControlQuery extends AsOf {
  readonly place?: string | undefined
  /** `null` asks for Fogline's own line, a camp for that camp's; absent: all. */
  readonly claimant?: string | null | undefined
  /** True: lines of parts of places too. Absent: of whole places only. */
  readonly parts?: boolean | undefined
}
export interface StoryQuery extends AsOf, Paging {
  readonly ids?: readonly StoryId[] | undefined
  readonly article?: ArticleId | undefined
  /** Stories with a report said in this window. */
  readonly saidFrom?: Instant | undefined
  readonly saidTo?: Instant | undefined
}
