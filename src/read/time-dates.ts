import { type Day, dayOfNumber, daysBetween, parseDay } from '#domain'
import { makeDay, monthOf, wholeMonth, wholeQuarter, wholeSeason, wholeYear, yearOf } from './calendar.ts'
import { MONTHS } from './lexicon/months.ts'
import { digitsOf, ordinalOf } from './number-words.ts'
import { formAt, oneDay, type ReadTime, type TimeReader, until, wordAt } from './time-reader.ts'

const YEAR_BEFORE =
  /^(?:in|since|of|by|until|till|before|after|during|from|to|through|and|or|between|early|late|mid|-|–|,|\(|for|end|around|circa)$/
/** Words that count a month from the current one. */
const STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 }
const NEAR_FUTURE = 100

const monthAt = (reader: TimeReader, at: number): number | null => {
  const form = formAt(reader, at)
  if (!/^(?:mid-)?\p{Lu}/u.test(form)) return null
  return MONTHS[form.toLowerCase().replace(/\.$/, '').replace(/^mid-/, '')] ?? null
}

/** A year in four digits, 1000–2199, or null. */
function yearAt(reader: TimeReader, at: number): number | null {
  const form = formAt(reader, at)
  return /^(?:1\d|20|21)\d{2}$/.test(form) ? Number(form) : null
}

/** A date in a month: "5", "5th", "fifth"; null where none. */
function dateAt(reader: TimeReader, at: number): number | null {
  const word = wordAt(reader, at)
  const value = /^\d{1,2}$/.test(word)
    ? Number(word)
    : /^\d/.test(word) || word.endsWith('th') || /^(?:first|second|third)$/.test(word)
      ? ordinalOf(word)
      : null
  return value !== null && value >= 1 && value <= 31 ? value : null
}

/** The year that brings a yearless date nearest to the report: the past one, unless the clause looks ahead or the date is close. */
function nearestYear(reader: TimeReader, month: number, date: number): number {
  const year = yearOf(reader.day)
  const candidates = [year, year - 1, year + 1]
  const cost = (candidate: number) => {
    const day = makeDay(candidate, month, Math.min(date, 28))
    if (!day) return Number.POSITIVE_INFINITY
    const ahead = daysBetween(reader.day, day)
    if (reader.future) return ahead >= 0 ? ahead : 400 - ahead
    return ahead > 0 ? ahead + (ahead > NEAR_FUTURE ? 400 : 30) : -ahead
  }
  return candidates.reduce((best, candidate) => (cost(candidate) < cost(best) ? candidate : best))
}

/** Reads a year behind a date, after a comma or "of" or straight on. */
function yearBehind(reader: TimeReader, at: number): { readonly year: number | null; readonly to: number } {
  const skip = wordAt(reader, at) === ',' || wordAt(reader, at) === 'of' ? 1 : 0
  const year = yearAt(reader, at + skip)
  return year === null ? { year: null, to: at } : { year, to: at + skip + 1 }
}

/** "24 February 2022", "the 24th of February", "5–7 March", "5 and 6 March". */
function readDateFirst(reader: TimeReader, at: number): ReadTime | null {
  const from = wordAt(reader, at) === 'the' ? at + 1 : at
  const date = dateAt(reader, from)
  if (date === null) return null
  let next = from + 1
  let last = date
  if (/^(?:-|–|—|and|to)$/.test(wordAt(reader, next)) && dateAt(reader, next + 1) !== null) {
    last = dateAt(reader, next + 1) ?? date
    next += 2
  }
  if (wordAt(reader, next) === 'of') next += 1
  const month = monthAt(reader, next)
  if (month === null) return null
  const { year, to } = yearBehind(reader, next + 1)
  const inYear = year ?? nearestYear(reader, month, date)
  const start = makeDay(inYear, month, date)
  const end = makeDay(inYear, month, last)
  return start && end ? { start, end, to } : null
}

