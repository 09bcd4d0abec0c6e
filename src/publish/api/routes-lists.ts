import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { articleHead } from './cards.ts'
import type { Desk } from './knowledge.ts'
import { asOfQuery, claimsQuery } from './params.ts'
import { jsonRoute } from './route.ts'
import { beliefPageSchema, controlStepsSchema, eventPageSchema, searchSchema } from './schemas-lists.ts'

const word = (description: string) => z.string().min(1).max(200).optional().openapi({ description })
const { asOf, limit, after, saidFrom, saidTo, types } = claimsQuery.shape

const eventsQuery = z.strictObject({
  asOf,
  limit,
  after,
  saidFrom,
  saidTo,
  types,
  place: word('Id of the place, or its name where it has no id.'),
})
const beliefsQuery = z.strictObject({ asOf, limit, after, about: word('Ids of events, joined by commas; 50 at most.') })
const controlQuery = z.strictObject({
  asOf,
  place: word('Id of a place.'),
  claimant: word('A camp, for its own line; `fogline` for Fogline’s. Absent: all.'),
})
const searchQuery = asOfQuery.extend({
  words: z.string().min(1).max(200).openapi({ description: 'All of the words, "a phrase", -without, or.' }),
  limit: limit.openapi({ type: 'integer', description: 'Rows of each, 1 to 1000; 20 when absent.' }),
})

const EVENTS = jsonRoute({
  path: '/events',
  summary: 'Happenings as matched from claims, the one that began last first',
  query: eventsQuery,
  answer: eventPageSchema,
})
const BELIEFS = jsonRoute({
  path: '/beliefs',
  summary: 'What Fogline makes of the claims on each event, with the reasons',
  query: beliefsQuery,
  answer: beliefPageSchema,
})
const CONTROL = jsonRoute({
  path: '/control',
  summary: 'Steps of control: Fogline’s line over every place, and each camp’s own',
  query: controlQuery,
  answer: controlStepsSchema,
})
const SEARCH = jsonRoute({
  path: '/search',
  summary: 'Claims and reports by their words',
  query: searchQuery,
  answer: searchSchema,
})

const FOUND = 20
const MOST_EVENTS = 50

/** Lists of events, beliefs and steps of control, and the search over all words. */
export function addMoreLists(api: OpenAPIHono, desk: Desk): void {
  const { ledger } = desk
  api.openapi(EVENTS, async c => {
    const query = { ...c.req.valid('query'), asOf: await desk.asOf(c.req.valid('query').asOf) }
    return c.json({ asOf: query.asOf, ...(await ledger.events(query)) }, 200)
  })
  api.openapi(BELIEFS, async c => {
    const { about, ...query } = c.req.valid('query')
    const asOf = await desk.asOf(query.asOf)
    const ids = about === undefined ? {} : { about: about.split(',').slice(0, MOST_EVENTS) }
    return c.json({ asOf, ...(await ledger.beliefs({ ...query, ...ids, asOf })) }, 200)
  })
  api.openapi(CONTROL, async c => {
    const { place, claimant, ...query } = c.req.valid('query')
    const asOf = await desk.asOf(query.asOf)
    const line = claimant === undefined ? {} : { claimant: claimant === 'fogline' ? null : claimant }
    return c.json({ asOf, steps: await ledger.control({ place, ...line, asOf }) }, 200)
  })
  api.openapi(SEARCH, async c => {
    const { words, limit = FOUND, ...query } = c.req.valid('query')
    const asOf = await desk.asOf(query.asOf)
    const [claims, articles] = await Promise.all([
      ledger.claims({ words, limit, asOf }),
      ledger.articles({ words, limit, asOf }),
    ])
    return c.json({ asOf, words, claims: claims.rows, articles: articles.rows.map(articleHead) }, 200)
  })
}
