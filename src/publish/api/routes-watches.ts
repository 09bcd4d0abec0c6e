import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Watch } from '#domain'
import { watchFeed, writeAtom, writeJsonFeed } from '#publish/exports'
import { checkedWatch } from '#publish/watches'
import { resolvePlaceName } from './control.ts'
import type { Caller } from './create-api.ts'
import { NotFoundError, RefusedError } from './errors.ts'
import type { Desk } from './knowledge.ts'
import { claimsQuery, idParam } from './params.ts'
import { answerOf, CHANGE_REFUSALS, cardRoute, jsonBody, refusal } from './route.ts'
import type { WatchSummary } from './schemas-watches.ts'
import { watchCardSchema, watchesSchema, watchGivenSchema, watchMadeSchema } from './schemas-watches.ts'

const { limit, after } = claimsQuery.shape

const LIST = createRoute({
  method: 'get',
  path: '/watches',
  summary: 'What somebody wants to be told about, and how its messages stand',
  request: { query: z.strictObject({}) },
  responses: { 200: answerOf('The watches', watchesSchema), 400: refusal('A parameter is not as expected.') },
})
const CARD = cardRoute({
  path: '/watches/{id}',
  summary: 'A watch and what it found, newest first',
  params: idParam,
  query: z.strictObject({ limit, after }),
  answer: watchCardSchema,
})
const FEED = createRoute({
  method: 'get',
  path: '/watches/{id}/{feed}',
  summary: 'What a watch found last, as Atom or JSON Feed',
  request: {
    params: idParam.extend({ feed: z.enum(['feed.atom', 'feed.json']) }),
    query: z.strictObject({}),
  },
  responses: {
    200: {
      description: 'The feed',
      content: { 'application/atom+xml': { schema: z.string() }, 'application/feed+json': { schema: z.string() } },
    },
    400: refusal('A parameter is not as expected.'),
    404: refusal('Nothing of this id is known.'),
  },
})
const ADD = createRoute({
  method: 'post',
  path: '/watches',
  summary: 'Watch claims from now on; by an analyst',
  ...jsonBody(watchGivenSchema),
  responses: {
    201: answerOf('The watch, with the secret its messages are signed with', watchMadeSchema),
    ...CHANGE_REFUSALS,
  },
})
const REMOVE = createRoute({
  method: 'delete',
  path: '/watches/{id}',
  summary: 'Watch no more; by whoever added it, or an admin',
  request: { params: idParam, query: z.strictObject({}) },
  responses: { 200: answerOf('What was removed', z.object({ removed: z.string() })), ...CHANGE_REFUSALS },
})

/** Watches and what they found; with accounts (`callerOf`), a way to add and remove them. */
export function addWatchRoutes(
  api: OpenAPIHono,
  desk: Desk,
  callerOf: ((c: Context) => Promise<Caller | null>) | null,
): void {
  const { watches } = desk.ledger
  api.openapi(LIST, async c => {
    const shown: WatchSummary[] = []
    for (const watch of await watches.list()) shown.push(await summaryOf(desk, watch))
    return c.json({ watches: shown }, 200)
  })
  api.openapi(CARD, async c => {
    const watch = await known(desk, c.req.valid('param').id)
    return c.json(
      { watch: await summaryOf(desk, watch), ...(await watches.changes(watch.id, c.req.valid('query'))) },
      200,
    )
  })
  api.openapi(FEED, async c => {
    const { id, feed } = c.req.valid('param')
    const { href, origin } = new URL(c.req.url)
    const made = await watchFeed({ ...desk, base: origin }, await known(desk, id), href)
    if (feed === 'feed.atom')
      return c.body(writeAtom(made), 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
    return c.body(writeJsonFeed(made), 200, { 'content-type': 'application/feed+json; charset=utf-8' })
  })
  if (callerOf !== null) addChanges(api, desk, callerOf)
}

function addChanges(api: OpenAPIHono, desk: Desk, callerOf: (c: Context) => Promise<Caller | null>): void {
  const { ledger, theatre, now } = desk
  api.openapi(ADD, async c => {
    const { filter, ...given } = c.req.valid('json')
    const place = filter.place === undefined ? undefined : (resolvePlaceName(theatre, filter.place)?.id ?? filter.place)
    const owner = (await callerOf(c))?.name ?? null
    const watch = checkedWatch({ ...given, filter: { ...filter, place }, owner }, now())
    await ledger.watches.add(watch)
    return c.json({ watch: await summaryOf(desk, watch), secret: watch.webhook?.secret ?? null }, 201)
  })
  api.openapi(REMOVE, async c => {
    const watch = await known(desk, c.req.valid('param').id)
    const caller = await callerOf(c)
    if (!caller || (!caller.isAdmin && caller.name !== watch.owner))
      throw new RefusedError(403, 'expected whoever added the watch, or an admin')
    await ledger.watches.remove(watch.id)
    return c.json({ removed: watch.id }, 200)
  })
}

async function known({ ledger }: Desk, id: string): Promise<Watch> {
  const watch = (await ledger.watches.list()).find(each => each.id === id)
  if (!watch) throw new NotFoundError(`watch: none of the id "${id}"`)
  return watch
}

async function summaryOf({ ledger }: Desk, watch: Watch): Promise<WatchSummary> {
  const { id, name, filter, owner, created, webhook, email } = watch
  return {
    id,
    name,
    filter,
    owner,
    created,
    webhook: webhook && new URL(webhook.url).origin,
    email: email.length,
    messages: await ledger.watches.counts(id),
  }
}
