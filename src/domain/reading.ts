import type { Claim } from './claim.ts'
import type { Note } from './note.ts'
import type { Span } from './span.ts'
import type { Day, Instant } from './time.ts'
import type { Certainty } from './yardstick.ts'

export const SENTENCE_KINDS = ['headline', 'prose', 'quote', 'item'] as const
/** One sentence of a report. Headings, labels and list items that hold no full stop are sentences too. */
export interface Sentence {
  readonly index: number
  readonly span: Span
  readonly kind: (typeof SENTENCE_KINDS)[number]
}

export const MENTION_KINDS = ['person', 'group', 'place', 'weapon', 'quantity', 'time'] as const
export type MentionKind = (typeof MENTION_KINDS)[number]

/** A name or phrase of the text and, where it could be told, what it stands for. */
export interface Mention {
  /** Index of the sentence it stands in. */
  readonly sentence: number
  readonly span: Span
  readonly surface: string
  readonly kind: MentionKind
  /** Id in the theatre pack or gazetteer, or null when the name is known to neither. */
  readonly entity: string | null
  /** Trust in kind and entity together, 0–1. */
  readonly score: number
  /** Places only, WGS 84 degrees; null for areas without a point and for names in no gazetteer. */
  readonly lat: number | null
  readonly lon: number | null
  /** Places only: ISO 3166-1 alpha-2, or null. */
  readonly country: string | null
}

/** Who says what: the words that name the source, the words that mark the saying, and the words said. */
export interface Attribution {
  readonly source: Span | null
  readonly cue: Span
  readonly content: readonly Span[]
}

/** A time expression, resolved against the publication date; `start` and `end` null when it could not be. */
export interface TimeExpression {
  readonly span: Span
  readonly text: string
  readonly start: Day | null
  readonly end: Day | null
}

/**
 * How words leave a statement open: a word of likelihood, a modal, a sign that it rests on hearsay or appearance
 * (`evidential`), a verb of doubting, people without a name who tell it, an amount or choice left vague, a number that is
 * not exact, a judgement nobody is named for, a condition, a question.
 */
export const HEDGE_KINDS = [
  'likelihood',
  'modal',
  'evidential',
  'doubt',
  'unnamed',
  'vague',
  'approximate',
  'judgement',
  'condition',
  'question',
] as const
export type HedgeKind = (typeof HEDGE_KINDS)[number]

/** A word or phrase by which a speaker is less than flat. */
export interface Hedge {
  readonly span: Span
  readonly text: string
  readonly kind: HedgeKind
  /** Its band on the yardstick, or `unverified`; null where the word has none. */
  readonly certainty: Certainty | null
}

/** The report a reading is of, as `fogline read` prints it. */
export interface ReadReport {
  readonly title: string | null
  readonly outlet: string | null
  readonly publishedAt: Instant
  readonly url: string | null
  readonly language: string | null
  readonly text: string
}

/** All that was read in one report. */
export interface Reading {
  readonly report: ReadReport
  readonly sentences: readonly Sentence[]
  readonly claims: readonly Claim[]
  readonly mentions: readonly Mention[]
  readonly attributions: readonly Attribution[]
  readonly times: readonly TimeExpression[]
  readonly hedges: readonly Hedge[]
  readonly notes: readonly Note[]
}
