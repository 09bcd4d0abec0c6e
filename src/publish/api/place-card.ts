import { type Day, dayOf, type Instant, type Theatre } from '#domain'
import { distanceKm, groupBy } from '#kit'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { controlAt, findPlace, holdingOn } from './control.ts'
import { type Desk, placeHead } from './knowledge.ts'
import type { Neighbour, PlaceCard, PlaceHead, Places } from './schemas.ts'

const RECENT_CLAIMS = 50
const MOST_FIGURES = 200
const NEIGHBOURS = 6

/**
 * Everything about one place, by id or any name of the theatre, as known at `asOf`: who holds it and who says so, its
 * newest claims (the first page), its disputes, figures of its events, and its neighbours. Null when no such place is known.
 */
export async function placeCard(
  ledger: Ledger,
  theatre: Theatre,
  idOrName: string,
  { on, asOf }: { readonly on: Day | null; readonly asOf: Instant },
): Promise<PlaceCard | null> {
  const place = await findPlace(ledger, theatre, idOrName, asOf)
  if (!place) return null
  const day = on ?? dayOf(asOf)
  const claims = await ledger.claims({ place: place.id, asOf, limit: RECENT_CLAIMS })
  return {
    place,
    control: await controlAt(ledger, place, { on: day, asOf }),
    claims: { asOf, ...claims },
    disputes: await allRows(page => ledger.disputes({ place: place.id, asOf, ...page })),
    figures: await figuresAt(ledger, place.id, asOf),
    neighbours: await neighboursOf(ledger, theatre, place, day, asOf),
  }
}

/** Figures of the newest events at a place. */
async function figuresAt(ledger: Ledger, place: string, asOf: Instant): Promise<PlaceCard['figures']> {
  const { rows: events } = await ledger.events({ place, asOf, limit: MOST_FIGURES })
  const counted = events.filter(({ type }) => type.startsWith('harm.') || type.startsWith('combat.'))
  const figures = []
  for (const { id } of counted) {
    figures.push(...(await ledger.figures({ event: id, asOf, limit: MOST_FIGURES })).rows)
    if (figures.length >= MOST_FIGURES) break
  }
  return figures.slice(0, MOST_FIGURES)
}

async function neighboursOf(
  ledger: Ledger,
  theatre: Theatre,
  { id, lat, lon }: PlaceHead,
  day: Day,
  asOf: Instant,
): Promise<Neighbour[]> {
  if (lat === null || lon === null) return []
  const near = theatre.places
    .flatMap(place => {
      const isSpot = place.kind === 'settlement' || place.kind === 'site'
      if (place.id === id || !isSpot || place.lat === null || place.lon === null) return []
      return [{ id: place.id, km: distanceKm({ lat, lon }, { lat: place.lat, lon: place.lon }) }]
    })
    .sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1))
    .slice(0, NEIGHBOURS)
  const steps = groupBy(await ledger.control({ claimant: null, asOf }), step => step.place)
  return near.flatMap(({ id, km }) => {
    const head = placeHead(theatre, id)
    return head ? [{ ...head, ...holdingOn(steps.get(id) ?? [], day), km: Math.round(km * 10) / 10 }] : []
  })
}

/** Every place that a claim names or a line of control runs through, by name. */
export async function placesKnown(desk: Desk, day: Day, asOf: Instant): Promise<Places> {
  const { ledger, theatre } = desk
  const steps = groupBy(await ledger.control({ claimant: null, asOf }), step => step.place)
  const named = await desk.claimPlaces(asOf)
  const ids = new Set([...named.keys(), ...steps.keys()])
  const places = [...ids].flatMap(id => {
    const found = named.get(id)
    const head = found?.head ?? placeHead(theatre, id)
    return head ? [{ ...head, ...holdingOn(steps.get(id) ?? [], day), claims: found?.claims ?? 0 }] : []
  })
  places.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
  return { asOf, on: day, places }
}
