import type { Figure, Note } from '#domain'
import { daysApart } from './happened.ts'
import { compareText, medianOf } from './order.ts'

/** A figure before it has an id, with what flagging asks of the claim it stands in. */
export interface FigureDraft extends Omit<Figure, 'id' | 'replaces'> {
  /** Place in the sorted series of the figure this one corrects, or null. */
  readonly corrects: number | null
  readonly origin: string
  /** True when a later edition of a report gives it. */
  readonly revises: boolean
  /** The number its words put aside ("not 792,290"), or null. */
  readonly rejects: number | null
  readonly text: string
}

/** A change this many times the usual one is a jump. */
const JUMP_FACTOR = 3
/** Changes that must be known before one can be unusual. */
const LEAST_CHANGES = 3
/** Later figures that must go on from a new level before the series counts as re-based. */
const LEAST_AFTER = 2
const CORRECTING_WORDS =
  /\b(correct(s|ed|ion|ing)?|revis(es|ed|ion)|updated figure|erroneous(ly)?|mistaken(ly)?|restated)\b/i

const note = (rule: string, reason: string): Note => ({ rule, reason, span: null })
const spell = (value: number) => value.toLocaleString('en-GB')

/** The number with each pair of neighbouring digits exchanged: 17,610 → 71,610, 16,710, 17,160, 17,601. */
function transpositions(value: number): number[] {
  const digits = [...String(value)]
  return digits.slice(1).map((_, at) => {
    const swapped = [...digits]
    ;[swapped[at], swapped[at + 1]] = [digits[at + 1] ?? '', digits[at] ?? '']
    return Number(swapped.join(''))
  })
}

/** A point of a series of totals: the figure, its place in the series, and what it comes after. */
interface Point {
  readonly at: number
  readonly draft: FigureDraft
  readonly value: number
}

/** What a point grew by per day since the one before; null for the first. */
const growth = (point: Point, before: Point | undefined): number | null =>
  before === undefined
    ? null
    : (point.value - before.value) / Math.max(1, daysApart(before.draft.happened, point.draft.happened))

/** True when the figures after a fall or jump go on from it rather than from the level before. */
function isRebased(points: readonly Point[], at: number, usual: number): boolean {
  const here = points[at]
  const after = points.slice(at + 1, at + 1 + LEAST_AFTER)
  if (!here || after.length < LEAST_AFTER) return false
  return after.every((point, index) => {
    const grown = growth(point, after[index - 1] ?? here)
    return grown !== null && grown >= 0 && grown <= Math.max(usual * JUMP_FACTOR, 1)
  })
}

/** What is odd about a total beside the one before. */
function flagPoint(points: readonly Point[], at: number, usual: number | null): Note[] {
  const [point, before] = [points[at], points[at - 1]]
  const grown = point ? growth(point, before) : null
  if (!point || !before || grown === null) return []
  const fell = point.value < before.value
  const jumped = usual !== null && usual > 0 && grown > usual * JUMP_FACTOR
  if (!fell && !jumped) return []
  const was = `${spell(point.value)} after ${spell(before.value)} on ${before.draft.happened}`
  const flags = [
    fell
      ? note('fall', `a total cannot fall: ${was}`)
      : note('jump', `${was}, more than ${JUMP_FACTOR} times the usual change`),
  ]
  const room = Math.max(1, daysApart(before.draft.happened, point.draft.happened)) * (usual ?? 0) * JUMP_FACTOR
  const meant = transpositions(point.value).find(value => value >= before.value && value <= before.value + room)
  if (usual !== null && isRebased(points, at, usual)) {
    flags.push(note('re-based', `later totals go on from ${spell(point.value)}`))
  } else if (meant !== undefined && meant !== point.value) {
    flags.push(note('transposed', `two digits may be exchanged: ${spell(meant)} would fit`))
  }
  return flags
}

function flagTotals(series: readonly FigureDraft[]): FigureDraft[] {
  const superseded = new Set(series.map(({ corrects }) => corrects))
  const points = series.flatMap((draft, at) =>
    draft.value === null || superseded.has(at) ? [] : { at, draft, value: draft.value },
  )
  const changes = points.flatMap((point, at) => growth(point, points[at - 1]) ?? []).filter(grown => grown > 0)
  const usual = changes.length >= LEAST_CHANGES ? medianOf(changes) : null
  const flagged = [...series]
  points.forEach(({ at, draft }, index) => {
    const flags = flagPoint(points, index, usual)
    if (flags.length > 0) flagged[at] = { ...draft, flags: [...draft.flags, ...flags] }
  })
  return flagged
}

/**
 * Marks corrections: the same claimant gives another number for the same day of a series, says that it corrects, or a
 * later edition of its report changes it; for one event, only a number that is lower than before or said to correct one:
 * a count that rises is a count that moves. A number whose words put an earlier one aside ("not 792,290") corrects that one.
 */
function markCorrections(series: readonly FigureDraft[]): FigureDraft[] {
  return series.map((draft, at) => {
    const earlier = series.slice(0, at)
    const before = earlier.filter(({ happened }) => draft.series === null || happened === draft.happened).length
    const named = draft.rejects === null ? -1 : earlier.findLastIndex(({ value }) => value === draft.rejects)
    const index =
      named >= 0
        ? named
        : draft.series === null
          ? before - 1
          : earlier.findLastIndex(({ happened }) => happened === draft.happened)
    const old = index < 0 ? undefined : series[index]
    const [now, then] = [draft.value ?? draft.low ?? draft.high, old?.value ?? old?.low ?? old?.high]
    if (!old || now == null || then == null || now === then) return draft
    const says = CORRECTING_WORDS.test(draft.text) || draft.revises || named >= 0
    if (draft.said <= old.said || (draft.series === null && !says && now > then)) return draft
    const flag = note(
      'correction',
      `${spell(now)} after ${spell(then)} by the same claimant${says ? ', said to correct it' : ''}`,
    )
    return { ...draft, corrects: index, flags: [...draft.flags, flag] }
  })
}

/**
 * Flags one claimant's figures of one thing against each other, in order of day and of saying. On totals: `fall`, `jump`
 * (over three times the median change a day), with `transposed` where exchanging two neighbouring digits would mend it or
 * `re-based` where later totals go on from it. On all: `correction`.
 */
export function flagSeries(series: readonly FigureDraft[]): FigureDraft[] {
  const ordered = [...series].sort(
    (a, b) =>
      compareText(a.series === null ? '' : a.happened, b.series === null ? '' : b.happened) ||
      compareText(a.said, b.said) ||
      (a.value ?? 0) - (b.value ?? 0) ||
      compareText(a.because[0] ?? '', b.because[0] ?? ''),
  )
  const marked = markCorrections(ordered)
  return marked.some(({ series: kind }) => kind === 'cumulative') ? flagTotals(marked) : marked
}
