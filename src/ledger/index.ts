/** The ledger: the only room that speaks SQL. Rows are only appended; every read can be as of a past moment. */
export { allRows } from './all-rows.ts'
export { readJournal } from './journal.ts'
export * from './ledger.ts'
export { openLedger } from './open-ledger.ts'
export * from './people.ts'
export * from './register.ts'
export { setAsideLedger } from './set-aside-ledger.ts'
export type { KeptWording, Wordings } from './wordings.ts'
