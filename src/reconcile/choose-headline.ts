import type { Article, ArticleId } from '#domain'
import { sliceSpan } from '#domain'
import type { StoryVector } from './story-vectors.ts'

/** Longest headline taken from a first sentence, in UTF-16 units; a title is never cut. */
const LONGEST = 200

/** The title of a report, else its first sentence (to the first full stop, or cut at a word), else its address. */
function headlineOf(article: Article): string {
  if (article.title?.trim()) return article.title.trim()
  const paragraph = article.paragraphs[0]
  const opening = (paragraph ? sliceSpan(article.text, paragraph) : article.text).trim()
  const sentence = opening.split(/(?<=[.!?])\s/)[0] ?? opening
  if (sentence === '') return article.url ?? article.id
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, sentence.lastIndexOf(' ', LONGEST))} …`
}

/**
 * The words a story goes by: the title (or first sentence) of the report nearest to the story's other reports. It is
 * always chosen, never written. Of equals the earliest report wins. Expects `articles` oldest first and at least one.
 */
export function chooseHeadline(articles: readonly Article[], vectors: ReadonlyMap<ArticleId, StoryVector>): string {
  const centre = new Map<number, number>()
  const originals = articles.filter(article => article.copyOf === null)
  const voters = originals.length > 0 ? originals : articles
  if (voters.length === 1 && voters[0]) return headlineOf(voters[0])
  for (const { id } of voters) {
    const vector = vectors.get(id)
    vector?.terms.forEach((term, at) => centre.set(term, (centre.get(term) ?? 0) + (vector.weights[at] ?? 0)))
  }
  let best: Article | undefined
  let highest = -1
  for (const article of voters) {
    const vector = vectors.get(article.id)
    const nearness =
      vector?.terms.reduce((sum, term, at) => sum + (vector.weights[at] ?? 0) * (centre.get(term) ?? 0), 0) ?? 0
    if (nearness > highest + 1e-9) {
      best = article
      highest = nearness
    }
  }
  return best ? headlineOf(best) : ''
}
