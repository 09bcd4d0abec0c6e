import { Command } from 'commander'
import pc from 'picocolors'
import { allRows } from '#ledger'
import { asOfOf, withLedger } from './context.ts'
import { print, printJson } from './output.ts'

/** `fogline disputes`: what the camps do not agree on. */
export const disputesCommand = (): Command =>
  new Command('disputes')
    .description('What is disputed: the question, each position with its camp and origins, and how it ended')
    .option('--open', 'only those still open')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((options: { open?: boolean; asOf?: string; json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        const query = { asOf: asOfOf(options.asOf), status: options.open ? ('open' as const) : undefined }
        const rows = await allRows(page => ledger.disputes({ ...query, ...page }))
        if (options.json) return printJson(rows)
        if (rows.length === 0) return print('Nothing is disputed in the ledger.')
        for (const dispute of rows) {
          print(`${pc.bold(dispute.question)} ${pc.dim(`${dispute.status}, since ${dispute.since.slice(0, 10)}`)}`)
          for (const position of dispute.positions) {
            const origins = `${position.origins} ${position.origins === 1 ? 'origin' : 'origins'}`
            print(`  ${position.camp} ${position.stance} (${origins}): “${position.says}”`)
          }
          print()
        }
      }),
    )
