import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Keys, pairsSharing } from './pairs-sharing.ts'

const words = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 }).map(some => new Set(some))
const keys: fc.Arbitrary<Keys> = fc.record({
  marks: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 1 }),
  sets: fc.tuple(fc.constantFrom('one', 'other'), words).map(([kind, words]) => [{ kind, words, shared: 0.6 }]),
})

it('misses no pair with a mark in common or the wanted share of the smaller set’s words, and gives each once in rising order', () => {
  const shares = ([a]: Keys['sets'], [b]: Keys['sets']) => {
    if (!a || !b || a.kind !== b.kind) return false
    const both = [...a.words].filter(word => b.words.has(word)).length
    return both / Math.min(a.words.size, b.words.size) >= 0.6
  }
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 8 }), things => {
      const found = pairsSharing(things.map(each => [each])).map(([a, b]) => `${a} ${b}`)
      for (const [b, right] of things.entries())
        for (const [a, left] of things.slice(0, b).entries())
          if (left.marks.some(mark => right.marks.includes(mark)) || shares(left.sets, right.sets))
            expect(found).toContain(`${a} ${b}`)
      expect(found).toEqual([...new Set(found)].sort())
    }),
  )
})
