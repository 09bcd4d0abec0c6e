import type { ControlMapId, Slug } from './id.ts'
import type { Day } from './time.ts'

/** A closed line of points `[lon, lat]`, WGS 84 degrees. */
export type Ring = readonly (readonly [number, number])[]
/** An outer ring and its holes, as in GeoJSON. */
export type Polygon = readonly Ring[]

/** Who holds what on one day, as somebody else drew it: a claimant like any other, with a map in place of words. */
export interface ControlMap {
  readonly id: ControlMapId
  /** Whose map it is; names its line among the claimants of a place. */
  readonly claimant: Slug
  readonly date: Day
  /** The file it came from, by name, and the SHA-256 of its bytes. */
  readonly file: string
  readonly sha256: string
  readonly areas: readonly { readonly holder: Slug | 'contested'; readonly polygons: readonly Polygon[] }[]
  readonly lines: readonly Ring[]
}

const inRing = (ring: Ring, lon: number, lat: number): boolean => {
  let inside = false
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [a, b] = [ring[at], ring[before]]
    if (!a || !b || a[1] > lat === b[1] > lat) continue
    if (lon < ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

/** True when a point lies in a polygon and in none of its holes (even-odd rule, degrees taken as a plane). */
export const isInside = (polygon: Polygon, { lat, lon }: { readonly lat: number; readonly lon: number }): boolean =>
  polygon.reduce((inside, ring) => inside !== inRing(ring, lon, lat), false)

/** Who holds a point by a map; where areas overlap the contested one counts. Null where the map has no area there. */
export function holderOnMap(
  { areas }: ControlMap,
  point: { readonly lat: number; readonly lon: number },
): Slug | 'contested' | null {
  const here = areas.filter(({ polygons }) => polygons.some(polygon => isInside(polygon, point)))
  return (here.find(({ holder }) => holder === 'contested') ?? here[0])?.holder ?? null
}
