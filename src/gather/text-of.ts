import { InputError } from '#domain'
import { mendControls } from './windows-1252.ts'

const UTF8_BOM = [0xef, 0xbb, 0xbf]
const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP or Office file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a gzip file', [0x1f, 0x8b]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
]
/** Control characters above this share of a text mean that it is none. */
const CONTROL_SHARE = 0.01
/** Damaged UTF-8: at most this share of its characters may be broken, or it is another encoding. */
const BROKEN_SHARE = 0.1

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

function decode(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes)
  return encoding === 'windows-1252' ? mendControls(text) : text
}

/** UTF-32 by its byte order mark, or by an opening `<` of four bytes; null for any other text. */
function utf32Text(bytes: Uint8Array): string | null {
  const little = startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0x3c, 0, 0, 0])
  const big = startsWith(bytes, [0, 0, 0xfe, 0xff]) || startsWith(bytes, [0, 0, 0, 0x3c])
  if (!little && !big) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const points = Array.from({ length: bytes.length >> 2 }, (_, at) => view.getUint32(at * 4, little))
  const isPoint = (point: number): boolean => point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
  return points
    .map(point => (isPoint(point) ? String.fromCodePoint(point) : '\uFFFD'))
    .join('')
    .replace(/^\uFEFF/, '')
}

/** The encoding a byte order mark names, or null. */
function markedEncoding(bytes: Uint8Array): string | null {
  if (startsWith(bytes, UTF8_BOM)) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  return null
}

/** UTF-16 without a mark shows as zeros on every other byte, as long as most letters are Latin or the marks are. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length * 0.1 && even < odd / 20) return 'utf-16le'
  if (even > sample.length * 0.1 && odd < even / 20) return 'utf-16be'
  return null
}

/** Strict UTF-8, or null. */
function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/**
 * Bytes above 0x7f stand in runs in a Cyrillic text of one byte a letter and alone between ASCII letters in a western
 * one; UTF-8 with a few damaged bytes still decodes nearly whole.
 */
function fallback(bytes: Uint8Array): string {
  const utf8 = decode(bytes, 'utf-8')
  const broken = utf8.match(/\uFFFD/g)?.length ?? 0
  const beyondAscii = utf8.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0
  if (broken < beyondAscii * BROKEN_SHARE) return utf8
  let high = 0
  let inRun = 0
  bytes.forEach((byte, at) => {
    if (byte < 0xc0) return
    high += 1
    if ((bytes[at - 1] ?? 0) >= 0xc0 || (bytes[at + 1] ?? 0) >= 0xc0) inRun += 1
  })
  return decode(bytes, high > 0 && inRun > high / 2 ? 'windows-1251' : 'windows-1252')
}

/** The decoder's own name for a declared charset, or null when it knows none of that name. */
function knownEncoding(declared: string): string | null {
  try {
    return new TextDecoder(declared.trim()).encoding
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function decodeText(bytes: Uint8Array, declared: string | null): string {
  const wide = utf32Text(bytes)
  if (wide !== null) return wide
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes)
  if (marked !== null) return decode(bytes, marked)
  const known = declared === null ? null : knownEncoding(declared)
  // ISO-2022 writes other scripts in ASCII bytes, so it would pass as UTF-8.
  if (known?.startsWith('iso-2022')) return decode(bytes, known)
  // Bytes that form valid UTF-8 beyond ASCII are UTF-8, whatever a server says; declared UTF-16 had no zeros, so is none.
  const utf8 = strictUtf8(bytes)
  if (utf8 !== null) return utf8
  return known === null || known.startsWith('utf-') ? fallback(bytes) : decode(bytes, known)
}

/**
 * The text of some bytes: by byte order mark (UTF-8, UTF-16, UTF-32), else UTF-16 when zeros show it, else strict UTF-8, else the charset that was
 * declared, else windows-1251 or windows-1252 by how the letters stand. A byte order mark is not part of the text.
 * `name` is used in errors. Throws InputError when the bytes are no text.
 */
export function textOf(bytes: Uint8Array, name = 'the input', declared: string | null = null): string {
  const magic = MAGIC.find(([, mark]) => startsWith(bytes, mark))
  if (magic)
    throw new InputError(`${name} looks binary (${magic[0]}): expected text; give its text, HTML or feed instead.`)
  const text = decodeText(bytes, declared)
  const controls = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0
  if (controls > text.length * CONTROL_SHARE) {
    throw new InputError(`${name} looks binary: expected text; give its text, HTML or feed instead.`)
  }
  return text
}
