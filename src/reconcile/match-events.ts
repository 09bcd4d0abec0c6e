import type { ClaimId, ClaimType, Event, PlaceRef, RecordedClaim } from '#domain'
import { dayOf, familyOf, makeId } from '#domain'
import { groupBy } from '#kit'
import { addMember, type Candidate, type Draft, DraftIndex, makeCandidate, openDraft } from './event-drafts.ts'
import { fitEvent, JOIN_SCORE } from './event-fit.ts'
import { typeOfEvent } from './event-groups.ts'
import type { Evidence } from './evidence.ts'
import { byId, bySaid, compareText } from './order.ts'
import { isSettlement, mainPlace } from './places.ts'

/** The event a claim fits best, or null when it fits none well enough. Of equals the older wins. */
function findDraft(candidate: Candidate, index: DraftIndex): Draft | null {
  let found: Draft | null = null
  let highest = JOIN_SCORE
  for (const draft of index.find(candidate)) {
    const score = fitEvent(candidate, draft)
    if (score === null || score < highest) continue
    found = draft
    highest = score
  }
  return found
}

/** Positions are matched by who states what towards whom on which day: words are all there is to them. */
const positionKey = ({ claim, origin, target }: Candidate) =>
  [origin, claim.agent, target, dayOf(claim.said)].join('\n')

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

function writeEvent(draft: Draft, echoes: readonly RecordedClaim[], evidence: Evidence): Event {
  const members = draft.members.map(({ claim }) => claim)
  const asserted = members.filter(({ stance }) => stance === 'asserts')
  const telling = asserted.length > 0 ? asserted : members
  const types = telling.map(({ type }) => type)
  return {
    id: makeId('event', { claim: draft.first.claim.id }),
    type: typeOfEvent(types as [ClaimType, ...ClaimType[]]),
    place: placeOf(telling, evidence),
    happened: { start: draft.days.start, end: draft.days.end },
    parties: partiesOf(telling, evidence),
    claims: [...members, ...echoes].sort(bySaid).map(({ id }) => id),
  }
}

/**
 * Joins the claims that speak of one happening, denials included. Each claim, in the order it was said, joins the event
 * it fits best by days, place, parties, figures and words, or opens one. Two settlements are never one event; "16 of 21"
 * and "61 of 71" are two unless they are one speaker's growing count; what is told of last year keeps last year's days.
 * Every claim is in exactly one event. An echo goes where its original goes and changes nothing else. Sorted by id, which
 * is a hash of the event's first claim.
 */
export function matchEvents(evidence: Evidence): Event[] {
  const index = new DraftIndex()
  const drafts: Draft[] = []
  const draftOf = new Map<ClaimId, Draft>()
  const positions = new Map<string, Draft>()
  for (const claim of evidence.originals) {
    const candidate = makeCandidate(claim, evidence)
    const position = claim.type === 'politics.position' ? positionKey(candidate) : null
    let draft = position === null ? findDraft(candidate, index) : (positions.get(position) ?? null)
    if (draft) addMember(draft, candidate)
    else {
      draft = openDraft(candidate, drafts.length)
      drafts.push(draft)
    }
    if (position === null) index.add(draft, candidate)
    else positions.set(position, draft)
    draftOf.set(claim.id, draft)
  }
  const echoed = evidence.claims.filter(({ id }) => evidence.echoes.has(id))
  const echoesOf = groupBy(echoed, ({ id }) => draftOf.get(evidence.echoes.get(id) ?? id))
  return drafts.map(draft => writeEvent(draft, echoesOf.get(draft) ?? [], evidence)).sort(byId)
}
