import { PassThrough } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fromBuffer } from 'yauzl'
import { type Article, type Instant, makeId, type RawItem, type Source, sha256 } from '#domain'
import { makeArticle } from '../make-article.ts'
import { pageDrafts } from '../pages/page-draft.ts'
import { RECAPTURED, recapture } from './recapture.ts'
import { surtOf, type WaczCapture, writeWacz } from './write-wacz.ts'

const at = '2024-11-27T12:00:00.000Z' as Instant
const source: Source = {
  id: 'river-herald',
  name: 'River Herald',
  kind: 'outlet',
  camp: 'third-party',
  country: null,
  stance: 'unknown',
  reliability: 'F',
  family: null,
  url: 'https://herald.example/',
}
const HTML = `<html><head><title>Bridge hit</title><meta property="article:published_time" content="2024-11-27T08:00:00Z"></head><body><article><h1>Bridge hit</h1><p>${'The bridge was hit in the night, the mayor said. '.repeat(9)}</p></article></body></html>`

function rawOf(body: Uint8Array, given: Partial<RawItem> = {}): RawItem {
  const url = given.url === undefined ? 'https://www.herald.example/News/bridge?b=2&a=1' : given.url
  return {
    id: makeId('raw', { url, sha256: sha256(body) }),
    source: source.id,
    url,
    fetchedAt: at,
    status: 200,
    etag: null,
    lastModified: null,
    contentType: 'text/html; charset=utf-8',
    bytes: body.length,
    sha256: sha256(body),
    headers: [
      ['content-type', 'text/html; charset=utf-8'],
      ['content-encoding', 'gzip'],
      ['x-evil', 'a\r\nset-cookie: b'],
    ],
    ...given,
  }
}
const bytes = new TextEncoder().encode(HTML)
const capture: WaczCapture = { raw: rawOf(bytes), body: bytes, pages: [{ id: 'a_1', url: null, title: 'Bridge hit' }] }

async function packed(captures: readonly WaczCapture[]): Promise<Buffer> {
  const out = new PassThrough()
  const parts: Buffer[] = []
  out.on('data', (part: Buffer) => parts.push(part))
  await writeWacz(captures, out, { title: 'Bridge hit', created: at })
  return Buffer.concat(parts)
}

/** The parts of a zip, by the library that other programs read it with. */
const partsOf = (zip: Buffer): Promise<Map<string, Buffer>> =>
  new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error)
      const parts = new Map<string, Buffer>()
      file.on('entry', entry => {
        expect(entry.compressionMethod).toBe(0)
        file.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks))
            file.readEntry()
          })
        })
      })
      file.on('end', () => resolve(parts))
      file.readEntry()
    })
  })

describe('a story handed on as a web archive', () => {
  it('names every part with its true hash', async () => {
    const parts = await partsOf(await packed([capture]))
    const { resources, wacz_version } = JSON.parse(String(parts.get('datapackage.json')))
    expect(wacz_version).toBe('1.1.1')
    expect(resources.map(({ path }: { path: string }) => path)).toEqual([
      'archive/data.warc.gz',
      'indexes/index.cdx.gz',
      'indexes/index.idx',
      'pages/pages.jsonl',
    ])
    for (const { path, hash, bytes } of resources) {
      expect(hash).toBe(`sha256:${sha256(parts.get(path) ?? '')}`)
      expect(bytes).toBe(parts.get(path)?.length)
    }
    const digest = JSON.parse(String(parts.get('datapackage-digest.json')))
    expect(digest.hash).toBe(`sha256:${sha256(parts.get('datapackage.json') ?? '')}`)
  })
  it('leads from its index to the very bytes that were fetched', async () => {
    const other = { ...capture, body: Buffer.from('a text file'), pages: [] }
    const file = {
      ...other,
      raw: rawOf(other.body, { url: null, status: null, contentType: 'text/plain', headers: undefined }),
    }
    const parts = await partsOf(await packed([capture, file]))
    const index = String(gunzipSync(parts.get('indexes/index.cdx.gz') ?? ''))
      .trim()
      .split('\n')
    expect(index.map(line => line.split(' ')[0])).toEqual([
      'example,herald)/news/bridge?a=1&b=2',
      `urn:sha256:${sha256(other.body)}`,
    ])
    for (const line of index) {
      const { offset, length, digest } = JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>
      const warc = parts.get('archive/data.warc.gz') ?? Buffer.alloc(0)
      const record = gunzipSync(warc.subarray(Number(offset), Number(offset) + Number(length)))
      const block = record.subarray(record.indexOf('\r\n\r\n') + 4, -4)
      const isHttp = String(record).includes('application/http')
      const body = isHttp ? block.subarray(block.indexOf('\r\n\r\n') + 4) : block
      expect(`sha256:${sha256(body)}`).toBe(digest)
      expect(Number(/Content-Length: (\d+)/.exec(String(record))?.[1])).toBe(block.length)
    }
  })
  it('keeps headers as they came, but none that would lie about the body or smuggle in another', async () => {
    const parts = await partsOf(await packed([capture]))
    const warc = String(gunzipSync(parts.get('archive/data.warc.gz') ?? ''))
    expect(warc).toContain('x-archive-orig-content-encoding: gzip')
    expect(warc).toContain('x-evil: a set-cookie: b')
    expect(warc).not.toMatch(/^content-encoding/m)
  })
  it('is the same for the same captures, and holds a shared one once', async () => {
    const feed = { ...capture, pages: [...capture.pages, { id: 'a_2', url: null, title: null }] }
    const zip = await packed([feed])
    expect(sha256(zip)).toBe(sha256(await packed([feed])))
    const parts = await partsOf(await packed([feed, feed]))
    expect(String(gunzipSync(parts.get('archive/data.warc.gz') ?? '')).match(/WARC-Type: response/g)).toHaveLength(1)
    expect(String(parts.get('pages/pages.jsonl')).split('\n')[0]).toContain('json-pages-1.0')
  })
  it.each([
    ['https://www.example.org:8080/A/b?z=1&a=2', 'org,example:8080)/a/b?a=2&z=1'],
    ['http://127.0.0.1/x', '127.0.0.1)/x'],
    ['urn:sha256:00', 'urn:sha256:00'],
  ])('%s is sorted as %s', (uri, surt) => expect(surtOf(uri)).toBe(surt))
})

function first<Item>([item]: readonly Item[]): Item {
  if (item === undefined) throw new Error('expected one at least')
  return item
}

describe('captures read again by a later extractor', () => {
  const article = makeArticle(first(pageDrafts(HTML, capture.raw.url)), capture.raw, source, 'River Herald', at)
  const reread = (articles: readonly Article[]) => recapture({ raw: capture.raw, body: bytes, articles, source })
  it('change nothing where the words come out as before', async () => {
    expect(await reread([article])).toEqual({ changed: [], same: 1, notFound: [] })
  })
  it('give a revision by Fogline where they do not, and say that the outlet changed nothing', async () => {
    const worse: Article = { ...article, id: makeId('article', 'worse'), text: 'Menu\nBridge hit', title: 'Bridge hit' }
    const { changed } = await reread([worse])
    expect(changed).toHaveLength(1)
    expect(changed[0]).toMatchObject({
      text: article.text,
      revisionOf: worse.id,
      publishedAt: article.publishedAt,
      outlet: 'River Herald',
    })
    expect(changed[0]?.notes.find(({ rule }) => rule === RECAPTURED)?.reason).toContain('not the outlet')
    expect((await reread(changed)).changed).toEqual([])
  })
})
