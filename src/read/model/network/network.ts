import type { Kernel } from '../kernel/kernel.ts'
import { plainKernel } from '../kernel/plain-kernel.ts'
import { wasmKernel } from '../kernel/wasm-kernel.ts'
import { BATCH_SENTENCES, BATCH_WORDS } from './batch.ts'
import { type Layer, type Layers, type Lstm, placeLayers } from './layers.ts'
import { Places } from './memory.ts'
import type { Weights } from './read-weights.ts'
import { type WordVectors, wordVectors } from './word-vectors.ts'
import { HEADS_AT_ONCE, placeWork, type Work } from './work-space.ts'

/** Which implementation of the inner loops to run; null: WebAssembly where there is one. */
export type KernelChoice = 'wasm' | 'plain' | null

/** What the network says of a batch. Rows are words, in order of the batch; each sentence starts with its root. */
export interface Scored {
  /** First row of each sentence: its root. */
  readonly starts: Int32Array
  /** Tag beliefs, `tagWidth` a row, which sum to 1 over the tags. */
  readonly tags: Float32Array
  readonly tagWidth: number
  /** Scores of arcs of the sentence that starts at a row with so many words: `[dependent * width + head]`. Valid until the next call. */
  readonly arcs: (start: number, words: number) => { readonly scores: Float32Array; readonly width: number }
  /** Scores of all labels of each word 1..n of a sentence under the heads given: calls `use` once a word. */
  readonly labels: (start: number, heads: Int32Array, use: (word: number, scores: Float32Array) => void) => void
}

/** A network ready to run: sentences of at most 120 words, in batches of at most 512 words and 32 sentences, longest first. */
export interface Network {
  readonly score: (sentences: readonly (readonly string[])[]) => Scored
  readonly kernel: 'wasm' | 'plain'
}

const FULL = 32_767
/** Factors of arc scores are both computed: 8191 · 2047 · 112 still fits 32 bits. */
const [ARC_DEPENDENT_LIMIT, ARC_HEAD_LIMIT] = [8191, 2047]
/** Everything one network owns. */
interface Machine {
  readonly weights: Weights
  readonly layers: Layers
  readonly work: Work
  readonly kernel: Kernel
  readonly floats: Float32Array
  readonly vectorOf: WordVectors
  readonly root: Float32Array
}

const up = (n: number, to: number): number => Math.ceil(n / to) * to

/** y = layer(x) for so many rows of x that are `stride` floats apart. */
function apply(m: Machine, x: number, stride: number, rows: number, layer: Layer, y: number): void {
  const [q, scales] = [m.work.q, m.work.qScales]
  const even = up(rows, 2)
  m.kernel.quantise(x, stride, even, layer.depth, FULL, q, scales)
  m.kernel.multiply(q, scales, even, layer.depth, layer.weights, layer.scales, layer.bias, layer.outs, y)
}

/** Runs both directions over rows of `from` (as wide as the layer is deep) into columns of `to`. */
function runLstm(m: Machine, lstm: Lstm, from: number, rows: number, count: number, to: number, width: number): void {
  const { work, kernel } = m
  const [hidden, outs] = [lstm.forwards.depth, lstm.inputs.outs]
  apply(m, from, lstm.inputs.depth, rows, lstm.inputs, work.gates)
  for (const [side, layer] of [lstm.forwards, lstm.backwards].entries()) {
    new Int16Array(kernel.memory, work.h, (count + 2) * hidden).fill(0)
    m.floats.fill(0, work.c / 4, work.c / 4 + count * hidden)
    kernel.recur(
      work.gates + side * (outs / 2) * 4,
      outs,
      work.starts,
      work.lengths,
      count,
      layer.weights,
      layer.scales,
      m.layers.zeros,
      hidden,
      work.h,
      work.hScales,
      work.c,
      work.stepGates,
      to + side * hidden * 4,
      width,
      side === 1,
    )
  }
}

