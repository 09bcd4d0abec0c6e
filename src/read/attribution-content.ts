import { cueKindOf } from './attribution-parts.ts'
import { nameBefore, subjectOf } from './attribution-source.ts'
import {
  branchOf,
  isMark,
  isQuoted,
  lowerAt,
  phraseRange,
  quoteAround,
  type SpeechView,
  trimWords,
  type WordRange,
} from './attribution-view.ts'
import type { ParsedToken } from './model/tree.ts'
import { childrenBy, subtree, tokenAt } from './model/walk/children.ts'

/** The words of a reporting clause itself: "the mayor of Sumy told reporters on Monday". */
export function reportingClause(view: SpeechView, verb: number): WordRange {
  const { tree } = view
  const said = childrenBy(tree, verb, 'ccomp', 'parataxis', 'conj', 'advcl', 'xcomp', 'dep')
  const outside = new Set(said.flatMap(at => subtree(tree, at)))
  const own = subtree(tree, verb).filter(at => !outside.has(at))
  const subject = subjectOf(view, verb)
  const phrase = subject === null ? nameBeside(view, verb) : phraseRange(view, subject)
  let [from, to] = [verb, verb + 1]
  if (phrase && phrase[0] < verb) from = phrase[0]
  if (phrase && phrase[0] > verb) to = phrase[1]
  while (from > 0 && own.includes(from - 1) && !isMark(view, from - 1)) from--
  while (from > 0 && ['cc', 'mark'].includes(tokenAt(tree, from - 1).relation)) from--
  const isOwn = (at: number): boolean => own.includes(at) && !isMark(view, at)
  while (isOwn(to) || (lowerAt(view, to) === ',' && isOwn(to + 1))) to++
  return [from, to]
}

/** "…,” NAME, a neighbour, says": who stands between the end of a quotation and a cue without a subject. */
function nameBeside(view: SpeechView, verb: number): WordRange | null {
  const name = isQuoted(view, verb) ? null : nameBefore(view, verb, 0)
  return name && name[0] > 1 && isMark(view, name[0] - 1) && isQuoted(view, name[0] - 2) ? name : null
}

/** Where what a cue governs ends, read on from `start`: at the end of the last branch under the cue that is no cue of its own. */
export function reachOf(view: SpeechView, verb: number, start: number): number {
  const { tree } = view
  let end = start
  for (let at = start; at < tree.tokens.length; at++) {
    if (isMark(view, at)) {
      if (lowerAt(view, at) === ';' && !isQuoted(view, at) && !saysFurther(view, at + 1, verb)) break
      continue
    }
    const branch = branchOf(tree, at, verb)
    if (!branch || (branch.index > start && endsContent(view, branch, verb)) || resumes(view, at)) break
    end = at + 1
  }
  return end
}

/** "said 188 came; *76 were downed*": the tree hangs what follows the semicolon on the cue too, and nobody else speaks there. */
function saysFurther(view: SpeechView, at: number, verb: number): boolean {
  const branch = branchOf(view.tree, at, verb)
  return branch?.relation === 'ccomp' && branch.index > verb && cueKindOf(branch.lemma) === null
}

/** "…, adding" within the words said, hung there by mistake: a cue of the same speaker goes on. */
function resumes(view: SpeechView, at: number): boolean {
  const { xpos, lemma } = tokenAt(view.tree, at)
  if (isQuoted(view, at) || xpos !== 'VBG' || cueKindOf(lemma) === null) return false
  return lowerAt(view, at - 1) === ',' || (isMark(view, at - 1) && lowerAt(view, at - 2) === ',')
}

/** A branch beside the words said: a joined verb, a cue of its own, "while …", "according to …". */
function endsContent(view: SpeechView, branch: ParsedToken, verb: number): boolean {
  const { tree } = view
  const { relation, index, xpos, lemma } = branch
  if (relation === 'conj') return !goesOnSaying(view, branch)
  if (relation.startsWith('nsubj') || isMeanwhile(view, branch, verb)) return true
  if (relation === 'parataxis') return !isQuoted(view, index) || isQuoted(view, verb)
  const first = subtree(tree, index)[0] ?? index
  const afterComma = lowerAt(view, first - 1) === ',' || lowerAt(view, first) === ','
  if (relation === 'advcl' && xpos === 'VBG' && afterComma && cueKindOf(lemma) !== null) return true
  return childrenBy(tree, index, 'case', 'mark').some(at => ['according', 'while'].includes(tokenAt(tree, at).lemma))
}

