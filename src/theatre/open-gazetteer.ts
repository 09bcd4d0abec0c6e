import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import type { Gazetteer, GazetteerEntry } from '#domain'
import { foldPlaceName } from './fold-place-name.ts'
import type { GazetteerHead } from './gazetteer-format.ts'
import {
  COUNTRY_NUMBER,
  DISTRICT_NUMBER,
  GAZETTEER_COLUMNS,
  hashBytes,
  REGION_NUMBER,
  unpackDifferences,
  unpackVarints,
} from './gazetteer-format.ts'
import type { PlaceRow } from './pack-gazetteer.ts'

const FILE = fileURLToPath(new URL('./world/gazetteer.bin.br', import.meta.url))

let opened: Gazetteer | null = null

/**
 * The world gazetteer: about 200,000 settlements with their other names in Latin script, districts, first-order
 * regions and countries. The file is read at the first `find`, not here, and once a process.
 *
 * `find` folds the name (`foldPlaceName`) and returns every entry that bears it: countries first, then by population. A
 * name of two letters or fewer finds nothing, but two capitals may be a country ("UK", "U.S."). Continents are not places. A
 * country's or region's population is the sum of its listed settlements. A country's point is the middle of its area, or
 * where common use puts it; a region's is the mean of its settlements, whatever their size. A settlement of unknown
 * population has 0.
 */
export function openGazetteer(): Gazetteer {
  return { find: name => loaded().find(name) }
}

/** The shipped file, unpacked, for those who look up by number. */
export const shippedFile = (): Uint8Array => brotliDecompressSync(readFileSync(FILE))

function loaded(): Gazetteer {
  opened ??= indexGazetteer(shippedFile())
  return opened
}

interface Columns {
  readonly head: GazetteerHead
  readonly ids: Int32Array
  readonly lats: Int32Array
  readonly lons: Int32Array
  readonly populations: Uint32Array
  readonly regions: Uint8Array
  readonly names: Uint8Array
  /** Code of a district by its entry. */
  readonly districts: ReadonlyMap<number, string>
}

function readColumns(file: Uint8Array): Columns {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const headEnd = 4 + view.getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(file.subarray(4, headEnd))) as GazetteerHead
  let at = headEnd
  const parts = GAZETTEER_COLUMNS.map((_, index) => {
    const part = file.subarray(at, at + (head.lengths[index] ?? 0))
    at += part.length
    return part
  })
  const [ids, lats, lons, populations, regions, names] = parts
  if (!ids || !lats || !lons || !populations || !regions || !names) throw new Error('gazetteer: a column is missing')
  const numbers = unpackDifferences(ids, head.entries)
  const districts = new Map<number, string>()
  numbers.forEach((number, entry) => {
    if (number === DISTRICT_NUMBER) districts.set(entry, head.districts[districts.size] ?? '')
  })
  return {
    head,
    districts,
    ids: numbers,
    lats: unpackDifferences(lats, head.entries),
    lons: unpackDifferences(lons, head.entries),
    populations: unpackVarints(populations, head.entries),
    regions,
    names,
  }
}

const BUCKETS = 1 << 19
const TAB = 9
const LINE = 10

interface NameIndex {
  /** First name of each bucket, counted from 1; 0 is none. */
  readonly heads: Uint32Array
  /** Per name: the next of its bucket, its first and last byte, its entry. */
  readonly nexts: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly entries: Uint32Array
}

function indexNames(bytes: Uint8Array): NameIndex {
  let count = 1
  for (const byte of bytes) if (byte === TAB || byte === LINE) count++
  const index: NameIndex = {
    heads: new Uint32Array(BUCKETS),
    nexts: new Uint32Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    entries: new Uint32Array(count),
  }
  let name = 1
  let start = 0
  let entry = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte !== TAB && byte !== LINE) continue
    const bucket = hashBytes(bytes, start, at) % BUCKETS
    index.nexts[name] = index.heads[bucket] ?? 0
    index.heads[bucket] = name
    index.starts[name] = start
    index.ends[name] = at
    index.entries[name] = entry
    name++
    start = at + 1
    if (byte === LINE) entry++
  }
  return index
}

function bears(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  if (end - start !== wanted.length) return false
  for (let at = 0; at < wanted.length; at++) {
    const byte = bytes[start + at] ?? 0
    if ((byte >= 65 && byte <= 90 ? byte + 32 : byte) !== wanted[at]) return false
  }
  return true
}

/** Small letters are the words "us" and "of"; and no settlement of two letters is worth what it would be taken for. */
const TWO_CAPITALS = /^\p{Lu}\.?\p{Lu}\.?$/u

