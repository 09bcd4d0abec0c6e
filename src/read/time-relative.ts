import { addDays } from '#domain'
import {
  addMonths,
  type DayRange,
  mondayOf,
  monthOf,
  weekdayOf,
  wholeMonth,
  wholeQuarter,
  wholeSeason,
  wholeYear,
  yearOf,
} from './calendar.ts'
import { WEEKDAYS } from './lexicon/months.ts'
import { readNumber } from './number-words.ts'
import { readAbsolute } from './time-dates.ts'
import { formAt, oneDay, type ReadTime, type TimeReader, until, wordAt } from './time-reader.ts'

const UNIT = /^(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century)s?$/
const PART_OF_DAY = /^(?:morning|afternoon|evening|night|noon|midday|lunchtime|dawn|midnight)$/

/** The unit of a duration as a word in the singular, or null. */
const unitAt = (reader: TimeReader, at: number): string | null => {
  const word = wordAt(reader, at)
  return UNIT.test(word)
    ? word.replace(/s$/, '')
    : /^(?:h|hrs?)$/.test(word)
      ? 'hour'
      : /^(?:mins?)$/.test(word)
        ? 'minute'
        : null
}

/** Days a count of units spans, for ranges that end or begin today; months and years keep the calendar. */
function shift(reader: TimeReader, unit: string, count: number, sign: 1 | -1): DayRange {
  const days: Readonly<Record<string, number>> = {
    second: 0,
    minute: 0,
    hour: 1 / 24,
    day: 1,
    night: 1,
    week: 7,
    weekend: 7,
    fortnight: 14,
  }
  const months: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }
  const span = months[unit]
  const whole = Math.min(Math.ceil(count * (days[unit] ?? 0)), 36_500)
  const edge =
    span === undefined
      ? addDays(reader.day, sign * whole)
      : addMonths(reader.day, sign * Math.min(Math.round(span * count), 12_000))
  return sign < 0 ? { start: edge, end: reader.day } : { start: reader.day, end: edge }
}

/** "Closed until Wednesday" looks ahead, "lasted until Wednesday" back. */
function isOpenUntil(reader: TimeReader, at: number): boolean {
  if (!/^(?:until|till)$/.test(at > 0 ? wordAt(reader, at - 1) : '')) return false
  const verbs = reader.tokens.slice(Math.max(0, at - 9), at - 1).filter(({ verbForm }) => verbForm !== null)
  return verbs.length === 0 || verbs.some(({ verbForm }) => verbForm === 'base' || verbForm === 'present')
}

/** The weekday a report means: the one just gone, today's included, or the one ahead in a clause about the future. */
function resolveWeekday(reader: TimeReader, weekday: number, order: string): ReadTime['start'] {
  const back = (weekdayOf(reader.day) - weekday + 7) % 7
  if (order === 'next') return addDays(reader.day, 7 - back)
  if (order === 'last' || order === 'past' || order === 'previous') return addDays(reader.day, back === 0 ? -7 : -back)
  if (order === 'this' || order === 'coming')
    return back === 0
      ? reader.day
      : reader.future || order === 'coming'
        ? addDays(reader.day, 7 - back)
        : addDays(reader.day, -back)
  return reader.future && back > 0 ? addDays(reader.day, 7 - back) : addDays(reader.day, -back)
}

/** "Thursday", "last Monday", "late on Wednesday", "during the night on Wednesday", "Friday morning". */
function readWeekday(reader: TimeReader, at: number): ReadTime | null {
  let next = at
  if (/^(?:early|late)$/.test(wordAt(reader, next))) next += 1
  if (wordAt(reader, next) === 'the' && PART_OF_DAY.test(wordAt(reader, next + 1))) next += 2
  else if (PART_OF_DAY.test(wordAt(reader, next))) next += 1
  if (next > at && /^(?:on|of)$/.test(wordAt(reader, next))) next += 1
  const order = /^(?:last|next|this|past|coming|previous|early|late)$/.test(wordAt(reader, next))
    ? wordAt(reader, next)
    : ''
  if (order) next += 1
  const form = formAt(reader, next)
  const weekday = /^\p{Lu}/u.test(form) ? WEEKDAYS[form.toLowerCase().replace(/\.$/, '')] : undefined
  if (weekday === undefined) return null
  const to = PART_OF_DAY.test(wordAt(reader, next + 1)) ? next + 2 : next + 1
  const date = readAbsolute(reader, wordAt(reader, to) === ',' ? to + 1 : to)
  if (date?.start && date.start === date.end) return date
  return oneDay(resolveWeekday(isOpenUntil(reader, at) ? { ...reader, future: true } : reader, weekday, order), to)
}

