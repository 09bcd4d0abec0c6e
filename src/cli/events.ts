import { Command } from 'commander'
import { InputError, type Note, startOfDay } from '#domain'
import { dayOption, withLedger } from './context.ts'
import { print, printJson, printTable, say } from './output.ts'
import { tellWatchersOf } from './tell-watchers.ts'
import { walkOver } from './walk-over.ts'

interface Flags {
  format: string
  released?: string
  only?: string[]
  json?: boolean
}

/** `fogline events`: events as datasets code them, as claims of the dataset. */
export const eventsCommand = (): Command => {
  const command = new Command('events').description(
    'Events that datasets code (ACLED, UCDP-GED, VIINA, GDELT), as their claims',
  )
  command.addCommand(importCommand())
  command.addCommand(formatsCommand())
  return command
}

const importCommand = (): Command =>
  new Command('import')
    .description(
      'Take in a table of events (CSV): each row a claim of the dataset, in its own words; rows known already are passed over',
    )
    .argument('<file>', 'the table')
    .requiredOption('--format <name>', 'acled, ucdp-ged, viina, gdelt, or a mapping file of your own (.yaml)')
    .option('--released <date>', 'when the dataset was published, for rows that do not say it (default: now)')
    .option(
      '--only <column=value...>',
      'only rows of which the column has the value (several of one column: any of them)',
    )
    .option('--json', 'print the counts, and every row that was passed over, as JSON')
    .action((file: string, flags: Flags) =>
      withLedger({ create: true }, async (ledger, theatre) => {
        const { openEventFormat } = await import('#gather')
        const { importEvents } = await import('../import-events.ts')
        const format = openEventFormat(flags.format)
        const released = flags.released === undefined ? null : startOfDay(dayOption('released', flags.released))
        const walk = walkOver(ledger, theatre)
        const asked = { path: file, format, released, only: onlyOf(flags.only) }
        const result = await importEvents(asked, walk).finally(() => walk.readers.close())
        await tellWatchersOf(ledger)
        if (flags.json) return printJson({ source: format.source.id, ...result })
        print(`${result.claims} claims of ${format.source.name} from ${result.fresh} new rows of ${result.rows}.`)
        sayPassedOver(result.skipped)
      }),
    )

const MOST_SAID = 10

function sayPassedOver(skipped: readonly Note[]): void {
  if (skipped.length === 0) return
  print(`${skipped.length} rows were passed over:`)
  for (const { reason } of skipped.slice(0, MOST_SAID)) say(`  ${reason}`)
  if (skipped.length > MOST_SAID) say(`  … and ${skipped.length - MOST_SAID} more (--json lists them all)`)
}

function onlyOf(given: readonly string[] = []): Map<string, string[]> {
  const only = new Map<string, string[]>()
  for (const text of given) {
    const [, column, value] = /^([^=]+)=(.*)$/.exec(text) ?? []
    if (column === undefined || value === undefined)
      throw new InputError(`--only: expected a column and a value (country=Ukraine), found "${text}"`)
    only.set(column, [...(only.get(column) ?? []), value])
  }
  return only
}

const formatsCommand = (): Command =>
  new Command('formats')
    .description('The mappings that ship; a file of your own is as good')
    .option('--json', 'print them whole as JSON')
    .action(async (flags: { json?: boolean }) => {
      const { EVENT_FORMATS, openEventFormat } = await import('#gather')
      const formats = EVENT_FORMATS.map(name => ({ name, ...openEventFormat(name) }))
      if (flags.json) return printJson(formats)
      printTable(
        ['name', 'source', 'row', 'words', 'confidence'],
        formats.map(({ name, source, row, words, confidence }) => [
          name,
          source.name,
          row,
          words ?? 'its cells',
          confidence,
        ]),
      )
    })
