/**
 * Languages whose dates are read; the names come from the Unicode data that Node carries. Croatian is left out: its
 * "listopad" is October, everywhere else November.
 */
const LOCALES =
  'uk ru be pl cs sk bg sr sl mk ro hu lt lv et fi sv da nb de nl fr it es pt ca tr az el ka hy he ar fa id'.split(' ')
const STYLES = [
  { month: 'long', day: 'numeric' },
  { month: 'long' },
  { month: 'short', day: 'numeric' },
  { month: 'short' },
] as const
/** Shorter names are as often something else. */
const SHORTEST = 3

const fold = (name: string): string => name.normalize('NFC').toLowerCase()

/** The twelve months' names in one language and style, each with its number. */
function namesIn(locale: string, style: (typeof STYLES)[number]): (readonly [name: string, month: number])[] {
  // The Gregorian calendar and plain figures, whatever the language prefers.
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...style, timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, at) => at + 1).flatMap(month => {
    const words = format.format(new Date(Date.UTC(2024, month - 1, 15))).match(/[\p{L}\p{M}]+/gu) ?? []
    const name = words.find(word => word.length >= SHORTEST)
    return name === undefined ? [] : [[fold(name), month] as const]
  })
}

function readNames(): ReadonlyMap<string, number> {
  const english = new Map([['sept', 9], ...STYLES.flatMap(style => namesIn('en', style))])
  const others = new Map<string, number>()
  for (const [name, month] of LOCALES.flatMap(locale => STYLES.flatMap(style => namesIn(locale, style)))) {
    // What names two months in two languages names none, unless English has it.
    others.set(name, (others.get(name) ?? month) === month ? month : 0)
  }
  return new Map([...others, ...english])
}

let names: ReadonlyMap<string, number> | null = null

/** The number, 1–12, of a month named in any of the languages read, in full or cut short; null for any other word. */
export function monthNumber(word: string): number | null {
  names ??= readNames()
  return names.get(fold(word)) || null
}
