import { BATCH_SENTENCES, BATCH_WORDS } from './batch.ts'
import type { Layers } from './layers.ts'
import type { Places } from './memory.ts'

/** Words of a sentence that the network takes at most. Longer ones are cut before. */
export const LONGEST_SENTENCE = 120
/** Heads whose label matrices are held at a time. */
export const HEADS_AT_ONCE = 8
/** Spare rows, so that what is rounded up to whole vectors reads and writes inside. */
const ROWS = BATCH_WORDS + 8
const SCORE_WIDTH = LONGEST_SENTENCE + 1 + 7

/** Places what a batch needs while it is scored. Byte offsets. */
export function placeWork(layers: Layers, places: Places) {
  const { hidden, gates } = { hidden: layers.first.forwards.depth, gates: layers.first.inputs.outs }
  const states = BATCH_SENTENCES + 2
  const numbers = (count: number): number => places.take(count, 4)
  return {
    input: numbers(ROWS * layers.first.inputs.depth),
    middle: numbers(ROWS * layers.second.inputs.depth),
    last: numbers(ROWS * 2 * hidden),
    q: places.take(ROWS * layers.second.inputs.depth, 2),
    qScales: numbers(ROWS),
    gates: numbers(ROWS * gates),
    tags: numbers(ROWS * layers.tag.outs),
    embedded: numbers(ROWS * layers.tagEmbedding.outs),
    heads: numbers(ROWS * layers.heads.outs),
    arcDependents: numbers(ROWS * layers.arc.outs),
    arcDependentsQ: places.take(ROWS * layers.arc.outs, 2),
    arcDependentsScales: numbers(ROWS),
    arcHeadsQ: places.take(ROWS * layers.arc.outs, 2),
    arcHeadsScales: numbers(ROWS),
    arcScores: numbers(SCORE_WIDTH * SCORE_WIDTH),
    labelHeads: numbers(HEADS_AT_ONCE * layers.label.depth),
    labelMatrices: numbers(HEADS_AT_ONCE * layers.label.outs),
    labelDependent: numbers(64),
    labelScores: numbers(256),
    starts: numbers(states),
    lengths: numbers(states),
    h: places.take(states * hidden, 2),
    hScales: numbers(states),
    c: numbers(states * hidden),
    stepGates: numbers(states * 4 * hidden),
  }
}

/** Byte offsets of the work space. */
export type Work = ReturnType<typeof placeWork>
