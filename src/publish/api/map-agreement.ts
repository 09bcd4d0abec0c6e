import type { ControlMap, Instant, Theatre } from '#domain'
import { holderOnMap } from '#domain'
import { groupBy } from '#kit'
import type { Ledger } from '#ledger'
import { holdingOn } from './control.ts'

/** How a map and Fogline's own lines agree on the map's day, over the theatre's settlements. */
export interface MapAgreement {
  readonly map: string
  readonly claimant: string
  readonly date: ControlMap['date']
  readonly agree: number
  readonly differ: number
  readonly untold: number
  readonly differences: readonly {
    readonly place: string
    readonly name: string
    readonly fogline: string
    readonly map: string
  }[]
  readonly counts: readonly { readonly fogline: string; readonly map: string; readonly places: number }[]
}

/** What a settlement outside every area of a map is taken for: nothing, since maps draw only what one side holds. */
const OUTSIDE = 'no area'

/**
 * Compares place by place, as known at a moment. A map that draws one party's ground alone says nothing of a place outside
 * it, so such a place is untold, as is one that Fogline holds for unknown.
 */
export async function compareMap(
  ledger: Ledger,
  theatre: Theatre,
  map: ControlMap,
  asOf: Instant | null,
): Promise<MapAgreement> {
  const steps = groupBy(await ledger.control({ claimant: null, asOf }), ({ place }) => place)
  const rows = theatre.places.flatMap(({ id, name, kind, lat, lon }) => {
    if (kind !== 'settlement' || lat === null || lon === null) return []
    const fogline = holdingOn(steps.get(id) ?? [], map.date).holder
    return [{ place: id, name, fogline, map: holderOnMap(map, { lat, lon }) ?? OUTSIDE }]
  })
  const told = rows.filter(row => row.map !== OUTSIDE && row.fogline !== 'unknown')
  const differences = told.filter(row => row.fogline !== row.map)
  const counts = groupBy(rows, row => JSON.stringify([row.fogline, row.map]))
  return {
    map: map.id,
    claimant: map.claimant,
    date: map.date,
    agree: told.length - differences.length,
    differ: differences.length,
    untold: rows.length - told.length,
    differences,
    counts: [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, own]) => (own[0] ? [{ fogline: own[0].fogline, map: own[0].map, places: own.length }] : [])),
  }
}
