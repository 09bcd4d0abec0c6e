import { Command } from 'commander'
import pc from 'picocolors'
import type { Theatre } from '#domain'
import { BAND_WORDS } from '#domain'
import { controlOf } from '#publish/api'
import { asOfOf, dayOption, withLedger } from './context.ts'
import { print, printJson, printTable } from './output.ts'

/** `fogline control PLACE`: who is said to hold a place, over time and by claimant. */
export const controlCommand = (): Command =>
  new Command('control')
    .description('Who holds a place: the line over time, and the line of each claimant')
    .argument('<place>', 'a place of the theatre, in any spelling it knows')
    .option('--on <date>', 'the holder on that day (default: the newest)')
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((place: string, options: { on?: string; asOf?: string; json?: boolean }) =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const control = await controlOf(ledger, theatre, place, {
          on: options.on === undefined ? null : dayOption('on', options.on),
          asOf: asOfOf(options.asOf),
        })
        if (options.json) return printJson(control)
        print(
          `${pc.bold(control.name)}${options.on ? ` on ${options.on}` : ''}: ${holderWords(theatre, control.holder)}`,
        )
        if (control.since)
          print(`${BAND_WORDS[control.likelihood]}, ${control.confidence} confidence, since ${control.since}`)
        const lines = [['Fogline', control.line] as const, ...Object.entries(control.claimants)]
        for (const [claimant, steps] of lines) {
          print(`\n${pc.bold(claimant)}`)
          printTable(
            ['from', 'holder', 'likelihood'],
            steps.map(step => [step.from, holderWords(theatre, step.holder), BAND_WORDS[step.likelihood]]),
          )
        }
      }),
    )

const holderWords = (theatre: Theatre, holder: string): string =>
  theatre.parties.find(party => party.id === holder)?.name ?? holder
