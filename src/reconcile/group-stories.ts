import type { Article, RecordedClaim, Story } from '#domain'
import { groupBy } from '#kit'
import { StoryLine } from './story-line.ts'

/** Groups reports that tell one thing; see `StoryLine`. `id` is a hash of the first report. Sorted by first report. */
export function groupStories(articles: readonly Article[], claims: readonly RecordedClaim[]): Story[] {
  const claimsOf = groupBy(claims, claim => claim.article)
  const line = new StoryLine(article => claimsOf.get(article) ?? [])
  line.take(articles)
  return line.stories()
}
