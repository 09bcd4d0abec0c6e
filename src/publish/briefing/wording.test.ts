import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWhole, shownWords, wordingOf } from './wording.ts'

describe('the words a line shows', () => {
  it.each([
    ['The ministers met in Far Town about the bridge that', 'The ministers met in Far Town about the bridge'],
    ['Mill Ford was not taken as of today, and that', 'Mill Ford was not taken as of today'],
    ['buyers were short of currency and that payments', 'buyers were short of currency'],
    ['promised the north support for as long', 'promised the north support'],
    ['The chance stands at 71% (up from 62%', 'The chance stands at 71%'],
    ['its units hold it | No footage from the village', 'its units hold it'],
    ['FAR TOWN, Nov 26 (Hill Wire) – The south sent 40 drones', 'The south sent 40 drones'],
    ['14.04.22 07:37 - The south sent 40 drones', 'The south sent 40 drones'],
    ['The north has retaken two hills since 10 May', 'The north has retaken two hills since 10 May'],
    ['The fighting goes on', 'The fighting goes on'],
  ])('%s', (text, shown) => expect(shownWords(text)).toBe(shown))

  it('are always one exact piece of the claim', () => {
    const word = fc.constantFrom(
      'who',
      'and',
      'that',
      '(',
      ')',
      '|',
      'KYIV',
      '–',
      'took',
      'Mill',
      'Ford',
      ',',
      'as',
      'long',
      '“',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map(words => words.join(' ')),
        ),
        text => {
          expect(text).toContain(shownWords(text))
        },
      ),
    )
  })
})

describe('words that can stand alone', () => {
  it.each([
    'Southern troops took Mill Ford',
    'it shot down 16 of the 21 drones',
    'Shelling killed two people in Oak Hill',
    'Two people were killed',
  ])('whole: %s', words => expect(isWhole(words)).toBe(true))
  it.each([
    'hit Oak Hill at noon',
    'which was used as a shelter',
    'called on them to surrender',
    'In Far Town the number of injured',
    'Saturday at a battery near Oak Hill were intercepted',
    'The south is expelling a diplomat whom',
    'dug in',
  ])('broken: %s', words => expect(isWhole(words)).toBe(false))

  it('a whole sentence that names its place words a line better than a broken one', () => {
    const claim = (text: string) => wordingOf({ text, span: [0, text.length], places: [], confidence: 0.8 })
    expect(claim('Drones struck the market of Oak Hill')).toBeGreaterThan(claim('struck the market of Oak Hill'))
  })
})
