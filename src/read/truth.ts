import { TRUE_WORDS, UNTRUE_WORDS } from './lexicon/truth-words.ts'
import type { ParsedSentence } from './model/tree.ts'
import { childrenBy, tokenAt } from './model/walk/children.ts'
import { isNegated } from './model/walk/negation.ts'

/**
 * What a predicate says of something said: false for "is not true", "is a lie", "no truth", true for "is true", null for a
 * word that judges no truth. `bare`: also without a copula, as in "called it *a lie*".
 */
export function judgedTrue(tree: ParsedSentence, at: number, bare = false): boolean | null {
  const { lemma, form } = tokenAt(tree, at)
  const word = lemma.toLowerCase()
  const untrue = UNTRUE_WORDS.has(word) || UNTRUE_WORDS.has(form.toLowerCase())
  if (!untrue && !TRUE_WORDS.has(word)) return null
  if (!bare && !stands(tree, at)) return null
  // "is not the case": what is a case of something else says nothing of truth.
  if (word === 'case' && childrenBy(tree, at, 'compound', 'amod', 'nmod').length > 0) return null
  return untrue === isNegated(tree, at)
}

/** A predicate with a copula, or the noun that "there is" brings. */
const stands = (tree: ParsedSentence, at: number): boolean => {
  if (childrenBy(tree, at, 'cop').length > 0) return true
  const { head, relation } = tokenAt(tree, at)
  return (
    relation === 'nsubj' &&
    head !== null &&
    tokenAt(tree, head).lemma === 'be' &&
    childrenBy(tree, head, 'expl').length > 0
  )
}
