/**
 * The three times of every claim are never mixed:
 * *happened* (in the world, a range of days), *said* (published by the report) and *learned* (recorded by Fogline).
 */

declare const instantBrand: unique symbol
/** A moment as RFC 3339 in UTC with milliseconds: `2024-11-26T08:30:00.000Z`. Strings of this form sort as time does. */
export type Instant = string & { readonly [instantBrand]: true }

declare const dayBrand: unique symbol
/** A calendar day in UTC as `YYYY-MM-DD`. Strings of this form sort as time does. */
export type Day = string & { readonly [dayBrand]: true }

const DAY_MS = 86_400_000

/**
 * Reads a moment from ISO 8601 text (a bare day is its midnight UTC) and writes it in the one form used everywhere.
 * Returns null when the text is no such moment; the caller says what was expected, and where it came from.
 */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)) return null
  const zoned = /T|\s\d{2}:/.test(text) && !/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? `${text}Z` : text
  const at = new Date(zoned.replace(' ', 'T'))
  return Number.isNaN(at.getTime()) || parseDay(text.slice(0, 10)) === null ? null : (at.toISOString() as Instant)
}

/** Reads a calendar day; null when it is not `YYYY-MM-DD` or no such day exists (2023-02-30). */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text ? (text as Day) : null
}

/** The UTC day a moment falls on. */
export const dayOf = (instant: Instant): Day => instant.slice(0, 10) as Day

/** Midnight UTC at which a day begins. */
export const startOfDay = (day: Day): Instant => `${day}T00:00:00.000Z` as Instant

/** The day `days` after (negative: before) the given one. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

/** The number of a day of the war, counting the first day as 1: with day one 2022-02-24, 2024-11-26 is 1007. */
export const dayNumber = (dayOne: Day, day: Day): number => daysBetween(dayOne, day) + 1

/** The day that carries a number: the inverse of `dayNumber`. */
export const dayOfNumber = (dayOne: Day, number: number): Day => addDays(dayOne, number - 1)
