import { describe, expect, it } from 'vitest'
import { AFFIX_FEATURES, AFFIX_ROWS, affixRows, hashOf, normalForm, shapeOf } from './word-features.ts'

describe('what the network sees of a word', () => {
  it.each([
    ['Bakhmut', 'bakhmut'],
    ['2,450', '0,000'],
    ['“Kinzhal”', '"kinzhal"'],
    ['’s', "'s"],
    ['—', '--'],
  ])('knows %s as %s', (form, normal) => {
    expect(normalForm(form)).toBe(normal)
  })

  it.each([
    ['Kherson', 'Xxx'],
    ['HIMARS', 'XX'],
    ['T-72B3', 'X-ddXd'],
    ['U.S.', 'X.X.'],
    ['1,007', 'd,dd'],
    ['Дніпро', 'Xxx'],
    ['!!!!', '!!'],
    ['aAaAaAaAaA', 'xXxXxXxX'],
  ])('gives %s the shape %s', (form, shape) => {
    expect(shapeOf(form)).toBe(shape)
  })

  it('hashes as FNV-1a does', () => {
    // The published test vectors of 32-bit FNV-1a.
    expect(hashOf('')).toBe(0x811c9dc5)
    expect(hashOf('a')).toBe(0xe40c292c)
    expect(hashOf('foobar')).toBe(0xbf9cf968)
  })

  it('has nine rows for any word, the shortest and the strangest too', () => {
    for (const form of ['a', '', '🛩', '\ud800', 'non-combatants']) {
      const rows = affixRows(form, normalForm(form))
      expect(rows).toHaveLength(AFFIX_FEATURES)
      expect(rows.every(row => Number.isInteger(row) && row >= 0 && row < AFFIX_ROWS)).toBe(true)
    }
  })
})
