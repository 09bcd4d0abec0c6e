import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ledger, LedgerBatch } from '#ledger'
import { ENGINES } from './ledger-engines.ts'
import {
  at,
  makeArticle,
  makeBatch,
  makeBelief,
  makeBriefing,
  makeClaim,
  makeControl,
  makeDispute,
  makeEvent,
  makeFigure,
  makePlace,
  makeSource,
  makeStory,
} from './ledger-fixtures.ts'

/** A small world of which every batch tells a part: five reports of two claims each. */
const ARTICLES = [0, 1, 2, 3, 4].map(index =>
  makeArticle({ text: `Night ${index}: drones over the harbour and the mill`, publishedAt: at(index * 700) }),
)
const CLAIMS = ARTICLES.map(article => [
  makeClaim(article, { places: [makePlace('harbour')] }),
  makeClaim(article, { span: [9, 15], type: 'combat.interception', places: [makePlace('mill')] }),
])
const BANDS = ['unlikely', 'likely', 'almost-certain'] as const

/** One step of a week's work: which reports came, which were read again and lost a claim, and what is made of it all. */
const step = fc.record({
  articles: fc.subarray(ARTICLES),
  reliability: fc.constantFrom('B', 'C'),
  reread: fc.subarray([0, 1, 2, 3, 4], { maxLength: 2 }),
  reconciled: fc.option(fc.record({ over: fc.subarray(CLAIMS), band: fc.constantFrom(...BANDS) })),
  minutes: fc.integer({ min: 1, max: 3 }),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

function batchOf(made: Step, learned: number): LedgerBatch {
  const lost = made.reread.map(index => ARTICLES[index]).filter(article => article !== undefined)
  const fresh = made.articles.flatMap(article => CLAIMS[ARTICLES.indexOf(article)] ?? [])
  const again = lost.flatMap(article => CLAIMS[ARTICLES.indexOf(article)]?.slice(0, 1) ?? [])
  const claims = [...fresh.filter(claim => !lost.some(({ id }) => id === claim.article)), ...again]
  return makeBatch(at(learned), {
    sources: [makeSource({ reliability: made.reliability as 'B' | 'C' })],
    articles: [...made.articles, ...lost],
    claims,
    reread: lost.map(({ id }) => id),
    reconciled: made.reconciled && reconciledOf(made.reconciled),
  })
}

function reconciledOf({ over, band }: NonNullable<Step['reconciled']>): LedgerBatch['reconciled'] {
  const events = over.map(claims => makeEvent(claims))
  return {
    stories: over.map(claims =>
      makeStory(
        ARTICLES.filter(({ id }) => id === claims[0]?.article),
        claims,
      ),
    ),
    events,
    disputes: over.slice(1).map(claims => makeDispute(claims, { status: band === 'likely' ? 'open' : 'conceded' })),
    figures: over.slice(2).map(claims => makeFigure(claims)),
    beliefs: events.map(event => makeBelief(event, { likelihood: band })),
    control: over.length > 2 ? [makeControl({ likelihood: band })] : [],
    tracks: [],
    accounts: [],
  }
}

/** Everything that can be read of a ledger, as of a moment or now. */
async function readAll(ledger: Ledger, asOf: ReturnType<typeof at> | null): Promise<unknown> {
  const window = { saidFrom: at(600), saidTo: at(2000) }
  return {
    sources: await ledger.sources({ asOf }),
    articles: await ledger.articles({ asOf }),
    article: await ledger.article(ARTICLES[1]?.id ?? '', { asOf }),
    claims: await ledger.claims({ asOf }),
    harbour: await ledger.claims({ asOf, place: 'harbour', limit: 2 }),
    stories: await ledger.stories({ asOf }),
    events: await ledger.events({ asOf }),
    inWindow: [await ledger.stories({ asOf, ...window }), await ledger.events({ asOf, ...window })],
    underEvent: await ledger.claims({ asOf, event: makeEvent(CLAIMS[2] ?? []).id }),
    disputes: await ledger.disputes({ asOf, place: 'veslo' }),
    figures: await ledger.figures({ asOf }),
    beliefs: await ledger.beliefs({ asOf }),
    control: await ledger.control({ asOf }),
    days: await ledger.days({ asOf }),
    briefing: await ledger.briefing(makeBriefing(at(0)).date, { asOf }),
  }
}

/** Records the steps one after another and reads everything after each. */
async function live(ledger: Ledger, steps: readonly Step[]): Promise<{ time: number; read: unknown }[]> {
  const seen = []
  let time = 0
  for (const made of steps) {
    time += made.minutes
    await ledger.record(batchOf(made, time))
    if (made.articles.length > 3) await ledger.saveBriefing(makeBriefing(at(time)))
    seen.push({ time, read: await readAll(ledger, null) })
  }
  return seen
}

const steps = fc.array(step, { minLength: 2, maxLength: 6 })
const RUNS = { numRuns: 4 }

describe.each(ENGINES)('a ledger on $name', engine => {
  it('says of a past moment what it said then, whatever was learned since', async () => {
    const law = async (week: readonly Step[]) => {
      const place = await engine.place()
      const ledger = await place.open()
      try {
        for (const { time, read } of await live(ledger, week)) expect(await readAll(ledger, at(time))).toEqual(read)
      } finally {
        await ledger.close()
        await place.remove()
      }
    }
    await fc.assert(fc.asyncProperty(steps, law), RUNS)
  }, 120_000)

  it('gains nothing from a batch it has just recorded', async () => {
    const law = async (week: readonly Step[]) => {
      const place = await engine.place()
      const ledger = await place.open()
      try {
        for (const [index, made] of week.entries()) {
          await ledger.record(batchOf(made, index))
          const { rows } = await ledger.stats()
          await ledger.record(batchOf(made, index + 100))
          expect((await ledger.stats()).rows).toEqual(rows)
        }
      } finally {
        await ledger.close()
        await place.remove()
      }
    }
    await fc.assert(fc.asyncProperty(steps, law), RUNS)
  }, 120_000)
})

describe.runIf(ENGINES.length > 1)('the embedded ledger and a PostgreSQL server', () => {
  it('answer alike', async () => {
    const law = async (week: readonly Step[]) => {
      const answers = []
      for (const engine of ENGINES) {
        const place = await engine.place()
        const ledger = await place.open()
        try {
          answers.push([await live(ledger, week), (await ledger.stats()).rows])
        } finally {
          await ledger.close()
          await place.remove()
        }
      }
      expect(answers[0]).toEqual(answers[1])
    }
    await fc.assert(fc.asyncProperty(steps, law), RUNS)
  }, 120_000)
})
