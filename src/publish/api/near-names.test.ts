import { describe, expect, it } from 'vitest'
import { theatre } from '../../../test/publish/made-up-day.ts'
import { didYouMean, nearPlaces } from './near-names.ts'

describe('names near to what was typed', () => {
  it.each([
    ['Mil Ford', ['Mill Ford']],
    ['Mil-Frod', ['Mill Ford']],
    ['Old Oak Hil', ['Oak Hill']],
    ['Samarkand', []],
    ['', []],
  ])('%s', (typed, names) => {
    expect(nearPlaces(theatre, typed)).toEqual(names)
  })
  it('are asked for in one sentence, and none is made up', () => {
    expect(didYouMean(theatre, 'Mil Ford')).toBe('; did you mean Mill Ford?')
    expect(didYouMean(theatre, 'Samarkand')).toBe('; try another spelling')
  })
})
