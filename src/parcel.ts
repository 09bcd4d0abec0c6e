import type { Article } from '#domain'
import type { LedgerBatch } from '#ledger'

/** Reports learned at one moment, with what they came from. */
export type Parcel = Pick<
  LedgerBatch,
  | 'learned'
  | 'articles'
  | 'sources'
  | 'captures'
  | 'judgements'
  | 'subscriptions'
  | 'removed'
  | 'outages'
  | 'maps'
  | 'questions'
  | 'forecasts'
> & {
  /** Reports of before that are read again; absent: none. */
  readonly again?: readonly Article[] | undefined
}
