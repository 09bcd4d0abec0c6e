/** A point on the globe, WGS 84 degrees. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

const EARTH_DIAMETER_KM = 12_742

/** Great-circle distance in kilometres (haversine, mean radius 6,371 km; error under 0.5 %). */
export function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180
  const half = (degrees: number) => Math.sin((degrees * rad) / 2) ** 2
  const h = half(b.lat - a.lat) + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * half(b.lon - a.lon)
  return EARTH_DIAMETER_KM * Math.asin(Math.sqrt(Math.min(1, h)))
}
