import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, makeId } from './index.ts'

describe('ids are hashes of content', () => {
  it('the order of keys does not matter', () =>
    expect(makeId('claim', { a: 1, b: [2, { c: 3, d: 4 }] })).toBe(makeId('claim', { b: [2, { d: 4, c: 3 }], a: 1 })))
  it('one changed letter gives another id', () =>
    expect(makeId('claim', { text: 'a' })).not.toBe(makeId('claim', { text: 'b' })))
  it('says what it names', () => expect(makeId('story', 'x')).toMatch(/^s_[0-9a-f]{20}$/))
  it('canonical JSON says what JSON says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
