import { describe, expect, it } from 'vitest'
import { readMoment, readZonedMoment } from './read-moment.ts'

describe('a moment as feeds and pages write it', () => {
  it.each([
    ['2024-11-26', '2024-11-26T00:00:00.000Z'],
    ['2024-11-26T08:30:00+02:00', '2024-11-26T06:30:00.000Z'],
    ['2024-11-26 08:30', '2024-11-26T08:30:00.000Z'],
    ['2024-11-26T08:30:00.123456+0200', '2024-11-26T06:30:00.123Z'],
    ['20241126', '2024-11-26T00:00:00.000Z'],
    ['2024-11', '2024-11-01T00:00:00.000Z'],
    ['Tue, 26 Nov 2024 08:30:00 GMT', '2024-11-26T08:30:00.000Z'],
    ['Tue, 26 Nov 2024 08:30:00 EST', '2024-11-26T13:30:00.000Z'],
    ['26 Nov 24 08:30 +0100', '2024-11-26T07:30:00.000Z'],
    ['November 26, 2024', '2024-11-26T00:00:00.000Z'],
    ['26th of November 2024', '2024-11-26T00:00:00.000Z'],
    ['Nov. 26, 2024 at 9:05 pm', '2024-11-26T21:05:00.000Z'],
    ['Tue Nov 26 08:30:00 2024', '2024-11-26T08:30:00.000Z'],
  ])('reads %s', (written, moment) => {
    expect(readMoment(written)).toBe(moment)
  })

  it.each(['', 'soon', '2024-02-30', '31 February 2024', '03/04/2024', 'May be later', '12 drones'])(
    'does not read %s',
    written => {
      expect(readMoment(written)).toBeNull()
    },
  )

  it('keeps the zone a page gives, since its day is the publisher’s day', () => {
    expect(readZonedMoment('2024-11-26T23:30:00-05:00')).toBe('2024-11-26T23:30:00-05:00')
    expect(readMoment('2024-11-26T23:30:00-05:00')).toBe('2024-11-27T04:30:00.000Z')
  })
})
