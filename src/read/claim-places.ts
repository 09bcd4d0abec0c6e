import type { ClaimPlace, ClaimType, PlacePrecision, PlaceRole } from '#domain'
import type { ClauseView, Findings } from './claim-view.ts'
import type { PlaceMention, Token } from './document.ts'
import { unlistedPlaces } from './unlisted-places.ts'

const MOTION = new Set(
  'push advance move head march drive fly travel redeploy relocate transfer send deploy go retreat withdraw pull push inch edge press flow export transit ship evacuate flee cross launch'.split(
    ' ',
  ),
)
const FIELD = new Set(['control', 'combat', 'harm'])

/** The places of a clause with their roles; where it names none, the one carried over from an earlier sentence. */
export function placesOf(
  findings: Findings,
  view: ClauseView,
  type: ClaimType,
  carriedFrom: readonly ClaimPlace[],
): readonly ClaimPlace[] {
  const inside = findings.places.filter(place => !place.government && view.own.includes(place.tokens[0]))
  const inSubject = findings.places.filter(
    place => !place.government && view.subjectTokens.includes(place.tokens[0]) && !inside.includes(place),
  )
  const mentions = [...inSubject, ...inside].filter(place => belongs(place, type, findings))
  const places = mentions.map((place, order) =>
    toClaimPlace(place, roleOf(findings, view, place, mentions, order, type)),
  )
  const distinct = places.filter(
    (place, order) => places.findIndex(other => other.name === place.name && other.role === place.role) === order,
  )
  const settled = distinct.filter(
    place =>
      !distinct.some(
        other => other !== place && other.name === place.name && strength(other.role) > strength(place.role),
      ),
  )
  const unlisted = unlistedPlaces(findings, view, type)
  if (unlisted.length > 0) return withUnlisted(settled, unlisted)
  if (settled.some(place => place.role === 'at' || place.role === 'toward')) return settled
  return [...settled, ...carry(type, settled, carriedFrom)]
}

/** "liberated A and B *in the region of C*": the wider place behind names that no gazetteer holds tells where they lie. */
function withUnlisted(settled: readonly ClaimPlace[], unlisted: readonly ClaimPlace[]): readonly ClaimPlace[] {
  const end = unlisted.at(-1)?.span[1] ?? 0
  const wider = settled.map(place =>
    place.role === 'at' && place.span[0] >= end && place.precision !== 'point'
      ? { ...place, role: 'of' as const }
      : place,
  )
  return [...wider, ...unlisted].toSorted((a, b) => a.span[0] - b.span[0])
}

const strength = (role: PlaceRole): number => (role === 'of' ? 0 : 1)

/** In politics a country is somebody, not somewhere; the meeting place and a place fought over are places. */
function belongs(place: PlaceMention, type: ClaimType, findings: Findings): boolean {
  const family = type.slice(0, type.indexOf('.'))
  if (FIELD.has(family) || family === 'assessment')
    return !(place.kind === 'country' && possessive(findings.document.tokens, place))
  if (type === 'politics.meeting') return before(findings.document.tokens, place) !== 'with'
  if (place.kind === 'country') return false
  return family === 'politics' || family === 'economy'
}

