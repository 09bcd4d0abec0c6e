import type { Tense } from '#domain'
import type { Token } from './document.ts'
import type { ParsedSentence } from './model/tree.ts'
import { childrenBy, tokenAt } from './model/walk/children.ts'
import { negations } from './model/walk/negation.ts'
import { auxiliaries, isPassive } from './model/walk/verb-group.ts'
import type { VerbGroup } from './verb-group.ts'
import { BE, HAVE, MODALS, PHRASAL } from './verb-words.ts'

const FUTURE = new Set(['will', "'ll", 'shall', 'would', 'wo', "'d", 'could'])

/**
 * The verb group of a predicate of a sentence (`at`: its place in the tree, whose first word is `tokens[base]`). A noun or adjective with a copula gives the
 * group of the copula, lemma `be`, the predicate itself standing after it. Null where the predicate has no verb at all.
 */
export function verbGroupAt(
  tokens: readonly Token[],
  base: number,
  tree: ParsedSentence,
  at: number,
): VerbGroup | null {
  const own = childrenBy(tree, at, 'aux', 'cop')
  const copula = own.filter(child => tokenAt(tree, child).relation === 'cop').at(-1)
  const verbal = ['VERB', 'AUX'].includes(tokenAt(tree, at).upos)
  if (copula === undefined && !verbal) return null
  const inner = copula ?? at
  const lead = auxiliaries(tree, at).filter(word => word < inner)
  const main = tokens[base + inner]
  if (!main) return null
  const words = lead.map(word => tokens[base + word]).filter(token => token !== undefined)
  const from = Math.min(inner, ...own.filter(word => word < inner && isClose(tree, word, inner)))
  const particle = particleAfter(tokens, base + inner, copula !== undefined)
  const lemma = copula === undefined ? main.lemma : 'be'
  const lowers = words.map(token => token.lower)
  // "Norway to send tanks", in a headline.
  const modal =
    lowers[0] === 'to'
      ? 'will'
      : (lowers.find(word => MODALS.has(word)) ?? (MODALS.has(main.lower) ? main.lower : null))
  return {
    tokens: [base + from, base + inner + (particle ? 2 : 1)],
    head: base + inner,
    lemma: particle ? `${lemma} ${particle}` : lemma,
    kind: kindOf(tree, at, main, words),
    passive: copula === undefined && isPassive(tree, at) && (words.length > 0 || isReduced(tree, at)),
    negated: isNegated(tree, at) || (lemma === 'be' && NO.has(tokens[base + inner + 1]?.lower ?? '')),
    modal,
    tense: tenseOf(main, lowers, modal),
    auxiliary: words.length > 0,
    perfect: lowers.some(word => HAVE.has(word)),
  }
}

const NO = new Set(['no', 'never', 'neither', 'not', "n't", 'n’t'])

/** True when nothing but auxiliaries, adverbs and marks stands between an auxiliary and its verb. */
const isClose = (tree: ParsedSentence, from: number, to: number): boolean =>
  tree.tokens
    .slice(from + 1, to)
    .every(
      ({ upos, relation }) =>
        ['ADV', 'AUX', 'PART', 'PUNCT'].includes(upos) || relation === 'advmod' || relation === 'det:predet',
    )

/** "the bridge *hit* by a missile": a participle that describes a noun or opens an aside. */
const isReduced = (tree: ParsedSentence, at: number): boolean =>
  ['acl', 'advcl'].includes(tokenAt(tree, at).relation) && tokenAt(tree, at).xpos === 'VBN'

/** Negated in itself or by what it shares; "no troops" in its arguments tells a number. */
const isNegated = (tree: ParsedSentence, at: number): boolean =>
  negations(tree, at).some(
    word => ['advmod', 'cc', 'cc:preconj'].includes(tokenAt(tree, word).relation) || isNoLonger(tree, word),
  )

const isNoLonger = (tree: ParsedSentence, word: number): boolean => {
  const { head } = tokenAt(tree, word)
  return head !== null && tokenAt(tree, head).relation === 'advmod'
}

function particleAfter(tokens: readonly Token[], main: number, copular: boolean): string | null {
  const next = tokens[main + 1]
  if (copular || !next || next.sentence !== tokens[main]?.sentence) return null
  return PHRASAL.has(`${tokens[main]?.lemma} ${next.lower}`) ? next.lower : null
}

function kindOf(tree: ParsedSentence, at: number, main: Token, lead: readonly Token[]): VerbGroup['kind'] {
  const first = lead[0] ?? main
  if (isInfinitive(tree, at)) return 'infinitive'
  if (first.verbForm === 'gerund' || first.lower === 'being' || first.lower === 'having') return 'gerund'
  if (lead.length > 0) return 'finite'
  if (main.verbForm === 'past' || main.verbForm === 'participle')
    return BE.has(main.lower) || HAVE.has(main.lower) ? 'finite' : 'bare'
  return 'finite'
}

/** "to seize", and what is joined to it without a "to" of its own: "to encircle and *seize*". */
export function isInfinitive(tree: ParsedSentence, at: number): boolean {
  const token = tokenAt(tree, at)
  if (childrenBy(tree, at, 'mark').some(mark => tokenAt(tree, mark).lemma === 'to')) return true
  const shares = token.relation === 'conj' && token.xpos === 'VB' && childrenBy(tree, at, 'aux', 'nsubj').length === 0
  return shares && token.head !== null && isInfinitive(tree, token.head)
}

function tenseOf(main: Token, lowers: readonly string[], modal: string | null): Tense {
  const perfect = lowers.some(word => HAVE.has(word))
  if (modal && FUTURE.has(modal)) return perfect ? 'past' : 'future'
  if (perfect) return 'past'
  const first = lowers[0] ?? main.lower
  if (['was', 'were', 'did', 'had'].includes(first)) return 'past'
  return lowers.length === 0 && (main.verbForm === 'past' || main.verbForm === 'participle') ? 'past' : 'present'
}
