import type { Transaction } from 'kysely'
import type { ControlMap, Forecast, Question } from '#domain'
import type { LedgerBatch, RecordCounts } from '../ledger.ts'
import type { Tables } from '../tables.ts'
import { appendOnce, newOnes, type Position } from './append-once.ts'

/** Maps, questions and forecasts that the ledger did not have. */
export interface Asked {
  readonly maps: readonly ControlMap[]
  readonly questions: readonly Question[]
  readonly forecasts: readonly Forecast[]
}

/** Finds them. */
export const newAsked = async (
  trx: Transaction<Tables>,
  { maps, questions, forecasts }: LedgerBatch,
): Promise<Asked> => ({
  maps: await newOnes(trx, 'control_map', maps ?? []),
  questions: await newOnes(trx, 'question', questions ?? []),
  forecasts: await newOnes(trx, 'forecast', forecasts ?? []),
})

/** What of it cannot be read again from the claims. */
export const importedOf = ({ maps, questions, forecasts }: Asked): Asked => ({
  maps,
  questions: questions.filter(({ claim }) => claim === null),
  forecasts: forecasts.filter(({ claim }) => claim === null),
})

const placeOf = ({ criteria }: Question): string | null => (criteria.kind === 'control' ? criteria.place : null)

/** Appends them. */
export async function appendAsked(trx: Transaction<Tables>, at: Position, asked: Asked): Promise<RecordCounts> {
  const { maps, questions, forecasts } = asked
  return {
    control_map: await appendOnce(trx, at, 'control_map', maps, {
      types: { claimant: 'text', date: 'date' },
      of: index => ({ claimant: maps[index]?.claimant, date: maps[index]?.date }),
    }),
    question: await appendOnce(trx, at, 'question', questions, {
      types: { place: 'text' },
      of: index => ({ place: questions[index] ? placeOf(questions[index]) : null }),
    }),
    forecast: await appendOnce(trx, at, 'forecast', forecasts, {
      types: { question: 'text' },
      of: index => ({ question: forecasts[index]?.question }),
    }),
  }
}
