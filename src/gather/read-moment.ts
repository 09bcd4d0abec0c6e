import { type Instant, parseInstant } from '#domain'
import { readClock } from './moments/clock.ts'
import { readWrittenDate } from './moments/written-date.ts'
import { isoZone } from './moments/zones.ts'

/** A moment is short; of a longer text only the start is looked at. */
const LONGEST = 80
/** Seconds and milliseconds since 1970, for the years 2001 to 2286. */
const EPOCH = /^(\d{10})(\d{3})?$/

const pad = (value: string | number): string => String(value).padStart(2, '0')
const padYear = (year: number): string => String(year).padStart(4, '0')

/** ISO text when it is a moment that exists; "24:00" is the start of the next day. */
function checked(date: string, clock: string | null): string | null {
  if (clock === null) return parseInstant(date)
  if (!clock.startsWith('24:00:00')) return parseInstant(`${date}T${clock}`) === null ? null : `${date}T${clock}`
  const midnight = parseInstant(`${date}T00:00:00${clock.slice(8)}`)
  return midnight === null ? null : parseInstant(new Date(Date.parse(midnight) + 86_400_000).toISOString())
}

/** W3C forms that ISO proper does not allow: year and month, a year alone, basic form, day of the year, a blank before the zone. */
function isoLike(text: string): string | null {
  const found =
    /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ]\s*(\d{1,2}:?\d{2}(?::?\d{2})?)(?:[.,]\d+)?\s*(\S+)?)?$/i.exec(text)
  if (!found) return dayOfYear(text)
  const digits = found[4]?.replace(/:/g, '').padStart(4, '0')
  const clock = digits ? `${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6) || '00'}` : null
  const date = `${found[1]}-${found[2] ?? '01'}-${found[3] ?? '01'}`
  return checked(date, clock === null ? null : `${clock}${isoZone(found[5])}`)
}

/** `2024-331` and `2024331`: the year and the number of the day in it. */
function dayOfYear(text: string): string | null {
  const found = /^(\d{4})-?([0-3]\d{2})$/.exec(text)
  if (!found || Number(found[2]) < 1 || Number(found[2]) > 366) return null
  const at = new Date(Date.UTC(Number(found[1]), 0, Number(found[2])))
  return at.getUTCFullYear() === Number(found[1]) ? parseInstant(at.toISOString()) : null
}

function sinceEpoch(text: string): string | null {
  const found = EPOCH.exec(text)
  return found ? new Date(Number(found[1]) * 1000 + Number(found[2] ?? 0)).toISOString() : null
}

/** "Thu, 24 Mar 2023 10:00:00 GMT", "24 марта 2023, 10:00", "March 24, 2023 at 9:05 pm ET", "24.03.2023". */
function written(text: string): string | null {
  const date = readWrittenDate(text)
  if (date === null || date.year === null) return null
  return checked(`${padYear(date.year)}-${pad(date.month)}-${pad(date.day)}`, readClock(text))
}

/**
 * Reads a moment as feeds and pages write it, and keeps its zone: ISO 8601 and its looser kin, RFC 822 with zone names,
 * seconds since 1970, dates with the month in words of some thirty languages, dates in figures that can mean one day only.
 * No zone means UTC. "03/04/2024" is not read: day and month cannot be told apart. Null when the text is no such moment,
 * or gives no year.
 */
export function readZonedMoment(text: string): string | null {
  const trimmed = text.trim().slice(0, LONGEST)
  if (!/\d/.test(trimmed)) return null
  if (parseInstant(trimmed) !== null)
    return /[+-]\d{2}:?\d{2}$/.test(trimmed.slice(10)) ? trimmed : parseInstant(trimmed)
  return isoLike(trimmed) ?? sinceEpoch(trimmed) ?? written(trimmed)
}

/** The same as a moment in UTC. */
export function readMoment(text: string): Instant | null {
  const zoned = readZonedMoment(text)
  return zoned === null ? null : parseInstant(zoned)
}
