/** Words that carry no matter of their own in news English; function words and the verbs of reporting. */
const STOP_WORDS = new Set(
  (
    'a an the and or but if of in on at to from by for with as is are was were be been being it its this that these ' +
    'those he she they we you i his her their our your my him them us me who whom which what when where why how not no ' +
    'nor so than then there here out up down over under after before into about against between during through while ' +
    'also just only more most other some such can could will would shall should may might must do does did done has ' +
    'have had having said says say told tell according reported reports reporting one two all any each own same too ' +
    'very yet still amid per via'
  ).split(' '),
)

const SUFFIXES = ['ings', 'ing', 'edly', 'ed', 'ies', 'es', 's'] as const

/** A word without its commonest English ending, so that `strikes`, `striking` and `strike` meet; never under four letters. */
export function stemWord(word: string): string {
  for (const suffix of SUFFIXES) {
    if (!word.endsWith(suffix) || word.length - suffix.length < 4) continue
    return word.slice(0, -suffix.length) + (suffix === 'ies' ? 'y' : '')
  }
  return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word
}

/** One content word of a text. */
export interface ContentWord {
  /** Lower case, accents and possessive removed, stemmed. */
  readonly stem: string
  readonly kind: 'name' | 'number' | 'word'
}

const WORD = /\p{L}[\p{L}\p{M}'’]*|\d[\d,.:]*\d|\d/gu
const ACCENTS = /\p{M}/gu

/**
 * The content words of one sentence, in order. A capitalised word that does not open the sentence counts as a name.
 * Single letters and function words are left out.
 */
export function contentWords(sentence: string): ContentWord[] {
  const found: ContentWord[] = []
  let first = true
  for (const [surface] of sentence.matchAll(WORD)) {
    const lower = surface.normalize('NFKD').replace(ACCENTS, '').replace(/’/g, "'").toLowerCase().replace(/'s$/, '')
    const opens = first
    first = false
    if (lower.length < 2 && !/\d/.test(lower)) continue
    if (STOP_WORDS.has(lower)) continue
    if (/^\d/.test(lower)) found.push({ stem: lower, kind: 'number' })
    else found.push({ stem: stemWord(lower), kind: !opens && /^\p{Lu}/u.test(surface) ? 'name' : 'word' })
  }
  return found
}

/** The distinct stems of a short text. */
export const stemSet = (text: string): ReadonlySet<string> => new Set(contentWords(text).map(({ stem }) => stem))

/** How much of the smaller set stands in the larger one, 0–1; 0 when either is empty. */
export function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const item of small) if (large.has(item)) shared += 1
  return shared / small.size
}

/** The same for two lists of numbers in rising order. */
export function overlapOfNumbers(a: Int32Array, b: Int32Array): number {
  const smaller = Math.min(a.length, b.length)
  if (smaller === 0) return 0
  let shared = 0
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    const [one, other] = [a[left] ?? 0, b[right] ?? 0]
    if (one === other) shared += 1
    if (one <= other) left += 1
    if (other <= one) right += 1
  }
  return shared / smaller
}
