import type { Clause } from './clauses.ts'
import type { Document, DocumentSentence, Token, TokenRange } from './document.ts'
import { repair } from './model/repair.ts'
import type { ParsedSentence, ParsedToken } from './model/tree.ts'
import { childrenBy, tokenAt } from './model/walk/children.ts'
import { phraseTokens } from './model/walk/phrase.ts'
import { isPassive } from './model/walk/verb-group.ts'

/** A sentence as the grammar of attribution sees it: its mended tree, whose n-th word is token `from + n` of the document. */
export interface SpeechView {
  readonly document: Document
  readonly sentence: DocumentSentence
  readonly clauses: readonly Clause[]
  readonly tree: ParsedSentence
  readonly from: number
}

/** Half-open range of words of the sentence's tree, as opposed to tokens of the document. */
export type WordRange = readonly [from: number, to: number]

export const viewSpeech = (document: Document, sentence: DocumentSentence, clauses: readonly Clause[]): SpeechView => ({
  document,
  sentence,
  clauses,
  tree: repair({ span: sentence.span, tokens: sentence.tree }),
  from: sentence.tokens[0],
})

/** The token of the document that a word of the tree is. */
export const tokenOf = ({ document, from }: SpeechView, at: number): Token | undefined => document.tokens[from + at]

/** A range of words as tokens of the document. */
export const inDocument = ({ from }: SpeechView, range: WordRange): TokenRange => [from + range[0], from + range[1]]

/** The word at an index, in lower case; empty beyond the sentence. */
export const lowerAt = ({ tree }: SpeechView, at: number): string => tree.tokens[at]?.form.toLowerCase() ?? ''

export const isQuoted = (view: SpeechView, at: number): boolean => tokenOf(view, at)?.quoted ?? false

export const isMark = ({ tree }: SpeechView, at: number): boolean => tree.tokens[at]?.upos === 'PUNCT'

/** The whole phrase of a word, as a range. */
export function phraseRange({ tree }: SpeechView, at: number): WordRange {
  const words = phraseTokens(tree, at)
  return [words[0] ?? at, (words.at(-1) ?? at) + 1]
}

/** The child of `above` whose branch `at` stands in; null when it stands in none. */
export function branchOf(tree: ParsedSentence, at: number, above: number): ParsedToken | null {
  if (at >= tree.tokens.length) return null
  let token = tokenAt(tree, at)
  while (token.head !== null && token.head !== above) token = tokenAt(tree, token.head)
  return token.head === above ? token : null
}

/** A range of words without the marks at its ends; null when nothing is left. */
export function trimWords(view: SpeechView, [from, to]: WordRange): WordRange | null {
  let [start, end] = [Math.max(from, 0), Math.min(to, view.tree.tokens.length)]
  while (start < end && isMark(view, start)) start++
  while (end > start && isMark(view, end - 1)) end--
  return start < end ? [start, end] : null
}

/** Where the quotation a word stands in begins and ends; null for a word outside of quotation marks. */
export function quoteAround(view: SpeechView, at: number): WordRange | null {
  if (!isQuoted(view, at)) return null
  let [start, end] = [at, at + 1]
  while (start > 0 && isQuoted(view, start - 1)) start--
  while (end < view.tree.tokens.length && isQuoted(view, end)) end++
  return [start, end]
}

/** The preposition or particle right behind a verb that its lemma is looked up with: "call *for*", "accuse … *of*". */
export const caseOf = ({ tree }: SpeechView, at: number): string => {
  const [word] = childrenBy(tree, at, 'case', 'mark')
  return word === undefined ? '' : tokenAt(tree, word).lemma.toLowerCase()
}

/** The first word behind the label or dateline of the sentence. */
export function labelEnd({ tree, sentence: { label } }: SpeechView): number {
  return label
    ? Math.max(
        tree.tokens.findIndex(({ span }) => span[0] >= label[1]),
        0,
      )
    : 0
}

/** True for a passive cue; a bare participle with an active subject is a past form the tagger mistook ("the minister called for"). */
export function isUndergone({ tree }: SpeechView, verb: number): boolean {
  const subjects = childrenBy(tree, verb, 'nsubj').map(at => tokenAt(tree, at).relation)
  const bare = childrenBy(tree, verb, 'aux', 'cop').length === 0
  return isPassive(tree, verb) && !(bare && subjects.includes('nsubj') && !subjects.includes('nsubj:pass'))
}
