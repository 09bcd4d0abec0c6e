import { createRoute, type z } from '@hono/zod-openapi'
import type { idParam } from './params.ts'
import { errorSchema } from './schemas.ts'

/** A refusal as a route describes it: always the one error shape. */
export const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: errorSchema } },
})

/** One GET route that answers with JSON: where it is, what it is for, what it takes and what it gives. */
export const jsonRoute = <Path extends string, Query extends z.ZodObject, Answer extends z.ZodType>(given: {
  readonly path: Path
  readonly summary: string
  readonly query: Query
  readonly answer: Answer
}) =>
  createRoute({
    method: 'get',
    path: given.path,
    summary: given.summary,
    request: { query: given.query },
    responses: {
      200: { description: given.summary, content: { 'application/json': { schema: given.answer } } },
      400: refusal('A parameter is not as expected.'),
    },
  })

/** The same for one thing by its id. */
export const cardRoute = <
  Path extends string,
  Query extends z.ZodObject,
  Answer extends z.ZodType,
  Params extends typeof idParam,
>(given: {
  readonly path: Path
  readonly summary: string
  readonly params: Params
  readonly query: Query
  readonly answer: Answer
}) =>
  createRoute({
    method: 'get',
    path: given.path,
    summary: given.summary,
    request: { params: given.params, query: given.query },
    responses: {
      200: { description: given.summary, content: { 'application/json': { schema: given.answer } } },
      400: refusal('A parameter is not as expected.'),
      404: refusal('Nothing of this id is known as of then.'),
    },
  })
