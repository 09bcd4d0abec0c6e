import { Command } from 'commander'
import type { ClaimId, RecordedClaim } from '#domain'
import { addDays, startOfDay } from '#domain'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { correctionLine, correctionsOf } from '#publish/briefing'
import { asOfOf, dayOption, now, withLedger } from './context.ts'
import { oneLine, print, printJson } from './output.ts'

interface Options {
  from?: string
  to?: string
  asOf?: string
  json?: boolean
}

/** Claims shown under a correction; JSON has all. */
const MOST_CLAIMS = 3

/** `fogline corrections`: what Fogline said, what it says now, and because of what. */
export const correctionsCommand = (): Command =>
  new Command('corrections')
    .description(
      'The log of corrections: what Fogline said, what it says now, and because of which claims or judgement',
    )
    .option('--from <date>', 'corrected on that day or after')
    .option('--to <date>', 'corrected on that day or before')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((options: Options) =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const corrections = await correctionsOf({
          ledger,
          theatre,
          asOf: asOfOf(options.asOf) ?? now(),
          from: options.from === undefined ? undefined : startOfDay(dayOption('from', options.from)),
          to: options.to === undefined ? undefined : startOfDay(addDays(dayOption('to', options.to), 1)),
        })
        if (options.json) return printJson(corrections)
        if (corrections.length === 0) return print('Nothing that was said has been corrected.')
        const shown = corrections.map(each => ({ ...each, because: each.because.slice(0, MOST_CLAIMS) }))
        const ids = [...new Set(shown.flatMap(({ because }) => because))]
        const claims = new Map((await claimsOf(ledger, ids)).map(claim => [claim.id, claim]))
        for (const correction of shown) {
          print(correctionLine(correction))
          for (const id of correction.judgements) print(`    by the judgement ${id}`)
          for (const id of correction.because) {
            const claim = claims.get(id)
            print(
              claim
                ? `    ${claim.holder.name} ${claim.stance} (${id}): “${oneLine(claim.text)}”`
                : `    ${id}, which is gone`,
            )
          }
        }
      }),
    )

/** Claims by id, asked for in bites that keep one query small. */
async function claimsOf(ledger: Ledger, ids: readonly ClaimId[]): Promise<RecordedClaim[]> {
  const found: RecordedClaim[] = []
  for (let at = 0; at < ids.length; at += 500)
    found.push(...(await allRows(page => ledger.claims({ ids: ids.slice(at, at + 500), ...page }))))
  return found
}
