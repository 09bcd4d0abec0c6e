import type { ClauseView, Findings } from './claim-view.ts'

/** "They *use* / *do not use* the Iskander", "has used it before": which arms are used, and no strike of its own. */
export const isHabit = ({ predicate, carriers, after }: ClauseView): boolean =>
  predicate?.lemma === 'use' &&
  carriers.length === 0 &&
  ((predicate.tense === 'present' && predicate.kind === 'finite' && !predicate.passive) || predicate.perfect) &&
  !after.has('@place') &&
  !after.has('@named')

/** "Norway *to send* troops": in a headline a plan, told of a state that does not fight as its act to come. */
export const isHeadlinePlan = (findings: Findings, { clause }: ClauseView): boolean =>
  clause.verb?.modal === 'will' && findings.document.tokens[clause.verb.tokens[0]]?.lower === 'to'
