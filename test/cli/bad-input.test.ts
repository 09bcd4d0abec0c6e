import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fogline, freshDir } from './fogline.ts'

/** Writes one file and says where. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(freshDir(), name)
  writeFileSync(path, content)
  return path
}

const withMeta = (text: string, meta: object): string => {
  const path = file('report.txt', text)
  writeFileSync(path.replace(/\.txt$/, '.meta.json'), JSON.stringify(meta))
  return path
}

const inTwoYears = `${new Date().getUTCFullYear() + 2}-01-15T00:00:00Z`

describe('bad input gets one clear line, exit code 1, and leaves nothing half-written', () => {
  it.each<[string, () => string, RegExp]>([
    ['an empty file', () => file('empty.txt', ''), /empty\.txt.*(empty|no text)/i],
    ['a file of blanks', () => file('blank.txt', ' \n\t\n '), /blank\.txt.*(empty|no text)/i],
    [
      'a binary',
      () =>
        file(
          'picture.txt',
          Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251),
        ),
      /picture\.txt.*binary/i,
    ],
    ['a text of 50 MB', () => file('huge.txt', 'Bakhmut holds. '.repeat(3_500_000)), /huge\.txt.*(MB|MiB|bytes)/i],
    [
      'a date of the year after next',
      () => withMeta('Two civilians were killed in Sumy.', { publishedAt: inTwoYears }),
      /report.*publi.*(future|later|20\d\d)/i,
    ],
    [
      'a date that is none',
      () => withMeta('Two civilians were killed in Sumy.', { publishedAt: 'last Tuesday' }),
      /publishedAt.*last Tuesday/i,
    ],
    ['a path that is not there', () => '/no/such/report.txt', /no\/such\/report\.txt/],
    [
      'particulars that are no JSON',
      () => {
        const path = file('report.txt', 'Two civilians were killed in Sumy.')
        writeFileSync(path.replace(/\.txt$/, '.meta.json'), '{ "outlet": ')
        return path
      },
      /report\.meta\.json/,
    ],
    ['an address of another scheme', () => 'ftp://feeds.example/rss', /ftp.*http/i],
    ['an address inside this network', () => 'http://127.0.0.1:9/feed', /127\.0\.0\.1/],
  ])('%s', (_, make, line) => {
    const [path, dataDir] = [make(), join(freshDir(), 'ledger')]
    const ran = fogline(['ingest', path], { FOGLINE_DATA: dataDir })
    expect(ran.err.trim().split('\n'), ran.err).toHaveLength(1)
    expect(ran.err).toMatch(line)
    expect(ran.code).toBe(1)
    expect(existsSync(dataDir), 'no ledger was begun').toBe(false)
  })

  it('an unknown theatre is named with those that are known', () => {
    const ran = fogline(['read', file('a.txt', 'Two civilians were killed.')], { FOGLINE_THEATRE: 'atlantis' })
    expect(ran.err).toMatch(/ukraine.*atlantis/s)
    expect(ran.err.trim().split('\n')).toHaveLength(1)
    expect(ran.code).toBe(1)
  })
  it('a folder that cannot be written', () => {
    const ran = fogline(['ingest', file('a.txt', 'Two civilians were killed in Sumy.')], {
      FOGLINE_DATA: '/proc/fogline/ledger',
    })
    expect(ran.err).toMatch(/\/proc\/fogline/)
    expect(ran.err.trim().split('\n'), ran.err).toHaveLength(1)
    expect(ran.code).toBe(1)
  })
  it('no ledger yet', () => {
    const ran = fogline(['brief'], { FOGLINE_DATA: join(freshDir(), 'nothing') })
    expect(ran.err).toMatch(/no ledger.*fogline ingest/)
    expect(ran.code).toBe(1)
  })
  it.each<[string, string[]]>([
    ['an unknown command', ['brieff']],
    ['an unknown option', ['brief', '--yesterday']],
    ['a format that is none', ['brief', '--format', 'pdf']],
    ['a missing argument', ['control']],
  ])('wrong usage, exit code 2: %s', (_, args) => {
    const ran = fogline(args)
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(/error:/)
    expect(ran.out).toBe('')
  })
})

describe('a report in another encoding is read, not refused', () => {
  it('Windows-1251', () => {
    const text = 'Минобороны заявило, что два человека погибли в Белгороде. '.repeat(3)
    const bytes = Uint8Array.from(
      [...text].map(letter => {
        const code = letter.codePointAt(0) ?? 0
        return code < 128 ? code : code === 0x451 ? 0xb8 : code - 0x410 + 0xc0
      }),
    )
    const ran = fogline(['read', file('cp1251.txt', bytes)])
    expect(ran.code, ran.err).toBe(0)
    expect((JSON.parse(ran.out) as { report: { text: string; language: string } }).report).toMatchObject({
      text,
      language: 'ru',
    })
  })
})

describe('writing to a folder', () => {
  it('gives one file per report, named after it', () => {
    const [dir, out] = [freshDir(), freshDir()]
    writeFileSync(join(dir, 'one.txt'), 'Two civilians were killed in Sumy on Tuesday.')
    writeFileSync(
      join(dir, 'two.jsonl'),
      '{"title":null,"text":"Russian forces shelled Nikopol.","outlet":"River Daily","publishedAt":"2023-05-01T00:00:00Z","url":null}\n',
    )
    const ran = fogline(['read', dir, '--out', out])
    expect(ran.code, ran.err).toBe(0)
    expect(readdirSync(out)).toHaveLength(2)
    expect(readdirSync(out)).toContain('one.json')
  })
})
