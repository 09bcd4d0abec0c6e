import { describe, expect, it } from 'vitest'
import type { Instant } from '#domain'
import { makeId } from '#domain'
import type { Gathered } from '#gather'
import { cutDays, cutLots } from '../src/cut-parcels.ts'

/** A gathered report of a capture of so many bytes. */
const report = (number: number, publishedAt: string, capture: string, bytes = 10): Gathered => ({
  name: `report-${number}`,
  path: 'archive',
  raw: { id: makeId('raw', capture) } as Gathered['raw'],
  body: new Uint8Array(bytes).fill(number),
  source: { id: 'post' } as Gathered['source'],
  article: {
    id: makeId('article', number),
    text: 'Nothing happened.',
    publishedAt: publishedAt as Instant,
  } as Gathered['article'],
})

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('an archive of any size', () => {
  it('is taken in by lots: the next report is not asked for before a full lot has been taken', async () => {
    let asked = 0
    function* archive() {
      for (let number = 0; number < 2_000; number += 1) {
        asked += 1
        yield report(number, '2024-11-25T08:00:00.000Z', `page ${number}`)
      }
    }
    let [clock, taken] = [0, 0]
    for await (const lot of cutLots(archive(), () => `moment ${clock++}` as Instant)) {
      taken += lot.items.length
      expect(lot.learned).toBe(`moment ${clock - 1}`)
      expect(asked).toBe(taken)
      expect(lot.items.length).toBeLessThanOrEqual(400)
    }
    expect(taken).toBe(2_000)
  })

  it('is cut by the weight of its captures, one that many reports share counting once', async () => {
    const heavy = Array.from({ length: 10 }, (_, at) => report(at, '2024-11-25T08:00:00.000Z', `page ${at}`, 4_000_000))
    const shared = heavy.map(item => ({ ...item, raw: { ...item.raw, id: makeId('raw', 'feed') } }))
    const now = () => '2024-11-27T08:00:00.000Z' as Instant
    expect((await all(cutLots(heavy, now))).map(({ items }) => items.length)).toEqual([4, 4, 2])
    expect((await all(cutLots(shared, now))).map(({ items }) => items.length)).toEqual([10])
  })

  it('is replayed day after day, however it is ordered, each day learned at its last report, with the bytes of its captures', async () => {
    const given = [
      report(1, '2024-11-26T09:00:00.000Z', 'second'),
      report(2, '2024-11-25T10:00:00.000Z', 'first'),
      report(3, '2024-11-26T07:00:00.000Z', 'first'),
    ]
    const lots = await all(cutDays(given))
    expect(lots.map(({ learned, items }) => [learned, items.map(({ name }) => name)])).toEqual([
      ['2024-11-25T10:00:00.000Z', ['report-2']],
      ['2024-11-26T09:00:00.000Z', ['report-3', 'report-1']],
    ])
    expect(lots.flatMap(({ items }) => items.map(({ body }) => body[0]))).toEqual([2, 2, 1])
  })

  it('never parts what was published at one moment, so that a day is learned in the order of its moments', async () => {
    const day = Array.from({ length: 900 }, (_, at) => report(at, `2024-11-25T0${at < 700 ? 1 : 2}:00:00.000Z`, 'list'))
    expect((await all(cutDays(day))).map(({ learned, items }) => [learned.slice(11, 13), items.length])).toEqual([
      ['01', 700],
      ['02', 200],
    ])
  })
})