/** "today", "yesterday", "overnight", "last night", "the previous day", "tomorrow". */
function readDay(reader: TimeReader, at: number): ReadTime | null {
  const { day } = reader
  const word = wordAt(reader, at)
  const next = wordAt(reader, at + 1)
  const part = PART_OF_DAY.test(next) ? at + 2 : at + 1
  if (word === 'today' || word === 'tonight') return oneDay(day, part)
  if (word === 'yesterday') return oneDay(addDays(day, -1), part)
  if (word === 'tomorrow') return oneDay(addDays(day, 1), part)
  if (word === 'overnight') return { start: addDays(day, -1), end: day, to: at + 1 }
  if (word === 'last' && (next === 'night' || next === 'evening'))
    return { start: addDays(day, -1), end: next === 'night' ? day : addDays(day, -1), to: at + 2 }
  if (word === 'this' && PART_OF_DAY.test(next)) return oneDay(day, at + 2)
  if (word === 'earlier' && next === 'today') return oneDay(day, at + 2)
  if (word !== 'the') return null
  if (/^(?:previous|preceding|prior)$/.test(next) && /^(?:day|night|evening)$/.test(wordAt(reader, at + 2)))
    return oneDay(addDays(day, -1), at + 3)
  if (next === 'day' && wordAt(reader, at + 2) === 'before') {
    const twice = wordAt(reader, at + 3) === 'yesterday'
    return oneDay(addDays(day, twice ? -2 : -1), twice ? at + 4 : at + 3)
  }
  if (next === 'day' && wordAt(reader, at + 2) === 'after' && wordAt(reader, at + 3) === 'tomorrow')
    return oneDay(addDays(day, 2), at + 4)
  if (/^(?:following|next)$/.test(next) && wordAt(reader, at + 2) === 'day')
    return { start: null, end: null, to: at + 3 }
  return next === 'weekend'
    ? until(calendarUnit(reader, 'weekend', reader.future ? 0 : -1) ?? { start: null, end: null }, at + 2)
    : null
}

/** A calendar unit counted from the current one: 0 this, -1 last, 1 next. */
export function calendarUnit(reader: TimeReader, unit: string, step: number): DayRange | null {
  const year = yearOf(reader.day)
  const monday = addDays(mondayOf(reader.day), step * 7)
  switch (unit) {
    case 'week':
      return { start: monday, end: addDays(monday, 6) }
    case 'weekend':
      return { start: addDays(monday, 5), end: addDays(monday, 6) }
    case 'month':
      return wholeMonth(year, monthOf(reader.day) + step)
    case 'quarter':
      return wholeQuarter(year, Math.ceil(monthOf(reader.day) / 3) + step)
    case 'year':
      return wholeYear(year + step)
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + step * 10
      return { start: wholeYear(first).start, end: wholeYear(first + 9).end }
    }
    default:
      return wholeSeason(year + step, unit)
  }
}

const STEPS: Readonly<Record<string, number>> = { this: 0, current: 0, last: -1, previous: -1, next: 1, coming: 1 }

/** "this week", "last month", "next year", "earlier this year", "later in the week", "the past week". */
function readUnit(reader: TimeReader, at: number): ReadTime | null {
  const edge = /^(?:earlier|later)$/.test(wordAt(reader, at)) ? wordAt(reader, at) : ''
  let next = edge ? at + 1 : at
  if (edge && wordAt(reader, next) === 'in') next += 1
  const the = wordAt(reader, next) === 'the'
  if (the) next += 1
  const order = wordAt(reader, next)
  const bare = edge !== '' && the && /^(?:week|month|year|day)$/.test(order)
  const unit = bare ? order : wordAt(reader, next + 1)
  const to = bare ? next + 1 : next + 2
  if (edge && unit === 'day') return oneDay(reader.day, to)
  if (/^(?:past|last)$/.test(order) && (the || order === 'past') && unitAt(reader, next + 1) && !unit.endsWith('s'))
    return until(shift(reader, unit, 1, -1), to)
  const step = bare ? 0 : STEPS[order]
  const range = step === undefined ? null : calendarUnit(reader, unit, step)
  if (!range) return null
  if (edge === 'earlier' && step === 0) return { start: range.start, end: reader.day, to }
  if (edge === 'later' && step === 0) return { start: reader.day, end: range.end, to }
  return until(range, to)
}

/** "in the last three days", "over the next couple of weeks", "the past 24 hours", "the coming months", "recent days". */
function readSpan(reader: TimeReader, at: number): ReadTime | null {
  let next = at
  if (wordAt(reader, next) === 'the') next += 1
  const order = wordAt(reader, next)
  const back = /^(?:last|past|previous|preceding|recent)$/.test(order)
  const ahead = /^(?:next|coming|following|upcoming)$/.test(order)
  if (!back && !ahead) return null
  next += 1
  if (wordAt(reader, next) === 'a') next += 0
  const vague = /^(?:few|several)$/.test(wordAt(reader, next))
  const couple = wordAt(reader, next) === 'couple'
  const number = couple
    ? { value: 2, to: next + (wordAt(reader, next + 1) === 'of' ? 2 : 1) }
    : readNumber(reader.tokens, next, reader.end)
  const unitFrom = vague ? next + 1 : (number?.to ?? next)
  const unit = unitAt(reader, unitFrom + (wordAt(reader, unitFrom) === 'or' ? 2 : 0))
  if (!unit) return null
  const to = unitFrom + 1
  if (number && !vague) return until(shift(reader, unit, number.value, back ? -1 : 1), to)
  if (!vague && !wordAt(reader, unitFrom).endsWith('s')) return null
  return back ? { start: null, end: reader.day, to } : { start: reader.day, end: null, to }
}

