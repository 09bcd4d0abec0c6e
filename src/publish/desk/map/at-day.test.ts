import { describe, expect, it } from 'vitest'
import type { MapAnswer } from '#publish/api'
import { claimsByDay, daysBetween, indexMap, placesOnDay } from './at-day.ts'

const place = (id: string) => ({ id, name: id, kind: null, lat: 48, lon: 38, admin: null, country: 'UA', front: true })
const step = (place: string, from: string, holder: string) =>
  ({ place, from, holder, likelihood: 'likely', confidence: 'low', said: true }) as const
const cell = (place: string, day: string, more: object = {}) => ({
  place,
  day,
  family: 'combat',
  camp: 'russia',
  certainty: 'stated',
  source: 'wire',
  claims: 1,
  ...more,
})
const index = indexMap({
  asOf: '2024-11-26T00:00:00.000Z',
  first: '2024-11-20',
  last: '2024-11-26',
  places: [place('ford'), place('hill')],
  // Out of order on purpose: the answer promises none.
  control: [
    step('ford', '2024-11-24', 'contested'),
    step('ford', '2022-02-23', 'ukraine'),
    step('ford', '2024-11-26', 'russia'),
  ],
  claims: [
    cell('ford', '2024-11-24', { claims: 2 }),
    cell('ford', '2024-11-25', { family: 'harm', camp: 'ukraine' }),
    cell('hill', '2024-11-26', { certainty: 'likely' }),
  ],
} as unknown as MapAnswer)
const all = { families: [] }
const on = (day: string, span = 1, filter: Parameters<typeof placesOnDay>[3] = all) =>
  Object.fromEntries(placesOnDay(index, day, span, filter).map(each => [each.place.id, each]))

describe('a place on a day', () => {
  it.each([
    ['2024-11-23', 'ukraine'],
    ['2024-11-24', 'contested'],
    ['2024-11-25', 'contested'],
    ['2024-11-26', 'russia'],
  ])('on %s the ford is held by %s: the newest step that had begun', (day, holder) => {
    expect(on(day)['ford']?.held?.holder).toBe(holder)
  })
  it('nobody is said to hold a place without a line', () => {
    expect(on('2024-11-26')['hill']?.held).toBeNull()
  })
  it('counts the claims of the day, and of the days before it that are asked for', () => {
    expect(on('2024-11-25')['ford']?.claims).toBe(1)
    expect(on('2024-11-25', 2)['ford']?.claims).toBe(3)
    expect(on('2024-11-25', 2)['ford']?.families).toEqual(
      new Map([
        ['harm', 1],
        ['combat', 2],
      ]),
    )
  })
  it.each([
    [{ families: ['harm' as const] }, 1],
    [{ families: ['harm' as const, 'combat' as const] }, 3],
    [{ families: [], camp: 'russia' }, 2],
    [{ families: [], certainty: 'likely' }, 0],
    [{ families: [], source: 'another' }, 0],
  ])('a filter %j leaves %i claims', (filter, claims) => {
    expect(on('2024-11-25', 2, filter)['ford']?.claims).toBe(claims)
  })
})

describe('places that look the same on every day', () => {
  it('are those of which no claim speaks and which change hands on no day shown', () => {
    const { still } = indexMap({
      ...index.answer,
      places: [place('ford'), place('hill'), place('mill'), place('well'), place('quay')],
      control: [
        ...index.answer.control,
        { ...step('mill', '2022-02-23', 'ukraine'), said: false },
        step('quay', '2024-11-22', 'russia'),
      ],
    } as unknown as MapAnswer)
    expect([...still]).toEqual(['mill', 'well'])
  })
})

describe('the days of the slider', () => {
  it('run from the first to the last without a gap, over the end of February too', () => {
    expect(daysBetween('2024-02-27', '2024-03-02')).toEqual([
      '2024-02-27',
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
      '2024-03-02',
    ])
  })
  it('have as many claims as pass the filter', () => {
    const days = ['2024-11-24', '2024-11-25', '2024-11-26']
    expect(claimsByDay(index, days, all)).toEqual([2, 1, 1])
    expect(claimsByDay(index, days, { families: ['harm'] })).toEqual([0, 1, 0])
  })
})
