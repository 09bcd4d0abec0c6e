import type { Theatre } from '#domain'
import type { Ledger } from '#ledger'
import type { Walk } from '../pipeline.ts'
import { now, readersOf, settingsOf } from './context.ts'

/** The walk over a ledger, learning everything now. Its readers open nothing until a report is read; who reads closes them. */
export const walkOver = (ledger: Ledger, theatre: Theatre): Walk => ({
  theatre,
  ledger,
  now,
  readers: readersOf(settingsOf(process.env)),
  asPublished: false,
})
