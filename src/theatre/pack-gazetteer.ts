import { foldPlaceName } from './fold-place-name.ts'
import type { GazetteerHead } from './gazetteer-format.ts'
import { COUNTRY_NUMBER, DISTRICT_NUMBER, packDifferences, packVarints } from './gazetteer-format.ts'

/** One place as it is packed. */
export interface PlaceRow {
  /** GeoNames number, or one of the marks of `gazetteer-format.ts`. */
  readonly number: number
  readonly name: string
  readonly others: readonly string[]
  /** WGS 84 degrees. */
  readonly lat: number
  readonly lon: number
  readonly country: string
  /** Code of the first-order region, empty for a country as a whole. */
  readonly code: string
  /** Code of the second-order district, empty where it is not known. */
  readonly district: string
  /** Inhabitants; 0 where not known. */
  readonly population: number
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order in which entries stand in a file, so that numbers and coordinates are small differences. */
export const byRegion = (a: PlaceRow, b: PlaceRow): number =>
  compare(a.country, b.country) ||
  compare(a.code, b.code) ||
  a.number - b.number ||
  compare(a.district, b.district) ||
  a.lat - b.lat ||
  a.lon - b.lon

/**
 * One line of the names column. A name's fold is written out only where lower-casing its ASCII letters is not enough.
 * Names of two letters are a country's alone ("UK").
 */
function nameLine(row: PlaceRow, isName: (folded: string) => boolean): string {
  const folds = new Set([row.name, ...row.others].map(foldPlaceName))
  folds.delete(row.name.toLowerCase())
  const shortest = row.number === COUNTRY_NUMBER ? 2 : 3
  return [row.name, ...[...folds].filter(fold => fold.length >= shortest && isName(fold))].join('\t')
}

/**
 * Packs places, already in the order of `byRegion`, into a gazetteer file before compression (the format is told in
 * `gazetteer-format.ts`). `regionNames`: by `COUNTRY.CODE`, null where unknown. `isName` false leaves a folded name out.
 */
export function packGazetteer(
  rows: readonly PlaceRow[],
  regionNames: (country: string, code: string) => string | null,
  isName: (folded: string) => boolean = () => true,
): Uint8Array {
  const regions = [...new Set(rows.map(row => `${row.country}.${row.code}`))]
  const indexOf = new Map(regions.map((key, index) => [key, index]))
  const region = new Uint16Array(rows.map(row => indexOf.get(`${row.country}.${row.code}`) ?? 0))
  const columns = [
    packDifferences(rows.map(row => row.number)),
    packDifferences(rows.map(row => Math.round(row.lat * 1000))),
    packDifferences(rows.map(row => Math.round(row.lon * 1000))),
    packVarints(rows.map(row => row.population)),
    new Uint8Array(region.buffer),
    new TextEncoder().encode(rows.map(row => `${nameLine(row, isName)}\n`).join('')),
  ]
  const head: GazetteerHead = {
    entries: rows.length,
    regions: regions.map(key => {
      const [country = '', code = ''] = key.split('.')
      return [country, code, regionNames(country, code)]
    }),
    lengths: columns.map(column => column.length),
    districts: rows.filter(row => row.number === DISTRICT_NUMBER).map(row => row.district),
  }
  const headBytes = new TextEncoder().encode(JSON.stringify(head))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, headBytes.length, true)
  return Buffer.concat([length, headBytes, ...columns])
}
