import { describe, expect, it } from 'vitest'
import type { ClaimType, RecordedClaim } from '#domain'
import { claim, count, day, inPlace, report } from '../../../test/publish/makers.ts'
import { importanceOf, isView, sectionOf } from './rank.ts'

const told = (text: string, type: ClaimType, more: Partial<RecordedClaim> = {}) =>
  claim(report('Hill Wire', '2024-11-26T08:00:00Z', text), text, { type, ...more })
const item = { origins: 1, camps: ['north'], disputed: false, changed: null }
const weight = (claims: readonly RecordedClaim[], more: Partial<typeof item> = {}, daysBefore = 0) =>
  importanceOf({ ...item, ...more }, claims, daysBefore)

describe('what comes first', () => {
  const attack = told('The south launched 188 drones', 'combat.strike', { figures: [count('munitions.launched', 188)] })
  const post = told('I take the morning post back', 'control.seized')

  it('a great attack before a lone vague claim of ground', () =>
    expect(weight([attack])).toBeGreaterThan(weight([post])))
  it('what more origins and camps tell', () => {
    expect(weight([attack], { origins: 4 })).toBeGreaterThan(weight([attack]))
    expect(weight([attack], { camps: ['north', 'south'] })).toBeGreaterThan(weight([attack]))
  })
  it('more killed before fewer, but no man by his age', () => {
    const killed = (text: string, value: number) =>
      told(text, 'harm.casualties', {
        figures: [count('people.killed', value)],
        places: [inPlace('oak-hill', 'Oak Hill')],
      })
    expect(weight([killed('30 people were killed', 30)])).toBeGreaterThan(weight([killed('3 people were killed', 3)]))
    expect(weight([killed('A woman of 71 was killed', 71)])).toBeLessThan(weight([killed('3 people were killed', 3)]))
  })
  it('a trusted reading before one that is not', () =>
    expect(weight([attack])).toBeGreaterThan(weight([{ ...attack, confidence: 0.4 }])))
  it('today before last month', () => expect(weight([attack])).toBeGreaterThan(weight([attack], {}, 30)))
})

describe('where a line stands', () => {
  it('an assessment with its subject', () => {
    expect(sectionOf(told('Talks on a truce will begin', 'assessment.forecast'))).toBe('Politics and diplomacy')
    expect(sectionOf(told('Gas transit will end', 'assessment.forecast'))).toBe('Economy and aid')
    expect(sectionOf(told('The advance has slowed', 'assessment.momentum'))).toBe('Fighting')
  })
  it('munitions with the fighting, whatever their type', () => {
    const figures = [count('munitions.shot-down', 76)]
    expect(sectionOf(told('76 drones were shot down', 'politics.aid', { figures }))).toBe('Fighting')
  })
  it('what has not happened is no fact', () => {
    const time = {
      start: day('2024-11-26'),
      end: day('2024-12-31'),
      words: 'by the end of the year',
      tense: 'present',
    } as const
    expect(isView(told('The south takes Mill Ford', 'control.seized', { time }))).toBe(true)
    expect(isView(told('The south took Mill Ford', 'control.seized'))).toBe(false)
  })
})
