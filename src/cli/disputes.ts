import { Command } from 'commander'
import pc from 'picocolors'
import { type Dispute, type Instant, shortId } from '#domain'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { saySides } from '#publish/briefing'
import { asOfOf, withLedger } from './context.ts'
import { oneLine, print, printJson } from './output.ts'

/** `fogline disputes`: what the camps do not agree on. */
export const disputesCommand = (): Command =>
  new Command('disputes')
    .description('What is disputed: the question, each position with its camp and origins, and how it ended')
    .option('--open', 'only those still open')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((options: { open?: boolean; asOf?: string; json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        const asOf = asOfOf(options.asOf)
        const query = { asOf, status: options.open ? ('open' as const) : undefined }
        const rows = await allRows(page => ledger.disputes({ ...query, ...page }))
        if (options.json) return printJson(rows)
        if (rows.length === 0) return print('Nothing is disputed in the ledger.')
        for (const dispute of rows) {
          print(`${pc.bold(dispute.question)} ${pc.dim(`${dispute.status}, since ${dispute.since.slice(0, 10)}`)}`)
          const ids = dispute.positions.flatMap(({ claims }) => claims)
          const claims = await allRows(page => ledger.claims({ ids, asOf, ...page }))
          const sides = saySides(dispute, some => claims.filter(({ id }) => some.includes(id)))
          for (const side of sides) print(`  ${oneLine(side.text)} ${pc.dim(idWords(side.claims))}`)
          await printEnding(dispute, ledger, asOf)
          print()
        }
      }),
    )

/** The first claim of a position, for `fogline claim` and `fogline judge`, and how many more. */
const idWords = ([first, ...more]: readonly string[]): string =>
  `${shortId(first ?? '')}${more.length > 0 ? ` +${more.length}` : ''}`

/** What ended a dispute: the words of the claims that did. */
async function printEnding({ status, ended }: Dispute, ledger: Ledger, asOf: Instant | null): Promise<void> {
  if (ended === null) return
  print(`  ${status} on ${ended.at.slice(0, 10)}, by`)
  const { rows } = await ledger.claims({ ids: ended.claims.slice(0, ENDING_CLAIMS), asOf })
  for (const { holder, text } of rows) print(`    ${oneLine(holder.name)}: “${oneLine(text)}”`)
}
/** Claims shown that ended a dispute. */
const ENDING_CLAIMS = 3
