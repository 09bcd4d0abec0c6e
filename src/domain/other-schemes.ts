/**
 * How the codebook's values are written in the schemes other people code by. Types have their ACLED and PLOVER codes in
 * `CLAIM_TYPE_ROWS`, words of likelihood theirs in `PHIA` and `ICD203`; the rest is here, once, as data.
 */

import { type ClaimType, claimTypeRow, type PlacePrecision } from './codebook.ts'
import type { Theatre, Weapon } from './theatre.ts'
import type { Band, Certainty, Confidence, Credibility } from './yardstick.ts'
import { BANDS } from './yardstick.ts'

/** ACLED `geo_precision`: 1 the place itself, 2 a part of a region, 3 a whole region or country. */
export const ACLED_GEO_PRECISION: Readonly<Record<PlacePrecision, 1 | 2 | 3>> = {
  point: 1,
  part: 1,
  area: 2,
  country: 3,
}

/** ACLED `time_precision` by the days a happening may lie on: 1 the day, 2 within a week, 3 wider. */
export const acledTimePrecision = (days: number): 1 | 2 | 3 => (days <= 1 ? 1 : days <= 7 ? 2 : 3)

/** Means that ACLED codes as "Air/drone strike" and as "Shelling/artillery/missile attack", by the words for them at large. */
const BY_AIR =
  /\b(?:drones?|uavs?|air ?strikes?|air (?:raids?|attacks?)|air-?launched|warplanes?|helicopters?|(?:glide|aerial|guided) bombs?)\b/i
const BY_GROUND =
  /\b(?:shell(?:s|ed|ing)?|artillery|mortars?|howitzers?|rockets?|missiles?|mlrs|multiple rocket launchers?)\b/i
const AIR_CLASSES: readonly Weapon['class'][] = ['drone', 'aircraft', 'helicopter', 'bomb']
const GROUND_CLASSES: readonly Weapon['class'][] = ['missile', 'artillery', 'mlrs']

/** How a strike was made, by the words of the claims that assert it; null: they name no means, or several that ACLED codes apart. */
function strikeMeans(words: readonly string[], { weapons }: Pick<Theatre, 'weapons'>): string | null {
  const named = weapons.filter(({ name, aliases }) =>
    [name, ...aliases].some(each => words.some(text => hasWord(text, each))),
  )
  const by = (means: RegExp, classes: readonly Weapon['class'][]): boolean =>
    words.some(text => means.test(text)) || named.some(weapon => classes.includes(weapon.class))
  const [air, ground] = [by(BY_AIR, AIR_CLASSES), by(BY_GROUND, GROUND_CLASSES)]
  if (air === ground) return null
  return air ? 'Air/drone strike' : 'Shelling/artillery/missile attack'
}

/** True where a text has a name as words of its own, written as it is. */
function hasWord(text: string, name: string): boolean {
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at))
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isLetter(at - 1) && !isLetter(at + name.length)) return true
  return false
}

/**
 * The ACLED code of an event. ACLED names the taking of a place by whose land it is: by a party of that country
 * "Government regains territory", by anybody else what the table says. It tells strikes apart by their means, which the
 * `words` of the claims name; where they do not, the sub-event is null. Null where ACLED codes no such thing.
 */
export function acledOf(
  type: ClaimType,
  agent: string | null,
  country: string | null,
  words: readonly string[],
  theatre: Pick<Theatre, 'parties' | 'weapons'>,
): { readonly event: string; readonly subEvent: string | null } | null {
  const code = claimTypeRow(type).acled
  if (type === 'combat.strike' && code !== null) return { ...code, subEvent: strikeMeans(words, theatre) }
  if (type !== 'control.seized' || code === null || country === null) return code
  const home = theatre.parties.find(({ name }) => name === agent)?.country ?? null
  return home === country ? { ...code, subEvent: 'Government regains territory' } : code
}

/** ACLED `disorder_type` of an event type. */
export const ACLED_DISORDER: Readonly<Record<string, string>> = {
  Battles: 'Political violence',
  'Explosions/Remote violence': 'Political violence',
  'Violence against civilians': 'Political violence',
  'Strategic developments': 'Strategic developments',
}

/** STIX 2.1 appendix A, "Director of National Intelligence" scale: the confidence value of each band. */
export const STIX_DNI: Readonly<Record<Band, number>> = {
  remote: 5,
  'highly-unlikely': 15,
  unlikely: 30,
  'realistic-possibility': 50,
  likely: 70,
  'highly-likely': 85,
  'almost-certain': 95,
}

/** STIX 2.1 appendix A, "None / Low / Med / High" scale. */
export const STIX_CONFIDENCE: Readonly<Record<Confidence, number>> = { low: 15, moderate: 50, high: 85 }

/** STIX 2.1 appendix A, "Admiralty Credibility" scale; null: cannot be judged, so no confidence is given. */
export const STIX_ADMIRALTY: Readonly<Record<Credibility, number | null>> = {
  1: 90,
  2: 70,
  3: 50,
  4: 30,
  5: 10,
  6: null,
}

/** STIX 2.1 `opinion-enum` for a likelihood: how far one agrees with what is asserted. */
export const STIX_OPINION: Readonly<Record<Band, string>> = {
  remote: 'strongly-disagree',
  'highly-unlikely': 'strongly-disagree',
  unlikely: 'disagree',
  'realistic-possibility': 'neutral',
  likely: 'agree',
  'highly-likely': 'strongly-agree',
  'almost-certain': 'strongly-agree',
}

/** True for a certainty that is a band of the yardstick, false for `stated` and `unverified`, which no scale has. */
export const isBand = (certainty: Certainty): certainty is Band => (BANDS as readonly string[]).includes(certainty)
