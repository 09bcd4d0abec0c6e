import { Delaunay } from 'd3-delaunay'
import type { Band, Confidence } from '#domain'
import { BANDS } from '#domain'
import { distanceKm, groupBy } from '#kit'

/** A place with who is held to hold it. */
export interface HeldPlace {
  readonly id: string
  readonly lat: number
  readonly lon: number
  readonly holder: string
  readonly likelihood: Band
  readonly confidence: Confidence
}

type Point = readonly [number, number]
type Feature = { readonly type: 'Feature'; readonly geometry: unknown; readonly properties: unknown }

/** A place speaks for no ground further away than this; beyond it nothing is drawn. */
export const REACH_KM = 25
const KM_PER_DEGREE = 111.2
/** Corners of the polygon that stands for a circle. */
const CORNERS = 24

/** Degrees put on a plane on which a degree is as long either way: exact at one latitude, within 5 % over a front's length. */
interface Plane {
  readonly to: (place: { readonly lat: number; readonly lon: number }) => Point
  readonly from: (point: Point) => Point
}

function makePlane(places: readonly HeldPlace[]): Plane {
  const middle = places.reduce((sum, { lat }) => sum + lat, 0) / Math.max(1, places.length)
  const scale = Math.cos((middle * Math.PI) / 180)
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
  return { to: ({ lat, lon }) => [lon * scale, lat], from: ([x, y]) => [round(x / scale), round(y)] }
}

/** The part of a convex polygon on the left of a directed line (Sutherland and Hodgman 1974, one edge). */
function clipBy(polygon: readonly Point[], [ax, ay]: Point, [bx, by]: Point): Point[] {
  const side = ([x, y]: Point) => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return polygon.flatMap((point, at): Point[] => {
    const before = polygon[(at + polygon.length - 1) % polygon.length] ?? point
    const [s, t] = [side(before), side(point)]
    const share = s / (s - t)
    const cut: Point = [before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])]
    if (t >= 0) return s >= 0 ? [point] : [cut, point]
    return s >= 0 ? [cut] : []
  })
}

/** The part of a convex polygon within reach of a point. */
function clipToReach(polygon: readonly Point[], [x, y]: Point, radius: number): Point[] {
  const corner = (at: number): Point => {
    const angle = (2 * Math.PI * at) / CORNERS
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  }
  return Array.from({ length: CORNERS }, (_, at) => at).reduce<Point[]>(
    (cut, at) => (cut.length === 0 ? cut : clipBy(cut, corner(at), corner(at + 1))),
    [...polygon],
  )
}

/** The part of a stretch within reach of a point; null where it is all beyond. */
function clipLine([ax, ay]: Point, [bx, by]: Point, [x, y]: Point, radius: number): readonly [Point, Point] | null {
  const [dx, dy, fx, fy] = [bx - ax, by - ay, ax - x, ay - y]
  const [a, b, c] = [dx * dx + dy * dy, 2 * (fx * dx + fy * dy), fx * fx + fy * fy - radius * radius]
  const root = b * b - 4 * a * c
  if (a === 0 || root <= 0) return null
  const [from, to] = [Math.max(0, (-b - Math.sqrt(root)) / (2 * a)), Math.min(1, (-b + Math.sqrt(root)) / (2 * a))]
  const at = (share: number): Point => [ax + share * dx, ay + share * dy]
  return from < to ? [at(from), at(to)] : null
}

const weaker = (a: Band, b: Band): Band => (BANDS.indexOf(a) < BANDS.indexOf(b) ? a : b)

/** The points two neighbouring cells share: both ends of the edge between them. */
function sharedEdge(one: readonly Point[], other: readonly Point[]): readonly [Point, Point] | null {
  // An end on the rim is worked out once for each cell, and may differ in its last digits.
  const key = ([x, y]: Point) => `${x.toFixed(9)} ${y.toFixed(9)}`
  const known = new Set(other.map(key))
  const [a, b] = [...new Map(one.map(point => [key(point), point])).values()].filter(point => known.has(key(point)))
  return a && b ? [a, b] : null
}

/** Closed rings of GeoJSON. */
const ringOf = (points: readonly Point[], plane: Plane): Point[] => {
  const ring = points.map(plane.from)
  return ring[0] ? [...ring, ring[0]] : ring
}

/**
 * Draws who holds what from places alone: each place stands for the ground nearer to it than to any other place (its Voronoi
 * cell), and for none beyond `REACH_KM`. `areas`: one MultiPolygon for each holder. `lines`: where the ground of two holders
 * meets, each stretch with the places on both sides and `uncertaintyKm`, half their distance: the line may run anywhere
 * between them. Places at one point: the first counts.
 */
export function drawFront(places: readonly HeldPlace[]): { readonly areas: Feature[]; readonly lines: Feature[] } {
  const distinct = [...new Map(places.map(place => [`${place.lat} ${place.lon}`, place])).values()]
  if (distinct.length < 3) return { areas: [], lines: [] }
  const plane = makePlane(distinct)
  const points = distinct.map(plane.to)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const bounds = [Math.min(...xs) - 1, Math.min(...ys) - 1, Math.max(...xs) + 1, Math.max(...ys) + 1] as const
  const delaunay = Delaunay.from(points.map(([x, y]): [number, number] => [x, y]))
  const voronoi = delaunay.voronoi([...bounds])
  const cells = points.map((_, at) => (voronoi.cellPolygon(at) ?? []).slice(1) as unknown as Point[])
  const radius = REACH_KM / KM_PER_DEGREE
  const grounds = distinct.map((place, at) => ({
    place,
    ring: ringOf(clipToReach(orient(cells[at] ?? []), points[at] ?? [0, 0], radius), plane),
  }))
  const areas = [...groupBy(grounds, ({ place }) => place.holder)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([holder, own]): Feature => ({
        type: 'Feature',
        geometry: {
          type: 'MultiPolygon',
          coordinates: own.filter(({ ring }) => ring.length > 3).map(({ ring }) => [ring]),
        },
        properties: { kind: 'area', holder, places: own.length },
      }),
    )
  const lines = distinct.flatMap((place, at) =>
    [...delaunay.neighbors(at)].flatMap(next => {
      const other = distinct[next]
      if (!other || next <= at || other.holder === place.holder) return []
      const edge = sharedEdge(cells[at] ?? [], cells[next] ?? [])
      const cut = edge && clipLine(edge[0], edge[1], points[at] ?? [0, 0], radius)
      return cut ? [lineFeature(cut, place, other, plane)] : []
    }),
  )
  return { areas, lines }
}

/** A polygon with its points counter-clockwise, as clipping and GeoJSON want them. */
function orient(polygon: readonly Point[]): readonly Point[] {
  const area = polygon.reduce((sum, [x, y], at) => {
    const next = polygon[(at + 1) % polygon.length] ?? [x, y]
    return sum + x * next[1] - next[0] * y
  }, 0)
  return area < 0 ? [...polygon].reverse() : polygon
}

function lineFeature([from, to]: readonly [Point, Point], a: HeldPlace, b: HeldPlace, plane: Plane): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [plane.from(from), plane.from(to)] },
    properties: {
      kind: 'line',
      between: [a.id, b.id],
      holders: [a.holder, b.holder],
      likelihood: weaker(a.likelihood, b.likelihood),
      uncertaintyKm: Math.round(distanceKm(a, b) * 5) / 10,
    },
  }
}
