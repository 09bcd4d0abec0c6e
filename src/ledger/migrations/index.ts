import type { Migration } from 'kysely'
import { up as makeLedger } from './0001-ledger.ts'
import { up as makeRegister } from './0002-register.ts'
import { up as makeWordings } from './0003-wordings.ts'
import { up as makeControlAndScores } from './0005-control-and-scores.ts'
import { up as makeReadings } from './0006-readings.ts'
import { up as makePeople } from './0007-people.ts'
import { up as makeWatches } from './0008-watches.ts'

/**
 * Every change of the schema, in order. A migration that has been published is never edited: a new one follows it. Names
 * begin with the schema's number.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-ledger': { up: makeLedger },
  '0002-register': { up: makeRegister },
  '0003-wordings': { up: makeWordings },
  '0005-control-and-scores': { up: makeControlAndScores },
  '0006-readings': { up: makeReadings },
  '0007-people': { up: makePeople },
  '0008-watches': { up: makeWatches },
}

/** The newest schema this version of Fogline knows. */
export const SCHEMA = Math.max(...Object.keys(MIGRATIONS).map(name => Number.parseInt(name, 10)))
