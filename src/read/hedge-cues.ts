import type { HedgeKind } from '#domain'
import { groupBy } from '#kit'
import type { Document, DocumentSentence, TokenRange } from './document.ts'
import {
  APPROXIMATORS,
  DOUBTING_VERBS,
  HEDGE_ADJECTIVES,
  HEDGE_ADVERBS,
  HEDGE_NOUNS,
  HEDGE_PHRASES,
  LATER,
  TELLING_VERBS,
  UNNAMED_PEOPLE,
  UNSOURCED_PASSIVES,
  VAGUE_AMOUNTS,
} from './lexicon/hedge-cues.ts'
import type { ParsedToken } from './model/tree.ts'
import { passiveAgent } from './model/walk/arguments.ts'
import { childrenBy, tokenAt } from './model/walk/children.ts'
import { isNegated } from './model/walk/negation.ts'
import { isPassive, verbGroup } from './model/walk/verb-group.ts'

/** Words that leave a statement open, by the tokens of the document. */
export interface HedgeCue {
  readonly tokens: TokenRange
  readonly sentence: number
  readonly kind: HedgeKind
}

/** A cue by the words of its sentence. */
type Found = readonly [from: number, to: number, kind: HedgeKind]

/**
 * Every word by which a sentence is less than flat, whosever statement it weakens, told from the tree: modals that leave open
 * whether (not those that permit), verbs of seeming and doubting over their complement, the passive of holding and telling
 * that names nobody, people without a name who tell, amounts and numbers left vague, conditions and questions. In order of the text.
 */
export function findHedgeCues(document: Document): readonly HedgeCue[] {
  return document.sentences.flatMap(sentence =>
    sentence.boilerplate
      ? []
      : cuesOf(sentence).map(([from, to, kind]) => ({
          tokens: [sentence.tokens[0] + from, sentence.tokens[0] + to] as const,
          sentence: sentence.index,
          kind,
        })),
  )
}

function cuesOf(sentence: DocumentSentence): readonly Found[] {
  const parsed = { span: sentence.span, tokens: sentence.tree }
  const cues: Found[] = []
  for (let at = 0; at < parsed.tokens.length; ) {
    const cue = phraseAt(parsed.tokens, at) ?? wordAt(parsed, at)
    if (cue) cues.push(cue)
    at = cue ? Math.max(at + 1, cue[1]) : at + 1
  }
  return cues
}

type Parsed = Pick<DocumentSentence, 'span'> & { readonly tokens: readonly ParsedToken[] }

const isWord = (token: ParsedToken | undefined, word: string): boolean =>
  token !== undefined && (token.lemma === word || token.form.toLowerCase() === word)

const firstWords = groupBy(HEDGE_PHRASES, ([, [first]]) => first ?? '')

function phraseAt(tokens: readonly ParsedToken[], at: number): Found | null {
  const { form, lemma } = tokens[at] as ParsedToken
  const lower = form.toLowerCase()
  const known = [...(firstWords.get(lower) ?? []), ...(lemma === lower ? [] : (firstWords.get(lemma) ?? []))]
  const phrase = known.find(([, words]) => words.every((word, step) => isWord(tokens[at + step], word)))
  return phrase ? [at, at + phrase[1].length, phrase[0]] : null
}

function wordAt(parsed: Parsed, at: number): Found | null {
  const token = tokenAt(parsed, at)
  const kind = kindOf(parsed, token)
  return kind === 'unnamed' ? [unnamedFrom(parsed, at), at + 1, kind] : kind && [at, at + 1, kind]
}

