/** Rows of the table that endings, beginnings, shape and the word itself are hashed into. */
export const AFFIX_ROWS = 8192
/** Rows of it that a word adds up. */
export const AFFIX_FEATURES = 9

const PLAIN: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"', '–': '-', '—': '--' }
const MARKED = /[0-9‘’“”–—]/g

/** A word as the vocabulary knows it: lower case, straight quotes, plain dashes, every digit a 0. As train/parser/features.py. */
export function normalForm(form: string): string {
  return form.toLowerCase().replace(MARKED, c => PLAIN[c] ?? '0')
}

/** The look of a word: `X` upper case, `x` lower, `d` digit, other marks as they are; runs cut at 2, at most 8. */
export function shapeOf(form: string): string {
  const shape: string[] = []
  for (const c of form) {
    const kind = c >= '0' && c <= '9' ? 'd' : c.toLowerCase() !== c ? 'X' : c.toUpperCase() !== c ? 'x' : c
    if (shape.at(-1) === kind && shape.at(-2) === kind) continue
    shape.push(kind)
    if (shape.length === 8) break
  }
  return shape.join('')
}

/** FNV-1a, 32 bits, over UTF-16 code units (Fowler, Noll, Vo). Unsigned. */
export function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** The first or last `n` characters, whole code points. */
const first = (chars: readonly string[], n: number): string => chars.slice(0, n).join('')
const last = (chars: readonly string[], n: number): string => chars.slice(-n).join('')

/** Rows of the affix table for a word: four endings, three beginnings, shape, word. */
export function affixRows(form: string, normal: string): number[] {
  const chars = [...normal]
  const keys = [
    `s1${last(chars, 1)}`,
    `s2${last(chars, 2)}`,
    `s3${last(chars, 3)}`,
    `s4${last(chars, 4)}`,
    `p1${first(chars, 1)}`,
    `p2${first(chars, 2)}`,
    `p3${first(chars, 3)}`,
    `sh${shapeOf(form)}`,
    `w${normal}`,
  ]
  return keys.map(key => hashOf(key) % AFFIX_ROWS)
}
