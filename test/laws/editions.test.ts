import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article, Instant } from '#domain'
import type { Gathered } from '#gather'
import { gather } from '#gather'
import type { Ledger } from '#ledger'
import { openLedger } from '#ledger'
import { openGrammar } from '#read/model'
import { readHere } from '#readers'
import { loadTheatre } from '#theatre'
import { ingest } from '../../src/pipeline.ts'

const theatre = loadTheatre('ukraine')
const readers = readHere({ theatre, gazetteer: null, grammar: openGrammar() })
const now = () => '2025-12-01T00:00:00.000Z' as Instant
// In German, which is kept and not read: this is about what stands in the ledger before anything is read.
const wire =
  'Rettungskräfte zogen am Montag sieben Menschen aus den Trümmern einer Schule in der Stadt am Fluss, nachdem eine Rakete das Dach durchschlagen hatte, sagte der Gouverneur. In zwölf Dörfern am östlichen Ufer fiel der Strom aus, während die Mannschaften auf das Ende des Beschusses warteten, und Züge nach Norden standen den größten Teil des Morgens am Knotenpunkt.'
const english =
  'Russian forces captured the village of Kopanky on Sunday, the defence ministry in Moscow said. Two civilians were killed in a strike on a market in Sumy the same evening, according to the regional governor, who asked residents to keep away from the centre of the city until the morning.'

describe('copies and later editions, found among what earlier runs took in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fogline-editions-'))
  let ledger: Ledger

  beforeAll(async () => {
    ledger = await openLedger({ dataDir: join(folder, 'data'), theatre: theatre.id, now })
  })
  afterAll(async () => {
    await ledger?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Takes one report in, in a run of its own, and gives what the ledger then holds of it. */
  async function take(outlet: string, publishedAt: string, url: string, text: string): Promise<Article | null> {
    mkdirSync(join(folder, 'in'), { recursive: true })
    const path = join(folder, 'in', `${outlet}-${publishedAt.slice(0, 10)}.json`)
    writeFileSync(path, JSON.stringify({ title: null, text, outlet, publishedAt, url }))
    const found: Gathered[] = []
    for await (const one of gather([path], { now: now(), sources: theatre.sources })) found.push(one)
    await ingest(found, { theatre, readers, ledger, now, asPublished: false })
    return ledger.article(found[0]?.article.id ?? '')
  }

  it('a reprint is one, an edited page is a revision, an old report under a new date is neither news nor a voice', async () => {
    const original = await take('River Agency', '2024-11-01T08:00:00Z', 'https://agency.example/wire/1', wire)
    expect(original).toMatchObject({ copyOf: null, revisionOf: null })
    await take(
      'Other Daily',
      '2024-11-01T09:00:00Z',
      'https://other.example/9',
      `${'Fähren, Märkte und andere Dinge standen in diesem Bericht über den Hafen der kleinen Stadt. '.repeat(6)}`,
    )

    const reprint = await take(
      'Evening Post',
      '2024-11-02T08:00:00Z',
      'https://post.example/a',
      wire.replace('zogen', 'holten').replace('Mannschaften', 'Arbeiter'),
    )
    expect(reprint).toMatchObject({
      copyOf: original?.id,
      notes: expect.arrayContaining([expect.objectContaining({ rule: 'copy' })]),
    })

    const edited = await take(
      'River Agency',
      '2025-10-01T08:00:00Z',
      'https://m.agency.example/wire/1/?utm_source=x',
      `${wire} Zwei von ihnen starben später.`,
    )
    expect(edited).toMatchObject({ revisionOf: original?.id, copyOf: null })

    const stale = await take('Morning Star', '2025-11-20T08:00:00Z', 'https://star.example/new', wire)
    expect(stale?.copyOf).toBe(original?.id)
    expect(stale?.notes.find(({ rule }) => rule === 'copy')?.reason).toMatch(
      /stands in the report of River Agency of 2024-11-01 08:00/,
    )
  })

  it('an original that reaches us after its reprint is the original still, and an older edition the older', async () => {
    const reprint = await take('Evening Post', '2024-12-02T08:00:00Z', 'https://post.example/b', english)
    expect(reprint).toMatchObject({ copyOf: null })
    const original = await take('River Agency', '2024-12-01T08:00:00Z', 'https://agency.example/wire/2', english)
    expect(original).toMatchObject({ copyOf: null })
    expect(await ledger.article(reprint?.id ?? '')).toMatchObject({
      copyOf: original?.id,
      notes: expect.arrayContaining([expect.objectContaining({ rule: 'copy' })]),
    })
    const { rows: claims } = await ledger.claims({ article: reprint?.id })
    expect(claims.length).toBeGreaterThan(0)
    expect(new Set(claims.map(({ copyOf }) => copyOf))).toEqual(new Set([original?.id]))

    const later = await take('Night Desk', '2025-03-03T08:00:00Z', 'https://night.example/x', `${wire} Zwei starben.`)
    const earlier = await take('Night Desk', '2025-03-02T08:00:00Z', 'https://night.example/x', `${wire} Einer starb.`)
    expect(await ledger.article(later?.id ?? '')).toMatchObject({ revisionOf: earlier?.id })

    const { rows } = await ledger.stats()
    await take('River Agency', '2024-12-01T08:00:00Z', 'https://agency.example/wire/2', english)
    expect((await ledger.stats()).rows).toEqual(rows)
  })
})
