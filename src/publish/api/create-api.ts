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
import { addWatchRoutes } from './routes-watches.ts'

/** Where the API lives; another shape of answer would get another number. */
export const API_BASE = '/api/v1'

/** An account that asks, and whether it may see to what is other people's. */
export interface Caller {
  readonly name: string
  readonly isAdmin: boolean
}

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
        /** Adds the routes of sessions, tokens and the audit log to the API. */
        readonly addRoutes: (api: OpenAPIHono) => void
        /** Who asks; null: nobody who showed who they are. */
        readonly callerOf: (c: Context) => Promise<Caller | null>
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
 * desk's files for every other path. It only reads (GET and HEAD), but for judgements where `judge` is given and for what
 * accounts may do where there is a gate, and never listens by itself: give `fetch` to a server.
 */
export function createApi(input: ApiInput): OpenAPIHono {
  const app = new OpenAPIHono()
  const report = input.report ?? (error => console.error(error))
  app.use(headersFor(input.tiles ?? null))
  const { mcp, people } = input
  if (people) {
    app.use(`${API_BASE}/*`, people.guard)
    app.use('/mcp', people.guard)
  }
  if (mcp) app.all('/mcp', c => mcp(c.req.raw))
  app.use(compress())
  // Without a gate nobody is known, so what is of this machine alone may judge.
  if (input.judge && !people) app.post(`${API_BASE}/judgements`, fromThisMachine)
  const api = routesOf(input)
  app.use(readOnly(changesOf(api)))
  app.use(`${API_BASE}/*`, noCache, entityTag)
  app.route(API_BASE, api)
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
  const callerOf = input.people?.callerOf ?? (async () => null)
  addJudgementRoutes(api, desk, input.judge ?? null, async c => (await callerOf(c))?.name ?? null)
  addWatchRoutes(api, desk, input.people ? callerOf : null)
  input.people?.addRoutes(api)
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

interface Change {
  readonly method: string
  readonly path: RegExp
}

/** The routes that change something, as the API describes them. */
const changesOf = (api: OpenAPIHono): readonly Change[] =>
  api.openAPIRegistry.definitions.flatMap(definition => {
    if (definition.type !== 'route' || definition.route.method === 'get') return []
    const path = definition.route.path.replace(/\{\w+\}/g, '[^/]+')
    return [{ method: definition.route.method.toUpperCase(), path: new RegExp(`^${API_BASE}${path}$`) }]
  })

/** Whatever is no route that changes something only reads. */
const readOnly =
  (changes: readonly Change[]): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (changes.some(({ method, path }) => method === c.req.method && path.test(c.req.path))) return next()
    c.header('allow', 'GET, HEAD')
    return refuse(c, 405, `${c.req.method}: nothing is changed here; expected GET or HEAD`)
  }

/** Answers may be kept, and must be asked about: the entity tag then saves sending them again. */
const noCache: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-cache')
}
