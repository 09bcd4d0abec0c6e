import { describe, expect, it } from 'vitest'
import type { Figure } from '#domain'
import { claimantsOf, pointOf, toCsv } from './series.ts'

const figure = (more: Partial<Figure>): Figure =>
  ({
    id: 'f_1',
    event: null,
    series: 'cumulative',
    measure: 'personnel.losses',
    subject: 'Russia',
    claimant: 'General Staff',
    camp: 'ukraine',
    value: 100,
    low: null,
    high: null,
    unit: null,
    of: null,
    change: null,
    happened: '2024-11-26',
    said: '2024-11-26T06:00:00.000Z',
    learned: '2024-11-26T06:00:00.000Z',
    because: ['c_1'],
    flags: [],
    replaces: null,
    ...more,
  }) as unknown as Figure

describe('a figure as it is drawn', () => {
  it.each([
    ['an exact number is a point', { value: 100 }, [100, 100, false]],
    ['a range is a bar', { value: null, low: 20, high: 30 }, [20, 30, true]],
    ['a lower bound ends where it is given', { value: null, low: 235, high: null }, [235, 235, true]],
    ['an upper bound too', { value: null, low: null, high: 60 }, [60, 60, true]],
  ])('%s', (_, given, [low, high, isRange]) => {
    expect(pointOf(figure(given as Partial<Figure>))).toMatchObject({ low, high, isRange })
  })
})

describe('claimants', () => {
  it('are listed by how many figures they give', () => {
    const figures = [figure({ claimant: 'Daily' }), figure({}), figure({})]
    expect(claimantsOf(figures).map(({ name, count }) => [name, count])).toEqual([
      ['General Staff', 2],
      ['Daily', 1],
    ])
  })
})

describe('figures as comma-separated values', () => {
  it('quote what holds a comma or a quotation mark', () => {
    expect(toCsv([figure({ claimant: 'Daily, "late" edition' })])).toContain('"Daily, ""late"" edition"')
  })
  it.each(['=1+1', '+1', '-1', '@sum', '\tx'])(
    'a name that a spreadsheet would run as a formula is kept a text: %j',
    name => {
      expect(toCsv([figure({ claimant: name })]).split('\r\n')[1]).toContain(`'${name}`)
    },
  )
  it('a number below zero stays a number', () => {
    expect(toCsv([figure({ change: -5 })]).split('\r\n')[1]).toContain(',-5,')
  })
})
