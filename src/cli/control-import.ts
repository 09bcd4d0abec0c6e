import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ControlMap, Day, Polygon, Ring, Theatre } from '#domain'
import { InputError, makeId, sha256 } from '#domain'

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const isPoint = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90

const ringOf = (value: unknown): Ring =>
  Array.isArray(value) ? value.filter(isPoint).map(([lon, lat]) => [lon, lat] as const) : []
const polygonOf = (value: unknown): Polygon =>
  Array.isArray(value) ? value.map(ringOf).filter(ring => ring.length >= 4) : []

/** Words in a feature's properties by which maps say whose ground it is. */
const CONTESTED = /\b(?:contested|grey|gray|unknown status|disputed|advance|claimed)\b/i
const FREED = /\b(?:liberated|recaptured|counteroffensive)\b/i
const TAKEN = /\b(?:occupied|controlled?|captured|invad\p{L}*|annexed|advances? and control)\b/iu

/**
 * Whose ground a feature is: by a property `holder`, `party` or `side` that is a party's id or name; else by the words of its
 * names, as maps of the war write them ("Russian-controlled", "Occupied", "Liberated", "Contested"). `fallback` is for
 * features that say nothing. Null where nothing tells.
 */
export function holderOfFeature(properties: Json, theatre: Theatre, fallback: string | null): string | null {
  const named = ['holder', 'party', 'side'].map(key => properties[key]).find(value => typeof value === 'string')
  const parties = theatre.parties
  const byName = parties.find(({ id, name }) => named === id || named === name)
  if (byName) return byName.id
  if (named === 'contested') return 'contested'
  const words = Object.values(properties)
    .filter(value => typeof value === 'string')
    .join(' · ')
  if (CONTESTED.test(words)) return 'contested'
  const people = parties.filter(({ name, demonyms }) => [name, ...demonyms].some(word => words.includes(word)))
  const [only] = people
  if (people.length === 1 && only) return only.id
  const home = parties.find(({ country }) => theatre.places.some(place => place.front && place.country === country))
  const other = parties.find(({ id }) => id !== home?.id)
  if (FREED.test(words)) return home?.id ?? null
  if (TAKEN.test(words)) return other?.id ?? null
  return fallback
}

interface Shapes {
  readonly areas: { holder: string; polygons: readonly Polygon[] }[]
  readonly lines: Ring[]
  unread: number
}

function readFeature(feature: Json, theatre: Theatre, fallback: string | null, into: Shapes): void {
  const geometry = isObject(feature['geometry']) ? feature['geometry'] : feature
  const properties = isObject(feature['properties']) ? feature['properties'] : {}
  const { type, coordinates, geometries } = geometry
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    for (const each of geometries.filter(isObject)) readFeature({ geometry: each, properties }, theatre, fallback, into)
    return
  }
  if (type === 'LineString') into.lines.push(ringOf(coordinates))
  else if (type === 'MultiLineString' && Array.isArray(coordinates)) into.lines.push(...coordinates.map(ringOf))
  else if (type === 'Polygon' || type === 'MultiPolygon') {
    const polygons = (
      type === 'Polygon' ? [polygonOf(coordinates)] : Array.isArray(coordinates) ? coordinates.map(polygonOf) : []
    ).filter(polygon => polygon.length > 0)
    const holder = holderOfFeature(properties, theatre, fallback)
    if (holder === null || polygons.length === 0) into.unread += 1
    else into.areas.push({ holder, polygons })
  } else if (type !== 'Point' && type !== 'MultiPoint') into.unread += 1
}

/** What importing a map gives: the map, and how many of its features say nothing that can be kept. */
export interface ImportedMap {
  readonly map: ControlMap
  readonly unread: number
}

/**
 * Reads a GeoJSON file (RFC 7946) of lines and polygons as a map of one claimant and day. Points are passed over. Throws
 * `InputError` where the file is no GeoJSON or no shape of it can be kept.
 */
export async function readMap(
  path: string,
  given: { readonly claimant: string; readonly date: Day; readonly holder: string | null; readonly theatre: Theatre },
): Promise<ImportedMap> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new InputError(`map: expected a file at ${path}, found none that can be read; check the path`, { cause })
  })
  let json: unknown
  try {
    json = JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    throw new InputError(`map: expected GeoJSON in ${path}, found no JSON; export the map as GeoJSON`, { cause })
  }
  const features =
    isObject(json) && Array.isArray(json['features']) ? json['features'].filter(isObject) : isObject(json) ? [json] : []
  const shapes: Shapes = { areas: [], lines: [], unread: 0 }
  for (const feature of features) readFeature(feature, given.theatre, given.holder, shapes)
  const lines = shapes.lines.filter(({ length }) => length >= 2)
  if (shapes.areas.length === 0 && lines.length === 0) {
    throw new InputError(
      `map: expected polygons or lines with whose ground they are in ${path}, found none; name the holder of unnamed areas with --holder`,
    )
  }
  const { claimant, date } = given
  const content = { claimant, date, file: basename(path), sha256: sha256(bytes), areas: shapes.areas, lines }
  return { map: { id: makeId('map', content), ...content }, unread: shapes.unread }
}
