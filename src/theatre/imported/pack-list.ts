import { InputError } from '#domain'
import { foldPlaceName } from '../fold-place-name.ts'
import { byRegion, type PlaceRow, packGazetteer } from '../pack-gazetteer.ts'
import { kindOfLine, type ListKind, latinNames, readFurtherName, readPlace, readPostal } from './read-geonames.ts'
import { slavicForm } from './transliterate.ts'

/** One file of a packed list, and what went into it. */
export interface PackedPart {
  readonly bytes: Uint8Array
  readonly places: number
  readonly names: number
}

/** What is known of places by their GeoNames number, for lists that only add names. */
export type KnownPlaces = (numbers: ReadonlySet<number>) => ReadonlyMap<number, PlaceRow>

export interface PackOptions {
  /** What to call the list in messages. */
  readonly path: string
  /** A region's shown name by country and code, or null. */
  readonly regionName: (country: string, code: string) => string | null
  readonly known: KnownPlaces
  /** Called with the number of lines read, now and then. */
  readonly onProgress: (lines: number) => void
}

/** Places in one file: a list of the whole world is packed in pieces, so that memory stays flat. */
const PART = 250_000
/** Lines that may be wrong before the list is held for something else. */
const MOST_WRONG = 100

const SLAVIC = new Set(['UA', 'RU', 'BY'])

/** Marks a name that is no spelling but the common form of several. */
const FORM_MARK = '~'

/** The look-up key for a name of which no spelling is listed; null for names too short to tell apart. */
export const formKey = (name: string): string | null => {
  const folded = foldPlaceName(name)
  return folded.length < 5 || !/^[a-z ]+$/.test(folded) ? null : FORM_MARK + slavicForm(folded)
}

function withForms(row: PlaceRow): PlaceRow {
  if (!SLAVIC.has(row.country)) return row
  const forms = [row.name, ...row.others].flatMap(name => formKey(name) ?? [])
  return { ...row, others: [...row.others, ...new Set(forms)] }
}

/** Postal lists give a town once for each of its codes. */
const placeKey = ({ country, lat, lon, name, number }: PlaceRow): string =>
  number > 0 ? String(number) : `${country} ${number} ${name} ${lat.toFixed(2)} ${lon.toFixed(2)}`

const wrong = (path: string, line: number): InputError =>
  new InputError(
    `${path}, line ${line}: expected tab-parted columns of GeoNames (19 of a country dump, 12 of a postal list, 4 to 10 of alternate names), found something else; see docs/gazetteer.md.`,
  )

/**
 * Packs a list of GeoNames as gazetteer files of up to 250,000 places. The kind of list is told by its first line. Throws
 * `InputError` for a list that is none of the three, or has over a hundred lines that do not fit; few such lines are skipped.
 */
export async function* packList(lines: AsyncIterable<string>, options: PackOptions): AsyncGenerator<PackedPart> {
  let kind: ListKind | null = null
  let [number, bad] = [0, 0]
  let rows = new Map<string, PlaceRow>()
  const further = new Map<number, string[]>()
  for await (const line of lines) {
    number += 1
    if (number % 100_000 === 0) options.onProgress(number)
    if (line === '' || line.startsWith('#')) continue
    const found = kindOfLine(line)
    kind ??= found
    if (found === null || found !== kind) bad += 1
    if (kind === null || bad > MOST_WRONG) throw wrong(options.path, number)
    if (found !== kind) continue
    if (kind === 'names') addName(further, line)
    else addPlace(rows, kind, line)
    if (rows.size < PART) continue
    yield pack([...rows.values()], options)
    rows = new Map()
  }
  if (kind === null) throw new InputError(`${options.path}: expected a list of GeoNames, found no line in it.`)
  const last = kind === 'names' ? namedPlaces(further, options) : [...rows.values()]
  if (last.length > 0) yield pack(last, options)
}

function addPlace(rows: Map<string, PlaceRow>, kind: ListKind, line: string): void {
  const row = kind === 'postal' ? readPostal(line) : readPlace(line)
  if (row) rows.set(placeKey(row), row)
}

function addName(further: Map<number, string[]>, line: string): void {
  const found = readFurtherName(line)
  if (!found) return
  const names = further.get(found.number)
  if (names) names.push(found.name)
  else further.set(found.number, [found.name])
}

/** Known places again, under the further names that a list gives them. */
function namedPlaces(further: ReadonlyMap<number, readonly string[]>, { known }: PackOptions): PlaceRow[] {
  return [...known(new Set(further.keys()))].flatMap(([number, row]) => {
    const others = latinNames(further.get(number) ?? [], row.country)
    return others.length > 0 ? [{ ...row, others }] : []
  })
}

function pack(rows: readonly PlaceRow[], { regionName }: PackOptions): PackedPart {
  const names = rows.reduce((sum, { others }) => sum + 1 + others.length, 0)
  return { bytes: packGazetteer(rows.map(withForms).sort(byRegion), regionName), places: rows.length, names }
}
