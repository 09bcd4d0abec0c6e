import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant, Subscription } from '#domain'
import { openLedger } from '#ledger'
import { freshDir } from '../cli/fogline.ts'
import { testDatabase } from '../test-database.ts'

/** More than one process takes on at a time. */
const FEEDS = 80
const server = process.env['TEST_DATABASE_URL']

const now = (): Instant => new Date().toISOString() as Instant

const feeds = (port: number): Subscription[] =>
  Array.from({ length: FEEDS }, (_, at) => ({
    id: `river-${at}`,
    source: `river-${at}`,
    form: 'feed',
    address: `http://127.0.0.1:${port}/feed/${at}`,
    everyMinutes: 60,
    full: false,
    allowHosts: ['127.0.0.1'],
    paused: false,
  }))

/** What one watching process says of its rounds, until every feed has been asked. */
function watchUntilDone(env: Readonly<Record<string, string>>, done: () => boolean): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, ['bin/fogline', 'watch', '--json', '--pace', '0'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let asked = 0
  return new Promise((resolve, reject) => {
    if (!child.stdout) return reject(new Error('expected the output of a watch, found none'))
    createInterface({ input: child.stdout }).on('line', line => {
      asked += (JSON.parse(line) as { asked: number }).asked
    })
    // Once: a second signal would end it with its work unrecorded.
    const look = setInterval(() => {
      if (!done()) return
      clearInterval(look)
      child.kill('SIGINT')
    }, 200)
    child.on('error', reject).on('close', () => resolve(asked))
  })
}

describe.skipIf(!server)('two processes that watch one PostgreSQL server', () => {
  let http: Server
  let database: Awaited<ReturnType<typeof testDatabase>>
  const requests = new Map<string, number>()

  beforeAll(async () => {
    http = createServer(({ url = '' }, response) => {
      if (!url.startsWith('/feed/')) return void response.writeHead(404).end()
      requests.set(url, (requests.get(url) ?? 0) + 1)
      const entry = `<item><title>Power was cut in Sumy, place ${url}</title><link>http://127.0.0.1${url}</link><description>Power was cut.</description></item>`
      response.end(`<rss version="2.0"><channel><title>River ${url}</title>${entry}</channel></rss>`)
    })
    await new Promise<void>(listening => http.listen(0, '127.0.0.1', listening))
    database = await testDatabase(server ?? '')
  })
  afterAll(async () => {
    http.closeAllConnections()
    http.close()
    await database?.drop()
  })

  it('ask every source once, share the work, and lose no report', async () => {
    const { port } = http.address() as AddressInfo
    const env = { DATABASE_URL: database.url, FOGLINE_DATA: freshDir(), NO_COLOR: '1' }
    const ledger = await openLedger({ dataDir: '', databaseUrl: database.url, theatre: 'ukraine', now })
    try {
      await ledger.register.change({ learned: now(), subscriptions: feeds(port) })
      const done = (): boolean => requests.size === FEEDS
      const shares = await Promise.all([watchUntilDone(env, done), watchUntilDone(env, done)])
      expect([...requests.values()]).toEqual(Array.from({ length: FEEDS }, () => 1))
      expect(shares[0] + shares[1]).toBe(FEEDS)
      const { rows } = await ledger.articles({ limit: 1000 })
      expect(new Set(rows.map(({ title }) => title)).size).toBe(FEEDS)
      expect((await ledger.register.health(now())).map(({ state }) => state)).toEqual(
        Array.from({ length: FEEDS }, () => 'good'),
      )
    } finally {
      await ledger.close()
    }
  })
})
