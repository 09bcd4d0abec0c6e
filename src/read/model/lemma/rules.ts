import { IRREGULAR_BASES, IRREGULAR_FORMS } from '../../lexicon/irregular-verbs.ts'
import { NOUN_VERBS, PURE_VERBS } from '../../lexicon/verbs.ts'
import { HARD_VERBS, POSITIVES, SINGULARS } from './irregulars.ts'

const isKnownVerb = (base: string): boolean =>
  HARD_VERBS.has(base) || PURE_VERBS.has(base) || NOUN_VERBS.has(base) || IRREGULAR_BASES.has(base)

const DOUBLED = /([bdgklmnprtvz])\1$/

/** The likeliest base of what is left of a verb when -ed or -ing is off, by English spelling. */
function guessBase(stem: string): string {
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`
  if (/(?:ll|zz)$/.test(stem)) return stem
  if (DOUBLED.test(stem)) return stem.slice(0, -1)
  const silentE =
    /(?:[aeiouy][cgsuvz]|[^aeiou][cgsuvz]|[aeiou]qu|[^aeiou]at|[^aeou]iat|[aeu]at|[^aeio]ur|[^aeiou]ir|[bcdfgkptz]l|[^aeiou]ut|[^aeiou]o[kp]|[^aeiou]a[dkmp]|[^aeiou]i[bdkmpr]|[^aeiou]uc|th|ee|y[pz])$/
  return silentE.test(stem) && !/(?:[aeiou]ss|[aeiou]x|w|ss|us|ns)$/.test(stem) ? `${stem}e` : stem
}

/** Stems of "dying", "lying" and their like. */
const YING: ReadonlySet<string> = new Set(['dy', 'ly', 'ty', 'vy', 'underly', 'bely', 'unty'])

/** Base of a stem: a verb of the lexicon where one fits, else by spelling. */
function baseOf(stem: string): string {
  const undoubled = DOUBLED.test(stem) ? stem.slice(0, -1) : null
  if (YING.has(stem)) return `${stem.slice(0, -1)}ie`
  const candidates = [
    stem,
    ...(undoubled ? [undoubled] : []),
    ...(stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : []),
    `${stem}e`,
  ]
  const guess = guessBase(stem)
  if (isKnownVerb(guess)) return guess
  return candidates.find(isKnownVerb) ?? guess
}

/** Dictionary form of a third person or a plural by its ending; `word` is lower case. */
function withoutS(word: string): string {
  if (word.length < 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2)
  if (/(?:^|[^aeiou])oes$/.test(word) && word.length > 5) return word.slice(0, -2)
  return word.slice(0, -1)
}

const PREFIX = /^(?:re|over|under|out|mis|un|counter|fore|inter|up|down|off|de|with)-?(?=\p{L}{3})/u

/** Base of a verb form, lower case: `seize` for "seized", "seizing", "seizes"; prefixes are seen through ("re-took"). */
export function verbBase(word: string, xpos: string): string {
  if (xpos === 'VB' || xpos === 'VBP') return word
  const irregular = IRREGULAR_FORMS.get(word)
  if (irregular && xpos !== 'VBZ' && xpos !== 'VBG') return irregular.base
  const prefix = PREFIX.exec(word)?.[0] ?? ''
  const inner = prefix ? IRREGULAR_FORMS.get(word.slice(prefix.length)) : undefined
  if (inner && xpos !== 'VBZ' && xpos !== 'VBG') return prefix + inner.base
  if (xpos === 'VBZ') return word.endsWith('s') ? withoutS(word) : word
  if (xpos === 'VBG') return /ing?$/.test(word) && word.length > 4 ? baseOf(word.replace(/ing?$/, '')) : word
  return word.endsWith('ed') && word.length > 3 ? baseOf(word.slice(0, -2)) : word
}

/** Singular of a plural noun, lower case; the last part decides in "air-defences". */
export function singular(word: string): string {
  const whole = SINGULARS.get(word)
  if (whole !== undefined) return whole
  const last = word.lastIndexOf('-') + 1
  const part = SINGULARS.get(word.slice(last))
  if (last > 0 && part !== undefined) return word.slice(0, last) + part
  if (/[a-z]{2}men$/.test(word)) return `${word.slice(0, -2)}an`
  return withoutS(word)
}

/** Positive of a comparative or superlative, lower case: `heavy` for "heavier", "heaviest". */
export function positive(word: string, ending: 'er' | 'est'): string {
  const irregular = POSITIVES.get(word)
  if (irregular !== undefined) return irregular
  if (!word.endsWith(ending) || word.length < ending.length + 3) return word
  const stem = word.slice(0, -ending.length)
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1)
  return /(?:[^aeiou][aiou][cdgkmprstvz]|[^aeiouwlnr][cglsv]|[^aeiou]l|[lnr]g|rs|rc|nc|ns|bl|pl|at|fe|ee|u)$/.test(
    stem,
  ) && !/(?:ng|ll|ss|[aeiou]t)$/.test(stem)
    ? `${stem}e`
    : stem
}
