import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import {
  type AddressInfo,
  createServer as createSocketServer,
  type Socket,
  type Server as SocketServer,
} from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { FetchError } from './fetch-error.ts'
import { turnsInMemory } from './host-turns.ts'
import { retryAfterMs } from './retry-after.ts'
import { parseRobots } from './robots.ts'
import { createWebClient, type WebClient, type WebClientOptions } from './web-client.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** Serves on a free port; robots.txt is absent unless the listener is told to answer it. */
async function serve(answer: RequestListener, robots: string | null = null): Promise<{ url: string; log: string[] }> {
  const log: string[] = []
  const server: Server = createServer((request, response) => {
    log.push(`${request.url}`)
    if (request.url !== '/robots.txt') return answer(request, response)
    if (robots === null) response.writeHead(404).end('no such page')
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(robots)
  })
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log }
}

/** A server that writes its answer to pages byte for byte as given; robots.txt is absent. */
async function serveRaw(write: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server: SocketServer = createSocketServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', data => {
      if (data.toString('latin1').startsWith('GET /robots.txt'))
        socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')
      else write(socket)
    })
  })
  ends.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function client(options: WebClientOptions = {}): WebClient {
  const made = createWebClient({ gapMs: 0, ...options })
  ends.push(() => void made.close())
  return made
}
const allowHosts = ['127.0.0.1', 'localhost']
const get = (url: string, options: WebClientOptions = {}) => client(options).get(url, { allowHosts })
const trouble = async (asking: Promise<unknown>): Promise<Partial<FetchError>> => {
  const error: unknown = await asking.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FetchError)) throw new Error(`expected a FetchError, found ${String(error)}`)
  expect(error.message).not.toContain('\n')
  return error
}

describe('an answer', () => {
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('packed with %s is unpacked', async (encoding, pack) => {
    const { url } = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(pack('<p>The bridge was hit.</p>')),
    )
    expect(new TextDecoder().decode((await get(url)).body)).toBe('<p>The bridge was hit.</p>')
  })
  it('keeps its headers, but no cookie', async () => {
    const { url } = await serve((_, response) =>
      response.writeHead(200, { 'x-served-by': 'cache-7', 'set-cookie': 'session=1', etag: '"v1"' }).end('words'),
    )
    const { headers } = await get(url)
    expect(Object.fromEntries(headers)).toMatchObject({ 'x-served-by': 'cache-7', etag: '"v1"' })
    expect(headers.map(([name]) => name)).not.toContain('set-cookie')
  })
  it('"not modified" is told from an empty one, and that from an error', async () => {
    const { url } = await serve(({ url: path, headers }, response) => {
      if (path === '/error') return void response.writeHead(503, { 'retry-after': '0' }).end()
      response.writeHead(headers['if-none-match'] === '"v1"' ? 304 : 200).end()
    })
    const asking = client()
    expect((await asking.get(url, { allowHosts, etag: '"v1"' })).notModified).toBe(true)
    expect(await trouble(asking.get(url, { allowHosts }))).toMatchObject({ trouble: 'empty' })
    expect(await trouble(asking.get(`${url}/error`, { allowHosts }))).toMatchObject({ trouble: 'status', status: 503 })
  })
  it('says "modified since" with the moment of the last one', async () => {
    const asked: (string | undefined)[] = []
    const { url } = await serve((request: IncomingMessage, response) => {
      asked.push(request.headers['if-modified-since'])
      response.writeHead(304).end()
    })
    await client().get(url, { allowHosts, lastModified: 'Tue, 26 Nov 2024 08:00:00 GMT' })
    expect(asked).toEqual(['Tue, 26 Nov 2024 08:00:00 GMT'])
  })
})

