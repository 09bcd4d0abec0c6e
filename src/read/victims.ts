import type { Document, DocumentSentence, Token } from './document.ts'
import { singularOf } from './lemmas.ts'
import { PEOPLE, PERSONNEL } from './lexicon/counted.ts'
import { DEADLY, DYING, HARM_NOUNS, HARM_VERBS, type Harm, ROLES } from './lexicon/harm-words.ts'
import type { ParsedSentence, ParsedToken } from './model/tree.ts'
import { deepObject, surfaceSubject } from './model/walk/arguments.ts'
import { children, childrenBy, tokenAt } from './model/walk/children.ts'
import { readNumber } from './number-words.ts'

/** People of whom one predicate says what became of them. */
export interface Victims {
  readonly harm: Harm
  /** How many; null where the words name several without a number. */
  readonly count: number | null
  /** True where a number tells how many, false where they are named one by one. */
  readonly numbered: boolean
  /** True for "himself", "self": the doer. */
  readonly self: boolean
  readonly sentence: number
}

interface HeadCount {
  readonly count: number | null
  readonly numbered: boolean
}

interface Scene {
  readonly tokens: readonly Token[]
  /** Index in `tokens` of the tree's first word. */
  readonly base: number
  readonly tree: ParsedSentence
}

const SELF = /^(?:himself|herself|self)$/
const ONE = /^(?:he|she|him|her|himself|herself|self|someone|somebody|another|one|who|whom)$/
const TWO = /^(?:both|couple|pair|duo)$/
const OLD = /-?olds?$/
/** More than this at once is no count of people in one event but a year, an address or a tally. */
const MOST = 999

const lowerOf = (tree: ParsedSentence, at: number): string => tree.tokens[at]?.form.toLowerCase() ?? ''

/** A noun for somebody, or a name. */
function isPerson({ lemma, upos, form }: ParsedToken): boolean {
  const noun = singularOf(lemma.toLowerCase())
  return PEOPLE.has(noun) || PERSONNEL.has(noun) || ROLES.has(noun) || (upos === 'PROPN' && /^\p{Lu}/u.test(form))
}

/** "A 7-year-old": the number is an age, and the whole is one person. */
const isAgeAt = (tree: ParsedSentence, at: number): boolean => /^(?:-|–|-?years?|-?months?)/.test(lowerOf(tree, at + 1))

function ownCount({ tokens, base, tree }: Scene, at: number): HeadCount | null {
  const token = tokenAt(tree, at)
  const lower = lowerOf(tree, at)
  const numberAt = (word: number): HeadCount | null => {
    const number = readNumber(tokens, base + word, base + tree.tokens.length)
    return number && number.value <= MOST ? { count: number.value, numbered: true } : null
  }
  if (ONE.test(lower)) return { count: 1, numbered: false }
  if (token.upos === 'NUM') return isAgeAt(tree, at) ? { count: 1, numbered: false } : numberAt(at)
  if (TWO.test(lower)) return { count: 2, numbered: true }
  const old = OLD.test(lower)
  if (!old && !isPerson(token)) return null
  const number = childrenBy(tree, at, 'nummod').find(child => child < at)
  const told = number === undefined || isAgeAt(tree, number) ? null : numberAt(number)
  return told ?? { count: token.xpos === 'NNS' && !old ? null : 1, numbered: false }
}

/** How many people a phrase names, its list included: "a man and 3 women" are four. Null where it names no people. */
function headCount(scene: Scene, at: number): HeadCount | null {
  const own = ownCount(scene, at)
  if (!own) return null
  const { tree } = scene
  const others = childrenBy(tree, at, 'conj')
    .filter(other => isPerson(tokenAt(tree, other)) && !isFate(tree, other))
    .flatMap(other => headCount(scene, other) ?? [])
  return others.reduce(
    (sum, other) => ({
      count: sum.count === null || other.count === null ? (sum.count ?? other.count) : sum.count + other.count,
      numbered: sum.numbered || other.numbered,
    }),
    own,
  )
}

/** "Two dead and five wounded": a word for what became of people is no further person of the list. */
const isFate = (tree: ParsedSentence, at: number): boolean =>
  /^(?:dead|injured|wounded|killed|hurt)$/.test(lowerOf(tree, at))

