import { monthNumber } from './months.ts'

/** A day as written: `year` null where the text gives none. */
export interface WrittenDate {
  readonly year: number | null
  /** 1–12. */
  readonly month: number
  /** 1–31. */
  readonly day: number
}

const ORDINAL = '(?:st|nd|rd|th|er|-?е|-?го|[ºª°])?'
const DAY_FIRST = new RegExp(
  `(?<![\\d:])(\\d{1,2})${ORDINAL}[\\s.\\-–]*(?:(?:of|de|di|den)\\s+)?([\\p{L}\\p{M}]{3,})\\.?(?:[\\s,.\\-–/']*(?:del?\\s+)?(\\d{4}|\\d{2})(?![\\d:]|[.h]\\d))?`,
  'giu',
)
const MONTH_FIRST = new RegExp(
  `([\\p{L}\\p{M}]{3,})\\.?[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\p{L})(?:(?:[^\\d]{1,4}|.{0,24}?\\s)(\\d{4})(?![\\d:]))?`,
  'giu',
)
const YEAR_FIRST = /(?<!\d)(\d{4})[\s.,-]*(?:m\.\s*|г\.\s*)?([\p{L}\p{M}]{3,})\.?[\s-]*(\d{1,2})(?![\d:])/giu
const FIGURES_YEAR_FIRST = /(?<!\d)(\d{4})\s?[./年년-]\s?(\d{1,2})\s?[./月월-]\s?(\d{1,2})(?![\d])/u
const FIGURES_DAY_FIRST = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/
const FIGURES_EITHER = /(?<![\d/])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/

const dateOf = (year: string | undefined, month: number | null, day: string | undefined): WrittenDate | null => {
  if (month === null || month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31) return null
  return { year: year === undefined ? null : fullYear(year), month, day: Number(day) }
}

/** Two figures are of this century up to 69, as RFC 2822 readers have it. */
const fullYear = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)

/** The first date with its month in words, in the order given; one without a year only where none has one. */
function worded(text: string): WrittenDate | null {
  const dates = [
    ...[...text.matchAll(YEAR_FIRST)].map(([, year, month, day]) => dateOf(year, monthNumber(month ?? ''), day)),
    ...[...text.matchAll(DAY_FIRST)].map(([, day, month, year]) => dateOf(year, monthNumber(month ?? ''), day)),
    ...[...text.matchAll(MONTH_FIRST)].map(([, month, day, year]) => dateOf(year, monthNumber(month ?? ''), day)),
  ].filter(date => date !== null)
  return dates.find(({ year }) => year !== null) ?? dates[0] ?? null
}

/** A date in figures: year first, day first between dots, or between slashes where one number can only be the day. */
function inFigures(text: string): WrittenDate | null {
  const yearFirst = FIGURES_YEAR_FIRST.exec(text)
  if (yearFirst) return dateOf(yearFirst[1], Number(yearFirst[2]), yearFirst[3])
  const dotted = FIGURES_DAY_FIRST.exec(text)
  if (dotted) return dateOf(dotted[3], Number(dotted[2]), dotted[1])
  const [, a = '', , b = '', year] = FIGURES_EITHER.exec(text) ?? []
  if (Number(a) > 12) return dateOf(year, Number(b), a)
  return Number(b) > 12 || a === b ? dateOf(year, Number(a || 'x'), b) : null
}

/** The date in a short text: in words of any language read, else in figures that can mean one day only; null when there is none. */
export function readWrittenDate(text: string): WrittenDate | null {
  const date = worded(text)
  return date?.year != null ? date : (inFigures(text) ?? date)
}
