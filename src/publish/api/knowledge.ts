import type { Instant, RecordedClaim, Theatre } from '#domain'
import type { Ledger, LedgerStats } from '#ledger'
import { allRows } from '#ledger'
import type { PlaceHead } from './schemas.ts'

/** What every route works with. */
export interface Desk {
  readonly ledger: Ledger
  readonly theatre: Theatre
  readonly version: string
  readonly now: () => Instant
  /** The moment an answer is as of: what the user asked for, else the newest moment the ledger learned anything. */
  readonly asOf: (asked: Instant | undefined) => Promise<Instant>
  readonly stats: () => Promise<LedgerStats>
  readonly claimPlaces: (asOf: Instant) => Promise<ReadonlyMap<string, ClaimPlaces>>
}

/** A place as claims name it, and how many claims do. */
export interface ClaimPlaces {
  readonly head: PlaceHead
  readonly claims: number
}

/** How long the ledger's size is taken as read; a desk asks for much at once. */
const STATS_MS = 1000

/** Makes the routes' common ground. Counting is remembered for a second, the places of claims as long as nothing is recorded. */
export function makeDesk(given: Pick<Desk, 'ledger' | 'theatre' | 'version' | 'now'>): Desk {
  const { ledger, now } = given
  let counted: { at: number; stats: Promise<LedgerStats> } | null = null
  let places: { key: string; found: Promise<ReadonlyMap<string, ClaimPlaces>> } | null = null
  const stats = () => {
    const at = Date.parse(now())
    if (!counted || at - counted.at > STATS_MS || at < counted.at) {
      const asked = { at, stats: ledger.stats() }
      counted = asked
      asked.stats.catch(() => {
        if (counted === asked) counted = null
      })
    }
    return counted.stats
  }
  const claimPlaces = async (asOf: Instant) => {
    const key = `${asOf} ${JSON.stringify((await stats()).rows)}`
    if (places?.key !== key) {
      const asked = { key, found: findClaimPlaces(ledger, given.theatre, asOf) }
      places = asked
      asked.found.catch(() => {
        if (places === asked) places = null
      })
    }
    return places.found
  }
  return { ...given, stats, claimPlaces, asOf: async asked => asked ?? (await stats()).learned ?? now() }
}

async function findClaimPlaces(ledger: Ledger, theatre: Theatre, asOf: Instant): Promise<Map<string, ClaimPlaces>> {
  const found = new Map<string, ClaimPlaces>()
  const claims = await allRows(page => ledger.claims({ asOf, ...page }))
  for (const claim of claims) {
    for (const head of placesOf(claim, theatre)) {
      found.set(head.id, { head, claims: (found.get(head.id)?.claims ?? 0) + 1 })
    }
  }
  return found
}

/** The places of a claim that have an id, each once, by the theatre's own name where it knows them. */
export function placesOf(claim: RecordedClaim, theatre: Theatre): readonly PlaceHead[] {
  const heads = new Map<string, PlaceHead>()
  for (const { id, name, lat, lon, admin, country } of claim.places) {
    if (id !== null) heads.set(id, placeHead(theatre, id) ?? { id, name, kind: null, lat, lon, admin, country })
  }
  return [...heads.values()]
}

/** A place of the theatre as answers show it; null for an id it does not have. */
export function placeHead(theatre: Theatre, id: string): PlaceHead | null {
  const place = placesById(theatre).get(id)
  if (!place) return null
  const { name, kind, lat, lon, admin, country } = place
  return { id, name, kind, lat, lon, admin, country }
}

const indexes = new WeakMap<Theatre, ReadonlyMap<string, Theatre['places'][number]>>()

function placesById(theatre: Theatre): ReadonlyMap<string, Theatre['places'][number]> {
  const known = indexes.get(theatre)
  if (known) return known
  const index = new Map(theatre.places.map(place => [place.id, place]))
  indexes.set(theatre, index)
  return index
}
