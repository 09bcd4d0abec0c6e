import { setTimeout as sleep } from 'node:timers/promises'
import type { Agent, Response } from 'undici'
import { checkedUrl, type FetchedBody, type FetchLimits, fetchBody, makeAgent, type Resolve } from './fetch-body.ts'
import { FetchError } from './fetch-error.ts'
import { type HostTurns, turnsInMemory } from './host-turns.ts'
import { ROBOTS_BYTES, ROBOTS_NAME, type RobotsRules, readRobots } from './robots.ts'

/** How politely and how far Fogline asks. */
export interface WebClientOptions {
  /** Largest body in bytes, after unpacking. Default 20 MB. */
  readonly maxBytes?: number | undefined
  /** For one answer, in milliseconds. Default 20 s. */
  readonly timeoutMs?: number | undefined
  /** Least time between two askings of one host, in milliseconds. Default 1 s. A longer `Crawl-delay` counts instead. */
  readonly gapMs?: number | undefined
  /** Longest wait for a turn, in milliseconds; a host that wants to be left alone for longer is given up for now. Default 60 s. */
  readonly mostWaitMs?: number | undefined
  /** How Fogline names itself to servers. */
  readonly userAgent?: string | undefined
  /** When each host was asked last. Default: what this process knows. */
  readonly turns?: HostTurns | undefined
  /** For tests: finds the addresses of host names. */
  readonly resolve?: Resolve | undefined
  /** For tests: the time in milliseconds, and how to let some of it pass. */
  readonly clock?: (() => number) | undefined
  readonly wait?: ((ms: number, signal: AbortSignal | undefined) => Promise<unknown>) | undefined
  readonly signal?: AbortSignal | undefined
}

/** What one asking adds. */
export interface Asking {
  readonly allowHosts?: readonly string[]
  readonly etag?: string | null
  readonly lastModified?: string | null
}

/** Asks servers politely: robots.txt obeyed, hosts given time between askings, "come back later" taken at its word. */
export interface WebClient {
  /** Throws FetchError; `empty` for an answer without a body, so that nothing said is never taken for nothing new. */
  get(address: string, asking?: Asking): Promise<FetchedBody>
  /** Sitemaps that the site of an address names in its robots.txt. */
  sitemaps(address: string, asking?: Asking): Promise<readonly string[]>
  close(): Promise<void>
}

const DEFAULT_BYTES = 20_000_000
const DEFAULT_TIMEOUT_MS = 20_000
const DEFAULT_GAP_MS = 1000
const DEFAULT_MOST_WAIT_MS = 60_000
/** How long a host is left alone that answers "too many requests" without saying for how long. */
const TOO_MANY_MS = 5 * 60_000
/** RFC 9309 asks not to use a robots.txt for longer than a day; one that was refused by a fault is asked again sooner. */
const ROBOTS_MS = 24 * 3_600_000
const ROBOTS_FAULT_MS = 10 * 60_000
const USER_AGENT = `${ROBOTS_NAME}/0.1 (reads published reporting)`

/** What the steps of one client share. */
interface Shared {
  readonly options: WebClientOptions
  readonly clock: () => number
  readonly turns: HostTurns
  readonly agents: Map<string, Agent>
  /** When each host last answered this process, and the asking under way: on a busy machine what was spaced out in time arrives at once. */
  readonly hosts: Map<string, { answered: number; busy: Promise<unknown> }>
  readonly robots: Map<string, { readonly until: number; readonly rules: Promise<RobotsRules> }>
}

/** Makes a client; `close` ends its connections. */
export function createWebClient(options: WebClientOptions = {}): WebClient {
  const clock = options.clock ?? Date.now
  const shared: Shared = {
    options,
    clock,
    turns: options.turns ?? turnsInMemory(clock),
    agents: new Map(),
    hosts: new Map(),
    robots: new Map(),
  }
  return {
    get: (address, asking = {}) => get(shared, address, asking),
    sitemaps: async (address, asking = {}) => {
      const { allowHosts } = limitsOf(shared, asking)
      return (await rulesFor(shared, checkedUrl(address, allowHosts), asking)).sitemaps
    },
    close: async () => {
      await Promise.all([...shared.agents.values()].map(agent => agent.destroy()))
    },
  }
}

