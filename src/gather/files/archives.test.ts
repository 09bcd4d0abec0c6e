import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputError, type Instant } from '#domain'
import { writeWacz } from '../captures/write-wacz.ts'
import { gather } from '../gather.ts'
import type { Gathered, GatherOptions } from '../gathered.ts'
import { makeAnswer, makePage, makeTar, makeWarcRecord, makeZip } from './made-up-archives.ts'

const now = '2024-11-27T12:00:00.000Z' as Instant
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fogline-archives-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

/** What was gathered, and the lines said about what was not. */
async function take(
  path: string,
  options: Partial<GatherOptions> = {},
): Promise<{ reports: Gathered[]; said: string[] }> {
  const reports: Gathered[] = []
  const said: string[] = []
  for await (const one of gather([path], { now, sources: [], onProblem: line => said.push(line), ...options }))
    reports.push(one)
  return { reports, said }
}

const bridge = 'The bridge over the river was hit twice in the night, the mayor of the town said on Monday.'
const ferry = 'The ferry was stopped after mines were seen in the river, the harbour master told our reporter.'
const meta = JSON.stringify({ outlet: 'River Herald', publishedAt: '2024-11-25' })
const zip = [
  { name: 'wire/bridge.txt', content: bridge },
  { name: 'wire/bridge.meta.json', content: meta },
  { name: 'wire/sources.json', content: JSON.stringify([{ id: 'herald', name: 'River Herald', reliability: 'B' }]) },
  { name: 'wire/picture.png', content: 'x' },
  { name: '__MACOSX/wire/._bridge.txt', content: 'x' },
  { name: 'ferry.html', content: makePage('Ferry stopped', ferry) },
]

