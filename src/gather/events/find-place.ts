import type { TheatrePlace } from '#domain'
import { distanceKm, foldName } from '#kit'

/** Finds the place of the theatre that a row means by a name and, where it gives one, a point; null: none. */
export type PlaceFinder = (
  name: string,
  point: { readonly lat: number; readonly lon: number } | null,
) => TheatrePlace | null

/** Farther from a place than this, a point is not in it: another of the same name is meant. */
const NEAR_KM = 40

/** Looks names up in the theatre, without what datasets put behind them ("Bakhmut, Donets'k, Ukraine", "Kyiv city"). */
export function placeFinder(places: readonly TheatrePlace[]): PlaceFinder {
  const index = new Map<string, TheatrePlace[]>()
  for (const place of places)
    for (const name of new Set([place.name, ...place.aliases].map(foldName)))
      index.set(name, [...(index.get(name) ?? []), place])
  return (name, point) => {
    const bare = name.replace(/,.*$/, '').trim()
    const tries = point === null ? [bare, `${bare} Oblast`] : [bare, bare.replace(/ (?:city|town|village)$/i, '')]
    const found = tries.flatMap(each => index.get(foldName(each)) ?? [])
    if (point === null) return found.find(({ kind }) => kind !== 'settlement' && kind !== 'site') ?? found[0] ?? null
    const isNear = ({ lat, lon }: TheatrePlace) =>
      lat !== null && lon !== null && distanceKm({ lat, lon }, point) <= NEAR_KM
    return found.find(isNear) ?? null
  }
}
