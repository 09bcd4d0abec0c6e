import type { CodedEvent } from './coded-event.ts'
import type { ArticleId, RawItemId, Slug } from './id.ts'
import type { Note } from './note.ts'
import type { Span } from './span.ts'
import type { Instant } from './time.ts'

/** What came over the wire or off the disk, before anything was made of it. */
export interface RawItem {
  readonly id: RawItemId
  readonly source: Slug
  readonly url: string | null
  readonly fetchedAt: Instant
  /** HTTP status, or null for a file. */
  readonly status: number | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly contentType: string | null
  /** Size of the body in bytes. */
  readonly bytes: number
  /** SHA-256 of the body, hexadecimal. */
  readonly sha256: string
  /** Every header of the answer, in order, names in small letters; absent for files and for captures of before they were kept. */
  readonly headers?: readonly (readonly [name: string, value: string])[] | undefined
}

/** One report as published: an article, a communiqué, a channel post, one entry of a feed. */
export interface Article {
  readonly id: ArticleId
  readonly rawItem: RawItemId
  readonly source: Slug
  /** The name of the outlet as claims in its own voice are held; null when the report names none. */
  readonly outlet: string | null
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  /** ISO 639-1, or null when it could not be told. */
  readonly language: string | null
  /** When the report was published. Where the report gives none: the time it was gathered, with a Note `no-publication-date`. */
  readonly publishedAt: Instant
  readonly editedAt: Instant | null
  /** The whole text, one offset space. It opens with the title where the title is not already there. */
  readonly text: string
  /** Paragraphs of `text`, in order, without the line breaks between them. */
  readonly paragraphs: readonly Span[]
  /** The article this one is a later edition of (same address, changed text), or null. */
  readonly revisionOf: ArticleId | null
  /** The article of another outlet this one repeats (reprint, syndication), or null. */
  readonly copyOf: ArticleId | null
  /** The article in another language whose translation by machine this one is; absent or null: an original. */
  readonly translationOf?: ArticleId | null | undefined
  /** What a dataset codes in the row this report is; absent: it is a text, to be read. */
  readonly coded?: CodedEvent | undefined
  readonly notes: readonly Note[]
}
