import type { RecordedClaim, Theatre } from '#domain'
import type { Evidence } from './evidence.ts'
import { foldOnce, remember, stemsOf } from './remember.ts'
import { overlapOf, stemSet } from './words.ts'

/** Stems of the names of those who fight and of their peoples: they stand in half of all wordings and tell nothing. */
const partyStems = remember(({ parties }: Theatre): ReadonlySet<string> => {
  const names = parties.flatMap(({ name, demonyms }) => [name, ...demonyms])
  return new Set(names.flatMap(name => [...stemSet(name)]))
})

/** How much two wordings must have in common. */
interface Common {
  /** Share of the shorter wording that stands in the other, 0–1. */
  readonly share: number
  /** Words at least. */
  readonly words: number
  /** True where names of the claims' places do not count either: they say where, not what. */
  readonly apartFromPlaces?: boolean
}

/** True when two claims share enough words of their own, the names of those who fight left out. */
export function shareWords(a: RecordedClaim, b: RecordedClaim, wanted: Common, { theatre }: Evidence): boolean {
  const names = partyStems(theatre)
  const places = wanted.apartFromPlaces ? new Set([...a.places, ...b.places].map(({ name }) => foldOnce(name))) : null
  const own = (claim: RecordedClaim) =>
    new Set([...stemsOf(claim)].filter(stem => !names.has(stem) && !places?.has(stem)))
  const [left, right] = [own(a), own(b)]
  const share = overlapOf(left, right)
  return share >= wanted.share && Math.round(share * Math.min(left.size, right.size)) >= wanted.words
}