describe('an archive of reports', () => {
  it('gives the reports in it with what lies beside them, and is not unpacked to the disk', async () => {
    const path = await put('week.zip', makeZip(zip))
    const { reports, said } = await take(path)
    expect(said).toEqual([])
    expect(reports.map(({ name, path: shown }) => [name, shown.slice(path.length)])).toEqual([
      ['bridge', '/wire/bridge.txt'],
      ['ferry', '/ferry.html'],
    ])
    expect(reports[0]?.article).toMatchObject({
      text: bridge,
      publishedAt: '2024-11-25T00:00:00.000Z',
      source: 'herald',
    })
    expect(reports[0]?.raw.contentType).toBe('text/plain')
    expect(reports[1]?.article.title).toBe('Ferry stopped')
  })

  it('may be a tar, packed or not, in a folder with others', async () => {
    const tar = await makeTar(zip.map(({ name, content }) => ({ name, content })))
    await put('all/week.tar', tar)
    await put('all/week.tar.gz', gzipSync(tar))
    await put('all/week.tgz', gzipSync(tar))
    const { reports, said } = await take(join(folder, 'all'))
    expect(said).toEqual([])
    expect(reports.map(({ name }) => name)).toEqual(['bridge', 'ferry', 'bridge-2', 'ferry-2', 'bridge-3', 'ferry-3'])
    expect(new Set(reports.map(({ article }) => article.id)).size).toBe(2)
    expect(reports[0]?.article.source).toBe('herald')
  })

  it('says nothing of when its reports were published by when they were stored', async () => {
    const tar = await makeTar([{ name: 'old.txt', content: bridge, mtime: new Date('2022-03-24T00:00:00Z') }])
    const path = await put('old.tar', tar)
    const text = await put('old.txt', bridge)
    await utimes(text, new Date('2022-03-24T00:00:00Z'), new Date('2022-03-24T00:00:00Z'))
    for (const { reports } of [await take(path), await take(text)]) {
      expect(reports[0]?.article.publishedAt).toBe(now)
      expect(reports[0]?.article.notes.map(({ rule }) => rule)).toEqual(['no-publication-date'])
    }
  })

  it('in an archive is read; what lies deeper than three is not, and said', async () => {
    let nested = makeZip([{ name: 'bridge.txt', content: bridge }])
    for (const depth of [2, 3])
      nested = makeZip([
        { name: `inner${depth}.zip`, content: nested },
        { name: `at${depth}.txt`, content: ferry },
      ])
    const { reports, said } = await take(await put('three.zip', nested))
    expect(reports.map(({ name }) => name)).toEqual(['bridge', 'at2', 'at3'])
    expect(said).toEqual([])
    const four = makeZip([
      { name: 'inner4.zip', content: nested },
      { name: 'at4.txt', content: ferry },
    ])
    const deeper = await take(await put('four.zip', four))
    expect(deeper.reports.map(({ name }) => name)).toEqual(['at2', 'at3', 'at4'])
    expect(deeper.said).toEqual([expect.stringMatching(/inner2\.zip: archives lie in archives more than 3 deep/)])
    const mixed = await makeTar([
      { name: 'inner.zip', content: makeZip([{ name: 'a.txt', content: bridge }]) },
      { name: 'b.txt', content: ferry },
    ])
    expect((await take(await put('mixed.tar', mixed))).reports).toHaveLength(2)
  })

  it.each(['../../etc/passwd.txt', '/etc/passwd.txt', 'C:\\boot.txt', 'a\\..\\..\\b.txt', 'a/.. /b.txt'])(
    'with an entry named %s leaves it out, says so, and reads the rest',
    async name => {
      const files = [
        { name, content: ferry },
        { name: 'bridge.txt', content: bridge },
      ]
      for (const path of [await put('climb.zip', makeZip(files)), await put('climb.tar', await makeTar(files))]) {
        const { reports, said } = await take(path)
        expect(reports.map(one => one.name)).toEqual(['bridge'])
        expect(said).toEqual([
          expect.stringMatching(/climb\.(zip|tar): an entry named .* leads out of the archive; left out\.$/),
        ])
      }
    },
  )

  it('is shown without marks that turn the order of letters', async () => {
    const { reports } = await take(
      await put('bidi.zip', makeZip([{ name: 'bri\u202Etxt.dge\u0007.txt', content: bridge }])),
    )
    expect(reports[0]?.name).toBe('britxt.dge')
  })

  it('with links or devices in it leaves them out, says so, and reads the rest', async () => {
    const { reports, said } = await take(
      await put(
        'links.zip',
        makeZip([
          { name: 'shadow.txt', content: '/etc/shadow', link: true },
          { name: 'bridge.txt', content: bridge },
        ]),
      ),
    )
    expect(reports).toHaveLength(1)
    expect(said).toEqual([expect.stringMatching(/links\.zip\/shadow\.txt is a link; left out\.$/)])
    const tar = await makeTar([
      { name: 'shadow.txt', type: 'symlink', linkname: '/etc/shadow' },
      { name: 'hard.txt', type: 'link', linkname: '/etc/shadow' },
      { name: 'tty.txt', type: 'character-device' },
      { name: 'bridge.txt', content: bridge },
    ])
    const tarred = await take(await put('links.tar', tar))
    expect(tarred.reports).toHaveLength(1)
    expect(tarred.said.map(line => /is a ([a-z-]+); left out/.exec(line)?.[1])).toEqual([
      'symlink',
      'link',
      'character-device',
    ])
  })

  it('with a locked entry leaves it out, says so, and reads the rest', async () => {
    const { reports, said } = await take(
      await put(
        'locked.zip',
        makeZip([
          { name: 'secret.txt', content: ferry, encrypted: true },
          { name: 'bridge.txt', content: bridge },
        ]),
      ),
    )
    expect(reports.map(({ name }) => name)).toEqual(['bridge'])
    expect(said).toEqual([expect.stringMatching(/locked\.zip\/secret\.txt is encrypted/)])
  })

  it('that is cut off gives what stands before the cut, and one line', async () => {
    const noise = Array.from({ length: 400 }, (_, at) => `${bridge} ${(at * 7919) % 997} ${at}`).join('\n')
    const tar = await makeTar([
      { name: 'bridge.txt', content: bridge },
      { name: 'noise.txt', content: noise },
      { name: 'ferry.txt', content: ferry },
    ])
    for (const [name, bytes] of [
      ['cut.tar', tar.subarray(0, 2500)],
      ['cut.tar.gz', gzipSync(tar).subarray(0, 1500)],
    ] as const) {
      const { reports, said } = await take(await put(name, bytes))
      expect(reports.map(one => one.name)).toEqual(['bridge'])
      expect(said).toEqual([expect.stringMatching(/cut\.tar.* is cut off/)])
    }
    const whole = makeZip([
      { name: 'bridge.txt', content: bridge },
      { name: 'noise.txt', content: noise },
    ])
    const cut = await put('cut.zip', whole.subarray(0, whole.length - 60))
    await expect(take(cut)).rejects.toThrow(/cut\.zip is no whole ZIP archive: the list of its files/)
    await put('good.txt', ferry)
    expect((await take(folder)).reports.map(({ name }) => name)).toContain('good')
  })

  it('that is damaged inside one entry gives the others', async () => {
    const bytes = makeZip([
      { name: 'bridge.txt', content: bridge.repeat(30) },
      { name: 'ferry.txt', content: ferry },
    ])
    bytes.fill(0xff, 45, 70)
    const { reports, said } = await take(await put('damaged.zip', bytes))
    expect(reports.map(({ name }) => name)).toEqual(['ferry'])
    expect(said).toEqual([expect.stringMatching(/damaged\.zip\/bridge\.txt cannot be (?:unpacked|read)/)])
  })

  it('that is none is refused with one line', async () => {
    for (const name of ['none.zip', 'none.tar', 'none.warc', 'none.wacz', 'none.tar.gz'])
      await expect(take(await put(name, `${'no archive '.repeat(100)}`))).rejects.toThrow(InputError)
  })
})

