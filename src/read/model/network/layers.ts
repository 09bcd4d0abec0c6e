import type { Places } from './memory.ts'
import type { Weights } from './read-weights.ts'

/** A matrix in the kernel's memory: 16-bit weights, a scale and a bias for each row. Byte offsets. */
export interface Layer {
  readonly weights: number
  readonly scales: number
  readonly bias: number
  readonly outs: number
  readonly depth: number
}

/** Both directions of an LSTM: inputs of the two in one matrix, the states' matrices apart. */
export interface Lstm {
  readonly inputs: Layer
  readonly forwards: Layer
  readonly backwards: Layer
}

/** All layers, placed; `fill` copies the weights to where they were placed. */
export interface Layers {
  readonly first: Lstm
  readonly tag: Layer
  readonly tagEmbedding: Layer
  readonly second: Lstm
  /** Arc dependent, arc head, label dependent, label head: one matrix over the same input. */
  readonly heads: Layer
  readonly arc: Layer
  readonly label: Layer
  /** As many zeros as the widest layer has rows, for layers without a bias. */
  readonly zeros: number
  readonly fill: (memory: ArrayBufferLike) => void
}

type Fill = (memory: ArrayBufferLike) => void

/** Takes places for all layers of a weights file. */
export function placeLayers(weights: Weights, places: Places): Layers {
  const fills: Fill[] = []
  const zeros = places.take(weights.matrix('label').rows, 4)
  const layer = (name: string, bias: string | null): Layer => {
    const { rows, columns, weights: values, scales } = weights.matrix(name)
    const added = bias === null ? null : weights.numbers(bias)
    const at = places.take(rows * columns, 2)
    const scalesAt = places.take(rows, 4)
    const biasAt = added === null ? zeros : places.take(rows, 4)
    fills.push(memory => {
      new Int16Array(memory, at, rows * columns).set(values)
      new Float32Array(memory, scalesAt, rows).set(scales)
      if (added !== null) new Float32Array(memory, biasAt, rows).set(added)
    })
    return { weights: at, scales: scalesAt, bias: biasAt, outs: rows, depth: columns }
  }
  const lstm = (name: string): Lstm => ({
    inputs: layer(`${name}.inputs`, `${name}.bias`),
    forwards: layer(`${name}.forwards`, null),
    backwards: layer(`${name}.backwards`, null),
  })
  return {
    first: lstm('first'),
    tag: layer('tag', 'tag.bias'),
    tagEmbedding: layer('tagEmbedding', null),
    second: lstm('second'),
    heads: layer('layers', 'layers.bias'),
    arc: layer('arc', 'arc.bias'),
    label: layer('label', 'label.bias'),
    zeros,
    fill: memory => {
      for (const fill of fills) fill(memory)
    },
  }
}
