import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { type Instant, parseInstant } from '#domain'
import {
  EXPORT_NAMES,
  EXPORTS,
  type ExportInput,
  editionsFeed,
  storiesFeed,
  writeAtom,
  writeJsonFeed,
} from '#publish/exports'
import { refuse } from './errors.ts'
import type { Desk } from './knowledge.ts'
import { asOfQuery, claimsQuery } from './params.ts'
import { refusal } from './route.ts'

const { asOf, saidFrom, saidTo, types, place } = claimsQuery.shape
const exportQuery = z.strictObject({ asOf, saidFrom, saidTo, types, place })

const EXPORT = createRoute({
  method: 'get',
  path: '/export/{format}',
  summary: 'The ledger as another program reads it, as a stream: the formats are those of `docs/exports.md`',
  request: { params: z.object({ format: z.enum(EXPORT_NAMES as [string, ...string[]]) }), query: exportQuery },
  responses: {
    200: { description: 'The export', content: { 'application/octet-stream': { schema: z.string() } } },
    400: refusal('A parameter is not as expected.'),
  },
})
const FEEDS = ['editions.atom', 'editions.json', 'stories.atom', 'stories.json'] as const
const FEED = createRoute({
  method: 'get',
  path: '/feeds/{feed}',
  summary: 'Editions of the newest days, or the newest stories, as Atom or JSON Feed',
  request: { params: z.object({ feed: z.enum(FEEDS) }), query: asOfQuery },
  responses: {
    200: {
      description: 'The feed',
      content: { 'application/atom+xml': { schema: z.string() }, 'application/feed+json': { schema: z.string() } },
    },
    400: refusal('A parameter is not as expected.'),
  },
})
const LIVE = createRoute({
  method: 'get',
  path: '/live',
  summary:
    'Server-sent events: one `learned` whenever the ledger has learned something; its id is the moment, and `Last-Event-ID` goes on from there',
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: 'The events', content: { 'text/event-stream': { schema: z.string() } } },
    400: refusal('A parameter is not as expected.'),
  },
})

/** Exports, feeds and live updates: answers that are not JSON of one piece. */
export function addStreams(api: OpenAPIHono, desk: Desk): void {
  api.openapi(EXPORT, async c => {
    const { asOf, ...filter } = c.req.valid('query')
    const name = EXPORT_NAMES.find(each => each === c.req.valid('param').format) ?? 'jsonl'
    const { mediaType, extension, write } = EXPORTS[name]
    const at = await desk.asOf(asOf)
    c.header('content-disposition', `attachment; filename="fogline-${desk.theatre.id}-${name}${extension}"`)
    c.header('cache-control', 'no-store')
    c.header('content-type', mediaType)
    return c.body(toStream(write(inputOf(desk, c, at, filter))))
  })
  api.openapi(FEED, async c => {
    const { feed } = c.req.valid('param')
    const at = await desk.asOf(c.req.valid('query').asOf)
    const make = feed.startsWith('editions') ? editionsFeed : storiesFeed
    const made = await make(inputOf(desk, c, at, {}), new URL(c.req.url).href)
    if (feed.endsWith('.atom'))
      return c.body(writeAtom(made), 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
    return c.body(writeJsonFeed(made), 200, { 'content-type': 'application/feed+json; charset=utf-8' })
  })
  api.openapi(LIVE, c => live(c, desk))
}

const inputOf = ({ ledger, theatre }: Desk, c: Context, asOf: Instant, filter: ExportInput['filter']): ExportInput => ({
  ledger,
  theatre,
  asOf,
  base: new URL(c.req.url).origin,
  filter,
})

/** Pulls the next piece only when the reader has taken the last: however slow it is, no more than a piece is held. */
function toStream(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

/** How often the ledger is asked whether it has learned anything; all who listen share one asking a second. */
const LOOK_MS = 1000
/** A line that says nothing, so that nobody between takes the silence for the end. */
const ALIVE_MS = 15_000
const MOST_LISTENERS = 500
let listeners = 0

function live(c: Context, desk: Desk): Response {
  const given = c.req.header('last-event-id')
  const since = given === undefined ? null : parseInstant(given)
  if (given !== undefined && since === null)
    return refuse(c, 400, `Last-Event-ID: expected the id of an event, found "${given.slice(0, 60)}"`)
  if (listeners >= MOST_LISTENERS) return refuse(c, 429, 'too many listen already: expected fewer, try again later')
  c.header('cache-control', 'no-store')
  c.header('x-accel-buffering', 'no')
  listeners += 1
  return streamSSE(c, async stream => {
    try {
      let last = since ?? (await desk.stats()).learned
      await stream.writeSSE({ event: 'hello', data: JSON.stringify({ asOf: last }) })
      for (let quiet = 0; !stream.aborted; quiet += LOOK_MS) {
        const { learned, rows } = await desk.stats()
        if (learned !== null && (last === null || learned > last)) {
          last = learned
          quiet = 0
          await stream.writeSSE({ event: 'learned', id: learned, data: JSON.stringify({ asOf: learned, rows }) })
        } else if (quiet >= ALIVE_MS) {
          quiet = 0
          await stream.write(': still here\n\n')
        }
        await stream.sleep(LOOK_MS)
      }
    } finally {
      listeners -= 1
    }
  })
}
