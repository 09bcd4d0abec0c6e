import type { Day, Instant, RecordedClaim } from '#domain'
import { dayOf } from '#domain'
import { compareText } from './order.ts'

/**
 * The days reports have been read for. A day has passed, as far as Fogline could see, when something said on or after it
 * was known.
 */
export class PassingDays {
  /** When the first claim said on a day was learned. */
  readonly #first = new Map<Day, Instant>()
  #days: Day[] = []
  /** For each of `#days`: when the first claim said on it or later was learned. */
  #earliest: Instant[] = []

  /** Takes claims that were learned. */
  add(claims: Iterable<RecordedClaim>): void {
    for (const { said, learned } of claims) {
      const day = dayOf(said)
      const known = this.#first.get(day)
      if (known === undefined || learned < known) this.#first.set(day, learned)
    }
    this.#days = [...this.#first.keys()].sort(compareText)
    this.#earliest = []
    for (let at = this.#days.length - 1; at >= 0; at -= 1) {
      const [own, later] = [this.#first.get(this.#days[at] ?? ('' as Day)), this.#earliest[at + 1]]
      if (own !== undefined) this.#earliest[at] = later !== undefined && later < own ? later : own
    }
  }

  /** Forgets all and takes these instead: for when claims are taken back. */
  reset(claims: Iterable<RecordedClaim>): void {
    this.#first.clear()
    this.add(claims)
  }

  /** When Fogline could see that a day had come to pass; null while nothing said on or after it is known. */
  passed(day: Day): Instant | null {
    let [low, high] = [0, this.#days.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#days[middle] ?? '') < day) low = middle + 1
      else high = middle
    }
    return this.#earliest[low] ?? null
  }
}
