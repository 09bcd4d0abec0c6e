import { InputError } from '#domain'

/** Sizes of the layers, in numbers a word. */
export interface Sizes {
  readonly word: number
  readonly affix: number
  readonly hidden: number
  readonly tag: number
  readonly arc: number
  readonly label: number
  readonly labelDepth: number
}

/** A matrix of 8-bit weights; a row times its scale is the row that was trained. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly weights: Int8Array
  readonly scales: Float32Array
}

/** A weights file, opened: views into its bytes, nothing copied. */
export interface Weights {
  readonly sizes: Sizes
  /** "UPOS|XPOS" each. */
  readonly tags: readonly string[]
  /** Relations with subtype. */
  readonly labels: readonly string[]
  /** FNV-1a of each word of the vocabulary, in the order of the rows of `words`; row 0 is the unknown word, row 1 the root. */
  readonly hashes: Uint32Array
  readonly matrix: (name: string) => Matrix
  readonly numbers: (name: string) => Float32Array
}

const MAGIC = 'FOGGRAM1'
/** The version of the layout that this code reads. */
const VERSION = 1

interface Header {
  readonly version: number
  readonly sizes: Sizes
  readonly bytes: number
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  readonly blocks: Readonly<Record<string, readonly [offset: number, rows: number, columns: number]>>
}

const bad = (name: string, found: string): InputError =>
  new InputError(
    `${name}: expected the weights of the English grammar (layout ${VERSION}), found ${found}; take the file that belongs to this version of Fogline.`,
  )

/** Over 32-bit words, as train/parser/export.py. */
function checkSum(words: Uint32Array): number {
  let h = 0x811c9dc5
  for (const word of words) h = Math.imul(h ^ word, 0x01000193)
  return h >>> 0
}

function readHeader(bytes: Uint8Array, length: number, name: string): Header {
  try {
    return JSON.parse(new TextDecoder().decode(bytes.subarray(16, 16 + length))) as Header
  } catch {
    // The check sum has been found right, so this is a file of another layout rather than a damaged one.
    throw bad(name, 'a header that is not JSON')
  }
}

/** Refuses what is cut short, damaged or of another layout, by one line. */
function checkWhole(bytes: Uint8Array, name: string): Header {
  if (new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC)
    throw bad(name, `${bytes.length} bytes of something else`)
  if (bytes.length < 16 || bytes.length % 4 !== 0) throw bad(name, `a file cut short at ${bytes.length} bytes`)
  const [length = 0, sum = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset + 8, 2)
  if (16 + length > bytes.length) throw bad(name, `a file cut short at ${bytes.length} bytes`)
  if (checkSum(new Uint32Array(bytes.buffer, bytes.byteOffset + 16, (bytes.length - 16) / 4)) !== sum)
    throw bad(name, `${bytes.length} bytes whose check sum is wrong (cut short or damaged)`)
  const header = readHeader(bytes, length, name)
  if (header.version !== VERSION) throw bad(name, `layout ${header.version}`)
  return header
}

/**
 * Opens the bytes of a weights file. `name` is how errors call it. Throws InputError for a file that is cut short,
 * damaged, of another layout, or something else.
 */
export function readWeights(file: Uint8Array, name: string): Weights {
  // Views of 32-bit numbers need a start that is a multiple of four; a slice of a pool has none.
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice()
  const header = checkWhole(bytes, name)
  const body = 16 + (new Uint32Array(bytes.buffer, bytes.byteOffset + 8, 1)[0] ?? 0) + bytes.byteOffset
  const block = (key: string): readonly [number, number, number] => {
    const found = header.blocks[key]
    if (found === undefined) throw bad(name, `no block "${key}"`)
    return [found[0] + body, found[1], found[2]]
  }
  const numbers = (key: string): Float32Array => {
    const [at, rows] = block(key)
    return new Float32Array(bytes.buffer, at, rows)
  }
  const [at, count] = block('hashes')
  return {
    sizes: header.sizes,
    tags: header.tags,
    labels: header.labels,
    hashes: new Uint32Array(bytes.buffer, at, count),
    numbers,
    matrix: key => {
      const [start, rows, columns] = block(key)
      return {
        rows,
        columns,
        weights: new Int8Array(bytes.buffer, start, rows * columns),
        scales: numbers(`${key}.scale`),
      }
    },
  }
}
