import type { Tag, VerbForm } from './document.ts'
import type { ParsedToken } from './model/tree.ts'

/** What the reader's rules ask of a word, told from its place in the tree. */
export interface WordClass {
  readonly tag: Tag
  readonly verbForm: VerbForm | null
  /** Dictionary form in lower case. */
  readonly lemma: string
}

const TAGS: Readonly<Record<string, Tag>> = {
  NOUN: 'noun',
  PROPN: 'name',
  VERB: 'verb',
  AUX: 'aux',
  ADJ: 'adj',
  ADV: 'adv',
  DET: 'det',
  PRON: 'pron',
  ADP: 'prep',
  CCONJ: 'conj',
  SCONJ: 'conj',
  NUM: 'num',
  PART: 'part',
  PUNCT: 'punct',
}
const FORMS: Readonly<Record<string, VerbForm>> = {
  VB: 'base',
  VBP: 'present',
  VBZ: 'present',
  VBD: 'past',
  VBN: 'participle',
  VBG: 'gerund',
  MD: 'base',
}

/** The class, inflection and dictionary form of a parsed word, from its Universal and Penn tags. */
export function classOf({ upos, xpos, lemma }: ParsedToken): WordClass {
  const tag = TAGS[upos] ?? 'other'
  return { tag, verbForm: tag === 'verb' || tag === 'aux' ? (FORMS[xpos] ?? null) : null, lemma: lemma.toLowerCase() }
}
