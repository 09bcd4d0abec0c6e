/** Scratch of one decoding, kept between sentences: score tables and where they came from. */
interface Tables {
  size: number
  /** Complete and incomplete spans, head on the left or on the right. */
  completeRight: Float32Array
  completeLeft: Float32Array
  openRight: Float32Array
  openLeft: Float32Array
  cutRight: Int16Array
  cutLeft: Int16Array
  cutOpen: Int16Array
}

const tables: Tables = grow(0)

function grow(size: number): Tables {
  const cells = size * size
  const scores = (): Float32Array => new Float32Array(cells)
  const cuts = (): Int16Array => new Int16Array(cells)
  return {
    size,
    completeRight: scores(),
    completeLeft: scores(),
    openRight: scores(),
    openLeft: scores(),
    cutRight: cuts(),
    cutLeft: cuts(),
    cutOpen: cuts(),
  }
}

/** Fills the tables for words 1..n from `scores[dependent * width + head]`. */
function fill(t: Tables, scores: Float32Array, width: number, n: number): void {
  const { size, completeRight: cr, completeLeft: cl, openRight: or, openLeft: ol } = t
  for (let i = 1; i <= n; i += 1) cr[i * size + i] = cl[i * size + i] = 0
  for (let length = 1; length < n; length += 1) {
    for (let i = 1; i + length <= n; i += 1) {
      const j = i + length
      let [best, at] = [Number.NEGATIVE_INFINITY, i]
      for (let k = i; k < j; k += 1) {
        const s = (cr[i * size + k] as number) + (cl[(k + 1) * size + j] as number)
        if (s > best) [best, at] = [s, k]
      }
      const ij = i * size + j
      t.cutOpen[ij] = at
      or[ij] = best + (scores[j * width + i] as number)
      ol[ij] = best + (scores[i * width + j] as number)
      ;[best, at] = [Number.NEGATIVE_INFINITY, i]
      for (let k = i + 1; k <= j; k += 1) {
        const s = (or[i * size + k] as number) + (cr[k * size + j] as number)
        if (s > best) [best, at] = [s, k]
      }
      ;[cr[ij], t.cutRight[ij]] = [best, at]
      ;[best, at] = [Number.NEGATIVE_INFINITY, i]
      for (let k = i; k < j; k += 1) {
        const s = (cl[i * size + k] as number) + (ol[k * size + j] as number)
        if (s > best) [best, at] = [s, k]
      }
      ;[cl[ij], t.cutLeft[ij]] = [best, at]
    }
  }
}

type Piece = readonly [kind: 'right' | 'left' | 'openRight' | 'openLeft', from: number, to: number]

/** Follows the cuts down from the halves on both sides of the root. A stack of its own: a long chain would overflow calls. */
function trace(t: Tables, pieces: Piece[], heads: Int32Array): void {
  for (let piece = pieces.pop(); piece; piece = pieces.pop()) {
    const [kind, i, j] = piece
    if (i === j) continue
    const ij = i * t.size + j
    if (kind === 'right') {
      const k = t.cutRight[ij] as number
      pieces.push(['openRight', i, k], ['right', k, j])
    } else if (kind === 'left') {
      const k = t.cutLeft[ij] as number
      pieces.push(['left', i, k], ['openLeft', k, j])
    } else {
      const k = t.cutOpen[ij] as number
      if (kind === 'openRight') heads[j] = i
      else heads[i] = j
      pieces.push(['right', i, k], ['left', k + 1, j])
    }
  }
}

/**
 * The best projective tree with exactly one root (Eisner 1996, first order). `scores[dependent * width + head]` for words
 * 1..n, head 0 the root. Returns heads of 0..n, 0 for the root's word; n ≥ 1. Cubic in n: callers cap sentences.
 */
export function bestTree(scores: Float32Array, width: number, n: number): Int32Array {
  if (tables.size < n + 1) Object.assign(tables, grow(Math.max(n + 1, 64)))
  fill(tables, scores, width, n)
  const { size, completeLeft, completeRight } = tables
  let [best, root] = [Number.NEGATIVE_INFINITY, 1]
  for (let r = 1; r <= n; r += 1) {
    const s =
      (completeLeft[size + r] as number) + (completeRight[r * size + n] as number) + (scores[r * width] as number)
    if (s > best) [best, root] = [s, r]
  }
  const heads = new Int32Array(n + 1)
  trace(
    tables,
    [
      ['left', 1, root],
      ['right', root, n],
    ],
    heads,
  )
  return heads
}
