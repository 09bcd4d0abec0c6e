// The inner loops of the parser's network, in AssemblyScript; `npm run build:kernel` turns it into kernel-bytes.ts.
// plain-kernel.ts does the same in JavaScript, to the bit: sums of products are whole numbers, and what is not is
// rounded to 32 bits in the same order. Pointers are byte offsets into the one memory. Rows are contiguous.

/**
 * Each row of `x` (f32, `stride` apart) as 16-bit whole numbers up to ±limit in rows of `depth` (% 8 == 0), with the scale
 * that gives it back.
 */
export function quantise(x: usize, stride: i32, rows: i32, depth: i32, limit: f32, q: usize, scales: usize): void {
  for (let r = 0; r < rows; r++) {
    const row = x + ((<usize>(r * stride)) << 2)
    let most = f32x4.splat(0)
    for (let i = 0; i < depth; i += 4) most = f32x4.max(most, f32x4.abs(v128.load(row + ((<usize>i) << 2))))
    const m = max<f32>(
      max<f32>(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
      max<f32>(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
    )
    store<f32>(scales + ((<usize>r) << 2), m / limit)
    const by = f32x4.splat(m > 0 ? limit / m : 0)
    const out = q + ((<usize>(r * depth)) << 1)
    for (let i = 0; i < depth; i += 8) {
      const a = f32x4.nearest(f32x4.mul(v128.load(row + ((<usize>i) << 2)), by))
      const b = f32x4.nearest(f32x4.mul(v128.load(row + ((<usize>i) << 2), 16), by))
      v128.store(
        out + ((<usize>i) << 1),
        i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(a), i32x4.trunc_sat_f32x4_s(b)),
      )
    }
  }
}

/** The four lane sums of a, b, c, d as one vector. */
// @ts-ignore: decorator
@inline
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 1, 4, 5), v128.shuffle<i32>(a, b, 2, 3, 6, 7))
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 1, 4, 5), v128.shuffle<i32>(c, d, 2, 3, 6, 7))
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 2, 4, 6), v128.shuffle<i32>(ab, cd, 1, 3, 5, 7))
}

/** How many rows of x stay in the nearest cache while a block of w passes over them. */
const TILE: i32 = 32

/**
 * y[r][o] = (x[r] · w[o]) * xs[r] * ws[o] + bias[o]. x and w are 16-bit rows of `depth` (% 8 == 0); rows % 2 == 0;
 * outs % 4 == 0. Two rows of x against four of w at a time.
 */
export function multiply(
  x: usize, xs: usize, rows: i32, depth: i32,
  w: usize, ws: usize, bias: usize, outs: i32, y: usize,
): void {
  const step = (<usize>depth) << 1
  for (let tile = 0; tile < rows; tile += TILE) {
    const end = min<i32>(rows, tile + TILE)
    for (let o = 0; o < outs; o += 4) {
      const w0 = w + <usize>o * step
      const scale = v128.load(ws + ((<usize>o) << 2))
      const add = v128.load(bias + ((<usize>o) << 2))
      for (let r = tile; r < end; r += 2) {
        const x0 = x + <usize>r * step
        let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0
        let b0 = a0, b1 = a0, b2 = a0, b3 = a0
        for (let k: usize = 0; k < step; k += 16) {
          const p = v128.load(x0 + k)
          const s = v128.load(x0 + step + k)
          let v = v128.load(w0 + k)
          a0 = i32x4.add(a0, i32x4.dot_i16x8_s(p, v))
          b0 = i32x4.add(b0, i32x4.dot_i16x8_s(s, v))
          v = v128.load(w0 + step + k)
          a1 = i32x4.add(a1, i32x4.dot_i16x8_s(p, v))
          b1 = i32x4.add(b1, i32x4.dot_i16x8_s(s, v))
          v = v128.load(w0 + 2 * step + k)
          a2 = i32x4.add(a2, i32x4.dot_i16x8_s(p, v))
          b2 = i32x4.add(b2, i32x4.dot_i16x8_s(s, v))
          v = v128.load(w0 + 3 * step + k)
          a3 = i32x4.add(a3, i32x4.dot_i16x8_s(p, v))
          b3 = i32x4.add(b3, i32x4.dot_i16x8_s(s, v))
        }
        const at = y + ((<usize>(r * outs + o)) << 2)
        const first = f32x4.mul(f32x4.splat(load<f32>(xs + ((<usize>r) << 2))), scale)
        const second = f32x4.mul(f32x4.splat(load<f32>(xs + ((<usize>r) << 2), 4)), scale)
        v128.store(at, f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums(a0, a1, a2, a3)), first), add))
        v128.store(
          at + ((<usize>outs) << 2),
          f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sums(b0, b1, b2, b3)), second), add),
        )
      }
    }
  }
}

