import { describe, expect, it } from 'vitest'
import type { RecordedClaim } from '#domain'
import { at, claim, NORTH, SOUTH, theatre } from '../../test/laws/reconcile-fixtures.ts'
import { reconcile } from './reconcile.ts'

const disputes = (...claims: RecordedClaim[]) =>
  reconcile({ articles: [], claims, judgements: [], sources: [], theatre }).disputes.map(
    ({ question, status, positions }) => [question, status, positions.map(({ camp }) => camp)],
  )
const blow = (agent: string, text: string, more: Parameters<typeof claim>[2]) =>
  claim('combat.strike', text, { agent, places: [at('arden')], ...more })

describe('who struck a place', () => {
  const north = blow('North', 'A northern missile hit the crowded market in Arden', { holder: SOUTH })
  it('is disputed when each side lays one blow to the other', () => {
    const south = blow('South', 'The missile that hit the market in Arden was fired by southern troops', {
      holder: NORTH,
    })
    expect(disputes(north, south)).toEqual([['Who struck Arden?', 'open', ['south', 'north']]])
  })
  it('is not when the sides shell two things in one town, or days lie between', () => {
    const depot = blow('South', 'Southern guns shelled a fuel depot', { holder: NORTH })
    const later = blow('South', 'The missile that hit the market in Arden was fired by southern troops', {
      holder: NORTH,
      said: 20,
    })
    expect(disputes(north, depot)).toEqual([])
    expect(disputes(north, later)).toEqual([])
  })
  it('is not when the side that struck says so itself', () => {
    expect(disputes(north, blow('North', 'Our missile hit the market in Arden', { holder: NORTH }))).toEqual([])
  })
})

describe('what became of a thing with a name', () => {
  const sunk = ({ ship = 'Astra', ...more }: Parameters<typeof claim>[2] & { readonly ship?: string } = {}) =>
    claim('combat.strike', `Southern missiles hit the cruiser ${ship}`, {
      holder: SOUTH,
      agent: 'South',
      target: `cruiser ${ship}`,
      ...more,
    })
  const mishap = claim('combat.mishap', 'The cruiser Astra sank after a fire', {
    holder: NORTH,
    target: 'cruiser Astra',
    said: 11,
  })
  it('is disputed when its owner calls an accident what the other side calls its blow', () => {
    const [dispute] = disputes(sunk(), mishap)
    expect(dispute?.[0]).toBe('Was cruiser Astra struck, or was it an accident?')
  })
  it('is not when it is another thing, or the attacker too says that it sank', () => {
    expect(disputes(sunk({ ship: 'Borealis' }), mishap)).toEqual([])
    expect(disputes(sunk(), { ...mishap, holder: SOUTH })).toEqual([])
  })
  it('ends when the owner admits the blow', () => {
    const admits = sunk({ holder: NORTH, said: 12 })
    const [dispute] = disputes(sunk(), mishap, admits)
    expect(dispute?.[1]).toBe('conceded')
  })
})
