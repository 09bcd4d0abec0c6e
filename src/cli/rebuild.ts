import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { InputError } from '#domain'
import { openLedger, readJournal, setAsideLedger } from '#ledger'
import { loadTheatre } from '#theatre'
import { now, readersOf, settingsOf } from './context.ts'
import { print, printJson, say } from './output.ts'
import { startProgress } from './progress.ts'

/** `fogline rebuild`: the ledger made again from its journal, every report read anew. */
export const rebuildCommand = (): Command =>
  new Command('rebuild')
    .description(
      'Make the embedded ledger again from its journal, reading every report anew; the old one is kept beside it',
    )
    .option('--json', 'print the counts as JSON')
    .action(async (options: { json?: boolean }) => {
      const settings = settingsOf(process.env)
      const { dataDir, theatre: id } = settings
      checkJournal(process.env)
      const theatre = loadTheatre(id)
      const { rebuild } = await import('../pipeline.ts')
      const aside = setAsideLedger(dataDir, now())
      const ledger = await openLedger({ dataDir, databaseUrl: null, theatre: theatre.id, now, journal: false })
      const progress = startProgress('reading')
      const journal = readJournal(dataDir, note => say(`fogline: ${note.reason}`))
      const readers = readersOf(settings)
      const walk = { theatre, ledger, now, readers, asPublished: false, onProgress: progress.update }
      const result = await rebuild(journal, walk).finally(async () => {
        progress.stop()
        await readers.close()
        await ledger.close()
      })
      if (options.json) return printJson(result)
      print(
        `${result.fresh.toLocaleString('en-GB')} reports read anew, ${result.claims.toLocaleString('en-GB')} claims recorded in ${dataDir}.`,
      )
      if (aside) print(`The ledger as it was is in ${aside}; delete it when you no longer need it.`)
    })

/** A server has its own backups, and without a journal there is nothing to read again. */
function checkJournal(env: NodeJS.ProcessEnv): void {
  const { dataDir, databaseUrl } = settingsOf(env)
  if (databaseUrl)
    throw new InputError('rebuild: expected the embedded ledger, found DATABASE_URL set; a server has its own backups')
  if (!existsSync(join(dataDir, 'journal.jsonl'))) {
    throw new InputError(
      `rebuild: expected ${join(dataDir, 'journal.jsonl')}, found no such file; set FOGLINE_DATA to the data folder`,
    )
  }
}
