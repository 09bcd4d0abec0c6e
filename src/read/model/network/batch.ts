/** Words of a batch at most, roots included: what the work space is made for. */
export const BATCH_WORDS = 512
/** Sentences of a batch at most. */
export const BATCH_SENTENCES = 32

/** Indices of sentences to be run together, longest first, alike in length so that few wait for others. */
export function batchesOf(lengths: readonly number[]): number[][] {
  const order = lengths.map((_, i) => i).sort((a, b) => (lengths[b] as number) - (lengths[a] as number) || a - b)
  const batches: number[][] = []
  let words = Number.POSITIVE_INFINITY
  for (const i of order) {
    const more = (lengths[i] as number) + 1
    if (words + more > BATCH_WORDS || (batches.at(-1)?.length ?? 0) >= BATCH_SENTENCES) {
      batches.push([])
      words = 0
    }
    batches.at(-1)?.push(i)
    words += more
  }
  return batches
}
