import countries from 'i18n-iso-countries'

/**
 * Names that reporting in English gives a country, where the package lacks them or shows another first: the name to show,
 * then the rest. Former names stand where they are still written.
 */
const FURTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  AE: ['United Arab Emirates', 'Emirates', 'The Emirates'],
  AG: ['Antigua and Barbuda', 'Antigua & Barbuda', 'Antigua'],
  BA: ['Bosnia and Herzegovina', 'Bosnia & Herzegovina', 'Bosnia-Herzegovina', 'Bosnia'],
  BL: ['Saint Barthélemy', 'St. Barts'],
  BN: ['Brunei'],
  BO: ['Bolivia', 'Plurinational State of Bolivia'],
  BQ: ['Caribbean Netherlands', 'Bonaire'],
  BS: ['Bahamas', 'The Bahamas'],
  BY: ['Belarus', 'Belorussia', 'Byelorussia'],
  CC: ['Cocos Islands', 'Keeling Islands'],
  CD: [
    'Democratic Republic of the Congo',
    'DR Congo',
    'D.R. Congo',
    'DRC',
    'Congo-Kinshasa',
    'Democratic Republic of Congo',
    'Zaire',
  ],
  CG: ['Republic of the Congo', 'Congo-Brazzaville', 'Republic of Congo'],
  CI: ['Ivory Coast', 'Cote d Ivoire', 'The Ivory Coast'],
  CN: ['China', 'PRC', 'Mainland China'],
  CV: ['Cape Verde', 'Cabo Verde'],
  CZ: ['Czech Republic', 'The Czech Republic'],
  DO: ['Dominican Republic', 'The Dominican Republic'],
  FK: ['Falkland Islands', 'Falklands', 'The Falklands', 'Malvinas'],
  FM: ['Micronesia', 'Federated States of Micronesia'],
  FO: ['Faroe Islands', 'Faeroe Islands', 'Faroes'],
  GB: ['United Kingdom', 'Britain', 'U.K.', 'United Kingdom of Great Britain and Northern Ireland'],
  GM: ['Gambia'],
  HK: ['Hong Kong', 'Hong Kong SAR'],
  IE: ['Ireland', 'Republic of Ireland', 'Irish Republic'],
  IR: ['Iran'],
  KG: ['Kyrgyzstan', 'Kyrgyz Republic', 'Kirghizstan', 'Kirgizstan'],
  KN: ['Saint Kitts and Nevis', 'Saint Kitts & Nevis', 'Saint Kitts'],
  KP: ['North Korea', 'DPRK', "Democratic People's Republic of Korea"],
  KR: ['South Korea', 'ROK', 'Korea'],
  LA: ['Laos'],
  LC: ['Saint Lucia'],
  MD: ['Moldova', 'Republic of Moldova', 'Moldavia'],
  MF: ['Saint Martin'],
  MK: ['North Macedonia', 'Macedonia', 'Republic of Macedonia', 'Republic of North Macedonia', 'FYROM'],
  MM: ['Myanmar', 'Burma'],
  MO: ['Macau'],
  MV: ['Maldives', 'The Maldives'],
  NL: ['Netherlands', 'Holland'],
  PG: ['Papua New Guinea', 'PNG'],
  PH: ['Philippines', 'The Philippines'],
  PS: [
    'Palestine',
    'Palestinian Territories',
    'Palestinian Territory',
    'Occupied Palestinian Territory',
    'Occupied Palestinian Territories',
  ],
  RU: ['Russia'],
  SA: ['Saudi Arabia', 'Kingdom of Saudi Arabia', 'KSA'],
  SH: ['Saint Helena', 'Ascension Island', 'Tristan da Cunha'],
  SK: ['Slovakia', 'Slovak Republic'],
  SS: ['South Sudan', 'Republic of South Sudan'],
  ST: ['Sao Tome and Principe', 'Sao Tome & Principe', 'Sao Tome'],
  SX: ['Sint Maarten'],
  SY: ['Syria'],
  SZ: ['Eswatini', 'Swaziland'],
  TL: ['East Timor', 'Timor Leste'],
  TR: ['Turkey'],
  TT: ['Trinidad and Tobago', 'Trinidad & Tobago', 'Trinidad'],
  TW: ['Taiwan', 'Republic of China'],
  TZ: ['Tanzania'],
  US: ['United States', 'America', 'United States of America'],
  VA: ['Vatican City', 'Vatican', 'The Vatican', 'Holy See', 'The Holy See'],
  VC: ['Saint Vincent and the Grenadines', 'Saint Vincent & the Grenadines', 'Saint Vincent'],
  VE: ['Venezuela', 'Bolivarian Republic of Venezuela'],
  VG: ['British Virgin Islands', 'BVI'],
  VI: ['US Virgin Islands', 'U.S. Virgin Islands', 'United States Virgin Islands', 'Virgin Islands'],
  VN: ['Vietnam', 'Viet Nam'],
}

/** Lands wider than a country, and parts of the world: no settlement, region or country is meant by them. */
export const WIDER_LANDS: ReadonlySet<string> = new Set([
  'africa',
  'antarctica',
  'asia',
  'central america',
  'eurasia',
  'europe',
  'far east',
  'latin america',
  'middle east',
  'near east',
  'north africa',
  'north america',
  'oceania',
  'south america',
])

/** The English names of a country by its ISO 3166-1 alpha-2 code, the one to show first; empty for an unknown code. */
export function countryNames(code: string): string[] {
  const given = countries.getName(code, 'en', { select: 'all' }) ?? []
  const straight = [...given].sort((a, b) => Number(a.includes(',')) - Number(b.includes(',')))
  const names = [...(FURTHER_NAMES[code] ?? []), ...straight]
  const shortened = names.filter(name => name.startsWith('Saint ')).map(name => name.replace('Saint ', 'St '))
  return [...new Set([...names, ...shortened])]
}
