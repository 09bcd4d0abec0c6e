import type { Instant, Watch, WatchChange } from '#domain'
import type { Page, Paging } from './ledger.ts'

/** How a watch's news leaves the ledger; what is shown in the desk and in feeds needs no sending. */
export const WATCH_CHANNELS = ['webhook', 'email'] as const
export type WatchChannel = (typeof WATCH_CHANNELS)[number]

/** One message of one watch by one channel, to be sent until it is settled. */
export interface Delivery {
  /** `msg_` and 20 hexadecimal digits: the same at every try, so that whoever gets it twice can tell. */
  readonly id: string
  readonly watch: Watch
  readonly channel: WatchChannel
  /** Tries before this one. */
  readonly attempts: number
  /** What it tells, oldest report first. */
  readonly changes: readonly WatchChange[]
}

/** How sending went. `due` null: settled, by success (`error` null) or for good without it. */
export interface Settled {
  readonly id: string
  readonly due: Instant | null
  readonly error: string | null
}

/** How the messages of a watch stand, for its owner. */
export interface DeliveryCount {
  readonly channel: WatchChannel
  readonly sent: number
  readonly waiting: number
  readonly failed: number
  /** What the newest try that failed ended with; null: none failed. */
  readonly lastError: string | null
}

/** Watches, what was found for them, and what is still to be sent. Changed in place, like accounts: about people's work. */
export interface Watches {
  /** Every watch, oldest first. */
  list(): Promise<readonly Watch[]>
  /** Adds a watch: what the ledger learns from now on is told. */
  add(watch: Watch): Promise<void>
  /** False where there was none of that id. Its news and its unsent messages go with it. */
  remove(id: string): Promise<boolean>
  /**
   * Finds what the ledger learned since the last look, for every watch, and lays its messages out to be sent. Each change is
   * found once, whoever looks and however often. Returns how many were found.
   */
  look(now: Instant): Promise<number>
  /** What a watch found, newest first. */
  changes(watch: string, query?: Paging): Promise<Page<WatchChange>>
  /** Takes on messages that are due, at most `limit`, until `until`: another process, or this one after a crash, sends them then. */
  lease(request: {
    readonly now: Instant
    readonly until: Instant
    readonly limit: number
  }): Promise<readonly Delivery[]>
  settle(deliveries: readonly Settled[]): Promise<void>
  /** How each channel of a watch that has messages stands. */
  counts(watch: string): Promise<readonly DeliveryCount[]>
}
