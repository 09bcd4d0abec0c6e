import type { FigureDraft } from './flag-figures.ts'
import { daysApart } from './happened.ts'
import { compareText, medianOf } from './order.ts'

/** Totals that only grow: from this many on, and this large, a claimant's numbers are a series though none says so. */
const GROWING_LENGTH = 4
const GROWING_VALUE = 500
const GROWING_STEP = 1.3

/** True for a number that is large enough for a total, of something that adds up. */
export const isLargeLoss = (draft: FigureDraft): boolean => (draft.value ?? 0) >= GROWING_VALUE && isLoss(draft)

/** True for running totals by their shape: several days, never falling, each near the one before. Given in the order they were said. */
export function isGrowing(group: readonly FigureDraft[]): boolean {
  if (group.length < GROWING_LENGTH || !group.every(isLargeLoss)) return false
  const ordered = [...group].sort((a, b) => compareText(a.happened, b.happened) || compareText(a.said, b.said))
  const growing = ordered.every(({ value }, at) => {
    const before = ordered[at - 1]?.value ?? value ?? 0
    return at === 0 || ((value ?? 0) >= before && (value ?? 0) <= before * GROWING_STEP)
  })
  return growing && new Set(ordered.map(({ happened }) => happened)).size >= GROWING_LENGTH
}

/** A number under this is no total by its shape alone; "two killed" stands near many totals of two. */
const LEAST_TOTAL = 100
/** Days to the known totals around a number, and by how much it may lie off them: for rounding, and a day's growth. */
export const TOTAL_DAYS = 7
const OFF_TOTAL = 0.01
const GROWTH_A_DAY = 0.03

/** True when a number lies where the known totals of the same thing put it on its day. */
export function fitsTotals(draft: FigureDraft, totals: readonly FigureDraft[]): boolean {
  const value = draft.value ?? draft.low ?? draft.high
  if (value === null || value < LEAST_TOTAL) return false
  const near = totals.flatMap(({ value: total, happened }) => {
    const days = daysApart(happened, draft.happened)
    return total === null || Math.abs(days) > TOTAL_DAYS ? [] : { total, days }
  })
  const fits = near.map(({ total, days }) => {
    const [low, high] =
      days >= 0 ? [total, total * (1 + GROWTH_A_DAY * days)] : [total * (1 + GROWTH_A_DAY * days), total]
    return value >= low * (1 - OFF_TOTAL) && value <= high * (1 + OFF_TOTAL)
  })
  return fits.filter(Boolean).length * 2 > fits.length
}

/** A total this many times under the usual ones of its days counts something narrower: one regiment's, one region's. */
const NARROWER = 10

/** True for a total that is far under the usual ones of its days. */
export const isNarrower = ({ value, happened }: FigureDraft, totals: readonly FigureDraft[]): boolean => {
  const near = totals.filter(total => Math.abs(daysApart(total.happened, happened)) <= TOTAL_DAYS)
  const usual = medianOf(near.flatMap(total => total.value ?? []))
  return value !== null && usual !== null && value * NARROWER < usual
}

/** Counts of what is lost: only these add up from the beginning by their shape. */
export const isLoss = ({ measure }: FigureDraft): boolean => /^(personnel|equipment|people)\./.test(measure)
