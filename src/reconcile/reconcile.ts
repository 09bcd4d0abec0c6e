import type { Article, Reconciled } from '#domain'
import { countFigures } from './count-figures.ts'
import { type EvidenceInput, layEvidence } from './evidence.ts'
import { findDisputes } from './find-disputes.ts'
import { groupStories } from './group-stories.ts'
import { matchEvents } from './match-events.ts'
import { traceControl } from './trace-control.ts'
import { weighBeliefs } from './weigh-beliefs.ts'

/** Everything learned so far. */
export interface ReconcileInput extends EvidenceInput {
  readonly articles: readonly Article[]
}

/**
 * What the claims make of the world, whole. Pure: the same input, in any order, gives the same rows with the same ids.
 * Every derived row names the claims it rests on, and its `learned` is when the last of them was learned; `replaces` is
 * left to the ledger but for figures, where it names the claimant's own figure that is corrected.
 */
export function reconcile(input: ReconcileInput): Reconciled {
  const evidence = layEvidence(input)
  const events = matchEvents(evidence)
  const figures = countFigures(events, evidence)
  const control = traceControl(evidence)
  return {
    stories: groupStories(input.articles, evidence.claims),
    events,
    disputes: findDisputes({ events, figures, control }, evidence),
    figures,
    beliefs: weighBeliefs(events, evidence),
    control,
  }
}
