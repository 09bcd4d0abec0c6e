import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { type Gazetteer, type GazetteerEntry, InputError } from '#domain'
import { indexGazetteer, openGazetteer, placesByNumber, regionNamesOf, shippedFile } from '../open-gazetteer.ts'
import type { PlaceRow } from '../pack-gazetteer.ts'
import { formKey, packList } from './pack-list.ts'

/** A list of places that a user added to the world gazetteer. */
export interface ImportedList {
  /** What it is called: the file's name without its endings. */
  readonly name: string
  readonly places: number
  readonly names: number
  /** When it was added, RFC 3339. */
  readonly added: string
  /** Its packed files in the folder. */
  readonly files: readonly string[]
}

const HEAD = '.json'

/** The lists in a folder by name; none where there is no folder. */
export function listImported(folder: string): ImportedList[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(file => file.endsWith(HEAD))
    .sort()
    .map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as ImportedList)
}

const unpack = (folder: string, file: string): Uint8Array => brotliDecompressSync(readFileSync(join(folder, file)))

/** Two entries of one kind closer than this, in degrees, are one place in two lists. */
const SAME_DEGREES = 0.05

const isSame = (a: GazetteerEntry, b: GazetteerEntry): boolean =>
  a.id === b.id ||
  (a.kind === b.kind &&
    a.country === b.country &&
    Math.abs(a.lat - b.lat) < SAME_DEGREES &&
    Math.abs(a.lon - b.lon) < SAME_DEGREES)

/**
 * The world gazetteer with the lists a user added in `folder` (null: none), each opened at the first look-up. A place in two lists is
 * the shipped one. A name that none holds is looked up once more by what its romanisations share, in added lists of Ukraine,
 * Russia and Belarus.
 */
export function openGazetteerWith(folder: string | null): Gazetteer {
  const shipped = openGazetteer()
  if (folder === null) return shipped
  const files = listImported(folder).flatMap(list => list.files)
  if (files.length === 0) return shipped
  let added: Gazetteer[] | null = null
  const opened = () => {
    added ??= files.map(file => indexGazetteer(unpack(folder, file)))
    return added
  }
  const inAdded = (key: string, found: GazetteerEntry[]): GazetteerEntry[] => {
    for (const entry of opened().flatMap(list => list.find(key)))
      if (!found.some(other => isSame(other, entry))) found.push(entry)
    return found
  }
  return {
    find: name => {
      const found = inAdded(name, [...shipped.find(name)])
      const form = found.length === 0 ? formKey(name) : null
      return form === null ? found : inAdded(form, [])
    },
  }
}

export interface ImportOptions {
  /** What the list will be called; one of that name is replaced. */
  readonly name: string
  /** What to call the file in messages. */
  readonly path: string
  readonly now: string
  readonly onProgress: (lines: number) => void
}

/**
 * Adds a list of GeoNames to a folder, packed. Nothing is kept of a list that turns out bad half-way: its files are
 * written under other names until all are there. Throws `InputError` for a list that is none of GeoNames' three kinds.
 */
export async function importList(
  folder: string,
  lines: AsyncIterable<string>,
  options: ImportOptions,
): Promise<ImportedList> {
  mkdirSync(folder, { recursive: true })
  const world = shippedFile()
  const regions = regionNamesOf(world)
  const written: string[] = []
  let [places, names] = [0, 0]
  try {
    for await (const part of packList(lines, {
      path: options.path,
      onProgress: options.onProgress,
      regionName: (country, code) => regions.get(`${country}.${code}`) ?? null,
      known: numbers => knownPlaces(folder, world, numbers),
    })) {
      const file = `${options.name}.${written.length}.bin.br`
      writeFileSync(
        join(folder, `${file}.part`),
        brotliCompressSync(part.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      )
      written.push(file)
      places += part.places
      names += part.names
    }
    if (places === 0)
      throw new InputError(`${options.path}: expected settlements, regions or districts, found none in it.`)
  } catch (cause) {
    for (const file of written) rmSync(join(folder, `${file}.part`), { force: true })
    throw cause
  }
  removeImported(folder, options.name)
  for (const file of written) renameSync(join(folder, `${file}.part`), join(folder, file))
  const list = { name: options.name, places, names, added: options.now, files: written }
  writeFileSync(join(folder, `${options.name}${HEAD}`), `${JSON.stringify(list, null, 2)}\n`)
  return list
}

/** Places of the shipped file and of added lists by GeoNames number. */
function knownPlaces(folder: string, world: Uint8Array, numbers: ReadonlySet<number>): Map<number, PlaceRow> {
  const known = placesByNumber(world, numbers)
  for (const file of listImported(folder).flatMap(list => list.files))
    for (const [number, row] of placesByNumber(unpack(folder, file), numbers)) known.set(number, row)
  return known
}

/** Takes an added list away; false where there is none of that name. */
export function removeImported(folder: string, name: string): boolean {
  const list = listImported(folder).find(one => one.name === name)
  if (!list) return false
  rmSync(join(folder, `${name}${HEAD}`))
  for (const file of list.files) rmSync(join(folder, file), { force: true })
  return true
}
