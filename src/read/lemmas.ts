import type { VerbForm } from './document.ts'
import { IRREGULAR_BASES, IRREGULAR_FORMS } from './lexicon/irregular-verbs.ts'
import { ED_OTHERS, ING_NOUNS, IRREGULAR_PLURALS } from './lexicon/nouns.ts'
import { NOUN_VERBS, PURE_VERBS } from './lexicon/verbs.ts'

/** A word read as a verb: its base, its form, and whether the lexicon knows the verb. */
export interface VerbReading {
  readonly base: string
  readonly form: VerbForm
  readonly known: boolean
}

/** True when a word is the base form of a verb we list. */
const isVerbBase = (word: string): boolean => PURE_VERBS.has(word) || NOUN_VERBS.has(word) || IRREGULAR_BASES.has(word)

const DOUBLED = /([bdfgklmnprtvz])\1$/

/** Finds the listed verb a stem belongs to: as it stands, with e, with the doubled letter undone, with y for i. */
function findBase(stem: string): string | null {
  if (isVerbBase(`${stem}e`) && !/[aeiouw]$/.test(stem.slice(-1)) && !isVerbBase(stem)) return `${stem}e`
  if (isVerbBase(stem)) return stem
  if (DOUBLED.test(stem) && isVerbBase(stem.slice(0, -1))) return stem.slice(0, -1)
  if (stem.endsWith('i') && isVerbBase(`${stem.slice(0, -1)}y`)) return `${stem.slice(0, -1)}y`
  return isVerbBase(`${stem}e`) ? `${stem}e` : null
}

/** The likeliest base of an unlisted stem, by English spelling. */
function guessBase(stem: string): string {
  if (/(?:ss|ll|zz|ff)$/.test(stem)) return stem
  if (DOUBLED.test(stem)) return stem.slice(0, -1)
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`
  return /(?:[aeiou][bcdgkpsuvz]|[^aeiou][cgsvuz]|at|ir|ur|ut|[^aeiou]l)$/.test(stem) ? `${stem}e` : stem
}

/** Prefixes under which a listed verb stays one ("re-took", "outmanned"). */
const PREFIXED = /^(?:re|over|under|out|mis|dis|un|counter|co|pre|de)-?(?=\p{L}{3})/u

/** Reads a lower-case word as a verb form, or null when it has the shape of none. */
export function readVerb(word: string): VerbReading | null {
  const irregular = IRREGULAR_FORMS.get(word)
  if (irregular) {
    const form = irregular.past ? 'past' : 'participle'
    return { base: irregular.base, form: isVerbBase(word) && word === irregular.base ? 'base' : form, known: true }
  }
  if (isVerbBase(word)) return { base: word, form: 'base', known: true }
  if (word.length > 4 && word.endsWith('ing')) return readStem(word.slice(0, -3), 'gerund')
  if (word.length > 3 && word.endsWith('ed') && !ED_OTHERS.has(word)) return readStem(word.slice(0, -2), 'past')
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) {
    const bare = word.slice(0, -1)
    if (isVerbBase(bare)) return { base: bare, form: 'present', known: true }
    if (word.endsWith('ies') && isVerbBase(`${word.slice(0, -3)}y`))
      return { base: `${word.slice(0, -3)}y`, form: 'present', known: true }
    if (word.endsWith('es') && isVerbBase(word.slice(0, -2)))
      return { base: word.slice(0, -2), form: 'present', known: true }
  }
  const prefix = PREFIXED.exec(word)?.[0]
  if (!prefix) return null
  const rest = readVerb(word.slice(prefix.length))
  return rest?.known ? { base: prefix + rest.base, form: rest.form, known: true } : null
}

function readStem(stem: string, form: VerbForm): VerbReading | null {
  if (!/[aeiouy]/.test(stem) || (form === 'gerund' && ING_NOUNS.has(`${stem}ing`) && !findBase(stem))) return null
  const base = findBase(stem)
  if (base) return { base, form, known: true }
  const prefix = PREFIXED.exec(stem)?.[0]
  const inner = prefix ? findBase(stem.slice(prefix.length)) : null
  return inner ? { base: `${prefix}${inner}`, form, known: true } : { base: guessBase(stem), form, known: false }
}

/** The singular of a noun, lower case; the word itself where it is singular or no rule applies. */
export function singularOf(word: string): string {
  const irregular = IRREGULAR_PLURALS[word]
  if (irregular !== undefined) return irregular
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|ics)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('men') && word.length > 4) return `${word.slice(0, -2)}an`
  return word.slice(0, -1)
}
