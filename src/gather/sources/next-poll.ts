import { InputError, type Instant, type Outage, type Poll, type Subscription } from '#domain'
import { FetchError } from '../web/fetch-error.ts'
import type { Polled } from './polled.ts'

const DAY_MS = 86_400_000
const MOST_DOUBLINGS = 6

const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString() as Instant

/** The state after an answer. */
export function afterAnswer({ everyMinutes }: Subscription, poll: Poll, polled: Polled, now: Instant): Poll {
  return {
    ...poll,
    lastTried: now,
    lastGood: now,
    lastNew: polled.gathered.length > 0 ? now : poll.lastNew,
    failingSince: null,
    failures: 0,
    lastError: null,
    etag: polled.etag,
    lastModified: polled.lastModified,
    seen: polled.seen,
    due: later(now, everyMinutes * 60_000),
  }
}

/**
 * The state after a failure: the wait doubles with each, up to a day, and is never shorter than the server asks for. Where
 * nothing was asked because the host wants to be left alone, only the wait changes.
 */
export function afterFailure({ everyMinutes }: Subscription, poll: Poll, error: InputError, now: Instant): Poll {
  const asked = error instanceof FetchError ? (error.retryAfterMs ?? 0) : 0
  if (error instanceof FetchError && error.trouble === 'held-off') return { ...poll, due: later(now, asked) }
  const doubled = everyMinutes * 60_000 * 2 ** Math.min(poll.failures, MOST_DOUBLINGS)
  return {
    ...poll,
    lastTried: now,
    failingSince: poll.failingSince ?? now,
    failures: poll.failures + 1,
    lastError: error.message,
    due: later(now, Math.max(asked, Math.min(DAY_MS, doubled))),
  }
}

/** The outage that began or ended between two states; null where neither did. */
export function outageBetween({ id, source }: Subscription, before: Poll, after: Poll): Outage | null {
  const began = before.failingSince === null && after.failingSince !== null
  const ended = before.failingSince !== null && after.failingSince === null
  const from = before.failingSince ?? after.failingSince
  if (from === null || (!began && !ended)) return null
  const reason = (ended ? before.lastError : after.lastError) ?? 'no answer'
  return { subscription: id, source, from, to: ended ? after.lastGood : null, reason }
}
