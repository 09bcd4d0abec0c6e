import type { Article, ArticleId, Instant } from '#domain'
import { canonicalUrl } from './canonical-url.ts'
import { digestOf, readWording, sketchOf } from './wording.ts'

/** What copies and later editions of an article are found by, small enough to be kept for every article. */
export interface EditionMark {
  readonly article: ArticleId
  readonly source: string
  readonly publishedAt: Instant
  readonly copyOf: ArticleId | null
  /** Its address in the form all its editions share; null: none. */
  readonly address: string | null
  /** Equal for bodies of the same words. */
  readonly digest: string
  /** Hashes of one in four of its runs of three words. */
  readonly sketch: Uint32Array
}

/** Makes an article's mark. Reads its whole text. */
export function markEdition(article: Article): EditionMark {
  const wording = readWording(article)
  const { id, source, publishedAt, copyOf } = article
  const address = canonicalUrl(article.url)
  return { article: id, source, publishedAt, copyOf, address, digest: digestOf(wording), sketch: sketchOf(wording) }
}
