/**
 * The codebook as data: every claim type, measure, kind, role and tense, once. `docs/codebook.md` says in words what
 * each means, and a test holds the two together in both directions.
 */

/** ACLED (Armed Conflict Location & Event Data) event and sub-event type; null where ACLED codes no such thing. */
export interface AcledCode {
  readonly event: string
  readonly subEvent: string
}

/** One row of the codebook's table of types. */
export interface ClaimTypeRow {
  readonly type: string
  /** Completes "it says that …". */
  readonly says: string
  /** What stands in `agent` and `target`; null where the type has none. */
  readonly agent: string | null
  readonly target: string | null
  readonly acled: AcledCode | null
  /** PLOVER (POLECAT) event class, or null. */
  readonly plover: string | null
}

const battle = (subEvent: string): AcledCode => ({ event: 'Battles', subEvent })
const remote = (subEvent: string): AcledCode => ({ event: 'Explosions/Remote violence', subEvent })
const strategic = (subEvent: string): AcledCode => ({ event: 'Strategic developments', subEvent })

const row = <T extends string>(
  type: T,
  says: string,
  agent: string | null,
  target: string | null,
  acled: AcledCode | null,
  plover: string | null,
) => ({ type, says, agent, target, acled, plover }) as const

export const CLAIM_TYPE_ROWS = [
  row(
    'control.seized',
    'a party took a place or part of it',
    'party',
    'place',
    battle('Non-state actor overtakes territory'),
    'ASSAULT',
  ),
  row('control.held', 'a party still holds, controls or defends a place', 'party', 'place', null, null),
  row(
    'control.left',
    'a party withdrew from or lost a place',
    'party',
    'place',
    strategic('Non-violent transfer of territory'),
    'RETREAT',
  ),
  row(
    'control.advanced',
    'a party gained ground at, toward or around a place without taking it, or was pushed back there',
    'party',
    'place',
    battle('Armed clash'),
    'ASSAULT',
  ),
  row(
    'control.threatened',
    'a place, force or supply route is at risk of encirclement, loss or being cut',
    'party?',
    'place',
    null,
    'THREATEN',
  ),
  row(
    'combat.assault',
    'a ground attack or clash took place, including one that was repelled',
    'party',
    'party?/place',
    battle('Armed clash'),
    'ASSAULT',
  ),
  row(
    'combat.strike',
    'a missile, air, drone, rocket or artillery strike or shelling',
    'party',
    'place/object',
    remote('Shelling/artillery/missile attack'),
    'ASSAULT',
  ),
  row(
    'combat.interception',
    'air defence destroyed or suppressed incoming munitions or aircraft',
    'party',
    'munition',
    strategic('Disrupted weapons use'),
    'ASSAULT',
  ),
  row(
    'combat.weapon',
    'a weapon was used, tested or delivered to the front for the first time or as a notable fact',
    'party',
    'weapon',
    null,
    'ASSAULT',
  ),
  row(
    'combat.deployment',
    'forces moved, crossed, massed, rotated, were mobilised or reinforced',
    'party',
    'place',
    strategic('Change to group/activity'),
    'MOBILIZE',
  ),
  row(
    'combat.mishap',
    'an accident, friendly-fire or technical failure of a military asset',
    'party',
    'object',
    null,
    null,
  ),
  row(
    'harm.casualties',
    'civilians or unspecified people were killed, wounded, trapped, missing, captured, displaced',
    'party?',
    'people',
    remote('Shelling/artillery/missile attack'),
    'ASSAULT',
  ),
  row(
    'harm.losses',
    'military personnel or equipment of a party were destroyed, killed or captured',
    'party?',
    'party',
    battle('Armed clash'),
    'ASSAULT',
  ),
  row(
    'harm.damage',
    'buildings, infrastructure, energy or services were damaged or cut',
    'party?',
    'object',
    remote('Shelling/artillery/missile attack'),
    'ASSAULT',
  ),
  row('politics.meeting', 'a visit, summit, call or talks took place or will', 'actor', 'actor', null, 'CONSULT'),
  row(
    'politics.position',
    'an actor states support, opposition, praise, condemnation, a demand, a threat or a policy line',
    'actor',
    'actor?',
    null,
    'SUPPORT',
  ),
  row(
    'politics.aid',
    'military, financial or humanitarian aid was pledged, approved, delivered or withheld',
    'actor',
    'actor',
    null,
    'AID',
  ),
  row('politics.sanction', 'sanctions, embargoes, asset freezes, expulsions, bans', 'actor', 'actor', null, 'SANCTION'),
  row(
    'politics.negotiation',
    'a peace plan, cease-fire, prisoner exchange or deal is proposed, agreed or rejected',
    'actor',
    'actor?',
    strategic('Agreement'),
    'AGREE',
  ),
  row(
    'politics.legal',
    'warrants, charges, trials, rulings, annexation law',
    'actor',
    'actor',
    strategic('Arrests'),
    'COERCE',
  ),
  row(
    'politics.alliance',
    'accession, membership, alignment, basing',
    'actor',
    'actor',
    strategic('Headquarters or base established'),
    'COOPERATE',
  ),
  row(
    'politics.disclosure',
    'a leak, intercepted or declassified document says something',
    'actor',
    'actor?',
    null,
    'ACCUSE',
  ),
  row(
    'economy.trade',
    'trade, energy, grain or transit flows are allowed, limited, stopped or expected',
    'actor',
    'good',
    null,
    'COOPERATE',
  ),
  row('economy.cost', 'an estimate of damage, reconstruction, budget or GDP', 'actor?', 'thing', null, null),
  row('assessment.intent', 'what a party is trying or planning to do', 'party', 'place/thing', null, null),
  row(
    'assessment.momentum',
    'how a campaign is going (losing steam, stalled, intensifying, bloodiest)',
    'party',
    'place?',
    null,
    null,
  ),
  row('assessment.forecast', 'a stated probability or prediction of a future event', 'actor', 'event', null, null),
] as const satisfies readonly ClaimTypeRow[]

