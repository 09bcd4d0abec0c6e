import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutLong, MAX_SENTENCE_TOKENS } from './cut-long.ts'

const tokensOf = (words: string) => words.split(' ').map(form => ({ form }))
const piecesOf = (words: string, max: number) =>
  cutLong(tokensOf(words), max).map(piece => piece.map(({ form }) => form).join(' '))

it('cuts a long sentence behind its last semicolon, else its last comma, else where it must', () => {
  expect(piecesOf('a b c ; d , e f g', 6)).toEqual(['a b c ;', 'd , e f g'])
  expect(piecesOf('a b c , d , e f g', 7)).toEqual(['a b c , d ,', 'e f g'])
  expect(piecesOf('a b c d e f g', 3)).toEqual(['a b c', 'd e f', 'g'])
})

it('does not cut near the start, and leaves a short sentence whole', () => {
  expect(piecesOf('a ; b c d e f g h', 6)).toEqual(['a ; b c d e', 'f g h'])
  expect(cutLong(tokensOf('a ; b'))).toHaveLength(1)
  expect(cutLong([])).toEqual([])
})

it('loses no token, and makes no piece empty or too long', () => {
  const form = fc.constantFrom('a', 'b', ',', ';', ':', '.')
  fc.assert(
    fc.property(fc.array(form, { maxLength: 400 }), fc.integer({ min: 1, max: MAX_SENTENCE_TOKENS }), (forms, max) => {
      const tokens = forms.map(form => ({ form }))
      const pieces = cutLong(tokens, max)
      expect(pieces.flat()).toEqual(tokens)
      for (const piece of pieces) expect(piece.length >= 1 && piece.length <= max).toBe(true)
    }),
  )
})

it.each([0, -1, 2.5, Number.NaN])('refuses to make pieces of %s tokens', max =>
  expect(() => cutLong([], max)).toThrow(RangeError),
)
