import type { Article, Reconciled } from '#domain'
import type { EvidenceInput } from './evidence.ts'
import { World } from './world.ts'

/** Everything learned so far. */
export interface ReconcileInput extends EvidenceInput {
  readonly articles: readonly Article[]
}

/**
 * What the claims make of the world, whole. Pure: the same input, in any order, gives the same rows with the same ids, and
 * so does the same input given to a `World` in portions. Every derived row names the claims it rests on, and its `learned`
 * is when the last of them was learned; `replaces` is left to the ledger but for figures, where it names the claimant's own
 * figure that is corrected.
 */
export function reconcile({ theatre, ...news }: ReconcileInput): Reconciled {
  const world = new World(theatre)
  world.take(news)
  return world.reconciled()
}
