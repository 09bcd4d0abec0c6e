/** A run of words that stands in more wordings than this is a stock phrase and finds nothing. */
const STOCK = 400

const grown = (old: Int32Array): Int32Array => {
  const larger = new Int32Array(Math.ceil(old.length * 1.5))
  larger.set(old)
  return larger
}

/**
 * Which wordings hold a run: lists chained by hash in flat arrays, 12 bytes for each run of each wording, so that 100,000
 * articles fit into a hundred megabytes. Wordings are numbered from 0 by whoever adds them.
 */
export class RunIndex {
  readonly #heads: Int32Array
  #runs: Int32Array = new Int32Array(1 << 16)
  #holders: Int32Array = new Int32Array(1 << 16)
  #next: Int32Array = new Int32Array(1 << 16)
  #size = 0

  /** `expected`: how many wordings will about come; more are no fault, only slower. */
  constructor(expected: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(1 << 12, expected * 32)))
    this.#heads = new Int32Array(Math.min(1 << 24, slots)).fill(-1)
  }

  /** Calls `visit` with each wording that holds a run; with none for a stock phrase. */
  visit(run: number, visit: (holder: number) => void): void {
    const signed = run | 0
    const first = this.#heads[this.#slot(run)] ?? -1
    if (this.#count(first, signed) > STOCK) return
    for (let at = first; at >= 0; at = this.#next[at] ?? -1)
      if (this.#runs[at] === signed) visit(this.#holders[at] ?? 0)
  }

  #count(first: number, signed: number): number {
    let count = 0
    for (let at = first; at >= 0; at = this.#next[at] ?? -1) if (this.#runs[at] === signed) count += 1
    return count
  }

  /** Files a wording under a run. One more than a stock phrase may have is filed, so that it is known as such; no more are. */
  add(run: number, holder: number): void {
    const slot = this.#slot(run)
    const signed = run | 0
    if (this.#count(this.#heads[slot] ?? -1, signed) > STOCK) return
    if (this.#size === this.#runs.length) {
      this.#runs = grown(this.#runs)
      this.#holders = grown(this.#holders)
      this.#next = grown(this.#next)
    }
    const at = this.#size++
    this.#runs[at] = signed
    this.#holders[at] = holder
    this.#next[at] = this.#heads[slot] ?? -1
    this.#heads[slot] = at
  }

  // Sampled runs are all multiples of four, so the low bits tell nothing.
  #slot(run: number): number {
    return (run >>> 2) & (this.#heads.length - 1)
  }
}
