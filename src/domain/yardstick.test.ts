import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BANDS, bandOf, ICD203, PHIA } from './index.ts'

describe('the yardstick', () => {
  it('keeps the gaps between its bands', () => {
    for (const [at, row] of PHIA.entries()) {
      const next = PHIA[at + 1]
      if (next) expect(next.low - row.high).toBeCloseTo(0.05)
    }
  })
  it('gives each number in a band that band', () => {
    for (const { band, low, high } of PHIA) for (const p of [low, (low + high) / 2, high]) expect(bandOf(p)).toBe(band)
  })
  it('a tenth is highly unlikely, as a forecaster says it', () => expect(bandOf(0.1)).toBe('highly-unlikely'))
  it('never falls while the probability rises', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(unit, unit, (a, b) => BANDS.indexOf(bandOf(Math.min(a, b))) <= BANDS.indexOf(bandOf(Math.max(a, b)))),
    )
  })
  it('maps every ICD 203 row to a PHIA band that it overlaps', () => {
    for (const row of ICD203) {
      const phia = PHIA.find(({ band }) => band === row.band)
      expect(phia && phia.low <= row.high && row.low <= phia.high, row.band).toBe(true)
    }
  })
})
