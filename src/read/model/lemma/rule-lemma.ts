import { closedLemma } from './closed-words.ts'
import { positive, singular, verbBase } from './rules.ts'

/** Straight quotes and plain dashes for the typographic ones: one spelling for look-ups. */
export const straight = (form: string): string => form.replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"')

/** Abbreviations and code names ("HIMARS", "S400", "iPhone"): their capitals are part of the word, not of its place in the sentence. */
const keepsCapitals = (form: string): boolean =>
  /^\p{Ll}?\p{Lu}[\p{Lu}\d.&-]*s?$/u.test(form) && form.length < 6
    ? form.length > 1
    : /\p{Ll}\p{Lu}/u.test(form) || /^\P{Lu}*\p{Lu}.*\d/u.test(form)

/** Adjectives of peoples and places ("Russian", "pro-Kyiv", "anti-NATO") keep their capital even where no list knows them. */
const OF_NAMES =
  /^\p{Lu}\p{L}*(?:ian|ean|ish|ese|qi|ani|eli|thi|unni|iite|mist|eni|ench|tch|rab|hai|eek|ech)$|^(?:pro|anti|non|ex|post|mid|trans)-\p{Lu}.*$/u

/** Written small in careless text, where their capital is meant: "saturday", "chicago". */
const SMALL_NAME = /^\p{Ll}{4,}$/u

function properLemma(form: string, upos: string, xpos: string): string {
  if (upos === 'PROPN' && SMALL_NAME.test(form)) return form.slice(0, 1).toUpperCase() + form.slice(1)
  if (xpos !== 'NNPS' || /(?:ss|us|is)$/.test(form)) return form
  if (!/\p{Ll}s$/u.test(form)) return form
  const low = form.toLowerCase()
  const one = singular(low)
  return low.startsWith(one) ? form.slice(0, one.length) : form.slice(0, 1) + one.slice(1)
}

const PUNCTUATION: ReadonlyMap<string, string> = new Map([
  ['–', '-'],
  ['—', '-'],
  ['``', '"'],
])

/** Lemma by rule alone: what is right for most words of a tag, exceptions left out. */
export function ruleLemma(form: string, upos: string, xpos: string): string {
  if (upos === 'PROPN' || xpos === 'NNP' || xpos === 'NNPS') return properLemma(form, upos, xpos)
  if (upos === 'PUNCT' || upos === 'SYM') return PUNCTUATION.get(form) ?? straight(form)
  if (xpos === 'CD') return form.replace(/(?<=\d),(?=\d{3})/g, '').toLowerCase()
  if (xpos === 'ADD') return form
  const word = straight(form).toLowerCase()
  if (form === 'I' && upos === 'PRON') return form
  const closed = closedLemma(word, xpos)
  if (closed !== null) return closed
  return openLemma(form, word, xpos)
}

function openLemma(form: string, word: string, xpos: string): string {
  if (xpos === 'NN') return keepsCapitals(form) ? form : word
  if (xpos === 'NNS') return keepsCapitals(form) ? form.replace(/(?<=\p{Lu}|\d)'?s$/u, '') : singular(word)
  if (xpos.startsWith('VB')) return verbBase(word, xpos)
  if (xpos === 'JJ') return OF_NAMES.test(form) || /^(?:\p{Lu}\.)+$|^\p{Lu}{2}$/u.test(form) ? form : word
  if (xpos === 'JJR' || xpos === 'RBR') return positive(word, 'er')
  if (xpos === 'JJS' || xpos === 'RBS') return positive(word, 'est')
  return word
}
