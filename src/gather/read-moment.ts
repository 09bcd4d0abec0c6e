import { type Instant, parseInstant } from '#domain'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Zone abbreviations of RFC 822 and the common European ones, as hours from UTC. */
const ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  BST: 1,
  CET: 1,
  WEST: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
}

const pad = (value: string | number): string => String(value).padStart(2, '0')

function zoneOf(text: string | undefined): string {
  if (text === undefined || text === '') return 'Z'
  const offset = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(text)
  if (offset) return `${offset[1]}${pad(offset[2] ?? '0')}:${offset[3] ?? '00'}`
  const hours = ZONES[text.toUpperCase()] ?? 0
  return `${hours < 0 ? '-' : '+'}${pad(Math.abs(hours))}:00`
}

function assemble(
  year: string,
  month: number,
  day: string,
  clock: string | null,
  zone: string | undefined,
): string | null {
  const full = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year
  const date = `${full}-${pad(month)}-${pad(day)}`
  const iso = clock === null ? date : `${date}T${clock}${zoneOf(zone)}`
  return parseInstant(iso) === null ? null : iso
}

/** "9:05", "9:05:30" and "9:05 pm" as 24-hour "hh:mm:ss"; null when there is none. */
function clockOf(text: string): string | null {
  const found = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]\.?m)?/i.exec(text)
  if (!found) return null
  const half = found[4]?.toLowerCase().charAt(0)
  const hour = half === undefined ? Number(found[1]) : (Number(found[1]) % 12) + (half === 'p' ? 12 : 0)
  return hour > 23 ? null : `${pad(hour)}:${found[2]}:${found[3] ?? '00'}`
}

const zoneIn = (text: string): string | undefined =>
  /\d\s*(?:[ap]\.?m\.?)?\s*((?:GMT|UTC)?[+-]\d{1,2}:?\d{2}|\b[A-Z]{2,4}\b|Z)\s*$/.exec(text)?.[1]

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1

/** W3C forms that ISO proper does not allow: year and month, a year alone, basic form, a blank before the zone, "24:00". */
function isoLike(text: string): string | null {
  const found =
    /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ]\s*(\d{1,2}:?\d{2}(?::?\d{2})?)(?:[.,]\d+)?\s*(\S+)?)?$/i.exec(text)
  if (!found) return null
  const digits = found[4]?.replace(/:/g, '').padStart(4, '0')
  const clock = digits ? `${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6) || '00'}` : null
  return assemble(found[1] ?? '', Number(found[2] ?? '1'), found[3] ?? '1', clock, found[5])
}

/** "Thu, 24 Mar 2023 10:00:00 GMT", "24 March 2023", "March 24, 2023 at 9:05 pm EST", "Mar 24 10:00:00 2023". */
function worded(text: string): string | null {
  const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
  const dayFirst = new RegExp(
    `\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]+(?:of\\s+)?${month}[\\s,.-]+(\\d{4}|\\d{2})\\b`,
    'i',
  ).exec(text)
  if (dayFirst)
    return assemble(dayFirst[3] ?? '', monthOf(dayFirst[2] ?? ''), dayFirst[1] ?? '', clockOf(text), zoneIn(text))
  const monthFirst = new RegExp(
    `\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:[^\\d]{1,4}|.{0,20}\\s)(\\d{4})\\b`,
    'i',
  ).exec(text)
  if (!monthFirst) return null
  return assemble(monthFirst[3] ?? '', monthOf(monthFirst[1] ?? ''), monthFirst[2] ?? '', clockOf(text), zoneIn(text))
}

/**
 * Reads a moment as feeds and pages write it, and keeps its zone: ISO 8601 and its looser kin, RFC 822 with zone names,
 * English dates with the month in words. No zone means UTC. Dates in figures alone with slashes are not read: day and
 * month cannot be told apart. Null when the text is no such moment.
 */
export function readZonedMoment(text: string): string | null {
  const trimmed = text.trim().slice(0, 80)
  if (trimmed === '') return null
  if (parseInstant(trimmed) !== null)
    return /[+-]\d{2}:?\d{2}$/.test(trimmed.slice(10)) ? trimmed : parseInstant(trimmed)
  const iso = isoLike(trimmed) ?? worded(trimmed)
  return iso !== null && iso.length === 10 ? parseInstant(iso) : iso
}

/** The same as a moment in UTC. */
export function readMoment(text: string): Instant | null {
  const zoned = readZonedMoment(text)
  return zoned === null ? null : parseInstant(zoned)
}
