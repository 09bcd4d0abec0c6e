import type { Day, Forecast, ForecasterScore, Instant, Question, QuestionId, Resolution } from '#domain'
import { dayOf, resolveQuestion, scoreForecasts } from '#domain'
import { groupBy } from '#kit'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'

/** A question with how it came out and what was said of it. */
export interface QuestionCard {
  readonly question: Question
  readonly resolution: Resolution
  readonly forecasts: readonly Forecast[]
}

/** Every question known at a moment, newest first, and how each forecaster did. */
export interface ForecastBook {
  readonly questions: readonly QuestionCard[]
  readonly scores: readonly ForecasterScore[]
}

/**
 * Reads questions and forecasts as of a moment (null: now) and resolves each question by what the ledger then held: Fogline's
 * line of control, totals, and analysts' judgements. `ids` null: all.
 */
export async function forecastBook(
  ledger: Ledger,
  asOf: Instant | null,
  ids: readonly QuestionId[] | null,
): Promise<ForecastBook> {
  const questions = await ledger.questions({ asOf, ids: ids ?? undefined })
  const forecasts = groupBy(await ledger.forecasts({ asOf, questions: ids ?? undefined }), ({ question }) => question)
  const ground = await layGround(ledger, asOf, questions)
  const cards = questions.map(
    (question): QuestionCard => ({
      question,
      resolution: resolveQuestion(question, ground(question)),
      forecasts: forecasts.get(question.id) ?? [],
    }),
  )
  const resolutions = new Map(cards.map(({ question, resolution }) => [question.id, resolution]))
  return {
    questions: cards.reverse(),
    scores: scoreForecasts([...forecasts.values()].flat(), resolutions),
  }
}

/** What decides each question: the lines of its place, or the totals of its measure, each read once. */
async function layGround(ledger: Ledger, asOf: Instant | null, questions: readonly Question[]) {
  const judgements = await ledger.judgements({ asOf })
  const lines = groupBy(await ledger.control({ claimant: null, asOf }), ({ place }) => place)
  const measures = new Set(questions.flatMap(({ criteria }) => (criteria.kind === 'figure' ? [criteria.measure] : [])))
  const totals = new Map(
    await Promise.all(
      [...measures].map(async measure => {
        const rows = await allRows(page => ledger.figures({ measure, series: 'cumulative', asOf, ...page }))
        return [measure, rows] as const
      }),
    ),
  )
  const known = (await ledger.days({ asOf })).map(({ date }) => date).sort()
  const until = known.at(-1) ?? (asOf === null ? ('1970-01-01' as Day) : dayOf(asOf))
  return ({ criteria }: Question) => ({
    control: criteria.kind === 'control' ? (lines.get(criteria.place) ?? []) : [],
    figures: criteria.kind === 'figure' ? (totals.get(criteria.measure) ?? []) : [],
    judgements,
    until,
  })
}
