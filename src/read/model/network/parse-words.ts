import { batchesOf } from './batch.ts'
import { bestTree } from './eisner.ts'
import type { Network, Scored } from './network.ts'
import type { Weights } from './read-weights.ts'
import { LONGEST_SENTENCE } from './work-space.ts'

/** What the network makes of one sentence; the arrays are as long as the sentence. */
export interface Analysis {
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  /** Index of the head, or null for the root. */
  readonly heads: readonly (number | null)[]
  readonly relations: readonly string[]
  /** 0–1, see ParsedToken. */
  readonly confidence: readonly number[]
}

const ROOT = 'root'

function bestOf(values: Float32Array, from: number, count: number, except: number): number {
  let best = except === 0 ? 1 : 0
  for (let i = best + 1; i < count; i += 1) {
    if (i !== except && (values[from + i] as number) > (values[from + best] as number)) best = i
  }
  return best
}

/** The share of a word's belief that went to `head`: the softmax of its arc scores, itself left out. */
function shareOf(scores: Float32Array, width: number, words: number, word: number, head: number): number {
  const own = scores[word * width + head] as number
  let sum = 0
  for (let h = 0; h <= words; h += 1) if (h !== word) sum += Math.exp((scores[word * width + h] as number) - own)
  return 1 / sum
}

function decode(scored: Scored, start: number, words: number, weights: Weights): Analysis {
  const tags = Array.from({ length: words }, (_, i) => {
    const from = (start + 1 + i) * scored.tagWidth
    const [upos = 'X', xpos = 'FW'] = (weights.tags[bestOf(scored.tags, from, weights.tags.length, -1)] ?? '').split(
      '|',
    )
    return [upos, xpos] as const
  })
  const { scores, width } = scored.arcs(start, words)
  const heads = bestTree(scores, width, words)
  const confidence = Array.from({ length: words }, (_, i) =>
    shareOf(scores, width, words, i + 1, heads[i + 1] as number),
  )
  const relations = new Array<string>(words).fill(ROOT)
  const root = weights.labels.indexOf(ROOT)
  scored.labels(start, heads, (word, of) => {
    if (heads[word] !== 0) relations[word - 1] = weights.labels[bestOf(of, 0, weights.labels.length, root)] ?? 'dep'
  })
  return {
    upos: tags.map(([upos]) => upos),
    xpos: tags.map(([, xpos]) => xpos),
    heads: Array.from(heads.subarray(1), head => (head === 0 ? null : head - 1)),
    relations,
    confidence,
  }
}

/**
 * Joins the analyses of the pieces of one sentence into one tree: the root of the longest piece is its root, and the other
 * roots hang on it with no confidence at all.
 */
function join(pieces: readonly Analysis[]): Analysis {
  const starts = pieces.map((_, i) => pieces.slice(0, i).reduce((sum, piece) => sum + piece.heads.length, 0))
  const main = pieces.reduce((best, piece, i) => (piece.heads.length > (pieces[best]?.heads.length ?? 0) ? i : best), 0)
  const root = (starts[main] ?? 0) + (pieces[main]?.heads.indexOf(null) ?? 0)
  const loose = (piece: Analysis, i: number, k: number): boolean => i !== main && piece.heads[k] === null
  const each = <T>(value: (piece: Analysis, i: number, k: number) => T): T[] =>
    pieces.flatMap((piece, i) => piece.heads.map((_, k) => value(piece, i, k)))
  return {
    upos: each((piece, _, k) => piece.upos[k] as string),
    xpos: each((piece, _, k) => piece.xpos[k] as string),
    heads: each((piece, i, k) => {
      const head = piece.heads[k] as number | null
      return head === null ? (i === main ? null : root) : head + (starts[i] as number)
    }),
    relations: each((piece, i, k) => (loose(piece, i, k) ? 'parataxis' : (piece.relations[k] as string))),
    confidence: each((piece, i, k) => (loose(piece, i, k) ? 0 : (piece.confidence[k] as number))),
  }
}

/** Cuts a sentence that is too long for the network at even places, so that any list of words can be parsed. */
function evenly(words: readonly string[]): (readonly string[])[] {
  const pieces = Math.max(1, Math.ceil(words.length / LONGEST_SENTENCE))
  const size = Math.ceil(words.length / pieces)
  return Array.from({ length: pieces }, (_, i) => words.slice(i * size, (i + 1) * size))
}

/**
 * Tags and parses sentences given as pieces of at most 120 words (a sentence of ordinary length is one piece). Gives one
 * analysis a sentence, in order; a sentence without words gives one without words.
 */
export function parsePieces(
  network: Network,
  weights: Weights,
  sentences: readonly (readonly (readonly string[])[])[],
): Analysis[] {
  const pieces = sentences.flatMap(pieces => pieces.flatMap(evenly))
  const found = new Array<Analysis>(pieces.length)
  const empty: Analysis = { upos: [], xpos: [], heads: [], relations: [], confidence: [] }
  const full = pieces.map((_, i) => i).filter(i => (pieces[i]?.length ?? 0) > 0)
  for (const batch of batchesOf(full.map(i => pieces[i]?.length ?? 0))) {
    const some = batch.map(k => full[k] as number)
    const scored = network.score(some.map(i => pieces[i] ?? []))
    for (const [k, i] of some.entries()) {
      found[i] = decode(scored, scored.starts[k] as number, pieces[i]?.length ?? 0, weights)
    }
  }
  let next = 0
  return sentences.map(given => {
    const count = given.reduce((sum, piece) => sum + evenly(piece).length, 0)
    const own = Array.from({ length: count }, (_, i) => found[next + i] ?? empty)
    next += count
    return own.length <= 1 ? (own[0] ?? empty) : join(own)
  })
}
