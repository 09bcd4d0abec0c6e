import { availableParallelism } from 'node:os'
import type { Reading, ReadReport, Source } from '#domain'
import { openGrammar, openThreads } from '#read/model'
import { loadTheatre, openGazetteerWith } from '#theatre'
import { inOrder } from './in-order.ts'
import { type Readers, readHere } from './readers.ts'
import type { Task } from './reading-thread.ts'

/** What readers are opened with. */
export interface ReaderOptions {
  /** Theatre pack: its id, or a folder. */
  readonly theatre: string
  /** Folder of the lists a user added to the world gazetteer; null: the shipped places alone. */
  readonly places?: string | null
  /** Threads at most; 1: all is read on the thread that calls. Default: one a core. */
  readonly threads?: number
  /** Characters of text from which on threads are opened. Default 400,000: below, opening and warming them takes longer than they save. */
  readonly from?: number
}

/** Characters handed to a thread at a time: worth the message, and short enough to keep every thread busy to the end. */
const PARCEL = 20_000
/** Parcels a thread may have waiting, so that none idles while readings are being taken. */
const AHEAD = 2
const THREADED_FROM = 400_000

/**
 * Opens readers for a theatre with the world gazetteer and the grammar that ship. Little is read on the thread that calls; much,
 * on as many threads as there are cores, which are opened when they are first worth it and kept until `close`. Throws
 * InputError for a theatre that is not there or damaged, RangeError for `threads` below 1.
 */
export function openReaders({
  theatre,
  places = null,
  threads = availableParallelism(),
  from = THREADED_FROM,
}: ReaderOptions): Readers {
  if (!Number.isInteger(threads) || threads < 1)
    throw new RangeError(`threads: expected a whole number of at least 1, found ${threads}.`)
  let here: Readers | null = null
  const alone = (): Readers => {
    here ??= readHere({ theatre: loadTheatre(theatre), gazetteer: openGazetteerWith(places), grammar: openGrammar() })
    return here
  }
  let pool: ReturnType<typeof openThreads> | null = null
  const run = async (
    reports: readonly ReadReport[],
    sources: readonly Source[] | null,
  ): Promise<readonly Reading[]> => {
    pool ??= openThreads(import.meta.url, 'reading-thread', threads)
    return pool.run({ theatre, places, sources, reports } satisfies Task)
  }
  return {
    async *readAll(items, reportOf, sources = null) {
      if (threads === 1) return yield* alone().readAll(items, reportOf, sources)
      const sizeOf = (item: Parameters<typeof reportOf>[0]): number => reportOf(item).text.length
      const { first, rest } = await take(items, sizeOf, pool === null ? from : 0)
      if (rest === null) yield* alone().readAll(first, reportOf, sources)
      else {
        const read = (some: readonly Parameters<typeof reportOf>[0][]) => run(some.map(reportOf), sources)
        yield* inOrder(chain(first, rest), sizeOf, PARCEL, threads * AHEAD, read)
      }
    },
    close: async () => {
      await pool?.destroy()
      pool = null
    },
  }
}

/** The first items, until their sizes reach `enough`; `rest` null where the items end before. */
async function take<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  sizeOf: (item: Item) => number,
  enough: number,
): Promise<{ first: Item[]; rest: AsyncIterator<Item> | Iterator<Item> | null }> {
  const rest = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  const first: Item[] = []
  for (let size = 0; size < enough || first.length === 0; ) {
    const next = await rest.next()
    if (next.done) return { first, rest: null }
    first.push(next.value)
    size += sizeOf(next.value)
  }
  return { first, rest }
}

async function* chain<Item>(
  first: readonly Item[],
  rest: AsyncIterator<Item> | Iterator<Item>,
): AsyncGenerator<Item, void> {
  try {
    yield* first
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
