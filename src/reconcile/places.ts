import type { ClaimPlace, RecordedClaim, Theatre } from '#domain'
import { foldOnce } from './remember.ts'

/** Tells when two claims speak of one place. */
export interface PlaceBook {
  /** Id of a place, also where a claim's own reading left it without one; else its folded name. */
  keyOf(place: Pick<ClaimPlace, 'id' | 'name'>): string
  /** True for the key of a place that has an id, false for a folded name. */
  isKnown(key: string): boolean
  /** True for a town whose name stands for the government of a party. */
  isCapital(key: string): boolean
}

/** Makes the lookup: names of the theatre's places, then names that the claims themselves tie to one id only. */
export function makePlaceBook(claims: readonly RecordedClaim[], theatre: Theatre): PlaceBook {
  const ids = new Map<string, Set<string>>()
  const add = (name: string, id: string) => {
    const folded = foldOnce(name)
    const known = ids.get(folded)
    if (known) known.add(id)
    else ids.set(folded, new Set([id]))
  }
  for (const { places } of claims) for (const { id, name } of places) if (id !== null) add(name, id)
  for (const place of theatre.places) for (const name of [place.name, ...place.aliases]) add(name, place.id)
  const capitals = new Set(
    theatre.metonyms
      .filter(({ alsoPlace, of }) => alsoPlace && theatre.parties.some(({ id }) => id === of))
      .flatMap(metonym => metonym.words.flatMap(word => [...(ids.get(foldOnce(word)) ?? [])])),
  )
  const known = new Set([...ids.values()].flatMap(found => [...found]))
  return {
    isKnown: key => known.has(key),
    isCapital: key => capitals.has(key),
    keyOf: ({ id, name }) => {
      if (id !== null) return id
      const folded = foldOnce(name)
      const named = ids.get(folded)
      const [only] = named ?? []
      return named?.size === 1 && only !== undefined ? only : folded
    },
  }
}

const ROLE_ORDER: Readonly<Record<ClaimPlace['role'], number>> = { at: 0, toward: 1, from: 2, of: 3 }

/** The place a claim is about: where it happened, else where it headed or came from; null when it names none of these. */
export function mainPlace(claim: RecordedClaim): ClaimPlace | null {
  const [first] = claim.places
    .filter(({ role }) => role !== 'of')
    .map((place, index) => ({ place, index }))
    .sort((a, b) => ROLE_ORDER[a.place.role] - ROLE_ORDER[b.place.role] || a.index - b.index)
  return first?.place ?? null
}

/** Settlements and sites (precision `point` or `part`), as against areas and countries. */
export const isSettlement = (place: ClaimPlace): boolean => place.precision === 'point' || place.precision === 'part'