/** tanh as a quotient of polynomials (13th over 6th degree, the one of Eigen), right to about 1e-6. */
// @ts-ignore: decorator
@inline
function tanh4(v: v128): v128 {
  const x = f32x4.max(f32x4.min(v, f32x4.splat(7.905311)), f32x4.splat(-7.905311))
  const s = f32x4.mul(x, x)
  let p = f32x4.add(f32x4.mul(s, f32x4.splat(-2.76076847742355e-16)), f32x4.splat(2.00018790482477e-13))
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(-8.60467152213735e-11))
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(5.12229709037114e-8))
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(1.48572235717979e-5))
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(6.37261928875436e-4))
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(4.89352455891786e-3))
  p = f32x4.mul(x, p)
  let q = f32x4.add(f32x4.mul(s, f32x4.splat(1.19825839466702e-6)), f32x4.splat(1.18534705686654e-4))
  q = f32x4.add(f32x4.mul(s, q), f32x4.splat(2.268434632439e-3))
  q = f32x4.add(f32x4.mul(s, q), f32x4.splat(4.89352518554385e-3))
  return f32x4.div(p, q)
}

// @ts-ignore: decorator
@inline
function sigmoid4(v: v128): v128 {
  const half = f32x4.splat(0.5)
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(v, half)), half), half)
}

/**
 * Runs one direction of an LSTM over `count` sentences, longest first, all a step at a time. Gates stand in the order
 * input, forget, cell, output. xg: what the inputs give to the gates, `stride` floats a word. starts, lengths: i32.
 * h (16-bit, ±32767 for ±1) and c (f32) are the states, zero at first, hs a scale of 1/32767 a row; gates is scratch;
 * out gets h of each word, `outStride` floats a word. All pointers are already moved to this direction's columns.
 */
export function recur(
  xg: usize, stride: i32, starts: usize, lengths: usize, count: i32,
  w: usize, ws: usize, zeros: usize, hidden: i32,
  h: usize, hs: usize, c: usize, gates: usize,
  out: usize, outStride: i32, backwards: bool,
): void {
  const block = (<usize>hidden) << 2
  const full = f32x4.splat(32767)
  const longest = load<i32>(lengths)
  let active = count
  for (let t = 0; t < longest; t++) {
    while (load<i32>(lengths + ((<usize>(active - 1)) << 2)) <= t) active--
    multiply(h, hs, (active + 1) & ~1, hidden, w, ws, zeros, hidden << 2, gates)
    for (let b = 0; b < active; b++) {
      const start = load<i32>(starts + ((<usize>b) << 2))
      const word = backwards ? start + load<i32>(lengths + ((<usize>b) << 2)) - 1 - t : start + t
      const g = gates + <usize>b * block * 4
      const x = xg + ((<usize>(word * stride)) << 2)
      const cell = c + <usize>b * block
      const state = h + <usize>b * (block >> 1)
      const to = out + ((<usize>(word * outStride)) << 2)
      for (let k: usize = 0; k < block; k += 16) {
        const i = sigmoid4(f32x4.add(v128.load(g + k), v128.load(x + k)))
        const f = sigmoid4(f32x4.add(v128.load(g + block + k), v128.load(x + block + k)))
        const n = tanh4(f32x4.add(v128.load(g + 2 * block + k), v128.load(x + 2 * block + k)))
        const o = sigmoid4(f32x4.add(v128.load(g + 3 * block + k), v128.load(x + 3 * block + k)))
        const next = f32x4.add(f32x4.mul(f, v128.load(cell + k)), f32x4.mul(i, n))
        v128.store(cell + k, next)
        const y = f32x4.mul(o, tanh4(next))
        v128.store(to + k, y)
        const q = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(y, full)))
        v128.store64_lane(state + (k >> 1), i16x8.narrow_i32x4_s(q, q), 0)
      }
    }
  }
}

/** x = x > 0 ? x : x / 10, in place. count % 4 == 0. */
export function leak(x: usize, count: i32): void {
  const tenth = f32x4.splat(0.1)
  for (let i = 0; i < count; i += 4) {
    const at = x + ((<usize>i) << 2)
    const v = v128.load(at)
    v128.store(at, f32x4.max(v, f32x4.mul(v, tenth)))
  }
}

/** y[l] = d · m[l] for `rows` rows of `depth` floats (% 4 == 0). */
export function dots(d: usize, m: usize, rows: i32, depth: i32, y: usize): void {
  for (let l = 0; l < rows; l++) {
    const row = m + ((<usize>(l * depth)) << 2)
    let s = f32x4.splat(0)
    for (let i = 0; i < depth; i += 4) {
      s = f32x4.add(s, f32x4.mul(v128.load(d + ((<usize>i) << 2)), v128.load(row + ((<usize>i) << 2))))
    }
    store<f32>(
      y + ((<usize>l) << 2),
      f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3)),
    )
  }
}
