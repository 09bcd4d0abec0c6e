import type { Span } from '#domain'
import type { ParsedSentence, ParsedToken } from '../tree.ts'
import { childrenBy, isRelation, subtree, tokenAt } from './children.ts'

/** What a phrase keeps beside its core. */
export interface PhraseOptions {
  /** Relative clauses and participles within a noun phrase: "troops *who fled*"; kept when not given. */
  readonly relatives?: boolean
  /** Appositions within a noun phrase: "Kyiv, *the capital*"; kept when not given. */
  readonly appositions?: boolean
  /** Further members of its list: "Russia *and Belarus*"; kept when not given. */
  readonly conjuncts?: boolean
  /** Of a noun or adjective that is a predicate, its whole clause: "*the bridge is a* ruin", not "a ruin"; false when not given. */
  readonly clause?: boolean
}

/** Words that tie a phrase to what is outside it and are no part of it. */
const TIES = ['case', 'cc', 'mark', 'punct', 'discourse', 'cc:preconj']
/** What may follow a comma and still belong to a noun phrase. */
const AFTER_COMMA = [
  'conj',
  'appos',
  'flat',
  'list',
  'acl:relcl',
  'nmod:unmarked',
  'nummod',
  'amod',
  'cc',
  'punct',
  'det',
]

/**
 * The words of the phrase headed by `at`, a run without gaps, in order. Its preposition, conjunction and subordinator
 * are left out, as are punctuation marks at its ends and clauses set beside it; a noun phrase ends at a comma that
 * leaves it: one not followed by a list member, apposition or relative clause.
 */
export function phraseTokens(sentence: ParsedSentence, at: number, options: PhraseOptions = {}): readonly number[] {
  const kept = new Set(subtree(sentence, at, token => belongs(sentence, at, token, options)))
  const [first, last] = [runEnd(sentence, kept, at, -1), runEnd(sentence, kept, at, 1)]
  const run = Array.from({ length: last - first + 1 }, (_, step) => first + step)
  const cut = isClause(sentence, at, options) ? run : commaCut(sentence, at, run)
  return trimmed(sentence, cut, at)
}

/** Where the phrase headed by `at` stands in the text, half-open; never beyond the sentence. See `phraseTokens`. */
export function phraseSpan(sentence: ParsedSentence, at: number, options: PhraseOptions = {}): Span {
  const tokens = phraseTokens(sentence, at, options)
  return [tokenAt(sentence, tokens[0] ?? at).span[0], tokenAt(sentence, tokens.at(-1) ?? at).span[1]]
}

const isNominal = ({ upos }: ParsedToken): boolean =>
  ['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'DET', 'ADJ'].includes(upos)

function belongs(sentence: ParsedSentence, top: number, token: ParsedToken, options: PhraseOptions): boolean {
  const { relation, head } = token
  if (relation === 'parataxis' || relation === 'dep') return false
  if (head === top && relation !== 'punct' && TIES.includes(relation)) return false
  const isNoun = !isClause(sentence, top, options)
  if (isNoun && options.relatives === false && isRelation(relation, ['acl'])) return false
  if (isNoun && options.appositions === false && relation === 'appos') return false
  if (options.conjuncts === false && relation === 'conj' && head === top) return false
  // A predicate noun is a phrase of its own; its clause's other parts are not.
  return !(isNoun && head === top && isPredicate(sentence, top) && isRelation(relation, OF_CLAUSE))
}

/** What hangs on a predicate noun for its clause's sake. */
const OF_CLAUSE = ['nsubj', 'cop', 'aux', 'advcl', 'csubj', 'advmod', 'expl', 'obl', 'ccomp']

const isPredicate = (sentence: ParsedSentence, at: number): boolean =>
  childrenBy(sentence, at, 'cop', 'nsubj').length > 0

/** True when the phrase is a clause: of a verb, or of a predicate noun where that is asked for. */
const isClause = (sentence: ParsedSentence, at: number, options: PhraseOptions): boolean =>
  !isNominal(tokenAt(sentence, at)) || (options.clause === true && isPredicate(sentence, at))

/** How far the phrase reaches one way without a gap; punctuation inside is bridged. */
function runEnd(sentence: ParsedSentence, kept: ReadonlySet<number>, at: number, step: 1 | -1): number {
  let end = at
  for (let next = at + step; next >= 0 && next < sentence.tokens.length; next += step) {
    if (kept.has(next)) end = next
    else if (tokenAt(sentence, next).upos !== 'PUNCT') break
  }
  return end
}

/** Cuts the run before the first comma after its head that leaves the phrase. */
function commaCut(sentence: ParsedSentence, at: number, run: readonly number[]): readonly number[] {
  const leaving = run.find(index => {
    const next = sentence.tokens[index + 1]
    if (index <= at || tokenAt(sentence, index).form !== ',' || !next) return false
    return !staysInside(sentence, index + 1, at)
  })
  return leaving === undefined ? run : run.filter(index => index < leaving)
}

/** True when the branch that begins at `start` (the highest word whose subtree begins there) may follow a comma. */
function staysInside(sentence: ParsedSentence, start: number, top: number): boolean {
  let branch = tokenAt(sentence, start)
  while (branch.head !== null && branch.index !== top && Math.min(...subtree(sentence, branch.head)) >= start)
    branch = tokenAt(sentence, branch.head)
  // After a parenthesis ("Kyiv, the capital, and Lviv") the phrase goes on with what is above it.
  return AFTER_COMMA.includes(branch.relation) || isRelation(branch.relation, ['acl'])
}

/** Without punctuation at its ends; an opened bracket or quotation mark that is closed inside stays. */
function trimmed(sentence: ParsedSentence, run: readonly number[], at: number): readonly number[] {
  const isPunctuation = (index: number | undefined): boolean =>
    index !== undefined && index !== at && tokenAt(sentence, index).upos === 'PUNCT'
  let [from, to] = [0, run.length]
  while (from < to && isPunctuation(run[from])) from++
  while (to > from && isPunctuation(run[to - 1]) && !closesInside(sentence, run.slice(from, to))) to--
  return run.slice(from, to)
}

function closesInside(sentence: ParsedSentence, run: readonly number[]): boolean {
  const opener = { ')': '(', ']': '[' }[sentence.tokens[run.at(-1) ?? -1]?.form ?? '']
  return opener !== undefined && run.slice(1).some(index => tokenAt(sentence, index).form === opener)
}
