/**
 * One entry of a feed. Unknown is null; moments are ISO 8601 in UTC; `title`, `summary` and `content` are text, or cleaned
 * HTML where the feed gives HTML.
 */
export interface FeedItem {
  readonly id: string | null
  readonly link: string | null
  readonly title: string | null
  readonly author: string | null
  readonly published: string | null
  readonly updated: string | null
  /** The outlet an aggregator took the entry from, as it names it. */
  readonly source: string | null
  readonly summary: string | null
  readonly content: string | null
}

/** A feed as `fogline feed` prints it. */
export interface Feed {
  readonly title: string | null
  readonly link: string | null
  readonly id: string | null
  /** As the feed writes it (`en-us`). */
  readonly language: string | null
  readonly updated: string | null
  readonly items: readonly FeedItem[]
}
