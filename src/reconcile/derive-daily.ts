import type { Figure } from '#domain'
import { makeId } from '#domain'
import { groupBy } from '#kit'
import { daysApart } from './happened.ts'
import { compareText } from './order.ts'
import { foldOnce } from './remember.ts'

/** Flags by which a total is no ground for a difference: what is wrong about it would be wrong in the day's number too. */
const UNFIT = new Set(['fall', 'jump', 'transposed', 're-based'])

/** The line of numbers a figure is part of: one claimant's, of one thing. */
export const lineKey = ({ claimant, measure, subject, unit }: Figure): string =>
  JSON.stringify([foldOnce(claimant), measure, subject && foldOnce(subject), unit])

/** One total a day, the last that stands, in order of day; those an error spoils are left out. */
function standingTotals(figures: readonly Figure[]): Figure[] {
  const replaced = new Set(figures.map(({ replaces }) => replaces))
  const sound = figures.filter(
    ({ id, value, series, flags }) =>
      series === 'cumulative' && value !== null && !replaced.has(id) && !flags.some(({ rule }) => UNFIT.has(rule)),
  )
  const byDay = groupBy(sound, ({ happened }) => happened)
  return [...byDay]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(
      ([, same]) => [...same].sort((a, b) => compareText(a.said, b.said) || compareText(a.id, b.id)).at(-1) ?? [],
    )
}

function differenceOf(before: Figure, after: Figure): Figure {
  const value = (after.value ?? 0) - (before.value ?? 0)
  const content = {
    event: null,
    series: 'daily' as const,
    measure: after.measure,
    subject: after.subject,
    claimant: after.claimant,
    camp: after.camp,
    value,
    low: null,
    high: null,
    unit: after.unit,
    of: null,
    change: null,
    happened: after.happened,
    said: after.said,
    because: [...new Set([...before.because, ...after.because])].sort(compareText),
    flags: [],
    derivedFrom: [before.id, after.id] as const,
  }
  const learned = before.learned > after.learned ? before.learned : after.learned
  return { id: makeId('figure', content), ...content, learned, replaces: null }
}

/**
 * The daily figures that one claimant's totals of two days running come to, marked by `derivedFrom`. Where the claimant gives
 * the day's number itself (a daily figure, or an increment with the total), and where either total is flagged as odd, none is
 * worked out. Nothing is spread over a gap: totals further apart than a day yield no daily figure.
 */
export function deriveDaily(figures: readonly Figure[]): Figure[] {
  return [...groupBy(figures, lineKey).values()].flatMap(line => {
    const told = new Set(line.filter(({ series }) => series === 'daily').map(({ happened }) => happened))
    const totals = standingTotals(line)
    return totals.flatMap((after, at) => {
      const before = totals[at - 1]
      if (!before || daysApart(before.happened, after.happened) !== 1) return []
      if (told.has(after.happened) || after.change !== null || (after.value ?? 0) < (before.value ?? 0)) return []
      return differenceOf(before, after)
    })
  })
}
