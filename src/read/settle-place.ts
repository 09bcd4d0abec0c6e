import type { Tag, VerbForm } from './document.ts'
import { POSSESSIVES } from './lexicon/function-words.ts'
import { IRREGULAR_FORMS } from './lexicon/irregular-verbs.ts'
import type { Guess } from './word-guess.ts'

/** A class and, for verbs and auxiliaries, an inflection. */
export interface Settled {
  readonly tag: Tag
  readonly form: VerbForm | null
}

/** A word among its neighbours: those before it settled, those behind it only guessed. */
export interface Place {
  readonly words: readonly Guess[]
  readonly at: number
  readonly tags: readonly Tag[]
  /** Index of the nearest word before that is no adverb and no "not"; -1 at the start. */
  readonly before: number
}

/** A class without inflection. */
export const plain = (tag: Tag): Settled => ({ tag, form: null })
/** A verb in one of its forms. */
export const verb = (form: VerbForm): Settled => ({ tag: 'verb', form })
/** Classes of words inside a noun phrase. */
export const NOMINAL: ReadonlySet<Tag> = new Set<Tag>(['noun', 'name', 'num', 'adj'])
/** The lower-case word at a place, or ''. */
export const lowerAt = (place: Place, at: number): string => place.words[at]?.lower ?? ''

/** First following word that is no adverb or "not", within three; undefined where a mark comes first. */
export function nextSolid(words: readonly Guess[], at: number): Guess | undefined {
  for (let next = at + 1; next <= at + 4; next += 1) {
    const word = words[next]
    if (!word) return undefined
    if (word.tag !== 'adv' && word.tag !== 'part') return word
  }
  return undefined
}

/** True when a word may be a past participle. */
export const canBeParticiple = (word: Guess | undefined): boolean =>
  word?.verb != null && (word.verb.form === 'past' || word.verb.form === 'participle' || isInvariant(word))
/** True for verbs whose past and participle look like the base ("hit", "put"). */
export const isInvariant = (word: Guess): boolean => {
  const irregular = IRREGULAR_FORMS.get(word.lower)
  return irregular !== undefined && irregular.base === word.lower
}
/** True for an auxiliary or a verb that is no gerund. */
export const isFinite = (word: Guess | undefined): boolean =>
  word !== undefined && (word.tag === 'aux' || (word.tag === 'verb' && word.verb?.form !== 'gerund'))
/** True for a word that may begin a noun phrase. */
export const opensNounPhrase = (word: Guess | undefined): boolean =>
  word !== undefined &&
  (word.tag === 'det' ||
    word.tag === 'name' ||
    word.tag === 'num' ||
    word.tag === 'adj' ||
    word.tag === 'noun' ||
    POSSESSIVES.has(word.lower))
