import { foldPlaceName } from '../src/theatre/fold-place-name.ts'
import type { Row } from './gazetteer-row.ts'
import { groupBy, inhabitants, middleOfSquares } from './gazetteer-row.ts'

/** Names of districts that English text never writes: adjectives and numbers, communes and town areas named for their town. */
const NEVER_WRITTEN =
  /^(?:Powiat|Comuna|Gorodskoy Okrug|Regierungsbezirk|Nefat|Caza|Urban Okrug|Oraş|Municipiul|City of|Town of)\b|\bNo\.? \d|\d|\b(?:Miskrada|Gorsovet|Mis'krada)\b/u

/** How a district is called at home and how English text calls it. */
const HOME_NOUNS: readonly (readonly [RegExp, string])[] = [
  [/^Province of (.+)$/u, '$1 Province'],
  [/^(?:Provincia|Província|Provincie) (?:di|de|del|dell['’]) ?(.+)$/u, '$1 Province'],
  [/^Kabupaten (.+)$/u, '$1 Regency'],
  [/^Cercle de (.+)$/u, '$1 Cercle'],
  [/^(.+) (?:İlçesi|Rayonu|Tumani|Nahiyesi)$/u, '$1 District'],
  [/^(.+)[ -](?:Shi|shi|Shì)$/u, '$1 City'],
  [/^(.+)[ -](?:Gun|gun)$/u, '$1 District'],
  [/^(.+) (?:Raion|Rayon)$/u, '$1 Raion'],
  [/^Qeza-î (.+)$/u, '$1 District'],
  [/^County (.+)$/u, '$1 County'],
]

const NOUN =
  / (?:District|County|Province|Raion|Regency|Cercle|City|Municipality|Governorate|Parish|Zone|Prefecture|Sub-County|Region|Department|Borough|County Borough|Metropolitan Municipality|District Municipality)$/iu

/** Nouns under which the same district is written. */
const SAME: Readonly<Record<string, readonly string[]>> = { Raion: ['District', 'Rayon'], District: ['County'] }

/** A district's name as it is shown first, then the other ways to write it; empty where English text never writes it. */
function districtNames(country: string, name: string): string[] {
  if (NEVER_WRITTEN.test(name)) return []
  const [home, form] = HOME_NOUNS.find(([pattern]) => pattern.test(name)) ?? []
  const shown = home && form ? name.replace(home, form) : name
  const noun = NOUN.exec(shown)?.[0].trim()
  const bare = shown.replace(NOUN, '')
  const others = (noun === undefined ? [] : (SAME[noun] ?? [])).map(word => `${bare} ${word}`)
  const county = name.startsWith('County ') ? [name, `Co ${bare}`] : []
  return country === 'US' ? [shown] : [shown, ...county, ...others, ...(noun === undefined ? [] : [bare])]
}

/**
 * Second-order districts: counties, raions, provinces of the Philippines. One is kept where a settlement lies in it, whose
 * middle is its point, and no name of it is also that of a town in its region, which then is meant. In the United States,
 * where every third name is a county's, "County" is part of the name; elsewhere the bare name finds those of 20,000 people.
 */
export function districtRows(rows: readonly Row[], names: ReadonlyMap<string, string>, number: number): Row[] {
  const towns = new Set(
    rows.flatMap(row => [row.name, ...row.others].map(name => `${row.country}.${row.code} ${foldPlaceName(name)}`)),
  )
  const inside = groupBy(
    rows.filter(row => row.district !== ''),
    row => `${row.country}.${row.code}.${row.district}`,
  )
  return [...inside].flatMap(([key, settled]) => {
    const [country = '', code = '', district = ''] = key.split('.')
    const population = inhabitants(settled)
    const [shown, ...others] = districtNames(country, names.get(key) ?? '').filter((name, at) => {
      const free = !towns.has(`${country}.${code} ${foldPlaceName(name)}`)
      return free && (at === 0 || country === 'US' || NOUN.test(name) || population >= 20_000)
    })
    if (shown === undefined) return []
    return [{ number, name: shown, others, country, code, district, population, ...middleOfSquares(settled) }]
  })
}
