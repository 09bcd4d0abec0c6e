import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '#domain'
import { gather } from '../gather.ts'
import type { Gathered, GatherOptions } from '../gathered.ts'
import { readDrafts } from '../read-drafts.ts'
import { parseColumns } from './lists/csv-columns.ts'

const now = '2024-11-27T12:00:00.000Z' as Instant
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fogline-documents-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function put(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

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

describe('front matter', () => {
  it('may be any YAML: lists, long values, comments; dates stay as written', async () => {
    const matter =
      '---\n# filed late\ntitle: >-\n  Bridge hit\n  twice\nauthors: [A. Example, B. Example]\ntags:\n  - river\ndate: 2024-11-25\nlang: en\n---\n'
    const { reports } = await take(await put('note.md', `${matter}${bridge}\n`))
    expect(reports[0]?.article).toMatchObject({
      title: 'Bridge hit twice',
      byline: 'A. Example, B. Example',
      publishedAt: '2024-11-25T00:00:00.000Z',
      text: `Bridge hit twice\n\n${bridge}`,
    })
  })

  it('that says nothing of a report, or is no YAML, is text and kept', async () => {
    for (const text of [
      '---\nnote: [\n---\nWords.',
      '---\nweather: fair\n---\nWords.',
      '---\nWe said: no.\nTwo: yes\n---\nWords.',
    ])
      expect((await take(await put('rule.md', text))).reports[0]?.article.text).toBe(text)
  })
})

describe('a letter', () => {
  const letter = (head: readonly string[], body: string): string =>
    [...head, 'MIME-Version: 1.0', '', body].join('\r\n')
  const multipart = [
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'The bridge over the river was hit twice =E2=80=94 the mayor said.',
    '--b',
    'Content-Type: application/pdf; name="map.pdf"',
    'Content-Disposition: attachment; filename="map.pdf"',
    '',
    'x',
    '--b--',
    '',
  ].join('\r\n')

  it('of a list has the sender for its outlet and the day it was sent for its date', async () => {
    const head = [
      'From: River Herald Morning <news@herald.example>',
      'Subject: =?utf-8?B?QnJpZGdlIGhpdA==?=',
      'Date: Mon, 25 Nov 2024 10:00:00 +0200',
      'List-Id: <morning.herald.example>',
      'Content-Type: multipart/mixed; boundary=b',
    ]
    const { reports } = await take(await put('morning.eml', letter(head, multipart)))
    expect(reports[0]?.article).toMatchObject({
      title: 'Bridge hit',
      outlet: 'River Herald Morning',
      byline: null,
      publishedAt: '2024-11-25T08:00:00.000Z',
      text: 'Bridge hit\n\nThe bridge over the river was hit twice — the mayor said.',
    })
    expect(reports[0]?.article.notes).toEqual([
      expect.objectContaining({ rule: 'attachment-not-read', reason: expect.stringContaining('map.pdf') }),
    ])
    expect(reports[0]?.raw.contentType).toBe('message/rfc822')
  })

  it('of a person has the person for its byline, and may be HTML', async () => {
    const head = [
      'From: "A. Example" <a@herald.example>',
      'Subject: Bridge',
      'Date: Mon, 25 Nov 2024 10:00:00 +0000',
      'Content-Type: text/html; charset=utf-8',
    ]
    const { reports } = await take(await put('one.eml', letter(head, `<p>${bridge}</p><script>x()</script>`)))
    expect(reports[0]?.article).toMatchObject({
      outlet: 'herald.example',
      byline: 'A. Example',
      text: `Bridge\n\n${bridge}`,
    })
  })

  it('that is none, or nests without end, is refused', async () => {
    await expect(take(await put('none.eml', 'no headers here'))).rejects.toThrow(/none\.eml is no letter/)
    let nested = bridge
    for (let at = 0; at < 200; at += 1)
      nested = `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n${nested}\r\n--b${at}--`
    await expect(take(await put('deep.eml', `From: a@b.example\r\n${nested}`))).rejects.toThrow(
      /deep\.eml cannot be read as a letter/,
    )
  })
})

/** A PDF of some pages of lines, made by hand. */
function makePdf(pages: readonly (readonly string[])[], info = ''): Buffer {
  const streams = pages.map(
    lines =>
      `BT /F1 11 Tf 72 750 Td 14 TL ${lines.map(line => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`,
  )
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< ${info} >>`,
    ...streams.flatMap((stream, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * at} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${body.length}\n%%EOF`,
  )
}

