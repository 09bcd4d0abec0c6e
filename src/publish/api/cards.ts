import type { Belief, Event, EventId, Instant, RecordedClaim, Story } from '#domain'
import { admiraltyOf } from '#domain'
import { allRows } from '#ledger'
import { originsOf } from '#publish/briefing'
import { NotFoundError } from './errors.ts'
import type { Desk } from './knowledge.ts'
import type { ArticleCard, ArticleHead, ClaimCard, DisputeCard, EventCard, StoryCard } from './schemas.ts'
import { livingStory } from './story-moves.ts'

/** A report without its text, for lists. */
export function articleHead(article: ArticleCard['article']): ArticleHead {
  const { text: _text, paragraphs: _paragraphs, coded: _coded, ...head } = article
  return head
}

const missing = (noun: string, id: string): NotFoundError =>
  new NotFoundError(`${noun}: none of the id "${id}" is known as of then`)

/** Refuses where there is nothing; else hands it on. */
export function found<Row>(row: Row | null | undefined, noun: string, id: string): Row {
  if (row === null || row === undefined) throw missing(noun, id)
  return row
}

/** One claim with its report, its event and what is made of it. Throws `NotFoundError`. */
export async function claimCard(desk: Pick<Desk, 'ledger' | 'theatre'>, id: string, asOf: Instant): Promise<ClaimCard> {
  const { ledger, theatre } = desk
  const claim = found((await ledger.claims({ ids: [id], asOf })).rows[0], 'claim', id)
  const article = found(await ledger.article(claim.article, { asOf }), 'article', claim.article)
  const event = await eventOf(desk, claim, asOf)
  const claims = event ? await allRows(page => ledger.claims({ event: event.id, asOf, ...page })) : [claim]
  const disputes = await allRows(page => ledger.disputes({ ...saidThen(claim), asOf, ...page }))
  const belief = event ? await beliefOf(desk, event.id, asOf) : null
  return {
    asOf,
    claim,
    article,
    event,
    belief,
    admiralty: admiraltyOf(claim.id, belief),
    disputes: disputes.filter(
      dispute =>
        (event !== null && dispute.event === event.id) ||
        dispute.positions.some(position => position.claims.includes(id)),
    ),
    others: claims.filter(other => other.id !== id),
    origins: originsOf(claims, theatre),
    stories: await storiesOf(desk, claim, asOf),
  }
}

/** The moment a claim was said, as a window of its own: reads by window find what rests on it without walking everything. */
const saidThen = ({ said }: RecordedClaim) => ({
  saidFrom: said,
  saidTo: new Date(Date.parse(said) + 1).toISOString() as Instant,
})

async function eventOf({ ledger }: Pick<Desk, 'ledger'>, claim: RecordedClaim, asOf: Instant): Promise<Event | null> {
  const events = await allRows(page => ledger.events({ ...saidThen(claim), asOf, ...page }))
  return events.find(({ claims }) => claims.includes(claim.id)) ?? null
}

async function storiesOf(
  { ledger }: Pick<Desk, 'ledger'>,
  claim: RecordedClaim,
  asOf: Instant,
): Promise<readonly Story[]> {
  return (await ledger.stories({ article: claim.article, asOf })).rows
}

async function beliefOf({ ledger }: Pick<Desk, 'ledger'>, event: EventId, asOf: Instant): Promise<Belief | null> {
  return (await ledger.beliefs({ about: [event], asOf })).rows[0] ?? null
}

/** One report with the claims read in it. Throws `NotFoundError`. */
export async function articleCard({ ledger }: Desk, id: string, asOf: Instant): Promise<ArticleCard> {
  const article = found(await ledger.article(id, { asOf }), 'article', id)
  const claims = await allRows(page => ledger.claims({ article: id, asOf, ...page }))
  return { asOf, article, claims, stories: (await ledger.stories({ article: id, asOf })).rows }
}

/** One story with its reports and claims; by an id of before, the story that tells its first report now. Throws `NotFoundError`. */
export async function storyCard({ ledger }: Desk, id: string, asOf: Instant): Promise<StoryCard> {
  const { story, moved } = found(await livingStory(ledger, id, asOf), 'story', id)
  const articles = await allRows(page => ledger.articles({ story: story.id, asOf, ...page }))
  const claims = await allRows(page => ledger.claims({ story: story.id, asOf, ...page }))
  const account = await ledger.account(story.id, { asOf })
  return { asOf, story, moved, articles: articles.map(articleHead), claims, account }
}

/** One event with its claims, origins and what is made of it. Throws `NotFoundError`. */
export async function eventCard(desk: Desk, id: string, asOf: Instant): Promise<EventCard> {
  const { ledger, theatre } = desk
  const event = found((await ledger.events({ ids: [id], asOf })).rows[0], 'event', id)
  const claims = await allRows(page => ledger.claims({ event: id, asOf, ...page }))
  return {
    asOf,
    event,
    belief: await beliefOf(desk, id, asOf),
    claims,
    origins: originsOf(claims, theatre),
    disputes: await allRows(page => ledger.disputes({ event: id, asOf, ...page })),
    figures: await allRows(page => ledger.figures({ event: id, asOf, ...page })),
  }
}

/** One dispute with the claims of its positions and those that ended it. Throws `NotFoundError`. */
export async function disputeCard(desk: Desk, id: string, asOf: Instant): Promise<DisputeCard> {
  const { ledger } = desk
  const dispute = found(await ledger.dispute(id, { asOf }), 'dispute', id)
  const ids = [...new Set([...dispute.positions.flatMap(({ claims }) => claims), ...(dispute.ended?.claims ?? [])])]
  const claims = ids.length > 0 ? await allRows(page => ledger.claims({ ids, asOf, ...page })) : []
  const about = dispute.event
  const event = about === null ? null : ((await ledger.events({ ids: [about], asOf })).rows[0] ?? null)
  return {
    asOf,
    dispute,
    event,
    belief: about === null ? null : await beliefOf(desk, about, asOf),
    claims,
  }
}
