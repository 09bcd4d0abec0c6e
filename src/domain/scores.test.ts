import { describe, expect, it } from 'vitest'
import {
  betaPosterior,
  type ControlMap,
  type Day,
  type Figure,
  type Forecast,
  holderOnMap,
  type Instant,
  makeId,
  type Question,
  rangesOf,
  resolveQuestion,
  scoreForecasts,
  suggestReliability,
} from './index.ts'
import { makeJudgement } from './judgement.ts'
import type { Control } from './reconciled.ts'

const question = (criteria: Question['criteria'], opened = '2030-01-01'): Question => ({
  id: makeId('question', { criteria, opened }),
  text: 'will it?',
  origin: 'claim',
  url: null,
  opened: opened as Day,
  criteria,
  rules: null,
  given: null,
  claim: null,
})
const step = (from: string, holder: string, likelihood: Control['likelihood'] = 'likely'): Control => ({
  id: makeId('control', { from, holder }),
  place: 'arden',
  part: null,
  claimant: null,
  from: from as Day,
  holder,
  likelihood,
  confidence: 'low',
  because: [],
  against: [],
  through: null,
  learned: `${from}T12:00:00.000Z` as Instant,
  replaces: null,
})
const falls = question({ kind: 'control', place: 'arden', holder: 'north', mode: 'taken', by: '2030-01-31' as Day })
const ground = (control: readonly Control[], until: string) => ({
  control,
  figures: [],
  judgements: [],
  until: until as Day,
})

describe('how a question comes out', () => {
  const start = step('2029-12-31', 'south', 'almost-certain')
  it.each([
    ['yes, when the line passes in time', [start, step('2030-01-20', 'north')], '2030-01-21', 'yes'],
    ['no, when the day has passed', [start, step('2030-02-02', 'north')], '2030-02-03', 'no'],
    ['open, while it has not', [start], '2030-01-31', 'open'],
    [
      'open, on no more than a possibility',
      [start, step('2030-01-20', 'north', 'realistic-possibility')],
      '2030-01-21',
      'open',
    ],
    ['open, where it is only contested', [start, step('2030-01-20', 'contested')], '2030-01-21', 'open'],
    ['void, where it was so when it was asked', [step('2029-12-31', 'north')], '2030-01-21', 'void'],
  ])('%s', (_, steps, until, outcome) => {
    expect(resolveQuestion(falls, ground(steps, until)).outcome).toBe(outcome)
  })
  it("takes an analyst's word before the ledger's", () => {
    const judgement = makeJudgement({
      analyst: 'A. Nalyst',
      at: '2030-01-22T09:00:00.000Z' as Instant,
      on: falls.id,
      verdict: 'resolve',
      change: { outcome: 'no' },
      reason: 'the report was withdrawn',
    })
    const known = { ...ground([start, step('2030-01-20', 'north')], '2030-01-21'), judgements: [judgement] }
    expect(resolveQuestion(falls, known)).toMatchObject({ outcome: 'no', by: 'analyst' })
    const undo = makeJudgement({
      analyst: 'A. Nalyst',
      at: '2030-01-23T09:00:00.000Z' as Instant,
      on: judgement.id,
      verdict: 'undo',
      change: null,
      reason: 'it was not',
    })
    expect(resolveQuestion(falls, { ...known, judgements: [judgement, undo] })).toMatchObject({ by: 'ledger' })
  })
})

describe('scores of forecasters', () => {
  const asked = falls.id
  const forecast = (low: number, high: number, at = '2030-01-02'): Forecast => ({
    id: makeId('forecast', { low, high, at }),
    question: asked,
    forecaster: 'Panel',
    camp: 'third-party',
    low,
    high,
    band: 'likely',
    words: null,
    at: `${at}T00:00:00.000Z` as Instant,
    claim: null,
  })
  const came = (outcome: 'yes' | 'no') =>
    new Map([[asked, { outcome, on: '2030-01-20' as Day, by: 'ledger' as const, why: '', because: [] }]])
  it('gives a number its Brier and log score', () => {
    const [score] = scoreForecasts([forecast(0.8, 0.8)], came('yes'))
    expect(score?.brier?.low).toBeCloseTo(0.04)
    expect(score?.log?.high).toBeCloseTo(-Math.log(0.8))
  })
  it('gives a word both ends of its band, never the middle', () => {
    const [score] = scoreForecasts([forecast(0.55, 0.75)], came('no'))
    expect([score?.brier?.low, score?.brier?.high]).toEqual([expect.closeTo(0.3025), expect.closeTo(0.5625)])
  })
  it('counts the last word before the outcome and none after it', () => {
    const said = [forecast(0.5, 0.5), forecast(0.9, 0.9, '2030-01-10'), forecast(1, 1, '2030-01-25')]
    expect(scoreForecasts(said, came('yes'))[0]?.brier?.low).toBeCloseTo(0.01)
  })
})

