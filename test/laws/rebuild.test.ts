import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '#domain'
import type { Gathered } from '#gather'
import { gather } from '#gather'
import type { Ledger } from '#ledger'
import { openLedger, readJournal } from '#ledger'
import { judgementsKnown, livingStory } from '#publish/api'
import { correctionsOf, writeBriefing } from '#publish/briefing'
import { openReaders } from '#readers'
import { loadTheatre } from '#theatre'
import { judge } from '../../src/judging.ts'
import type { Walk } from '../../src/pipeline.ts'
import { ingest, rebuild } from '../../src/pipeline.ts'
import { diffReadings, reread } from '../../src/readings.ts'
import { compareRebuilt } from '../../src/rebuilt.ts'
import { testDatabase } from '../test-database.ts'
import type { Place } from './ledger-engines.ts'
import { EMBEDDED } from './ledger-engines.ts'

/** Three days of made-up reports: a strike and its toll, its denial, an edited article that comes back, and a later count. */
const REPORTS: readonly (readonly [day: string, name: string, outlet: string, text: string])[] = [
  [
    '2024-11-20',
    'strike',
    'Harbour Post',
    'A missile struck a school in Sumy on Wednesday, the regional administration said. Two people were killed in Sumy.',
  ],
  [
    '2024-11-20',
    'taken',
    'River Courier',
    'Russian forces took the village of Kopanky on Tuesday, the Russian Ministry of Defence said.',
  ],
  [
    '2024-11-21',
    'denied',
    'Hill Herald',
    'The General Staff of the Armed Forces of Ukraine denied that Russian forces had taken Kopanky.',
  ],
  [
    '2024-11-21',
    'toll',
    'Harbour Post',
    'Four people were killed in the strike on a school in Sumy, the regional administration said.',
  ],
  ['2024-11-22', 'talks', 'Bay Chronicle', 'The foreign ministers of Poland and Ukraine met in Warsaw on Friday.'],
]
const theatre = loadTheatre('ukraine')
const readers = openReaders({ theatre: 'ukraine', threads: 1 })
const server = process.env['TEST_DATABASE_URL']
let minute = 0
/** A clock that never stands still: each asking is a minute later. */
const now = (): Instant => new Date(Date.UTC(2024, 11, 1) + minute++ * 60_000).toISOString() as Instant

