import { Command } from 'commander'
import pc from 'picocolors'
import { asOfOf, wholeNumber, withLedger } from './context.ts'
import { print, printJson } from './output.ts'

/** `fogline search WORDS`: claims whose words match, newest first. */
export const searchCommand = (): Command =>
  new Command('search')
    .description('Claims by the words they stand in, newest first')
    .argument('<words...>', 'words to find; "quoted phrases", OR, and -word to leave out')
    .option('--place <id>', 'only claims that name this place')
    .option('--camp <camp>', 'only claims held by this camp')
    .option('--limit <n>', 'at most so many', '20')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action(
      (words: string[], options: { place?: string; camp?: string; limit: string; asOf?: string; json?: boolean }) =>
        withLedger({ create: false }, async ledger => {
          const { rows } = await ledger.claims({
            words: words.join(' '),
            place: options.place,
            camp: options.camp,
            asOf: asOfOf(options.asOf),
            limit: Math.min(1000, wholeNumber('limit', options.limit)),
          })
          if (options.json) return printJson(rows)
          if (rows.length === 0) return print('No claim in the ledger has these words.')
          for (const claim of rows) {
            print(
              `${pc.dim(claim.said.slice(0, 10))} ${pc.bold(claim.holder.name)} ${claim.stance}: “${claim.text.replace(/\s+/g, ' ')}”`,
            )
            print(pc.dim(`           ${claim.type} · ${claim.chain.join(' → ')} · ${claim.id}`))
          }
        }),
    )
