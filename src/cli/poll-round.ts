import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { InputError, type Instant, type Outage, type Poll, type Slug, type Source, type Theatre } from '#domain'
import type { Gathered, HostTurns, Polled, WebClient } from '#gather'
import type { Lease, Ledger } from '#ledger'
import type { Ingested } from '../pipeline.ts'

/** Opens the ledger for one piece of work. Between two pieces of a round nobody needs it, so that others may. */
export type UseLedger = <Result>(use: (ledger: Ledger) => Promise<Result>) => Promise<Result>

/** What a round of asking needs. */
export interface RoundInput {
  readonly useLedger: UseLedger
  readonly theatre: Theatre
  readonly client: WebClient
  readonly now: () => Instant
  /** Takes what was gathered into the ledger: the pipeline's `ingest`. */
  readonly take: (gathered: readonly Gathered[], ledger: Ledger) => Promise<Ingested>
  /** The name this process leases by. */
  readonly by: string
  /** Only these; null: all that are not paused. */
  readonly ids: readonly Slug[] | null
  /** True: also what is not due yet. */
  readonly early: boolean
  /** At most so many subscriptions in the round, and so many asked at a time. */
  readonly limit: number
  readonly parallel: number
  readonly onProblem: (line: string) => void
  readonly onAsked?: (asked: Asked, done: number, total: number) => void
  readonly signal?: AbortSignal | undefined
}

/** How one asking went. */
export interface Asked {
  readonly lease: Lease
  /** What it gave; null: it failed, and `error` says why. */
  readonly polled: Polled | null
  readonly error: InputError | null
  readonly after: Poll
}

/** What a round did. */
export interface Round {
  readonly asked: number
  readonly answered: number
  readonly failed: number
  /** Not asked: their hosts want to be left alone for now. */
  readonly heldOff: number
  /** Entries left for the next time because their pages did not answer. */
  readonly deferred: number
  readonly gathered: number
  readonly fresh: number
  readonly claims: number
  readonly failures: readonly { readonly subscription: Slug; readonly error: string }[]
}

/** A name that no other process has. */
export const processName = (): string => `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`

/** How long a process may be at what it took on without a sign of life. */
const LEASE_MS = 10 * 60_000
/** So many reports are recorded at a time; a run that is broken off has lost no more than these, and asks for them again. */
const BATCH = 400

const ahead = (now: Instant): Instant => new Date(Date.parse(now) + LEASE_MS).toISOString() as Instant

/** Asks every subscription that is due once, records what is new and how each went. */
export async function pollRound(input: RoundInput): Promise<Round> {
  const { useLedger, by, ids, early, limit, now } = input
  const [leases, sources] = await useLedger(async ledger => [
    await ledger.register.lease({ by, ids, early, limit, now: now(), until: ahead(now()) }),
    await ledger.sources(),
  ])
  const tally = new Tally(input)
  const beat = setInterval(() => void renew(input, leases.length), LEASE_MS / 5).unref()
  try {
    const queue = spread(leases)
    let done = 0
    const work = async (): Promise<void> => {
      for (let lease = queue.shift(); lease; lease = queue.shift()) {
        if (input.signal?.aborted) return
        const asked = await askOne(lease, [...sources, ...input.theatre.sources], input)
        input.onAsked?.(asked, ++done, leases.length)
        await tally.add(asked)
      }
    }
    await Promise.all(Array.from({ length: Math.max(1, input.parallel) }, work))
    await tally.flush()
    return tally.round()
  } finally {
    clearInterval(beat)
    if (leases.length > 0) await useLedger(ledger => ledger.register.release(by))
  }
}

async function renew({ useLedger, by, now, onProblem }: RoundInput, held: number): Promise<void> {
  if (held === 0) return
  try {
    await useLedger(ledger => ledger.register.renew(by, ahead(now())))
  } catch (error) {
    // The lease outlives five missed beats; what is wrong with the ledger shows when the round is recorded.
    onProblem(
      `the hold on the sources could not be renewed (${error instanceof Error ? error.message : String(error)})`,
    )
  }
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '')

/** One of each host in turn, so that those who ask at a time seldom wait for the same one. */
function spread(leases: readonly Lease[]): Lease[] {
  const hosts = new Map<string, Lease[]>()
  for (const lease of leases) {
    const host = hostOf(lease.subscription.address)
    hosts.set(host, [...(hosts.get(host) ?? []), lease])
  }
  const rows = [...hosts.values()]
  const longest = Math.max(0, ...rows.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => rows.flatMap(row => row[at] ?? [])).flat()
}

