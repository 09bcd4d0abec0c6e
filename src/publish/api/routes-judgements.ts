import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { Judgement } from '#domain'
import { correctionsOf } from '#publish/briefing'
import { refuse } from './errors.ts'
import { judgementsKnown } from './judgements.ts'
import type { Desk } from './knowledge.ts'
import { asOfQuery, correctionsQuery } from './params.ts'
import { answerOf, CHANGE_REFUSALS, jsonBody, jsonRoute } from './route.ts'
import type { Ruling } from './schemas.ts'
import { correctionsSchema, judgementSchema, judgementsSchema, rulingSchema } from './schemas.ts'

/** Takes a judgement into the ledger; given by whoever serves, and only where the desk may be written to. */
export type Judge = (ruling: Ruling) => Promise<Judgement>

/**
 * The public log of corrections and the judgements; with `judge`, a way to make them. Who is known by account signs with
 * that name, whatever the body says.
 */
export function addJudgementRoutes(
  api: OpenAPIHono,
  desk: Desk,
  judge: Judge | null,
  nameOf: (c: Context) => Promise<string | null>,
): void {
  api.openapi(JUDGEMENTS, async c => {
    const asOf = await desk.asOf(c.req.valid('query').asOf)
    return c.json({ asOf, judgements: await judgementsKnown(desk.ledger, asOf) }, 200)
  })
  api.openapi(CORRECTIONS, async c => {
    const { from, to, ...query } = c.req.valid('query')
    const asOf = await desk.asOf(query.asOf)
    const { ledger, theatre } = desk
    return c.json({ asOf, corrections: await correctionsOf({ ledger, theatre, asOf, from, to }) }, 200)
  })
  if (judge === null) return
  api.openapi(POST_JUDGEMENT, async c => {
    const ruling = c.req.valid('json')
    const judgement = await judge({ ...ruling, analyst: (await nameOf(c)) ?? ruling.analyst })
    desk.countAnew()
    return c.json({ ...judgement, state: 'stands' as const }, 201)
  })
}

const JUDGEMENTS = jsonRoute({
  path: '/judgements',
  summary:
    'What analysts decided, oldest first, and whether it stands, was taken back, or lost its claim to a new reading',
  query: asOfQuery,
  answer: judgementsSchema,
})
const CORRECTIONS = jsonRoute({
  path: '/corrections',
  summary: 'The public log of corrections: what Fogline said, what it says now, and because of what; newest first',
  query: correctionsQuery,
  answer: correctionsSchema,
})
const POST_JUDGEMENT = createRoute({
  method: 'post',
  path: '/judgements',
  summary: 'Record a judgement and reckon everything anew with it; by an analyst',
  ...jsonBody(rulingSchema),
  responses: { 201: answerOf('The judgement as recorded', judgementSchema), ...CHANGE_REFUSALS },
})

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/

/**
 * Refuses to write for anybody but a program or page of this machine: the name it was asked by must be loopback (another
 * site's name that resolves here is not), a page must be of the same origin, and the body JSON, which no other site can
 * send unasked.
 */
export const fromThisMachine: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const origin = c.req.header('origin')
  const sameOrigin = origin === undefined || origin === `http://${host}` || origin === `https://${host}`
  if (!LOOPBACK.test(host) || !sameOrigin)
    return refuse(c, 403, 'judgements are taken from this machine alone: ask by http://127.0.0.1 or localhost')
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    return refuse(c, 400, 'content-type: expected application/json')
  return next()
}
