import type { ClaimPlace, RecordedClaim, Theatre } from '#domain'
import { foldOnce } from './remember.ts'

/** Tells when two claims speak of one place. */
export interface PlaceBook {
  /** Id of a place, also where a claim's own reading left it without one; else a key of its folded name. */
  keyOf(place: Pick<ClaimPlace, 'id' | 'name'>): string
  /** True for the key of a place that has an id, false for that of a name. */
  isKnown(key: string): boolean
  /** True for a town whose name stands for the government of a party. */
  isCapital(key: string): boolean
}

/** Marks the key of a name that has no id: no id begins with it. */
const UNKNOWN = '?'

/**
 * Makes the lookup from the names of the theatre's places; a name that two of them share stays a name. What a place is
 * does not hang on what other claims say, so that one more report cannot move the claims that are there.
 */
export function makePlaceBook({ places, metonyms, parties }: Theatre): PlaceBook {
  const ids = new Map<string, Set<string>>()
  for (const { id, name, aliases } of places) {
    for (const folded of [name, ...aliases].map(foldOnce)) ids.set(folded, (ids.get(folded) ?? new Set()).add(id))
  }
  const capitals = new Set(
    metonyms
      .filter(({ alsoPlace, of }) => alsoPlace && parties.some(({ id }) => id === of))
      .flatMap(metonym => metonym.words.flatMap(word => [...(ids.get(foldOnce(word)) ?? [])])),
  )
  return {
    isKnown: key => !key.startsWith(UNKNOWN),
    isCapital: key => capitals.has(key),
    keyOf: ({ id, name }) => {
      if (id !== null) return id
      const folded = foldOnce(name)
      const named = ids.get(folded)
      const [only] = named ?? []
      return named?.size === 1 && only !== undefined ? only : `${UNKNOWN}${folded}`
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
