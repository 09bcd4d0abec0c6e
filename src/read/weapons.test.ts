import { describe, expect, it } from 'vitest'
import { documentOf, MADE_UP_INDEX } from './made-up-theatre.ts'
import { findWeapons, isOtherThing } from './weapons.ts'

const weaponsOf = (text: string) => findWeapons(documentOf(text), MADE_UP_INDEX).map(({ id }) => id)

describe('weapons', () => {
  it('finds a weapon by name and not the unit that bears its name', () => {
    expect(weaponsOf('A Kite fell on the T-88 depot.')).toEqual(['kite-3', 't-88'])
    expect(weaponsOf('The Kite Brigade left.')).toEqual([])
  })

  it.each(['A think tank', 'An oil tank', 'The water cannon'])('%s is no weapon', words => {
    const { tokens } = documentOf(words)
    expect(isOtherThing(tokens, tokens.length - 1, tokens.length)).toBe(true)
  })
})
