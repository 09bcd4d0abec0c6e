import type { Span } from '#domain'

/** One word of a sentence with its place in the tree. */
export interface ParsedToken {
  /** Position in its sentence, from 0. */
  readonly index: number
  /** Half-open, into the text that was parsed. */
  readonly span: Span
  readonly form: string
  /** Dictionary form: `seize` for "seized"; names keep their capitals. */
  readonly lemma: string
  /** Universal part of speech: NOUN, PROPN, VERB, AUX … */
  readonly upos: string
  /** Penn Treebank tag: VBD, VBN, NNP … */
  readonly xpos: string
  /** Index of the word it hangs on, or null for the root of the sentence. */
  readonly head: number | null
  /** Universal Dependencies relation with its subtype: `nsubj:pass`, `obl:agent`, `conj`; `root` for the root alone. */
  readonly relation: string
  /** How sure the parser is of `head`, 0–1: the share of its belief that went to the head it chose. */
  readonly confidence: number
}

/** A sentence and its one tree. */
export interface ParsedSentence {
  /** Half-open, into the text that was parsed. */
  readonly span: Span
  /** In order of the text; exactly one has no head. Never empty. */
  readonly tokens: readonly ParsedToken[]
}
