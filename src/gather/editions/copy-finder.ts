import { RunIndex } from './run-index.ts'

/** The least of the sampled runs a copy shares: half of all its runs at the least, half of that allowing for chance. */
const ENOUGH = 0.25

/**
 * Finds, among wordings filed earlier, those that may be the original of another. A copy is filed only under the runs its
 * original does not have: so a wire of a thousand reprints stays findable by its own words and costs no more than one.
 */
export class CopyFinder {
  readonly #index: RunIndex
  /** The first of each wording's family of copies, by number; itself for an original. */
  readonly #roots: number[] = []
  /** How many runs each wording shares with the one asked about; zero again after. */
  #counts = new Int32Array(1024)

  /** `expected`: how many wordings will about come. */
  constructor(expected: number) {
    this.#index = new RunIndex(expected)
  }

  /** Numbers of the wordings that may be what a sketch repeats, or a cut of it; those it shares most with first. */
  candidates(sketch: Uint32Array): number[] {
    const touched: number[] = []
    const count = (holder: number): void => {
      if (this.#counts[holder] === 0) touched.push(holder)
      this.#counts[holder] = (this.#counts[holder] ?? 0) + 1
    }
    for (const run of sketch) this.#index.visit(run, count)
    const enough = Math.max(1, sketch.length * ENOUGH)
    const scores = new Map<number, number>()
    for (const holder of touched) {
      const root = this.#roots[holder] ?? holder
      const score = (this.#counts[holder] ?? 0) + (root === holder ? 0 : (this.#counts[root] ?? 0))
      if (score >= enough) scores.set(holder, score)
    }
    for (const holder of touched) this.#counts[holder] = 0
    return [...scores].sort((a, b) => b[1] - a[1]).map(([holder]) => holder)
  }

  /** Files a wording; its number is that of wordings filed before. `root`: the number of its original, or null when it is one. */
  add(sketch: Uint32Array, root: number | null): void {
    const number = this.#roots.push(root ?? this.#roots.length) - 1
    if (number >= this.#counts.length) this.#counts = new Int32Array(this.#counts.length * 2)
    for (const run of sketch) {
      let known = false
      if (root !== null)
        this.#index.visit(run, holder => {
          if (this.#roots[holder] === root) known = true
        })
      if (!known) this.#index.add(run, number)
    }
  }
}
