import type { Instant, Outage, Poll, Slug, Source, SourceState, Subscription } from '#domain'
import type { AsOf, RecordCounts } from './ledger.ts'

/** A change of the register: what is added, edited, paused or ended, all of it learned at one moment. */
export interface RegisterChange {
  readonly learned: Instant
  readonly sources?: readonly Source[]
  /** New ones, and ones to be edited, paused or resumed: the newest row of an id is what stands. */
  readonly subscriptions?: readonly Subscription[]
  /** Ids of subscriptions to be removed; what they gave stays. */
  readonly removed?: readonly Slug[]
  readonly outages?: readonly Outage[]
}

/** Which subscriptions a process takes on. */
export interface LeaseRequest {
  /** The process, by a name no other has. */
  readonly by: string
  readonly now: Instant
  /** Until when they are its own; others may take them afterwards. */
  readonly until: Instant
  /** Only these; null: all that are not paused. */
  readonly ids: readonly Slug[] | null
  /** False: only those that are due. */
  readonly early: boolean
  readonly limit: number
}

/** A subscription taken on, with how its askings went so far. */
export interface Lease {
  readonly subscription: Subscription
  readonly poll: Poll
}

/** What can be said of a subscription's silence now. */
export interface SourceHealth extends Omit<Poll, 'seen' | 'etag' | 'lastModified' | 'due'> {
  readonly source: Slug
  /** The source's name. */
  readonly name: string
  readonly camp: string
  readonly form: Subscription['form']
  readonly address: string
  readonly state: SourceState
  /** When it will be asked next, if anybody watches; null: paused. */
  readonly due: Instant | null
}

/** The register of sources: whom to ask, how that goes, and who is at it. */
export interface Register {
  /** By id. */
  subscriptions(query?: AsOf): Promise<readonly Subscription[]>
  change(change: RegisterChange): Promise<RecordCounts>
  /** Outages known at `asOf` that touch the window from `from` to `to` (exclusive), oldest first. */
  outages(query?: AsOf & { readonly from?: Instant; readonly to?: Instant }): Promise<readonly Outage[]>
  /** Every subscription and its state at `now`, the failing ones first. */
  health(now: Instant): Promise<readonly SourceHealth[]>
  /**
   * Takes on subscriptions that nobody else is at, the longest due first. Processes that ask at once never get the same
   * one, and none waits for another.
   */
  lease(request: LeaseRequest): Promise<readonly Lease[]>
  /** Keeps what a process has taken on for longer. */
  renew(by: string, until: Instant): Promise<void>
  /** Writes how askings went and gives the subscriptions back; only those that `by` still holds. */
  settle(by: string, polls: readonly Poll[]): Promise<void>
  /** Gives back everything a process has taken on. */
  release(by: string): Promise<void>
  /** The next free turn on a host, over all processes: see `HostTurns` of the gather room. Milliseconds. */
  reserve(host: string, gapMs: number, mostMs: number): Promise<number>
  holdOff(host: string, ms: number): Promise<void>
}
