import { check } from '@placemarkio/check-geojson'
import { parse } from 'csv-parse/sync'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import type { Judgement } from '#domain'
import { holdings, theatre } from '../../../test/publish/made-up-day.ts'
import { at } from '../../../test/publish/makers.ts'
import { memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { EXPORTS, type ExportInput, type ExportName } from './index.ts'

const ledger = memoryLedger(holdings)
const input: ExportInput = {
  ledger,
  theatre,
  asOf: at('2024-11-27T00:00:00Z'),
  base: 'https://desk.example',
  filter: {},
}

async function bytesOf(name: ExportName, given: ExportInput = input): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const piece of EXPORTS[name].write(given)) parts.push(Buffer.from(piece as string))
  return Buffer.concat(parts)
}
const textOf = async (name: ExportName, given?: ExportInput) => (await bytesOf(name, given)).toString('utf8')
const linesOf = async (name: ExportName, given?: ExportInput) =>
  (await textOf(name, given))
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Record<string, never>)

const claims = holdings.claims
const articles = new Map(holdings.reports.map(({ article }) => [article.id, article]))

describe('every export', () => {
  it.each(Object.keys(EXPORTS) as ExportName[])('%s is the same bytes twice', async name => {
    expect((await bytesOf(name)).equals(await bytesOf(name))).toBe(true)
  })
  it('knows nothing that was learned after asOf', async () => {
    const early = { ...input, asOf: at('2024-11-26T09:45:00Z') }
    const late = claims.filter(({ learned }) => learned > early.asOf).map(({ text }) => text)
    expect(late.length).toBeGreaterThan(0)
    for (const name of ['jsonl', 'csv', 'geojson', 'ninjs', 'stix'] as const)
      for (const words of late.filter(
        words => !claims.some(({ text, learned }) => text === words && learned <= early.asOf),
      ))
        expect(await textOf(name, early), name).not.toContain(JSON.stringify(words))
  })
})

describe('claims as JSON Lines', () => {
  it('lead each to its words in its report', async () => {
    const lines = await linesOf('jsonl')
    expect(lines).toHaveLength(claims.length)
    for (const line of lines as unknown as {
      provenance: { article: string; span: [number, number]; words: string; url: string }
    }[]) {
      const article = articles.get(line.provenance.article)
      expect(article?.text.slice(...line.provenance.span)).toBe(line.provenance.words)
      expect(line.provenance.url).toBe(article?.url)
    }
  })
})

