import type { ClaimFigure, Day, RecordedClaim } from '#domain'
import { daysApart, daysOf, lengthOf } from './happened.ts'

/** Words by which a text says that a number counts from the beginning. */
const SINCE_WORDS =
  /\bsince\s+(?:the\s+)?(?:[\p{L}'’-]+\s+){0,4}?(?:(?:start|beginning|launch|outbreak|onset)(?!\s+of\s+(?:the\s+)?(?:day|week|month|year|siege))|invasion|war|aggression|feb(?:ruary)?)\b|\bsince day one\b|\b(?:in|of|during|throughout) the (?:whole |entire )?(?:war|invasion|siege|occupation)\b/iu
/** Words by which it is the count of one day, whatever else is listed with it. */
const DAY_WORDS = /\b(?:past|last|previous)\s+(?:day|24\s+hours|night)\b|\bovernight\b/i
/** Words that say so of an army's losses, where they are no toll of one attack. */
const TOTAL_WORDS = /\b(so far|to date|in total|total(s|ling|led)?|overall|cumulative|altogether)\b/i
/** A list of at least this many different losses in one claim is a staff's running tally. */
const TALLY_LENGTH = 4
/** A time that starts this near to day one and runs on for at least a fortnight counts from the beginning. */
const FROM_START_DAYS = 7
const LONG_DAYS = 14
/** True when a claim's figure adds up from the beginning: its words or days say so, an increment is given, or it is a staff's list. */
export function isRunningTotal(claim: RecordedClaim, figure: ClaimFigure, dayOne: Day): boolean {
  if (figure.change !== null) return true
  if (claim.type !== 'harm.losses' && claim.type !== 'harm.casualties') return false
  const days = daysOf(claim)
  const fromStart = Math.abs(daysApart(dayOne, days.start)) <= FROM_START_DAYS && lengthOf(days) >= LONG_DAYS
  const losses = new Set(
    claim.figures.map(({ measure }) => measure).filter(measure => /^(personnel|equipment)\./.test(measure)),
  )
  const words = `${claim.text} ${claim.time.words ?? ''}`
  const tally = claim.type === 'harm.losses' && losses.size >= TALLY_LENGTH && !DAY_WORDS.test(words)
  return fromStart || tally || SINCE_WORDS.test(words) || (claim.type === 'harm.losses' && TOTAL_WORDS.test(words))
}
