import type { PlaceName } from './place-search.ts'
import type { TheatreIndex } from './theatre-index.ts'

/** What the report says about where it is: how often it names each country and region. */
export interface Scene {
  readonly countries: ReadonlyMap<string, number>
  readonly regions: ReadonlyMap<string, number>
  /** Countries by the towns and regions named in them; a state named as a power is no sign that the report is set there. */
  readonly ground: ReadonlyMap<string, number>
  readonly parties: ReadonlySet<string>
}

/** Counts the countries, regions and ground a report names. */
export function readScene(index: TheatreIndex, names: readonly PlaceName[]): Scene {
  const countries = new Map<string, number>()
  const regions = new Map<string, number>()
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  const ground = new Map<string, number>()
  for (const { entries, theatre } of names) {
    const [place] = theatre
    const [entry] = entries
    const everywhere = new Set(entries.map(({ country }) => country))
    if (
      place
        ? place.kind !== 'country' && entries.length === 0
        : entry && entry.kind !== 'country' && everywhere.size === 1
    )
      add(ground, (place ?? entry)?.country ?? '')
    if (place) add(countries, place.country)
    else if (entry?.kind === 'country') add(countries, entry.country)
    else if (entry?.kind === 'region' && entries.filter(({ kind }) => kind === 'region').length === 1) {
      add(countries, entry.country)
      add(regions, `${entry.country} ${entry.name}`)
    }
  }
  const parties = index.theatre.parties.flatMap(({ country }) => (country && countries.has(country) ? [country] : []))
  return { countries, regions, ground, parties: new Set(parties) }
}
