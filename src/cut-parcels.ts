import type { Instant } from '#domain'
import { dayOf } from '#domain'
import type { Gathered } from '#gather'
import { DayShelf } from './day-shelf.ts'

/** Reports that are learned at one moment, as they were gathered. */
export interface Lot {
  readonly learned: Instant
  readonly items: readonly Gathered[]
}

/** A lot is closed when it holds so many reports, or bytes of captures and text: what a broken-off ingest may have to read again. */
const MOST_REPORTS = 400
const MOST_BYTES = 16_000_000

/** Gathered reports in lots, as they come: no more than one lot is held. `now` is when a lot is learned. */
export async function* cutLots(
  gathered: Iterable<Gathered> | AsyncIterable<Gathered>,
  now: () => Instant,
): AsyncGenerator<Lot> {
  let lot = new Weighed()
  for await (const item of gathered) {
    lot.add(item)
    if (!lot.isFull) continue
    yield { learned: now(), items: lot.items }
    lot = new Weighed()
  }
  if (lot.items.length > 0) yield { learned: now(), items: lot.items }
}

/**
 * Gathered reports as an archive is replayed: day after day of publication, each lot learned when its last report was
 * published. Reports wait on the disk until all are gathered, since any may be of the first day. A day of very many is
 * several lots, cut where the moment of publication changes.
 */
export async function* cutDays(gathered: Iterable<Gathered> | AsyncIterable<Gathered>): AsyncGenerator<Lot> {
  const shelf = new DayShelf()
  try {
    for await (const item of gathered) shelf.put(dayOf(item.article.publishedAt), item)
    for (const day of shelf.days) {
      let lot = new Weighed()
      for (const item of shelf.take(day)) {
        const last = lot.items.at(-1)
        if (last && lot.isFull && last.article.publishedAt !== item.article.publishedAt) {
          yield { learned: last.article.publishedAt, items: lot.items }
          lot = new Weighed()
        }
        lot.add(item)
      }
      const last = lot.items.at(-1)
      if (last) yield { learned: last.article.publishedAt, items: lot.items }
    }
  } finally {
    shelf.remove()
  }
}

/** Reports with what they weigh; a capture of several reports once. */
class Weighed {
  readonly items: Gathered[] = []
  readonly #captures = new Set<string>()
  #bytes = 0

  add(item: Gathered): void {
    this.items.push(item)
    this.#bytes += item.article.text.length
    if (this.#captures.has(item.raw.id)) return
    this.#captures.add(item.raw.id)
    this.#bytes += item.body.length
  }

  get isFull(): boolean {
    return this.items.length >= MOST_REPORTS || this.#bytes >= MOST_BYTES
  }
}