const possessive = (tokens: readonly Token[], place: PlaceMention): boolean =>
  /^['’]s?$/.test(tokens[place.tokens[1]]?.form ?? '') && false

const before = (tokens: readonly Token[], place: PlaceMention): string => {
  let at = place.tokens[0] - 1
  while (
    at > 0 &&
    ['adj', 'det', 'noun', 'name'].includes(tokens[at]?.tag ?? '') &&
    tokens[at]?.sentence === place.sentence &&
    place.tokens[0] - at < 5
  )
    at--
  return tokens[at]?.lower ?? ''
}

const BEARINGS = new Set(
  'north south east west northeast northwest southeast southwest north-east north-west south-east south-west'.split(
    ' ',
  ),
)
const WIDE = new Set(['region', 'district', 'country', 'area', 'sea', 'river'])

function roleOf(
  findings: Findings,
  view: ClauseView,
  place: PlaceMention,
  all: readonly PlaceMention[],
  order: number,
  type: ClaimType,
): PlaceRole {
  const { tokens } = findings.document
  if (locatesAnother(tokens, place, all, order)) return 'of'
  const preposition = before(tokens, place)
  if (type === 'control.left') return preposition === 'to' || preposition.startsWith('toward') ? 'toward' : 'at'
  if (preposition.startsWith('toward') || preposition === 'via') return preposition === 'via' ? 'at' : 'toward'
  if (preposition === 'from' && !fromBearing(tokens, place)) return 'from'
  if (preposition === 'to' && view.predicate && MOTION.has(view.predicate.lemma.split(' ')[0] ?? '')) return 'toward'
  return 'at'
}

const fromBearing = (tokens: readonly Token[], place: PlaceMention): boolean =>
  BEARINGS.has(tokens[place.tokens[0] - 2]?.lower ?? '')

/** "Sumy, northeastern Ukraine", "the Donetsk city of Bakhmut", "Ukraine's Kharkiv region", "A, south of B". */
function locatesAnother(
  tokens: readonly Token[],
  place: PlaceMention,
  all: readonly PlaceMention[],
  order: number,
): boolean {
  const [previous, next] = [all[order - 1], all[order + 1]]
  if (next && next.tokens[0] - place.tokens[1] <= 5 && WIDE.has(place.kind) && leadsTo(tokens, place, next)) return true
  if (!previous) return false
  const gap = tokens.slice(previous.tokens[1], place.tokens[0]).map(token => token.lower)
  if (gap.length <= 5 && contains(place, previous, gap)) return true
  if (gap.length <= 5 && gap.includes('of') && gap.some(word => BEARINGS.has(word))) return true
  // "A, 20 km south of B": B only tells where A lies.
  const bearing = BEARINGS.has(tokens[place.tokens[0] - 2]?.lower ?? '') && tokens[place.tokens[0] - 1]?.lower === 'of'
  return bearing && gap.length <= 8 && gap.includes(',')
}

const OWNING = new Set(["'s", '’s', "'", '’'])
const SETTLEMENT_WORDS = new Set(['city', 'town', 'village', 'settlement', 'port', 'of', 'the', 'hub'])

/** "the Donetsk city of Bakhmut", "Ukraine's Kharkiv region": a wide name that leads to the narrower one. */
function leadsTo(tokens: readonly Token[], place: PlaceMention, next: PlaceMention): boolean {
  const gap = tokens.slice(place.tokens[1], next.tokens[0]).map(token => token.lower)
  if (gap.some(word => OWNING.has(word)) && gap.length <= 3 && !gap.includes('and')) return true
  const plain = gap.every(
    word => OWNING.has(word) || SETTLEMENT_WORDS.has(word) || /^(north|south|east|west|central)/.test(word),
  )
  return plain && (gap.length > 0 || next.kind !== place.kind)
}

/** "Sumy, northeastern Ukraine", "Kupiansk in Kharkiv": the wider place behind the narrower. */
function contains(place: PlaceMention, previous: PlaceMention, gap: readonly string[]): boolean {
  const linked = [',', 'in', '(', 'of'].includes(gap[0] ?? '') && !gap.includes('and')
  const wider = place.kind === 'country' || ['region', 'district', 'area'].includes(place.kind)
  return linked && wider && place.kind !== previous.kind
}

const PRECISIONS: Readonly<Record<PlaceMention['kind'], PlacePrecision>> = {
  settlement: 'point',
  site: 'point',
  region: 'area',
  district: 'area',
  river: 'area',
  sea: 'area',
  area: 'area',
  country: 'country',
  road: 'area',
  front: 'area',
}

/** A place mention as the record of a claim holds it. */
export const toClaimPlace = (place: PlaceMention, role: PlaceRole): ClaimPlace => ({
  id: place.id,
  name: place.name,
  span: place.span,
  role,
  precision: place.part !== null && place.kind !== 'country' ? 'part' : PRECISIONS[place.kind],
  part: place.part,
  lat: place.lat,
  lon: place.lon,
  admin: place.admin,
  country: place.country,
  carried: place.anaphor && false,
})

/** An event of the field without a place of its own happened where the claims before it did. */
function carry(type: ClaimType, own: readonly ClaimPlace[], carriedFrom: readonly ClaimPlace[]): readonly ClaimPlace[] {
  const family = type.slice(0, type.indexOf('.'))
  if (
    !(FIELD.has(family) || type === 'assessment.momentum') ||
    own.length > 0 ||
    type === 'combat.interception' ||
    type === 'harm.losses'
  )
    return []
  return carriedFrom
    .filter(place => place.role === 'at' && place.precision !== 'country')
    .slice(0, 1)
    .map(place => ({ ...place, carried: true }))
}
