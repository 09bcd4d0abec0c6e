import { type Agent, fetch } from 'undici'
import { checkedUrl, makeAgent, type Resolve } from './fetch-body.ts'
import { FetchError } from './fetch-error.ts'

/** A message to be posted. */
export interface Posting {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Hosts that may lie in a private network. */
  readonly allowHosts: readonly string[]
}

/** Posts messages to web addresses. */
export interface Poster {
  /** Throws FetchError for everything but an answer of 200 to 299: `refused` and `address` are for good, the rest may pass. */
  post(posting: Posting): Promise<void>
  close(): Promise<void>
}

/**
 * Makes a poster with the guard that fetching has: http and https only, no login in the address, no host of the machine or its
 * own network, looked at after its name is resolved. Redirects are not followed: a message goes where its owner said.
 * `resolve` is for tests.
 */
export function createPoster(given: { readonly timeoutMs?: number; readonly resolve?: Resolve } = {}): Poster {
  const timeoutMs = given.timeoutMs ?? 15_000
  const agents = new Map<string, Agent>()
  return {
    async post({ url, headers, body, allowHosts }) {
      const hosts = allowHosts.map(host => host.toLowerCase()).sort()
      const address = checkedUrl(url, hosts)
      const key = hosts.join(' ')
      const agent = agents.get(key) ?? makeAgent(hosts, timeoutMs, given.resolve)
      agents.set(key, agent)
      const signal = AbortSignal.timeout(timeoutMs)
      const response = await fetch(address.href, {
        dispatcher: agent,
        method: 'POST',
        redirect: 'manual',
        signal,
        headers: { 'content-type': 'application/json', 'user-agent': 'fogline/0.1', ...headers },
        body,
      }).catch((error: unknown) => {
        throw failure(address, error)
      })
      await response.body?.cancel()
      if (!response.ok)
        throw new FetchError('status', `${address.host} answered ${response.status}`, { status: response.status })
    },
    close: async () => {
      await Promise.all([...agents.values()].map(agent => agent.destroy()))
    },
  }
}

/** What went wrong, without the address: the path of a webhook is often its key. */
function failure({ host }: URL, error: unknown): FetchError {
  let cause = error
  while (cause instanceof Error && cause.cause !== undefined && !(cause instanceof FetchError)) cause = cause.cause
  if (cause instanceof FetchError) return cause
  if (cause instanceof Error && cause.name === 'TimeoutError')
    return new FetchError('timeout', `${host} did not answer in time`, { cause })
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer'
  return new FetchError('unreachable', `${host} could not be reached (${code})`, { cause })
}
