import type { ParsedSentence } from '../tree.ts'
import { childrenBy, tokenAt } from './children.ts'
import type { Found } from './confidence.ts'
import { laterConjuncts } from './conjuncts.ts'

/** A phrase with what ties it to its head: "near Bakhmut", "because of shelling", "last night" (no preposition). */
export interface Oblique extends Found {
  /** Lower case, all its words: `near`, `because of`, `west of`, `out of`; empty where the phrase has none. */
  readonly preposition: string
  /** The particle of the verb right before the preposition, lower case: `out` in "pulled out of Kherson"; empty where there is none. */
  readonly particle: string
}

const lower = (sentence: ParsedSentence, at: number): string => tokenAt(sentence, at).form.toLowerCase()

/** The preposition of a noun, lower case: `in`, `because of`, `from inside`; empty when it has none. */
export const prepositionOf = (sentence: ParsedSentence, at: number): string =>
  childrenBy(sentence, at, 'case')
    .filter(word => word < at)
    .flatMap(word => [word, ...childrenBy(sentence, word, 'fixed')])
    .sort((a, b) => a - b)
    .map(word => lower(sentence, word))
    .join(' ')

/**
 * Phrases that hang on a word, verb or noun, in order of the text, joined ones each by itself ("in Kherson and near
 * Izium"; one without a preposition takes the first's). "20 km west of Bakhmut" gives Bakhmut with `west of` too.
 */
export const obliques = (sentence: ParsedSentence, at: number): readonly Oblique[] =>
  [...phrases(sentence, at, []), ...throughAdverbs(sentence, at)].sort((a, b) => a.token - b.token)

function phrases(sentence: ParsedSentence, at: number, arcs: readonly number[]): readonly Oblique[] {
  return childrenBy(sentence, at, 'obl', 'nmod')
    .filter(child => tokenAt(sentence, child).relation !== 'nmod:poss')
    .flatMap(child => {
      const preposition = prepositionOf(sentence, child)
      const particle = particleBefore(sentence, at, child)
      const joined = laterConjuncts(sentence, child).map(other => ({
        token: other,
        arcs: [other, child, ...arcs],
        preposition: prepositionOf(sentence, other) || preposition,
        particle: prepositionOf(sentence, other) ? '' : particle,
      }))
      return [{ token: child, arcs: [child, ...arcs], preposition, particle }, ...joined]
    })
}

function particleBefore(sentence: ParsedSentence, head: number, phrase: number): string {
  const [first] = childrenBy(sentence, phrase, 'case')
  const before = first === undefined ? undefined : sentence.tokens[first - 1]
  return before?.head === head && ['compound:prt', 'advmod'].includes(before.relation) ? before.form.toLowerCase() : ''
}

/** "west of Kyiv", "outside of it", "ahead of the vote": an adverb or direction with its own phrase makes one preposition with it. */
const throughAdverbs = (sentence: ParsedSentence, at: number): readonly Oblique[] =>
  childrenBy(sentence, at, 'advmod', 'obl', 'nmod', 'advcl')
    .filter(child => isDirection(sentence, child))
    .flatMap(child =>
      phrases(sentence, child, [child])
        .filter(({ preposition }) => preposition === 'of' || preposition === 'from')
        .map(phrase => ({ ...phrase, preposition: `${lower(sentence, child)} ${phrase.preposition}` })),
    )

const isDirection = (sentence: ParsedSentence, at: number): boolean =>
  tokenAt(sentence, at).upos === 'ADV' ||
  /^(?:(?:north|south)?-?(?:east|west)(?:ern)?|north|south)$/.test(lower(sentence, at))

/** Words that describe a noun from within its phrase: adjectives, parts of compounds, possessors, numbers, in order of the text. */
export const modifiers = (sentence: ParsedSentence, at: number): readonly number[] =>
  childrenBy(sentence, at, 'amod', 'compound', 'nmod:poss', 'nummod', 'nmod:desc', 'flat').filter(
    child => tokenAt(sentence, child).relation !== 'compound:prt',
  )
