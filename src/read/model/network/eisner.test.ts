import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTree } from './eisner.ts'

/** All trees over words 1..n with one root and no crossing arcs, by trying every choice of heads. */
function* allTrees(n: number, heads: number[] = [0]): Generator<number[]> {
  if (heads.length === n + 1) {
    if (isTree(heads) && isProjective(heads)) yield heads
    return
  }
  for (let head = 0; head <= n; head += 1) {
    if (head !== heads.length) yield* allTrees(n, [...heads, head])
  }
}

function isTree(heads: readonly number[]): boolean {
  if (heads.slice(1).filter(head => head === 0).length !== 1) return false
  return heads.slice(1).every((_, i) => {
    let [at, steps] = [i + 1, 0]
    while (at !== 0 && steps <= heads.length) [at, steps] = [heads[at] as number, steps + 1]
    return at === 0
  })
}

function isProjective(heads: readonly number[]): boolean {
  const arcs = heads.slice(1).map((head, i) => [Math.min(head, i + 1), Math.max(head, i + 1)] as const)
  return arcs.every(([a, b]) => arcs.every(([c, d]) => !(a < c && c < b && b < d)))
}

const valueOf = (heads: ArrayLike<number>, scores: Float32Array, width: number): number => {
  let sum = 0
  for (let word = 1; word < heads.length; word += 1) sum += scores[word * width + (heads[word] as number)] as number
  return sum
}

const sentence = fc.integer({ min: 1, max: 5 }).chain(n =>
  fc.record({
    n: fc.constant(n),
    scores: fc
      .array(fc.integer({ min: -900, max: 900 }), { minLength: (n + 1) * 8, maxLength: (n + 1) * 8 })
      .map(values => Float32Array.from(values)),
  }),
)

describe('the best tree', () => {
  it('is worth as much as the best of all trees with one root and no crossing arcs', () => {
    fc.assert(
      fc.property(sentence, ({ n, scores }) => {
        const found = bestTree(scores, 8, n)
        const best = Math.max(...[...allTrees(n)].map(heads => valueOf(heads, scores, 8)))
        expect(isTree([...found])).toBe(true)
        expect(isProjective([...found])).toBe(true)
        expect(valueOf(found, scores, 8)).toBe(best)
      }),
      { numRuns: 60 },
    )
  })

  it('hangs a single word on the root', () => {
    expect([...bestTree(new Float32Array(8), 4, 1)]).toEqual([0, 0])
  })

  it('is a tree over a hundred words whose scores all tie', () => {
    expect(isTree([...bestTree(new Float32Array(101 * 104), 104, 100)])).toBe(true)
  })
})