describe('a hostile server', () => {
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('that sends a %s bomb is cut off before it fills memory', async (encoding, pack) => {
    const { url } = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(pack(Buffer.alloc(10_000_000))),
    )
    expect(await trouble(get(url, { maxBytes: 100_000 }))).toMatchObject({ trouble: 'too-large' })
  })
  it('that packs a bomb twice is cut off too', async () => {
    const { url } = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync(Buffer.alloc(50_000_000)))),
    )
    expect(await trouble(get(url, { maxBytes: 100_000 }))).toMatchObject({ trouble: 'too-large' })
  })
  it('that never ends is cut off at the size', async () => {
    let sent = 0
    const { url } = await serve((_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    })
    expect(await trouble(get(url, { maxBytes: 200_000 }))).toMatchObject({ trouble: 'too-large' })
    expect(sent).toBeLessThan(50_000_000)
  })
  it('that sends a byte now and then is given up when the time is over', async () => {
    const { url } = await serve((_, response) => {
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    })
    expect(await trouble(get(url, { timeoutMs: 300 }))).toMatchObject({ trouble: 'timeout', isPassing: true })
  })
  it('that sends a header line of 1 MB is left', async () => {
    const url = await serveRaw(socket =>
      socket.write(`HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(1_000_000)}\r\n\r\nhello`),
    )
    expect(await trouble(get(url))).toMatchObject({ trouble: 'unreachable' })
  })
  it('that promises more bytes than it sends is not believed', async () => {
    const url = await serveRaw(socket => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\nhalf a page'))
    expect(await trouble(get(url))).toMatchObject({ trouble: 'unreachable' })
  })
  it('that sends more bytes than it promises gives what it promised', async () => {
    const url = await serveRaw(socket => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello and much more'))
    expect(new TextDecoder().decode((await get(url)).body)).toBe('hello')
  })
  it('that says gzip and sends something else is told from one without news', async () => {
    const { url } = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all'),
    )
    expect(await trouble(get(url))).toMatchObject({ trouble: 'unreachable' })
  })
})

describe('the own network', () => {
  it('is not reached by a redirect, whatever its form', async () => {
    for (const target of [
      'http://169.254.169.254/latest',
      'http://10.0.0.1/',
      'http://[::1]/',
      'http://0xa.1/',
      'file:///etc/passwd',
    ]) {
      const { url } = await serve((_, response) => response.writeHead(302, { location: target }).end())
      const { trouble: kind } = await trouble(get(url))
      expect(['refused', 'address'], target).toContain(kind)
    }
  })
  it('is not reached by a name that means it: the address is looked at when the connection is made', async () => {
    const { url, log } = await serve((_, response) => response.end('secret'))
    const port = new URL(url).port
    const asked: string[] = []
    const resolve = async (host: string) => {
      asked.push(host)
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const asking = client({ resolve })
    expect(await trouble(asking.get(`http://news.example:${port}/`))).toMatchObject({ trouble: 'refused' })
    expect(log).toEqual([])
    expect(asked).toEqual(['news.example'])
  })
  it('is not reached by a name that changes its meaning between two askings (DNS rebinding)', async () => {
    const { url, log } = await serve((_, response) => response.end('secret'))
    const port = new URL(url).port
    const answers = ['127.0.0.1', '10.0.0.1', '127.0.0.1']
    const resolve = async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }]
    const asking = client({ resolve })
    for (let n = 0; n < 2; n += 1)
      expect(await trouble(asking.get(`http://rebind.example:${port}/`))).toMatchObject({ trouble: 'refused' })
    expect(log).toEqual([])
  })
  it('is left out where a name means both it and the web', async () => {
    const { log, url } = await serve((_, response) => response.end('secret'))
    const resolve = async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '::ffff:127.0.0.1', family: 6 },
      { address: '2606:4700::1111', family: 6 },
    ]
    const asking = client({ resolve, timeoutMs: 400 })
    await trouble(asking.get(`http://both.example:${new URL(url).port}/`))
    expect(log).toEqual([])
  })
  it('is reached where the user allows that host, and no other', async () => {
    const { url } = await serve((_, response) => response.end('minutes of the meeting'))
    const asking = client()
    expect(new TextDecoder().decode((await asking.get(url, { allowHosts: ['127.0.0.1'] })).body)).toContain('minutes')
    expect(await trouble(asking.get(url, { allowHosts: ['intranet.example'] }))).toMatchObject({ trouble: 'refused' })
  })
})

