import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupBy, unique } from '#kit'
import { type Ledger, openLedger } from '#ledger'
import { writeBriefing } from '#publish/briefing'
import { holdings, theatre, theClaims } from '../../../test/publish/made-up-day.ts'
import { at, day } from '../../../test/publish/makers.ts'
import { memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { createApi } from './create-api.ts'

const folder = mkdtempSync(join(tmpdir(), 'fogline-api-'))
const memory = memoryLedger(holdings)
let ledger: Ledger

/** Records the made-up days one moment of learning after the other, as the walk does. */
beforeAll(async () => {
  ledger = await openLedger({ dataDir: folder, theatre: theatre.id, now: () => at('2024-12-01') })
  const moments = unique(holdings.reports.map(({ learned }) => learned)).sort()
  for (const learned of moments) {
    const claims = new Map(holdings.claims.filter(claim => claim.learned <= learned).map(claim => [claim.id, claim]))
    const isKnown = (ids: readonly string[]) => ids.some(id => claims.has(id))
    const newest = <Row extends { learned: string }>(rows: readonly Row[], keyOf: (row: Row) => string) =>
      [
        ...groupBy(
          rows.filter(row => row.learned <= learned),
          keyOf,
        ).values(),
      ].flatMap(group => group.at(-1) ?? [])
    await ledger.record({
      learned,
      sources: holdings.sources ?? [],
      captures: [],
      articles: holdings.reports.filter(report => report.learned === learned).map(({ article }) => article),
      claims: [...claims.values()].filter(claim => claim.learned === learned),
      judgements: [],
      reconciled: {
        stories: (holdings.stories ?? []).filter(story => isKnown(story.claims)),
        events: (holdings.events ?? [])
          .filter(event => isKnown(event.claims))
          .map(event => ({ ...event, claims: event.claims.filter(id => claims.has(id)) })),
        disputes: (holdings.disputes ?? []).filter(({ positions }) => positions.every(each => isKnown(each.claims))),
        figures: (holdings.figures ?? []).filter(figure => figure.learned <= learned),
        beliefs: newest(holdings.beliefs ?? [], belief => belief.about),
        control: newest(holdings.control ?? [], step => `${step.place} ${step.claimant} ${step.from}`),
        tracks: [],
        accounts: [],
      },
    })
  }
}, 60_000)
afterAll(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true })
})

describe('on the real ledger', () => {
  it.each(['2024-11-26T09:45:00Z', '2024-11-26T11:30:00Z', '2024-11-27'])(
    'the edition as known at %s is the same',
    async moment => {
      const asked = { theatre, date: day('2024-11-26'), asOf: at(moment) }
      const real = await writeBriefing({ ledger, ...asked })
      const made = await writeBriefing({ ledger: memory, ...asked })
      expect(
        real.sections.map(({ heading, items }) => [heading, items.map(({ text, claims }) => [text, claims])]),
      ).toEqual(made.sections.map(({ heading, items }) => [heading, items.map(({ text, claims }) => [text, claims])]))
      expect(real.notes).toEqual(made.notes)
    },
  )

  it.each([
    '/days',
    '/sources',
    '/places',
    '/places/mill-ford',
    '/places/mill-ford?on=2024-11-25',
    `/claims/${theClaims.denied.id}`,
    '/claims?place=mill-ford',
    '/claims?event=e_ford',
    '/articles',
    '/stories/s_ford',
    '/events/e_hurt',
    '/disputes/d_ford',
    '/disputes?place=mill-ford',
    '/figures?measure=personnel.losses',
    '/figures/measures',
  ])('%s answers as the ledger in memory does', async path => {
    const input = { theatre, now: () => at('2024-12-01'), deskDir: null, version: '' }
    const url = `/api/v1${path}${path.includes('?') ? '&' : '?'}asOf=2024-11-26T23:00:00Z`
    const [real, made] = await Promise.all(
      [ledger, memory].map(each => createApi({ ...input, ledger: each }).request(url)),
    )
    expect(real?.status).toBe(200)
    expect(sorted(await real?.json())).toEqual(sorted(await made?.json()))
  })
})

/** The same content with every list in one order, and without what only a ledger knows: which row replaces which. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'replaces')
      .map(([key, each]) => [key, sorted(each)]),
  )
}
