import { addDays, type Day, daysBetween, type RecordedClaim } from '#domain'
import { shortDate } from './words.ts'

/**
 * When the thing was, where a report says so, it is not the day itself, and the words shown do not say it: "22 November",
 * "overnight", "over the week to 26 November", "19 to 26 November"; null else.
 */
export function happenedOn(claims: readonly RecordedClaim[], date: Day, shown: string): string | null {
  const timed = claims.find(({ time }) => time.words !== null && time.start !== null)
  const { start, end, words } = timed?.time ?? { start: null, end: null, words: null }
  if (start === null || words === null || (start === date && (end ?? start) === date)) return null
  if (end === addDays(date, 1) && start === date) return null
  if (/\d/.test(words) && shown.includes(words)) return null
  const last = end ?? start
  if (last !== start && shown.includes(words)) return null
  if (/night/i.test(words) && start === addDays(date, -1) && last === date)
    return /night/i.test(shown) ? null : 'overnight'
  return daysWords(start, last, date)
}

/** "This year" and "this winter" say when a thing counts, not when it was: a longer span is not told. */
const LONGEST_DAYS = 31

function daysWords(start: Day, end: Day, date: Day): string | null {
  const length = daysBetween(start, end)
  if (length === 0) return dayWords(start, date)
  if (length >= 6 && length <= 7 && end <= date) return `over the week to ${dayWords(end, date)}`
  if (length >= 27 && length <= 31 && end === date) return `over the month to ${dayWords(end, date)}`
  return length > LONGEST_DAYS ? null : `${dayWords(start, date)} to ${dayWords(end, date)}`
}

/** "22 November", with the year where it is another than the edition's. */
const dayWords = (day: Day, date: Day): string =>
  day.slice(0, 4) === date.slice(0, 4) ? shortDate(day).replace(/ \d{4}$/, '') : shortDate(day)
