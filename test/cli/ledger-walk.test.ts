import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fogline, freshDir } from './fogline.ts'

/** Three made-up reports: a town given up by who held it, and one toll by two counts. */
const REPORTS: readonly (readonly [name: string, outlet: string, publishedAt: string, text: string])[] = [
  [
    'left',
    'Harbour Post',
    '2024-11-20T08:00:00Z',
    'The General Staff of the Armed Forces of Ukraine said on Wednesday that Ukrainian forces had withdrawn from Bakhmut. Russian forces captured Bakhmut, the Russian Ministry of Defence said.',
  ],
  [
    'toll',
    'Harbour Post',
    '2024-11-20T20:00:00Z',
    'A missile struck a school in Sumy on Wednesday. Four people were killed in Sumy on Wednesday, the regional administration said.',
  ],
  [
    'rival',
    'River Courier',
    '2024-11-21T08:00:00Z',
    'A missile struck a school in Sumy on Wednesday. Nine people were killed in Sumy on Wednesday, the Red Cross said.',
  ],
]

const square = (west: number, south: number, side: number) => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ],
]
const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
/** A surveyor's map: ground around Bakhmut still Ukraine's, a lake that is nobody's, and a line. */
const MAP = {
  type: 'FeatureCollection',
  features: [
    feature({ holder: 'ukraine' }, 'Polygon', square(37.9, 48.5, 0.2)),
    feature({ name: 'Lake' }, 'Polygon', square(30, 50, 0.1)),
    feature({}, 'LineString', [
      [37.9, 48.5],
      [38.1, 48.7],
    ]),
  ],
}

/** One question the ledger decides, one it cannot, and one that is not of yes or no. */
const QUESTIONS = [
  {
    question: {
      type: 'binary',
      title: 'Will Russia capture Bakhmut by the end of November 2024?',
      open_time: '2024-11-01T00:00:00Z',
      scheduled_resolve_time: '2024-12-01T00:00:00Z',
      resolution_criteria: 'Decided by who is said to hold the town.',
      resolution: null,
      aggregations: {
        recency_weighted: {
          history: [
            { start_time: 1730419200, centers: [0.25] },
            { start_time: 1731888000, centers: [0.75] },
          ],
        },
      },
    },
  },
  {
    question: 'Will the harbour of the invented town of Arden reopen?',
    outcomeType: 'BINARY',
    createdTime: 1730419200000,
    closeTime: 1735603200000,
    probability: 0.4,
  },
  { question: 'How many ships will call at Arden?', outcomeType: 'NUMERIC', createdTime: 1730419200000 },
]

interface Book {
  questions: { question: { id: string; text: string }; resolution: { outcome: string; why: string } }[]
  scores: { forecaster: string; resolved: number; brier: { low: number } | null }[]
}

const dir = freshDir()
const [reports, map, questions] = [join(dir, 'reports'), join(dir, 'map.geojson'), join(dir, 'questions.json')]
const run = (...args: string[]) => {
  const ran = fogline(args, { FOGLINE_DATA: join(dir, 'data') })
  expect(ran.err).toBe('')
  expect(ran.code).toBe(0)
  return ran.out
}
const json = <T>(...args: string[]): T => JSON.parse(run(...args)) as T

describe('a ledger walked from the command line', () => {
  beforeAll(() => {
    mkdirSync(reports)
    for (const [name, outlet, publishedAt, text] of REPORTS) {
      const url = `https://${outlet.toLowerCase().replace(' ', '-')}.example/${name}`
      writeFileSync(join(reports, `${name}.json`), JSON.stringify({ title: null, text, outlet, publishedAt, url }))
    }
    writeFileSync(map, JSON.stringify(MAP))
    writeFileSync(questions, JSON.stringify(QUESTIONS))
    expect(fogline(['ingest', reports, '--as-published'], { FOGLINE_DATA: join(dir, 'data') }).code).toBe(0)
  }, 240_000)

  it('takes in a map once, sets it beside its own line, and draws the front with its method', () => {
    const drawn = ['control', 'import', map, '--claimant', 'surveyor', '--date', '2024-11-22']
    expect(json(...drawn, '--json')).toMatchObject({ areas: 1, lines: 1, unread: 1 })
    expect(run(...drawn)).toContain('known already')
    expect(json('control', 'compare', 'surveyor', '--json')).toMatchObject({
      differ: 1,
      differences: [{ name: 'Bakhmut', fogline: 'russia', map: 'ukraine' }],
    })
    const front = json<{ label: string; on: string; features: unknown[] }>('control', 'front', '--on', '2024-11-22')
    expect(front).toMatchObject({ on: '2024-11-22', label: expect.stringContaining('as before the war') })
    expect(front.features.length).toBeGreaterThan(0)
  }, 240_000)

  it('registers questions once, decides those it can, leaves the rest to an analyst', () => {
    expect(json('forecasts', 'import', questions, '--json')).toEqual({
      questions: 2,
      added: 2,
      forecasts: 3,
      decidable: 1,
      skipped: 1,
    })
    expect(json('forecasts', 'import', questions, '--json')).toMatchObject({ questions: 2, added: 0, forecasts: 0 })
    const before = json<Book>('forecasts', '--json')
    const outcomes = (book: Book) =>
      Object.fromEntries(book.questions.map(each => [each.question.text, each.resolution.outcome]))
    const [town, harbour] = [QUESTIONS[0]?.question, QUESTIONS[1]?.question] as [{ title: string }, string]
    expect(outcomes(before)).toEqual({ [town.title]: 'yes', [harbour]: 'open' })
    const id = before.questions.find(({ question }) => question.text === harbour)?.question.id ?? ''
    const decide = ['forecasts', 'resolve', id, 'no', '--analyst', 'ada', '--reason', 'the quay is still shut']
    expect(run(...decide)).toContain('no, by ada')
    const after = json<Book>('forecasts', '--json')
    expect(outcomes(after)).toEqual({ [town.title]: 'yes', [harbour]: 'no' })
    const brier = Object.fromEntries(after.scores.map(score => [score.forecaster, score.brier?.low]))
    expect(brier['Metaculus community']).toBeCloseTo(0.0625)
    expect(brier['Manifold market']).toBeCloseTo(0.16)
  }, 240_000)

  it('gives the range of a toll, and whose count is the most conservative', () => {
    const [range, ...others] = json<Record<string, unknown>[]>('figures', 'people.killed', '--ranges', '--json')
    expect(others).toEqual([])
    expect(range).toMatchObject({ low: 4, high: 9 })
    expect(run('figures', 'people.killed', '--ranges')).toContain('4 (regional administration)')
  }, 240_000)

  it('opens a story with its account, and a claim with what rests on it', () => {
    const stories = json<{ id: string; articles: { url: string }[] }[]>('stories', '--json')
    const toll = stories.find(({ articles }) => articles.length === 2)
    expect(toll?.articles.map(({ url }) => url).sort()).toEqual([
      'https://harbour-post.example/toll',
      'https://river-courier.example/rival',
    ])
    const account = json<Record<string, unknown>>('stories', toll?.id ?? '', '--json')
    expect(account).toMatchObject({ id: toll?.id, moved: null, account: { id: toll?.id } })
    const [{ id }] = json<[{ id: string }]>('search', 'withdrawn', '--json')
    expect(json('claim', id, '--json')).toMatchObject({
      claim: { id, type: 'control.left' },
      belief: { because: expect.arrayContaining([id]) },
    })
    expect(run('claim', id)).toContain('Admiralty')
  }, 240_000)
})
