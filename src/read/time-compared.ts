import { addMonths, type DayRange, monthOf, wholeMonth, wholeQuarter, wholeYear, yearOf } from './calendar.ts'
import type { TimeMention } from './document.ts'

const YEAR_BEFORE = /^(?:a|one|the) year(?:-| )(?:earlier|before|ago)$/i
/** How far back, in sentences, the period may stand that a year before is compared with. */
const MOST_SENTENCES = 4
const MONTHS_OF_QUARTER = 3

/** The same period one year before: a quarter, month, year or day of the calendar stays one. */
function yearBefore({ start, end }: DayRange): DayRange | null {
  if (!start || !end) return null
  const year = yearOf(start) - 1
  const whole = [
    wholeQuarter(yearOf(start), Math.ceil(monthOf(start) / MONTHS_OF_QUARTER)),
    wholeMonth(yearOf(start), monthOf(start)),
    wholeYear(yearOf(start)),
  ].findIndex(range => range.start === start && range.end === end)
  if (whole === 0) return wholeQuarter(year, Math.ceil(monthOf(start) / MONTHS_OF_QUARTER))
  if (whole === 1) return wholeMonth(year, monthOf(start))
  if (whole === 2) return wholeYear(year)
  return { start: addMonths(start, -12), end: addMonths(end, -12) }
}

/**
 * "A year earlier" counts from the time the report was speaking of: the nearest one before it, four sentences back at most, that
 * has days. "A year ago" does so only behind a period it is compared with ("in the third quarter … from a year ago"); else
 * it counts from the report itself and stays as it was read.
 */
export function resolveCompared(times: readonly TimeMention[]): TimeMention[] {
  const resolved: TimeMention[] = []
  for (const time of times) {
    if (!YEAR_BEFORE.test(time.text)) {
      resolved.push(time)
      continue
    }
    const counted = /ago$/i.test(time.text)
    const earlier = resolved.findLast(
      other =>
        other.start !== null && other.end !== null && !YEAR_BEFORE.test(other.text) && (!counted || isQuarter(other)),
    )
    const near = earlier && time.sentence - earlier.sentence <= MOST_SENTENCES ? yearBefore(earlier) : null
    resolved.push(near ? { ...time, ...near } : time)
  }
  return resolved
}

const isQuarter = ({ end, start }: TimeMention): boolean => {
  if (!start) return false
  const quarter = wholeQuarter(yearOf(start), Math.ceil(monthOf(start) / MONTHS_OF_QUARTER))
  return quarter.start === start && quarter.end === end
}
