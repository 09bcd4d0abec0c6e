import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '#domain'
import type { Gathered } from '#gather'
import { gather } from '#gather'
import type { Ledger } from '#ledger'
import { openLedger, readJournal, setAsideLedger } from '#ledger'
import { controlOf } from '#publish/api'
import { writeBriefing } from '#publish/briefing'
import { openGrammar } from '#read/model'
import { readHere } from '#readers'
import { reconcile } from '#reconcile'
import { loadTheatre, openGazetteer } from '#theatre'
import { ingest, rebuild } from '../../src/pipeline.ts'

const theatre = loadTheatre('ukraine')
const readers = readHere({ theatre, gazetteer: openGazetteer(), grammar: openGrammar() })
const now = () => '2025-01-01T00:00:00.000Z' as Instant
const sooner = ['2023-03-25', '2023-05-05', '2023-05-20'].map(day => `samples/ukraine/${day}`)
const later = ['2023-05-21', '2023-05-22'].map(day => `samples/ukraine/${day}`)
const lookBack = '2023-05-21T00:00:00.000Z' as Instant

async function take(paths: readonly string[]): Promise<Gathered[]> {
  const found: Gathered[] = []
  for await (const item of gather(paths, { now: now(), sources: theatre.sources })) found.push(item)
  return found
}

describe('laws of the whole walk, over the days on which Bakhmut was claimed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fogline-laws-'))
  const dataDir = join(folder, 'data')
  const walkOf = (ledger: Ledger) => ({ theatre, readers, ledger, now, asPublished: true })
  const editionOf = (ledger: Ledger) => writeBriefing({ ledger, theatre, date: '2023-05-20' as never, asOf: lookBack })
  let ledger: Ledger
  let published: Awaited<ReturnType<typeof editionOf>>
  let line: Awaited<ReturnType<typeof controlOf>>

  beforeAll(async () => {
    ledger = await openLedger({ dataDir, theatre: theatre.id, now })
    await ingest(await take(sooner), walkOf(ledger))
    published = await editionOf(ledger)
    line = await controlOf(ledger, theatre, 'Bakhmut', { on: null, asOf: lookBack })
    await ingest(await take(later), walkOf(ledger))
  })
  afterAll(async () => {
    await ledger?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('as of then, today, equals what was published then', async () => {
    expect(published.reports).toBeGreaterThan(0)
    expect(await editionOf(ledger)).toEqual(published)
    expect(await controlOf(ledger, theatre, 'Bakhmut', { on: null, asOf: lookBack })).toEqual(line)
  })
  it('day by day comes to the same as all at once', async () => {
    const claims = (await ledger.claims({ limit: 1000 })).rows
    const articles = (await ledger.articles({ limit: 1000 })).rows
    const whole = reconcile({ articles, claims, judgements: [], theatre, sources: await ledger.sources() })
    const events = (await ledger.events({ limit: 1000 })).rows
    const beliefs = (await ledger.beliefs({ limit: 1000 })).rows
    expect(events.map(({ id }) => id).sort()).toEqual(whole.events.map(({ id }) => id).sort())
    const gist = (rows: typeof beliefs) =>
      rows
        .map(({ about, likelihood, confidence, because, against }) =>
          JSON.stringify([about, likelihood, confidence, because, against]),
        )
        .sort()
    expect(gist(beliefs)).toEqual(gist(whole.beliefs))
  })
  it('a ledger made again from its journal says the same', async () => {
    const before = await editionOf(ledger)
    const { rows } = await ledger.stats()
    await ledger.close()
    setAsideLedger(dataDir, now())
    ledger = await openLedger({ dataDir, theatre: theatre.id, now, journal: false })
    await rebuild(
      readJournal(dataDir, note => expect.fail(note.reason)),
      walkOf(ledger),
    )
    const again = (await ledger.stats()).rows
    expect({ article: again['article'], claim: again['claim'] }).toEqual({
      article: rows['article'],
      claim: rows['claim'],
    })
    expect({ ...(await editionOf(ledger)), id: null }).toEqual({ ...before, id: null })
  })
})
