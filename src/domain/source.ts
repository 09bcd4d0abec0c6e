import type { Slug } from './id.ts'

/** What sort of thing a source is. */
export const SOURCE_KINDS = [
  'outlet',
  'agency',
  'channel',
  'government',
  'military',
  'analyst',
  'organisation',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** The Admiralty reliability of a source: A completely reliable … E unreliable, F cannot be judged (not "low"). */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof RELIABILITIES)[number]

/** Where an outlet stands towards its own establishment. */
export const SOURCE_STANCES = ['establishment', 'critical', 'unknown'] as const
export type SourceStance = (typeof SOURCE_STANCES)[number]

/** Somebody who publishes reports: an outlet, a news agency, a channel, a ministry's press service. */
export interface Source {
  readonly id: Slug
  /** The name reports go by; a claim in the report's own voice is held under this name. */
  readonly name: string
  readonly kind: SourceKind
  /** A camp of the theatre, `third-party` or `unknown`. */
  readonly camp: string
  /** ISO 3166-1 alpha-2, or null when not known. */
  readonly country: string | null
  readonly stance: SourceStance
  readonly reliability: Reliability
  /** The owner that several outlets share; two outlets of one family are not independent. Null: a family of its own. */
  readonly family: string | null
  readonly url: string | null
}
