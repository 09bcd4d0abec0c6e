import type { Event, TrackRecord } from '#domain'
import type { Evidence } from './evidence.ts'
import { Shelf } from './shelf.ts'
import { recordTrack, type TrackedClaim, trackEvent } from './track-origins.ts'

/** The track records, kept by origin: each is made anew when an event it has spoken of changes. */
export class TrackBook {
  readonly shelf = new Shelf<TrackRecord>()
  readonly #evidence: Evidence
  readonly #ofEvent = new Map<string, readonly TrackedClaim[]>()
  readonly #ofOrigin = new Map<string, Map<string, TrackedClaim>>()

  constructor(evidence: Evidence) {
    this.#evidence = evidence
  }

  /** Takes events that changed, and ids of those that are no more. */
  take(events: readonly Event[], gone: Iterable<string>): void {
    const touched = new Set<string>()
    for (const id of gone) this.#file(id, [], touched)
    for (const event of events) this.#file(event.id, trackEvent(event, this.#evidence), touched)
    for (const origin of touched) {
      const own = this.#ofOrigin.get(origin)
      this.shelf.put(origin, own && own.size > 0 ? [recordTrack(origin, own.values(), this.#evidence)] : [])
    }
  }

  #file(event: string, tracked: readonly TrackedClaim[], touched: Set<string>): void {
    for (const { origin } of this.#ofEvent.get(event) ?? []) {
      this.#ofOrigin.get(origin)?.delete(event)
      touched.add(origin)
    }
    for (const each of tracked) {
      this.#ofOrigin.set(each.origin, (this.#ofOrigin.get(each.origin) ?? new Map()).set(event, each))
      touched.add(each.origin)
    }
    if (tracked.length > 0) this.#ofEvent.set(event, tracked)
    else this.#ofEvent.delete(event)
  }
}
