import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { Source } from '#domain'
import {
  addDays,
  dayOf,
  type Instant,
  parseDay,
  parseInstant,
  RELIABILITIES,
  SOURCE_KINDS,
  SOURCE_STANCES,
} from '#domain'
import { days, filesOf, read, type Sample, samples } from './sample-archive.ts'

const CAMPS = ['ukraine', 'russia', 'ukraine-ally', 'russia-ally', 'third-party']
const TRAPS = [
  'denial',
  'x-of-y',
  'correction',
  'copy',
  'chain',
  'edited',
  'changes-hands',
  'disputed',
  'forecast',
  'boilerplate',
  'off-topic',
  'hedge',
  'background',
  'retraction',
  'headline-overstates',
  'casualties-rise',
  'cumulative',
]

const sources = JSON.parse(read('sources.json')) as Source[]
const byName = new Map(sources.map(source => [source.name, source]))
const nameOf = (sample: Sample) => `${sample.day}/${sample.file} ${sample.publishedAt}`
const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)

describe('the sample archive is as large and as varied as it says', () => {
  it('holds at least 110 reports of 18 outlets on 24 days', () => {
    expect(samples.length).toBeGreaterThanOrEqual(110)
    expect(new Set(samples.map(sample => sample.outlet)).size).toBeGreaterThanOrEqual(18)
    expect(new Set(samples.map(sample => sample.day)).size).toBeGreaterThanOrEqual(24)
  })

  it('no file in a day folder is left unread', () => {
    const unread = days.flatMap(day =>
      filesOf(day).filter(file => !file.endsWith('.meta.json') && !/\.(txt|html|xml|jsonl)$/.test(file)),
    )
    expect(unread).toEqual([])
  })

  it('every camp speaks, on the whole and on the last day', () => {
    const campsOn = (some: readonly Sample[]) => new Set(some.map(sample => byName.get(sample.outlet ?? '')?.camp))
    expect([...campsOn(samples)].sort()).toEqual([...CAMPS].sort())
    expect([...campsOn(samples.filter(sample => sample.day === '2024-11-26'))].sort()).toEqual([...CAMPS].sort())
  })

  it('the last two days are dense', () => {
    expect(samples.filter(sample => sample.day === '2024-11-26').length).toBeGreaterThanOrEqual(20)
    expect(samples.filter(sample => sample.day === '2024-11-25').length).toBeGreaterThanOrEqual(12)
  })

  it('texts, pages, feeds of three formats and channel posts are all there', () => {
    const pages = samples.filter(sample => sample.form === 'html')
    expect(pages.length).toBeGreaterThanOrEqual(15)
    expect(pages.filter(page => read(page.day, page.file).includes('</th>')).length).toBeGreaterThanOrEqual(2)
    const feeds = new Map(
      samples.filter(sample => sample.form === 'xml').map(({ day, file }) => [`${day}/${file}`, read(day, file)]),
    )
    expect(feeds.size).toBeGreaterThanOrEqual(3)
    const bodies = [...feeds.values()]
    expect(bodies.some(body => body.includes('<content:encoded>'))).toBe(true)
    expect(bodies.some(body => body.includes('http://www.w3.org/2005/Atom'))).toBe(true)
    expect(bodies.some(body => body.includes('<rss version="2.0">'))).toBe(true)
    const posts = samples.filter(sample => sample.form === 'jsonl')
    for (const file of new Set(posts.map(post => post.file)))
      expect(posts.filter(post => post.file === file).length, file).toBeGreaterThanOrEqual(6)
    expect(new Set(posts.map(post => post.file)).size).toBeGreaterThanOrEqual(2)
  })

  it('every kind of trap is tagged and no tag is unknown', () => {
    expect([...new Set(samples.flatMap(sample => sample.traps))].sort()).toEqual([...TRAPS].sort())
  })
})

describe('every report of the sample archive can be read', () => {
  it('says what it is there to show', () => {
    expect(samples.filter(({ shows }) => typeof shows !== 'string' || wordsOf(shows).length < 3).map(nameOf)).toEqual(
      [],
    )
  })

  it('has a title or says that it has none', () => {
    expect(samples.filter(({ title }) => title === undefined || title === '').map(nameOf)).toEqual([])
    expect(samples.filter(({ title }) => title === null).length).toBeGreaterThan(0)
  })

  it('is dated on the day of its folder, and edited later the same day', () => {
    for (const sample of samples) {
      const said = parseInstant(sample.publishedAt ?? '')
      expect(parseDay(sample.day), nameOf(sample)).not.toBeNull()
      expect(said && dayOf(said), nameOf(sample)).toBe(sample.day)
      if (sample.editedAt === undefined) continue
      const edited = parseInstant(sample.editedAt) as Instant
      expect(edited > (said ?? ''), nameOf(sample)).toBe(true)
      expect(dayOf(edited), nameOf(sample)).toBe(sample.day)
    }
  })

  it('is short: texts of a few words up to 230, most of them over 60', () => {
    const lengths = samples.filter(({ form }) => form === 'txt').map(({ text }) => wordsOf(text).length)
    expect(Math.min(...lengths)).toBeGreaterThan(10)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(230)
    expect(lengths.filter(length => length >= 60).length / lengths.length).toBeGreaterThan(0.85)
  })

  it('holds no two reports at one address but the editions that say so', () => {
    const first = new Map<string, Sample>()
    for (const sample of samples.filter(({ editedAt }) => editedAt === undefined)) {
      expect(first.has(sample.url ?? ''), sample.url).toBe(false)
      first.set(sample.url ?? '', sample)
    }
    const editions = samples.filter(({ editedAt }) => editedAt !== undefined)
    expect(editions.length).toBeGreaterThanOrEqual(2)
    for (const edition of editions) {
      const earlier = first.get(edition.url ?? '')
      expect(earlier?.outlet, nameOf(edition)).toBe(edition.outlet)
      expect(earlier?.text, nameOf(edition)).not.toBe(edition.text)
      expect(edition.traps, nameOf(edition)).toContain('edited')
    }
  })
})

