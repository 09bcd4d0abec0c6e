/**
 * Many feeds of several hosts on a server of this machine, polled in one run: is each asked, is each host given its time,
 * and are hosts asked side by side? Counted from the server's own log.
 */

import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Instant, Source, Subscription } from '#domain'
import { createWebClient } from '#gather'
import { groupBy } from '#kit'
import { openLedger } from '#ledger'
import { loadTheatre } from '#theatre'
import { pollRound } from '../../src/cli/poll-round.ts'
import type { Scores } from '../main.ts'

const FEEDS_A_HOST = 10
const GAP_MS = 250
/** A request may come in this much sooner after the one before than it was sent: what a busy machine's timers and sockets add. */
const JITTER_MS = 50

interface Hit {
  readonly host: string
  readonly path: string
  readonly at: number
}

const hostOf = (feed: number): string => `h${Math.floor(feed / FEEDS_A_HOST)}.example`

const source = (n: number): Source => ({
  id: `outlet-${n}`,
  name: `Outlet ${n}`,
  kind: 'outlet',
  camp: 'unknown',
  country: null,
  stance: 'unknown',
  reliability: 'F',
  family: null,
  url: null,
})

/** In a thread of its own, so that what keeps the polling busy does not keep the server from looking at its clock. */
const SERVER = `
const { createServer } = require('node:http')
const { parentPort } = require('node:worker_threads')
const log = []
const server = createServer((request, response) => {
  const host = request.headers.host, path = request.url
  log.push({ host, path, at: performance.now() })
  if (path === '/robots.txt') return void response.writeHead(404).end()
  const entry = '<item><title>Report of ' + path + '</title><link>http://' + host + path + '/1</link><description>' +
    'The port was shelled in the night. '.repeat(40) + '</description></item>'
  response.end('<rss version="2.0"><channel><title>' + path + '</title>' + entry + '</channel></rss>')
})
server.listen(0, '127.0.0.1', () => parentPort.postMessage({ port: server.address().port }))
parentPort.on('message', () => parentPort.postMessage({ log }))
`

/** A server that writes down who asked for what and when. */
async function listen(): Promise<{ port: number; log: () => Promise<Hit[]>; close: () => Promise<unknown> }> {
  const thread = new Worker(SERVER, { eval: true, execArgv: [] })
  const next = async <Answer>(): Promise<Answer> => ((await once(thread, 'message')) as [Answer])[0]
  const { port } = await next<{ port: number }>()
  return {
    port,
    log: async () => {
      thread.postMessage('log')
      return (await next<{ log: Hit[] }>()).log
    },
    close: () => thread.terminate(),
  }
}

/** What the log says: requests, feeds asked, pairs of one host that came too soon, and how much of the work was done side by side. */
function scoresOf(log: readonly Hit[], feeds: number): Scores {
  const hosts = [...groupBy(log, ({ host }) => host).values()]
  const gaps = hosts.flatMap(hits => hits.slice(1).map((hit, at) => hit.at - (hits[at]?.at ?? 0)))
  const asked = new Set(log.filter(({ path }) => path !== '/robots.txt').map(({ host, path }) => host + path))
  const taken = Math.max(...log.map(({ at }) => at)) - Math.min(...log.map(({ at }) => at))
  return {
    feeds,
    hosts: hosts.length,
    asked: asked.size,
    requests: log.length,
    robots: log.filter(({ path }) => path === '/robots.txt').length,
    tooSoon: gaps.filter(gap => gap < GAP_MS - JITTER_MS).length,
    shortestGapOfAsked: Number((Math.min(...gaps) / GAP_MS).toFixed(2)),
    sideBySide: Number(((log.length * GAP_MS) / taken).toFixed(1)),
  }
}

function subscriptionTo(n: number, port: number): Subscription {
  const host = hostOf(n)
  const rest = { form: 'feed', full: false, everyMinutes: 15, paused: false, allowHosts: [host] } as const
  return { id: `outlet-${n}`, source: `outlet-${n}`, address: `http://${host}:${port}/feed-${n}`, ...rest }
}

const FEEDS = 500
/** Nothing is read here: only the polling counts. */
const NOTHING_READ = { claims: 0, notRead: 0, noClaims: 0, rows: {} } as const

export async function run(): Promise<Scores> {
  const feeds = FEEDS
  const server = await listen()
  const dataDir = mkdtempSync(join(tmpdir(), 'fogline-poll-'))
  const now = (): Instant => new Date().toISOString() as Instant
  const ledger = await openLedger({ dataDir, now, theatre: 'ukraine' })
  const client = createWebClient({ gapMs: GAP_MS, resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
  try {
    const subscriptions = Array.from({ length: feeds }, (_, n) => subscriptionTo(n, server.port))
    await ledger.register.change({ learned: now(), sources: subscriptions.map((_, n) => source(n)), subscriptions })
    const round = await pollRound({
      useLedger: use => use(ledger),
      theatre: loadTheatre('ukraine'),
      client,
      now,
      take: async ({ length }) => ({ ...NOTHING_READ, gathered: length, fresh: length }),
      by: 'bench',
      ids: null,
      early: false,
      limit: feeds,
      parallel: 32,
      onProblem: line => console.error(line),
    })
    return {
      ...scoresOf(await server.log(), feeds),
      answered: round.answered,
      failed: round.failed,
      reports: round.fresh,
    }
  } finally {
    await client.close()
    await ledger.close()
    await server.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
