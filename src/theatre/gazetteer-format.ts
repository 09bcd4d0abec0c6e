/**
 * The world gazetteer's file: Brotli over one buffer. Four bytes give the length of a JSON head, then the head, then its
 * columns one after another, each `lengths[i]` bytes long. Entries stand by country, region and number, so that numbers
 * and coordinates are kept as small differences.
 *
 * `ids`, `lats`, `lons`, `populations`: varints; ids, lats and lons as signed differences from the entry before, degrees
 * in thousandths (an error of 80 m at most). `regions`: two bytes, index into `head.regions`. `names`: UTF-8; one line an
 * entry: its shown name, then its other names folded, parted by tabs.
 */
export const GAZETTEER_COLUMNS = ['ids', 'lats', 'lons', 'populations', 'regions', 'names'] as const

export interface GazetteerHead {
  /** Entries in the file. */
  readonly entries: number
  /** `[country, admin1 code, shown name]`; the code is empty for a country as a whole, the name null where unknown. */
  readonly regions: readonly (readonly [country: string, code: string, name: string | null])[]
  readonly lengths: readonly number[]
  /** Codes of the districts in their regions, in the order of their entries. */
  readonly districts: readonly string[]
}

/** Kinds of id numbers: GeoNames numbers are positive; these mark entries that have none. */
export const NO_NUMBER = 0
export const REGION_NUMBER = -1
export const COUNTRY_NUMBER = -2
export const DISTRICT_NUMBER = -3

/** A seeded FNV-1a hash over bytes, ASCII capitals read as small letters; unsigned 32 bits. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    hash = Math.imul(hash ^ (byte >= 65 && byte <= 90 ? byte + 32 : byte), 0x01000193)
  }
  return hash >>> 0
}

/** Unpacks `count` unsigned varints (seven bits a byte, lowest first). */
export function unpackVarints(bytes: Uint8Array, count: number): Uint32Array {
  const values = new Uint32Array(count)
  let at = 0
  for (let index = 0; index < count; index++) {
    let value = 0
    let shift = 0
    for (;;) {
      const byte = bytes[at++] ?? 0
      value |= (byte & 127) << shift
      if (byte < 128) break
      shift += 7
    }
    values[index] = value
  }
  return values
}

/** Unpacks `count` signed differences into running sums. */
export function unpackDifferences(bytes: Uint8Array, count: number): Int32Array {
  const values = new Int32Array(count)
  let sum = 0
  unpackVarints(bytes, count).forEach((zigzag, index) => {
    sum += (zigzag >>> 1) ^ -(zigzag & 1)
    values[index] = sum
  })
  return values
}

/** Packs unsigned whole numbers below 2^32 as varints. */
export function packVarints(values: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (let value of values) {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128)
    bytes.push(value)
  }
  return Uint8Array.from(bytes)
}

/** Packs signed whole numbers below 2^30 as differences from the one before. */
export function packDifferences(values: readonly number[]): Uint8Array {
  return packVarints(
    values.map((value, index) => {
      const difference = value - (values[index - 1] ?? 0)
      return ((difference << 1) ^ (difference >> 31)) >>> 0
    }),
  )
}