/** "February 24, 2022", "Feb. 24", "March 5-7", "March 5 to April 2", "March 2023", "March". */
function readMonthFirst(reader: TimeReader, at: number): ReadTime | null {
  const relative = STEPS[wordAt(reader, at)]
  const named = relative === undefined ? null : monthAt(reader, at + 1)
  if (relative !== undefined && named !== null && dateAt(reader, at + 2) === null) {
    const gone = named < monthOf(reader.day) || (named === monthOf(reader.day) && relative >= 0)
    const year = yearOf(reader.day) + (relative < 0 ? (gone ? 0 : -1) : relative > 0 && gone ? 1 : 0)
    return until(wholeMonth(year, named), at + 2)
  }
  const month = monthAt(reader, at)
  if (month === null) return null
  const the = wordAt(reader, at + 1) === 'the' ? 1 : 0
  const date = dateAt(reader, at + 1 + the)
  if (date === null || wordAt(reader, at + 2 + the) === '%') return readMonthAlone(reader, at, month)
  let next = at + 2 + the
  let last = date
  const joined = /^(?:-|–|—|and|to)$/.test(wordAt(reader, next)) ? dateAt(reader, next + 1) : null
  if (joined !== null && joined > date && monthAt(reader, next + 2) === null) {
    last = joined
    next += 2
  }
  const { year, to } = yearBehind(reader, next)
  const inYear = year ?? nearestYear(reader, month, date)
  const start = makeDay(inYear, month, date)
  const end = makeDay(inYear, month, last)
  return start && end ? { start, end, to } : null
}

/** A month with or without its year; "may" and "march" only where a preposition or year shows the month. */
function readMonthAlone(reader: TimeReader, at: number, month: number): ReadTime | null {
  const { year, to } = yearBehind(reader, at + 1)
  const word = wordAt(reader, at)
  const before = at > 0 ? (reader.tokens[at - 1]?.lower ?? '') : ''
  const doubtful = /^(?:may|march|mar|jan|sun)$/.test(word)
  if (year === null && doubtful && !YEAR_BEFORE.test(before) && !/^(?:last|next|this)$/.test(before)) return null
  return until(wholeMonth(year ?? nearestYear(reader, month, 15), month), to)
}

/** "2022-02-24", "24.02.2022", "24/02/2022", "2/24/2022": one token or several; the reading nearest the report where two fit. */
function readNumeric(reader: TimeReader, at: number): ReadTime | null {
  const iso = [0, 1, 2, 3, 4].map(step => formAt(reader, at + step))
  if (/^(?:19|20)\d{2}$/.test(iso[0] ?? '') && iso[1] === '-' && iso[3] === '-')
    return oneDay(parseDay(`${iso[0]}-${iso[2]}-${iso[4]}`), at + 5)
  const parts = /^(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})$/.exec(iso[0] ?? '')
  if (!parts) return null
  const [first, second] = [Number(parts[1]), Number(parts[3])]
  const year = Number(parts[4]) + ((parts[4]?.length ?? 0) === 2 ? 2000 : 0)
  const readings = [makeDay(year, second, first), parts[2] === '/' ? makeDay(year, first, second) : null].filter(
    day => day !== null,
  )
  const nearest = readings.reduce<Day | null>(
    (best, day) =>
      best && Math.abs(daysBetween(reader.day, best)) <= Math.abs(daysBetween(reader.day, day)) ? best : day,
    null,
  )
  return oneDay(nearest, at + 1)
}

