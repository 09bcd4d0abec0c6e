import type { ParsedSentence, ParsedToken } from './tree.ts'
import { ancestors, children, childrenBy, isTree, rootOf, subtree, tokenAt } from './walk/index.ts'

/**
 * Mends what a parser of English news is known to get wrong, by rules that look at one tree:
 *
 * 1. "According to X" says where a whole clause comes from, yet is often hung on the nearest verb: its X is hung on the
 *    root of the sentence where the phrase opens or ends it, else on the head of the clause it stands in, relative ones it opens among them.
 * 2. "That" before another subject or a full clause introduces it ("a chance that Russia will take it"): neither subject
 *    nor object.
 * 3. Two subjects of one verb side by side are one: after "the spokesman" a name is its apposition; without an article the
 *    title describes the name ("spokesman Serhiy Melnyk said"), as UD English has it; a phrase between commas after
 *    another is its apposition.
 * 4. A participle with a subject and no auxiliary, beside another clause (", the group calculated from maps"), is a past
 *    tense: its subject is the doer.
 *
 * An arc made by rule keeps the lower confidence of those it rests on. The words stay as they are and where they are; a
 * tree that needs no mending is returned itself, and mending twice changes nothing more.
 */
export const repair = (sentence: ParsedSentence): ParsedSentence =>
  [liftAccording, freeThat, joinSubjects, settlePast].reduce((mended, rule) => rule(mended), sentence)

/** New arcs for some words: the fields that change, by index. */
type Changes = ReadonlyMap<number, Partial<Omit<ParsedToken, 'index' | 'span' | 'form'>>>

/** The tree with some words changed; as it was where the changes would close a ring. */
function change(sentence: ParsedSentence, changes: Changes): ParsedSentence {
  if (changes.size === 0) return sentence
  const tokens = sentence.tokens.map(token => ({ ...token, ...changes.get(token.index) }))
  return isTree(tokens) ? { ...sentence, tokens } : sentence
}

const isWord = (sentence: ParsedSentence, at: number, form: string): boolean =>
  sentence.tokens[at]?.form.toLowerCase() === form

function liftAccording(sentence: ParsedSentence): ParsedSentence {
  const phrase = sentence.tokens.find(
    ({ index }) => isWord(sentence, index, 'according') && isWord(sentence, index + 1, 'to'),
  )
  if (!phrase) return sentence
  const source = sourceOf(sentence, phrase)
  const target = source === null ? null : scopeOf(sentence, source)
  if (source === null || target === null || isHungOn(sentence, source, target)) return sentence
  return change(sentence, new Map([[source, { head: target, relation: 'obl', confidence: phrase.confidence }]]))
}

const isHungOn = (sentence: ParsedSentence, at: number, target: number): boolean =>
  tokenAt(sentence, at).head === target && tokenAt(sentence, at).relation === 'obl'

/** The noun "according to" belongs to: the word it is the case of, or, hung the other way round, the phrase below it. */
function sourceOf(sentence: ParsedSentence, { index, relation, head }: ParsedToken): number | null {
  if (relation === 'case') return head
  return childrenBy(sentence, index, 'obl', 'nmod').length > 0 ? index : null
}

/** The head of the clause the phrase speaks of; null when that lies within the phrase itself. */
function scopeOf(sentence: ParsedSentence, source: number): number | null {
  const words = subtree(sentence, source)
  const isOpen = ({ index, upos }: ParsedToken): boolean => upos !== 'PUNCT' && !words.includes(index)
  const outside = sentence.tokens.filter(isOpen).map(({ index }) => index)
  const [first = source, last = source] = [words[0], words.at(-1)]
  const isAtEdge = outside.every(index => index > first) || outside.every(index => index < last)
  const above = ancestors(sentence, source)
  const clause = above.find(at => isClause(sentence, at, source))
  return (isAtEdge && above.length > 0 ? rootOf(sentence) : clause) ?? null
}

/** True for the head of a clause a source can be given for: one that states something, or a relative one the phrase opens ("which, according to"). */
function isClause(sentence: ParsedSentence, at: number, source: number): boolean {
  const { relation, head } = tokenAt(sentence, at)
  if (relation === 'conj') return childrenBy(sentence, at, 'nsubj').length > 0
  return (
    ['root', 'ccomp', 'parataxis'].includes(relation) ||
    (relation === 'acl:relcl' && source < at && source > (head ?? 0))
  )
}

