/**
 * The inner loops of the network. Pointers are byte offsets into `memory`, 16-byte aligned; rows are contiguous; what
 * each does is written at its WebAssembly source, kernel.as. Two implementations agree to the bit.
 */
export interface Kernel {
  readonly memory: ArrayBufferLike
  quantise(x: number, stride: number, rows: number, depth: number, limit: number, q: number, scales: number): void
  multiply(
    x: number,
    xs: number,
    rows: number,
    depth: number,
    w: number,
    ws: number,
    bias: number,
    outs: number,
    y: number,
  ): void
  recur(
    xg: number,
    stride: number,
    starts: number,
    lengths: number,
    count: number,
    w: number,
    ws: number,
    zeros: number,
    hidden: number,
    h: number,
    hs: number,
    c: number,
    gates: number,
    out: number,
    outStride: number,
    backwards: boolean,
  ): void
  leak(x: number, count: number): void
  dots(d: number, m: number, rows: number, depth: number, y: number): void
}
