import type { ClaimPlace, Theatre } from '#domain'
import type { AttributionMention } from './attribution-parts.ts'
import type { ClaimDraft } from './claim-merge.ts'
import type { Trace } from './claim-trace.ts'
import type { Findings } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { DocumentSentence, TokenRange } from './document.ts'
import type { ClauseCertainty } from './hedges.ts'
import type { ResolvedHolder } from './holder-camps.ts'

/** The source a headline is credited to ("… – General Staff"), and where it stands. */
export interface Lead {
  readonly holder: ResolvedHolder
  readonly sentence: number
  readonly paragraph: number
  /** True where the lead stands in the paragraph behind it. */
  readonly alone: boolean
}

/** What a sentence takes over from those before it. */
export interface SentenceState {
  /** Whose voice the words without a speaker are: the report's outlet, or in a digest the paper a paragraph is credited to. */
  readonly outlet: ResolvedHolder
  /** The name of the report's own outlet, the last of every chain. */
  readonly publisher: string
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
  /** Who a headline names as its source, for the lead under it that names none; null where there is none. */
  readonly lead: Lead | null
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
