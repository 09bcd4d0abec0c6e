import type { ClaimType, Stance } from '#domain'
import type { Clause } from './clauses.ts'
import type { Document } from './document.ts'

const REBUTTALS = [
  'not true',
  'is false',
  'are false',
  'was false',
  'untrue',
  'is fake',
  'are fake',
  'fake news',
  'no truth',
  'nothing to do with',
  'a lie',
  'are lies',
  'do not correspond',
  'does not correspond',
  'baseless',
  'groundless',
  'no evidence that',
  'is not the case',
  "isn't true",
  'not correspond to reality',
  'disinformation',
]
const DOUBTS = [
  'cast doubt',
  'casts doubt',
  'unclear whether',
  'not clear whether',
  'unclear if',
  'not clear if',
  'remains unclear',
  'questions whether',
  'open question',
  'doubts that',
  'doubted that',
  'sceptical that',
  'skeptical that',
  'not known whether',
  'casting doubt',
]

/**
 * The stance of a clause by itself. A plain negative or a zero asserts ("none were wounded"); a copula with "not" that
 * tells what something is not ("this is not a breakthrough") rebuts a proposition somebody might hold, and so does the
 * negative of an act in the field: "did not take X" must never count for X having been taken.
 */
export function stanceOf(document: Document, clause: Clause, type: ClaimType): Stance {
  const first = document.tokens[clause.tokens[0]]
  const last = document.tokens[clause.tokens[1] - 1]
  if (!first || !last) return 'asserts'
  const words = document.report.text.slice(first.span[0], last.span[1]).toLowerCase().replace(/’/g, "'")
  if (DOUBTS.some(phrase => words.includes(phrase))) return 'questions'
  if (REBUTTALS.some(phrase => words.includes(phrase)) || isUnevidenced(document, clause)) return 'denies'
  const act = type.startsWith('control.') || type.startsWith('combat.') || type === 'harm.damage'
  if (act && isNegated(document, clause, type)) return 'denies'
  return rebuts(document, clause) ? 'denies' : 'asserts'
}

/** "there is no evidence *X has left*": words that say nothing bears it out, right before the clause. */
function isUnevidenced(document: Document, { tokens: [at] }: Clause): boolean {
  const before = document.tokens.slice(Math.max(0, at - 4), at).map(({ lower }) => lower)
  const last = ['that', 'of'].includes(before.at(-1) ?? '') ? before.slice(0, -1) : before
  return EVIDENCE.has(last.at(-1) ?? '') && last.at(-2) === 'no'
}
const EVIDENCE = new Set(['evidence', 'proof', 'sign', 'signs', 'indication', 'indications', 'confirmation'])

/** "this isn't …", "nor is it …", "there are no Russian troops in …". */
function rebuts(document: Document, clause: Clause): boolean {
  const verb = clause.verb
  if (!verb?.negated || verb.lemma !== 'be' || isExistential(document, clause) || isAdditive(document, clause))
    return false
  const next = document.tokens[verb.tokens[1]]
  const after =
    next?.lower === 'not' || next?.lower === "n't" || next?.lower === 'n’t' ? document.tokens[verb.tokens[1] + 1] : next
  return (
    after?.tag === 'det' ||
    after?.lower === 'some' ||
    after?.lower === 'a' ||
    after?.lower === 'any' ||
    after?.lower === 'it' ||
    after?.lower === 'indicative'
  )
}

/** "there was no let up", "there are not enough shells": how much there is, not what somebody said there was. */
function isExistential(document: Document, clause: Clause): boolean {
  const verb = clause.verb
  const before = verb && document.tokens[verb.tokens[0] - 1]
  const next = verb && document.tokens[verb.tokens[1]]
  return (
    before?.lower === 'there' &&
    next?.lower !== "n't" &&
    !(next?.lower === 'not' && isAny(document, verb?.tokens[1] ?? 0))
  )
}
const isAny = (document: Document, at: number): boolean => ['a', 'any'].includes(document.tokens[at + 1]?.lower ?? '')

/** "not only …", "not just …" tells more, not the opposite. */
function isAdditive(document: Document, clause: Clause): boolean {
  const verb = clause.verb
  if (!verb) return false
  const words = document.tokens.slice(verb.tokens[0], verb.tokens[1] + 3).map(token => token.lower)
  const not = words.findIndex(word => word === 'not' || word === "n't" || word === 'n’t')
  return not >= 0 && ['only', 'just', 'merely', 'simply', 'solely'].includes(words[not + 1] ?? '')
}

/**
 * True when the predicate is negated. A negative subject counts where a side and its ground are told ("no Russian troops
 * entered X"); elsewhere it tells a number ("none hit the target", "no shells fell").
 */
export function isNegated(document: Document, clause: Clause, type: ClaimType): boolean {
  if (clause.verb?.negated) return !isAdditive(document, clause) && !isExistential(document, clause)
  const first = clause.subject ? document.tokens[clause.subject[0]] : undefined
  if (first === undefined) return false
  return type.startsWith('control.') ? NEGATIVE.has(first.lower) : NOBODY.has(first.lower)
}
/** Who did nothing of the sort; "none" and "no shells" count what came. */
const NOBODY = new Set(['nobody', 'neither'])
const NEGATIVE = new Set(['no', 'none', 'nobody', 'neither', 'nothing'])
