import type { AttributionMention } from './attribution-parts.ts'
import type { Clause } from './clauses.ts'
import type { HedgeMention } from './hedges.ts'

/** What the steps before found in each sentence, by sentence index. */
export interface SentenceParts {
  readonly clauses: readonly (readonly Clause[])[]
  readonly attributions: readonly (readonly AttributionMention[])[]
  readonly hedges: readonly HedgeMention[]
}
