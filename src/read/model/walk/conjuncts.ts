import type { ParsedSentence } from '../tree.ts'
import { childrenBy, tokenAt } from './children.ts'

/** The first member of the list a word is in: itself when it is in none. */
export function firstConjunct(sentence: ParsedSentence, at: number): number {
  let token = tokenAt(sentence, at)
  while (token.relation === 'conj' && token.head !== null) token = tokenAt(sentence, token.head)
  return token.index
}

/** Later members that hang on `at`, and theirs ("a, b and c" may hang in a chain), in order of the text. */
export const laterConjuncts = (sentence: ParsedSentence, at: number): readonly number[] =>
  childrenBy(sentence, at, 'conj')
    .flatMap(child => [child, ...laterConjuncts(sentence, child)])
    .sort((a, b) => a - b)

/** All members of the list `at` is in, itself among them, in order of the text: "Russia, Belarus and Iran" from any of the three. */
export function conjuncts(sentence: ParsedSentence, at: number): readonly number[] {
  const first = firstConjunct(sentence, at)
  return [first, ...laterConjuncts(sentence, first)].sort((a, b) => a - b)
}
