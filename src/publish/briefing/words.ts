import type { Day } from '#domain'

/** A number with thousands separators: 733830 → "733,830"; at most two decimals. */
export const numberWords = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 })

/** A count and its noun: `1 report`, `1,240 reports`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${numberWords(count)} ${count === 1 ? noun : plural}`

/** `a`, `a and b`, `a, b and c`. */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** The first letter raised, the rest left as it is. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const dateFormat = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const LONG = dateFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const SHORT = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' })

/** "Tuesday 26 November 2024". */
export const longDate = (day: Day): string => LONG.format(new Date(`${day}T00:00:00Z`)).replace(',', '')
/** "26 November 2024". */
export const shortDate = (day: Day): string => SHORT.format(new Date(`${day}T00:00:00Z`))
/** "2024-11-26 08:30 UTC". */
export const momentWords = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`

/** When a report was published: the day alone for a midnight to the millisecond, which is how archives write a day without a time. */
export const publishedWords = (instant: string): string =>
  instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : momentWords(instant)

/** Line breaks and runs of space made one space, and no control character (an escape sequence must not reach a terminal). */
export const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()

/** Longest stretch of a report's own words inside a line; the citation under it always has them all. */
const QUOTE_LENGTH = 220

/** Words as they stand inside quotation marks: marks of their own become single ones, and one left open is closed. */
export function nested(words: string): string {
  const turned = oneLine(words)
    .replace(/(^|[\s([—–-])["„]/g, '$1‘')
    .replace(/[“«]/g, '‘')
    .replace(/["”»„]/g, '’')
  return turned.lastIndexOf('‘') > turned.lastIndexOf('’') ? `${turned}’` : turned
}

/** A report's own words in quotation marks; marks inside become single ones, and a long stretch ends in "…" at a word. */
export function quoted(words: string): string {
  const line = nested(words)
  if (line.length <= QUOTE_LENGTH) return `“${line.replace(/[.,;:]$/, '')}”`
  const cut = line.slice(0, QUOTE_LENGTH)
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), QUOTE_LENGTH / 2)).replace(/[.,;:]$/, '')} …”`
}