describe('events as CSV', () => {
  it('has ACLED columns, an HXL row of hashtags and a row an event', async () => {
    const [head = [], tags = [], ...rows] = parse(await textOf('csv'), { relax_column_count: false }) as string[][]
    expect(head.slice(0, 8)).toEqual([
      'event_id_cnty',
      'event_date',
      'year',
      'time_precision',
      'disorder_type',
      'event_type',
      'sub_event_type',
      'actor1',
    ])
    // The form of a hashtag by the HXL standard 1.1: a word, then attributes.
    for (const tag of tags) expect(tag).toMatch(/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/)
    expect(rows).toHaveLength(holdings.events?.length ?? 0)
    const cell = (row: string[], name: string) => row[head.indexOf(name)] ?? ''
    for (const row of rows) {
      expect(['1', '2', '3']).toContain(cell(row, 'time_precision'))
      expect(['', '1', '2', '3']).toContain(cell(row, 'geo_precision'))
      expect(cell(row, 'event_date')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })
  it('counts as dead the least that anybody asserts, and leaves the cell empty where nobody counts', async () => {
    const [head = [], , ...rows] = parse(await textOf('csv')) as string[][]
    for (const row of rows) {
      const event = holdings.events?.find(({ id }) => id === row[0])
      const counts = claims
        .filter(({ id, stance }) => event?.claims.includes(id) && stance === 'asserts')
        .flatMap(({ figures }) => figures.filter(({ measure }) => measure.endsWith('.killed')))
        .flatMap(({ value, low }) => value ?? low ?? [])
      expect(row[head.indexOf('fatalities')]).toBe(counts.length === 0 ? '' : String(Math.min(...counts)))
    }
  })
  it('gives a spreadsheet no formula to run', async () => {
    const spiked = {
      ...holdings,
      beliefs: holdings.beliefs?.map(belief => ({ ...belief, says: '=HYPERLINK("http://x","y")' })) ?? [],
    }
    const text = await textOf('csv', { ...input, ledger: memoryLedger(spiked) })
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
    expect(text).not.toMatch(/(^|,)"?=/m)
  })
})

describe('GeoJSON', () => {
  it.each(['geojson', 'control'] as const)('%s passes the check of RFC 7946', async name => {
    const found = check(await textOf(name)) as unknown as {
      type: string
      features: { properties: { claims: string[]; said?: boolean } }[]
    }
    expect(found.type).toBe('FeatureCollection')
    expect(found.features.length).toBeGreaterThan(0)
    for (const { properties } of found.features)
      expect(properties.claims.length > 0, 'claims, or the word that there are none').toBe(properties.said ?? true)
  })
  it('is refused by the same check when a coordinate is missing', async () => {
    expect(() => check('{"type":"Point","coordinates":[1]}')).toThrow()
  })
})

describe('feeds', () => {
  it('of editions and stories are Atom with an id, a title and a moment for every entry, and run nothing', async () => {
    for (const name of ['atom', 'stories-atom'] as const) {
      const feed = parseAtomFeed(await textOf(name))
      expect(feed.entries?.length, name).toBeGreaterThan(0)
      expect(new Set(feed.entries?.map(({ id }) => id)).size).toBe(feed.entries?.length)
      for (const entry of feed.entries ?? []) {
        expect(entry.id).toMatch(/^tag:fogline,2022:/)
        expect(Number.isNaN(Date.parse(String(entry.updated)))).toBe(false)
        expect(entry.content?.value).not.toMatch(/<script/i)
      }
    }
  })
  it('of editions and stories are JSON Feed 1.1', async () => {
    for (const name of ['jsonfeed', 'stories-jsonfeed'] as const) {
      const text = await textOf(name)
      expect(JSON.parse(text)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' })
      const feed = parseJsonFeed(JSON.parse(text))
      for (const item of feed.items ?? []) expect(item.content_html).not.toMatch(/<script/i)
      expect(feed.items?.length).toBeGreaterThan(0)
    }
  })
  it('write what XML cannot hold as the sign for "unreadable"', async () => {
    const stories = holdings.stories?.map(story => ({ ...story, headline: 'Bell \u0007 ]]> <b>' })) ?? []
    const text = await textOf('stories-atom', { ...input, ledger: memoryLedger({ ...holdings, stories }) })
    expect(text).not.toMatch(/\u0007/)
    expect(parseAtomFeed(text).entries?.[0]?.title?.value).toBe('Bell \uFFFD ]]> <b>')
  })
})

/** Names that ninjs 2.1 allows on a news object, from its published schema; `uri` is the one it requires. */
const NINJS =
  'uri type representationtype profile version firstcreated versioncreated contentcreated embargoed pubstatus urgency copyrightholder copyrightnotice usageterms ednote language descriptions bodies headlines people organisations places subjects events objects infosources title by slugline located renditions associations altids trustindicators standard genres expires rightsinfo'.split(
    ' ',
  )
const NINJS_ITEMS: Readonly<Record<string, readonly string[]>> = {
  headlines: ['role', 'contenttype', 'value'],
  bodies: ['role', 'contenttype', 'charcount', 'wordcount', 'value'],
  places: ['name', 'rel', 'uri', 'literal', 'contactinfo', 'geojson'],
  organisations: ['name', 'rel', 'uri', 'literal', 'symbols', 'contactinfo'],
  subjects: ['name', 'rel', 'uri', 'literal', 'creator', 'relevance', 'confidence'],
  infosources: ['name', 'role', 'uri', 'literal', 'contactinfo'],
  altids: ['role', 'value'],
  renditions: ['name', 'href', 'contenttype', 'title', 'height', 'width', 'sizeinbytes', 'duration', 'format'],
  associations: [...NINJS, 'name'],
}

describe('stories as ninjs', () => {
  it('hold no name the schema does not, and every sentence with its claim', async () => {
    const lines = await linesOf('ninjs')
    expect(lines).toHaveLength(holdings.stories?.length ?? 0)
    for (const line of lines) {
      expect(Object.keys(line).filter(key => !NINJS.includes(key))).toEqual([])
      expect(URL.canParse(line['uri'] ?? '')).toBe(true)
      for (const [list, names] of Object.entries(NINJS_ITEMS))
        for (const item of (line[list] ?? []) as Record<string, unknown>[])
          expect(
            Object.keys(item).filter(key => !names.includes(key)),
            list,
          ).toEqual([])
      for (const { value } of line['bodies'] as unknown as { value: string }[])
        for (const sentence of value.split('\n')) expect(sentence).toMatch(/\[c_[0-9a-f]+\]$/)
    }
  })
})

/** What STIX 2.1 requires of each kind of object (sections 4.5, 4.9, 4.10, 4.11, 4.15 of the standard). */
const STIX_REQUIRED: Readonly<Record<string, readonly string[]>> = {
  identity: ['name'],
  location: [],
  note: ['content', 'object_refs'],
  opinion: ['opinion', 'object_refs'],
  report: ['name', 'published', 'object_refs'],
}

describe('events as STIX', () => {
  it('are a bundle in which every object is whole and every reference leads to one in it', async () => {
    const bundle = JSON.parse(await textOf('stix')) as { type: string; id: string; objects: Record<string, never>[] }
    const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
    expect(bundle.id).toMatch(new RegExp(`^bundle--${uuid}$`))
    const ids = new Set(bundle.objects.map(({ id }) => id))
    expect(ids.size).toBe(bundle.objects.length)
    const kinds = new Set<string>()
    for (const object of bundle.objects) {
      const type = String(object['type'])
      kinds.add(type)
      expect(object['spec_version']).toBe('2.1')
      expect(object['id']).toMatch(new RegExp(`^${type}--${uuid}$`))
      expect(String(object['created'])).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
      expect(String(object['modified']) >= String(object['created'])).toBe(true)
      for (const name of STIX_REQUIRED[type] ?? ['no such kind']) expect(object, `${type}.${name}`).toHaveProperty(name)
      for (const ref of [...((object['object_refs'] ?? []) as string[]), object['created_by_ref']])
        expect(ids).toContain(ref)
      if (object['object_refs'] !== undefined) expect((object['object_refs'] as string[]).length).toBeGreaterThan(0)
      if (object['confidence'] !== undefined) expect(Number(object['confidence'])).toBeLessThanOrEqual(100)
      if (type === 'location') expect('latitude' in object || 'country' in object || 'region' in object).toBe(true)
    }
    expect([...kinds].sort()).toEqual(['identity', 'location', 'note', 'opinion', 'report'])
  })
  it('turn a denial into an opinion against the report, never into a note for it', async () => {
    const { objects } = JSON.parse(await textOf('stix')) as { objects: Record<string, unknown>[] }
    const denials = claims.filter(({ stance }) => stance === 'denies')
    expect(denials.length).toBeGreaterThan(0)
    for (const { text } of denials) {
      expect(objects.some(({ type, content }) => type === 'note' && content === text)).toBe(false)
      expect(objects.find(({ type, explanation }) => type === 'opinion' && explanation === text)).toMatchObject({
        opinion: 'strongly-disagree',
      })
    }
  })
})

describe('ClaimReview', () => {
  const judged = claims[0]!
  const judgement: Judgement = {
    id: 'j_1',
    analyst: 'R. Sand',
    at: at('2024-11-26T15:00:00Z'),
    on: judged.id,
    verdict: 'accept',
    change: null,
    reason: 'Seen on two pictures.',
  }
  it('is written of no claim that nobody has judged', async () => expect(await linesOf('claimreview')).toEqual([]))
  it('is written of the judged claim, with who judged it and whose claim it is', async () => {
    const judging = { ...ledger, judgements: async () => [judgement] }
    const [review, ...rest] = await linesOf('claimreview', { ...input, ledger: judging })
    expect(rest).toEqual([])
    expect(review).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      claimReviewed: judged.text,
      author: { name: 'R. Sand' },
      itemReviewed: { '@type': 'Claim', author: { name: judged.holder.name } },
      url: `https://desk.example/claim/${judged.id}`,
    })
  })
})

describe('claims as Parquet', () => {
  it('read back as they were', async () => {
    const bytes = await bytesOf('parquet')
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    const rows = await parquetReadObjects({ file })
    expect(rows).toHaveLength(claims.length)
    const byId = new Map(rows.map(row => [row['id'], row]))
    for (const claim of claims) {
      expect(byId.get(claim.id)).toMatchObject({ text: claim.text, holder: claim.holder.name, stance: claim.stance })
      expect(new Date(String(byId.get(claim.id)?.['said'])).getTime()).toBe(
        Math.floor(Date.parse(claim.said) / 1000) * 1000,
      )
    }
  })
})