describe('the record of an origin', () => {
  it('has the textbook mean and a middle that holds 90 %', () => {
    expect(betaPosterior(0, 0)).toEqual({ alpha: 1, beta: 1, mean: 0.5, low: 0.05, high: 0.95 })
    const { mean, low, high } = betaPosterior(18, 1)
    expect(mean).toBeCloseTo(19 / 21, 3)
    expect(low).toBeGreaterThan(0.77)
    expect(high).toBeLessThan(0.99)
  })
  it('suggests nothing from few settled claims', () => {
    expect(suggestReliability({ confirmed: 9, contradicted: 0, withdrawn: 0, unsettled: 50 })).toBeNull()
    expect(suggestReliability({ confirmed: 60, contradicted: 0, withdrawn: 0, unsettled: 0 })).toBe('A')
    expect(suggestReliability({ confirmed: 4, contradicted: 8, withdrawn: 1, unsettled: 0 })).toBe('E')
  })
})

describe('a map of others', () => {
  const square = (from: number, to: number) =>
    [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ] as const
  const map: ControlMap = {
    id: makeId('map', 1),
    claimant: 'mapmaker',
    date: '2030-01-01' as Day,
    file: 'a.geojson',
    sha256: '',
    areas: [
      { holder: 'north', polygons: [[square(0, 10), square(4, 6)]] },
      { holder: 'contested', polygons: [[square(8, 12)]] },
    ],
    lines: [],
  }
  it('holds what lies in it, not what lies in a hole, and where areas overlap it is contested', () => {
    expect(holderOnMap(map, { lat: 2, lon: 2 })).toBe('north')
    expect(holderOnMap(map, { lat: 5, lon: 5 })).toBeNull()
    expect(holderOnMap(map, { lat: 9, lon: 9 })).toBe('contested')
    expect(holderOnMap(map, { lat: 20, lon: 2 })).toBeNull()
  })
})

describe('ranges across claimants', () => {
  const figure = (claimant: string, camp: string, value: number, more: Partial<Figure> = {}): Figure => ({
    id: makeId('figure', { claimant, value, ...more }),
    event: 'e_1',
    series: null,
    measure: 'people.killed',
    subject: 'people',
    claimant,
    camp,
    value,
    low: null,
    high: null,
    unit: null,
    of: null,
    change: null,
    happened: '2030-01-01' as Day,
    said: '2030-01-01T10:00:00.000Z' as Instant,
    learned: '2030-01-01T10:00:00.000Z' as Instant,
    because: [],
    flags: [],
    replaces: null,
    ...more,
  })
  it("takes each claimant's newest and leaves out what was corrected", () => {
    const early = figure('Governor', 'south', 3)
    const late = figure('Governor', 'south', 7, { said: '2030-01-01T18:00:00.000Z' as Instant, replaces: early.id })
    const [range] = rangesOf([early, late, figure('Staff', 'north', 40)])
    expect(range).toMatchObject({ low: 7, high: 40, conservative: { claimant: 'Governor', value: 7 } })
    expect(range?.camps).toEqual([
      { camp: 'north', low: 40, high: 40, claimants: 1 },
      { camp: 'south', low: 7, high: 7, claimants: 1 },
    ])
  })
  it('keeps "16 of 21" as both numbers', () => {
    const [range] = rangesOf([figure('Air force', 'south', 16, { measure: 'munitions.shot-down', of: 21 })])
    expect(range?.ratio).toMatchObject({ part: 16, whole: 21 })
  })
})
