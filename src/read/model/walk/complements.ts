import type { ParsedSentence } from '../tree.ts'
import { ownSubject } from './arguments.ts'
import { childrenBy, subtree, tokenAt } from './children.ts'
import type { Found } from './confidence.ts'

/**
 * Heads of the clauses that tell what is said, thought, ordered or claimed, surest first: clausal complements of a verb
 * (`ccomp`, then `xcomp`); of a noun the clause with "that" or "whether" ("the claim that …"); of a verb that has neither,
 * speech set beside it: what follows a colon or comma, or the sentence it interrupts or ends ("…, he said").
 * What follows a semicolon is not what is said. Empty when none.
 */
export function complements(sentence: ParsedSentence, at: number): readonly Found[] {
  const own = ['ccomp', 'xcomp'].flatMap(relation =>
    found(childrenBy(sentence, at, relation).filter(clause => !isParted(sentence, clause))),
  )
  if (own.length > 0) return own
  const { upos } = tokenAt(sentence, at)
  if (upos === 'NOUN') return found(childrenBy(sentence, at, 'acl').filter(clause => isContentClause(sentence, clause)))
  return upos === 'VERB' ? spoken(sentence, at) : []
}

const found = (tokens: readonly number[]): readonly Found[] => tokens.map(token => ({ token, arcs: [token] }))

const isContentClause = (sentence: ParsedSentence, clause: number): boolean =>
  childrenBy(sentence, clause, 'mark').some(mark => ['that', 'whether'].includes(tokenAt(sentence, mark).lemma))

/** A clause after a semicolon is a statement of its own, whatever it hangs on. */
const isParted = (sentence: ParsedSentence, clause: number): boolean => opener(sentence, clause) === ';'

/** The mark a clause begins with or comes after, or null. */
function opener(sentence: ParsedSentence, clause: number): string | null {
  const [start = clause] = subtree(sentence, clause)
  const mark = [sentence.tokens[start], sentence.tokens[start - 1]].find(token => token?.upos === 'PUNCT')
  return mark?.form ?? null
}

/** What may stand before the words of one who speaks. */
const SPEECH_MARKS: ReadonlySet<string | null> = new Set([':', ',', '"', '“', '‘', '«', "'", '``'])

function spoken(sentence: ParsedSentence, verb: number): readonly Found[] {
  if (ownSubject(sentence, verb) === null || childrenBy(sentence, verb, 'obj').length > 0) return []
  const { relation, head } = tokenAt(sentence, verb)
  if (relation === 'parataxis' && head !== null) return [{ token: head, arcs: [verb] }]
  const beside = childrenBy(sentence, verb, 'parataxis')
  return found(beside.filter(clause => clause < verb || SPEECH_MARKS.has(opener(sentence, clause))))
}
