/**
 * How fast the API answers fifty clients, beside the bare SQL of the same answers, and how exports stream:
 * `node --conditions=development --import tsx bench/scale/faces.ts DIR [REPORTS]`, with `DATABASE_URL` on a PostgreSQL server,
 * else embedded in DIR. A made-up war of so many reports (10,000: some 100,000 claims) is recorded where there is no ledger yet.
 * Prints a line of JSON a route and one of each export, as `bench/RECORD.md` has them; times in milliseconds.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import pg from 'pg'
import type { Instant } from '#domain'
import type { Ledger } from '#ledger'
import { openLedger } from '#ledger'
import { createApi } from '#publish/api'
import { EXPORTS } from '#publish/exports'
import { World } from '#reconcile'
import { loadTheatre } from '#theatre'
import { makeWar } from './made-up-war.ts'

const CLIENTS = 50
const SECONDS = Number(process.env['FOGLINE_BENCH_SECONDS'] ?? 8)
const [dataDir = 'faces-bench', reports = '10000', client] = process.argv.slice(2)
const theatre = loadTheatre('ukraine')
const now = () => new Date().toISOString() as Instant

/** Records the war, a thousand reports a time, each learned when its last report was published. */
async function fill(ledger: Ledger): Promise<void> {
  const world = new World(theatre)
  let done = 0
  for (const { articles, claims, sources } of makeWar(theatre, Number(reports), 1000)) {
    const learned = articles.map(({ publishedAt }) => publishedAt).reduce((a, b) => (a > b ? a : b))
    const changes = world.take({ articles, claims, sources, judgements: [] })
    await ledger.record({ learned, articles, claims, sources, captures: [], judgements: [], reconciled: null, changes })
    console.error(`${(done += articles.length)} reports recorded`)
  }
}

/** The statements of one answer, as the driver is given them. */
interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}
let heard: Statement[] | null = null
const pools = new Set<pg.Pool>()

/** Listens at the driver: which statements an answer is made of, and over which pool they go. */
function listen(): void {
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    if (typeof given[0] === 'string') heard?.push({ text: given[0], values: Array.isArray(given[1]) ? given[1] : [] })
    return query.apply(this, given)
  } as never
  const connect = pg.Pool.prototype.connect as (...given: unknown[]) => unknown
  pg.Pool.prototype.connect = function (this: pg.Pool, ...given: unknown[]) {
    pools.add(this)
    return connect.apply(this, given)
  } as never
}

const share = (sorted: readonly number[], part: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN) * 10) / 10

/** The same statements by fifty callers over the same pool, one answer's after the other's. */
async function replay(statements: readonly Statement[]): Promise<{ p50: number; p95: number }> {
  const end = performance.now() + (SECONDS * 1000) / 2
  const [pool] = pools
  const times: number[] = []
  const call = async (): Promise<void> => {
    do {
      const from = performance.now()
      const last = await allOf(statements, pool)
      // As an answer that is not given in time: it counts as the longest.
      times.push(last ? performance.now() - from : Number.POSITIVE_INFINITY)
    } while (performance.now() < end)
  }
  await Promise.all(Array.from({ length: CLIENTS }, call))
  const sorted = times.sort((a, b) => a - b)
  return { p50: share(sorted, 0.5), p95: share(sorted, 0.95) }
}

/** False where the pool gave no connection in time. */
async function allOf(statements: readonly Statement[], pool: pg.Pool | undefined): Promise<boolean> {
  try {
    for (const { text, values } of statements) await pool?.query(text, [...values])
    return true
  } catch (error) {
    if (error instanceof Error && /timeout/.test(error.message)) return false
    throw error
  }
}

