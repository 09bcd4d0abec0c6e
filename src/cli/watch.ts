import { clearScreenDown, moveCursor } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Command } from 'commander'
import type { Instant } from '#domain'
import type { SourceHealth } from '#ledger'
import { print, say } from './output.ts'
import { type PollFlags, pollOptions, withPollFlags } from './poll.ts'
import { type Asked, pollRound, type Round } from './poll-round.ts'
import { type PollSetup, setUpPolling } from './poll-setup.ts'
import { ago, sourceLines } from './source-table.ts'
import { tellWatchers } from './tell-watchers.ts'

/** Subscriptions taken on at a time: the more processes share a server, the smaller each one's bites should be. */
const BITE = 50
/** How often to look for what has become due. */
const LOOK_MS = 15_000

/** `fogline watch`: registered sources asked as they fall due, until stopped. */
export const watchCommand = (): Command =>
  withPollFlags(
    new Command('watch').description(
      'Ask registered sources on schedule until stopped (Ctrl-C); several processes on one PostgreSQL server share the work',
    ),
  )
    .option('--json', 'one line of JSON for each round, with the state of every source')
    .action(async (flags: PollFlags) => {
      const stop = new AbortController()
      stopOnSignal(stop)
      const setup = await setUpPolling(pollOptions(flags), stop.signal)
      try {
        await watch(setup, screenOf(flags, setup), stop.signal)
      } finally {
        await setup.close()
      }
    })

/** The first Ctrl-C lets what is at hand be recorded; the second ends at once. */
function stopOnSignal(stop: AbortController): void {
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(130)
    say('fogline: stopping; what is at hand is recorded first (Ctrl-C again ends at once)')
    stop.abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

async function watch({ base, useLedger }: PollSetup, screen: Screen, signal: AbortSignal): Promise<void> {
  const health = (): Promise<readonly SourceHealth[]> => useLedger(ledger => ledger.register.health(base.now()))
  screen.begin(await health())
  while (!signal.aborted) {
    const round = await pollRound({ ...base, ids: null, early: false, limit: BITE, onAsked: screen.asked })
    await tellWatchers(useLedger)
    const sources = await health()
    if (round.asked + round.heldOff > 0) screen.round(round, sources)
    if (signal.aborted) break
    await sleep(waitOf(sources, base.now()), undefined, { signal }).catch(() => undefined)
  }
  screen.end()
}

/** Until the next is due, at most a few seconds, so that what is added meanwhile is not overlooked for long. */
function waitOf(sources: readonly SourceHealth[], now: Instant): number {
  const dues = sources.flatMap(({ due }) => (due === null ? [] : [Date.parse(due) - Date.parse(now)]))
  return Math.max(500, Math.min(LOOK_MS, ...dues))
}

/** How the state of things is shown. */
interface Screen {
  begin(sources: readonly SourceHealth[]): void
  asked(asked: Asked, done: number, total: number): void
  round(round: Round, sources: readonly SourceHealth[]): void
  end(): void
}

function screenOf({ json }: PollFlags, { base }: PollSetup): Screen {
  if (json) return jsonScreen(base.now)
  return process.stdout.isTTY ? liveScreen(base.now) : plainScreen(base.now)
}

const jsonScreen = (now: () => Instant): Screen => ({
  begin: () => undefined,
  asked: () => undefined,
  round: (round, sources) => print(JSON.stringify({ at: now(), ...round, sources })),
  end: () => undefined,
})

/** A line for each source that failed, came back or had news: logs stay readable. */
const plainScreen = (now: () => Instant): Screen => ({
  begin: sources => print(`${now()} watching ${sources.filter(({ state }) => state !== 'paused').length} sources`),
  asked: ({ lease, polled, error, after }) => {
    const { id } = lease.subscription
    if (error && after.failures > lease.poll.failures)
      print(`${now()} ${id}: failing since ${after.failingSince ?? now()}: ${error.message}`)
    else if (polled && lease.poll.failingSince)
      print(`${now()} ${id}: good again after ${ago(lease.poll.failingSince, now())}`)
    if (polled && polled.gathered.length > 0) print(`${now()} ${id}: ${polled.gathered.length} new`)
  },
  round: (round, sources) => {
    const bad = sources.filter(({ state }) => state === 'failing').length
    print(`${now()} ${round.asked} asked, ${round.fresh} new reports, ${bad} of ${sources.length} sources failing`)
  },
  end: () => print(`${now()} stopped`),
})

/** A table that is drawn anew in its place. */
function liveScreen(now: () => Instant): Screen {
  let drawn = 0
  let last: readonly SourceHealth[] = []
  const draw = (status: string): void => {
    if (drawn > 0) moveCursor(process.stdout, 0, -drawn)
    clearScreenDown(process.stdout)
    const rows = Math.max(3, (process.stdout.rows ?? 30) - 5)
    const lines = [...sourceLines(last, now(), process.stdout.columns ?? 120, rows), '', status]
    for (const line of lines) print(line)
    drawn = lines.length
  }
  return {
    begin: sources => {
      last = sources
      draw('Looking for what is due. Ctrl-C stops.')
    },
    asked: ({ lease }, done, total) => draw(`asking ${done} of ${total}: ${lease.subscription.id}`),
    round: (round, sources) => {
      last = sources
      draw(`${now().slice(11, 19)} UTC: ${round.asked} asked, ${round.fresh} new reports. Ctrl-C stops.`)
    },
    end: () => draw('stopped'),
  }
}
