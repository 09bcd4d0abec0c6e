import type { ParsedSentence } from '../tree.ts'
import { childrenBy, tokenAt } from './children.ts'

const ADVERBS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'never',
  'neither',
  'nor',
  'nowhere',
  'hardly',
  'barely',
  'scarcely',
])
const NOBODY: ReadonlySet<string> = new Set(['nobody', 'nothing', 'none', 'no-one', 'neither'])

/**
 * Words that negate a predicate or noun, in order of the text; empty when it is affirmed. Scope by the tree: "not",
 * "n't", "never" that hang on it; "no" or "nobody" in its subject or object; "without" before it; "no longer"; and what
 * negates the verb it depends on as open complement ("did not manage to take") or is joined to in the same form ("did
 * not attack or seize"). "but" ends the scope.
 */
export function negations(sentence: ParsedSentence, at: number): readonly number[] {
  const own = [
    ...adverbs(sentence, at),
    ...determiners(sentence, at),
    ...inArguments(sentence, at),
    ...without(sentence, at),
  ]
  return [...new Set(own.length > 0 ? own : inherited(sentence, at))].sort((a, b) => a - b)
}

/** True when anything negates it. */
export const isNegated = (sentence: ParsedSentence, at: number): boolean => negations(sentence, at).length > 0

const adverbs = (sentence: ParsedSentence, at: number): readonly number[] =>
  childrenBy(sentence, at, 'advmod', 'cc:preconj', 'cc').flatMap(child => {
    if (tokenAt(sentence, child).lemma === 'not' && isNotOnly(sentence, child)) return []
    if (ADVERBS.has(tokenAt(sentence, child).lemma)) return [child]
    return childrenBy(sentence, child, 'advmod', 'det').filter(word => tokenAt(sentence, word).lemma === 'no')
  })

/** "not only … but also" affirms both. */
const isNotOnly = (sentence: ParsedSentence, at: number): boolean =>
  ['only', 'just', 'merely', 'simply'].includes(sentence.tokens[at + 1]?.lemma ?? '')

const determiners = (sentence: ParsedSentence, at: number): readonly number[] =>
  childrenBy(sentence, at, 'det').filter(child => ['no', 'neither'].includes(tokenAt(sentence, child).lemma))

const inArguments = (sentence: ParsedSentence, at: number): readonly number[] =>
  childrenBy(sentence, at, 'nsubj', 'obj', 'iobj').flatMap(child => [
    ...(NOBODY.has(tokenAt(sentence, child).lemma) ? [child] : []),
    ...determiners(sentence, child),
  ])

const without = (sentence: ParsedSentence, at: number): readonly number[] =>
  childrenBy(sentence, at, 'mark', 'case').filter(child => tokenAt(sentence, child).lemma === 'without')

function inherited(sentence: ParsedSentence, at: number): readonly number[] {
  const { head, relation, xpos } = tokenAt(sentence, at)
  if (head === null) return []
  if (relation === 'xcomp') return [...adverbs(sentence, head), ...inherited(sentence, head)]
  if (relation !== 'conj' || tokenAt(sentence, head).xpos !== xpos) return []
  const stands = childrenBy(sentence, at, 'nsubj', 'aux', 'cop').length > 0
  const isBut = childrenBy(sentence, at, 'cc').some(cc => ['but', 'yet'].includes(tokenAt(sentence, cc).lemma))
  return stands || isBut ? [] : [...adverbs(sentence, head), ...without(sentence, head), ...inherited(sentence, head)]
}