/** What a word says became of people, and who of those around it suffered it; null for a word that says nothing of the kind. */
function fateAt(tree: ParsedSentence, at: number): { readonly harm: Harm; readonly who: number | null } | null {
  const { lemma, upos } = tokenAt(tree, at)
  const word = lemma.toLowerCase()
  const done = upos === 'VERB' ? HARM_VERBS.get(word) : undefined
  // What is shot down is a drone or an aircraft.
  if (
    done &&
    !(word === 'shoot' && children(tree, at).some(child => tokenAt(tree, child).form.toLowerCase() === 'down'))
  )
    return { harm: done, who: throughDeed(tree, deepObject(tree, at)?.token ?? null) }
  if ((upos === 'VERB' || upos === 'ADJ') && DYING.has(word))
    return { harm: 'killed', who: surfaceSubject(tree, at)?.token ?? null }
  const named = upos === 'NOUN' ? HARM_NOUNS.get(word) : undefined
  return named ? { harm: named, who: sufferer(tree, at) } : null
}

/** "The murder of his neighbour, who was stabbed": a deed is not stabbed, whoever suffered it is. */
const throughDeed = (tree: ParsedSentence, who: number | null): number | null =>
  who !== null && HARM_NOUNS.has(tokenAt(tree, who).lemma.toLowerCase()) ? sufferer(tree, who) : who

/** "The killing of two men", "the girl's death", "a teen murder". */
function sufferer(tree: ParsedSentence, at: number): number | null {
  const whose = childrenBy(tree, at, 'nmod').find(child =>
    childrenBy(tree, child, 'case').some(mark => /^(?:of|['’]s?)$/.test(lowerOf(tree, mark))),
  )
  return whose ?? childrenBy(tree, at, 'compound').find(child => isPerson(tokenAt(tree, child))) ?? null
}

/** "fatally shot", "shot dead", "shot to death", "the shooting death of". */
function isDeadly(tree: ParsedSentence, at: number): boolean {
  const beside = [at - 1, at + 1, ...children(tree, at)].map(word => lowerOf(tree, word))
  return beside.some(word => DEADLY.has(word)) || (lowerOf(tree, at + 1) === 'to' && lowerOf(tree, at + 2) === 'death')
}

/** "attempted murder of", "could have killed", "was not hit": told as not having come about. */
function isUnreal(tree: ParsedSentence, at: number): boolean {
  const { head, upos } = tokenAt(tree, at)
  const beside = [...children(tree, at), ...(head === null ? [] : [head])]
  if (upos === 'NOUN') return beside.some(word => lowerOf(tree, word).startsWith('attempt'))
  return childrenBy(tree, at, 'aux', 'advmod').some(word =>
    /^(?:could|might|may|would|will|can|not|n['’]t|never)$/.test(lowerOf(tree, word)),
  )
}

/** "killed his brother and then *himself*". */
const isDoneToSelf = (tree: ParsedSentence, at: number): boolean =>
  tree.tokens.some(
    ({ index }) => index > at && SELF.test(lowerOf(tree, index)) && /^(?:and|then|,)$/.test(lowerOf(tree, index - 1)),
  )

function victimsIn(
  document: Document,
  { tokens: [base], tree: words, span, index }: DocumentSentence,
): readonly Victims[] {
  const tree = { span, tokens: words }
  return words.flatMap(({ index: at }) => {
    const fate = fateAt(tree, at)
    if (!fate || fate.who === null || isUnreal(tree, at)) return []
    const counted = headCount({ tokens: document.tokens, base, tree }, fate.who)
    if (!counted) return []
    const harm = fate.harm === 'struck' && isDeadly(tree, at) ? 'killed' : fate.harm
    const victims = { harm, ...counted, self: SELF.test(lowerOf(tree, fate.who)), sentence: index }
    const doer = { harm, count: 1, numbered: false, self: true, sentence: index }
    return !victims.self && isDoneToSelf(tree, at) ? [victims, doer] : [victims]
  })
}

/**
 * Finds who is said to have been killed, wounded or struck, counted one by one where no number tells ("a man", "his wife and
 * son", "Ivan Petrenko"), in order of the text: one entry a predicate, so that the same person may come back. Attempts, fears and denials give none.
 */
export const findVictims = (document: Document, sentences: readonly DocumentSentence[]): readonly Victims[] =>
  sentences.flatMap(sentence => victimsIn(document, sentence))