describe('a bomb', () => {
  const blank = Buffer.alloc(3_000_000, 0x20)

  it('in one entry is put out at the size of the largest report; the rest is read', async () => {
    const files = [
      { name: 'bomb.txt', content: blank },
      { name: 'bridge.txt', content: bridge },
    ]
    for (const path of [await put('bomb.zip', makeZip(files)), await put('bomb.tgz', gzipSync(await makeTar(files)))]) {
      const { reports, said } = await take(path, { maxBytes: 1_000_000 })
      expect(reports.map(({ name }) => name)).toEqual(['bridge'])
      expect(said).toEqual([expect.stringMatching(/bomb\.txt is too large: expected at most 1\.0 MB/)])
    }
  })

  it('of many entries is put out by what they unpack to together, after the reports before it', async () => {
    const many = Array.from({ length: 40 }, (_, at) => ({
      name: `blank${at}.png.txt`,
      content: blank.subarray(0, 900_000),
    }))
    const path = await put('many.zip', makeZip([{ name: 'bridge.txt', content: bridge }, ...many]))
    const { reports, said } = await take(path, { maxBytes: 1_000_000 })
    expect(reports.map(({ name }) => name)).toEqual(['bridge'])
    expect(said.at(-1)).toMatch(/many\.zip unpacks to more than \d+ MB, which no honest archive of its size does/)
  })

  it('of gzip in gzip-packed lines is put out', async () => {
    const line = JSON.stringify({ title: 'x', text: ' '.repeat(2_000_000) })
    const path = await put('bomb.jsonl.gz', gzipSync(`${line}\n`.repeat(30)))
    const { reports, said } = await take(path)
    expect(reports.length).toBeLessThan(6)
    expect(said).toEqual([expect.stringMatching(/bomb\.jsonl\.gz unpacks to more than 1\d MB/)])
  })

  it('by total is put out whatever the ratio', async () => {
    const path = await put('week.zip', makeZip(zip))
    await expect(take(path, { unpackLimits: { total: 100, ratio: 1000 } })).rejects.toThrow(InputError)
  })
})

