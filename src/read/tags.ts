import type { Tag, VerbForm } from './document.ts'
import { isAdjective, readVerb, singularOf } from './lemmas.ts'
import { ADJECTIVE_ENDINGS, LY_ADJECTIVES, NOUN_LIKE } from './lexicon/adjectives.ts'
import { COMMON_NOUNS } from './lexicon/common-nouns.ts'
import { AUX_LEMMAS, FUNCTION_WORDS } from './lexicon/function-words.ts'
import { ING_NOUNS, IRREGULAR_PLURALS } from './lexicon/nouns.ts'
import { PURE_VERBS } from './lexicon/verbs.ts'
import { settleTag } from './settle-tag.ts'
import type { RawToken } from './tokens.ts'
import type { Guess } from './word-guess.ts'

/** A token with its class, dictionary form and inflection. `at` is its index in what was given. */
export interface TaggedWord {
  readonly at: number
  readonly lower: string
  readonly lemma: string
  readonly tag: Tag
  readonly verbForm: VerbForm | null
}

const CAPITAL = /^\p{Lu}/u
const NUMBER = /^[\d][\d.,:/\u00a0\u202f\u2009]*$/
const WORD = /[\p{L}\p{N}]/u
const PEOPLE =
  /^(?:.{2,}(?:ians?|eans?|ish|ese|lander?s?)|germans?|french|dutch|greeks?|swiss|czechs?|israelis?|iraqis?|pakistanis?|saudis?|arabs?|arabic|soviet|thai|kurds?|serbs?|croats?|yemenis?|uk-based|western|eastern|northern|southern|islamic|catholic|orthodox)$/
const CACHE_LIMIT = 20_000
const cache = new Map<string, Omit<Guess, 'at'>>()

/** Guesses a lower-case (or lowered) word by lexicon and ending. */
function guessWord(form: string, lower: string, capital: boolean): Omit<Guess, 'at'> {
  const fixed = FUNCTION_WORDS.get(lower)
  const verb = readVerb(lower)
  const singular = singularOf(lower)
  const noun =
    COMMON_NOUNS.has(lower) || COMMON_NOUNS.has(singular) || lower in IRREGULAR_PLURALS || NOUN_LIKE.has(lower)
  const adjective = isAdjective(lower)
  let tag: Tag = 'noun'
  if (fixed) tag = fixed
  else if (NUMBER.test(form)) tag = 'num'
  else if (/^\d[\d,]*(?:st|nd|rd|th)$/.test(lower)) tag = 'adj'
  else if (!WORD.test(form)) tag = /^[$€£¥₴₽%+=°#@§©®™^~<>|*\p{So}]/u.test(form) ? 'other' : 'punct'
  else if (adjective) tag = 'adj'
  else if (lower.endsWith('ly') && lower.length > 4 && !LY_ADJECTIVES.has(lower) && !COMMON_NOUNS.has(lower))
    tag = 'adv'
  else if (verb?.known && (PURE_VERBS.has(verb.base) || verb.form !== 'base') && !(noun && verb.form !== 'past'))
    tag = 'verb'
  else if (verb && !verb.known && !noun && !ING_NOUNS.has(lower)) tag = 'verb'
  else if (!noun && !capital && ADJECTIVE_ENDINGS.test(lower) && lower.length > 5) tag = 'adj'
  else if (/^(?:https?:|www\.)|@.+\./.test(lower)) tag = 'other'
  return { form, lower, tag, verb, adjective, noun, capital }
}

function guess(form: string, at: number): Guess {
  let known = cache.get(form)
  if (!known) {
    known = guessWord(form, form.toLowerCase(), CAPITAL.test(form))
    if (cache.size >= CACHE_LIMIT) cache.clear()
    cache.set(form, known)
  }
  return { ...known, at }
}

/** True when most longer words of a line have a capital: then capitals say nothing about names. */
function isTitleCase(guesses: readonly Guess[]): boolean {
  const long = guesses.filter(word => word.form.length > 3 && WORD.test(word.form) && word.tag !== 'num')
  return long.length >= 3 && long.filter(word => word.capital).length >= long.length * 0.75
}

/** Decides for a capitalised word whether it is a name, a people's adjective, or a plain word in capitals. */
function readCapital(word: Guess, first: boolean, titleCase: boolean, next: Guess | undefined): Tag {
  const acronym = word.form.length > 1 && word.form === word.form.toUpperCase() && /^[\p{Lu}\d.]+$/u.test(word.form)
  const fixed = FUNCTION_WORDS.has(word.lower)
  if (acronym && !titleCase && !(first && fixed)) return word.lower === 'i' ? 'pron' : 'name'
  if (word.lower === 'i' || word.lower === 'a') return word.tag
  if (/^(?:may|march)$/.test(word.lower) && !first) return 'name'
  if (fixed && (first || titleCase || !next?.capital)) return word.tag
  if (PEOPLE.test(word.lower) && !word.noun) {
    return word.lower.endsWith('s') && !/(?:swiss|ese)$/.test(word.lower) ? 'name' : 'adj'
  }
  if (!first && !titleCase) return 'name'
  const known = word.noun || word.adjective || word.verb?.known === true || word.tag === 'adv'
  if (!known) return 'name'
  const named = first && !titleCase && next?.capital === true && next.tag !== 'punct' && !next.adjective
  return named && !word.adjective && word.tag !== 'adv' && word.verb?.form !== 'gerund' ? 'name' : word.tag
}

/** The dictionary form that goes with a settled class. */
function lemmaOf(word: Guess, tag: Tag): string {
  if (tag === 'verb') return word.verb?.base ?? word.lower
  if (tag === 'aux') return AUX_LEMMAS[word.lower] ?? (/^['’]s$/.test(word.lower) ? 'be' : word.lower)
  if (tag === 'noun') return singularOf(word.lower)
  return word.lower
}

/**
 * Gives every token of one sentence its coarse class, dictionary form and inflection, by lexicon, ending and neighbours.
 * `headline` allows for title case, where capitals do not mark names. A shallow tagger, not a parse: on the test part of
 * the English Web Treebank 89 % of words get the class of their Universal Dependencies tag.
 */
export function tagTokens(tokens: readonly RawToken[], headline: boolean): TaggedWord[] {
  const guesses = tokens.map((token, at) => guess(token.form, at))
  const titleCase = headline && isTitleCase(guesses)
  const tags: Tag[] = []
  let first = true
  const read = guesses.map((word, at) => {
    const tag = word.capital ? readCapital(word, first, titleCase, guesses[at + 1]) : word.tag
    if (WORD.test(word.form)) first = false
    else if (/^[“"‘:]$/.test(word.form)) first = true
    return tag === word.tag ? word : { ...word, tag }
  })
  return read.map((word, at) => {
    const settled = settleTag(read, at, tags)
    tags.push(settled.tag)
    return { at, lower: word.lower, lemma: lemmaOf(word, settled.tag), tag: settled.tag, verbForm: settled.form }
  })
}
