import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputError, type Instant } from '#domain'
import { gather } from './gather.ts'
import type { Gathered, GatherOptions } from './gathered.ts'

const now = '2024-11-27T12:00:00.000Z' as Instant
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fogline-gather-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

async function all(paths: string[], options: Partial<GatherOptions> = {}): Promise<Gathered[]> {
  const gathered: Gathered[] = []
  for await (const one of gather(paths, { now, sources: [], ...options })) gathered.push(one)
  return gathered
}

const meta = { title: null, outlet: 'Example Daily', publishedAt: '2024-11-26', url: null }

describe('a text file', () => {
  it('is kept to the letter and dated by the file beside it', async () => {
    const text = '\n  Two people were killed in Sumy.\r\n\r\nThe governor said so.\t\n'
    const path = await put('sumy.txt', text)
    await put('sumy.meta.json', JSON.stringify(meta))
    const [report] = await all([path])
    expect(report?.article).toMatchObject({
      text,
      outlet: 'Example Daily',
      source: 'example-daily',
      publishedAt: '2024-11-26T00:00:00.000Z',
      language: 'en',
      title: null,
      notes: [],
    })
    expect(report?.article.paragraphs.map(([start, end]) => text.slice(start, end))).toEqual([
      'Two people were killed in Sumy.',
      'The governor said so.',
    ])
    expect(report?.name).toBe('sumy')
    expect(report?.raw).toMatchObject({ source: 'example-daily', status: null, fetchedAt: now })
  })

  it('without a date gets the time of gathering and a note, and the same id when it is gathered again', async () => {
    const path = await put('undated.txt', 'The bridge was hit.')
    const [first] = await all([path])
    const [again] = await all([path], { now: '2024-11-28T12:00:00.000Z' as Instant })
    expect(first?.article.publishedAt).toBe(now)
    expect(first?.article.notes.map(note => note.rule)).toEqual(['no-publication-date'])
    expect(first?.article.outlet).toBeNull()
    expect(first?.source.id).toBe('unknown-outlet')
    expect(again?.article.id).toBe(first?.article.id)
  })

  it('may carry front matter, which is not part of its text', async () => {
    const path = await put(
      'note.md',
      '---\ntitle: "Bridge hit"\noutlet: River Herald\ndate: 2024-11-25\n---\nThe bridge was hit twice.\n',
    )
    const [report] = await all([path])
    expect(report?.article).toMatchObject({
      title: 'Bridge hit',
      outlet: 'River Herald',
      text: 'Bridge hit\n\nThe bridge was hit twice.',
    })
  })

  it('that opens with a rule of dashes keeps it', async () => {
    const text = '---\nA line.\n---\n'
    const [report] = await all([await put('rule.txt', text)])
    expect(report?.article.text).toBe(text)
  })

  it('dated next year is refused with one line; in a folder it is noted', async () => {
    const path = await put('late.txt', 'The bridge was hit.')
    await put('late.meta.json', JSON.stringify({ ...meta, publishedAt: '2025-11-26' }))
    await expect(all([path])).rejects.toThrow(/late\.txt: publishedAt 2025-11-26.*future.*correct the date/)
    const [report] = await all([folder])
    expect(report?.article.publishedAt).toBe(now)
    expect(report?.article.notes[0]?.rule).toBe('date-in-future')
  })

  it('dated with no date is refused with a line that names the file and the field', async () => {
    const path = await put('odd.txt', 'The bridge was hit.')
    await put('odd.meta.json', JSON.stringify({ ...meta, publishedAt: 'last week' }))
    await expect(all([path])).rejects.toThrow(/odd\.meta\.json.*publishedAt: "last week" is no date/)
  })

  it('that is empty, binary, too large or not there is refused', async () => {
    await expect(all([await put('empty.txt', '')])).rejects.toThrow(/empty\.txt is empty/)
    await expect(all([await put('blank.txt', ' \n')])).rejects.toThrow(/blank\.txt is empty/)
    await expect(all([await put('image.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))])).rejects.toThrow(
      /looks binary/,
    )
    await expect(all([await put('large.txt', 'x'.repeat(2000))], { maxBytes: 1000 })).rejects.toThrow(/too large/)
    await expect(all([join(folder, 'none.txt')])).rejects.toThrow(/no such file/)
    await expect(all([await put('film.mp4', 'x')])).rejects.toThrow(InputError)
  })
})

describe('a list of reports', () => {
  const lines = [
    JSON.stringify({
      title: 'Bridge hit',
      text: 'The bridge was hit twice.',
      outlet: 'River Herald',
      publishedAt: '2024-11-25',
    }),
    '{ broken',
    JSON.stringify({ title: 'Sumy', text: 'Sumy: two killed.', outlet: 'Example Daily', publishedAt: null }),
  ].join('\n')

  it('gives each report its own source and text; a bad line is told and the others go on', async () => {
    const problems: string[] = []
    const reports = await all([await put('wire.jsonl', lines)], { onProblem: line => problems.push(line) })
    expect(reports.map(report => report.name)).toEqual(['wire-1', 'wire-2'])
    expect(reports.map(report => report.source.id)).toEqual(['river-herald', 'example-daily'])
    expect(reports[0]?.article.text).toBe('Bridge hit\n\nThe bridge was hit twice.')
    expect(reports[1]?.article.text).toBe('Sumy: two killed.')
    expect(reports[0]?.raw).toBe(reports[1]?.raw)
    expect(problems).toEqual([expect.stringMatching(/wire\.jsonl: line 2: no JSON/)])
  })

  it('may be packed; what unpacks beyond the limit is refused', async () => {
    const path = await put('wire.jsonl.gz', gzipSync(lines))
    expect(await all([path], { onProblem: () => undefined })).toHaveLength(2)
    const bomb = await put('bomb.txt.gz', gzipSync('x'.repeat(500_000)))
    await expect(all([bomb], { maxBytes: 100_000 })).rejects.toThrow(/too large.*unpacked/)
  })

  it('without anybody to tell, ends with what could not be read', async () => {
    await expect(all([await put('wire.jsonl', lines)])).rejects.toThrow(/1 could not be read.*line 2/)
  })

  it('may be one JSON object, a list of them, or a JSON feed', async () => {
    const report = {
      title: 'Bridge hit',
      text: 'The bridge was hit.',
      outlet: 'River Herald',
      publishedAt: '2024-11-25',
      url: null,
    }
    expect(await all([await put('one.json', JSON.stringify(report))])).toMatchObject([{ name: 'one' }])
    expect(await all([await put('two.json', JSON.stringify([report, report]))])).toMatchObject([
      { name: 'two-1' },
      { name: 'two-2' },
    ])
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'River Herald',
      items: [{ id: '1', content_text: 'The bridge was hit.' }],
    }
    expect((await all([await put('feed.json', JSON.stringify(feed))]))[0]?.article.outlet).toBe('River Herald')
    await expect(all([await put('other.json', '{"a": 1}')])).rejects.toThrow(/expected a report/)
  })
})

describe('a page or feed in a file', () => {
  const body = 'The bridge was hit twice in the night, the mayor said, and the ferry stopped.'

  it('is dated and named by itself; the file beside it speaks first', async () => {
    const head =
      '<title>Bridge hit</title><meta property="og:site_name" content="River Herald"><meta name="date" content="2024-11-25">'
    const path = await put(
      'page.html',
      `<html><head>${head}</head><body><article><h1>Bridge hit</h1><p>${body}</p></article></body></html>`,
    )
    const [own] = await all([path])
    expect(own?.article).toMatchObject({
      title: 'Bridge hit',
      outlet: 'River Herald',
      publishedAt: '2024-11-25T00:00:00.000Z',
    })
    expect(own?.article.text).toBe(`Bridge hit\n\n${body}`)
    await put('page.meta.json', JSON.stringify(meta))
    expect((await all([path]))[0]?.article).toMatchObject({
      outlet: 'Example Daily',
      publishedAt: '2024-11-26T00:00:00.000Z',
    })
  })

  it('that is none is refused with the name of the file in front', async () => {
    await expect(all([await put('no-feed.xml', '<note>words</note>')])).rejects.toThrow(
      /no-feed\.xml: expected an RSS, Atom or JSON feed/,
    )
    await expect(all([await put('deep.html', '<div>'.repeat(100_000))])).rejects.toThrow(/deep\.html: the page nests/)
  })

  it('gives the entries of a feed, each dated, in the order of the feed', async () => {
    const items = `<item><title>Bridge hit</title><description>${body}</description><pubDate>Mon, 25 Nov 2024 08:00:00 GMT</pubDate></item><item><title>Ferry runs</title><pubDate>Wed, 27 Nov 2030 08:00:00 GMT</pubDate></item>`
    const path = await put(
      'herald.rss',
      `<rss version="2.0"><channel><title>River Herald</title>${items}</channel></rss>`,
    )
    const reports = await all([path])
    expect(reports.map(({ name, article }) => [name, article.publishedAt])).toEqual([
      ['herald-1', '2024-11-25T08:00:00.000Z'],
      ['herald-2', now],
    ])
    expect(reports[1]?.article).toMatchObject({
      text: 'Ferry runs',
      outlet: 'River Herald',
      notes: [{ rule: 'date-in-future' }],
    })
  })
})

describe('a folder', () => {
  it('is walked in order, without links, hidden files and files about reports', async () => {
    await put('b.txt', 'Second report.')
    await put('a/inner.txt', 'First report.')
    await put('b.meta.json', JSON.stringify(meta))
    await put('b.notes.json', '{"checked": true}')
    await put('.hidden.txt', 'Hidden.')
    await put('README.md', 'About this folder.')
    await put('picture.png', 'x')
    await symlink(folder, join(folder, 'loop'))
    expect((await all([folder])).map(report => report.name)).toEqual(['inner', 'b'])
  })

  it('goes on after a file that fails; fails when nothing in it can be read', async () => {
    await put('bad.txt', '')
    await put('good.txt', 'The bridge was hit.')
    const problems: string[] = []
    expect(await all([folder], { onProblem: line => problems.push(line) })).toHaveLength(1)
    expect(problems).toHaveLength(1)
    await put('good.txt', '')
    await expect(all([folder], { onProblem: () => undefined })).rejects.toThrow(InputError)
  })

  it('may list the sources of the reports below it', async () => {
    await put(
      'sources.json',
      JSON.stringify([{ id: 'herald', name: 'River Herald', camp: 'third-party', reliability: 'B' }]),
    )
    await put(
      'day1/x.json',
      JSON.stringify({
        title: null,
        text: 'The bridge was hit.',
        outlet: 'River Herald',
        publishedAt: null,
        url: null,
      }),
    )
    expect((await all([folder]))[0]?.source).toMatchObject({ id: 'herald', reliability: 'B', kind: 'outlet' })
    await put('sources.json', JSON.stringify([{ id: 'herald', name: 'River Herald', reliability: 'Z' }]))
    await expect(all([folder])).rejects.toThrow(/sources\.json.*reliability/)
  })

  it('gives two files of one name two names', async () => {
    await put('a/report.txt', 'First report.')
    await put('b/report.txt', 'Second report.')
    expect((await all([folder])).map(report => report.name)).toEqual(['report', 'report-2'])
  })

  it('tells how far it is', async () => {
    await put('a.txt', 'First report.')
    await put('b.txt', 'Second report.')
    const told: [number, number, string][] = []
    await all([folder], { onProgress: (...step) => told.push(step) })
    expect(told).toEqual([
      [0, 2, 'a.txt'],
      [1, 2, 'b.txt'],
      [2, 2, ''],
    ])
  })
})
