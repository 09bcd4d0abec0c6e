import type { ClaimType, HolderKind, Measure, PlacePrecision, PlaceRole, Stance, Tense } from './codebook.ts'
import type { ArticleId, ClaimId, JudgementId, Slug } from './id.ts'
import type { Note } from './note.ts'
import type { Span } from './span.ts'
import type { Day, Instant } from './time.ts'
import type { Certainty, CertaintyScale } from './yardstick.ts'

/** Whoever asserts a proposition first. */
export interface Holder {
  /** Id in the theatre pack, or null for a holder it does not list. */
  readonly id: Slug | null
  readonly name: string
  readonly kind: HolderKind
  /** A camp of the theatre, `third-party` or `unknown`. */
  readonly camp: string
  /** The words that name the holder; null where the report speaks in its own voice. */
  readonly span: Span | null
}

/** A place a claim is about. */
export interface ClaimPlace {
  /** Id in the theatre pack (a slug) or gazetteer (`gn:703448`); null for a name in neither, which is kept all the same. */
  readonly id: string | null
  readonly name: string
  readonly span: Span
  readonly role: PlaceRole
  readonly precision: PlacePrecision
  /** Which part, in one word (`east`, `centre`, `outskirts`, `west bank`), or null for the whole. */
  readonly part: string | null
  readonly lat: number | null
  readonly lon: number | null
  /** First-order region ("Donetsk Oblast"), or null. */
  readonly admin: string | null
  /** ISO 3166-1 alpha-2, or null. */
  readonly country: string | null
  /** True when the name stands in an earlier sentence and was carried over. */
  readonly carried: boolean
}

/** When it happened or will, in whole UTC days, both included. `words` null: the text says nothing, the days are those of publication. */
export interface ClaimTime {
  readonly start: Day | null
  readonly end: Day | null
  readonly words: string | null
  readonly tense: Tense
}

/** A number of a claim. Exactly one of `value` or a bound (`low`, `high`, or both) is given. */
export interface ClaimFigure {
  readonly measure: Measure
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** Currency (ISO 4217) for `money`, what is counted for `count`, `m` for `distance`, `km2` for `area`; else null. */
  readonly unit: string | null
  readonly approx: boolean
  /** The whole a part belongs to: "16 of 21" → value 16, of 21. */
  readonly of: number | null
  /** The increment given with a cumulative total: "171,160 (+660)" → 660. */
  readonly change: number | null
  readonly span: Span
}

/** One proposition that a report puts forward. Field for field the record of the codebook, section 9. */
export interface Claim {
  readonly id: ClaimId
  readonly type: ClaimType
  /** The shortest stretch of consecutive words that states it. */
  readonly span: Span
  readonly text: string
  readonly holder: Holder
  /** Everybody between the holder and the reader: holder first, the report's outlet last; never empty. */
  readonly chain: readonly [string, ...string[]]
  readonly stance: Stance
  readonly certainty: Certainty
  readonly certaintyWords: string | null
  readonly certaintyScale: CertaintyScale | null
  /** Canonical name of a party, body, person or thing; null where the text names none. */
  readonly agent: string | null
  readonly target: string | null
  readonly places: readonly ClaimPlace[]
  readonly time: ClaimTime
  /** When it was said, where an entry of a live page tells its hour; absent: with the report. */
  readonly said?: Instant | undefined
  readonly figures: readonly ClaimFigure[]
  /** True when the holder's own camp is harmed by it; computed from holder, type, agent and target. */
  readonly againstInterest: boolean
  /** The reader's trust in this reading, 0–1. Not the holder's certainty and not a likelihood. */
  readonly confidence: number
  readonly notes: readonly Note[]
}

/** A claim as the ledger holds it: with the report it stands in and the two other times. */
export interface RecordedClaim extends Claim {
  readonly article: ArticleId
  readonly source: Slug
  readonly outlet: string | null
  /** Owner family of the publisher; its source id when it has none. */
  readonly family: string
  /** Admiralty reliability of the publishing source. */
  readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
  /** When the report, or the entry of a live page it stands in, was published. */
  readonly said: Instant
  /** When Fogline recorded it. */
  readonly learned: Instant
  /** The article its article copies, or null. */
  readonly copyOf: ArticleId | null
  /** The earlier edition its article revises, or null. */
  readonly revisionOf: ArticleId | null
  /** Absent: as it was read. Else what judgements read otherwise, with what the reader had read. */
  readonly amended?: Amended | undefined
}

/** The fields of a claim that an analyst may read otherwise than the reader did. Words, span and report are never changed. */
export const AMENDABLE = [
  'type',
  'holder',
  'stance',
  'certainty',
  'agent',
  'target',
  'places',
  'time',
  'figures',
  'againstInterest',
] as const

/** What judgements changed in a claim; the words themselves are never changed. */
export interface Amended {
  /** The judgements, oldest first. */
  readonly by: readonly JudgementId[]
  /** The fields as they were read, those alone that are changed; `family` and `reliability` by a judgement on the source. */
  readonly original: {
    readonly [Field in (typeof AMENDABLE)[number] | 'family' | 'reliability']?: RecordedClaim[Field] | undefined
  }
}
