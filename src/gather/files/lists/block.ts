import type { Draft } from '../../gathered.ts'

/** A part of a list of reports, small enough to be held and kept as one capture that can be read again by itself. */
export interface Block {
  /** UTF-8. */
  readonly body: Uint8Array
  readonly drafts: readonly Draft[]
  /** Media type of `body`. */
  readonly contentType: string
}

/** A block is closed once it holds this many bytes or characters: a megabyte. */
export const BLOCK_SIZE = 1_000_000
