import type { Day } from '#domain'
import type { DayRange } from './calendar.ts'
import type { Token } from './document.ts'

/** What the readers of time expressions look at: the tokens of one sentence and the day of the report. */
export interface TimeReader {
  readonly tokens: readonly Token[]
  readonly end: number
  /** Publication day, UTC. */
  readonly day: Day
  /** Day one of the war, or null when no theatre is given. */
  readonly dayOne: Day | null
  /** True when the clause speaks of what is to come, so that "on Friday" is the Friday ahead. */
  readonly future: boolean
}

/** Days read from a token on, and the token after the last word. */
export interface ReadTime extends DayRange {
  readonly to: number
}

/** The lower-case word at a token, or '' past the sentence's end. */
export const wordAt = (reader: TimeReader, at: number): string =>
  at < reader.end ? (reader.tokens[at]?.lower ?? '') : ''

/** The word as written, or '' past the sentence's end. */
export const formAt = (reader: TimeReader, at: number): string =>
  at < reader.end ? (reader.tokens[at]?.form ?? '') : ''

/** One day as a range. */
export const oneDay = (day: Day | null, to: number): ReadTime | null => (day ? { start: day, end: day, to } : null)
/** A range with the token it ends before. */
export const until = (range: DayRange, to: number): ReadTime => ({ start: range.start, end: range.end, to })