export type ClaimType = (typeof CLAIM_TYPE_ROWS)[number]['type']
export const CLAIM_TYPES: readonly ClaimType[] = CLAIM_TYPE_ROWS.map(({ type }) => type)

/** The first level of the types. `fighting` of the codebook's table is the two families `control` and `combat`. */
export const FAMILIES = ['control', 'combat', 'harm', 'politics', 'economy', 'assessment'] as const
export type Family = (typeof FAMILIES)[number]
export const familyOf = (type: ClaimType): Family => type.slice(0, type.indexOf('.')) as Family

/** The row of a type. */
export function claimTypeRow(type: ClaimType): ClaimTypeRow {
  const found = CLAIM_TYPE_ROWS.find(candidate => candidate.type === type)
  if (!found) throw new Error(`claim type: expected one of the codebook's ${CLAIM_TYPES.length}, found "${type}"`)
  return found
}

/** What a figure counts. `count` is anything else; its `unit` says of what. */
export const MEASURES = [
  'people.killed',
  'people.wounded',
  'people.missing',
  'people.trapped',
  'people.captured',
  'people.displaced',
  'personnel.killed',
  'personnel.wounded',
  'personnel.captured',
  'personnel.losses',
  'troops',
  'equipment.tanks',
  'equipment.armoured-vehicles',
  'equipment.artillery',
  'equipment.mlrs',
  'equipment.air-defence',
  'equipment.aircraft',
  'equipment.helicopters',
  'equipment.drones',
  'equipment.missiles',
  'equipment.ships',
  'equipment.vehicles',
  'equipment.other',
  'munitions.launched',
  'munitions.shot-down',
  'munitions.hit',
  'area',
  'distance',
  'money',
  'share',
  'ratio',
  'probability',
  'duration',
  'count',
] as const
export type Measure = (typeof MEASURES)[number]

export const HOLDER_KINDS = [
  'government',
  'military',
  'agency',
  'official',
  'outlet',
  'analyst',
  'channel',
  'organisation',
  'forecaster',
  'witness',
  'unnamed',
] as const
export type HolderKind = (typeof HOLDER_KINDS)[number]

/** The two camps every theatre has; the others are in its pack. */
export const COMMON_CAMPS = ['third-party', 'unknown'] as const

export const STANCES = ['asserts', 'denies', 'questions'] as const
export type Stance = (typeof STANCES)[number]

export const PLACE_ROLES = ['at', 'from', 'toward', 'of'] as const
export type PlaceRole = (typeof PLACE_ROLES)[number]

export const PLACE_PRECISIONS = ['point', 'part', 'area', 'country'] as const
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number]

export const TENSES = ['past', 'present', 'future'] as const
export type Tense = (typeof TENSES)[number]