describe('a capture of pages', () => {
  const record = (title: string, words: string, url: string, date = '2024-11-26T10:00:00Z') =>
    ({ url, date, body: makeAnswer(makePage(title, words)) }) as const
  const records = [
    { type: 'warcinfo', url: 'urn:info', contentType: 'application/warc-fields', body: 'software: test\r\n' },
    {
      type: 'request',
      url: 'https://herald.example/1',
      contentType: 'application/http; msgtype=request',
      body: 'GET / HTTP/1.1\r\n\r\n',
    },
    record('Bridge hit', bridge, 'https://herald.example/news/1'),
    { url: 'https://herald.example/robots.txt', body: makeAnswer('User-agent: *', ['Content-Type: text/plain']) },
    { url: 'https://herald.example/gone', body: makeAnswer(makePage('Not found', ferry), [], '404 Not Found') },
    {
      url: 'https://herald.example/a.css',
      body: Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\nbody{}'),
    },
    record('Ferry stopped', ferry, 'https://herald.example/news/2', '2024-11-27T11:00:00Z'),
  ]

  it.each([false, true])('gives its pages under their addresses, as captured then (packed: %s)', async packed => {
    const path = await put(
      packed ? 'crawl.warc.gz' : 'crawl.warc',
      Buffer.concat(records.map(one => makeWarcRecord(one, packed))),
    )
    const { reports, said } = await take(path)
    expect(said).toEqual([])
    expect(reports.map(({ name, article }) => [name, article.title, article.url])).toEqual([
      ['crawl-1', 'Bridge hit', 'https://herald.example/news/1'],
      ['crawl-2', 'Ferry stopped', 'https://herald.example/news/2'],
    ])
    expect(reports[0]?.raw).toMatchObject({
      url: 'https://herald.example/news/1',
      status: 200,
      fetchedAt: '2024-11-26T10:00:00.000Z',
    })
    expect(reports[0]?.raw.headers).toContainEqual(['content-type', 'text/html; charset=utf-8'])
    expect(new TextDecoder().decode(reports[0]?.body)).toBe(makePage('Bridge hit', bridge))
  })

  it('dates a page without a date by when it was captured, and notes it; a later date is in its future', async () => {
    const undated = makePage('Bridge hit', bridge).replace(/<meta name="date"[^>]*>/, '')
    const early = makePage('Ferry stopped', ferry, '2024-11-25')
    const path = await put(
      'old.warc',
      Buffer.concat([
        makeWarcRecord({ url: 'https://herald.example/a', date: '2022-03-24T10:00:00Z', body: makeAnswer(undated) }),
        makeWarcRecord({ url: 'https://herald.example/b', date: '2022-03-24T10:00:00Z', body: makeAnswer(early) }),
      ]),
    )
    const { reports } = await take(path)
    expect(reports.map(({ article }) => [article.publishedAt, article.notes[0]?.rule])).toEqual([
      ['2022-03-24T10:00:00.000Z', 'no-publication-date'],
      ['2022-03-24T10:00:00.000Z', 'date-in-future'],
    ])
  })

  it('undoes how a page was packed and cut for the way, and what only says so', async () => {
    const page = Buffer.from(makePage('Bridge hit', bridge))
    const chunked = (bytes: Buffer) =>
      Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n0\r\n\r\n')])
    const bodies = [
      makeAnswer(gzipSync(page), ['Content-Encoding: gzip']),
      makeAnswer(brotliCompressSync(page), ['Content-Encoding: br']),
      makeAnswer(chunked(gzipSync(page)), ['Content-Encoding: gzip', 'Transfer-Encoding: chunked']),
      makeAnswer(page, ['Content-Encoding: gzip', 'Transfer-Encoding: chunked']),
    ]
    const path = await put(
      'packed.warc',
      Buffer.concat(bodies.map((body, at) => makeWarcRecord({ url: `https://herald.example/${at}/x`, body }))),
    )
    const { reports, said } = await take(path)
    expect(said).toEqual([])
    expect(reports.map(({ article }) => article.text)).toEqual(bodies.map(() => `Bridge hit\n\n${bridge}`))
  })

  it('passes over a bomb and a page too large, says so, and goes on; a cut is said', async () => {
    const bomb = makeAnswer(gzipSync(Buffer.alloc(2_000_000, 0x20)), ['Content-Encoding: gzip'])
    const large = makeAnswer('x'.repeat(1_500_000))
    const all = [bomb, large].map((body, at) => makeWarcRecord({ url: `https://herald.example/${at}/x`, body }))
    const good = makeWarcRecord(record('Bridge hit', bridge, 'https://herald.example/news/1'))
    const path = await put('bombs.warc', Buffer.concat([...all, good, good.subarray(0, good.length - 50)]))
    const { reports, said } = await take(path, { maxBytes: 1_000_000 })
    expect(reports).toHaveLength(1)
    expect(said).toEqual([
      expect.stringMatching(/example\/0\/x unpacks to more than 1000000 bytes/),
      expect.stringMatching(/example\/1\/x is too large/),
      expect.stringMatching(/bombs\.warc is cut off or damaged after record 3/),
    ])
  })

  it('may be a WACZ: its captures are read, not its lists', async () => {
    const warc = Buffer.concat(records.map(one => makeWarcRecord(one, true)))
    const wacz = makeZip([
      { name: 'datapackage.json', content: '{"profile": "data-package"}' },
      {
        name: 'pages/pages.jsonl',
        content:
          '{"format": "json-pages-1.0"}\n{"url": "https://herald.example/news/1", "title": "Bridge hit", "text": "Other words."}',
      },
      { name: 'archive/data.warc.gz', content: warc },
    ])
    const { reports, said } = await take(await put('week.wacz', wacz))
    expect(said).toEqual([])
    expect(reports.map(({ article }) => article.title)).toEqual(['Bridge hit', 'Ferry stopped'])
  })

  it('is read back from what Fogline hands on: the same addresses, times and bytes', async () => {
    const { reports } = await take(await put('crawl.warc', Buffer.concat(records.map(one => makeWarcRecord(one)))))
    const captures = reports.map(({ raw, body, article }) => ({ raw, body, pages: [article] }))
    const path = join(folder, 'story.wacz')
    await writeWacz(captures, createWriteStream(path), { title: 'Bridge hit', created: now })
    const again = await take(path)
    expect(again.said).toEqual([])
    expect(again.reports.map(({ article }) => article.id)).toEqual(reports.map(({ article }) => article.id))
    expect(again.reports.map(({ raw }) => [raw.url, raw.fetchedAt, raw.status, raw.sha256])).toEqual(
      reports.map(({ raw }) => [raw.url, raw.fetchedAt, raw.status, raw.sha256]),
    )
  })
})