/** "X says he will stay *as troops near the capital*": in the present of a headline, what goes on meanwhile is the paper's own. */
function isMeanwhile(view: SpeechView, { index, relation }: ParsedToken, verb: number): boolean {
  const { tree } = view
  if (relation !== 'advcl' || tokenAt(tree, verb).xpos !== 'VBZ' || isQuoted(view, index)) return false
  const first = subtree(tree, index)[0] ?? index
  return lowerAt(view, first) === 'as' && childrenBy(tree, index, 'nsubj').some(at => tokenAt(tree, at).upos !== 'PRON')
}

/** "reported that eight had died and seven were hurt": a joined clause with a subject of its own, no cue and no comma before it. */
function goesOnSaying(view: SpeechView, { index, lemma }: ParsedToken): boolean {
  const first = subtree(view.tree, index)[0] ?? index
  const parted = isMark(view, first) || isMark(view, first - 1)
  return !parted && cueKindOf(lemma) === null && childrenBy(view.tree, index, 'nsubj').length > 0
}

/** The clause a verb takes, from its first word behind "that" to where the cue's reach ends; null where it takes none behind it. */
export function clauseAfter(view: SpeechView, verb: number, floor: number): WordRange | null {
  const clause = childrenBy(view.tree, verb, 'ccomp', 'xcomp').find(
    at => at > verb && lastOf(view, at) >= floor && isStated(view, at),
  )
  if (clause === undefined) return null
  const start = openingOf(view, clause, floor)
  const end = Math.max(reachOf(view, verb, start), quoteAround(view, start)?.[1] ?? 0)
  return trimWords(view, [start, end])
}

/** Words with a verb of their own behind a cue that the tree does not hang on it as a clause; null where there are none. */
export function looseClause(view: SpeechView, verb: number): WordRange | null {
  const { tree } = view
  const end = reachOf(view, verb, verb + 1)
  const states = tree.tokens
    .slice(verb + 1, end)
    .some(({ xpos, upos }) => (upos === 'VERB' || upos === 'AUX') && /^(?:VBD|VBZ|VBP|MD)$/.test(xpos))
  if (!states) return besideClause(view, verb)
  const that = tree.tokens
    .slice(verb + 1, end)
    .find(({ form, index, relation }) => form === 'that' && relation !== 'det' && lowerAt(view, index - 1) !== 'so')
  const first = childrenBy(tree, verb, 'obj', 'ccomp', 'parataxis', 'dep', 'advcl', 'xcomp').find(
    at => at > verb && !isReason(view, at),
  )
  const start = that ? that.index + 1 : first === undefined ? null : (subtree(tree, first)[0] ?? first)
  return start === null || start <= verb ? null : trimWords(view, [start, end])
}

/** "declared a truce *so that people can leave*", "*after* …": why or when it was said, not what. */
const isReason = (view: SpeechView, at: number): boolean =>
  tokenAt(view.tree, at).relation === 'advcl' &&
  /^(?:so|after|before|because|since|until|once|as)$/.test(lowerAt(view, subtree(view.tree, at)[0] ?? at))

/** A clause of its own, which "reported it sold" may have under the name of an infinitive. */
const isStated = ({ tree }: SpeechView, at: number): boolean =>
  tokenAt(tree, at).relation === 'ccomp' || childrenBy(tree, at, 'nsubj').length > 0

/** "As X explained, CONTENT": the rest of the sentence behind an aside that opens it; null for any other cue. */
export function afterAside(view: SpeechView, verb: number, clause: WordRange): WordRange | null {
  const { tree } = view
  const opens = lowerAt(view, clause[0]) === 'as'
  if (!opens || tokenAt(tree, verb).relation !== 'advcl' || trimWords(view, [0, clause[0]]) !== null) return null
  return lowerAt(view, clause[1]) === ',' ? trimWords(view, [clause[1], tree.tokens.length]) : null
}

const lastOf = ({ tree }: SpeechView, at: number): number => subtree(tree, at).at(-1) ?? at

/** The first word of a clause behind its "that" and the marks before it. */
function openingOf(view: SpeechView, clause: number, floor: number): number {
  let start = Math.max(subtree(view.tree, clause)[0] ?? clause, floor)
  while (
    start < clause &&
    (isMark(view, start) || (lowerAt(view, start) === 'that' && tokenAt(view.tree, start).relation === 'mark'))
  )
    start++
  return start
}

