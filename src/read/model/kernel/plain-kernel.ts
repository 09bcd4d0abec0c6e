import type { Kernel } from './kernel.ts'

const round = Math.fround
/** To the nearest whole number, halves to the even one, for what fits 22 bits: adding 1.5 · 2^23 leaves no room for the rest. */
const nearest = (v: number): number => round(round(v + 12_582_912) - 12_582_912)
const narrow = (v: number): number => Math.max(-32_768, Math.min(32_767, nearest(v)))

/** Evaluates a polynomial in s, highest power first, rounding as the kernel does. */
function polynomial(s: number, terms: Float32Array): number {
  let value = terms[0] as number
  for (let i = 1; i < terms.length; i += 1) value = round(round(s * value) + (terms[i] as number))
  return value
}

const OVER = Float32Array.of(
  -2.76076847742355e-16,
  2.00018790482477e-13,
  -8.60467152213735e-11,
  5.12229709037114e-8,
  1.48572235717979e-5,
  6.37261928875436e-4,
  4.89352455891786e-3,
)
const UNDER = Float32Array.of(1.19825839466702e-6, 1.18534705686654e-4, 2.268434632439e-3, 4.89352518554385e-3)
const EDGE = round(7.905311)

function tanh(v: number): number {
  const x = Math.max(Math.min(v, EDGE), -EDGE)
  const s = round(x * x)
  return round(round(x * polynomial(s, OVER)) / polynomial(s, UNDER))
}

const sigmoid = (v: number): number => round(round(tanh(round(v * 0.5)) * 0.5) + 0.5)

const TENTH = round(0.1)

/** The one memory, seen as the three kinds of numbers in it. */
interface Views {
  readonly f32: Float32Array
  readonly i16: Int16Array
  readonly i32: Int32Array
}

const quantise =
  ({ f32, i16 }: Views): Kernel['quantise'] =>
  (x, stride, rows, depth, limit, q, scales) => {
    for (let r = 0; r < rows; r += 1) {
      const from = x / 4 + r * stride
      let most = 0
      for (let i = 0; i < depth; i += 1) most = Math.max(most, Math.abs(f32[from + i] as number))
      f32[scales / 4 + r] = most / limit
      const by = most > 0 ? round(limit / most) : 0
      for (let i = 0; i < depth; i += 1) i16[q / 2 + r * depth + i] = narrow(round((f32[from + i] as number) * by))
    }
  }

const multiply =
  ({ f32, i16 }: Views): Kernel['multiply'] =>
  (x, xs, rows, depth, w, ws, bias, outs, y) => {
    for (let r = 0; r < rows; r += 1) {
      for (let o = 0; o < outs; o += 1) {
        let sum = 0
        const a = (x >> 1) + r * depth
        const b = (w >> 1) + o * depth
        for (let k = 0; k < depth; k += 1) {
          // Kept a 32-bit whole number all the way, which the engine can then hold in a register.
          sum = (sum + Math.imul(i16[a + k] as number, i16[b + k] as number)) | 0
        }
        const scale = round((f32[xs / 4 + r] as number) * (f32[ws / 4 + o] as number))
        f32[y / 4 + r * outs + o] = round(round(sum) * scale) + (f32[bias / 4 + o] as number)
      }
    }
  }

/** One cell: kept and added to, then shown through the output gate. `g` and `x` are indices of its four gates' two parts. */
function stepCell(f32: Float32Array, g: number, x: number, hidden: number, cell: number): number {
  const gate = (n: number): number => round((f32[g + n * hidden] as number) + (f32[x + n * hidden] as number))
  const kept = round(sigmoid(gate(1)) * (f32[cell] as number))
  const next = round(kept + round(sigmoid(gate(0)) * tanh(gate(2))))
  f32[cell] = next
  return round(sigmoid(gate(3)) * tanh(next))
}

const recur =
  (views: Views): Kernel['recur'] =>
  (xg, stride, starts, lengths, count, w, ws, zeros, hidden, h, hs, c, gates, out, outStride, backwards) => {
    const { f32, i16, i32 } = views
    const step = multiply(views)
    let active = count
    for (let t = 0; t < (i32[lengths / 4] as number); t += 1) {
      while ((i32[lengths / 4 + active - 1] as number) <= t) active -= 1
      step(h, hs, active, hidden, w, ws, zeros, hidden * 4, gates)
      for (let b = 0; b < active; b += 1) {
        const start = i32[starts / 4 + b] as number
        const word = backwards ? start + (i32[lengths / 4 + b] as number) - 1 - t : start + t
        const [g, x] = [gates / 4 + b * hidden * 4, xg / 4 + word * stride]
        for (let k = 0; k < hidden; k += 1) {
          const y = stepCell(f32, g + k, x + k, hidden, c / 4 + b * hidden + k)
          f32[out / 4 + word * outStride + k] = y
          i16[h / 2 + b * hidden + k] = narrow(round(y * 32_767))
        }
      }
    }
  }

const leak =
  ({ f32 }: Views): Kernel['leak'] =>
  (x, count) => {
    for (let i = x / 4; i < x / 4 + count; i += 1) f32[i] = Math.max(f32[i] as number, (f32[i] as number) * TENTH)
  }

const dots =
  ({ f32 }: Views): Kernel['dots'] =>
  (d, m, rows, depth, y) => {
    for (let l = 0; l < rows; l += 1) {
      const lane = [0, 0, 0, 0]
      for (let i = 0; i < depth; i += 1) {
        const product = round((f32[d / 4 + i] as number) * (f32[m / 4 + l * depth + i] as number))
        lane[i & 3] = round((lane[i & 3] as number) + product)
      }
      const [p, q, r, s] = lane as [number, number, number, number]
      f32[y / 4 + l] = round(p + q) + round(r + s)
    }
  }

/** The kernel in plain JavaScript, for machines without WebAssembly and for checking it; about twenty times slower. `bytes`: size of its memory. */
export function plainKernel(bytes: number): Kernel {
  const memory = new ArrayBuffer((bytes + 3) & ~3)
  const views = { f32: new Float32Array(memory), i16: new Int16Array(memory), i32: new Int32Array(memory) }
  return {
    memory,
    quantise: quantise(views),
    multiply: multiply(views),
    recur: recur(views),
    leak: leak(views),
    dots: dots(views),
  }
}
