import type { RecordedClaim } from '#domain'
import { foldName } from '#kit'
import { stemSet } from './words.ts'

/**
 * The same function, each answer worked out once for each object it is asked of. An archive is reconciled again after
 * every day that is added to it, with the same records: what is read off a record's own words is kept with the record and
 * goes when it goes. Only for functions of the record alone.
 */
export function remember<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return key => {
    const found = known.get(key)
    if (found) return found.value
    const value = work(key)
    known.set(key, { value })
    return value
  }
}

/** Names kept at most; then the memory starts afresh. */
const MOST_NAMES = 50_000
const folded = new Map<string, string>()

/** A name folded as `foldName` does. A war's names are few and are asked for with every claim. */
export function foldOnce(name: string): string {
  const known = folded.get(name)
  if (known !== undefined) return known
  if (folded.size >= MOST_NAMES) folded.clear()
  const found = foldName(name)
  folded.set(name, found)
  return found
}

/** The claim's own words, folded. */
export const foldedText: (claim: RecordedClaim) => string = remember(({ text }) => foldName(text))

/** The distinct stems of the claim's own words. */
export const stemsOf: (claim: RecordedClaim) => ReadonlySet<string> = remember(({ text }) => stemSet(text))

/** Numbers of stems, in order of first use in this process: to be compared, never kept or shown. */
const numbers = new Map<string, number>()

function numberOf(stem: string): number {
  const known = numbers.get(stem)
  if (known !== undefined) return known
  numbers.set(stem, numbers.size)
  return numbers.size - 1
}

/** The distinct stems of the claim's own words as numbers, in rising order: a tenth of the room of a set, and quick to compare. */
export const stemNumbersOf = ({ text }: RecordedClaim): Int32Array => Int32Array.from(stemSet(text), numberOf).sort()

/** So many things at most, the longest kept going first. */
export class Memory<Key, Value> {
  readonly #most: number
  readonly #kept = new Map<Key, Value>()

  constructor(most: number) {
    this.#most = most
  }

  get(key: Key): Value | undefined {
    return this.#kept.get(key)
  }

  set(key: Key, value: Value): void {
    this.#kept.set(key, value)
    if (this.#kept.size <= this.#most) return
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest)
      return
    }
  }

  delete(key: Key): void {
    this.#kept.delete(key)
  }
}