describe('a ledger that was judged, corrected and read again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fogline-rebuild-'))
  let place: Place
  let dataDir: string
  const walkOf = (ledger: Ledger): Walk => ({ theatre, readers, ledger, now, asPublished: true })
  let ledger: Ledger

  async function take(reports: typeof REPORTS): Promise<Gathered[]> {
    const inbox = mkdtempSync(join(folder, 'in-'))
    for (const [day, name, outlet, text] of reports) {
      const publishedAt = `${day}T08:00:00Z`
      const url = `https://${outlet.toLowerCase().replace(' ', '-')}.example/${name}`
      writeFileSync(join(inbox, `${name}.json`), JSON.stringify({ title: null, text, outlet, publishedAt, url }))
    }
    const found: Gathered[] = []
    for await (const item of gather([inbox], { now: now(), sources: theatre.sources })) found.push(item)
    return found
  }
  const everything = async (of: Ledger) => ({
    sources: await of.sources(),
    subscriptions: await of.register.subscriptions(),
    outages: await of.register.outages(),
    judgements: await of.judgements(),
    articles: (await of.articles({ limit: 1000 })).rows,
    claims: (await of.claims({ limit: 1000 })).rows,
    stories: (await of.stories({ limit: 1000 })).rows,
    events: (await of.events({ limit: 1000 })).rows,
    disputes: (await of.disputes({ limit: 1000 })).rows,
    figures: (await of.figures({ limit: 1000 })).rows,
    beliefs: (await of.beliefs({ limit: 1000 })).rows,
    control: await of.control(),
  })
  const claimWith = async (words: string) => {
    const claim = (await ledger.claims({ words })).rows[0]
    if (!claim) throw new Error(`expected a claim with the words "${words}", found none`)
    return claim
  }
  const decided = { analyst: 'ada', reason: 'checked against the pictures' }

  beforeAll(async () => {
    place = await EMBEDDED.place()
    dataDir = place.options.dataDir
    ledger = await place.open({ now })
    for (const reports of [REPORTS.slice(0, 2), REPORTS.slice(2)]) await ingest(await take(reports), walkOf(ledger))
    await ledger.register.change({
      learned: now(),
      subscriptions: [
        {
          id: 'harbour',
          source: 'harbour-post',
          form: 'feed',
          address: 'https://harbour-post.example/feed',
          full: true,
          everyMinutes: 15,
          paused: false,
          allowHosts: [],
        },
      ],
      outages: [{ subscription: 'harbour', source: 'harbour-post', from: now(), to: null, reason: 'answers 503' }],
    })
  }, 300_000)
  afterAll(async () => {
    await ledger?.close()
    await readers.close()
    await place?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  it('comes day by day to what its claims make, byte for byte', async () => {
    expect((await compareRebuilt(ledger, theatre)).flatMap(({ differing }) => differing)).toEqual([])
  }, 120_000)

  it('takes a rejection out of the edition and into the log, and an undo takes that back', async () => {
    const claim = await claimWith('took Kopanky')
    const edition = async () =>
      JSON.stringify((await writeBriefing({ ledger, theatre, date: '2024-11-20' as never, asOf: now() })).sections)
    const [told, count] = [await edition(), (await ledger.claims()).rows.length]
    expect(told).toContain('Kopanky')
    const rejected = await judge({ ...decided, on: claim.id, verdict: 'reject', change: null }, walkOf(ledger))
    expect(await edition()).not.toContain('took Kopanky')
    const log = await correctionsOf({ ledger, theatre, asOf: now() })
    const entry = log.find(({ kind }) => kind === 'judgement')
    expect(entry).toMatchObject({ about: claim.id, judgements: [rejected.id] })
    expect(entry?.text).toContain('rejected by ada')
    await judge({ ...decided, on: rejected.id, verdict: 'undo', change: null }, walkOf(ledger))
    expect(await edition()).toBe(told)
    expect((await ledger.claims()).rows).toHaveLength(count)
    expect((await compareRebuilt(ledger, theatre)).flatMap(({ differing }) => differing)).toEqual([])
  }, 120_000)

  it('shows an amended claim as amended, finds it by what it now says, and shows it as of before as it was', async () => {
    const claim = await claimWith('Four people were killed')
    const before = now()
    await judge({ ...decided, on: claim.id, verdict: 'amend', change: { certainty: 'likely' } }, walkOf(ledger))
    expect((await ledger.claims({ ids: [claim.id], certainty: 'likely' })).rows[0]?.amended?.original).toEqual({
      certainty: claim.certainty,
    })
    expect((await ledger.claims({ ids: [claim.id], asOf: before })).rows).toEqual([claim])
  })

  it('keeps what was judged when all is read again, and erases nothing', async () => {
    const [claims, judgements] = [(await ledger.claims({ limit: 1000 })).rows, await judgementsKnown(ledger, null)]
    const before = now()
    const result = await reread(walkOf(ledger), { all: true })
    expect(result.read).toBe(REPORTS.length)
    expect((await ledger.claims({ limit: 1000 })).rows).toEqual(claims)
    expect((await ledger.claims({ limit: 1000, asOf: before })).rows).toEqual(claims)
    expect((await judgementsKnown(ledger, null)).map(({ state }) => state)).toEqual(
      judgements.map(({ state }) => state),
    )
    expect((await reread(walkOf(ledger), { all: false })).read).toBe(0)
    expect(await diffReadings(ledger, { article: null, asOf: null })).toEqual([])
  })

  it('is made again from its journal with sources, register and judgements, byte for byte', async () => {
    const moved = join(folder, 'moved')
    mkdirSync(moved)
    const lines: string[] = []
    for await (const line of ledger.journal()) lines.push(line)
    expect(`${lines.join('\n')}\n`).toBe(readFileSync(join(dataDir, 'journal.jsonl'), 'utf8'))
    writeFileSync(join(moved, 'journal.jsonl'), `${lines.join('\n')}\n`)
    const database = server ? await testDatabase(server) : null
    const options = { dataDir: moved, databaseUrl: database?.url ?? null, theatre: theatre.id, now, journal: false }
    const again = await openLedger(options)
    try {
      await rebuild(
        readJournal(moved, note => expect.fail(note.reason)),
        walkOf(again),
      )
      const [was, is] = [await everything(ledger), await everything(again)]
      for (const table of Object.keys(was) as (keyof typeof was)[]) expect(is[table], table).toEqual(was[table])
    } finally {
      await again.close()
      await database?.drop()
    }
  }, 300_000)

  it('answers by the id of a story of before with the story that tells it now, and says why', async () => {
    const storyOf = async (words: string) => {
      const [story] = (await ledger.stories({ article: (await claimWith(words)).article })).rows
      if (!story) throw new Error(`expected a story with the words "${words}", found none`)
      return story
    }
    const [taken, talks] = [await storyOf('took the village'), await storyOf('met in Warsaw')]
    const before = now()
    const merged = await judge(
      { ...decided, on: taken.id, verdict: 'merge', change: { with: talks.id } },
      walkOf(ledger),
    )
    expect(await livingStory(ledger, talks.id, now())).toMatchObject({
      story: { id: taken.id },
      moved: { from: talks.id, at: merged.at, reason: 'judged', because: merged.id },
    })
    expect((await livingStory(ledger, talks.id, before))?.story).toEqual(talks)
    await judge({ ...decided, on: merged.id, verdict: 'undo', change: null }, walkOf(ledger))
    expect((await livingStory(ledger, talks.id, now()))?.moved).toBeNull()

    const sooner = REPORTS.filter(([, name]) => name === 'talks').map(
      ([, name, , text]) => ['2024-11-21', name, 'Early Gazette', text] as const,
    )
    await ingest(await take(sooner), walkOf(ledger))
    const living = await livingStory(ledger, talks.id, now())
    expect(living?.story.articles).toEqual(expect.arrayContaining([...talks.articles]))
    expect(living?.moved).toMatchObject({
      from: talks.id,
      reason: 'earlier-report',
      because: living?.story.articles[0],
    })
    expect((await compareRebuilt(ledger, theatre)).flatMap(({ differing }) => differing)).toEqual([])
  }, 180_000)
})
