import type { Article, ArticleId, Instant, Slug } from '#domain'

/** What copies and later editions of a report are found by. */
export interface KeptWording {
  readonly article: ArticleId
  readonly source: Slug
  readonly publishedAt: Instant
  /** The report it repeats, or null. */
  readonly copyOf: ArticleId | null
  /** Its address in the form all its editions share; null: none. */
  readonly address: string | null
  /** Equal for bodies of the same words. */
  readonly digest: string
  /** Hashes of some of its runs of three words. */
  readonly sketch: Uint32Array
}

/**
 * The index by which copies and later editions are found. It can be made again from the articles at any time: who looks
 * something up first keeps what is `missing`.
 */
export interface Wordings {
  /** Up to 1,000 articles that are not in the index; none: it is whole. */
  missing(): Promise<readonly Article[]>
  /** Adds to the index; of what is there already only `copyOf` is taken anew. */
  keep(wordings: readonly KeptWording[]): Promise<void>
  /** Those published in a window, `to` exclusive. */
  between(from: Instant, to: Instant): Promise<readonly KeptWording[]>
  /** Articles of any age at one of some addresses, or with one of some digests. */
  alike(addresses: readonly string[], digests: readonly string[]): Promise<readonly ArticleId[]>
}
