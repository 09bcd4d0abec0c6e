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

/** Who pays for an outlet or channel. `public`: a broadcaster under public law; `state`: run by a government or its forces. */
export const OWNER_KINDS = ['state', 'public', 'private', 'nonprofit', 'unknown'] as const
export type OwnerKind = (typeof OWNER_KINDS)[number]

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
  /** The day it first published (`2014-08-01`); a report dated before it is noted. Absent: unknown. */
  readonly since?: string | undefined
  /** Who owns it; absent: unknown. */
  readonly owner?: OwnerKind | undefined
  /** Addresses at which it publishes for machines: feeds, sitemaps, channels. Null or absent: none is known. Nothing is fetched from them unasked. */
  readonly feeds?: readonly string[] | null | undefined
}
