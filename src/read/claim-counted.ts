import type { ClaimType, Measure } from '#domain'
import type { ClauseView, Findings } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { Frame } from './frame.ts'

/** Measures that say by themselves what befell those counted, longest prefix first, with the type of claim that tells it. */
const TYPES: readonly (readonly [prefix: string, type: ClaimType])[] = [
  ['people.', 'harm.casualties'],
  ['personnel.', 'harm.losses'],
  ['munitions.shot-down', 'combat.interception'],
  ['munitions.', 'combat.strike'],
]

const typeOf = (measure: Measure | null): ClaimType | null =>
  TYPES.find(([prefix]) => measure?.startsWith(prefix))?.[1] ?? null

/**
 * "four *are missing*", "the number *stands at 12 dead*": what a clause is about where its verb tells nothing but its number
 * counts people by what became of them, or munitions by what was done with them; null where no number does.
 */
export function countedFrame(findings: Findings, view: ClauseView, clauses: readonly Clause[]): Frame | null {
  if (view.verb === null) return null
  const scope = new Set([...view.own, ...view.subjectTokens])
  const [from, to] = view.clause.tokens
  for (const { tokens, measure } of findings.quantities) {
    const type = scope.has(tokens[0]) ? typeOf(measure) : null
    const inside = tokens[0] >= from && tokens[1] <= to
    if (type === null || !(SAID.has(view.clause.relation) || inside)) continue
    if (toldBehind(tokens[1], view.clause, clauses)) continue
    if (type.startsWith('harm.') && SETTLING.some(tag => view.all.has(tag))) continue
    return { type, verb: '*', strength: 0.66 }
  }
  return null
}

/** "counted three missiles *that hit X*": what became of them is told in a clause of its own. */
const toldBehind = (to: number, own: Clause, clauses: readonly Clause[]): boolean =>
  clauses.some(
    ({ relation, tokens: [from], index }) =>
      index !== own.index && relation === 'relative' && from > to && from <= to + 4,
  )

/** Clauses said for themselves: one that only tells which thing is meant has no number but its own. */
const SAID: ReadonlySet<string> = new Set(['main', 'coordinate', 'complement', 'adverbial'])
/** Of dead and wounded one also tells in talks and courts, where they are no news of their own. */
const SETTLING = ['@sanction', '@deal', '@legal', '@money']
