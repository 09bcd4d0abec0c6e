import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storableText } from '../queries/current.ts'
import { storableJson } from './storable.ts'

const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes))

describe('a text on its way into the database', () => {
  it('keeps its length, whatever it holds, so that spans still fit', () => {
    fc.assert(
      fc.property(units, text => {
        expect(storableText(text).length).toBe(text.length)
      }),
    )
  })

  it('holds no character afterwards that the database refuses', () => {
    fc.assert(
      fc.property(units, text => {
        const stored: unknown = JSON.parse(storableJson({ deep: [text], [text]: 1 }))
        const [kept] = (stored as { deep: string[] }).deep
        expect(kept).toBe(storableText(text))
        expect(kept).not.toMatch(/[\0\p{Cs}]/u)
      }),
    )
  })

  it('is left alone where there is nothing to mend, a typed-out escape included', () => {
    const value = { text: 'C:\\u0000 \u{1f600} “no”', count: 1.5, none: null, list: [true] }
    expect(JSON.parse(storableJson(value))).toEqual(value)
  })
})
