import {
  type Control,
  type ControlMap,
  type Day,
  dayOf,
  holderOnMap,
  InputError,
  type Instant,
  isSpokenOf,
  type Theatre,
  type TheatrePlace,
} from '#domain'
import { foldName, groupBy } from '#kit'
import type { Ledger } from '#ledger'
import { placeHead } from './knowledge.ts'
import { didYouMean } from './near-names.ts'
import type { ControlAnswer, ControlStep, Holding, PlaceHead } from './schemas.ts'

/**
 * The place of the theatre that a user means: by id, else by its shown name, else by one of its other spellings; a
 * settlement before an area of the same name. Null when the theatre has none.
 */
export function resolvePlaceName(theatre: Theatre, name: string): TheatrePlace | null {
  const folded = foldName(name)
  const rank = (place: TheatrePlace): number => {
    if (place.id === name) return 0
    const other = place.kind === 'settlement' || place.kind === 'site' ? 0 : 1
    if (foldName(place.name) === folded) return 1 + other
    return place.aliases.some(alias => foldName(alias) === folded) ? 3 + other : Number.POSITIVE_INFINITY
  }
  const best = theatre.places.reduce<{ place: TheatrePlace | null; rank: number }>(
    (best, place) => (rank(place) < best.rank ? { place, rank: rank(place) } : best),
    { place: null, rank: Number.POSITIVE_INFINITY },
  )
  return best.place
}

/**
 * Who holds a place on a day (null: the day of `asOf`), as known at `asOf` (null: now): Fogline's line and each camp's
 * own, up to that day. The place is given by id or by any name the theatre knows; also by the gazetteer id of a place that
 * claims name. Throws `InputError` where no such place is known.
 */
export async function controlOf(
  ledger: Ledger,
  theatre: Theatre,
  placeIdOrName: string,
  { on, asOf }: { readonly on: Day | null; readonly asOf: Instant | null },
): Promise<ControlAnswer> {
  const head = await findPlace(ledger, theatre, placeIdOrName, asOf)
  if (!head) {
    throw new InputError(
      `place: expected one that the theatre or a claim names, found "${placeIdOrName}"${didYouMean(theatre, placeIdOrName)}`,
    )
  }
  return controlAt(ledger, head, { on, asOf })
}

/** The place by id, name or spelling; else the one of that id which a claim names; null when there is none. */
export async function findPlace(
  ledger: Ledger,
  theatre: Theatre,
  name: string,
  asOf: Instant | null,
): Promise<PlaceHead | null> {
  const known = resolvePlaceName(theatre, name)
  if (known) return placeHead(theatre, known.id)
  const { rows } = await ledger.claims({ place: name, asOf, limit: 1 })
  const place = rows.flatMap(({ places }) => places).find(({ id }) => id === name)
  if (!place) return null
  const { lat, lon, admin, country } = place
  return { id: name, name: place.name, kind: null, lat, lon, admin, country }
}

/** The answer for a place that is known to be one. */
export async function controlAt(
  ledger: Ledger,
  head: PlaceHead,
  { on, asOf }: { readonly on: Day | null; readonly asOf: Instant | null },
): Promise<ControlAnswer> {
  const { id, name } = head
  const steps = await ledger.control({ place: id, parts: true, asOf })
  const knownAt = asOf ?? (await ledger.stats()).learned
  const last = steps
    .map(({ from }) => from)
    .sort()
    .at(-1)
  const until = on ?? (knownAt ? dayOf(knownAt) : last)
  const past = steps.filter(({ from }) => until === undefined || from <= until)
  const whole = past.filter(({ part }) => part === null)
  const line = whole.filter(({ claimant }) => claimant === null)
  const mapped = mappedLines(await ledger.maps({ asOf }), head, until ?? null)
  const claimed = groupBy(
    whole.filter(({ claimant }) => claimant !== null),
    ({ claimant }) => claimant ?? '',
  )
  const lines = [...claimed].map(([camp, own]) => [camp, toLine(own)] as const)
  const parts = groupBy(
    past.filter(({ part, claimant }) => part !== null && claimant === null),
    ({ part }) => part ?? '',
  )
  return {
    place: id,
    name,
    on: until ?? dayOf(NEVER),
    asOf: knownAt ?? NEVER,
    ...holdingOn(line, until ?? null),
    line: toLine(line),
    claimants: Object.fromEntries([...lines, ...mapped].sort(byKey)),
    parts: Object.fromEntries(
      [...parts].sort(byKey).map(([part, own]) => [part, { ...holdingOn(own, until ?? null), line: toLine(own) }]),
    ),
  }
}

/** The line of each map-maker at a place: a step wherever one of its maps shows another holder than the one before. */
function mappedLines(
  maps: readonly ControlMap[],
  { lat, lon }: PlaceHead,
  until: Day | null,
): (readonly [string, ControlStep[]])[] {
  if (lat === null || lon === null) return []
  const drawn = groupBy(
    maps.filter(({ date }) => until === null || date <= until),
    ({ claimant }) => claimant,
  )
  return [...drawn].flatMap(([claimant, own]) => {
    const steps: ControlStep[] = []
    for (const map of own) {
      const holder = holderOnMap(map, { lat, lon })
      if (holder === null || holder === steps.at(-1)?.holder) continue
      const sure = { likelihood: 'almost-certain', confidence: 'low', through: null } as const
      steps.push({ from: map.date, holder, ...sure, because: [], against: [] })
    }
    return steps.length === 0 ? [] : [[claimant, steps] as const]
  })
}

/** What an empty ledger is as of. */
const NEVER = '1970-01-01T00:00:00.000Z' as Instant

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const toLine = (steps: readonly Control[]): ControlStep[] =>
  [...steps]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, holder, likelihood, confidence, because, against, through }) => ({
      from,
      holder,
      likelihood,
      confidence,
      because,
      against,
      through,
    }))

/** The newest step at or before a day (null: the newest of all) as a holding; `unknown` where there is none. */
export function holdingOn(steps: readonly Control[], day: Day | null): Holding {
  const step = steps
    .filter(({ from }) => day === null || from <= day)
    .reduce<Control | null>((best, each) => (best && best.from > each.from ? best : each), null)
  if (!step) return { holder: 'unknown', likelihood: null, confidence: null, since: null, said: false }
  const { holder, likelihood, confidence, from } = step
  return { holder, likelihood, confidence, since: from, said: isSpokenOf(step) }
}

/** What is said beside a holder whom no claim names: it is what the theatre gives, and no knowledge of today. */
export const AS_BEFORE =
  'As it stood before the war: no report in the ledger has spoken of it since. That is unknown, not calm.'
/** What is said beside a place without any holder. */
export const NOBODY_SPOKE = 'No report in the ledger has spoken of who holds it. That is unknown, not calm.'
