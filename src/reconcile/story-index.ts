import type { StoryVector } from './story-vectors.ts'

/** Reports older than this before the one at hand are no longer looked at. */
export const WINDOW_DAYS = 30

/** What one word may add to a cosine at most: one name in common, however rare, is no story in common. */
const WORD_CAP = 0.2

/** The reports a term stands in, in order of publication, with its weight in each. */
interface Postings {
  readonly orders: number[]
  readonly weights: number[]
}

/** How near the reports of the window are to the one asked about; good until the next question is put. */
export interface Nearness {
  /** Places in the order of publication of the reports that share a term. */
  readonly touched: readonly number[]
  /** Cosine by place in the order of publication; 0 for a report that shares nothing. */
  readonly cosines: Float64Array
}

/**
 * The vectors of reports, by term. Reports are added in order of publication and taken away from the end; one array of
 * running cosines serves all questions, and is cleared before each.
 */
export class StoryIndex {
  readonly #postings = new Map<number, Postings>()
  #cosines = new Float64Array(1024)
  #touched: number[] = []

  /** Files the report that stands at `order`, the last so far. */
  add(order: number, { terms, weights }: StoryVector): void {
    terms.forEach((term, at) => {
      const entry = this.#postings.get(term)
      const weight = weights[at] ?? 0
      if (!entry) this.#postings.set(term, { orders: [order], weights: [weight] })
      else {
        entry.orders.push(order)
        entry.weights.push(weight)
      }
    })
    if (order >= this.#cosines.length) {
      this.#cosines = new Float64Array(2 * order)
      this.#touched = []
    }
  }

  /** Takes the last report away again. */
  removeLast({ terms }: StoryVector): void {
    for (const term of terms) {
      const entry = this.#postings.get(term)
      entry?.orders.pop()
      entry?.weights.pop()
    }
  }

  /** Lets go of what stands before `order`: it is out of every window to come. */
  forget(order: number): void {
    for (const [term, { orders, weights }] of this.#postings) {
      const from = firstFrom(orders, order)
      if (from === orders.length) this.#postings.delete(term)
      else if (from > 0) {
        orders.splice(0, from)
        weights.splice(0, from)
      }
    }
  }

  /** The reports at `from` or later that share a term with the vector. */
  near({ terms, weights }: StoryVector, from: number): Nearness {
    for (const order of this.#touched) this.#cosines[order] = 0
    this.#touched = []
    for (let at = 0; at < terms.length; at += 1) {
      const entry = this.#postings.get(terms[at] ?? -1)
      if (entry) this.#gather(entry, weights[at] ?? 0, from)
    }
    return { touched: this.#touched, cosines: this.#cosines }
  }

  #gather({ orders, weights }: Postings, weight: number, from: number): void {
    const [cosines, touched] = [this.#cosines, this.#touched]
    for (let at = firstFrom(orders, from); at < orders.length; at += 1) {
      const order = orders[at] ?? 0
      const before = cosines[order] ?? 0
      if (before === 0) touched.push(order)
      cosines[order] = before + Math.min(WORD_CAP, weight * (weights[at] ?? 0))
    }
  }
}

/** Place of the first number in a rising list that is not below `wanted`. */
function firstFrom(orders: readonly number[], wanted: number): number {
  let [low, high] = [0, orders.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((orders[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
