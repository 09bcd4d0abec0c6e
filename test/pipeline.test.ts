import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '#domain'
import type { Gathered } from '#gather'
import { gather } from '#gather'
import type { Ledger } from '#ledger'
import { openLedger } from '#ledger'
import { writeBriefing } from '#publish/briefing'
import { openGrammar } from '#read/model'
import { readHere } from '#readers'
import { loadTheatre, openGazetteer } from '#theatre'
import { ingest } from '../src/pipeline.ts'
import { testDatabase } from './test-database.ts'

const theatre = loadTheatre('ukraine')
const readers = readHere({ theatre, gazetteer: openGazetteer(), grammar: openGrammar() })
const now = () => '2025-01-01T00:00:00.000Z' as Instant
const day = '2024-11-26' as Parameters<typeof writeBriefing>[0]['date']

const archive = async (): Promise<Gathered[]> => {
  const found: Gathered[] = []
  for await (const item of gather(['samples/ukraine'], { now: now(), sources: theatre.sources })) found.push(item)
  return found
}

const server = process.env['TEST_DATABASE_URL']

describe.each(server ? ['embedded', 'postgres'] : ['embedded'])(
  'the walk over the sample archive, on the %s database',
  engine => {
    const dataDir = mkdtempSync(join(tmpdir(), 'fogline-walk-'))
    let ledger: Ledger
    let gathered: Gathered[]
    let drop = async () => {}

    beforeAll(async () => {
      const database = engine === 'postgres' && server ? await testDatabase(server) : null
      if (database) drop = database.drop
      ledger = await openLedger({
        dataDir: join(dataDir, 'ledger'),
        databaseUrl: database?.url ?? null,
        theatre: theatre.id,
        now,
      })
      gathered = await archive()
      await ingest(gathered, { theatre, readers, ledger, now, asPublished: true })
    }, 180_000)
    afterAll(async () => {
      await ledger?.close()
      await drop()
      rmSync(dataDir, { recursive: true, force: true })
    })

    it('records every report and its claims', async () => {
      const { rows } = await ledger.stats()
      expect(rows['article']).toBe(gathered.length)
      expect(rows['claim']).toBeGreaterThan(gathered.length)
    })
    it('a second run adds no row', async () => {
      const before = await ledger.stats()
      const again = await ingest(gathered, { theatre, readers, ledger, now, asPublished: true })
      expect(again.fresh).toBe(0)
      expect((await ledger.stats()).rows).toEqual(before.rows)
    })
    it('every claim is the words under its span', async () => {
      const { rows } = await ledger.claims({ limit: 1000 })
      for (const claim of rows) {
        const article = await ledger.article(claim.article)
        expect(article?.text.slice(...claim.span)).toBe(claim.text)
      }
    })
    it('every line of the briefing names claims, and every claim its words', async () => {
      const briefing = await writeBriefing({ ledger, theatre, date: day, asOf: now() })
      expect(briefing.day).toBe(1007)
      const items = briefing.sections.flatMap(section => section.items)
      expect(items.length).toBeGreaterThan(15)
      for (const item of items) {
        for (const citation of item.citations) {
          const article = await ledger.article(citation.article)
          expect(article?.text).toContain(citation.quote)
          expect(item.claims).toContain(citation.claim)
        }
      }
    })
    it('the same input gives the same edition', async () => {
      const [first, second] = await Promise.all(
        [0, 1].map(() => writeBriefing({ ledger, theatre, date: day, asOf: now() })),
      )
      expect(second).toEqual(first)
    })
    it('a look back knows nothing of what came later', async () => {
      const asOf = '2024-11-22T00:00:00.000Z' as Instant
      const { rows } = await ledger.claims({ asOf, limit: 1000 })
      expect(rows.length).toBeGreaterThan(0)
      for (const claim of rows) expect(claim.learned <= asOf).toBe(true)
      expect((await ledger.days({ asOf })).every(({ date }) => date < '2024-11-22')).toBe(true)
    })
  },
)
