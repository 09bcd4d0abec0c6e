import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { Instant } from '#domain'
import { type FetchOptions, fetchArticles } from './fetch-articles.ts'
import type { Gathered } from './gathered.ts'
import { isRefusedAddress } from './web/refused-address.ts'

const now = '2024-11-27T12:00:00.000Z' as Instant
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) =>
    request.url === '/robots.txt' ? void response.writeHead(404).end() : answer(request, response),
  )
  servers.push(server)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function all(url: string, options: Partial<FetchOptions> = {}): Promise<Gathered[]> {
  const gathered: Gathered[] = []
  for await (const one of fetchArticles(url, { now, sources: [], allowHosts: ['127.0.0.1', 'localhost'], ...options }))
    gathered.push(one)
  return gathered
}

const rss =
  '<rss version="2.0"><channel><title>River Herald</title><item><title>Bridge hit</title><link>https://riverherald.example/b</link><description>The bridge was hit.</description></item><item><title>Ferry runs</title></item></channel></rss>'

describe('an address', () => {
  it('of a feed gives its reports, known by content and not by header', async () => {
    const url = await serve((_, response) =>
      response.setHeader('content-type', 'text/plain').setHeader('etag', '"v1"').end(rss),
    )
    const reports = await all(`${url}/feed`)
    expect(reports.map(({ article }) => article.title)).toEqual(['Bridge hit', 'Ferry runs'])
    expect(reports[0]?.raw).toMatchObject({ status: 200, etag: '"v1"', contentType: 'text/plain', url: `${url}/feed` })
    expect(reports[0]?.source.id).toBe('river-herald')
  })

  it('of a page gives one report, in the charset of the header and unpacked', async () => {
    const html = Buffer.concat([
      Buffer.from('<html><head><title>'),
      Uint8Array.from([0xd1, 0xf3, 0xec, 0xfb]),
      Buffer.from(
        `</title></head><body><article><p>${'The bridge was hit again. '.repeat(20)}</p></article></body></html>`,
      ),
    ])
    const url = await serve((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=windows-1251', 'content-encoding': 'gzip' })
        .end(gzipSync(html)),
    )
    const [report] = await all(`${url}/page`)
    expect(report?.article.title).toBe('Сумы')
    expect(report?.article.text).toContain('The bridge was hit again.')
    expect(report?.article.url).toBe(`${url}/page`)
  })

  it('that has not changed gives nothing', async () => {
    const url = await serve((request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200).end(),
    )
    expect(await all(url, { etag: '"v1"' })).toEqual([])
  })

  it('in the own network is refused, by number, by name and behind a redirect', async () => {
    const url = await serve((_, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
    )
    await expect(all(url, { allowHosts: [] })).rejects.toThrow(/127\.0\.0\.1 lies in a private or local network/)
    await expect(all(url.replace('127.0.0.1', 'localhost'), { allowHosts: [] })).rejects.toThrow(
      /localhost lies in a private/,
    )
    await expect(all(url.replace('127.0.0.1', '2130706433'), { allowHosts: [] })).rejects.toThrow(/lies in a private/)
    await expect(all(url)).rejects.toThrow(/169\.254\.169\.254 lies in a private/)
  })

  it('that leads round in a circle is given up after five steps', async () => {
    let asked = 0
    const url = await serve((_, response) => {
      asked += 1
      response.writeHead(302, { location: '/again' }).end()
    })
    await expect(all(url)).rejects.toThrow(/leads on more than 5 times/)
    expect(asked).toBe(6)
  })

  it('that sends too much, also by unpacking, is cut off', async () => {
    const url = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(2_000_000))),
    )
    await expect(all(url, { maxBytes: 100_000 })).rejects.toThrow(/sends more than 100000 bytes/)
  })

  it('that does not answer in time, or with an error, or not at all, says so in one line', async () => {
    const silent = await serve(() => undefined)
    await expect(all(silent, { timeoutMs: 200 })).rejects.toThrow(/no whole answer within 0.2 s/)
    const gone = await serve((_, response) => response.writeHead(410).end('gone'))
    await expect(all(gone)).rejects.toThrow(/answered 410/)
    await expect(all('http://127.0.0.1:9')).rejects.toThrow(/could not be fetched/)
  })

  it.each(['file:///etc/passwd', 'ftp://a.example/x', 'no address', 'https://user:secret@a.example/'])(
    'is not %s',
    async url => {
      await expect(all(url)).rejects.toThrow(/expected|login/)
    },
  )
})

describe('an IP address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    'not-an-address',
  ])('%s is refused', address => {
    expect(isRefusedAddress(address)).toBe(true)
  })
  it.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])('%s is public', address => {
    expect(isRefusedAddress(address)).toBe(false)
  })
})
