import type { Article, ArticleId, RecordedClaim, Story } from '#domain'
import { makeId } from '#domain'
import { chooseTeller, headlineOf, leadOf } from './choose-headline.ts'
import { bySaid } from './order.ts'
import type { StoryDraft } from './story-line.ts'

/** The claims of a report. */
export type ClaimsOf = (article: ArticleId) => readonly RecordedClaim[]

/** The id of a story is a hash of its first report. */
export const storyIdOf = (first: Article): Story['id'] => makeId('story', { article: first.id })

/** A story as it is kept, with its headline and lead chosen from one of its reports. */
export function writeStory({ reports }: StoryDraft, claimsOf: ClaimsOf): Story {
  const [first] = reports
  const last = reports[reports.length - 1]
  if (!first || !last) throw new Error('story: expected at least one report, found none')
  const teller = chooseTeller(reports).article
  return {
    id: storyIdOf(first.article),
    headline: headlineOf(teller),
    lead: leadOf(teller),
    articles: reports.map(({ article }) => article.id),
    claims: reports
      .flatMap(({ article }) => claimsOf(article.id))
      .sort(bySaid)
      .map(({ id }) => id),
    firstSaid: first.article.publishedAt,
    lastSaid: last.article.publishedAt,
  }
}
