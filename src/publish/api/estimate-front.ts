import type { Day, Instant, Theatre } from '#domain'
import { groupBy } from '#kit'
import type { Ledger } from '#ledger'
import { holdingOn } from './control.ts'
import { drawFront, type HeldPlace, REACH_KM } from './draw-front.ts'

const LABEL =
  'An estimate drawn from places, not a surveyed line; where no report has spoken of a place, as before the war'
const METHOD = `Each settlement stands for the ground nearer to it than to any other (Voronoi cells) and within ${REACH_KM} km; a line runs where the ground of two holders meets, and may run anywhere between the two places it names (uncertaintyKm to each side). Places no report has spoken of count as they stood before the war; places nobody is known to hold draw nothing.`

/** Every settlement of the theatre that somebody is held to hold on a day, as known at a moment. */
export async function heldPlaces(ledger: Ledger, theatre: Theatre, on: Day, asOf: Instant): Promise<HeldPlace[]> {
  const steps = groupBy(await ledger.control({ claimant: null, asOf }), ({ place }) => place)
  return theatre.places.flatMap(({ id, kind, lat, lon }): HeldPlace[] => {
    const { holder, likelihood, confidence } = holdingOn(steps.get(id) ?? [], on)
    const isGround = kind === 'settlement' && lat !== null && lon !== null
    if (!isGround || holder === 'unknown' || likelihood === null || confidence === null) return []
    return [{ id, lat, lon, holder, likelihood, confidence }]
  })
}

/** Front line and areas on a day, as known at a moment: GeoJSON with its label and method. */
export async function estimateFront(ledger: Ledger, theatre: Theatre, on: Day, asOf: Instant) {
  const { areas, lines } = drawFront(await heldPlaces(ledger, theatre, on, asOf))
  return { type: 'FeatureCollection' as const, on, asOf, label: LABEL, method: METHOD, features: [...areas, ...lines] }
}
