import { describe, expect, it } from 'vitest'
import { drawFront, type HeldPlace } from './draw-front.ts'

const place = (id: string, lon: number, lat: number, holder: string): HeldPlace => ({
  id,
  lon,
  lat,
  holder,
  likelihood: 'likely',
  confidence: 'low',
})
/** Two columns of towns 14 km apart: north holds the west, south the east. */
const towns = [0, 0.1, 0.2, 0.3].flatMap((lat, at) => [
  place(`w${at}`, 30, 48 + lat, 'north'),
  place(`e${at}`, 30.19, 48 + lat, 'south'),
])
interface Line {
  readonly geometry: { readonly coordinates: readonly (readonly [number, number])[] }
  readonly properties: { readonly between: readonly string[]; readonly uncertaintyKm: number }
}

describe('drawFront', () => {
  it('runs midway between places of two holders, and says how far it may lie off', () => {
    const lines = drawFront(towns).lines as unknown as readonly Line[]
    expect(lines.length).toBeGreaterThanOrEqual(4)
    for (const { geometry, properties } of lines) {
      for (const [lon] of geometry.coordinates) expect(lon).toBeCloseTo(30.095, 2)
      expect(properties.uncertaintyKm).toBeGreaterThanOrEqual(7)
    }
  })
  it('draws no line between places of one holder', () => {
    expect(drawFront(towns.map(town => ({ ...town, holder: 'north' }))).lines).toEqual([])
  })
  it('draws nothing far from every place', () => {
    const far = [...towns, place('far', 34, 48, 'south')]
    const lines = drawFront(far).lines as unknown as readonly Line[]
    for (const { geometry } of lines) for (const [lon] of geometry.coordinates) expect(lon).toBeLessThan(30.6)
  })
  it('gives each holder one area in closed rings', () => {
    const { areas } = drawFront(towns)
    const shapes = areas.map(({ properties, geometry }) => ({
      holder: (properties as { holder: string }).holder,
      rings: (geometry as { coordinates: [number, number][][][] }).coordinates.map(([ring]) => ring),
    }))
    expect(shapes.map(({ holder }) => holder)).toEqual(['north', 'south'])
    for (const { rings } of shapes) for (const ring of rings) expect(ring?.[0]).toEqual(ring?.at(-1))
  })
  it('draws nothing of two places', () => {
    expect(drawFront(towns.slice(0, 2))).toEqual({ areas: [], lines: [] })
  })
})
