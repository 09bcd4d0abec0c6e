import type { PlaceRow } from '../src/theatre/pack-gazetteer.ts'
import type { Point } from './country-points.ts'
import { meanPoint } from './country-points.ts'

/** One place of the gazetteer as it is built. */
export type Row = PlaceRow

export const inhabitants = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.population, 0)

export function groupBy(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

/**
 * The middle of settled land: each square degree that has places counts once, with the mean of its places, so that a
 * crowded corner does not draw the point to itself (Ontario, Texas).
 */
export function middleOfSquares(rows: readonly Row[]): Point {
  const squares = groupBy(rows, row => `${Math.floor(row.lat)} ${Math.floor(row.lon)}`)
  return meanPoint([...squares.values()].map(meanPoint))
}
