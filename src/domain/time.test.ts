import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from './index.ts'
import { addDays, dayNumber, dayOf, dayOfNumber, daysBetween, parseDay, parseInstant } from './index.ts'

const day = fc.integer({ min: -20_000, max: 40_000 }).map(n => addDays('1970-01-01' as Day, n))

describe('days of the war', () => {
  it('counts the first day as 1, so 26 November 2024 is day 1,007', () => {
    expect(dayNumber('2022-02-24' as Day, '2022-02-24' as Day)).toBe(1)
    expect(dayNumber('2022-02-24' as Day, '2024-11-26' as Day)).toBe(1007)
  })
  it('the number of a day and the day of a number are inverses', () => {
    fc.assert(fc.property(day, day, (first, other) => dayOfNumber(first, dayNumber(first, other)) === other))
  })
  it('days between two days add up', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, n) => daysBetween(from, addDays(from, n)) === n),
    )
  })
})

describe('reading a time', () => {
  it.each([
    ['2024-11-26', '2024-11-26T00:00:00.000Z'],
    ['2024-11-26T08:30:00Z', '2024-11-26T08:30:00.000Z'],
    ['2024-11-26T08:30:00+02:00', '2024-11-26T06:30:00.000Z'],
    ['2024-11-26 08:30', '2024-11-26T08:30:00.000Z'],
    ['2023-02-30', null],
    ['26 November 2024', null],
    ['2024-11-26T25:00:00Z', null],
    ['', null],
  ])('%s', (text, instant) => expect(parseInstant(text)).toBe(instant))
  it('a day that does not exist is none', () => expect(parseDay('2023-02-29')).toBeNull())
  it('the day of a moment is its UTC day', () => {
    const late = parseInstant('2024-11-26T23:30:00-02:00')
    expect(late && dayOf(late)).toBe('2024-11-27')
  })
})