/** Writes the vectors of the words, each sentence led by the root's. Returns first rows and the number of rows. */
function writeInput(m: Machine, sentences: readonly (readonly string[])[]): { starts: Int32Array; rows: number } {
  const starts = new Int32Array(sentences.length)
  const width = m.layers.first.inputs.depth
  let row = 0
  const put = (vector: Float32Array): void => {
    m.floats.set(vector, m.work.input / 4 + row * width)
    row += 1
  }
  for (const [i, sentence] of sentences.entries()) {
    starts[i] = row
    put(m.root)
    for (const form of sentence) put(m.vectorOf(form))
  }
  new Int32Array(m.kernel.memory, m.work.starts, starts.length).set(starts)
  const lengths = new Int32Array(m.kernel.memory, m.work.lengths, starts.length)
  for (const [i, sentence] of sentences.entries()) lengths[i] = sentence.length + 1
  return { starts, rows: row }
}

/** Turns tag scores into beliefs, in place. Rows are `width` long; what is beyond the tags becomes 0. */
function softenTags(values: Float32Array, rows: number, width: number, tags: number): void {
  for (let start = 0; start < rows * width; start += width) {
    let most = Number.NEGATIVE_INFINITY
    for (let i = start; i < start + tags; i += 1) most = Math.max(most, values[i] as number)
    let sum = 0
    for (let i = start; i < start + tags; i += 1) sum += values[i] = Math.exp((values[i] as number) - most)
    for (let i = start; i < start + tags; i += 1) values[i] = (values[i] as number) / sum
    values.fill(0, start + tags, start + width)
  }
}

/** Tags from the first LSTM, and what they say put beside its output. */
function runTagger(m: Machine, rows: number): Float32Array {
  const { work, layers } = m
  const { depth } = layers.second.inputs
  const [tags, embedded, middle] = [work.tags, work.embedded / 4, work.middle]
  apply(m, middle, depth, rows, layers.tag, tags)
  const beliefs = m.floats.subarray(tags / 4, tags / 4 + rows * layers.tag.outs)
  softenTags(beliefs, rows, layers.tag.outs, m.weights.tags.length)
  apply(m, tags, layers.tag.outs, rows, layers.tagEmbedding, work.embedded)
  const { outs } = layers.tagEmbedding
  for (let row = 0; row < rows; row += 1) {
    m.floats.copyWithin(middle / 4 + row * depth + depth - outs, embedded + row * outs, embedded + (row + 1) * outs)
  }
  return beliefs
}

/** The four views of each word that arcs and labels are scored from, and the factors of arc scores. */
function runHeads(m: Machine, rows: number): void {
  const { work, layers, kernel } = m
  const { heads, arc } = layers
  apply(m, work.last, heads.depth, rows, heads, work.heads)
  kernel.leak(work.heads, rows * heads.outs)
  apply(m, work.heads, heads.outs, rows, arc, work.arcDependents)
  const spare = up(rows, 2) + 4
  kernel.quantise(
    work.arcDependents,
    arc.outs,
    spare,
    arc.outs,
    ARC_DEPENDENT_LIMIT,
    work.arcDependentsQ,
    work.arcDependentsScales,
  )
  kernel.quantise(
    work.heads + arc.outs * 4,
    heads.outs,
    spare,
    arc.outs,
    ARC_HEAD_LIMIT,
    work.arcHeadsQ,
    work.arcHeadsScales,
  )
}

function scoreArcs(m: Machine, start: number, words: number): { scores: Float32Array; width: number } {
  const { work, layers } = m
  const { outs } = layers.arc
  const width = up(words + 1, 4)
  const rows = up(words + 1, 2)
  m.kernel.multiply(
    work.arcDependentsQ + start * outs * 2,
    work.arcDependentsScales + start * 4,
    rows,
    outs,
    work.arcHeadsQ + start * outs * 2,
    work.arcHeadsScales + start * 4,
    layers.zeros,
    width,
    work.arcScores,
  )
  const from = work.arcScores / 4
  return { scores: m.floats.subarray(from, from + rows * width), width }
}