/** "that" taken for the subject or object of a clause that has both its own: a conjunction, and the clause no relative one. */
function freeThat(sentence: ParsedSentence): ParsedSentence {
  const changes = new Map<number, Partial<ParsedToken>>()
  for (const { index, form, relation, head, confidence } of sentence.tokens) {
    if (form.toLowerCase() !== 'that' || head === null) continue
    // "the claim *that* it had been taken": a conjunction already, so the clause is no relative one.
    if (relation === 'mark' && tokenAt(sentence, head).relation === 'acl:relcl') changes.set(head, { relation: 'acl' })
    if (!['nsubj', 'nsubj:pass', 'obj'].includes(relation)) continue
    const rivals = childrenBy(sentence, head, relation.split(':')[0] ?? relation).filter(at =>
      isRival(sentence, at, index),
    )
    const governs = relation === 'obj' && childrenBy(sentence, head, 'xcomp', 'ccomp').length > 0
    if (rivals.length === 0 || governs || index > head || children(sentence, index).length > 0) continue
    changes.set(index, { relation: 'mark', upos: 'SCONJ', xpos: 'IN', lemma: 'that', confidence })
    if (tokenAt(sentence, head).relation === 'acl:relcl') changes.set(head, { relation: 'acl' })
  }
  return change(sentence, changes)
}

/** A later noun or name with the same role; "let me have" takes two objects rightly. */
const isRival = (sentence: ParsedSentence, at: number, that: number): boolean =>
  at > that && (tokenAt(sentence, at).upos !== 'PRON' || tokenAt(sentence, at).relation !== 'obj')

function joinSubjects(sentence: ParsedSentence): ParsedSentence {
  const changes = new Map<number, Partial<ParsedToken>>()
  for (const { index } of sentence.tokens) {
    const subjects = childrenBy(sentence, index, 'nsubj').filter(
      at => !tokenAt(sentence, at).relation.endsWith(':outer'),
    )
    const [first, second] = subjects.map(at => tokenAt(sentence, at))
    if (!first || !second) continue
    const confidence = Math.min(first.confidence, second.confidence)
    if (isName(sentence, first, second) && !hasArticle(sentence, first))
      changes.set(first.index, { head: second.index, relation: 'nmod:desc', confidence })
    else if (isName(sentence, first, second) || isEnclosed(sentence, first, second))
      changes.set(second.index, { head: first.index, relation: 'appos', confidence })
  }
  return changes.size === 0 ? sentence : joinSubjects(change(sentence, changes))
}

/** What stands between two phrases. */
const between = (sentence: ParsedSentence, first: ParsedToken, second: ParsedToken): readonly ParsedToken[] =>
  sentence.tokens.slice((subtree(sentence, first.index).at(-1) ?? 0) + 1, subtree(sentence, second.index)[0])

/** A noun and, right after it, a name: "spokesman Serhiy Melnyk". */
const isName = (sentence: ParsedSentence, first: ParsedToken, second: ParsedToken): boolean =>
  (first.upos === 'NOUN' || (first.upos === 'PROPN' && hasArticle(sentence, first))) &&
  second.upos === 'PROPN' &&
  areNeighbours(sentence, first, second)

const areNeighbours = (sentence: ParsedSentence, first: ParsedToken, second: ParsedToken): boolean =>
  (subtree(sentence, first.index).at(-1) ?? 0) + 1 === subtree(sentence, second.index)[0]

const hasArticle = (sentence: ParsedSentence, noun: ParsedToken): boolean =>
  childrenBy(sentence, noun.index, 'det', 'nmod:poss').length > 0

/** A noun phrase between commas after another: "the institute, a think tank,". */
function isEnclosed(sentence: ParsedSentence, first: ParsedToken, second: ParsedToken): boolean {
  const words = subtree(sentence, second.index)
  const [last = second.index] = words.slice(-1)
  const isClosed = tokenAt(sentence, last).form === ',' || sentence.tokens[last + 1]?.form === ','
  const opening = [
    ...between(sentence, first, second),
    tokenAt(sentence, words[0] ?? 0),
    sentence.tokens[(words[0] ?? 0) - 1],
  ]
  const nominal = [first, second].every(({ upos }) => upos === 'NOUN' || upos === 'PROPN')
  return (
    nominal &&
    isClosed &&
    opening.some(token => token?.form === ',') &&
    between(sentence, first, second).every(({ upos }) => upos === 'PUNCT')
  )
}

/** "…, Agentstvo calculated from maps": English gives a participle no subject of its own without "was", so it is no passive. */
function settlePast(sentence: ParsedSentence): ParsedSentence {
  const changes = new Map<number, Partial<ParsedToken>>()
  for (const { index, relation, xpos } of sentence.tokens) {
    if (relation !== 'parataxis' || xpos !== 'VBN' || childrenBy(sentence, index, 'aux', 'mark').length > 0) continue
    const [subject] = childrenBy(sentence, index, 'nsubj:pass')
    if (subject === undefined) continue
    changes.set(index, { xpos: 'VBD' })
    changes.set(subject, { relation: 'nsubj' })
  }
  return change(sentence, changes)
}
