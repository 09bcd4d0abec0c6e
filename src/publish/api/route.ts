import { createRoute, type z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { refuse } from './errors.ts'
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

const MOST_BODY = 65_536

/** A body of JSON, of 64 kB at most: what is longer is refused before it is read. */
export const jsonBody = <Body extends z.ZodType>(schema: Body) => ({
  middleware: [
    bodyLimit({
      maxSize: MOST_BODY,
      onError: c => refuse(c, 413, `body: expected at most ${MOST_BODY} bytes, found more`),
    }),
  ],
  request: { body: { required: true as const, content: { 'application/json': { schema } } } },
})

/** What keeps somebody from changing a thing, whichever it is. */
export const CHANGE_REFUSALS = {
  400: refusal('A parameter or the body is not as expected.'),
  401: refusal('No valid session or token is shown.'),
  403: refusal('The key or role does not reach so far, or a page of another site asks.'),
  404: refusal('Nothing of this id is there.'),
  413: refusal('The body is too large.'),
  429: refusal('Too many of these in a while.'),
} as const

/** An answer in JSON. */
export const answerOf = <Answer extends z.ZodType>(description: string, schema: Answer) => ({
  description,
  content: { 'application/json': { schema } },
})
