import { describe, expect, it } from 'vitest'
import type { RecordedClaim } from '#domain'
import { at, claim, evidenceOf, holder, NORTH, noSources, SOUTH, theatre } from '../../test/laws/reconcile-fixtures.ts'
import { findSensitivity } from './find-sensitivity.ts'
import { reconcile } from './reconcile.ts'

const MONITORS = holder('monitors', 'third-party', 'organisation')
const taken = (by: typeof NORTH, wanted: Partial<RecordedClaim> = {}) =>
  claim('control.seized', 'Northern forces took Arden', {
    holder: by,
    agent: 'North',
    places: [at('arden')],
    ...wanted,
  })
const sensitivityOf = (claims: readonly RecordedClaim[]) => {
  const { events, beliefs } = reconcile({ articles: [], claims, judgements: [], theatre, sources: noSources })
  const [event] = events
  if (!event || events.length > 1) throw new Error(`expected one event, found ${events.length}`)
  return { ...findSensitivity(event, evidenceOf(claims)), believed: beliefs[0]?.likelihood }
}

describe('findSensitivity', () => {
  it('starts from the likelihood that the belief has', () => {
    const { likelihood, believed } = sensitivityOf([taken(NORTH), taken(MONITORS)])
    expect(likelihood).toBe(believed)
  })
  it('shows that a claim of one voice hangs on it, down to the prior', () => {
    const { origins, probability } = sensitivityOf([taken(NORTH)])
    expect(origins.map(({ when }) => when)).toEqual(['without north staff'])
    expect(origins[0]?.probability).toBeCloseTo(1 / (1 + Math.exp(0.8)), 3)
    expect(origins[0]?.probability).toBeLessThan(probability)
  })
  it('lowers by leaving out who asserts, raises by leaving out who denies', () => {
    const denied = taken(SOUTH, { stance: 'denies', id: 'c_denial' })
    const { origins, probability } = sensitivityOf([taken(NORTH), denied])
    const without = new Map(origins.map(sway => [sway.when, sway.probability]))
    expect(without.get('without north staff')).toBeLessThan(probability)
    expect(without.get('without south staff')).toBeGreaterThan(probability)
  })
  it('moves with the parameters that bear on it and with no others', () => {
    const { parameters, probability } = sensitivityOf([taken(NORTH)])
    const when = new Map(parameters.map(sway => [sway.when, sway.probability]))
    expect(when.get('reliability doubled')).toBeGreaterThan(probability)
    expect(when.get('inInterest halved')).toBeLessThan(probability)
    expect(when.get('againstInterest doubled')).toBe(probability)
    expect(when.get('campDiscount halved')).toBe(probability)
  })
})
