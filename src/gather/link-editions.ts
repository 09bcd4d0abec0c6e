import type { Article, Note } from '#domain'
import { RECAPTURED } from './captures/recapture.ts'
import { describeCopy } from './editions/describe-copy.ts'
import { findCopies } from './editions/find-copies.ts'
import { findRevisions } from './editions/find-revisions.ts'

/** Reports with what they follow and repeat. */
export interface LinkedEditions {
  /** The fresh ones, in the order given. */
  readonly fresh: readonly Article[]
  /** Of those known before the ones that follow or repeat a fresh one: an original may reach us after its reprint. */
  readonly relinked: readonly Article[]
}

/**
 * Sets `revisionOf` (the latest earlier edition at the same address whose words differ) and `copyOf` (the earliest report of
 * another source with nearly the same words and the same figures, its evidence in a Note). A copy always points at an
 * original that is no copy. Which articles are linked depends neither on their order nor on which came in first.
 */
export function linkEditions(fresh: readonly Article[], earlier: readonly Article[]): LinkedEditions {
  const known = earlier.filter(isOwn)
  const own = fresh.filter(isOwn)
  const revisions = findRevisions(own, known)
  const copies = findCopies(own, known)
  const byId = new Map([...known, ...fresh].map(article => [article.id, article]))
  const relink = (article: Article): Article => {
    const copy = copies.get(article.id)
    const original = copy && byId.get(copy.original)
    const evidence: Note[] = copy && original ? [describeCopy(article, original, copy.share)] : []
    return {
      ...article,
      revisionOf: revisions.get(article.id) ?? article.revisionOf,
      copyOf: copy?.original ?? article.copyOf,
      notes: copy ? [...article.notes.filter(({ rule }) => rule !== 'copy'), ...evidence] : article.notes,
    }
  }
  const isFresh = new Set(fresh.map(({ id }) => id))
  return {
    fresh: fresh.map(article => relink({ ...article, revisionOf: null, copyOf: null })),
    relinked: known
      .filter(({ id, notes }) => !isFresh.has(id) && !notes.some(({ rule }) => rule === RECAPTURED))
      .map(article => ({ article, now: relink(article) }))
      .filter(({ article, now }) => now.copyOf !== article.copyOf || now.revisionOf !== article.revisionOf)
      .map(({ now }) => now),
  }
}

/** A translation stands at its original's address and is nobody's edition: its words are a machine's. */
const isOwn = ({ translationOf }: Article): boolean => (translationOf ?? null) === null
