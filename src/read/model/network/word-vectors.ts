import type { Matrix, Weights } from './read-weights.ts'
import { affixRows, hashOf, normalForm } from './word-features.ts'

/** Gives the vector of a word form; the array is shared and must not be written to. */
export type WordVectors = (form: string) => Float32Array

const UNKNOWN = 0
/** Forms remembered; a full memory is emptied, since the common ones are back at once. 8,192 take about 4 MB. */
const REMEMBERED = 8192
/** A form longer than this is no word; only its start is looked at. */
const LONGEST = 64

/** Open addressing from hash to row, at most half full. */
function indexOf(hashes: Uint32Array): (hash: number) => number {
  let size = 1
  while (size < hashes.length * 2) size *= 2
  const slots = new Int32Array(size).fill(-1)
  for (let row = 0; row < hashes.length; row += 1) {
    let slot = (hashes[row] as number) & (size - 1)
    while (slots[slot] !== -1) slot = (slot + 1) & (size - 1)
    slots[slot] = row
  }
  return hash => {
    for (let slot = hash & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const row = slots[slot] as number
      if (row === -1) return UNKNOWN
      if (hashes[row] === hash) return row
    }
  }
}

function addRow(to: Float32Array, at: number, matrix: Matrix, row: number): void {
  const scale = matrix.scales[row] as number
  const start = row * matrix.columns
  for (let i = 0; i < matrix.columns; i += 1) {
    to[at + i] = (to[at + i] as number) + (matrix.weights[start + i] as number) * scale
  }
}

/** Vectors of words: what the vocabulary knows of the word, then the sum of its affix rows. */
export function wordVectors(weights: Weights): WordVectors {
  const [words, affixes] = [weights.matrix('words'), weights.matrix('affixes')]
  const rowOf = indexOf(weights.hashes)
  const known = new Map<string, Float32Array>()
  return given => {
    const form = given.length > LONGEST ? given.slice(0, LONGEST) : given
    const found = known.get(form)
    if (found) return found
    const normal = normalForm(form)
    const vector = new Float32Array(words.columns + affixes.columns)
    addRow(vector, 0, words, rowOf(hashOf(normal)))
    for (const row of affixRows(form, normal)) addRow(vector, words.columns, affixes, row)
    if (known.size >= REMEMBERED) known.clear()
    known.set(form, vector)
    return vector
  }
}
