import type { ArticleId } from './id.ts'
import type { Instant } from './time.ts'

/** One reading of a report: which version of the reader read it, and when. The newest is the one whose claims stand. */
export interface ReadBy {
  readonly article: ArticleId
  /** Version of the reader and of the war's names it read by: equal text, equal reading. */
  readonly reader: string
  /** How many claims it found. */
  readonly claims: number
  readonly learned: Instant
}