async function measure(): Promise<void> {
  listen()
  const ledger = await openLedger({ dataDir, databaseUrl: process.env['DATABASE_URL'], theatre: theatre.id, now })
  if (((await ledger.stats()).rows['article'] ?? 0) === 0) await fill(ledger)
  const { rows } = await ledger.stats()
  console.log(JSON.stringify({ kind: ledger.kind, reports: rows['article'], claims: rows['claim'], clients: CLIENTS }))
  const api = createApi({ ledger, theatre, now, deskDir: null, version: '' })
  const { serve } = await import('@hono/node-server')
  const server = serve({ fetch: api.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  for (const path of await routesOf(ledger)) {
    await (await fetch(`${origin}/api/v1${path}`)).arrayBuffer()
    heard = []
    const bytes = (await (await fetch(`${origin}/api/v1${path}`)).arrayBuffer()).byteLength
    const statements = heard
    heard = null
    const asked = await byClients(`${origin}/api/v1${path}`)
    const bare = statements.length === 0 ? null : await replay(statements)
    console.log(
      JSON.stringify({
        route: path.slice(0, 60),
        ...asked,
        statements: statements.length,
        bare,
        kB: Math.round(bytes / 1000),
      }),
    )
  }
  console.log(JSON.stringify({ firstByteOfEvents: await firstByte(origin), while: '50 clients ask for claims' }))
  for (const name of ['jsonl', 'csv', 'geojson', 'stix', 'parquet'] as const)
    console.log(JSON.stringify(await streamed(ledger, name)))
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  await ledger.close()
}

/** The ten routes a desk asks most, each about something the ledger has much of. */
async function routesOf(ledger: Ledger): Promise<readonly string[]> {
  const date = (await ledger.days()).at(-2)?.date ?? ''
  const claim = (await ledger.claims({ family: 'combat', limit: 1 })).rows[0]
  const story = (await ledger.stories({ limit: 1 })).rows[0]
  return [
    '/status',
    '/days',
    `/briefing?date=${date}`,
    '/claims?limit=50',
    '/claims?place=bakhmut&limit=50',
    `/claims/${claim?.id}`,
    '/places/bakhmut',
    `/stories/${story?.id}`,
    '/search?words=drone&limit=20',
    '/disputes?limit=50',
  ]
}

interface Asked {
  readonly p50: number
  readonly p95: number
  readonly perSecond: number
  readonly failed: number
}

/** Fifty clients in a process of their own, so that they and the server do not wait for each other's thread. */
async function byClients(url: string): Promise<Asked> {
  const child = fork(fileURLToPath(import.meta.url), [dataDir, reports, url], { execArgv: process.execArgv })
  const [asked] = (await once(child, 'message')) as [Asked]
  return asked
}

async function drive(url: string): Promise<void> {
  const { latency, requests, non2xx, errors } = await autocannon({
    url,
    connections: CLIENTS,
    duration: SECONDS,
    timeout: 60,
  })
  // autocannon gives 90 and 97.5 of a hundred; what lies between is the nearer bound, rounded up.
  const asked: Asked = {
    p50: latency.p50,
    p95: latency.p97_5,
    perSecond: Math.round(requests.average),
    failed: non2xx + errors,
  }
  process.send?.(asked)
  process.disconnect()
}

/** Milliseconds until the first event of a new listener stands, while fifty clients ask for claims. */
async function firstByte(origin: string): Promise<number> {
  const load = byClients(`${origin}/api/v1/claims?limit=50`)
  await new Promise(resolve => setTimeout(resolve, (SECONDS * 1000) / 2))
  const from = performance.now()
  const response = await fetch(`${origin}/api/v1/live`)
  const reader = response.body?.getReader()
  await reader?.read()
  const ms = Math.round(performance.now() - from)
  await reader?.cancel()
  await load
  return ms
}

/** How fast an export streams, and by how much memory grows while it does. */
async function streamed(ledger: Ledger, name: keyof typeof EXPORTS) {
  const input = {
    ledger,
    theatre,
    asOf: (await ledger.stats()).learned ?? now(),
    base: 'https://desk.example',
    filter: {},
  }
  const before = process.memoryUsage.rss()
  let [bytes, peak] = [0, before]
  const from = performance.now()
  for await (const piece of EXPORTS[name].write(input)) {
    bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const seconds = (performance.now() - from) / 1000
  const MB = bytes / 1e6
  return {
    export: name,
    MB: Math.round(MB),
    MBperSecond: Math.round((MB / seconds) * 10) / 10,
    grewMiB: Math.round((peak - before) / 2 ** 20),
  }
}

if (client !== undefined) await drive(client)
else await measure()
