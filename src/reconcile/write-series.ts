import type { Figure } from '#domain'
import { makeId } from '#domain'
import { groupBy } from '#kit'
import { type FigureDraft, flagSeries } from './flag-figures.ts'
import { compareText, latestOf } from './order.ts'
import { foldOnce } from './remember.ts'

/** One number of one claimant, however often it is reported. */
const sameFigure = (draft: FigureDraft) => {
  const { origin, measure, subject, happened, value, low, high, unit, of, event, series } = draft
  return JSON.stringify([
    origin,
    measure,
    subject && foldOnce(subject),
    happened,
    value,
    low,
    high,
    unit,
    of,
    event,
    series,
  ])
}

function mergeRepeats(drafts: readonly FigureDraft[]): FigureDraft[] {
  return [...groupBy(drafts, sameFigure).values()].flatMap(same => {
    const [first] = same
    if (!first) return []
    return {
      ...first,
      change: same.find(({ change }) => change !== null)?.change ?? null,
      because: [...new Set(same.flatMap(({ because }) => because))].sort(compareText),
      learned: latestOf(same.map(({ learned }) => learned)),
      revises: same.some(({ revises }) => revises),
    }
  })
}

/** Which numbers are read as one line over time: one claimant's, of one thing, in one series or of one event. */
export const seriesKey = ({ origin, measure, subject, unit, series, event, of }: FigureDraft) =>
  JSON.stringify([
    origin,
    measure,
    subject && foldOnce(subject),
    unit,
    series,
    series === null ? [event, of !== null] : null,
  ])

/**
 * The figures of one series: one for each day and value, however many reports carry it. What is odd beside the claimant's figure
 * before is flagged (see `flagSeries`), and a figure that corrects one names it in `replaces`. Drafts in the order they were said.
 */
export function writeSeries(drafts: readonly FigureDraft[]): Figure[] {
  const written: Figure[] = []
  for (const {
    corrects,
    origin: _origin,
    revises: _revises,
    rejects: _rejects,
    text: _text,
    learned,
    ...content
  } of flagSeries(mergeRepeats(drafts))) {
    const replaces = corrects === null ? null : (written[corrects]?.id ?? null)
    written.push({ id: makeId('figure', content), ...content, learned, replaces })
  }
  return written
}
