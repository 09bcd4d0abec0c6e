import { describe, expect, it } from 'vitest'
import type { ClaimType, RecordedClaim } from '#domain'
import { claim, count, inPlace, report } from '../../../test/publish/makers.ts'
import { joinSame } from './same-thing.ts'

const told = (outlet: string, text: string, type: ClaimType, more: Partial<RecordedClaim> = {}) => {
  const one = claim(report(outlet, '2024-11-26T08:00:00Z', text), text, { type, ...more })
  return { events: [], today: [one], claims: [one] }
}
const lines = (...each: ReturnType<typeof told>[]) => joinSame(each, ({ holder }) => holder.name).length

describe('one thing coded twice is one line', () => {
  it('nearly the same words under two types', () => {
    const [a, b] = [
      'Southern forces launched an air strike on the sports centre',
      'Overnight southern forces launched an air strike on the sports centre',
    ]
    expect(lines(told('A', a ?? '', 'combat.strike'), told('B', b ?? '', 'harm.damage'))).toBe(1)
  })
  it('a night’s drones and how many of them came down', () => {
    const sent = told('A', '188 drones were launched', 'combat.strike', { figures: [count('munitions.launched', 188)] })
    const down = told('B', 'it shot down 76', 'combat.interception', {
      figures: [count('munitions.shot-down', 76, { of: 188 })],
    })
    expect(lines(sent, down)).toBe(1)
  })
  it('one area told by one holder in two reports', () => {
    const area = { figures: [count('area', 235, { unit: 'km2' })] }
    expect(
      lines(
        told('A', 'The army took 235 km', 'control.seized', area),
        told('A', 'Almost 235 km were won', 'control.seized', area),
      ),
    ).toBe(1)
  })
})

describe('two things stay two lines', () => {
  it('two dead here and two dead there', () => {
    const two = (place: string) => ({ figures: [count('people.killed', 2)], places: [inPlace(place, place)] })
    expect(
      lines(
        told('A', 'Two people were killed in Oak Hill', 'harm.casualties', two('Oak Hill')),
        told('B', 'Two people were killed in Far Town', 'harm.casualties', two('Far Town')),
      ),
    ).toBe(2)
  })
  it('the same words with another number', () =>
    expect(
      lines(
        told('A', 'In Oak Hill 23 people were hurt by drones', 'harm.casualties'),
        told('A', 'In Oak Hill 8 people were hurt by drones', 'harm.casualties'),
      ),
    ).toBe(2))
  it('a claim and its denial', () => {
    const words = 'Southern troops took the town of Mill Ford'
    expect(lines(told('A', words, 'control.seized'), told('B', words, 'control.seized', { stance: 'denies' }))).toBe(2)
  })
})
