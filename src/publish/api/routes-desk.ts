import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Desk } from './knowledge.ts'
import { mapOf } from './map.ts'
import { asOfQuery, idParam } from './params.ts'
import { reviewQueue } from './review.ts'
import { cardRoute, jsonRoute } from './route.ts'
import { mapSchema, reviewSchema, sourceCardSchema } from './schemas.ts'
import { sourceCard } from './source-card.ts'

/** What a screen needs that no single record holds: the map over time, the review queue, a source's profile. */
export function addDeskRoutes(api: OpenAPIHono, desk: Desk): void {
  api.openapi(MAP, async c => c.json(await mapOf(desk, await desk.asOf(c.req.valid('query').asOf)), 200))
  api.openapi(REVIEW, async c => {
    const { asOf, why, limit } = c.req.valid('query')
    return c.json(await reviewQueue(desk, { asOf: await desk.asOf(asOf), why, limit: limit ?? 50 }), 200)
  })
  api.openapi(SOURCE, async c =>
    c.json(await sourceCard(desk, c.req.valid('param').id, await desk.asOf(c.req.valid('query').asOf)), 200),
  )
}

const MAP = jsonRoute({
  path: '/map',
  summary: 'Places with who holds them from which day, and claims by place and day, for a map over time',
  query: asOfQuery,
  answer: mapSchema,
})
const REVIEW = jsonRoute({
  path: '/review',
  summary: 'Claims that wait for an analyst: in open dispute, or of doubtful reading',
  query: asOfQuery.extend({
    why: z.enum(['disputed', 'doubtful']).optional().openapi({ description: 'Only those; both when absent.' }),
    limit: z.coerce
      .number({ error: 'expected a whole number from 1 to 200' })
      .int('expected a whole number from 1 to 200')
      .min(1, 'expected a whole number from 1 to 200')
      .max(200, 'expected a whole number from 1 to 200')
      .optional()
      .openapi({ type: 'integer', description: 'Rows, 1 to 200; 50 when absent.' }),
  }),
  answer: reviewSchema,
})
const SOURCE = cardRoute({
  path: '/sources/{id}',
  summary: 'One source: what it publishes, whom it quotes, how it answers',
  params: idParam,
  query: asOfQuery,
  answer: sourceCardSchema,
})
