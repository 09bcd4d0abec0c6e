import type { Instant, Poll, Source, Subscription } from '#domain'
import type { Gathered } from '../gathered.ts'
import type { WebClient } from '../web/web-client.ts'

/** What every way of asking is given. */
export interface PollContext {
  readonly subscription: Subscription
  readonly source: Source
  /** How the askings went so far. */
  readonly poll: Poll
  /** All sources known, by whose addresses an entry of another's is filed. */
  readonly sources: readonly Source[]
  readonly client: WebClient
  readonly now: Instant
  /** Called with one plain line for each entry or page that could not be read. */
  readonly onProblem: (line: string) => void
  /** The user's wish to stop: what is at hand is kept, the rest left for the next time. */
  readonly signal?: AbortSignal | undefined
}

/** What one asking gave. */
export interface Polled {
  readonly gathered: readonly Gathered[]
  /** Entries in the answer, old and new; null: the server said that nothing had changed. */
  readonly entries: number | null
  /** Entries that were new but are left for the next time: their pages did not answer. */
  readonly deferred: number
  readonly seen: readonly string[]
  readonly etag: string | null
  readonly lastModified: string | null
}

/** Nothing has changed since the last time. */
export const unchanged = ({ etag, lastModified, seen }: Poll): Polled => ({
  gathered: [],
  entries: null,
  deferred: 0,
  seen,
  etag,
  lastModified,
})
