import type { Token } from './document.ts'
import { BOUNDS, BOUNDS_BEHIND, FRACTIONS, VAGUE } from './lexicon/units.ts'
import { type ReadNumber, readNumber } from './number-words.ts'

/** An amount as the words give it: a value or bounds, and what it is part of. */
export interface Amount {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly approx: boolean
  readonly of: number | null
  readonly change: number | null
  /** True for "one-fifth", "half", "a third": a share without a per cent word. */
  readonly fraction: boolean
  /** The number as read, for multiplying out a unit; 0 for vague plurals. */
  readonly from: number
  readonly to: number
}

const lowerAt = (tokens: readonly Token[], at: number, end: number): string =>
  at < end ? (tokens[at]?.lower ?? '') : ''

const BOUND_WORDS = BOUNDS.map(([words, bound]) => [words.split(' '), bound] as const)
const BEHIND_WORDS = BOUNDS_BEHIND.map(([words, bound]) => [words.split(' '), bound] as const)

/** The bound that stands before a token ("more than"), and where its words begin. */
function boundBefore(
  tokens: readonly Token[],
  at: number,
  start: number,
): { readonly bound: string; readonly from: number } | null {
  for (const [words, bound] of BOUND_WORDS) {
    const from = at - words.length
    if (from >= start && words.every((word, step) => tokens[from + step]?.lower === word)) return { bound, from }
  }
  return null
}

/** The bound that stands behind a token ("or more"), and where its words end. */
function boundBehind(
  tokens: readonly Token[],
  at: number,
  end: number,
): { readonly bound: string; readonly to: number } | null {
  for (const [words, bound] of BEHIND_WORDS)
    if (at + words.length <= end && words.every((word, step) => tokens[at + step]?.lower === word))
      return { bound, to: at + words.length }
  return null
}

/** "one-fifth", "two thirds", "a quarter", "half"; null where none or where it is an ordinal ("a third attack"). */
function readFraction(tokens: readonly Token[], at: number, end: number): ReadNumber | null {
  const word = lowerAt(tokens, at, end)
  const article = word === 'a' || word === 'an'
  const top = article ? { value: 1, to: at + 1 } : readNumber(tokens, at, end)
  const half = word === 'half' && lowerAt(tokens, at + 1, end) !== '-' && lowerAt(tokens, at + 1, end) !== 'dozen'
  if (half)
    return /^(?:of|the|its|their|a|an|all|$)/.test(lowerAt(tokens, at + 1, end)) ? { value: 0.5, to: at + 1 } : null
  if (!top) return null
  const dash = lowerAt(tokens, top.to, end) === '-' ? 1 : 0
  const below = FRACTIONS[lowerAt(tokens, top.to + dash, end)]
  if (below === undefined || top.value >= below || !Number.isInteger(top.value)) return null
  const next = lowerAt(tokens, top.to + dash + 1, end)
  const shares = dash === 1 || top.value > 1 || /^(?:of|more|less|the|its|their|,|\.|$)/.test(next)
  return shares && !(article && below > 4 && next !== 'of') ? { value: top.value / below, to: top.to + dash + 1 } : null
}

/** "dozens", "tens of thousands", "hundreds of thousands": their lowest reading. */
function readVague(tokens: readonly Token[], at: number, end: number): ReadNumber | null {
  const word = lowerAt(tokens, at, end)
  const tens = word === 'tens' ? 20 : undefined
  const low = VAGUE[word] ?? tens
  if (low === undefined) return null
  const scale = lowerAt(tokens, at + 1, end) === 'of' ? VAGUE[lowerAt(tokens, at + 2, end)] : undefined
  if (scale !== undefined) return { value: (low * scale) / 2, to: at + 3 }
  if (tens !== undefined) return null
  if (word === 'scores' && lowerAt(tokens, at + 1, end) !== 'of') return null
  return { value: low, to: at + 1 }
}

interface ReadRange {
  readonly low: number
  readonly high: number
  readonly to: number
}

