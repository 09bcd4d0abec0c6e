import type { TheatrePlace } from '#domain'

/** Cells of a quarter of a degree, some 25 km. */
const CELLS_PER_DEGREE = 4

const cellOf = (lat: number, lon: number): string =>
  `${Math.floor(lat * CELLS_PER_DEGREE)} ${Math.floor(lon * CELLS_PER_DEGREE)}`

/** Squares of the map in which the theatre's front settlements lie, and those around them. */
export function frontCellsOf(places: readonly TheatrePlace[]): Set<string> {
  const cells = new Set<string>()
  for (const { front, lat, lon } of places) {
    if (!front || lat === null || lon === null) continue
    for (const north of [-1, 0, 1])
      for (const east of [-1, 0, 1]) cells.add(cellOf(lat + north / CELLS_PER_DEGREE, lon + east / CELLS_PER_DEGREE))
  }
  return cells
}

/** Whether a point lies within some 25 to 50 km of a front settlement. */
export const isAtFront = (
  cells: ReadonlySet<string>,
  { lat, lon }: { readonly lat: number; readonly lon: number },
): boolean => cells.has(cellOf(lat, lon))
