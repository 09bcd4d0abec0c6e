import type { Article, Note } from '#domain'
import { describeCopy } from './editions/describe-copy.ts'
import { findCopies } from './editions/find-copies.ts'
import { findRevisions } from './editions/find-revisions.ts'

/**
 * The fresh articles with `revisionOf` (the latest earlier edition at the same address whose words differ) and `copyOf`
 * (the earliest report of another source with nearly the same words and the same figures, its evidence in a Note) set, in
 * the order given. A copy always points at an original that is no copy. Which articles are linked does not depend on their
 * order.
 */
export function linkEditions(fresh: readonly Article[], earlier: readonly Article[]): Article[] {
  // A translation stands at its original's address and is no edition of it.
  const known = earlier.filter(({ translationOf }) => translationOf == null)
  // A translation is nobody's edition: its words are a machine's.
  const own = (articles: readonly Article[]): Article[] =>
    articles.filter(article => (article.translationOf ?? null) === null)
  const revisions = findRevisions(own(fresh), own(known))
  const copies = findCopies(own(fresh), own(known))
  const byId = new Map([...known, ...fresh].map(article => [article.id, article]))
  return fresh.map(article => {
    const copy = copies.get(article.id)
    const original = copy && byId.get(copy.original)
    const evidence: Note[] = copy && original ? [describeCopy(article, original, copy.share)] : []
    return {
      ...article,
      revisionOf: revisions.get(article.id) ?? null,
      copyOf: copy?.original ?? null,
      notes: [...article.notes.filter(({ rule }) => rule !== 'copy'), ...evidence],
    }
  })
}
