import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandSpellings } from './expand-spellings.ts'
import { foldPlaceName } from './fold-place-name.ts'

describe('British and American spellings', () => {
  it('a British name is also known by its American twin, and the other way round', () => {
    expect(expandSpellings('Ministry of Defence', [])).toEqual(['Ministry of Defense'])
    expect(expandSpellings('US Department of Defense', ['Pentagon'])).toEqual(['Pentagon', 'US Department of Defence'])
  })
  it('keeps the case of the word it respells', () => {
    expect(expandSpellings('Centre for Countering Disinformation', ['think-tank centre'])).toEqual([
      'think-tank centre',
      'Center for Countering Disinformation',
      'think-tank center',
    ])
  })
  it('respells no word that only contains the letters', () => {
    expect(expandSpellings('Epicentre Labs', ['undefenced'])).toEqual(['undefenced'])
  })
  it('lists no alias twice', () => {
    expect(expandSpellings('Ministry of Defence', ['Ministry of Defense', 'MoD'])).toEqual([
      'Ministry of Defense',
      'MoD',
    ])
  })
})

describe('folding of names', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Mar’inka', 'marinka'],
    ["Mar'inka", 'marinka'],
    ['Dubovo-Vasylivka', 'dubovo vasylivka'],
    ['  Kryvyi   Rih ', 'kryvyi rih'],
    ['St. Petersburg', 'st petersburg'],
    ['Støre', 'store'],
  ])('%s is compared as %s', (name, folded) => {
    expect(foldPlaceName(name)).toBe(folded)
  })
  it('folding a folded name changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        const once = foldPlaceName(name)
        return foldPlaceName(once) === once
      }),
    )
  })
})
