import { readClock } from './clock.ts'
import { readWrittenDate } from './written-date.ts'

/** A day that a text names without its year. `weekday` 0–6 from Sunday, and `clock` (`14:05:00Z`), null where it names none. */
export interface DayMonth {
  readonly month: number
  readonly day: number
  readonly weekday: number | null
  readonly clock: string | null
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
/** A year further back than this is not looked for, even where the weekday fits. */
const YEARS_BACK = 12

function weekdayIn(text: string): number | null {
  const found = /\b(sun|mon|tue|wed|thu|fri|sat)(?:day|s|sday|nesday|rs|rsday|urday)?\b/i.exec(text)
  return found ? WEEKDAYS.indexOf((found[1] ?? '').toLowerCase()) : null
}

/** "12 March", "Tue 12 March, 14:05", "26 ноября, 14:05"; null when the text names no day, or names a year too. */
export function readDayMonth(text: string): DayMonth | null {
  const date = readWrittenDate(text.slice(0, 80))
  if (date === null || date.year !== null) return null
  return { month: date.month, day: date.day, weekday: weekdayIn(text), clock: readClock(text) }
}

const pad = (value: number): string => String(value).padStart(2, '0')

/**
 * The latest such day that is not after `latest` (ISO): the year the text leaves out. Its weekday, where it names one,
 * must fit. Null when no year of the last twelve does.
 */
export function yearBefore(date: DayMonth, latest: string): string | null {
  const limit = Date.parse(latest)
  const newest = new Date(limit).getUTCFullYear()
  for (let year = newest; year > newest - YEARS_BACK; year -= 1) {
    const day = `${year}-${pad(date.month)}-${pad(date.day)}`
    const at = new Date(`${day}T${date.clock ?? '00:00:00Z'}`)
    const midnight = new Date(`${day}T00:00:00Z`)
    const exists = !Number.isNaN(at.getTime()) && midnight.getUTCDate() === date.day
    const fits = date.weekday === null || midnight.getUTCDay() === date.weekday
    if (exists && fits && at.getTime() <= limit)
      return date.clock === null ? midnight.toISOString() : `${day}T${date.clock}`
  }
  return null
}
