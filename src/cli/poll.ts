import { Command } from 'commander'
import pc from 'picocolors'
import { InputError } from '#domain'
import { wholeNumber } from './context.ts'
import { print, printJson, say } from './output.ts'
import { pollRound, type Round } from './poll-round.ts'
import { type PollOptions, setUpPolling } from './poll-setup.ts'
import { startProgress } from './progress.ts'
import { printSources } from './source-table.ts'
import { tellWatchers } from './tell-watchers.ts'

/** Options that `run` and `watch` share, as typed. */
export interface PollFlags {
  pace: string
  parallel: string
  timeout: string
  json?: boolean
}

/** Adds the options that `run` and `watch` share. */
export const withPollFlags = (command: Command): Command =>
  command
    .option('--pace <ms>', 'milliseconds to leave between two requests to one host', '1000')
    .option('--parallel <n>', 'sources asked at a time', '8')
    .option('--timeout <s>', 'seconds to wait for one answer', '20')

/** The options as numbers; throws InputError for anything else. */
export function pollOptions({ pace, parallel, timeout }: PollFlags): PollOptions {
  return {
    pace: pace === '0' ? 0 : wholeNumber('pace', pace),
    parallel: wholeNumber('parallel', parallel),
    timeout: wholeNumber('timeout', timeout),
  }
}

/** `fogline run`: every registered source asked once. */
export const runCommand = (): Command =>
  withPollFlags(new Command('run').description('Ask every registered source once and read what is new into the ledger'))
    .option('--source <id...>', 'only these, paused ones too')
    .option('--json', 'print the counts and the state of every source as JSON')
    .action(async (flags: PollFlags & { source?: string[] }) => {
      const stop = new AbortController()
      const onStop = (): void => {
        say('fogline: stopping; what is at hand is recorded first')
        stop.abort()
      }
      process.once('SIGINT', onStop)
      process.once('SIGTERM', onStop)
      const setup = await setUpPolling(pollOptions(flags), stop.signal)
      try {
        const ids = await known(setup, flags.source)
        const progress = startProgress('asking')
        const round = await pollRound({
          ...setup.base,
          ids,
          early: true,
          limit: 1_000_000,
          onAsked: (_, done, total) => progress.update(done, total),
        }).finally(progress.stop)
        await tellWatchers(setup.useLedger)
        const sources = await setup.useLedger(ledger => ledger.register.health(setup.base.now()))
        if (flags.json) return printJson({ ...round, sources })
        printRound(round)
        printSources(sources, setup.base.now())
      } finally {
        await setup.close()
        process.off('SIGINT', onStop)
        process.off('SIGTERM', onStop)
      }
    })

/** The ids asked for, checked; null: all. Throws InputError where none is registered. */
async function known(
  { useLedger }: Awaited<ReturnType<typeof setUpPolling>>,
  asked: readonly string[] | undefined,
): Promise<readonly string[] | null> {
  const ids = (await useLedger(ledger => ledger.register.subscriptions())).map(({ id }) => id)
  if (ids.length === 0)
    throw new InputError(
      'no source is registered: add one with "fogline source add URL", or the starter list with "fogline source import --starter"',
    )
  const missing = asked?.find(id => !ids.includes(id))
  if (missing !== undefined)
    throw new InputError(`--source: expected the id of a registered source ("fogline source list"), found "${missing}"`)
  return asked ?? null
}

/** One line on what a round did. */
export function printRound(round: Round): void {
  const { asked, answered, failed, heldOff, fresh, claims, deferred } = round
  const parts = [
    `${asked} asked`,
    `${answered} answered`,
    ...(failed > 0 ? [pc.red(`${failed} failed`)] : []),
    ...(heldOff > 0 ? [`${heldOff} left alone as their hosts ask`] : []),
    ...(deferred > 0 ? [`${deferred} pages left for the next time`] : []),
    `${fresh.toLocaleString('en-GB')} new ${fresh === 1 ? 'report' : 'reports'}`,
    `${claims.toLocaleString('en-GB')} ${claims === 1 ? 'claim' : 'claims'}`,
  ]
  print(parts.join(' · '))
}
