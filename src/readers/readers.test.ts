import { afterAll, describe, expect, it } from 'vitest'
import type { Instant, Source } from '#domain'
import { openGrammar } from '#read/model'
import { loadTheatre, openGazetteer } from '#theatre'
import { inOrder } from './in-order.ts'
import { openReaders } from './open-readers.ts'
import { readHere } from './readers.ts'

const report = (text: string, outlet = 'River Daily') => ({
  title: null,
  outlet,
  publishedAt: '2023-03-24T00:00:00.000Z' as Instant,
  url: null,
  language: 'en',
  text,
})
const reports = [
  report('Two civilians were killed in Sumy on Thursday, officials said.'),
  report(''),
  report('Air defence shot down 16 of 21 drones overnight, the air force reported. The rest hit a depot near Odesa.'),
  report('Kyiv denied on Friday that its troops had left Bakhmut.', 'Steppe Herald'),
  report('Russian forces shelled Nikopol twice. '.repeat(40)),
]
const herald = { id: 'steppe-herald', name: 'Steppe Herald', kind: 'outlet', camp: 'russia' } as Source

const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('reading on several threads', () => {
  const here = readHere({ theatre: loadTheatre('ukraine'), gazetteer: openGazetteer(), grammar: openGrammar() })
  const threads = openReaders({ theatre: 'ukraine', threads: 2, from: 1 })
  const alone = openReaders({ theatre: 'ukraine', threads: 2 })
  afterAll(() => Promise.all([threads.close(), alone.close()]))

  it('gives what one thread gives, in the same order, whether or not threads were opened', async () => {
    const plain = await all(here.readAll(reports, item => item))
    expect(plain.flatMap(([, { claims }]) => claims).length).toBeGreaterThan(4)
    expect(await all(threads.readAll(reports, item => item))).toEqual(plain)
    expect(await all(alone.readAll(reports, item => item))).toEqual(plain)
  }, 60_000)
  it('knows the publishers it is told of', async () => {
    const read = await all(threads.readAll([reports[3] ?? report('')], item => item, [herald]))
    expect(read).toEqual(await all(here.readAll([reports[3] ?? report('')], item => item, [herald])))
  }, 60_000)
  it('throws where the reports themselves fail, and reads on afterwards', async () => {
    async function* broken() {
      yield report('One drone fell on Odesa.')
      throw new Error('the archive ends here')
    }
    await expect(all(threads.readAll(broken(), item => item))).rejects.toThrow('the archive ends here')
    expect(await all(threads.readAll(reports.slice(0, 1), item => item))).toHaveLength(1)
  }, 60_000)
  it.each([0, -1, 1.5])('refuses %s threads', count => {
    expect(() => openReaders({ theatre: 'ukraine', threads: count })).toThrow(RangeError)
  })
})

describe('parcels in order', () => {
  it('gives results in order though later parcels are done first, and never holds more than it may', async () => {
    let [running, most] = [0, 0]
    async function* numbers() {
      for (let n = 1; n <= 20; n++) yield n
    }
    const run = async (some: readonly number[]) => {
      most = Math.max(most, ++running)
      for (let turns = 20 - (some[0] ?? 0); turns > 0; turns--) await Promise.resolve()
      running--
      return some.map(n => n * n)
    }
    const squares = await all(inOrder(numbers(), () => 1, 2, 3, run))
    expect(squares).toEqual(Array.from({ length: 20 }, (_, n) => [n + 1, (n + 1) ** 2]))
    expect(most).toBeLessThanOrEqual(3)
    expect(most).toBeGreaterThan(1)
  })
  it('throws a failure where its turn comes', async () => {
    const found: number[] = []
    const failing = async (some: readonly number[]) => {
      if (some[0] === 3) throw new Error('three')
      return some
    }
    async function* numbers() {
      yield* [1, 2, 3, 4]
    }
    await expect(
      (async () => {
        for await (const [n] of inOrder(numbers(), () => 1, 1, 4, failing)) found.push(n)
      })(),
    ).rejects.toThrow('three')
    expect(found).toEqual([1, 2])
  })
})
