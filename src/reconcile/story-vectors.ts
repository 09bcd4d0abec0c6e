import type { RecordedClaim } from '#domain'
import { familyOf } from '#domain'
import { groupBy, unique } from '#kit'
import common from './data/common-words.json' with { type: 'json' }
import { groupOf } from './event-groups.ts'
import { compareText } from './order.ts'
import { foldOnce } from './remember.ts'

/** What a report is about, as weights of its words (TF-IDF, length 1), heaviest first. */
export interface StoryVector {
  /** Numbers of the words, in this run only. */
  readonly terms: Int32Array
  readonly weights: Float32Array
}

/** Terms kept of one report, heaviest first. */
const TERMS_KEPT = 200
/** Share of a report's whole weight (squared) that the terms kept make up: what is left out are its commonest words, which stand in half of all reports. */
const MASS_KEPT = 0.99
/**
 * How common a word is in English at large counts as so many reports, so that the first reports of an archive, and small
 * archives, know a rare word from a common one.
 */
const ENGLISH_REPORTS = 1_000
const ENGLISH: ReadonlyMap<string, number> = new Map(
  Object.entries(common.words).map(([word, pieces]) => [word, (pieces / common.chunks) * ENGLISH_REPORTS]),
)

/** Settlements some claims happen at. */
export function settlementsOf(claims: readonly RecordedClaim[]): readonly string[] {
  const at = claims.flatMap(claim => claim.places).filter(place => place.role === 'at')
  const settled = at.filter(({ precision }) => precision === 'point' || precision === 'part')
  return [...new Set(settled.map(place => place.id ?? foldOnce(place.name)))]
}

/** What some claims tell of which settlement: who holds it, an attack on it, or something else of the codebook. */
export function mattersOf(claims: readonly RecordedClaim[]): readonly string[] {
  const matterOf = ({ type }: RecordedClaim) => (familyOf(type) === 'control' ? 'control' : groupOf(type))
  return unique(claims.flatMap(claim => settlementsOf([claim]).map(place => `${matterOf(claim)} ${place}`)))
}

/** Counts some claims give, and the wholes they are parts of, by measure; a measure given twice with two values is left out. */
export function countsOf(claims: readonly RecordedClaim[]): ReadonlyMap<string, number> {
  const given = claims
    .flatMap(claim => claim.figures)
    .flatMap(({ measure, value, of }) => [
      { what: measure as string, value },
      { what: `${measure} of`, value: of },
    ])
  const counts = new Map<string, number>()
  for (const [what, found] of groupBy(given, each => each.what)) {
    const values = new Set(found.flatMap(({ value }) => value ?? []))
    const [value] = values
    if (values.size === 1 && value !== undefined) counts.set(what, value)
  }
  return counts
}

/** The heaviest of some weighed terms, given heaviest first, that together make up `MASS_KEPT` of the whole, and no more than `TERMS_KEPT`. */
function heaviest<Term extends { readonly weight: number }>(terms: readonly Term[]): readonly Term[] {
  const enough = MASS_KEPT * terms.reduce((sum, { weight }) => sum + weight * weight, 0)
  let mass = 0
  let count = 0
  for (const { weight } of terms) {
    if (mass >= enough || count === TERMS_KEPT) break
    mass += weight * weight
    count += 1
  }
  return terms.slice(0, count)
}

/**
 * Numbers for words, and in how many of the reports taken so far each stands. How rare a word is is asked as of the
 * reports before: a later report changes nothing of an earlier one's vector.
 */
export class StoryWords {
  readonly #numbers = new Map<string, number>()
  readonly #words: string[] = []
  readonly #reports: number[] = []
  #taken = 0

  /** Numbers of some words. */
  number(words: Iterable<string>): Int32Array {
    return Int32Array.from(words, word => {
      const known = this.#numbers.get(word)
      if (known !== undefined) return known
      this.#numbers.set(word, this.#words.length)
      this.#reports.push(ENGLISH.get(word) ?? 0)
      return this.#words.push(word) - 1
    })
  }

  /** Counts a report's distinct words in. */
  take(words: Int32Array): void {
    this.#taken += 1
    for (const word of words) this.#reports[word] = (this.#reports[word] ?? 0) + 1
  }

  /** Counts a report's words out again. */
  takeBack(words: Int32Array): void {
    this.#taken -= 1
    for (const word of words) this.#reports[word] = (this.#reports[word] ?? 1) - 1
  }

  /**
   * The vector of a report. A word weighs by how often it stands in the report (logarithm) times how rare it is among the
   * reports taken so far (inverse document frequency, smoothed).
   */
  weigh(words: Int32Array, counts: Float32Array): StoryVector {
    const reports = this.#taken + ENGLISH_REPORTS
    const rarity = (word: number) => Math.log(reports / ((this.#reports[word] ?? 0) + 0.5))
    const weighed = Array.from(words, (word, at) => ({
      word,
      weight: (1 + Math.log(Math.max(counts[at] ?? 1, 1))) * Math.max(0, rarity(word)),
    })).sort((a, b) => b.weight - a.weight || compareText(this.#words[a.word] ?? '', this.#words[b.word] ?? ''))
    const kept = heaviest(weighed)
    const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1
    return {
      terms: Int32Array.from(kept, ({ word }) => word),
      weights: Float32Array.from(kept, ({ weight }) => weight / length),
    }
  }
}
