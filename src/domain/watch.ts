import type { RecordedClaim } from './claim.ts'
import { AMENDABLE } from './claim.ts'
import type { ClaimType, Family } from './codebook.ts'
import { canonicalJson } from './id.ts'
import type { Instant } from './time.ts'

/** Which claims a watch is of: all conditions hold together; at least one is given. */
export interface WatchFilter {
  /** Id of a place, or its name where it has no id. */
  readonly place?: string | undefined
  /** Id of a holder, or its name where it has none. */
  readonly holder?: string | undefined
  readonly types?: readonly ClaimType[] | undefined
  readonly family?: Family | undefined
  /** Id of a story. */
  readonly story?: string | undefined
  /** Words of the claim, as in a web search. */
  readonly words?: string | undefined
}

/** An address a watch's news is posted to. */
export interface Webhook {
  readonly url: string
  /** What its messages are signed with: `whsec_` and base64 of 24 bytes or more (Standard Webhooks). Never shown again. */
  readonly secret: string
  /** Hosts that may lie in a private network; set on the command line alone. */
  readonly allowHosts: readonly string[]
}

/** Somebody's wish to be told what is newly claimed about something. */
export interface Watch {
  /** `w_` and 16 hexadecimal digits, made by chance. */
  readonly id: string
  /** In its owner's words; the subject of its letters. */
  readonly name: string
  readonly filter: WatchFilter
  /** Null: nothing is posted. */
  readonly webhook: Webhook | null
  /** Addresses its letters go to; empty: none. */
  readonly email: readonly string[]
  /** The account that made it; null: the command line. */
  readonly owner: string | null
  readonly created: Instant
}

/** What happened to a claim: said for the first time, read otherwise than before, or taken back by a new reading or judgement. */
export const WATCH_CHANGES = ['new', 'changed', 'withdrawn'] as const
export type WatchChangeKind = (typeof WATCH_CHANGES)[number]

/** One change of one claim that a watch is of, as it was told. */
export interface WatchChange {
  readonly watch: string
  readonly kind: WatchChangeKind
  /** When the ledger learned it: with the claim's id, what the change is known by. */
  readonly learned: Instant
  /** As it reads since; of a withdrawn one, as it last read. */
  readonly claim: RecordedClaim
}

/**
 * What a new row of a claim tells somebody who watches; null: nothing. A copy of another report tells nothing new, nor does
 * a row that differs in what is not said of the world (the reader's confidence, which report copies which).
 */
export function changeOf(was: RecordedClaim | null, says: RecordedClaim | null): WatchChangeKind | null {
  if (says === null) return was === null || was.copyOf !== null ? null : 'withdrawn'
  if (was === null) return says.copyOf === null ? 'new' : null
  return AMENDABLE.some(field => canonicalJson(was[field]) !== canonicalJson(says[field])) ? 'changed' : null
}
