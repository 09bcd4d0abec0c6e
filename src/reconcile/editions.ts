import type { ArticleId, ClaimId, RecordedClaim } from '#domain'
import { findEchoes } from './echoes.ts'
import { bySaid } from './order.ts'

/** The claims of each report, and which report repeats or revises which, as far as their claims tell. */
export class Editions {
  readonly #claims = new Map<ArticleId, RecordedClaim[]>()
  readonly #before = new Map<ArticleId, ArticleId>()
  readonly #after = new Map<ArticleId, Set<ArticleId>>()

  /** The report each report repeats or revises. */
  get before(): ReadonlyMap<ArticleId, ArticleId> {
    return this.#before
  }

  /** The claims of a report, by id. */
  claimsOf(article: ArticleId): readonly RecordedClaim[] {
    return this.#claims.get(article) ?? []
  }

  /** Adds a claim to its report, in the place of one with the same id. */
  add(claim: RecordedClaim): void {
    const own = (this.#claims.get(claim.article) ?? []).filter(({ id }) => id !== claim.id)
    this.#claims.set(claim.article, [...own, claim].sort(bySaid))
    const before = claim.copyOf ?? claim.revisionOf
    if (before === null) return
    this.#before.set(claim.article, before)
    this.#after.set(before, (this.#after.get(before) ?? new Set()).add(claim.article))
  }

  /** Takes all claims of a report away. */
  drop(article: ArticleId): readonly RecordedClaim[] {
    const own = this.claimsOf(article)
    this.#claims.delete(article)
    const before = this.#before.get(article)
    this.#before.delete(article)
    if (before !== undefined) this.#after.get(before)?.delete(article)
    return own
  }

  /** All reports tied to some reports by copying or revising, they themselves among them. */
  tiedTo(articles: Iterable<ArticleId>): ReadonlySet<ArticleId> {
    const tied = new Set(articles)
    for (const article of tied) {
      const before = this.#before.get(article)
      if (before !== undefined) tied.add(before)
      for (const after of this.#after.get(article) ?? []) tied.add(after)
    }
    return tied
  }

  /** The echoes among the claims of some reports; give all that are tied to each other. */
  echoesIn(articles: ReadonlySet<ArticleId>): Map<ClaimId, ClaimId> {
    const tied = [...articles].filter(article => this.#before.has(article) || this.#after.has(article))
    return findEchoes(tied.flatMap(article => this.claimsOf(article)).sort(bySaid))
  }
}
