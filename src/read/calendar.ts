import { addDays, type Day } from '#domain'

/** A stretch of whole days, both included; null: open or not known. */
export interface DayRange {
  readonly start: Day | null
  readonly end: Day | null
}

const pad = (number: number, width = 2): string => String(number).padStart(width, '0')

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))

/** Days of a month, 28–31. */
export const monthLength = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** A calendar day, or null where there is no such day. */
export function makeDay(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || year < 1 || year > 9999 || date > monthLength(year, month)) return null
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}` as Day
}

/** Sunday 0 … Saturday 6. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** The Monday of the week a day lies in. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))

export const wholeYear = (year: number): DayRange => ({ start: makeDay(year, 1, 1), end: makeDay(year, 12, 31) })

/** A month, counted on from a year's January: month 0 is December of the year before, 13 next January. */
export function wholeMonth(year: number, month: number): DayRange {
  const at = year * 12 + month - 1
  const inYear = Math.floor(at / 12)
  const inMonth = (at % 12) + 1
  return { start: makeDay(inYear, inMonth, 1), end: makeDay(inYear, inMonth, monthLength(inYear, inMonth)) }
}

/** A quarter, 1–4, counted on across years. */
export function wholeQuarter(year: number, quarter: number): DayRange {
  return { start: wholeMonth(year, quarter * 3 - 2).start, end: wholeMonth(year, quarter * 3).end }
}

const SEASON_MONTHS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14],
}

/** A meteorological season of the north; winter runs into the next year. Null for no season's name. */
export function wholeSeason(year: number, season: string): DayRange | null {
  const months = SEASON_MONTHS[season]
  return months ? { start: wholeMonth(year, months[0]).start, end: wholeMonth(year, months[1]).end } : null
}

/** The day some months later (negative: earlier), at the month's end where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  const at = yearOf(day) * 12 + monthOf(day) - 1 + months
  const year = Math.floor(at / 12)
  const month = (at % 12) + 1
  return makeDay(year, month, Math.min(Number(day.slice(8, 10)), monthLength(year, month))) ?? day
}