function kindOf(parsed: Parsed, token: ParsedToken): HedgeKind | null {
  const lemma = token.lemma.toLowerCase()
  if (token.form === '?') return 'question'
  if (VAGUE_AMOUNTS.has(lemma) && isAmount(token)) return isBeforeNumber(parsed, token) ? 'approximate' : 'vague'
  switch (token.upos) {
    case 'AUX':
      return isOpenModal(parsed, token) ? 'modal' : null
    case 'ADV':
    case 'ADP':
      if (APPROXIMATORS.has(lemma) && isBeforeNumber(parsed, token)) return 'approximate'
      return token.upos === 'ADV' ? (HEDGE_ADVERBS.get(lemma) ?? null) : null
    case 'ADJ':
      return HEDGE_ADJECTIVES.has(lemma) ? 'likelihood' : null
    case 'NOUN':
      return HEDGE_NOUNS.has(lemma) ? 'evidential' : null
    case 'SCONJ':
      return lemma === 'if' || lemma === 'unless' ? 'condition' : lemma === 'whether' ? 'question' : null
    case 'VERB':
      return kindOfVerb(parsed, token, lemma)
    default:
      return null
  }
}

function kindOfVerb(parsed: Parsed, { index, relation }: ParsedToken, lemma: string): HedgeKind | null {
  const isUnsourced = UNSOURCED_PASSIVES.has(lemma) && relation !== 'amod' && isPassive(parsed, index)
  if (isUnsourced && tokenAt(parsed, index).xpos === 'VBN' && passiveAgent(parsed, index) === null) return 'evidential'
  if (unnamedSubject(parsed, index) !== null && TELLING_VERBS.has(lemma)) return 'unnamed'
  if (DOUBTING_VERBS.has(lemma) && childrenBy(parsed, index, 'xcomp', 'ccomp').length > 0) return 'doubt'
  return null
}

/** A determiner, or an adjective that stands before its noun or in its place: "certain towns", not "certain of it". */
const isAmount = ({ upos, relation, lemma }: ParsedToken): boolean =>
  (upos === 'DET' || upos === 'PRON' || upos === 'ADJ') &&
  /^(?:det|amod|nsubj|obj|obl|nmod|conj|root)/.test(relation) &&
  (lemma !== 'certain' || relation === 'amod')

const isBeforeNumber = (parsed: Parsed, { index }: ParsedToken): boolean => parsed.tokens[index + 1]?.upos === 'NUM'

/**
 * True for a modal that leaves open whether a thing is so: may, might; could, unless it tells that one was not able to; must of a
 * thing inferred ("must have fled"); would, unless it tells of a later time out of a report of the past ("said it would").
 */
function isOpenModal(parsed: Parsed, { lemma, head, xpos }: ParsedToken): boolean {
  if (xpos !== 'MD' || head === null) return false
  if (lemma === 'may' || lemma === 'might') return true
  if (lemma === 'could') return !isNegated(parsed, head)
  if (lemma === 'must') return verbGroup(parsed, head).perfect
  if (lemma !== 'would') return false
  const verb = tokenAt(parsed, head)
  const isReported = verb.relation === 'ccomp' && verb.head !== null && tokenAt(parsed, verb.head).xpos === 'VBD'
  return !isReported && !childrenBy(parsed, head, 'advmod').some(at => LATER.has(tokenAt(parsed, at).lemma))
}

/** The subject of an active verb where it is people without a name: no definite article, owner or name tells who. */
function unnamedSubject(parsed: Parsed, verb: number): number | null {
  const [subject] = childrenBy(parsed, verb, 'nsubj').filter(at => at < verb)
  if (subject === undefined || isPassive(parsed, verb)) return null
  const { lemma, xpos } = tokenAt(parsed, subject)
  const isPlural = xpos !== 'NN' && UNNAMED_PEOPLE.has(lemma.toLowerCase())
  const isNamed = childrenBy(parsed, subject, 'det', 'nmod:poss', 'appos', 'flat').some(
    at => !VAGUE_AMOUNTS.has(tokenAt(parsed, at).lemma),
  )
  return isPlural && !isNamed ? subject : null
}

/** Where the words of an unnamed speaker begin, when they stand just before the verb; else the verb itself. */
function unnamedFrom(parsed: Parsed, verb: number): number {
  const subject = unnamedSubject(parsed, verb)
  return subject !== null && verb - subject <= 2 ? subject : verb
}
