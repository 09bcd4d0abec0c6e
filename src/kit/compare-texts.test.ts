import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts } from './compare-texts.ts'

const words = fc
  .array(fc.constantFrom('bridge', 'river', 'night', 'mayor', 'town.', 'shells,', 'crews\n'), { maxLength: 60 })
  .map(list => list.join(' '))

describe('what an edition changed', () => {
  it('is shown word by word', () => {
    expect(compareTexts('Seven people were hurt.', 'Nine people were hurt, two badly.')).toEqual([
      { kind: 'removed', text: 'Seven' },
      { kind: 'added', text: 'Nine' },
      { kind: 'same', text: ' people were hurt' },
      { kind: 'added', text: ', two badly' },
      { kind: 'same', text: '.' },
    ])
  })

  it('lets both texts be put together again', () => {
    fc.assert(
      fc.property(words, words, (earlier, later) => {
        const changes = compareTexts(earlier, later)
        const join = (kind: string): string =>
          changes
            .filter(change => change.kind === 'same' || change.kind === kind)
            .map(change => change.text)
            .join('')
        expect([join('removed'), join('added')]).toEqual([earlier, later])
      }),
    )
  })
})
