import type { Token } from './document.ts'

const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
}
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
/** Powers of ten that follow a number, in words and short forms. */
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  mln: 1e6,
  billion: 1e9,
  bn: 1e9,
  bln: 1e9,
  trillion: 1e12,
  tn: 1e12,
}
/** Ordinal words, 1–31 and a few more; "second" is one of them. */
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  hundredth: 100,
  thousandth: 1000,
}

/** A number read from a token on: its value and the token after its last. */
export interface ReadNumber {
  readonly value: number
  readonly to: number
}

/** The value of one token of digits with separators ("1,610", "2.6", "11 000"); null where it is no plain number ("10:30", "3/4"). */
export function digitsOf(form: string): number | null {
  const bare = form.replace(/[\u00a0\u202f\u2009]/g, '')
  if (/^\d{1,18}(?:\.\d{1,9})?$/.test(bare)) return Number(bare)
  if (/^\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?$/.test(bare)) return Number(bare.replaceAll(',', ''))
  if (/^\d{1,3}(?:\.\d{3}){2,5}$/.test(bare)) return Number(bare.replaceAll('.', ''))
  if (/^\d{1,6},\d{1,2}$/.test(bare)) return Number(bare.replace(',', '.'))
  return null
}

/** The place in order of a token ("1,007th", "third"), or null. */
export function ordinalOf(lower: string): number | null {
  const word = ORDINALS[lower]
  if (word !== undefined) return word
  return /^\d[\d,]*(?:st|nd|rd|th)$/.test(lower) ? Number(lower.replace(/\D/g, '')) : null
}

const lowerAt = (tokens: readonly Token[], at: number, end: number): string =>
  at < end ? (tokens[at]?.lower ?? '') : ''

/** A number of digits; groups of three parted by spaces are one number ("11 000"). */
function readDigits(tokens: readonly Token[], at: number, end: number): ReadNumber | null {
  const form = lowerAt(tokens, at, end)
  let value = digitsOf(form)
  if (value === null) return null
  let to = at + 1
  if (/^[1-9]\d{0,2}$/.test(form)) {
    while (
      to < end &&
      /^\d{3}$/.test(lowerAt(tokens, to, end)) &&
      tokens[to]?.span[0] === (tokens[to - 1]?.span[1] ?? 0) + 1
    ) {
      value = value * 1000 + Number(tokens[to]?.form)
      to += 1
    }
  }
  return { value, to }
}

/** A number below one hundred in words ("twenty-one", "seven"). */
function readSmall(tokens: readonly Token[], at: number, end: number): ReadNumber | null {
  const word = lowerAt(tokens, at, end)
  const tens = TENS[word]
  if (tens === undefined) {
    const unit = UNITS[word]
    return unit === undefined ? null : { value: unit, to: at + 1 }
  }
  const to = lowerAt(tokens, at + 1, end) === '-' ? at + 2 : at + 1
  const unit = UNITS[lowerAt(tokens, to, end)]
  return unit !== undefined && unit > 0 && unit < 10 ? { value: tens + unit, to: to + 1 } : { value: tens, to: at + 1 }
}

/**
 * Reads a number in digits or words from a token on: "1,610", "11 000", "1.4bn", "50 billion", "twenty-one", "two
 * hundred and five thousand", "a hundred", "a dozen", "half a dozen", "two dozen". Null where none begins. Vague plurals
 * ("dozens") are no number here.
 */
export function readNumber(tokens: readonly Token[], at: number, end: number): ReadNumber | null {
  const word = lowerAt(tokens, at, end)
  if (word === 'half' && lowerAt(tokens, at + 1, end) === 'a' && lowerAt(tokens, at + 2, end) === 'dozen')
    return { value: 6, to: at + 3 }
  const article = word === 'a' || word === 'an'
  if (article) {
    const next = lowerAt(tokens, at + 1, end)
    if (next === 'dozen') return { value: 12, to: at + 2 }
    if (next === 'couple') return { value: 2, to: lowerAt(tokens, at + 2, end) === 'of' ? at + 3 : at + 2 }
    if (!(next in SCALES) || next.length < 3) return null
  }
  const first = article ? { value: 1, to: at + 1 } : (readDigits(tokens, at, end) ?? readSmall(tokens, at, end))
  if (!first) return word === 'dozen' || word === 'hundred' ? null : null
  return readScales(tokens, first, end, /\d/.test(word))
}

/** Goes on over "hundred", "thousand and five", "billion"; "and" joins only after a scale and before a smaller number in words. */
function readScales(tokens: readonly Token[], first: ReadNumber, end: number, digits: boolean): ReadNumber {
  let total = 0
  let current = first.value
  let to = first.to
  let scaled = false
  for (;;) {
    const dash = lowerAt(tokens, to, end) === '-' && (SCALES[lowerAt(tokens, to + 1, end)] ?? 0) >= 1e3 ? 1 : 0
    const word = lowerAt(tokens, to + dash, end)
    if (word === 'dozen') return { value: (total + current) * 12, to: to + 1 }
    const glued = tokens[to]?.span[0] === tokens[to - 1]?.span[1]
    const scale = word === 'm' && glued && digits ? 1e6 : word === 'b' && glued && digits ? 1e9 : SCALES[word]
    if (scale !== undefined && (word !== 'k' || glued)) {
      current *= scale
      to += 1 + dash
      scaled = true
      if (scale > 100) {
        total += current
        current = 0
      }
      continue
    }
    if (!scaled || digits) break
    const skip = word === 'and' ? 1 : 0
    const more = readSmall(tokens, to + skip, end)
    if (!more || (total === 0 && current % 100 !== 0)) break
    current += more.value
    to = more.to
    if (!(lowerAt(tokens, to, end) in SCALES)) break
  }
  return { value: Math.round((total + current) * 1e6) / 1e6, to }
}