/** Both numbers of a range by the second and what joins it: "30-35", "30 to 35", "between 30 and 35". */
function readRange(tokens: readonly Token[], at: number, first: ReadNumber, end: number): ReadRange | null {
  const link = lowerAt(tokens, first.to, end)
  const before = tokens[at - 1]?.lower ?? ''
  const joins = /^(?:-|–|—|to|or)$/.test(link) || (link === 'and' && before === 'between')
  const glued = !/^[–—-]$/.test(link) || tokens[first.to]?.span[0] === tokens[first.to - 1]?.span[1]
  const second = joins && glued ? readNumber(tokens, first.to + 1, end) : null
  if (!second) return null
  const scale =
    second.value >= 1000 && first.value < 1000 && /^\D+$/.test(lowerAt(tokens, second.to - 1, end))
      ? scaleOf(second.value)
      : 1
  const low = first.value * scale < second.value ? first.value * scale : first.value
  return low < second.value ? { low, high: second.value, to: second.to } : null
}

const scaleOf = (value: number): number => (value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1e3)

/** The whole a part belongs to: "16 of 21", "16 out of 21", "76 of the 188", "12 from 30". */
export function readWhole(tokens: readonly Token[], at: number, end: number): ReadNumber | null {
  const out = lowerAt(tokens, at, end) === 'out' ? 1 : 0
  if (lowerAt(tokens, at + out, end) !== 'of') return null
  let next = at + out + 1
  if (/^(?:the|those|these|all|a|its|their)$/.test(lowerAt(tokens, next, end))) next += 1
  if (/^(?:total|some|about|around|roughly|at|nearly|over|more|estimated)$/.test(lowerAt(tokens, next, end)))
    next += /^(?:total|at|more)$/.test(lowerAt(tokens, next, end)) ? 2 : 1
  return readNumber(tokens, next, end)
}

/** The increment behind a running total: "(+11)", "(+1,610 in the past day)", "(plus 5)". */
export function readChange(tokens: readonly Token[], at: number, end: number): ReadNumber | null {
  if (lowerAt(tokens, at, end) !== '(' || !/^(?:\+|plus)$/.test(lowerAt(tokens, at + 1, end))) return null
  const number = readNumber(tokens, at + 2, end)
  if (!number) return null
  for (let to = number.to; to < Math.min(end, number.to + 10); to += 1)
    if (tokens[to]?.form === ')') return { value: number.value, to: to + 1 }
  return null
}

/** A plain number with what is said of it as a bound, a range, a part or a running total. */
export function readAmount(tokens: readonly Token[], at: number, start: number, end: number): Amount | null {
  const fraction = readFraction(tokens, at, end)
  const vague = fraction ? null : readVague(tokens, at, end)
  const number = fraction ?? vague ?? readNumber(tokens, at, end)
  if (!number) return null
  const range = fraction || vague ? null : readRange(tokens, at, number, end)
  let to = range?.to ?? number.to
  const behind = boundBehind(tokens, to, end)
  if (behind) to = behind.to
  const between = range !== null && tokens[at - 1]?.lower === 'between'
  const before = boundBefore(tokens, between ? at - 1 : at, start)
  const whole = range || vague ? null : readWhole(tokens, to, end)
  const partOf = whole && whole.value >= number.value ? whole : null
  if (partOf) to = partOf.to
  const change = readChange(tokens, to, end)
  if (change) to = change.to
  const bound = vague ? 'vague' : (behind?.bound ?? before?.bound ?? '')
  const from = before?.from ?? (between ? at - 1 : at)
  return {
    ...shape(number.value, range, bound),
    of: partOf?.value ?? null,
    change: change?.value ?? null,
    fraction: fraction !== null,
    from,
    to,
  }
}

function shape(
  number: number,
  range: ReadRange | null,
  bound: string,
): Pick<Amount, 'value' | 'low' | 'high' | 'approx'> {
  if (range) return { value: null, low: range.low, high: range.high, approx: bound === 'about' }
  if (bound === 'low') return { value: null, low: number, high: null, approx: false }
  if (bound === 'high') return { value: null, low: null, high: number, approx: false }
  if (bound === 'nearly') return { value: null, low: null, high: number, approx: true }
  if (bound === 'vague') return { value: null, low: number, high: null, approx: true }
  return { value: number, low: null, high: null, approx: bound === 'about' }
}

/** Multiplies every number of an amount, for a unit. */
export function scaleAmount(amount: Amount, factor: number): Amount {
  const times = (value: number | null) => (value === null ? null : Math.round(value * factor * 1e6) / 1e6)
  return {
    ...amount,
    value: times(amount.value),
    low: times(amount.low),
    high: times(amount.high),
    of: times(amount.of),
    change: times(amount.change),
  }
}
