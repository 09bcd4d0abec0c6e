import type { Reading, ReadReport, Source } from '#domain'
import { type ReadContext, readArticle } from '#read'

/** Reads reports one after another, or several at a time; which of the two changes nothing but the time it takes. */
export interface Readers {
  /**
   * Each item with the reading of its report, in the order given. Items are taken as they are needed, so a source that never
   * ends is read within bounded memory. `sources` are the publishers known, by whose names the camp of an outlet is told;
   * null or absent: those of the theatre. Whatever `items` throws, and a failure of the reader itself, ends the walk.
   */
  readonly readAll: <Item>(
    items: Iterable<Item> | AsyncIterable<Item>,
    reportOf: (item: Item) => ReadReport,
    sources?: readonly Source[] | null,
  ) => AsyncIterable<readonly [item: Item, reading: Reading]>
  /** Ends what reading needed; readings not taken yet are given up. */
  readonly close: () => Promise<void>
}

/** The context with these publishers; itself where none are given, since a theatre is compiled once for each object. */
export const withSources = (context: ReadContext, sources: readonly Source[] | null): ReadContext =>
  sources === null ? context : { ...context, theatre: { ...context.theatre, sources } }

/** Readers on the thread that calls. */
export const readHere = (context: ReadContext): Readers => ({
  async *readAll(items, reportOf, sources = null) {
    const full = withSources(context, sources)
    for await (const item of items) yield [item, readArticle(reportOf(item), full)] as const
  },
  close: async () => undefined,
})
