import { availableParallelism } from 'node:os'
import { openThreads } from './open-thread.ts'
import type { ParsedSentence } from './tree.ts'

/** Grammars on several threads. */
export interface GrammarPool {
  /** Parses texts, in their order. Spans are into each. */
  readonly parseAll: (texts: readonly string[]) => Promise<readonly (readonly ParsedSentence[])[]>
  /** Ends the threads; what is still being parsed is given up. */
  readonly close: () => Promise<void>
}

/** Characters handed over at a time: long enough to be worth the message, short enough to keep every thread busy. */
const PARCEL = 20_000

function parcels(texts: readonly string[]): string[][] {
  const found: string[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const text of texts) {
    if (size + text.length > PARCEL) {
      found.push([])
      size = 0
    }
    found.at(-1)?.push(text)
    size += text.length
  }
  return found
}

/**
 * Opens the grammar that ships on so many threads (default: one a core), each with its own copy of about 15 MB, and
 * warms them. Throws RangeError unless `threads` is a whole number of at least 1.
 */
export async function openGrammarPool(threads: number = availableParallelism()): Promise<GrammarPool> {
  const pool = openThreads(import.meta.url, 'grammar-worker', threads)
  await Promise.all(Array.from({ length: threads }, () => pool.run([WARMING])))
  return {
    parseAll: async texts => (await Promise.all(parcels(texts).map(parcel => pool.run(parcel)))).flat(),
    close: () => pool.destroy(),
  }
}

const WARMING = 'The grammar reads one sentence before the first text comes, so that its loops are compiled by then.'
