import { describe, expect, it } from 'vitest'
import { acledOf } from './other-schemes.ts'

const theatre = {
  parties: [],
  weapons: [
    {
      id: 'shahed',
      name: 'Shahed-136',
      aliases: ['Geran-2'],
      measure: 'equipment.drones',
      class: 'drone',
      party: null,
    },
    { id: 'grad', name: 'BM-21', aliases: ['Grad'], measure: 'equipment.mlrs', class: 'mlrs', party: null },
  ],
} as unknown as Parameters<typeof acledOf>[4]
const meansOf = (...words: string[]) => acledOf('combat.strike', null, 'UA', words, theatre)?.subEvent

describe('a strike in ACLED', () => {
  it.each([
    ['A drone hit the port.', 'Air/drone strike'],
    ['Two Geran-2 fell on the mill.', 'Air/drone strike'],
    ['Warplanes dropped glide bombs on the town.', 'Air/drone strike'],
    ['Shelling wounded a miller.', 'Shelling/artillery/missile attack'],
    ['A Grad hit the market.', 'Shelling/artillery/missile attack'],
    ['A missile hit the port.', 'Shelling/artillery/missile attack'],
  ])('%s is "%s"', (words, subEvent) => expect(meansOf(words)).toBe(subEvent))
  it.each(['The port was hit.', 'Drones and missiles hit the port.', 'A Gradov street house was hit.'])(
    '%s leaves open which',
    words => expect(meansOf(words)).toBeNull(),
  )
})
