import { familyOf, type Instant, isSpokenOf } from '#domain'
import { type Desk, placeHead } from './knowledge.ts'
import type { MapAnswer } from './schemas.ts'

/**
 * All that a map of the war shows over time, in one answer, so that a slider can run without asking again: who holds each
 * place from which day (Fogline's line), and how many claims were published about it on each day, by family, camp,
 * certainty and source. Copies count nothing. Places without a point are left out, whole countries too.
 */
export async function mapOf(desk: Desk, asOf: Instant): Promise<MapAnswer> {
  const { ledger, theatre } = desk
  const steps = await ledger.control({ claimant: null, asOf })
  const named = await desk.claimPlaces(asOf)
  const counts = await countByDay(desk, asOf)
  const towns = theatre.places.filter(({ kind }) => kind === 'settlement').map(({ id }) => id)
  const ids = new Set([...towns, ...named.keys(), ...steps.map(({ place }) => place)])
  const front = new Set(theatre.places.filter(({ front }) => front).map(({ id }) => id))
  const places = [...ids].flatMap(id => {
    const head = placeHead(theatre, id) ?? named.get(id)?.head
    if (!head || head.lat === null || head.lon === null || head.kind === 'country' || id.startsWith('iso:')) return []
    return [{ ...head, lat: head.lat, lon: head.lon, front: front.has(id) }]
  })
  const shown = new Set(places.map(({ id }) => id))
  const days = (await desk.days(asOf)).map(({ date }) => date).sort()
  return {
    asOf,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    places,
    control: steps
      .filter(({ place }) => shown.has(place))
      .map(step => {
        const { place, from, holder, likelihood, confidence } = step
        return { place, from, holder, likelihood, confidence, said: isSpokenOf(step) }
      }),
    claims: counts.filter(({ place }) => shown.has(place)),
  }
}

async function countByDay(desk: Desk, asOf: Instant): Promise<MapAnswer['claims']> {
  const counts = new Map<string, MapAnswer['claims'][number]>()
  for (const { type, camp, certainty, source, day, isCopy, places } of await desk.gists(asOf)) {
    if (isCopy) continue
    const family = familyOf(type)
    for (const { id } of places) {
      const key = `${id} ${day} ${family} ${camp} ${certainty} ${source}`
      const claims = (counts.get(key)?.claims ?? 0) + 1
      counts.set(key, { place: id, day, family, camp, certainty, source, claims })
    }
  }
  return [...counts.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
