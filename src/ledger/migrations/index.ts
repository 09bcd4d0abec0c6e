import type { Migration } from 'kysely'
import { up as makeLedger } from './0001-ledger.ts'

/**
 * Every change of the schema, in order. A migration that has been published is never edited: a new one follows it. Names
 * begin with the schema's number.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-ledger': { up: makeLedger },
}

/** The newest schema this version of Fogline knows. */
export const SCHEMA = Object.keys(MIGRATIONS).length