async function get(shared: Shared, address: string, asking: Asking): Promise<FetchedBody> {
  const beforeAsking = async (url: URL): Promise<void> => {
    const rules = await rulesFor(shared, url, asking)
    if (!rules.allows(url.href))
      throw new FetchError('robots', `${url.href} is closed to programs by the site's robots.txt and is not fetched.`)
  }
  const inTurn = async (url: URL, send: () => Promise<Response>): Promise<Response> =>
    sendInTurn(shared, url, (await rulesFor(shared, url, asking)).delayMs, send)
  const answer = await heedingHost(shared, () =>
    fetchBody(address, { ...limitsOf(shared, asking), beforeAsking, inTurn }),
  )
  if (answer.body.length === 0 && !answer.notModified)
    throw new FetchError('empty', `${answer.url} answered ${answer.status} with nothing in it; try again later.`)
  return answer
}

function limitsOf({ options, agents }: Shared, asking: Asking): FetchLimits {
  const allowHosts = (asking.allowHosts ?? []).map(host => host.toLowerCase()).sort()
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS
  const key = allowHosts.join(' ')
  const agent = agents.get(key) ?? makeAgent(allowHosts, timeoutMs, options.resolve)
  agents.set(key, agent)
  return {
    maxBytes: options.maxBytes ?? DEFAULT_BYTES,
    timeoutMs,
    allowHosts,
    userAgent: options.userAgent ?? USER_AGENT,
    etag: asking.etag ?? null,
    lastModified: asking.lastModified ?? null,
    agent,
    signal: options.signal,
  }
}

/** The rules of a site, asked for once a day at most. What kept them from being read is thrown to everyone who waits. */
function rulesFor(shared: Shared, url: URL, asking: Asking): Promise<RobotsRules> {
  const known = shared.robots.get(url.origin)
  if (known && known.until > shared.clock()) return known.rules
  const address = new URL('/robots.txt', url).href
  const limits = limitsOf(shared, { allowHosts: asking.allowHosts ?? [] })
  const inTurn = (hop: URL, send: () => Promise<Response>): Promise<Response> => sendInTurn(shared, hop, 0, send)
  const rules = readRobots(address, () =>
    heedingHost(shared, () => fetchBody(address, { ...limits, inTurn, maxBytes: ROBOTS_BYTES, cutLong: true })),
  )
  shared.robots.set(url.origin, { until: shared.clock() + ROBOTS_MS, rules })
  const soonAgain = (): void => {
    shared.robots.set(url.origin, { until: shared.clock() + ROBOTS_FAULT_MS, rules })
  }
  rules.then(found => {
    if (!found.allows(new URL('/', url).href)) soonAgain()
  }, soonAgain)
  return rules
}

/** One asking of a host after the other, each no sooner than the gap after the answer before it. */
async function sendInTurn(shared: Shared, url: URL, delayMs: number, send: () => Promise<Response>): Promise<Response> {
  const { options, turns, hosts, clock } = shared
  const mostMs = options.mostWaitMs ?? DEFAULT_MOST_WAIT_MS
  const gapMs = Math.max(options.gapMs ?? DEFAULT_GAP_MS, delayMs)
  const ms = await turns.reserve(url.host, gapMs, mostMs)
  if (ms > mostMs)
    throw new FetchError('held-off', `${url.host} asked to be left alone for ${Math.ceil(ms / 1000)} s more.`, {
      retryAfterMs: ms,
    })
  const wait = options.wait ?? waitFor
  if (ms > 0) await wait(ms, options.signal)
  const host = hosts.get(url.host) ?? { answered: Number.NEGATIVE_INFINITY, busy: Promise.resolve() }
  hosts.set(url.host, host)
  const asking = host.busy.then(async () => {
    while (host.answered + gapMs > clock()) await wait(host.answered + gapMs - clock(), options.signal)
    return send().finally(() => {
      host.answered = clock()
    })
  })
  host.busy = asking.catch(() => undefined)
  return asking
}

const waitFor = (ms: number, signal: AbortSignal | undefined): Promise<unknown> =>
  sleep(ms, undefined, signal === undefined ? {} : { signal })

/** Leaves a host alone for as long as its answer asks for. */
async function heedingHost({ turns }: Shared, fetchIt: () => Promise<FetchedBody>): Promise<FetchedBody> {
  try {
    return await fetchIt()
  } catch (error) {
    if (error instanceof FetchError && error.host !== null && (error.status === 429 || error.status === 503)) {
      const ms = error.retryAfterMs ?? (error.status === 429 ? TOO_MANY_MS : 0)
      if (ms > 0) await turns.holdOff(error.host, ms)
    }
    throw error
  }
}
