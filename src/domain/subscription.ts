import type { Slug } from './id.ts'
import type { Instant } from './time.ts'

/** What an address that is asked again and again gives. `page`: one page that is itself the report, read anew when it changes. */
export const SOURCE_FORMS = ['feed', 'sitemap', 'news-sitemap', 'channel', 'page', 'folder'] as const
export type SourceForm = (typeof SOURCE_FORMS)[number]

/** A source in the register: whom Fogline asks for reports, where, and how often. One source may have several. */
export interface Subscription {
  /** Chosen from the source's id: `bbc`, `bbc-2`. */
  readonly id: Slug
  /** Who publishes there. */
  readonly source: Slug
  readonly form: SourceForm
  /** A web address, or the absolute path of a folder. */
  readonly address: string
  /** True: where an entry has only a summary, the page it leads to is fetched too. */
  readonly full: boolean
  /** How long to wait between two askings, in whole minutes, 1 or more. */
  readonly everyMinutes: number
  readonly paused: boolean
  /** Hosts of a private network that the user allowed for this address alone. */
  readonly allowHosts: readonly string[]
}

/** A stretch of time in which a subscription could not be read: its silence then says nothing. */
export interface Outage {
  readonly subscription: Slug
  readonly source: Slug
  /** The first asking that failed. */
  readonly from: Instant
  /** The first asking after it that succeeded; null while it lasts. */
  readonly to: Instant | null
  /** What went wrong first, in one line. */
  readonly reason: string
}

/** How the askings of one subscription went. Kept up to date in place: it is about Fogline's work, not about the war. */
export interface Poll {
  readonly subscription: Slug
  /** The last asking, and the last that was answered as it should; null: none yet. */
  readonly lastTried: Instant | null
  readonly lastGood: Instant | null
  /** The last asking that gave a report not seen there before. */
  readonly lastNew: Instant | null
  /** The first of the askings that failed one after the other; null: the last one was good, or there was none. */
  readonly failingSince: Instant | null
  /** How many failed one after the other. */
  readonly failures: number
  readonly lastError: string | null
  /** What the server gave with its last whole answer, sent back so that it may say "not modified". */
  readonly etag: string | null
  readonly lastModified: string | null
  /** Marks of the entries that the last whole answer held: what has none of these is new. */
  readonly seen: readonly string[]
  /** Not to be asked again before. */
  readonly due: Instant
}

/**
 * How far a source's silence can be trusted. `good`: it answers and has had news lately; `silent`: it answers, without
 * news for two days or more; `failing`: it does not answer; `unasked`: nobody has asked it for long (is `fogline watch`
 * running?); `never`: not asked yet; `paused`: the user paused it.
 */
export const SOURCE_STATES = ['good', 'silent', 'failing', 'unasked', 'never', 'paused'] as const
export type SourceState = (typeof SOURCE_STATES)[number]

/** What a poll leaves open for one that has not begun: due at once. */
export const newPoll = (subscription: Slug, now: Instant): Poll => ({
  subscription,
  lastTried: null,
  lastGood: null,
  lastNew: null,
  failingSince: null,
  failures: 0,
  lastError: null,
  etag: null,
  lastModified: null,
  seen: [],
  due: now,
})

const HOUR_MS = 3_600_000
/** Without news for so long a source that answers counts as silent. */
const SILENT_MS = 48 * HOUR_MS

/** The state of a subscription at `now`. */
export function sourceState({ paused, everyMinutes }: Subscription, poll: Poll | null, now: Instant): SourceState {
  if (paused) return 'paused'
  if (poll === null || poll.lastTried === null) return 'never'
  if (poll.failingSince !== null) return 'failing'
  const age = (moment: Instant | null): number => (moment === null ? Infinity : Date.parse(now) - Date.parse(moment))
  // Three askings missed, and an hour at least: a machine that slept over lunch is no cause for alarm.
  if (age(poll.lastGood) > Math.max(HOUR_MS, 3 * everyMinutes * 60_000)) return 'unasked'
  return age(poll.lastNew) > SILENT_MS ? 'silent' : 'good'
}
