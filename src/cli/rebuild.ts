import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Theatre } from '#domain'
import { InputError } from '#domain'
import type { BesideRow, Ledger } from '#ledger'
import { openLedger, readJournal, setAsideLedger } from '#ledger'
import { loadTheatre } from '#theatre'
import { now, readersOf, settingsOf, withLedger } from './context.ts'
import { print, printJson, say } from './output.ts'
import { startProgress } from './progress.ts'

interface Flags {
  check?: boolean
  json?: boolean
}

/** `fogline rebuild`: the ledger made again from its journal, every report read anew; or, with `--check`, reckoned again and compared. */
export const rebuildCommand = (): Command =>
  new Command('rebuild')
    .description(
      'Make the ledger again from the journal in the data folder, reading every report anew: the embedded one (the old is kept beside it), or an empty one on the server that DATABASE_URL names',
    )
    .option('--check', 'change nothing: reckon everything again from the claims and compare with what stands')
    .option('--json', 'print the counts as JSON')
    .action((flags: Flags) => (flags.check ? check(flags) : rebuildFromJournal(flags)))

async function rebuildFromJournal({ json }: Flags): Promise<void> {
  const settings = settingsOf(process.env)
  const { dataDir, databaseUrl, theatre: id } = settings
  checkJournal(dataDir)
  const theatre = loadTheatre(id)
  const { rebuild } = await import('../pipeline.ts')
  const beside = await besideOf(dataDir)
  const aside = databaseUrl === null ? setAsideLedger(dataDir, now()) : null
  const ledger = await openLedger({ dataDir, databaseUrl, theatre: theatre.id, now, journal: false })
  const progress = startProgress('reading')
  const readers = readersOf(settings)
  try {
    await expectEmpty(ledger)
    const journal = readJournal(dataDir, note => say(`fogline: ${note.reason}`))
    const result = await rebuild(journal, {
      theatre,
      ledger,
      now,
      readers,
      asPublished: false,
      onProgress: progress.update,
    })
    await ledger.takeBeside(beside)
    progress.stop()
    if (json) return printJson(result)
    print(
      `${result.fresh.toLocaleString('en-GB')} reports read anew, ${result.claims.toLocaleString('en-GB')} claims recorded in ${ledger.where}.`,
    )
    if (aside) print(`The ledger as it was is in ${aside}; delete it when you no longer need it.`)
  } finally {
    progress.stop()
    await readers.close()
    await ledger.close()
  }
}

/**
 * Accounts, keys, audit log and watches of the folder's own database: they stand in no journal, for a journal is copied about
 * and holds no secrets. Empty where there is none; a database too damaged to be opened is said, and the rest is made again.
 */
async function besideOf(dataDir: string): Promise<readonly BesideRow[]> {
  if (!existsSync(join(dataDir, 'ledger'))) return []
  const rows: BesideRow[] = []
  try {
    const ledger = await openLedger({ dataDir, now })
    try {
      for await (const row of ledger.beside()) rows.push(row)
    } finally {
      await ledger.close()
    }
  } catch (error) {
    if (!(error instanceof InputError) || / is in use by /.test(error.message)) throw error
    say(`fogline: accounts and watches were not carried over: ${error.message}`)
    return []
  }
  return rows
}

/** On a ledger that holds something already, what was learned when could no longer be told. */
async function expectEmpty(ledger: Ledger): Promise<void> {
  const { rows } = await ledger.stats()
  if ((rows['article'] ?? 0) + (rows['source'] ?? 0) > 0)
    throw new InputError(
      `rebuild: expected an empty ledger, found ${rows['article'] ?? 0} reports in ${ledger.where}; name another database`,
    )
}

function checkJournal(dataDir: string): void {
  if (!existsSync(join(dataDir, 'journal.jsonl'))) {
    throw new InputError(
      `rebuild: expected ${join(dataDir, 'journal.jsonl')}, found no such file; set FOGLINE_DATA to the data folder, or write one with "fogline export --format journal"`,
    )
  }
}

const check = ({ json }: Flags): Promise<void> =>
  withLedger({ create: false }, async (ledger: Ledger, theatre: Theatre) => {
    const { compareRebuilt } = await import('../rebuilt.ts')
    const compared = await compareRebuilt(ledger, theatre)
    if (json) printJson(compared)
    else {
      for (const { table, rows, differing } of compared)
        print(
          `${table.padEnd(9)} ${rows.toLocaleString('en-GB').padStart(9)} rows, ${differing.length} otherwise${differing.length > 0 ? `: ${differing.slice(0, 5).join(', ')}` : ''}`,
        )
    }
    const wrong = compared.filter(({ differing }) => differing.length > 0)
    if (wrong.length > 0)
      throw new InputError(
        `what stands is not what the claims make: ${wrong.map(({ table }) => table).join(', ')}; "fogline rebuild" makes it again`,
      )
  })