describe('a PDF', () => {
  it('gives its words in paragraphs, without running heads and page numbers; the day it was made is no publication date', async () => {
    const page = (number: number, lines: readonly string[]) => [
      'River Commission Weekly Bulletin',
      ...lines,
      `Page ${number} of 3`,
    ]
    const pdf = makePdf(
      [
        page(1, [
          'The bridge over the river was hit twice in the night, and the fer-',
          'ry was stopped, the mayor said on Monday.',
          'Nobody was hurt.',
        ]),
        page(2, ['Trains to the north were held at the junction for most of the day', 'while crews waited.']),
        page(3, ['The commission meets again on Friday.']),
      ],
      '/Title (Weekly bulletin of the River Commission) /CreationDate (D:20241120100000Z)',
    )
    const { reports } = await take(await put('bulletin.pdf', pdf))
    expect(reports[0]?.article.text.split('\n')).toEqual([
      'Weekly bulletin of the River Commission',
      '',
      'The bridge over the river was hit twice in the night, and the ferry was stopped, the mayor said on Monday.',
      'Nobody was hurt.',
      'Trains to the north were held at the junction for most of the day while crews waited.',
      'The commission meets again on Friday.',
    ])
    expect(reports[0]?.article.publishedAt).toBe(now)
    expect(reports[0]?.article.notes.map(({ rule }) => rule)).toContain('no-publication-date')
    expect(reports[0]?.raw.bytes).toBe(pdf.length)
    expect(Buffer.from(reports[0]?.body ?? [])).toEqual(pdf)
  })

  it('without words, cut short or none at all is refused', async () => {
    await expect(take(await put('scan.pdf', makePdf([[]])))).rejects.toThrow(/scan\.pdf holds no words, only pictures/)
    await expect(take(await put('none.pdf', '%PDF-1.4 nothing'))).rejects.toThrow(/none\.pdf is no whole PDF/)
  })
})

