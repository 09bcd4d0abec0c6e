import { Command } from 'commander'
import type { Article, Source } from '#domain'
import { InputError } from '#domain'
import { groupBy } from '#kit'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { now, readersOf, withLedger } from './context.ts'
import { print, printJson, say } from './output.ts'
import { startProgress } from './progress.ts'
import { tellWatchersOf } from './tell-watchers.ts'

/** What a second reading of all captures gave. */
interface Recaptured {
  readonly captures: number
  readonly changed: Article[]
  same: number
  notFound: number
  unreadable: number
}

/** `fogline recapture`: everything kept, extracted again by the extractor of today. */
export const recaptureCommand = (): Command =>
  new Command('recapture')
    .description(
      'Extract every report again from the bytes kept of it, offline, after a better extractor; what comes out otherwise is a revision by Fogline, not by the outlet',
    )
    .option('--dry-run', 'only count what would change')
    .option('--json', 'print the counts as JSON')
    .action((flags: { dryRun?: boolean; json?: boolean }) =>
      withLedger({ create: false }, async (ledger, theatre, settings) => {
        const found = await rereadAll(ledger)
        const { recapture } = await import('../pipeline.ts')
        const progress = startProgress('reading')
        const readers = readersOf(settings)
        const walk = { theatre, ledger, now, readers, asPublished: false, onProgress: progress.update }
        const read = flags.dryRun ? null : await recapture(found.changed, walk).finally(progress.stop)
        await readers.close()
        if (!flags.dryRun) await tellWatchersOf(ledger)
        const { captures, changed, same, notFound, unreadable } = found
        const result = { captures, changed: changed.length, same, notFound, unreadable, claims: read?.claims ?? 0 }
        if (flags.json) return printJson(result)
        print(
          `${captures} captures read again: ${changed.length} reports came out otherwise, ${same} as before, ${notFound} were not found again, ${unreadable} captures could not be read.`,
        )
      }),
    )

async function rereadAll(ledger: Ledger): Promise<Recaptured> {
  const { recapture } = await import('#gather')
  const sources = new Map((await ledger.sources()).map(source => [source.id, source]))
  const captures = groupBy(newestEditions(await allRows(page => ledger.articles(page))), ({ rawItem }) => rawItem)
  const found: Recaptured = { captures: captures.size, changed: [], same: 0, notFound: 0, unreadable: 0 }
  const progress = startProgress('extracting')
  let done = 0
  for (const [id, articles] of captures) {
    progress.update(++done, captures.size)
    const capture = await ledger.capture(id)
    const source = sources.get(articles[0]?.source ?? '')
    if (!capture || !source) {
      found.unreadable += 1
      continue
    }
    try {
      const reread = await recapture({ ...capture, articles, source: source satisfies Source })
      found.changed.push(...reread.changed)
      found.same += reread.same
      found.notFound += reread.notFound.length
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      say(`fogline: ${error.message}`)
      found.unreadable += 1
    }
  }
  progress.stop()
  return found
}

/** The articles that none of the same capture has taken the place of already. */
function newestEditions(articles: readonly Article[]): Article[] {
  const captureOf = new Map(articles.map(({ id, rawItem }) => [id, rawItem]))
  const replaced = new Set(
    articles.flatMap(({ revisionOf, rawItem }) =>
      revisionOf !== null && captureOf.get(revisionOf) === rawItem ? [revisionOf] : [],
    ),
  )
  // A translation was made of its original's words, not of the bytes.
  return articles.filter(({ id, translationOf, coded }) => !replaced.has(id) && !translationOf && !coded)
}
