import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import pc from 'picocolors'
import type { ForecasterScore } from '#domain'
import { InputError, makeJudgement } from '#domain'
import { forecastBook } from '#publish/api'
import { importQuestions } from '#reconcile'
import { asOfOf, now, withLedger } from './context.ts'
import { print, printJson, printTable } from './output.ts'

const NONE = { sources: [], captures: [], articles: [], claims: [], judgements: [], reconciled: null }

/** `fogline forecasts`: questions about the future, how they came out, and how each forecaster did. */
export const forecastsCommand = (): Command => {
  const command = listCommand()
  for (const part of [importCommand(), resolveCommand()]) command.addCommand(part)
  return command
}

const listCommand = (): Command =>
  new Command('forecasts')
    .description('Forecasts made in reports and imported, resolved from the ledger, with a score for each forecaster')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((options: { asOf?: string; json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        const book = await forecastBook(ledger, asOfOf(options.asOf), null)
        if (options.json) return printJson(book)
        if (book.questions.length === 0) return print('No forecast with a probability and a day is in the ledger.')
        for (const { question, resolution, forecasts } of book.questions) {
          const last = forecasts.at(-1)
          const outcome = resolution.outcome === 'open' ? pc.dim('open') : pc.bold(resolution.outcome)
          print(`${outcome}  ${question.text.replace(/\s+/g, ' ')}`)
          const said = last ? `${last.forecaster} ${probabilityWords(last)}` : 'no forecast'
          print(pc.dim(`      ${question.id} · ${said} · by ${question.criteria.by ?? 'no day'} · ${resolution.why}`))
        }
        print()
        printScores(book.scores)
      }),
    )

const share = (value: number): string => value.toFixed(3)
const range = (score: ForecasterScore['brier']): string =>
  score === null ? '–' : score.low === score.high ? share(score.low) : `${share(score.low)}–${share(score.high)}`

function printScores(scores: readonly ForecasterScore[]): void {
  printTable(
    ['forecaster', 'forecasts', 'decided', 'Brier', 'log'],
    scores.map(({ forecaster, forecasts, resolved, brier, log }) => [
      forecaster,
      forecasts,
      resolved,
      range(brier),
      range(log),
    ]),
  )
}

const percent = (value: number): string => `${Math.round(value * 100)} %`
const probabilityWords = ({ low, high, words }: { low: number; high: number; words: string | null }): string =>
  low === high ? percent(low) : `${words ?? ''} (${percent(low)}–${percent(high)})`.trim()

const importCommand = (): Command =>
  new Command('import')
    .description(
      'Take in a question set as Metaculus, Manifold or Polymarket export it; what decides each is fixed now',
    )
    .argument('<file>', 'the JSON file')
    .option('--json', 'print the counts as JSON')
    .action((file: string, options: { json?: boolean }) =>
      withLedger({ create: true }, async (ledger, theatre) => {
        const { questions, forecasts, skipped } = importQuestions(await readJson(file), theatre, now())
        const added = await ledger.record({ learned: now(), ...NONE, questions, forecasts })
        const decidable = questions.filter(({ criteria }) => criteria.kind !== 'analyst').length
        const news = { added: added['question'] ?? 0, forecasts: added['forecast'] ?? 0 }
        if (options.json) return printJson({ questions: questions.length, ...news, decidable, skipped })
        print(
          `${news.added} new questions of ${questions.length}, ${news.forecasts} forecasts; ${decidable} can be decided from the ledger, the rest by an analyst.`,
        )
        if (skipped > 0) print(`${skipped} entries were passed over: they ask something else than yes or no.`)
      }),
    )

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InputError(`questions: expected a file at ${file}, found none that can be read; check the path`, {
      cause,
    })
  })
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new InputError(`questions: expected JSON in ${file}, found none; export the questions as JSON`, { cause })
  }
}

const OUTCOMES = ['yes', 'no', 'void'] as const

const resolveCommand = (): Command =>
  new Command('resolve')
    .description("Record how a question came out by an analyst's judgement, which goes before the ledger's own")
    .argument('<question>', 'id of the question')
    .argument('<outcome>', 'yes, no or void')
    .requiredOption('--analyst <name>', 'who decides')
    .requiredOption('--reason <text>', 'why')
    .action((id: string, outcome: string, options: { analyst: string; reason: string }) =>
      withLedger({ create: false }, async ledger => {
        const decided = OUTCOMES.find(one => one === outcome)
        if (!decided) throw new InputError(`outcome: expected yes, no or void, found "${outcome}"`)
        const [question] = await ledger.questions({ ids: [id] })
        if (!question)
          throw new InputError(`question: expected the id of a registered one, found "${id}"; see "fogline forecasts"`)
        const at = now()
        const { analyst, reason } = options
        const judgement = makeJudgement({
          analyst,
          at,
          on: id,
          reason,
          verdict: 'resolve',
          change: { outcome: decided },
        })
        await ledger.record({ learned: at, ...NONE, judgements: [judgement] })
        print(`${id}: ${outcome}, by ${analyst}`)
      }),
    )
