import { setTimeout as sleep } from 'node:timers/promises'
import { InputError } from '#domain'
import { type Ledger, openLedger } from '#ledger'
import { loadTheatre } from '#theatre'
import { hasLedger, now, readersOf, settingsOf } from './context.ts'
import { say } from './output.ts'
import { processName, type RoundInput, turnsOf, type UseLedger } from './poll-round.ts'
import { translatorOf } from './translate.ts'

/** What a user says about how to ask. */
export interface PollOptions {
  readonly pace: number
  readonly parallel: number
  readonly timeout: number
}

/** All that rounds of asking share, until `close`. */
export interface PollSetup {
  readonly base: Omit<RoundInput, 'ids' | 'early' | 'limit' | 'onAsked'>
  readonly useLedger: UseLedger
  close(): Promise<void>
}

const PATIENCE_MS = 10 * 60_000
const RETRY_MS = 2000

/**
 * Prepares rounds of asking. A ledger on a server stays open, and its turns are shared with other processes; an embedded
 * one is opened for each piece of work alone, so that the desk can be looked at and a briefing written in between.
 */
export async function setUpPolling(options: PollOptions, signal: AbortSignal): Promise<PollSetup> {
  const settings = settingsOf(process.env)
  const theatre = loadTheatre(settings.theatre)
  if (!hasLedger())
    throw new InputError(
      'no source is registered: expected some, found no ledger; add one with "fogline source add URL"',
    )
  const open = (): Promise<Ledger> => openLedger({ ...settings, theatre: theatre.id, now })
  const kept = settings.databaseUrl === null ? null : await open()
  const useLedger: UseLedger = kept ? use => use(kept) : inTurn(use => opening(open, use, signal))
  const { createWebClient } = await import('#gather')
  const client = createWebClient({
    gapMs: options.pace,
    timeoutMs: options.timeout * 1000,
    signal,
    ...(kept ? { turns: turnsOf(kept) } : {}),
  })
  const readers = readersOf(settings)
  const read = { theatre, now, readers, translator: await translatorOf(settings), asPublished: false }
  const { ingest } = await import('../pipeline.ts')
  return {
    useLedger,
    base: {
      useLedger,
      theatre,
      client,
      now,
      take: (gathered, ledger) => ingest(gathered, { ...read, ledger }),
      by: processName(),
      parallel: options.parallel,
      onProblem: line => say(`fogline: ${line}`),
      signal,
    },
    close: async () => {
      await client.close()
      await readers.close()
      await kept?.close()
    },
  }
}

/** One after the other: the embedded ledger takes one use at a time, this process's own included. */
function inTurn(use: UseLedger): UseLedger {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const next = last.then(() => use(work))
    last = next.catch(() => undefined)
    return next
  }
}

/** Opens, uses and closes; waits where another process has the ledger. */
async function opening<Result>(
  open: () => Promise<Ledger>,
  use: (ledger: Ledger) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  let told = false
  for (let waited = 0; ; waited += RETRY_MS) {
    try {
      const ledger = await open()
      return await use(ledger).finally(() => ledger.close())
    } catch (error) {
      if (!(error instanceof InputError) || !/ is in use by /.test(error.message)) throw error
      if (waited >= PATIENCE_MS || signal.aborted) throw error
      if (!told) say(`fogline: waiting: ${error.message}`)
      told = true
      await sleep(RETRY_MS)
    }
  }
}
