import { type Control, dayOf, type RecordedClaim } from '#domain'
import { groupBy, unique } from '#kit'
import { claimsOf, deskLink, type ExportInput, eachEvent } from './export-input.ts'
import { tellingOf, wordsOf } from './standing.ts'

/** A Feature of RFC 7946 with a point, or with none where the place has no coordinates. */
const feature = (id: string, lat: number | null, lon: number | null, properties: Readonly<Record<string, unknown>>) =>
  JSON.stringify({
    type: 'Feature',
    id,
    geometry: lat === null || lon === null ? null : { type: 'Point', coordinates: [lon, lat] },
    properties,
  })

async function* collection(features: AsyncIterable<string>, about: Readonly<Record<string, unknown>>) {
  const head = JSON.stringify({ type: 'FeatureCollection', ...about }).slice(0, -1)
  yield `${head},"features":[\n`
  let first = true
  for await (const each of features) {
    yield first ? each : `,\n${each}`
    first = false
  }
  yield '\n]}\n'
}

/** Events as a GeoJSON FeatureCollection: what is said to have happened, how it stands (`standing`), how likely Fogline holds it, and the claims under it. */
export const eventsGeojson = (input: ExportInput): AsyncGenerator<string> =>
  collection(eventFeatures(input), { theatre: input.theatre.id, asOf: input.asOf })

async function* eventFeatures(input: ExportInput): AsyncGenerator<string> {
  for await (const { event, claims, belief, standing } of eachEvent(input)) {
    const { place } = event
    yield feature(event.id, place?.lat ?? null, place?.lon ?? null, {
      type: event.type,
      place: place?.name ?? null,
      placeId: place?.id ?? null,
      start: event.happened.start,
      end: event.happened.end,
      parties: event.parties,
      standing,
      says: wordsOf(claims, belief),
      likelihood: belief?.likelihood ?? null,
      confidence: belief?.confidence ?? null,
      origins: belief?.origins ?? null,
      claims: tellingOf(claims).map(({ id }) => id),
      against: claims.filter(({ stance }) => stance === 'denies').map(({ id }) => id),
      outlets: unique(claims.map(({ outlet, source }) => outlet ?? source)),
      url: deskLink(input.base, 'event', event.id),
    })
  }
}

/**
 * Control as a GeoJSON FeatureCollection: a point for every place with a line, with its holder on the day of `asOf` by
 * Fogline's line and by each camp's own, and the claims those rest on. `said` is false where there are none: the holder is
 * then the one before the war, and whether that still is so is unknown. A point says nothing of the ground around it.
 */
export const controlGeojson = (input: ExportInput): AsyncGenerator<string> =>
  collection(controlFeatures(input), { theatre: input.theatre.id, asOf: input.asOf, on: dayOf(input.asOf) })

async function* controlFeatures(input: ExportInput): AsyncGenerator<string> {
  const { ledger, theatre, asOf, filter, base } = input
  const on = dayOf(asOf)
  const steps = (await ledger.control({ asOf, ...(filter.place ? { place: filter.place } : {}) })).filter(
    ({ from }) => from <= on,
  )
  const known = new Map(theatre.places.map(place => [place.id, place]))
  for (const [id, some] of [...groupBy(steps, ({ place }) => place)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const lines = groupBy(some, ({ claimant }) => claimant ?? '')
    const own = newest(lines.get('') ?? [])
    const place = known.get(id) ?? (await placeInClaims(input, id, some))
    yield feature(id, place?.lat ?? null, place?.lon ?? null, {
      place: place?.name ?? id,
      holder: own?.holder ?? 'unknown',
      likelihood: own?.likelihood ?? null,
      confidence: own?.confidence ?? null,
      since: own?.from ?? null,
      said: own !== null && own.because.length + own.against.length > 0,
      claims: own?.because ?? [],
      against: own?.against ?? [],
      claimants: Object.fromEntries(
        [...lines].filter(([camp]) => camp !== '').map(([camp, line]) => [camp, stepOf(newest(line))]),
      ),
      url: deskLink(base, 'place', id),
    })
  }
}

const newest = (line: readonly Control[]): Control | null =>
  line.reduce<Control | null>((best, step) => (best && best.from > step.from ? best : step), null)

const stepOf = (step: Control | null) =>
  step && { holder: step.holder, since: step.from, likelihood: step.likelihood, claims: step.because }

/** A place of the gazetteer, as the claims under its line name it. */
async function placeInClaims(input: ExportInput, id: string, steps: readonly Control[]) {
  const ids = unique(steps.flatMap(({ because }) => because)).slice(0, 10)
  const claims: RecordedClaim[] = [...(await claimsOf(input, ids)).values()]
  return claims.flatMap(({ places }) => places).find(place => place.id === id) ?? null
}