/** "three days ago", "13 months ago", "in two weeks", "within 48 hours", "an hour ago". */
function readAgo(reader: TimeReader, at: number): ReadTime | null {
  const ahead = /^(?:in|within)$/.test(wordAt(reader, at))
  const from = ahead ? at + 1 : at
  const article = /^(?:a|an)$/.test(wordAt(reader, from)) && unitAt(reader, from + 1) !== null
  const number = article ? { value: 1, to: from + 1 } : readNumber(reader.tokens, from, reader.end)
  if (!number) return null
  const unit = unitAt(reader, number.to)
  if (!unit) return null
  const to = number.to + 1
  if (wordAt(reader, to) === 'ago') return until(agoRange(reader, unit, number.value), to + 1)
  if (ahead && (reader.future || wordAt(reader, at) === 'within')) {
    const range = shift(reader, unit, number.value, 1)
    return wordAt(reader, at) === 'within' ? until(range, to) : oneDay(range.end, to)
  }
  return null
}

/** The day, week, month or year that lies a count of units back, as wide as the unit. */
function agoRange(reader: TimeReader, unit: string, count: number): DayRange {
  const edge = shift(reader, unit, unit === 'hour' && count < 12 ? 0 : count, -1).start
  if (!edge) return { start: null, end: null }
  if (unit === 'month') return wholeMonth(yearOf(edge), monthOf(edge))
  if (unit === 'year' || unit === 'decade' || unit === 'century') return wholeYear(yearOf(edge))
  if (unit === 'week' || unit === 'fortnight') return { start: mondayOf(edge), end: addDays(mondayOf(edge), 6) }
  return { start: edge, end: edge }
}

/** A bare length of time ("for three days", "two-week"): known words, no days. */
function readLength(reader: TimeReader, at: number): ReadTime | null {
  const word = wordAt(reader, at)
  if (/^(?:now|currently|recently|daily|weekly|monthly|annually|hourly)$/.test(word))
    return { start: null, end: null, to: at + 1 }
  if (/^(?:every|each)$/.test(word) && unitAt(reader, at + 1)) return { start: null, end: null, to: at + 2 }
  const few = word === 'several' ? at + 1 : word === 'a' && wordAt(reader, at + 1) === 'few' ? at + 2 : null
  const article =
    (word === 'a' || word === 'an') && /^(?:earlier|later|ago|before)$/.test(wordAt(reader, at + 2)) ? at + 1 : null
  const number = few ?? article ?? readNumber(reader.tokens, at, reader.end)?.to
  if (number === undefined) return null
  const dash = wordAt(reader, number) === '-' || wordAt(reader, number) === 'more' ? 1 : 0
  const to = number + dash + 1
  if (
    !unitAt(reader, number + dash) ||
    wordAt(reader, to) === 'old' ||
    (wordAt(reader, to) === '-' && wordAt(reader, to + 1) === 'old')
  )
    return null
  return { start: null, end: null, to: /^(?:earlier|later|ago)$/.test(wordAt(reader, to)) ? to + 1 : to }
}

/** A time of day ("at 5:30 a.m.", "10:30", "5 pm"): the day of the report where no other stands beside it. */
function readClock(reader: TimeReader, at: number): ReadTime | null {
  const form = formAt(reader, at)
  const next = wordAt(reader, at + 1).replaceAll('.', '')
  const half = next === 'am' || next === 'pm'
  if (/^\d{1,2}(?:[:.]\d{2})?$/.test(form) && half) {
    const on = /^(?:on|,)$/.test(wordAt(reader, at + 2)) ? at + 3 : at + 2
    return readWeekday(reader, on) ?? readDay(reader, on) ?? readAbsolute(reader, on) ?? oneDay(reader.day, at + 2)
  }
  const before = at > 0 ? (reader.tokens[at - 1]?.lower ?? '') : ''
  return /^\d{1,2}:\d{2}(?::\d{2})?$/.test(form) &&
    /^(?:at|by|from|until|till|around|about|to|and|since|before|after|,|\()$/.test(before)
    ? oneDay(reader.day, at + 1)
    : null
}

/** Reads an expression relative to the day of the report that begins at a token; null where none does. */
export function readRelative(reader: TimeReader, at: number): ReadTime | null {
  return (
    readWeekday(reader, at) ??
    readDay(reader, at) ??
    readUnit(reader, at) ??
    readSpan(reader, at) ??
    readAgo(reader, at) ??
    readClock(reader, at) ??
    readLength(reader, at)
  )
}