describe('a table', () => {
  const rows =
    'headline,body,paper,when,uploaded\n"Bridge, hit","The bridge was hit\ntwice.",River Herald,2024-11-25,2024-11-27\n,,,,\nFerry stopped,Mines were seen.,Example Daily,,2024-11-27\n'

  it('names its columns itself, in any order and between any marks', async () => {
    const { reports } = await take(
      await put(
        'wire.csv',
        'URL;Author;Published;Source;Text;Title\nhttps://herald.example/news/1;A. Example;2024-11-25;River Herald;The bridge was hit.;Bridge hit\n',
      ),
    )
    expect(reports[0]?.article).toMatchObject({
      title: 'Bridge hit',
      outlet: 'River Herald',
      url: 'https://herald.example/news/1',
      byline: 'A. Example',
      publishedAt: '2024-11-25T00:00:00.000Z',
    })
    expect((await take(await put('wire.tsv', 'title\ttext\nBridge\tThe bridge was hit.\n'))).reports).toHaveLength(1)
  })

  it('may be given a map of its columns; a column of uploads is no date; an empty row is said', async () => {
    const columns = parseColumns('title=headline,text=body,outlet=paper,publishedAt=when')
    const { reports, said } = await take(await put('wire.csv', rows), { columns })
    expect(reports.map(({ article }) => [article.title, article.text, article.outlet, article.publishedAt])).toEqual([
      ['Bridge, hit', 'Bridge, hit\n\nThe bridge was hit\ntwice.', 'River Herald', '2024-11-25T00:00:00.000Z'],
      ['Ferry stopped', 'Ferry stopped\n\nMines were seen.', 'Example Daily', now],
    ])
    expect(said).toEqual([expect.stringMatching(/wire\.csv: row ending on line 4: .*neither text nor title/)])
    await put('wire.columns.json', JSON.stringify({ title: 'headline', text: 'body', outlet: 'paper' }))
    expect((await take(folder)).reports[0]?.article.publishedAt).toBe(now)
    const [first] = reports
    const drafts = await readDrafts('csv', first?.body ?? new Uint8Array(), {
      name: 'capture',
      url: null,
      charset: null,
      columns,
      onProblem: () => undefined,
    })
    expect(drafts.map(({ title }) => title)).toEqual(['Bridge, hit', 'Ferry stopped'])
  })

  it('whose columns nobody names is refused with their names', async () => {
    await expect(take(await put('odd.csv', 'a,b\n1,2\n'))).rejects.toThrow(
      /odd\.csv: expected a column of titles or texts, found a, b; name them with --columns/,
    )
    await expect(take(await put('odd2.csv', 'a,b\n1,2\n'), { columns: { text: 'c' } })).rejects.toThrow(
      /expected a column "c" for text/,
    )
    expect(() => parseColumns('head=a')).toThrow(/columns: expected names of columns for title, text/)
  })

  it('in another encoding is read', async () => {
    const text = 'title,text\nМіст,Міст через річку пошкоджено двічі вночі.\n'
    const { reports } = await take(
      await put('utf16.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])),
    )
    expect(reports[0]?.article.title).toBe('Міст')
  })
})

describe('a large list', () => {
  const report = (at: number) => ({
    title: `Report ${at}`,
    text: `${bridge} ${'Words upon words stand here. '.repeat(40)}`,
    outlet: 'River Herald',
    publishedAt: '2024-11-25',
  })

  it('of JSON lines comes block by block, numbered through, each block one capture that can be read again', async () => {
    const lines = Array.from({ length: 2500 }, (_, at) =>
      at === 1700 ? '{ broken' : JSON.stringify(report(at + 1)),
    ).join('\n')
    const { reports, said } = await take(await put('wire.jsonl', lines))
    expect(reports).toHaveLength(2499)
    expect(reports.map(({ name }) => name).slice(1699, 1701)).toEqual(['wire-1700', 'wire-1701'])
    expect(said).toEqual([expect.stringMatching(/wire\.jsonl: line 1701: no JSON/)])
    const captures = [...new Map(reports.map(({ raw, body }) => [raw.id, body])).values()]
    expect(captures.length).toBeGreaterThan(2)
    expect(Buffer.concat(captures).toString()).toBe(lines)
  })

  it('of JSON comes block by block too, and a cut is said after what stands before it', async () => {
    const json = JSON.stringify(Array.from({ length: 4000 }, (_, at) => report(at + 1)))
    const { reports, said } = await take(await put('wire.json', json.slice(0, -2000)))
    expect(reports.length).toBeGreaterThan(3000)
    expect(reports.at(-1)?.article.title).toBe(`Report ${reports.length}`)
    expect(said).toEqual([expect.stringMatching(/wire\.json is cut off: expected whole JSON/)])
  })

  it('with a line longer than any report may be leaves that line out and says so', async () => {
    const lines = [
      JSON.stringify(report(1)),
      JSON.stringify({ title: 'x', text: 'x'.repeat(30_000) }),
      JSON.stringify(report(3)),
    ].join('\n')
    const { reports, said } = await take(await put('wire.jsonl', lines), { maxBytes: 10_000 })
    expect(reports.map(({ article }) => article.title)).toEqual(['Report 1', 'Report 3'])
    expect(said).toEqual([expect.stringMatching(/wire\.jsonl: line 2: longer than 10000 bytes; left out/)])
  })
})

describe('a Telegram export', () => {
  const message = (id: number, text: unknown, more: object = {}) => ({
    id,
    type: 'message',
    date: '2024-11-25T10:00:00',
    date_unixtime: '1732521600',
    from: 'Front Notes',
    text,
    ...more,
  })
  const channel = {
    name: 'Front Notes',
    type: 'public_channel',
    id: 1234567890,
    messages: [
      { id: 1, type: 'service', action: 'create_channel', text: '' },
      message(2, ['The bridge was ', { type: 'bold', text: 'hit twice' }, '.'], {
        edited: '2024-11-25T11:00:00',
        edited_unixtime: '1732525200',
      }),
      message(3, 'Ferry stopped.', { forwarded_from: 'River Watch', date_unixtime: undefined }),
      message(4, ''),
    ],
  }

  it('gives the messages with words, each under its own address and times', async () => {
    const { reports } = await take(await put('result.json', JSON.stringify(channel)))
    expect(reports.map(({ article }) => article)).toMatchObject([
      {
        text: 'The bridge was hit twice.',
        outlet: 'Front Notes',
        url: 'https://t.me/c/1234567890/2',
        publishedAt: '2024-11-25T08:00:00.000Z',
        editedAt: '2024-11-25T09:00:00.000Z',
        notes: [],
      },
      {
        text: 'Ferry stopped.',
        publishedAt: '2024-11-25T10:00:00.000Z',
        notes: [{ rule: 'forwarded' }, { rule: 'date-without-zone' }],
      },
    ])
    expect(reports[0]?.source).toMatchObject({ id: 'front-notes', url: 'https://t.me/c/1234567890' })
  })

  it('of all chats leaves talk between persons out; a large one is streamed to the same reports', async () => {
    const talk = { name: 'A friend', type: 'personal_chat', id: 5, messages: [message(9, 'How are you?')] }
    const whole = {
      about: 'export',
      chats: { about: 'x', list: [talk, channel, { ...channel, name: 'Other Notes', id: 77 }] },
    }
    const small = await take(await put('small.json', JSON.stringify(whole)))
    const padding = Array.from({ length: 4000 }, (_, at) => ({
      id: 100 + at,
      type: 'service',
      text: '',
      note: 'x'.repeat(1100),
    }))
    const large = await take(
      await put(
        'large.json',
        JSON.stringify({
          ...whole,
          chats: { list: [{ ...talk, messages: [...padding, ...talk.messages] }, ...whole.chats.list.slice(1)] },
        }),
      ),
    )
    expect(small.reports.map(({ article }) => article.outlet)).toEqual([
      'Front Notes',
      'Front Notes',
      'Other Notes',
      'Other Notes',
    ])
    expect(large.reports.map(({ article }) => article.id)).toEqual(small.reports.map(({ article }) => article.id))
    expect(large.said).toEqual([expect.stringMatching(/"A friend" is talk between persons; left out/)])
  })
})
