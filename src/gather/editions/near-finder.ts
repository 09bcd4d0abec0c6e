import type { ArticleId, Instant } from '#domain'
import { CopyFinder } from './copy-finder.ts'
import type { EditionMark } from './mark-edition.ts'

/** Finds among articles filed so far those that others may repeat: the few whose texts need to be compared. */
export class NearFinder {
  readonly #finder = new CopyFinder(10_000)
  readonly #filed: Pick<EditionMark, 'article' | 'copyOf' | 'publishedAt'>[] = []
  readonly #numberOf = new Map<ArticleId, number>()

  /** Files marks, in order of publication; one that is filed stays as it is. */
  add(marks: readonly EditionMark[]): void {
    const ordered = [...marks].sort((a, b) =>
      a.publishedAt < b.publishedAt ? -1 : a.publishedAt > b.publishedAt ? 1 : 0,
    )
    for (const { article, copyOf, publishedAt, sketch } of ordered) {
      if (this.#numberOf.has(article)) continue
      this.#finder.add(sketch, copyOf === null ? null : (this.#numberOf.get(copyOf) ?? null))
      this.#numberOf.set(article, this.#filed.push({ article, copyOf, publishedAt }) - 1)
    }
  }

  /** The articles published from one moment to another (exclusive) that fresh ones may repeat, with the originals these stand for. */
  find(fresh: readonly EditionMark[], from: Instant, to: Instant): Set<ArticleId> {
    const near = new Set<ArticleId>()
    for (const { sketch } of fresh) {
      for (const number of this.#finder.candidates(sketch)) {
        const found = this.#filed[number]
        if (found === undefined || found.publishedAt < from || found.publishedAt >= to) continue
        near.add(found.article)
        if (found.copyOf !== null) near.add(found.copyOf)
      }
    }
    return near
  }
}