/** A clause right behind a cue that the tree hangs on what the cue itself hangs on. */
function besideClause(view: SpeechView, verb: number): WordRange | null {
  const { tree } = view
  const { head } = tokenAt(tree, verb)
  const branch = head === null ? null : branchOf(tree, verb + 1, head)
  if (!branch || branch.index <= verb || childrenBy(tree, branch.index, 'nsubj').length === 0) return null
  const words = subtree(tree, branch.index)
  return words[0] === verb + 1 ? trimWords(view, [verb + 1, (words.at(-1) ?? verb) + 1]) : null
}

/** "CONTENT, X said, CONTENT": what stands before a reporting clause, and goes on behind it; empty when it opens the sentence. */
export function aroundClause(view: SpeechView, verb: number, clause: WordRange, floor: number): readonly WordRange[] {
  const { tree } = view
  const edge = clause[0] - 1
  if (edge < 0 || !isMark(view, edge)) return []
  const { relation } = tokenAt(tree, verb)
  const isAs = relation === 'advcl' && childrenBy(tree, verb, 'mark').some(at => lowerAt(view, at) === 'as')
  const quoted = isQuoted(view, edge) || isQuoted(view, edge - 1)
  const before = childrenBy(tree, verb, 'ccomp').some(at => at < verb)
  const asAside = relation === 'parataxis' || before || isAs || endsSentence(view, verb, clause)
  if (isQuoted(view, verb) && !asAside) return []
  if (!quoted && !asAside) return []
  const first = trimWords(view, [floor, clause[0]])
  if (!first) return []
  const after = behind(view, verb, clause[1])
  return after ? [first, after] : [first]
}

/** "…, a paper claims": a cue with its subject behind a comma, with nothing under it, at the end of the sentence. */
function endsSentence(view: SpeechView, verb: number, clause: WordRange): boolean {
  const { tree } = view
  const { relation } = tokenAt(tree, verb)
  const subjects = childrenBy(tree, verb, 'nsubj').filter(at => at < verb && at >= clause[0])
  if (!['ccomp', 'conj', 'advcl', 'dep', 'acl:relcl'].includes(relation) || subjects.length === 0) return false
  if (lowerAt(view, clause[0] - 1) !== ',' || childrenBy(tree, verb, 'ccomp', 'xcomp', 'obj', 'cc', 'mark').length > 0)
    return false
  return tree.tokens.slice(verb + 1).every(({ index }) => isMark(view, index) || index < clause[1])
}

/** The second half of what is said around a reporting clause. */
function behind(view: SpeechView, verb: number, from: number): WordRange | null {
  const { tree } = view
  let start = from
  while (start < tree.tokens.length && isMark(view, start)) start++
  if (start === from || start >= tree.tokens.length) return null
  const quote = quoteAround(view, start)
  if (quote) return trimWords(view, [start, isQuoted(view, verb) ? tree.tokens.length : quote[1]])
  const { head, relation } = tokenAt(tree, verb)
  const clause = childrenBy(tree, verb, 'ccomp', 'advcl').find(at => at >= start && lowerAt(view, start) === 'that')
  if (clause !== undefined) return trimWords(view, [start + 1, reachOf(view, verb, start + 1)])
  if (relation !== 'parataxis' || head === null || !isMark(view, from)) return null
  let end = start
  for (let at = start; at < tree.tokens.length; at++)
    if (isMark(view, at) || (subtree(tree, head).includes(at) && branchOf(tree, at, verb) === null)) end = at + 1
    else break
  return trimWords(view, [start, end])
}

/** A quotation that opens right behind a reporting clause, or a clause set there after a colon or comma. */
export function quoteBehind(view: SpeechView, verb: number, from: number): WordRange | null {
  const { tree } = view
  let start = from
  while (start < tree.tokens.length && isMark(view, start)) start++
  if (start === from || (from - verb > 8 && lowerAt(view, from) !== ':')) return null
  const quote = quoteAround(view, start)
  if (quote && !isQuoted(view, verb)) {
    const branch = branchOf(tree, start, verb)
    return trimWords(view, [start, Math.max(quote[1], branch ? reachOf(view, verb, start) : 0)])
  }
  return lowerAt(view, from) === ':' ? trimWords(view, [start, tree.tokens.length]) : null
}
