import type { Article, Instant, Note, RawItem, Source } from '#domain'
import type { UnpackLimits } from './files/budget.ts'
import type { ColumnMap } from './files/lists/csv-columns.ts'

/** One report with everything it came from. Several of one feed or list share `raw` and `body`. */
export interface Gathered {
  /** File name without its ending (`-1`, `-2`… where one file holds several reports); no two of one walk are equal. */
  readonly name: string
  /** The file it was read from, or its address. */
  readonly path: string
  readonly raw: RawItem
  readonly body: Uint8Array
  readonly source: Source
  readonly article: Article
}

/** What a format says about one report, before source, dates and language are settled. Unknown is null. */
export interface Draft {
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly byline: string | null
  /** ISO 639-1 as the report itself states it. */
  readonly language: string | null
  /** Moments as written; any form `readMoment` takes. */
  readonly publishedAt: string | null
  readonly editedAt: string | null
  readonly text: string
  /** True where `text` must stay as it is, to the letter; false where the title is put before it if it is not there. */
  readonly verbatim: boolean
  readonly notes: readonly Note[]
}

/** A draft of which nothing is known but its words. */
export const BLANK_DRAFT: Draft = {
  title: null,
  outlet: null,
  url: null,
  byline: null,
  language: null,
  publishedAt: null,
  editedAt: null,
  text: '',
  verbatim: false,
  notes: [],
}

/** What every way of gathering is given. */
export interface GatherOptions {
  /** The moment of gathering; every record is stamped with it. */
  readonly now: Instant
  /** Sources known beforehand, by whose names and addresses reports find their source. */
  readonly sources: readonly Source[]
  /** The outlet of reports that name none; null: none. */
  readonly defaultOutlet?: string | null
  /** Largest report in bytes, also after unpacking: a file, a page of a capture, a line of a list. Default 20 MB. */
  readonly maxBytes?: number
  /** What archives may unpack to. Default `UNPACK_LIMITS`. */
  readonly unpackLimits?: UnpackLimits
  /** Which column of a table (CSV) gives what, where `NAME.columns.json` does not say. Default: told by their names. */
  readonly columns?: ColumnMap
  /** Called before each file with the number done so far, the number in all and the file's name. */
  readonly onProgress?: (done: number, total: number, name: string) => void
  /** Called with one plain line for each file, or line of a file, that could not be read; the others go on. */
  readonly onProblem?: (line: string) => void
}

/** Default of `maxBytes`: 20 MB. */
export const MAX_BYTES = 20_000_000
