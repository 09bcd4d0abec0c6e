import { Command } from 'commander'
import { judgementsKnown } from '#publish/api'
import { withLedger } from './context.ts'
import { print, printJson, say } from './output.ts'
import { startProgress } from './progress.ts'
import { tellWatchersOf } from './tell-watchers.ts'
import { walkOver } from './walk-over.ts'

/** `fogline reread`: reports that an older reader read, read by this one. */
export const rereadCommand = (): Command =>
  new Command('reread')
    .description(
      'Read again every report that another version of the reader read; claims it no longer finds are withdrawn, none is erased',
    )
    .option('--all', 'also those that this version has read')
    .option('--json', 'print the counts as JSON')
    .action((options: { all?: boolean; json?: boolean }) =>
      withLedger({ create: false }, async (ledger, theatre) => {
        const { reread } = await import('../readings.ts')
        const progress = startProgress('reading')
        const walk = { ...walkOver(ledger, theatre), onProgress: progress.update }
        const result = await reread(walk, { all: options.all ?? false }).finally(() => {
          progress.stop()
          return walk.readers.close()
        })
        await tellWatchersOf(ledger)
        const lost = (await judgementsKnown(ledger, null)).filter(({ state }) => state === 'lost')
        for (const { id, verdict, claims } of lost)
          say(
            `fogline: the judgement ${id} (${verdict} “${claims?.[0]?.text.replace(/\s+/g, ' ') ?? ''}”) found no such claim and has no effect; "fogline judge list" shows it`,
          )
        if (options.json) return printJson({ ...result, lost: lost.map(({ id }) => id) })
        print(
          result.read === 0
            ? `All ${result.reports.toLocaleString('en-GB')} reports were read by this reader (${result.reader}).`
            : `${result.read.toLocaleString('en-GB')} of ${result.reports.toLocaleString('en-GB')} reports read again by ${result.reader}: ${result.claims.toLocaleString('en-GB')} claims. "fogline diff --readings" shows what changed.`,
        )
      }),
    )
