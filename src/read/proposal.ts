import type { ClaimType, Measure, PlaceRole, Stance, Tense } from '#domain'

/** A claim somebody else says the report makes. It points at words; what they stand for is read by the reader itself. */
export interface Proposal {
  readonly type: ClaimType
  /** The words that state it, to the letter. */
  readonly quote: string
  /** The words that name whoever asserts it, from anywhere in the report; null: the report itself. */
  readonly holder: string | null
  readonly stance: Stance
  readonly tense: Tense
  /** Words of the quote that name who does it and to whom; null where the quote names none. */
  readonly agent: string | null
  readonly target: string | null
  readonly places: readonly { readonly words: string; readonly role: PlaceRole }[]
  readonly figures: readonly { readonly words: string; readonly measure: Measure; readonly value: number }[]
  /** Words of the quote that say when, or null. */
  readonly time: string | null
}