/** "in 2023", "2022-2023", "the 1990s", "spring 2023", "Q3 2022", "the third quarter", "the first half of 2022". */
function readYearOrPart(reader: TimeReader, at: number): ReadTime | null {
  const the = wordAt(reader, at) === 'the' ? 1 : 0
  const word = wordAt(reader, at + the)
  const decade = /^(1\d|20)(\d)0s$/.exec(word)
  if (decade)
    return {
      start: makeDay(Number(`${decade[1]}${decade[2]}0`), 1, 1),
      end: makeDay(Number(`${decade[1]}${decade[2]}9`), 12, 31),
      to: at + the + 1,
    }
  const season = wholeSeason(yearOf(reader.day), word)
  if (season && (the || yearAt(reader, at + 1) !== null || wordAt(reader, at + the + 1) === 'of')) {
    const { year, to } = yearBehind(reader, at + the + 1)
    if (year !== null) return until(wholeSeason(year, word) ?? season, to)
    if (the && word !== 'fall') return until(season, at + 2)
  }
  const dash = wordAt(reader, at + the + 1) === '-' ? 1 : 0
  const order = /^q[1-4]$/.test(word)
    ? Number(word[1])
    : wordAt(reader, at + the + 1 + dash) === 'quarter'
      ? ordinalOf(word)
      : null
  if (order !== null && order <= 4) {
    const { year, to } = yearBehind(reader, at + the + (word.startsWith('q') ? 1 : 2 + dash))
    return until(wholeQuarter(year ?? yearOf(reader.day), order), to)
  }
  if (/^(?:first|second)$/.test(word) && wordAt(reader, at + the + 1) === 'half') {
    const { year, to } = yearBehind(reader, at + the + 2)
    if (year === null) return null
    const half = word === 'first' ? 0 : 6
    return { start: wholeMonth(year, half + 1).start, end: wholeMonth(year, half + 6).end, to }
  }
  return the ? null : readYear(reader, at)
}

/** A bare year where a preposition or punctuation shows that it is one and no unit follows. */
function readYear(reader: TimeReader, at: number): ReadTime | null {
  const year = yearAt(reader, at)
  if (year === null) return null
  const before = at > 0 ? (reader.tokens[at - 1]?.lower ?? '') : ''
  const next = reader.tokens[at + 1]
  const counts =
    at + 1 < reader.end &&
    next !== undefined &&
    (next.tag === 'noun' || next.lower === '%') &&
    !/^(?:war|election|elections|invasion|season|budget|referendum|campaign|report|agreement|revolution)$/.test(
      next.lower,
    )
  if (counts || !(YEAR_BEFORE.test(before) || at === 0 || year >= 1900)) return null
  if (/^[$€£#]$/.test(before)) return null
  const joined = /^(?:-|–|—)$/.test(wordAt(reader, at + 1)) ? yearAt(reader, at + 2) : null
  if (joined !== null && joined > year) return { start: wholeYear(year).start, end: wholeYear(joined).end, to: at + 3 }
  return until(wholeYear(year), at + 1)
}

/** "day 1,007 of the war", "the 1,007th day of the Russia-Ukraine war". */
function readWarDay(reader: TimeReader, at: number): ReadTime | null {
  if (reader.dayOne === null) return null
  const the = wordAt(reader, at) === 'the' ? 1 : 0
  const named = wordAt(reader, at + the) === 'day' && /^\d/.test(wordAt(reader, at + the + 1))
  const number = named
    ? digitsOf(wordAt(reader, at + the + 1))
    : wordAt(reader, at + the + 1) === 'day'
      ? ordinalOf(wordAt(reader, at + the))
      : null
  if (number === null || number < 1 || number > 20_000) return null
  let to = at + the + 2
  const limit = to + 8
  let war = false
  if (wordAt(reader, to) === 'of')
    for (let next = to + 1; next < limit && !war; next += 1) {
      const word = wordAt(reader, next)
      war = /^(?:war|invasion|conflict|aggression)$/.test(word)
      if (war) to = next + 1
      else if (
        !/^(?:the|a|full|scale|-|–|all|out|military|its|\p{L}+)$/u.test(word) ||
        /^(?:talks|summit|trial|visit)$/.test(word)
      )
        break
    }
  if (!war && !(named && number > 31)) return null
  return oneDay(dayOfNumber(reader.dayOne, number), to)
}

/** Reads a date, month, season, quarter, year or day of the war that begins at a token; null where none does. */
export function readAbsolute(reader: TimeReader, at: number): ReadTime | null {
  return (
    readWarDay(reader, at) ??
    readNumeric(reader, at) ??
    readDateFirst(reader, at) ??
    readMonthFirst(reader, at) ??
    readYearOrPart(reader, at)
  )
}
