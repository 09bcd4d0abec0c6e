import type { ClaimPlace, Theatre } from '#domain'
import type { AttributionMention } from './attribution-parts.ts'
import type { ClaimDraft } from './claim-merge.ts'
import type { Trace } from './claim-trace.ts'
import type { Findings } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { DocumentSentence, TokenRange } from './document.ts'
import type { ClauseCertainty } from './hedges.ts'
import type { ResolvedHolder } from './holder-camps.ts'

/** What a sentence takes over from those before it. */
export interface SentenceState {
  readonly outlet: ResolvedHolder
  /** The holder of the section (a labelled view), or null. */
  readonly section: ResolvedHolder | null
  /** Speakers so far, latest last. */
  readonly holders: readonly ResolvedHolder[]
  /** Places of the last claim that had any. */
  readonly places: readonly ClaimPlace[]
  readonly paragraph: number
  /** Speaker of the sentence before when it was attributed as a whole, else null. */
  readonly last: ResolvedHolder | null
  /** The person the sentence before was about, or null. */
  readonly person: ResolvedHolder | null
  /** Who acted in the last claim, for "it" and "they". */
  readonly agent: string | null
  /** True when `last` spoke in the same paragraph. */
  readonly fresh: boolean
  /** The claim before in the paragraph, for "denied this"; null when there is none. */
  readonly claim: ClaimDraft | null
}

/** All that the claims of one sentence are read from. */
export interface Context {
  /** What was found in this sentence, and in the whole report. */
  readonly findings: Findings
  readonly whole: Findings
  readonly sentence: DocumentSentence
  readonly clauses: readonly Clause[]
  readonly attributions: readonly (AttributionMention & { readonly holder: ResolvedHolder | null })[]
  readonly certainties: readonly ClauseCertainty[]
  readonly hidden: readonly TokenRange[]
  readonly theatre: Theatre
  /** Is told what becomes of each clause; null where nobody asks. */
  readonly trace: Trace | null
}
