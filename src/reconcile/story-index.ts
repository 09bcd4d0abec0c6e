import type { StoryVector } from './story-vectors.ts'

/** Reports older than this before the one at hand are no longer looked at. */
const WINDOW_DAYS = 30

/** The reports a term stands in, in order of publication, with its weight in each. */
interface Postings {
  readonly orders: number[]
  readonly weights: number[]
  /** Where the window begins: what stands before it is too old. */
  from: number
}

/** How near the reports of the window are to the one asked about; good until the next question is put. */
export interface Nearness {
  /** Places in the order of publication of the reports that share a term. */
  readonly touched: readonly number[]
  /** Cosine by place in the order of publication; 0 for a report that shares nothing. */
  readonly cosines: Float64Array
}

/**
 * The vectors of the reports seen so far, by term. Reports are added in order of publication; those out of the window
 * fall off the front. One array of running cosines serves all questions, and is cleared before each.
 */
export class StoryIndex {
  readonly #postings = new Map<number, Postings>()
  readonly #days: Int32Array
  readonly #cosines: Float64Array
  #touched: number[] = []

  constructor(size: number) {
    this.#days = new Int32Array(size)
    this.#cosines = new Float64Array(size)
  }

  /** Files the report that stands at `order`, published on the day numbered `day`. */
  add(order: number, day: number, { terms, weights }: StoryVector): void {
    this.#days[order] = day
    terms.forEach((term, at) => {
      const entry = this.#postings.get(term)
      const weight = weights[at] ?? 0
      if (!entry) this.#postings.set(term, { orders: [order], weights: [weight], from: 0 })
      else {
        entry.orders.push(order)
        entry.weights.push(weight)
      }
    })
  }

  /** The reports of the window before `day` that share a term with the vector. */
  near({ terms, weights }: StoryVector, day: number): Nearness {
    for (const order of this.#touched) this.#cosines[order] = 0
    this.#touched = []
    for (let at = 0; at < terms.length; at += 1) {
      const entry = this.#postings.get(terms[at] ?? -1)
      if (entry) this.#gather(entry, weights[at] ?? 0, day)
    }
    return { touched: this.#touched, cosines: this.#cosines }
  }

  #gather(entry: Postings, weight: number, day: number): void {
    const [cosines, days, touched] = [this.#cosines, this.#days, this.#touched]
    const { orders, weights } = entry
    while (entry.from < orders.length && day - (days[orders[entry.from] ?? 0] ?? day) > WINDOW_DAYS) entry.from += 1
    for (let at = entry.from; at < orders.length; at += 1) {
      const order = orders[at] ?? 0
      const before = cosines[order] ?? 0
      if (before === 0) touched.push(order)
      cosines[order] = before + weight * (weights[at] ?? 0)
    }
  }
}
