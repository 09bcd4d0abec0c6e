import type { Tense } from '#domain'
import type { TokenRange } from './document.ts'

/** Auxiliaries and one main verb that belong together ("has not yet been taken"). */
export interface VerbGroup {
  /** From the first auxiliary to the main verb and its particle. */
  readonly tokens: TokenRange
  /** Index of the main verb. */
  readonly head: number
  /** Dictionary form of the main verb, `be` for a copula; with its particle after a space (`shoot down`). */
  readonly lemma: string
  /** `bare`: a past form without auxiliary that may be finite or a participle; the clauses decide. */
  readonly kind: 'finite' | 'infinitive' | 'gerund' | 'bare'
  readonly passive: boolean
  readonly negated: boolean
  /** First modal ("will", "may"), or null. */
  readonly modal: string | null
  readonly tense: Tense
  /** True when the group opens with an auxiliary. */
  readonly auxiliary: boolean
  readonly perfect: boolean
}