/** Labels of the words that hang on some heads, at most HEADS_AT_ONCE: a matrix a head, then one product a word. */
function scoreLabelsOf(
  m: Machine,
  start: number,
  some: readonly number[],
  heads: Int32Array,
  use: (word: number, scores: Float32Array) => void,
): void {
  const { work, layers, weights } = m
  const { label, heads: views } = layers
  const { labelDepth } = weights.sizes
  const base = work.heads / 4 + views.outs - 2 * label.depth
  for (const [k, head] of some.entries()) {
    const row = base + label.depth + (start + head) * views.outs
    m.floats.copyWithin(work.labelHeads / 4 + k * label.depth, row, row + label.depth)
  }
  apply(m, work.labelHeads, label.depth, some.length, label, work.labelMatrices)
  const dependent = work.labelDependent / 4
  const scores = m.floats.subarray(work.labelScores / 4, work.labelScores / 4 + weights.labels.length)
  for (let word = 1; word < heads.length; word += 1) {
    const k = some.indexOf(heads[word] as number)
    if (k === -1) continue
    const row = base + (start + word) * views.outs
    m.floats.copyWithin(dependent, row, row + label.depth)
    const matrix = work.labelMatrices + k * label.outs * 4
    m.kernel.dots(work.labelDependent, matrix, weights.labels.length, labelDepth, work.labelScores)
    use(word, scores)
  }
}

function score(m: Machine, sentences: readonly (readonly string[])[]): Scored {
  const words = sentences.reduce((sum, { length }) => sum + length + 1, 0)
  if (words > BATCH_WORDS || sentences.length > BATCH_SENTENCES)
    throw new RangeError(
      `expected at most ${BATCH_WORDS} words in ${BATCH_SENTENCES} sentences, found ${words} in ${sentences.length}.`,
    )
  const { work, layers } = m
  const { starts, rows } = writeInput(m, sentences)
  const wide = layers.second.inputs.depth
  runLstm(m, layers.first, work.input, rows, sentences.length, work.middle, wide)
  const tags = runTagger(m, rows)
  runLstm(m, layers.second, work.middle, rows, sentences.length, work.last, layers.heads.depth)
  runHeads(m, rows)
  return {
    starts,
    tags,
    tagWidth: layers.tag.outs,
    arcs: (start, words) => scoreArcs(m, start, words),
    labels: (start, heads, use) => {
      const distinct = [...new Set(heads.subarray(1))]
      for (let i = 0; i < distinct.length; i += HEADS_AT_ONCE) {
        scoreLabelsOf(m, start, distinct.slice(i, i + HEADS_AT_ONCE), heads, use)
      }
    },
  }
}

/** Makes a network of a weights file. `choice` forces one implementation; `wasm` where there is none throws. */
export function makeNetwork(weights: Weights, choice: KernelChoice = null): Network {
  const places = new Places()
  const layers = placeLayers(weights, places)
  const work = placeWork(layers, places)
  const wasm = choice === 'plain' ? null : wasmKernel(places.size)
  if (choice === 'wasm' && wasm === null)
    throw new Error('expected WebAssembly with SIMD, found none on this machine; choose the plain kernel.')
  const kernel = wasm ?? plainKernel(places.size)
  layers.fill(kernel.memory)
  const floats = new Float32Array(kernel.memory)
  floats.fill(1 / FULL, work.hScales / 4, work.hScales / 4 + BATCH_SENTENCES + 2)
  // The constant of the dependent's side stands behind its numbers, then padding.
  floats[work.labelDependent / 4 + layers.label.depth] = 1
  const machine = {
    weights,
    layers,
    work,
    kernel,
    floats,
    vectorOf: wordVectors(weights),
    root: weights.numbers('root'),
  }
  return { score: sentences => score(machine, sentences), kernel: wasm === null ? 'plain' : 'wasm' }
}
