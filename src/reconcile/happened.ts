import type { Day, RecordedClaim } from '#domain'
import { dayOf, daysBetween } from '#domain'

/** A stretch of whole days, both included. */
export interface Days {
  readonly start: Day
  readonly end: Day
}

/** When a claim says it happened: the days given, else the day it was said. */
export function daysOf(claim: RecordedClaim): Days {
  const said = dayOf(claim.said)
  const start = claim.time.start ?? claim.time.end ?? said
  const end = claim.time.end ?? start
  return start <= end ? { start, end } : { start: end, end: start }
}

/** True when the text itself gives the time; otherwise the days are those of publication. */
export const isDated = (claim: RecordedClaim): boolean => claim.time.words !== null

const EPOCH = '1970-01-01' as Day
/** Days already counted: reading a date is the dearest part of comparing two, and a war has few days. */
const counted = new Map<Day, number>()

/** The number of a day, counted from 1970-01-01 as 0; days apart are the difference of two. */
export function dayCount(day: Day): number {
  const known = counted.get(day)
  if (known !== undefined) return known
  const count = daysBetween(EPOCH, day)
  counted.set(day, count)
  return count
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysApart = (from: Day, to: Day): number => dayCount(to) - dayCount(from)

/** Number of days, at least 1. */
export const lengthOf = ({ start, end }: Days): number => daysApart(start, end) + 1

/** Days between two stretches; 0 when they touch or overlap on a day. */
export const gapOf = (a: Days, b: Days): number => Math.max(0, daysApart(a.end, b.start), daysApart(b.end, a.start))

/** The days both stretches share, or null. */
export function sharedDays(a: Days, b: Days): Days | null {
  const start = a.start > b.start ? a.start : b.start
  const end = a.end < b.end ? a.end : b.end
  return start <= end ? { start, end } : null
}
