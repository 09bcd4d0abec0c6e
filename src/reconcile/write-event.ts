import type { ClaimType, Event, PlaceRef, RecordedClaim } from '#domain'
import { familyOf, makeId } from '#domain'
import { groupBy } from '#kit'
import type { Draft } from './event-drafts.ts'
import { typeOfEvent } from './event-groups.ts'
import type { Evidence } from './evidence.ts'
import { bySaid, compareText } from './order.ts'
import { isSettlement, mainPlace } from './places.ts'

/** Claims of the ground speak of one place; the settlement most of them name wins, else the first place named. */
function placeOf(members: readonly RecordedClaim[], { places }: Evidence): PlaceRef | null {
  const named = members.flatMap(claim => {
    const place = mainPlace(claim)
    return place ? [{ place, key: places.keyOf(place) }] : []
  })
  const settled = named.filter(({ place }) => isSettlement(place))
  const pool = settled.length > 0 ? settled : named
  const [first] = [...groupBy(pool, ({ key }) => key).values()].sort((a, b) => b.length - a.length)
  if (!first?.[0]) return null
  const { place } = first.find(({ place: { id } }) => id !== null) ?? first[0]
  return { id: place.id, name: place.name, lat: place.lat, lon: place.lon }
}

function partiesOf(members: readonly RecordedClaim[], { parties }: Evidence): string[] {
  const names = new Set<string>()
  for (const { agent, target, type } of members) {
    for (const name of [agent, target]) {
      if (name === null) continue
      const party = parties.idOf(name)
      const known = party === null ? parties.actorOf(name) : parties.nameOf(party)
      if (known !== null) names.add(known)
      else if (name === agent || familyOf(type) === 'politics') names.add(name)
    }
  }
  return [...names].sort(compareText)
}

/** The id of an event is a hash of its first claim. */
export const eventIdOf = ({ first }: Draft): Event['id'] => makeId('event', { claim: first.claim.id })

/** An event as it is kept: its type, place and parties are those that most of its claims give. `echoes` are only listed. */
export function writeEvent(draft: Draft, echoes: readonly RecordedClaim[], evidence: Evidence): Event {
  const members = draft.members.map(({ claim }) => claim)
  const asserted = members.filter(({ stance }) => stance === 'asserts')
  const telling = asserted.length > 0 ? asserted : members
  const types = telling.map(({ type }) => type)
  return {
    id: eventIdOf(draft),
    type: typeOfEvent(types as [ClaimType, ...ClaimType[]]),
    place: placeOf(telling, evidence),
    happened: { start: draft.days.start, end: draft.days.end },
    parties: partiesOf(telling, evidence),
    claims: [...members, ...echoes].sort(bySaid).map(({ id }) => id),
  }
}
