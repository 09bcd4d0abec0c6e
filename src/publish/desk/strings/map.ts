import type { Family } from '#domain'
import { plural } from './common.ts'

const families: Readonly<Record<Family, string>> = {
  control: 'control',
  combat: 'fighting',
  harm: 'harm',
  politics: 'politics',
  economy: 'economy',
  assessment: 'assessment',
}

/** What the families of claims are called. */
export const familyName = (family: Family): string => families[family]

/** Words of the map. */
export const map = {
  title: 'Map',
  about:
    'Who is said to hold each place, and where claims of the days shown speak of. A place without a mark is one nobody has made a claim on; a pale mark is how it stood before the war.',
  region: 'Map of the war. The table beside it says the same.',
  attribution: 'Natural Earth · borders in the UN’s view (Visionscarto)',
  tilesFailed: 'The map tiles set by FOGLINE_TILES cannot be read; the desk’s own ground is shown.',
  noWebGl: 'This browser cannot draw the map (it has no WebGL). The table says the same.',
  loadingGround: 'Loading the map …',
  play: 'Play',
  pause: 'Pause',
  dayBefore: 'Day before',
  dayAfter: 'Day after',
  slider: 'Day',
  span: 'Claims of',
  spans: { 1: 'this day', 3: '3 days', 7: '7 days', 30: '30 days' } as Readonly<Record<number, string>>,
  filters: 'Filters',
  family: 'Claims about',
  camp: 'Said by',
  certainty: 'How sure',
  source: 'Source',
  every: 'all',
  legend: 'Signs',
  held: 'Held by',
  unsaid: 'pale: as before the war, no report has spoken of it',
  lines: 'Lines',
  frontToggle: 'estimated front',
  drawnToggle: (maker: string) => `as drawn by ${maker}`,
  drawnOf: (maker: string, day: string) => `drawn by ${maker}, ${day}`,
  claimsSize: 'the larger the ring, the more claims',
  tableTitle: 'Places',
  tableFilter: 'Find a place',
  place: 'Place',
  claimsHead: 'Claims',
  tableNone: 'No place fits.',
  tableMore: (count: number) => `and ${plural(count, 'more place', 'more places')}: find one by its name`,
  claimsOf: (count: number, from: string, to: string) =>
    `${plural(count, 'claim', 'claims')}, ${from === to ? from : `${from} to ${to}`}`,
  noClaims: 'No claim of these days speaks of it.',
  openPlace: 'Everything about this place',
  noLine: 'Nobody has made a claim on who holds it.',
  empty: 'The ledger has no reports yet.',
  emptyHow: 'Read some with: fogline ingest PATH',
} as const
