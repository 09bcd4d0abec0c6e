import type { Briefing, ClaimId, ClaimType, Day, Instant, RecordedClaim, Theatre } from '#domain'
import { dayOf } from '#domain'
import type { Ledger, LedgerStats } from '#ledger'
import { allRows } from '#ledger'
import { writeBriefing } from '#publish/briefing'
import type { PlaceHead } from './schemas.ts'

/** What every route works with. */
export interface Desk {
  readonly ledger: Ledger
  readonly theatre: Theatre
  readonly version: string
  readonly now: () => Instant
  /** Address of map tiles, or null. */
  readonly tiles: string | null
  /** The moment an answer is as of: what the user asked for, else the newest moment the ledger learned anything. */
  readonly asOf: (asked: Instant | undefined) => Promise<Instant>
  readonly stats: () => Promise<LedgerStats>
  /** To be called after a write: whoever wrote reads the written next, not what was counted a moment before. */
  readonly countAnew: () => void
  /** Every claim in few words. */
  readonly gists: (asOf: Instant) => Promise<readonly ClaimGist[]>
  /** Days that have reports, with how many; counting them walks all claims. */
  readonly days: (asOf: Instant) => ReturnType<Ledger['days']>
  readonly claimPlaces: (asOf: Instant) => Promise<ReadonlyMap<string, ClaimPlaces>>
  /** The edition of a day, written once however many read it. */
  readonly edition: (asOf: Instant, date: Day) => Promise<Briefing>
}

/** A place as claims name it, and how many claims do. */
export interface ClaimPlaces {
  readonly head: PlaceHead
  readonly claims: number
}

/** What maps, queues and profiles need of a claim; all claims are walked for it once, not once for each of them. */
export interface ClaimGist {
  readonly id: ClaimId
  readonly type: ClaimType
  readonly stance: RecordedClaim['stance']
  readonly certainty: RecordedClaim['certainty']
  readonly confidence: number
  readonly holder: string
  readonly camp: string
  readonly source: string
  /** The day its report was published. */
  readonly day: Day
  readonly isCopy: boolean
  readonly places: readonly PlaceHead[]
}

/** How long the ledger's size is taken as read; a desk asks for much at once. */
const STATS_MS = 1000
/** Editions kept: those of the last days, as a desk is read. */
const EDITIONS_KEPT = 32

/** Makes the routes' common ground. Counting is remembered for a second, walks over all claims as long as nothing is recorded. */
export function makeDesk(given: Pick<Desk, 'ledger' | 'theatre' | 'version' | 'now' | 'tiles'>): Desk {
  const { ledger, now } = given
  let counted: { at: number; stats: Promise<LedgerStats> } | null = null
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
  const countAnew = () => {
    counted = null
  }
  const gists = rememberWhileUnchanged(stats, asOf => findGists(ledger, given.theatre, asOf))
  const claimPlaces = rememberWhileUnchanged(stats, async asOf => countPlaces(await gists(asOf)))
  const days = rememberWhileUnchanged(stats, asOf => ledger.days({ asOf }))
  const edition = rememberWhileUnchanged(
    stats,
    (asOf, date: Day) => writeBriefing({ ledger, theatre: given.theatre, date, asOf }),
    EDITIONS_KEPT,
  )
  const asOf: Desk['asOf'] = async asked => asked ?? (await stats()).learned ?? now()
  return { ...given, stats, countAnew, days, gists, claimPlaces, edition, asOf }
}

/**
 * Keeps the last answers, for their moment and the rows the ledger then had; who asks for one that is being found waits for
 * it with the others. One that fails is not kept.
 */
function rememberWhileUnchanged<Asked extends readonly string[], Found>(
  stats: () => Promise<LedgerStats>,
  find: (asOf: Instant, ...asked: Asked) => Promise<Found>,
  most = 1,
): (asOf: Instant, ...asked: Asked) => Promise<Found> {
  const kept = new Map<string, Promise<Found>>()
  return async (asOf, ...asked) => {
    const key = [asOf, ...asked, JSON.stringify((await stats()).rows)].join(' ')
    const known = kept.get(key)
    const found = known ?? find(asOf, ...asked)
    // The last asked for stands last, so that the first is the one to let go of.
    kept.delete(key)
    kept.set(key, found)
    for (const old of kept.keys()) if (kept.size > most) kept.delete(old)
    if (!known) found.catch(() => kept.get(key) === found && kept.delete(key))
    return found
  }
}

async function findGists(ledger: Ledger, theatre: Theatre, asOf: Instant): Promise<readonly ClaimGist[]> {
  const claims = await allRows(page => ledger.claims({ asOf, ...page }))
  return claims.map(claim => ({
    id: claim.id,
    type: claim.type,
    stance: claim.stance,
    certainty: claim.certainty,
    confidence: claim.confidence,
    holder: claim.holder.name,
    camp: claim.holder.camp,
    source: claim.source,
    day: dayOf(claim.said),
    isCopy: claim.copyOf !== null,
    places: placesOf(claim, theatre),
  }))
}

function countPlaces(gists: readonly ClaimGist[]): ReadonlyMap<string, ClaimPlaces> {
  const found = new Map<string, ClaimPlaces>()
  for (const { places } of gists) {
    for (const head of places) found.set(head.id, { head, claims: (found.get(head.id)?.claims ?? 0) + 1 })
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
