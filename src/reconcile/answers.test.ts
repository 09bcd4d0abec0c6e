import { describe, expect, it } from 'vitest'
import type { RecordedClaim } from '#domain'
import { makeId } from '#domain'
import { at, claim, day, evidenceOf, holder, NORTH, SOUTH } from '../../test/laws/reconcile-fixtures.ts'
import { answers } from './answers.ts'

const struck = (wanted = {}): RecordedClaim =>
  claim('combat.strike', 'Northern missiles hit Arden', {
    holder: SOUTH,
    agent: 'North',
    places: [at('arden')],
    ...wanted,
  })
const denies = (text: string, wanted = {}): RecordedClaim =>
  claim('combat.strike', text, {
    holder: NORTH,
    agent: 'North',
    places: [at('arden')],
    stance: 'denies',
    said: 11,
    ...wanted,
  })
const rebuts = (denial: RecordedClaim, assertion: RecordedClaim) =>
  answers(denial, assertion, evidenceOf([denial, assertion]))

describe('which denials answer an assertion', () => {
  it('one of the same deed at the same place from the other side does', () => {
    expect(rebuts(denies('Northern forces did not strike Arden'), struck())).toBe(true)
    expect(rebuts(denies('Northern missiles hit Arden'), struck())).toBe(true)
  })
  it('a bare zero or a turn of phrase does not', () => {
    expect(rebuts(denies('No let up in attacks on Arden'), struck())).toBe(false)
    expect(rebuts(denies('None of the missiles hit the target in Arden'), struck())).toBe(false)
    expect(rebuts(denies('The aim is not to strike Arden but to pass it'), struck())).toBe(false)
  })
  it('one of another town, another doer, another deed or another week does not', () => {
    const text = 'Northern forces did not strike'
    expect(rebuts(denies(text, { places: [at('belm')] }), struck())).toBe(false)
    expect(rebuts(denies(text, { agent: 'South' }), struck())).toBe(false)
    expect(rebuts(denies(text, { type: 'harm.damage' }), struck())).toBe(false)
    expect(rebuts(denies(text, { said: 25 }), struck())).toBe(false)
  })
  it('one of the blow itself answers what the blow is said to have done there, not a toll of nobody’s doing', () => {
    const toll = { type: 'harm.casualties' as const }
    const text = 'Northern forces did not strike Arden'
    expect(rebuts(denies(text), struck(toll))).toBe(true)
    expect(rebuts(denies(text), struck({ ...toll, agent: null }))).toBe(false)
  })
  it('one that names no town is known by its report, or by words besides the names of the sides', () => {
    const nowhere = { places: [], article: makeId('article', 'one') }
    const apart = { ...nowhere, article: makeId('article', 'other') }
    expect(rebuts(denies('North denies the attack', nowhere), struck(nowhere))).toBe(true)
    expect(rebuts(denies('North denies the attack', apart), struck(nowhere))).toBe(false)
    expect(rebuts(denies('North denies that missiles hit anything', apart), struck(nowhere))).toBe(true)
  })
  it('a denial of one night does not answer a strike of another', () => {
    const time = { start: day(13), end: day(14), words: 'overnight', tense: 'past' as const }
    expect(rebuts(denies('Northern forces did not strike Arden overnight', { said: 14, time }), struck())).toBe(false)
  })
  it('two papers of one camp do not quarrel; two bystanders do', () => {
    const daily = holder('South Daily', 'south', 'outlet')
    const text = 'Northern forces did not strike Arden'
    expect(rebuts(denies(text, { holder: daily }), struck())).toBe(false)
    const bystander = (name: string) => ({ holder: holder(name, 'third-party', 'organisation') })
    expect(rebuts(denies(text, bystander('monitors')), struck(bystander('observers')))).toBe(true)
  })
})
