/** Numbers that look random and are the same in every run (a linear congruential generator). */
export class Dice {
  #seed: number

  constructor(seed: number) {
    this.#seed = seed >>> 0
  }

  /** A whole number from 0 to `most` − 1. */
  next(most: number): number {
    this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0
    return Math.floor((this.#seed / 2 ** 32) * most)
  }
}