async function askOne(lease: Lease, sources: readonly Source[], input: RoundInput): Promise<Asked> {
  const { subscription, poll } = lease
  const { pollSource, afterAnswer, afterFailure, slugOf } = await import('#gather')
  const source = sources.find(({ id }) => id === subscription.source) ?? unknown(subscription.source, slugOf)
  const { client, onProblem, signal } = input
  try {
    const polled = await pollSource({
      subscription,
      source,
      poll,
      sources,
      client,
      now: input.now(),
      onProblem,
      signal,
    })
    return { lease, polled, error: null, after: afterAnswer(subscription, poll, polled, input.now()) }
  } catch (error) {
    const cause = error instanceof InputError ? error : stopped(error, signal)
    if (cause === null) return { lease, polled: null, error: null, after: poll }
    return { lease, polled: null, error: cause, after: afterFailure(subscription, poll, cause, input.now()) }
  }
}

/** Null for an asking that the user broke off; what else is thrown is a fault of ours, and one source's must not end the others'. */
function stopped(error: unknown, signal: AbortSignal | undefined): InputError | null {
  if (signal?.aborted) return null
  const message = error instanceof Error ? error.message : String(error)
  return new InputError(`unexpected failure, please report it: ${message}`, { cause: error })
}

const unknown = (id: Slug, slugOf: (name: string) => string): Source => ({
  id: slugOf(id),
  name: id,
  kind: 'outlet',
  camp: 'unknown',
  country: null,
  stance: 'unknown',
  reliability: 'F',
  family: null,
  url: null,
})

/** Collects askings and records them by the batch: first the reports, then how the askings went, so that nothing is skipped after a crash. */
class Tally {
  readonly #input: RoundInput
  #waiting: Asked[] = []
  #flushing: Promise<void> = Promise.resolve()
  readonly #done: Asked[] = []
  #fresh = 0
  #claims = 0

  constructor(input: RoundInput) {
    this.#input = input
  }

  async add(asked: Asked): Promise<void> {
    if (asked.polled === null && asked.error === null) return
    this.#waiting.push(asked)
    const reports = this.#waiting.reduce((sum, { polled }) => sum + (polled?.gathered.length ?? 0), 0)
    if (reports >= BATCH) await this.flush()
  }

  async flush(): Promise<void> {
    const batch = this.#waiting
    this.#waiting = []
    this.#flushing = this.#flushing.then(() => this.#record(batch))
    await this.#flushing
  }

  async #record(batch: readonly Asked[]): Promise<void> {
    if (batch.length === 0) return
    const { useLedger, take, by, now } = this.#input
    const { outageBetween } = await import('#gather')
    const gathered = batch.flatMap(({ polled }) => polled?.gathered ?? [])
    const outages = batch.flatMap(({ lease, after }): Outage[] => {
      const outage = outageBetween(lease.subscription, lease.poll, after)
      return outage === null ? [] : [outage]
    })
    await useLedger(async ledger => {
      if (gathered.length > 0) {
        const { fresh, claims } = await take(gathered, ledger)
        this.#fresh += fresh
        this.#claims += claims
      }
      if (outages.length > 0) await ledger.register.change({ learned: now(), outages })
      await ledger.register.settle(
        by,
        batch.map(({ after }) => after),
      )
    })
    this.#done.push(...batch)
  }

  round(): Round {
    const failures = this.#done.flatMap(({ lease, error, after }) =>
      error === null || after.failures === lease.poll.failures
        ? []
        : [{ subscription: lease.subscription.id, error: error.message }],
    )
    const answered = this.#done.filter(({ polled }) => polled !== null)
    const sum = (count: (polled: Polled) => number): number =>
      answered.reduce((total, { polled }) => total + (polled ? count(polled) : 0), 0)
    return {
      asked: answered.length + failures.length,
      answered: answered.length,
      failed: failures.length,
      heldOff: this.#done.length - answered.length - failures.length,
      deferred: sum(polled => polled.deferred),
      gathered: sum(polled => polled.gathered.length),
      fresh: this.#fresh,
      claims: this.#claims,
      failures,
    }
  }
}

/** Turns that several processes share through a server's ledger. */
export const turnsOf = ({ register }: Ledger): HostTurns => ({
  reserve: (host, gapMs, mostMs) => register.reserve(host, gapMs, mostMs),
  holdOff: (host, ms) => register.holdOff(host, ms),
})
