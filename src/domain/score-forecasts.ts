import type { Forecast } from './forecast.ts'
import type { QuestionId } from './id.ts'
import type { Resolution } from './question.ts'
import { BANDS, type Band } from './yardstick.ts'

/** A score between what it is at the kinder and at the harsher end of the words; equal for numbers. Lower is better. */
export interface ScoreRange {
  readonly low: number
  readonly high: number
}

/** One row of calibration: of the forecasts in a band, how many came true. */
export interface CalibrationRow {
  readonly band: Band
  readonly forecasts: number
  readonly yes: number
}

/** How one forecaster did. */
export interface ForecasterScore {
  readonly forecaster: string
  readonly camp: string
  readonly forecasts: number
  /** Forecasts on questions that came out yes or no; the scores are of these, null where there are none. */
  readonly resolved: number
  /** Mean Brier score, 0–1 (Brier 1950, one-sided form): (p − outcome)². */
  readonly brier: ScoreRange | null
  /** Mean log score, −ln of the probability given to what happened; probabilities are kept 0.01 from 0 and 1. */
  readonly log: ScoreRange | null
  readonly calibration: readonly CalibrationRow[]
}

const LEAST_PROBABILITY = 0.01
const clamp = (p: number): number => Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, p))
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The two ends of a forecast's score: at the end of its words nearer to what happened, and at the other. */
function endsOf({ low, high }: Forecast, came: boolean, score: (given: number) => number): ScoreRange {
  const [kind, harsh] = came ? [high, low] : [1 - low, 1 - high]
  return { low: score(kind), high: score(harsh) }
}

const brier = (given: number): number => (1 - given) ** 2
const logScore = (given: number): number => -Math.log(clamp(given))
const meanRange = (ranges: readonly ScoreRange[]): ScoreRange | null =>
  ranges.length === 0 ? null : { low: mean(ranges.map(({ low }) => low)), high: mean(ranges.map(({ high }) => high)) }

/** The last word of a forecaster on each question. */
function lastWords(forecasts: readonly Forecast[]): Forecast[] {
  const last = new Map<string, Forecast>()
  for (const forecast of forecasts) {
    const key = JSON.stringify([forecast.forecaster, forecast.question])
    const before = last.get(key)
    if (!before || forecast.at > before.at || (forecast.at === before.at && forecast.id > before.id))
      last.set(key, forecast)
  }
  return [...last.values()]
}

/**
 * Scores each forecaster by the last forecast made on every question before it was decided. A word of the yardstick is scored
 * at both ends of its band, never at its middle; calibration is by band. Questions that are open or void count in `forecasts`
 * alone. Sorted by number resolved, then name.
 */
export function scoreForecasts(
  forecasts: readonly Forecast[],
  resolutions: ReadonlyMap<QuestionId, Resolution>,
): ForecasterScore[] {
  const timely = forecasts.filter(({ question, at }) => {
    const on = resolutions.get(question)?.on ?? null
    return on === null || at.slice(0, 10) <= on
  })
  const groups = new Map<string, Forecast[]>()
  for (const forecast of lastWords(timely)) {
    groups.set(forecast.forecaster, [...(groups.get(forecast.forecaster) ?? []), forecast])
  }
  return [...groups]
    .map(([forecaster, own]) => scoreOne(forecaster, own, resolutions))
    .sort((a, b) => b.resolved - a.resolved || (a.forecaster < b.forecaster ? -1 : 1))
}

function scoreOne(
  forecaster: string,
  own: readonly Forecast[],
  resolutions: ReadonlyMap<QuestionId, Resolution>,
): ForecasterScore {
  const settled = own.flatMap(forecast => {
    const outcome = resolutions.get(forecast.question)?.outcome
    return outcome === 'yes' || outcome === 'no' ? [{ forecast, came: outcome === 'yes' }] : []
  })
  const calibration = BANDS.flatMap(band => {
    const inside = settled.filter(({ forecast }) => forecast.band === band)
    return inside.length === 0
      ? []
      : [{ band, forecasts: inside.length, yes: inside.filter(({ came }) => came).length }]
  })
  return {
    forecaster,
    camp: own[0]?.camp ?? 'unknown',
    forecasts: own.length,
    resolved: settled.length,
    brier: meanRange(settled.map(({ forecast, came }) => endsOf(forecast, came, brier))),
    log: meanRange(settled.map(({ forecast, came }) => endsOf(forecast, came, logScore))),
    calibration,
  }
}
