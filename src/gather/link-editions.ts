import type { Article } from '#domain'
import { findCopies } from './editions/find-copies.ts'
import { findRevisions } from './editions/find-revisions.ts'

/**
 * The fresh articles with `revisionOf` (the latest earlier edition at the same address whose words differ) and `copyOf`
 * (the earliest report of another source with nearly the same words and the same figures) set, in the order given.
 * A copy always points at an original that is no copy. Which articles are linked does not depend on their order.
 */
export function linkEditions(fresh: readonly Article[], known: readonly Article[]): Article[] {
  const revisions = findRevisions(fresh, known)
  const copies = findCopies(fresh, known)
  return fresh.map(article => ({
    ...article,
    revisionOf: revisions.get(article.id) ?? null,
    copyOf: copies.get(article.id) ?? null,
  }))
}
