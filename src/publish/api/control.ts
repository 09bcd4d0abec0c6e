import { type Control, type Day, dayOf, InputError, type Instant, type Theatre, type TheatrePlace } from '#domain'
import { foldName, groupBy } from '#kit'
import type { Ledger } from '#ledger'
import { placeHead } from './knowledge.ts'
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
      `place: expected one that the theatre or a claim names, found "${placeIdOrName}"; try another spelling`,
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
  { id, name }: PlaceHead,
  { on, asOf }: { readonly on: Day | null; readonly asOf: Instant | null },
): Promise<ControlAnswer> {
  const steps = await ledger.control({ place: id, asOf })
  const knownAt = asOf ?? (await ledger.stats()).learned
  const last = steps
    .map(({ from }) => from)
    .sort()
    .at(-1)
  const until = on ?? (knownAt ? dayOf(knownAt) : last)
  const past = steps.filter(({ from }) => until === undefined || from <= until)
  const line = past.filter(({ claimant }) => claimant === null)
  const claimed = groupBy(
    past.filter(({ claimant }) => claimant !== null),
    ({ claimant }) => claimant ?? '',
  )
  return {
    place: id,
    name,
    on: until ?? dayOf(NEVER),
    asOf: knownAt ?? NEVER,
    ...holdingOn(line, until ?? null),
    line: toLine(line),
    claimants: Object.fromEntries([...claimed].sort(byKey).map(([camp, steps]) => [camp, toLine(steps)])),
  }
}

/** What an empty ledger is as of. */
const NEVER = '1970-01-01T00:00:00.000Z' as Instant

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const toLine = (steps: readonly Control[]): ControlStep[] =>
  [...steps]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, holder, likelihood, confidence, because, against }) => ({
      from,
      holder,
      likelihood,
      confidence,
      because,
      against,
    }))

/** The newest step at or before a day (null: the newest of all) as a holding; `unknown` where there is none. */
export function holdingOn(steps: readonly Control[], day: Day | null): Holding {
  const step = steps
    .filter(({ from }) => day === null || from <= day)
    .reduce<Control | null>((best, each) => (best && best.from > each.from ? best : each), null)
  if (!step) return { holder: 'unknown', likelihood: null, confidence: null, since: null }
  return { holder: step.holder, likelihood: step.likelihood, confidence: step.confidence, since: step.from }
}
