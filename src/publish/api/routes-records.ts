import type { OpenAPIHono } from '@hono/zod-openapi'
import { dayOf } from '#domain'
import { articleCard, articleHead, claimCard, disputeCard, eventCard, found, storyCard } from './cards.ts'
import type { Desk } from './knowledge.ts'
import { measuresKnown } from './measures.ts'
import {
  articlesQuery,
  asOfQuery,
  claimsQuery,
  disputesQuery,
  figuresQuery,
  idParam,
  onQuery,
  storiesQuery,
} from './params.ts'
import { placeCard, placesKnown } from './place-card.ts'
import { cardRoute, jsonRoute } from './route.ts'
import * as schemas from './schemas.ts'

/** Lists of the ledger's records, filtered and by pages. */
export function addListRoutes(api: OpenAPIHono, desk: Desk): void {
  const { ledger } = desk
  api.openapi(PLACES, async c => {
    const query = c.req.valid('query')
    const asOf = await desk.asOf(query.asOf)
    return c.json(await placesKnown(desk, query.on ?? dayOf(asOf), asOf), 200)
  })
  api.openapi(CLAIMS, async c => {
    const query = { ...c.req.valid('query'), asOf: await desk.asOf(c.req.valid('query').asOf) }
    return c.json({ asOf: query.asOf, ...(await ledger.claims(query)) }, 200)
  })
  api.openapi(ARTICLES, async c => {
    const query = { ...c.req.valid('query'), asOf: await desk.asOf(c.req.valid('query').asOf) }
    const { rows, next } = await ledger.articles(query)
    return c.json({ asOf: query.asOf, rows: rows.map(articleHead), next }, 200)
  })
  api.openapi(STORIES, async c => {
    const query = { ...c.req.valid('query'), asOf: await desk.asOf(c.req.valid('query').asOf) }
    return c.json({ asOf: query.asOf, ...(await ledger.stories(query)) }, 200)
  })
  api.openapi(DISPUTES, async c => {
    const query = { ...c.req.valid('query'), asOf: await desk.asOf(c.req.valid('query').asOf) }
    return c.json({ asOf: query.asOf, ...(await ledger.disputes(query)) }, 200)
  })
  api.openapi(FIGURES, async c => {
    const query = { ...c.req.valid('query'), asOf: await desk.asOf(c.req.valid('query').asOf) }
    return c.json({ asOf: query.asOf, ...(await ledger.figures(query)) }, 200)
  })
  api.openapi(MEASURES, async c => c.json(await measuresKnown(ledger, await desk.asOf(c.req.valid('query').asOf)), 200))
}

/** One record with all that belongs to it. */
export function addCardRoutes(api: OpenAPIHono, desk: Desk): void {
  api.openapi(PLACE, async c => {
    const query = c.req.valid('query')
    const { id } = c.req.valid('param')
    const asOf = await desk.asOf(query.asOf)
    const card = await placeCard(desk.ledger, desk.theatre, id, { on: query.on ?? null, asOf })
    return c.json(found(card, 'place', id), 200)
  })
  api.openapi(CLAIM, async c =>
    c.json(await claimCard(desk, c.req.valid('param').id, await desk.asOf(c.req.valid('query').asOf)), 200),
  )
  api.openapi(ARTICLE, async c =>
    c.json(await articleCard(desk, c.req.valid('param').id, await desk.asOf(c.req.valid('query').asOf)), 200),
  )
  api.openapi(STORY, async c =>
    c.json(await storyCard(desk, c.req.valid('param').id, await desk.asOf(c.req.valid('query').asOf)), 200),
  )
  api.openapi(EVENT, async c =>
    c.json(await eventCard(desk, c.req.valid('param').id, await desk.asOf(c.req.valid('query').asOf)), 200),
  )
  api.openapi(DISPUTE, async c =>
    c.json(await disputeCard(desk, c.req.valid('param').id, await desk.asOf(c.req.valid('query').asOf)), 200),
  )
}

const byId = { query: asOfQuery, params: idParam }
const PLACES = jsonRoute({
  path: '/places',
  summary: 'Places that a claim names or a line of control runs through, with their holder on a day',
  query: onQuery,
  answer: schemas.placesSchema,
})
const PLACE = cardRoute({
  ...byId,
  path: '/places/{id}',
  summary: 'One place, by id or any known name: control, claims, disputes, figures, neighbours',
  query: onQuery,
  answer: schemas.placeCardSchema,
})
const CLAIMS = jsonRoute({
  path: '/claims',
  summary: 'Claims, newest first, by any filter joined with AND',
  query: claimsQuery,
  answer: schemas.claimPageSchema,
})
const CLAIM = cardRoute({
  ...byId,
  path: '/claims/{id}',
  summary: 'One claim: its report and words, event, belief with reasons, disputes, origins',
  answer: schemas.claimCardSchema,
})
const ARTICLES = jsonRoute({
  path: '/articles',
  summary: 'Reports, newest first, without their text',
  query: articlesQuery,
  answer: schemas.articlePageSchema,
})
const ARTICLE = cardRoute({
  ...byId,
  path: '/articles/{id}',
  summary: 'One report whole, with the claims read in it',
  answer: schemas.articleCardSchema,
})
const STORIES = jsonRoute({
  path: '/stories',
  summary: 'Reports grouped by what they tell',
  query: storiesQuery,
  answer: schemas.storyPageSchema,
})
const STORY = cardRoute({
  ...byId,
  path: '/stories/{id}',
  summary: 'One story with its reports and claims',
  answer: schemas.storyCardSchema,
})
const EVENT = cardRoute({
  ...byId,
  path: '/events/{id}',
  summary: 'One event: its claims, origins, belief, disputes and figures',
  answer: schemas.eventCardSchema,
})
const DISPUTES = jsonRoute({
  path: '/disputes',
  summary: 'Contradictions, each position with its origins',
  query: disputesQuery,
  answer: schemas.disputePageSchema,
})
const DISPUTE = cardRoute({
  ...byId,
  path: '/disputes/{id}',
  summary: 'One dispute with the claims of its positions',
  answer: schemas.disputeCardSchema,
})
const FIGURES = jsonRoute({
  path: '/figures',
  summary: 'Figures by whose count they are',
  query: figuresQuery,
  answer: schemas.figurePageSchema,
})
const MEASURES = jsonRoute({
  path: '/figures/measures',
  summary: 'Which measures there are figures of, by whom and of whom',
  query: asOfQuery,
  answer: schemas.measuresSchema,
})
