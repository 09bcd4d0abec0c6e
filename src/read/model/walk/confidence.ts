import type { ParsedSentence } from '../tree.ts'
import { tokenAt } from './children.ts'

/** A word found by walking, and the words whose arcs to their heads the walk relied on. */
export interface Found {
  readonly token: number
  /** Each names an arc: the one from that word to its head. */
  readonly arcs: readonly number[]
}

/**
 * How sure it is that all these arcs are right, 0–1; 1 for none. The product of their confidences, each arc counted once:
 * the probability that none is wrong if errors came one by one. Errors come together, so the truth lies between this
 * and the smallest of them; we keep the lower bound, for it is better to doubt a claim than to make one up.
 */
export const arcsConfidence = (sentence: ParsedSentence, arcs: Iterable<number>): number =>
  [...new Set(arcs)].reduce((product, arc) => product * tokenAt(sentence, arc).confidence, 1)

/** Words from `at` up to `above`, both ends counted, or null when `above` is not above it. */
export function headChain(sentence: ParsedSentence, at: number, above: number): readonly number[] | null {
  const chain = [at]
  for (
    let { head } = tokenAt(sentence, at);
    head !== null && chain.at(-1) !== above;
    head = tokenAt(sentence, head).head
  )
    chain.push(head)
  return chain.at(-1) === above ? chain : null
}

/** How sure the way from `at` up to `above` is, 0–1 (see `arcsConfidence`); 0 when there is none. */
export function pathConfidence(sentence: ParsedSentence, at: number, above: number): number {
  const chain = headChain(sentence, at, above)
  return chain ? arcsConfidence(sentence, chain.slice(0, -1)) : 0
}
