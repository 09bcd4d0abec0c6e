import { createHash } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import type { Instant, Theatre } from '#domain'
import type { Ledger } from '#ledger'
import { BRIEFING_STYLE } from '#publish/briefing'
import { addArticleChanges } from './article-changes.ts'
import { deskFile } from './desk-files.ts'
import { entityTag } from './entity-tag.ts'
import { answerError, answerInvalid, refuse } from './errors.ts'
import { makeDesk } from './knowledge.ts'
import { addReference } from './reference.ts'
import { addDayRoutes } from './routes-day.ts'
import { addDeskRoutes } from './routes-desk.ts'
import { addJudgementRoutes, fromThisMachine, type Judge } from './routes-judgements.ts'
import { addMoreLists } from './routes-lists.ts'
import { addCardRoutes, addListRoutes } from './routes-records.ts'
import { addMapRoutes, addScoreRoutes } from './routes-scores.ts'
import { addStreams } from './routes-streams.ts'

/** Where the API lives; another shape of answer would get another number. */
export const API_BASE = '/api/v1'

/** What the API needs from outside. */
export interface ApiInput {
  readonly ledger: Ledger
  readonly theatre: Theatre
  readonly now: () => Instant
  /** Folder of the built desk, or null to serve the API alone. */
  readonly deskDir: string | null
  readonly version: string
  /** Address of map tiles with `{z}`, `{x}` and `{y}`, which the desk then draws over its own ground. Absent or null: none. */
  readonly tiles?: string | null | undefined
  /** Folder with the files of the interactive reference, or null or absent: `/api/reference` has none. */
  readonly referenceDir?: string | null | undefined
  /** Who may ask for what. Absent: whoever reaches the desk may read. */
  readonly people?:
    | {
        readonly guard: MiddlewareHandler
        readonly addRoutes: (app: OpenAPIHono) => void
        /** The account that asks; null: nobody who showed who they are. */
        readonly nameOf: (c: Context) => Promise<string | null>
      }
    | undefined
  /** Answers what comes to `/mcp`. Absent: nothing is there. */
  readonly mcp?: ((request: Request) => Promise<Response>) | undefined
  /** How a judgement is taken into the ledger; null or absent: the desk only reads. */
  readonly judge?: Judge | null
  /** Told of what went wrong on our side; absent: written to standard error. */
  readonly report?: (error: unknown) => void
}

/**
 * Makes the HTTP application: the API under `/api/v1` with its OpenAPI 3.1 document at `/api/v1/openapi.json`, and the
 * desk's files for every other path. It only reads (GET and HEAD), but for judgements where `judge` is given, and never listens by itself: give `fetch` to a server.
 */
export function createApi(input: ApiInput): OpenAPIHono {
  const app = new OpenAPIHono()
  const report = input.report ?? (error => console.error(error))
  app.use(headersFor(input.tiles ?? null))
  const { mcp, people } = input
  if (people) {
    app.use(`${API_BASE}/*`, people.guard)
    app.use('/mcp', people.guard)
    people.addRoutes(app)
  }
  if (mcp) app.all('/mcp', c => mcp(c.req.raw))
  app.use(compress())
  const judge = input.judge ?? null
  if (judge !== null) app.post(`${API_BASE}/judgements`, fromThisMachine)
  app.use(readOnly(judge !== null))
  app.use(`${API_BASE}/*`, noCache, entityTag)
  app.route(API_BASE, routesOf(input))
  addReference(app, input.referenceDir ?? null)
  app.onError(answerError(report))
  app.notFound(c => refuse(c, 404, `${c.req.path}: no such page; the API is described at ${API_BASE}/openapi.json`))
  const { deskDir } = input
  if (deskDir !== null) {
    app.get('*', async (c, next) =>
      c.req.path.startsWith('/api/') ? next() : ((await deskFile(c, deskDir)) ?? next()),
    )
  }
  return app
}

function routesOf(input: ApiInput): OpenAPIHono {
  const api = new OpenAPIHono({ defaultHook: answerInvalid })
  const desk = makeDesk({ ...input, tiles: input.tiles ?? null })
  addDayRoutes(api, desk)
  addListRoutes(api, desk)
  addCardRoutes(api, desk)
  addJudgementRoutes(api, desk, input.judge ?? null, input.people?.nameOf ?? (async () => null))
  addArticleChanges(api, desk)
  addDeskRoutes(api, desk)
  addMoreLists(api, desk)
  addStreams(api, desk)
  addScoreRoutes(api, desk)
  addMapRoutes(api, desk)
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Fogline',
      version: input.version,
      description: `Claims in the reporting of a war, who makes them and what Fogline makes of them: ${input.theatre.name}.`,
    },
    servers: [{ url: API_BASE }],
  })
  return api
}

const STYLE_HASH = `'sha256-${createHash('sha256').update(BRIEFING_STYLE).digest('base64')}'`

const headersFor = (tiles: string | null) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // The hash is of the one inline style there is: that of a briefing sent as a page.
      styleSrc: ["'self'", STYLE_HASH],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'", ...(tiles === null ? [] : [new URL(tiles).origin])],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // A desk on one's own machine has no certificate; whoever puts one in front of it sets this there.
    strictTransportSecurity: false,
  })

const readOnly =
  (judges: boolean): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (judges && c.req.method === 'POST' && c.req.path === `${API_BASE}/judgements`) return next()
    c.header('allow', 'GET, HEAD')
    return refuse(c, 405, `${c.req.method}: the desk only reads; expected GET or HEAD`)
  }

/** Answers may be kept, and must be asked about: the entity tag then saves sending them again. */
const noCache: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-cache')
}
