import { DISTRICT_NUMBER, NO_NUMBER, REGION_NUMBER } from '../gazetteer-format.ts'
import type { PlaceRow } from '../pack-gazetteer.ts'
import { inLatin } from './transliterate.ts'

/** The three kinds of lists GeoNames publishes. */
export type ListKind = 'places' | 'postal' | 'names'

/** Another name of a place that some list gives by its GeoNames number. */
export interface FurtherName {
  readonly number: number
  readonly name: string
}

const isDegree = (cell: string | undefined, most: number): boolean =>
  cell !== undefined && /^-?\d{1,3}(?:\.\d+)?$/.test(cell) && Math.abs(Number(cell)) <= most
const isNumber = (cell: string | undefined): boolean => cell !== undefined && /^\d+$/.test(cell)
const isCountry = (cell: string | undefined): boolean => cell !== undefined && /^[A-Z]{2}$/.test(cell)

/** Which list a line of tab-parted cells belongs to; null for none of them. */
export function kindOfLine(line: string): ListKind | null {
  const cells = line.split('\t')
  if (cells.length === 19 && isNumber(cells[0]) && isDegree(cells[4], 90) && isDegree(cells[5], 180)) return 'places'
  if (cells.length === 12 && isCountry(cells[0]) && isDegree(cells[9], 90) && isDegree(cells[10], 180)) return 'postal'
  if (cells.length >= 4 && cells.length <= 10 && isNumber(cells[0]) && isNumber(cells[1])) return 'names'
  return null
}

/** Codes of airports and stations among the other names: three or four capitals are never how a town is written. */
const CODE = /^[A-Z]{3,4}$/

/** Names as English text may write them, codes left out, each once. */
export const latinNames = (names: readonly string[], country: string): string[] => [
  ...new Set(names.filter(name => name !== '' && !CODE.test(name)).flatMap(name => inLatin(name, country))),
]

/** What a class and code of GeoNames is here: settlements, regions and districts; null for streams, hills and schools. */
function markOf(feature: string, code: string, number: number): number | null {
  if (feature === 'P') return code === 'PPLH' || code === 'PPLW' ? null : number
  if (feature !== 'A') return null
  return code === 'ADM1' ? REGION_NUMBER : code === 'ADM2' ? DISTRICT_NUMBER : null
}

/** A line of a country dump (`UA.txt`, `allCountries.txt`); null where it is no settlement, region or district. */
export function readPlace(line: string): PlaceRow | null {
  const cells = line.split('\t')
  const country = cells[8] ?? ''
  const number = markOf(cells[6] ?? '', cells[7] ?? '', Number(cells[0]))
  const [name, ...others] = latinNames([cells[1] ?? '', cells[2] ?? '', ...(cells[3] ?? '').split(',')], country)
  if (number === null || name === undefined || !isCountry(country)) return null
  return {
    number,
    name,
    others,
    lat: Number(cells[4]),
    lon: Number(cells[5]),
    country,
    code: cells[10] ?? '',
    district: cells[11] ?? '',
    population: Math.min(Number(cells[14]) || 0, 100_000_000),
  }
}

/** A line of a postal list: a settlement without a number. */
export function readPostal(line: string): PlaceRow | null {
  const cells = line.split('\t')
  const country = cells[0] ?? ''
  const [name, ...others] = latinNames([cells[2] ?? ''], country)
  if (name === undefined) return null
  return {
    number: NO_NUMBER,
    name,
    others,
    lat: Number(cells[9]),
    lon: Number(cells[10]),
    country,
    code: cells[4] ?? '',
    district: '',
    population: 0,
  }
}

/** A line of `alternateNames.txt` or `alternateNamesV2.txt`; null for links, codes and postal numbers. */
export function readFurtherName(line: string): FurtherName | null {
  const [, number, language = '', name = ''] = line.split('\t')
  if (/^(?:link|post|iata|icao|faac|tcid|unlc|abbr|wkdt|phon|piny)$/.test(language) || name === '') return null
  return { number: Number(number), name }
}
