import { Command } from 'commander'
import type { Event, Instant, RecordedClaim } from '#domain'
import { InputError } from '#domain'
import { unique } from '#kit'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { findSensitivity, layEvidence } from '#reconcile'
import { loadTheatre } from '#theatre'
import { asOfOf, settingsOf, withLedger } from './context.ts'
import { print, printJson } from './output.ts'

/** The claims of all reports that an event's claims stand in or were copied from: whose voice each is hangs on these. */
async function claimsAround(event: Event, ledger: Ledger, asOf: Instant | null): Promise<RecordedClaim[]> {
  const own = await allRows(page => ledger.claims({ event: event.id, asOf, ...page }))
  const articles = unique(own.flatMap(({ article, copyOf, revisionOf }) => [article, copyOf, revisionOf]))
  const around: RecordedClaim[] = []
  for (const article of articles)
    if (article) around.push(...(await allRows(page => ledger.claims({ article, asOf, ...page }))))
  return [...own, ...around]
}

/** `fogline sensitivity EVENT`: what a likelihood hangs on. */
export const sensitivityCommand = (): Command =>
  new Command('sensitivity')
    .description('How the likelihood of an event moves when a parameter is halved or doubled, or an origin left out')
    .argument('<event>', 'id of the event, as a belief names it in `about`')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((id: string, options: { asOf?: string; json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        const asOf = asOfOf(options.asOf)
        const [event] = (await ledger.events({ ids: [id], asOf })).rows
        if (!event) throw new InputError(`expected the id of an event in the ledger, found none called "${id}"`)
        const claims = await claimsAround(event, ledger, asOf)
        const sources = await ledger.sources({ asOf })
        const judgements = await ledger.judgements({ asOf })
        const evidence = layEvidence({
          claims,
          judgements,
          theatre: loadTheatre(settingsOf(process.env).theatre),
          sources,
        })
        const found = findSensitivity(event, evidence)
        if (options.json) return printJson(found)
        print(`${found.likelihood} (${found.probability})${found.robust ? ', robust' : ''}`)
        for (const { when, probability, likelihood } of [...found.parameters, ...found.origins])
          print(`  ${when}: ${likelihood} (${probability})`)
      }),
    )
