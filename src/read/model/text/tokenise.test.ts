import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenise } from './tokenise.ts'

const formsOf = (text: string): string =>
  tokenise(text)
    .map(({ form }) => form)
    .join(' ')

describe('words', () => {
  it.each([
    ['The U.S. sent Su-34 parts.', 'The U.S. sent Su - 34 parts .'],
    ['a Kinzhal-type missile, T-72B3s', 'a Kinzhal - type missile , T - 72B3s'],
    [
      'Veskia’s counter-offensive isn’t over; they cannot hold',
      'Veskia ’s counter-offensive is n’t over ; they can not hold',
    ],
    ['the U.S.’s and 2024’s losses', 'the U.S. ’s and 2024 ’s losses'],
    ['dont say thats it', 'do nt say that s it'],
    ['Gen. J. Hald met Lt. Col. Toll and Sec. Orr', 'Gen. J. Hald met Lt. Col. Toll and Sec. Orr'],
    ['he sat. No. 5 won, as in p. 7 and ext. 12', 'he sat . No. 5 won , as in p. 7 and ext. 12'],
    [
      'Marvik Steel Inc., a Ph.D. and two dogs (b. 2011) etc.',
      'Marvik Steel Inc. , a Ph.D. and two dogs ( b. 2011 ) etc.',
    ],
    ['R&D at AT&T', 'R&D at AT&T'],
  ])('cuts %s', (text, forms) => expect(formsOf(text)).toBe(forms))
})

describe('figures', () => {
  it.each([
    ['at 10pm, 235km², 152mm and $1.4bn', 'at 10 pm , 235 km² , 152 mm and $ 1.4 bn'],
    ['at 18:30 or 9:05:10', 'at 18:30 or 9:05:10'],
    ['€3m, 40%, 2,500kg', '€ 3 m , 40 % , 2,500 kg'],
    ['the 24th of the 1990s', 'the 24th of the 1990s'],
    ['26.11.2024 and 5/6', '26.11.2024 and 5/6'],
  ])('cuts %s', (text, forms) => expect(formsOf(text)).toBe(forms))

  it('keeps the blanks that mark thousands inside a figure', () =>
    expect(tokenise('11\u202f000 (+660)').map(({ form }) => form)).toEqual(['11\u202f000', '(', '+', '660', ')']))
})

describe('addresses and marks', () => {
  it.each([
    [
      'See https://made-up.example/a?b=1, or www.marvik.example.',
      'See https://made-up.example/a?b=1 , or www.marvik.example .',
    ],
    ['on marvik-news.com/day/7 and t.me/marvik_line', 'on marvik-news.com/day/7 and t.me/marvik_line'],
    ['order.pdf from desk@marvik.example', 'order.pdf from desk@marvik.example'],
    ['They left.Nobody stayed', 'They left . Nobody stayed'],
    ['#Marvik @toll_press', '# Marvik @toll_press'],
    ['Really?! Yes... -- no ((sic))', 'Really ?! Yes ... -- no ( ( sic ) )'],
    ['Good :) or not', 'Good :) or not'],
    ['“No,” ‘yes’ "well" «so» „there“', '“ No , ” ‘ yes ’ " well " « so » „ there “'],
  ])('cuts %s', (text, forms) => expect(formsOf(text)).toBe(forms))
})

it('gives exact slices in order for any text, with nothing but white space and unseen signs between them', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('U.S.', "n't", '10km', 'a.b.', '-', '.', ' '),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const text = pieces.join('')
      let at = 0
      const unseen = /^[\s\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/u
      for (const { form, span } of tokenise(text)) {
        expect(text.slice(...span)).toBe(form)
        expect(form).not.toBe('')
        expect(span[0]).toBeGreaterThanOrEqual(at)
        expect(text.slice(at, span[0])).toMatch(unseen)
        at = span[1]
      }
      expect(text.slice(at)).toMatch(unseen)
    }),
  )
})