describe('nothing in the sample archive points at a real publisher', () => {
  it('every outlet is one of the sources, and every source publishes', () => {
    expect([...new Set(samples.map(sample => sample.outlet))].sort()).toEqual([...byName.keys()].sort())
  })

  it('the sources are well formed and two of them share an owner', () => {
    for (const source of sources) {
      expect(source.id, source.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(SOURCE_KINDS, source.name).toContain(source.kind)
      expect(CAMPS, source.name).toContain(source.camp)
      expect(SOURCE_STANCES, source.name).toContain(source.stance)
      expect(RELIABILITIES, source.name).toContain(source.reliability)
      expect(source.country, source.name).toMatch(/^[A-Z]{2}$/)
      expect(source.url).toBe(`https://${source.id}.example`)
    }
    const families = sources.flatMap(({ family }) => (family === null ? [] : [family]))
    expect(families.length).toBeGreaterThan(new Set(families).size)
  })

  it('a report lives on the host of its outlet', () => {
    for (const sample of samples)
      expect(sample.url?.startsWith(`${byName.get(sample.outlet ?? '')?.url}/`), nameOf(sample)).toBe(true)
  })

  it('the only other addresses are names of vocabularies', () => {
    const vocabularies = /^https?:\/\/(schema\.org|ogp\.me|www\.w3\.org|purl\.org)(\/|$)/
    const addresses = days.flatMap(day =>
      filesOf(day).flatMap(file => read(day, file).match(/https?:\/\/[^\s"'<>#]+/g) ?? []),
    )
    expect(addresses.filter(url => !vocabularies.test(url) && !/^https:\/\/[a-z-]+\.example(\/|$)/.test(url))).toEqual(
      [],
    )
  })
})

describe('the stories the archive promises are in it', () => {
  /** The rows of one day's tally: total and change of the day, by what is counted. */
  const tallyOf = (day: string) =>
    new Map(
      [...read(day, 'staff-losses.txt').matchAll(/^(.+?) – (?:about )?([\d,]+) \(\+([\d,]+)\)/gm)].map(
        ([, what, total, change]) => [what ?? '', [total, change].map(n => Number(n?.replaceAll(',', '')))],
      ),
    )

  it('each loss total is the one of the day before plus the change, but for one slip that is put right', () => {
    const slips: string[] = []
    for (let day = parseDay('2024-11-20'); day && day <= '2024-11-26'; day = addDays(day, 1)) {
      const before = tallyOf(addDays(day, -1))
      const today = tallyOf(day)
      expect(today.size).toBe(14)
      for (const [what, [total, change]] of today)
        if (total !== (before.get(what)?.[0] ?? 0) + (change ?? 0)) slips.push(`${day} ${what} ${total}`)
    }
    expect(slips).toEqual(['2024-11-23 personnel 792290', '2024-11-24 personnel 730670'])
    const correction = read('2024-11-23', 'staff-losses-correction.txt')
    expect(correction).toContain('729,290 (+1,470), not 792,290')
    const [total = 0, change = 0] = tallyOf('2024-11-24').get('personnel') ?? []
    expect(total - change).toBe(729_290)
  })

  it('one wire story stands word for word in two more outlets and lightly edited in a third', () => {
    const wire = read('2024-11-26', 'northgate-drones.txt').trim()
    expect(read('2024-11-26', 'yamuna-drones.txt')).toContain(wire)
    const { document } = parseHTML(read('2024-11-26', 'pennine-drones.html'))
    for (const paragraph of wire.split('\n\n')) expect(document.body.textContent).toContain(paragraph)
    const shingles = (text: string) => new Set(wordsOf(text).map((_, i, all) => all.slice(i, i + 3).join(' ')))
    const edited = shingles(read('2024-11-26', 'bosphorus-drones.txt'))
    const shared = [...shingles(wire)].filter(shingle => edited.has(shingle)).length / edited.size
    expect(shared).toBeGreaterThan(0.7)
    expect(shared).toBeLessThan(1)
  })

  it('the two look-alike nights have numbers of their own', () => {
    expect(read('2024-11-25', 'courier-air-force.txt')).toMatch(/145 .*\n\n.*71 drones had been shot down/)
    expect(read('2024-11-26', 'northgate-drones.txt')).toContain('shot down 76 of the 188 drones')
  })

  it('the readme has a row for every report, with its outlet and what it shows', () => {
    const readme = read('README.md')
    for (const { day, file, outlet, shows } of samples) {
      const section = readme.slice(readme.indexOf(`### ${day}`)).split('\n### ')[0] ?? ''
      const row = section.split('\n').find(line => line.includes(`\`${file}\``) && line.includes(String(shows)))
      expect(row, `${day}/${file}: ${shows}`).toContain(` ${outlet} |`)
    }
  })
})
