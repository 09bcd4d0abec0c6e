import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import {
  addDays,
  type Briefing,
  begunDay,
  type Day,
  dayNumber,
  dayOf,
  dayOfNumber,
  InputError,
  type Instant,
  startOfDay,
} from '#domain'
import { renderHtml, renderMarkdown } from '#publish/briefing'
import type { Desk } from './knowledge.ts'
import { asOfQuery, briefingQuery } from './params.ts'
import { jsonRoute } from './route.ts'
import {
  briefingSchema,
  daysSchema,
  errorSchema,
  type Status,
  sourcesHealthSchema,
  sourcesSchema,
  statusSchema,
} from './schemas.ts'

/** Status, days, sources and the briefing of a day. */
export function addDayRoutes(api: OpenAPIHono, desk: Desk): void {
  api.openapi(STATUS, async c => c.json(await statusOf(desk, await desk.asOf(c.req.valid('query').asOf)), 200))
  api.openapi(DAYS, async c => {
    const asOf = await desk.asOf(c.req.valid('query').asOf)
    const days = await daysKnown(desk, asOf)
    return c.json({ asOf, days: days.map(each => ({ ...each, day: dayNumber(desk.theatre.dayOne, each.date) })) }, 200)
  })
  api.openapi(SOURCES, async c => {
    const asOf = await desk.asOf(c.req.valid('query').asOf)
    return c.json({ asOf, sources: await desk.ledger.sources({ asOf }) }, 200)
  })
  api.openapi(HEALTH, async c => {
    const { now, ledger } = desk
    const at = now()
    const outages = await ledger.register.outages({ from: startOfDay(addDays(dayOf(at), -HEALTH_DAYS)) })
    return c.json({ at, sources: await ledger.register.health(at), outages }, 200)
  })
  api.openapi(BRIEFING, async c => {
    const { format, ...asked } = c.req.valid('query')
    const briefing = await briefingOf(desk, asked)
    if (format === 'html') return c.html(renderHtml(briefing), 200)
    if (format !== 'md') return c.json(briefing, 200)
    return c.text(renderMarkdown(briefing), 200, { 'content-type': 'text/markdown; charset=utf-8' })
  })
}

const STATUS = jsonRoute({
  path: '/status',
  summary: 'The war, the ledger and how much is in it',
  query: asOfQuery,
  answer: statusSchema,
})
const DAYS = jsonRoute({
  path: '/days',
  summary: 'Days that have reports, oldest first, with how many reports and claims',
  query: asOfQuery,
  answer: daysSchema,
})
const SOURCES = jsonRoute({
  path: '/sources',
  summary: 'Who publishes: camp, kind, reliability and owner family',
  query: asOfQuery,
  answer: sourcesSchema,
})
/** Days back over which past outages are told. */
const HEALTH_DAYS = 7
const HEALTH = jsonRoute({
  path: '/sources/health',
  summary:
    'Whether the registered sources answer: which are silent, which fail and since when, which nobody has asked; outages of a week',
  query: z.object({}),
  answer: sourcesHealthSchema,
})
const TEXT = { schema: { type: 'string' as const } }
const BRIEFING = createRoute({
  method: 'get',
  path: '/briefing',
  summary: 'The briefing of a day, written from the ledger on demand, as JSON, Markdown or a page',
  request: { query: briefingQuery },
  responses: {
    200: {
      description: 'The edition',
      content: { 'application/json': { schema: briefingSchema }, 'text/markdown': TEXT, 'text/html': TEXT },
    },
    400: { description: 'A parameter is not as expected.', content: { 'application/json': { schema: errorSchema } } },
  },
})

const daysKnown = async ({ days }: Desk, asOf: Instant) =>
  [...(await days(asOf))].sort((a, b) => (a.date < b.date ? -1 : 1))

async function statusOf(desk: Desk, asOf: Instant): Promise<Status> {
  const { theatre, ledger, version } = desk
  const { rows, bytes, schema } = await desk.stats()
  const days = await daysKnown(desk, asOf)
  return {
    version,
    asOf,
    theatre: {
      id: theatre.id,
      name: theatre.name,
      dayOne: theatre.dayOne,
      camps: theatre.camps,
      parties: theatre.parties.map(({ id, name, camp }) => ({
        id,
        name,
        camp,
      })),
    },
    ledger: { kind: ledger.kind, schema, bytes, rows },
    firstDay: days[0]?.date ?? null,
    lastDay: days.at(-1)?.date ?? null,
    tiles: desk.tiles,
  }
}

/** The edition asked for. Without a day: of the newest day that has reports; in an empty ledger, of the day of `asOf`. */
async function briefingOf(
  desk: Desk,
  asked: { readonly date?: Day | undefined; readonly day?: number | undefined; readonly asOf?: Instant | undefined },
): Promise<Briefing> {
  const { theatre } = desk
  if (asked.date !== undefined && asked.day !== undefined) {
    throw new InputError('date and day: expected one of the two, found both')
  }
  const asOf = await desk.asOf(asked.asOf)
  const named = asked.date ?? (asked.day === undefined ? undefined : dayOfNumber(theatre.dayOne, asked.day))
  if (named !== undefined)
    begunDay(asked.date === undefined ? 'day' : 'date', named, { dayOne: theatre.dayOne, now: desk.now() })
  const date = named ?? (await daysKnown(desk, asOf)).at(-1)?.date ?? dayOf(asOf)
  return desk.edition(asOf, date)
}