const ENCODER = new TextEncoder()
const DECODER = new TextDecoder()
/** Names whose entries are kept: the same are asked for in report after report. A full memory is emptied. */
const REMEMBERED = 8192

/** Builds the lookup over an unpacked gazetteer file (the format is told in `gazetteer-format.ts`). */
export function indexGazetteer(file: Uint8Array): Gazetteer {
  const columns = readColumns(file)
  const index = indexNames(columns.names)
  const shownNames = lineStarts(columns.names, columns.head.entries)
  const known = new Map<string, readonly GazetteerEntry[]>()
  const find = (name: string): readonly GazetteerEntry[] => {
    const found = known.get(name) ?? search(name)
    if (known.size >= REMEMBERED) known.clear()
    known.set(name, found)
    return found
  }
  const search = (name: string): readonly GazetteerEntry[] => {
    const folded = foldPlaceName(name)
    const short = folded.length < 3
    if (short && !TWO_CAPITALS.test(name.trim())) return []
    const wanted = ENCODER.encode(folded)
    const found = new Set<number>()
    let at = index.heads[hashBytes(wanted, 0, wanted.length) % BUCKETS] ?? 0
    for (; at !== 0; at = index.nexts[at] ?? 0)
      if (bears(columns.names, index.starts[at] ?? 0, index.ends[at] ?? 0, wanted)) found.add(index.entries[at] ?? 0)
    const entries = [...found].map(entry => entryAt(columns, shownNames, entry)).sort(byWeight)
    return short ? entries.filter(({ kind }) => kind === 'country') : entries
  }
  return { find }
}

const byWeight = (a: GazetteerEntry, b: GazetteerEntry): number =>
  Number(b.kind === 'country') - Number(a.kind === 'country') || b.population - a.population || (a.id < b.id ? -1 : 1)

/** The settlements of an unpacked file that bear one of these GeoNames numbers, under their shown names alone. */
export function placesByNumber(file: Uint8Array, numbers: ReadonlySet<number>): Map<number, PlaceRow> {
  const columns = readColumns(file)
  const shownNames = lineStarts(columns.names, columns.head.entries)
  const found = new Map<number, PlaceRow>()
  columns.ids.forEach((number, entry) => {
    if (number <= 0 || !numbers.has(number)) return
    const { country, lat, lon, name, population } = entryAt(columns, shownNames, entry)
    const code = columns.head.regions[regionAt(columns, entry)]?.[1] ?? ''
    found.set(number, { number, name, others: [], lat, lon, country, code, district: '', population })
  })
  return found
}

/** The shown names of regions in an unpacked file by `COUNTRY.CODE`. */
export function regionNamesOf(file: Uint8Array): Map<string, string> {
  const { head } = readColumns(file)
  return new Map(head.regions.flatMap(([country, code, name]) => (name === null ? [] : [[`${country}.${code}`, name]])))
}

const regionAt = ({ regions }: Columns, entry: number): number =>
  (regions[2 * entry] ?? 0) | ((regions[2 * entry + 1] ?? 0) << 8)

function lineStarts(bytes: Uint8Array, count: number): Uint32Array {
  const starts = new Uint32Array(count)
  let line = 1
  for (let at = 0; at < bytes.length && line < count; at++) if (bytes[at] === LINE) starts[line++] = at + 1
  return starts
}

function entryAt(columns: Columns, shownNames: Uint32Array, entry: number): GazetteerEntry {
  const [country, code, admin] = columns.head.regions[regionAt(columns, entry)] ?? ['', '', null]
  const number = columns.ids[entry] ?? 0
  const lat = (columns.lats[entry] ?? 0) / 1000
  const lon = (columns.lons[entry] ?? 0) / 1000
  const start = shownNames[entry] ?? 0
  let end = start
  while (columns.names[end] !== TAB && columns.names[end] !== LINE) end++
  const rest = {
    name: DECODER.decode(columns.names.subarray(start, end)),
    lat,
    lon,
    country,
    population: columns.populations[entry] ?? 0,
  }
  if (number === COUNTRY_NUMBER) return { ...rest, id: `iso:${country}`, admin: null, kind: 'country' }
  if (number === REGION_NUMBER) return { ...rest, id: `adm:${country}.${code}`, admin, kind: 'region' }
  if (number === DISTRICT_NUMBER)
    return { ...rest, id: `adm:${country}.${code}.${columns.districts.get(entry)}`, admin, kind: 'district' }
  return { ...rest, id: number > 0 ? `gn:${number}` : `geo:${lat},${lon}`, admin, kind: 'settlement' }
}
