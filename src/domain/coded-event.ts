import type { Article } from './article.ts'
import type { Claim, ClaimFigure, ClaimPlace, ClaimTime } from './claim.ts'
import type { ClaimType } from './codebook.ts'
import { makeId } from './id.ts'
import type { Source } from './source.ts'
import type { Span } from './span.ts'

/**
 * What a dataset of events (ACLED, UCDP-GED, …) codes in one of its rows. The row is kept as a report whose text is the row's
 * own words; the spans point into it. Such a report is not read: its one claim is what the row codes.
 */
export interface CodedEvent {
  /** The row's id in the dataset: a later edition of the row has the same. */
  readonly row: string
  readonly type: ClaimType
  /** The words of the claim: the row's notes, else its cells. */
  readonly span: Span
  readonly agent: string | null
  readonly target: string | null
  readonly places: readonly ClaimPlace[]
  readonly time: ClaimTime
  readonly figures: readonly ClaimFigure[]
  /** How far rows of this dataset can be trusted to be coded as they read, 0–1: near 1 by people, less by machine. */
  readonly confidence: number
}

const HOLDER_KIND = {
  outlet: 'outlet',
  agency: 'outlet',
  channel: 'channel',
  government: 'government',
  military: 'military',
  analyst: 'analyst',
  organisation: 'organisation',
} as const satisfies Readonly<Record<Source['kind'], Claim['holder']['kind']>>

/** The claim of a row: held by the dataset, stated flatly. */
export function codedClaim(article: Article, coded: CodedEvent, source: Source): Claim {
  const { type, span, agent, target, places, time, figures, confidence } = coded
  return {
    id: makeId('claim', { article: article.id, coded: { type, span } }),
    type,
    span,
    text: article.text.slice(span[0], span[1]),
    holder: { id: source.id, name: source.name, kind: HOLDER_KIND[source.kind], camp: source.camp, span: null },
    chain: [source.name],
    stance: 'asserts',
    certainty: 'stated',
    certaintyWords: null,
    certaintyScale: null,
    agent,
    target,
    places,
    time,
    figures,
    againstInterest: false,
    confidence,
    notes: [],
  }
}
