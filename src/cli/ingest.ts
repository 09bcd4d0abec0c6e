import { Command } from 'commander'
import { InputError } from '#domain'
import type { Gathered, GatherOptions } from '#gather'
import { loadTheatre } from '#theatre'
import type { Ingested } from '../pipeline.ts'
import { hasLedger, now, readersOf, settingsOf, withLedger } from './context.ts'
import { print, printJson, say } from './output.ts'
import { startProgress } from './progress.ts'
import { tellWatchersOf } from './tell-watchers.ts'
import { translatorOf } from './translate.ts'

interface Options {
  asPublished?: boolean
  allowHost?: string[]
  columns?: string
  json?: boolean
}

/** `fogline ingest PATH|URL...`: reports into the ledger. */
export const ingestCommand = (): Command =>
  new Command('ingest')
    .description('Read reports into the ledger: files, folders, or addresses of pages and feeds')
    .argument('<paths...>', 'files or folders, or http(s) addresses')
    .option(
      '--as-published',
      'replay an archive: take each report as learned on the day it was published, so that --as-of can look back',
    )
    .option('--allow-host <host...>', 'hosts that may be fetched although their address is private or local')
    .option('--columns <map>', 'which column of a table (CSV) gives what: title=headline,text=body,outlet=paper,…')
    .option('--json', 'print the counts as JSON')
    .action(async (paths: string[], options: Options) => {
      // A first ingest finds its first report before the ledger is made, so that bad input leaves nothing behind.
      const early = hasLedger()
        ? null
        : await begun(collect(paths, options, loadTheatre(settingsOf(process.env).theatre).sources))
      await withLedger({ create: true }, async (ledger, theatre, settings) => {
        const gathered = early ?? collect(paths, options, [...theatre.sources, ...(await ledger.sources())])
        const { ingest } = await import('../pipeline.ts')
        const translator = await translatorOf(settings)
        const readers = readersOf(settings)
        const progress = startProgress('reports')
        const walk = { theatre, ledger, now, readers, translator, onProgress: progress.update }
        const result = await ingest(gathered, { ...walk, asPublished: options.asPublished ?? false }).finally(() => {
          progress.stop()
          return readers.close()
        })
        await tellWatchersOf(ledger)
        if (options.json) printJson(result)
        else printResult(result, ledger.where)
      })
    })

/** The same items, the first of them awaited. */
async function begun<Item>(items: AsyncGenerator<Item>): Promise<AsyncGenerator<Item>> {
  const first = await items.next()
  return (async function* () {
    if (first.done) return
    yield first.value
    yield* items
  })()
}

function printResult({ gathered, fresh, claims, notRead, noClaims }: Ingested, where: string): void {
  print(
    fresh === 0
      ? `Nothing new: ${plural(gathered, 'report')} found, all of them in the ledger already (${where}).`
      : `${plural(fresh, 'new report')} of ${gathered.toLocaleString('en-GB')}, ${plural(claims, 'claim')} recorded in ${where}.`,
  )
  if (noClaims > 0) print(`${plural(noClaims, 'report')} read gave no claims; "fogline read --explain" shows why.`)
  if (notRead > 0) print(`${plural(notRead, 'report')} kept but not read: not in English.`)
}

const plural = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`

/** Everything under the paths and addresses; one that fails is said and the others go on, unless it was the only one. */
async function* collect(
  paths: readonly string[],
  options: Options,
  sources: GatherOptions['sources'],
): AsyncGenerator<Gathered> {
  // Its language tables take a second to load, which --help should not wait for.
  const { fetchArticles, gather, parseColumns } = await import('#gather')
  const common = { now: now(), sources, onProblem: say }
  const [addresses, files] = [paths.filter(isAddress), paths.filter(path => !isAddress(path))]
  const columns = options.columns === undefined ? {} : { columns: parseColumns(options.columns) }
  let found = 0
  if (files.length > 0)
    for await (const item of gather(files, { ...common, ...columns })) {
      found += 1
      yield item
    }
  for (const address of addresses) {
    try {
      for await (const item of fetchArticles(address, { ...common, allowHosts: options.allowHost ?? [] })) {
        found += 1
        yield item
      }
    } catch (error) {
      if (!(error instanceof InputError) || paths.length === 1) throw error
      say(`fogline: ${error.message}`)
    }
  }
  if (found === 0)
    throw new InputError(
      `no report found: expected files, folders or addresses with reports, found none in ${paths.join(', ')}`,
    )
}

const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(path)
