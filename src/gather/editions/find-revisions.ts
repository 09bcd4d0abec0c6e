import type { Article, ArticleId } from '#domain'
import { groupBy } from '#kit'
import { canonicalUrl } from './canonical-url.ts'

const momentOf = (article: Article): string =>
  article.editedAt !== null && article.editedAt > article.publishedAt ? article.editedAt : article.publishedAt

/**
 * The edition each fresh article follows: of those at the same address with other words the latest before it, by the time
 * of editing, else of publication; at equal times what is known comes before what is fresh, then by id. Also the known
 * articles that turn out to follow a fresh one.
 */
export function findRevisions(fresh: readonly Article[], known: readonly Article[]): Map<ArticleId, ArticleId> {
  const isFresh = new Set(fresh.map(article => article.id))
  const all = [...fresh, ...known.filter(article => !isFresh.has(article.id))].flatMap(article => {
    const address = canonicalUrl(article.url)
    return address === null ? [] : [{ article, address }]
  })
  const rank = (article: Article): string => `${momentOf(article)} ${isFresh.has(article.id) ? 1 : 0} ${article.id}`
  const revisions = new Map<ArticleId, ArticleId>()
  for (const editions of groupBy(all, ({ address }) => address).values()) {
    if (editions.length < 2) continue
    const ordered = editions
      .map(({ article }) => ({ article, rank: rank(article) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    ordered.forEach(({ article }, at) => {
      const before = ordered.slice(0, at).findLast(other => other.article.text !== article.text)
      if (before === undefined || before.article.id === article.revisionOf) return
      if (isFresh.has(article.id) || isFresh.has(before.article.id)) revisions.set(article.id, before.article.id)
    })
  }
  return revisions
}