describe('robots.txt', () => {
  it('is asked once and obeyed', async () => {
    const { url, log } = await serve((_, response) => response.end('words'), 'User-agent: *\nDisallow: /private')
    const asking = client()
    await asking.get(`${url}/news`, { allowHosts })
    await asking.get(`${url}/sport`, { allowHosts })
    expect(await trouble(asking.get(`${url}/private/diary`, { allowHosts }))).toMatchObject({ trouble: 'robots' })
    expect(log).toEqual(['/robots.txt', '/news', '/sport'])
  })
  it('holds for where a redirect leads as well', async () => {
    const { url, log } = await serve(
      (_, response) => response.writeHead(302, { location: '/private/diary' }).end(),
      'User-agent: *\nDisallow: /private',
    )
    expect(await trouble(get(`${url}/news`))).toMatchObject({ trouble: 'robots' })
    expect(log).not.toContain('/private/diary')
  })
  it('speaks to Fogline by name before it speaks to all', () => {
    const rules = parseRobots(
      'https://a.example/robots.txt',
      'User-agent: *\nDisallow: /\n\nUser-agent: fogline\nDisallow: /drafts\nAllow: /drafts/open$\nCrawl-delay: 3\n\nSitemap: https://a.example/news.xml',
    )
    expect(rules.allows('https://a.example/news')).toBe(true)
    expect(rules.allows('https://a.example/drafts/1')).toBe(false)
    expect(rules.allows('https://a.example/drafts/open')).toBe(true)
    expect(rules.delayMs).toBe(3000)
    expect(rules.sitemaps).toEqual(['https://a.example/news.xml'])
  })
  it.each([
    [403, true],
    [404, true],
    [429, false],
    [500, false],
    [503, false],
  ])('that is answered with %i lets pages be fetched: %s', async (status, open) => {
    const server = createServer((request, response) =>
      request.url === '/robots.txt' ? response.writeHead(status, { 'retry-after': '0' }).end() : response.end('words'),
    )
    ends.push(() => server.close())
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page`
    const outcome = await get(address).then(
      () => true,
      (error: unknown) => (error instanceof FetchError && error.trouble === 'robots' ? false : Promise.reject(error)),
    )
    expect(outcome).toBe(open)
  })
  it('of any length and any lines is read in good time', () => {
    const rules = parseRobots(
      'https://a.example/robots.txt',
      `User-agent: *\nDisallow: /${'*a'.repeat(250_000)}\nDisallow: /x\n`,
    )
    expect(rules.allows(`https://a.example/${'a'.repeat(2000)}`)).toBe(true)
    expect(rules.allows('https://a.example/x')).toBe(false)
  })
})

describe('a host', () => {
  it('is given its time between two askings', async () => {
    const turns = turnsInMemory(() => 0)
    expect([
      await turns.reserve('a', 1000, 9000),
      await turns.reserve('a', 1000, 9000),
      await turns.reserve('b', 1000, 9000),
    ]).toEqual([0, 1000, 0])
    await turns.holdOff('a', 60_000)
    expect(await turns.reserve('a', 1000, 9000)).toBe(60_000)
    expect(await turns.reserve('a', 1000, 90_000)).toBe(60_000)
    expect(await turns.reserve('a', 1000, 90_000)).toBe(61_000)
  })
  it('that asks for rest by Retry-After is not asked again before, by anybody of this run', async () => {
    let now = Date.now()
    const waited: number[] = []
    const { url, log } = await serve((_, response) => response.writeHead(429, { 'retry-after': '120' }).end())
    const asking = client({
      clock: () => now,
      wait: async ms => {
        waited.push(ms)
        now += ms
      },
    })
    expect(await trouble(asking.get(`${url}/a`, { allowHosts }))).toMatchObject({ status: 429, retryAfterMs: 120_000 })
    expect(await trouble(asking.get(`${url}/b`, { allowHosts }))).toMatchObject({ trouble: 'held-off' })
    expect(log).toEqual(['/robots.txt', '/a'])
    now += 121_000
    await trouble(asking.get(`${url}/b`, { allowHosts }))
    expect(log).toEqual(['/robots.txt', '/a', '/b'])
    expect(waited).toEqual([])
  })
  it.each([
    ['120', 120_000],
    ['Wed, 27 Nov 2024 12:00:30 GMT', 30_000],
    ['Wed, 27 Nov 2020 12:00:30 GMT', 0],
    ['999999999', 86_400_000],
    ['soon', null],
    [null, null],
  ])('that says Retry-After: %s means %s ms', (header, ms) => {
    expect(retryAfterMs(header, Date.parse('2024-11-27T12:00:00Z'))).toBe(ms)
  })
})
