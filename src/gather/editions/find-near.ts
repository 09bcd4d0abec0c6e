import type { Article, ArticleId, Instant } from '#domain'
import { canonicalUrl } from './canonical-url.ts'
import { CopyFinder } from './copy-finder.ts'
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

/** The kept articles that fresh ones may repeat, with the originals these stand for: the few whose texts need to be compared. */
export function findNear(fresh: readonly EditionMark[], kept: readonly EditionMark[]): Set<ArticleId> {
  const finder = new CopyFinder(kept.length)
  const ordered = [...kept].sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0))
  const numberOf = new Map<ArticleId, number>()
  for (const { article, copyOf, sketch } of ordered) {
    finder.add(sketch, copyOf === null ? null : (numberOf.get(copyOf) ?? null))
    numberOf.set(article, numberOf.size)
  }
  const near = new Set<ArticleId>()
  for (const { sketch } of fresh) {
    for (const number of finder.candidates(sketch)) {
      const found = ordered[number]
      if (found === undefined) continue
      near.add(found.article)
      if (found.copyOf !== null) near.add(found.copyOf)
    }
  }
  return near
}
