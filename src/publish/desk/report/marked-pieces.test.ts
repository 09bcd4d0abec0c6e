import { describe, expect, it } from 'vitest'
import { cutAtClaims } from './marked-pieces.ts'

const claim = (id: string, start: number, end: number) => ({ id, span: [start, end] as const })

describe('a paragraph cut at its claims', () => {
  it.each([
    ['none', [], [[0, 20, '']]],
    [
      'one in the middle',
      [claim('a', 5, 9)],
      [
        [0, 5, ''],
        [5, 9, 'a'],
        [9, 20, ''],
      ],
    ],
    [
      'two that overlap',
      [claim('a', 2, 10), claim('b', 6, 14)],
      [
        [0, 2, ''],
        [2, 6, 'a'],
        [6, 10, 'a b'],
        [10, 14, 'b'],
        [14, 20, ''],
      ],
    ],
    [
      'one inside another',
      [claim('a', 0, 20), claim('b', 5, 9)],
      [
        [0, 5, 'a'],
        [5, 9, 'a b'],
        [9, 20, 'a'],
      ],
    ],
    ['one that begins before and ends behind it', [claim('a', -5, 30)], [[0, 20, 'a']]],
    ['one of another paragraph', [claim('a', 20, 30)], [[0, 20, '']]],
  ])('%s', (_, claims, pieces) => {
    const cut = cutAtClaims([0, 20], claims)
    expect(cut.map(({ span, claims }) => [...span, claims.join(' ')])).toEqual(pieces)
    expect(
      cut.every(({ span }, at) => span[0] === (cut[at - 1]?.span[1] ?? 0)),
      'no gap and no overlap',
    ).toBe(true)
  })
})
