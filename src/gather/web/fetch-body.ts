import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Agent, fetch, type Response } from 'undici'
import { InputError } from '#domain'
import { isRefusedAddress } from './refused-address.ts'

const MAX_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** How an address is fetched. */
export interface FetchLimits {
  /** Largest body in bytes, after unpacking. */
  readonly maxBytes: number
  /** For the whole of one answer, in milliseconds. */
  readonly timeoutMs: number
  /** Hosts that may lie in a private network (`localhost`, `10.0.0.5`). */
  readonly allowHosts: readonly string[]
  readonly userAgent: string
  /** From an earlier answer, so that a server may say that nothing changed. */
  readonly etag: string | null
  readonly lastModified: string | null
}

/** What a server answered. `notModified`: the body is empty and the earlier one still holds. */
export interface FetchedBody {
  /** The address after redirects. */
  readonly url: string
  readonly status: number
  readonly notModified: boolean
  readonly contentType: string | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly body: Uint8Array
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase()

/** The address as a URL that may be asked. Throws InputError for another scheme, a login in it, or a host of the own network. */
function checkedUrl(address: string, limits: FetchLimits): URL {
  if (!URL.canParse(address))
    throw new InputError(`${address}: expected a web address such as https://example.org/feed.`)
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol))
    throw new InputError(`${address}: expected http or https, found ${url.protocol.slice(0, -1)}.`)
  if (url.username !== '' || url.password !== '')
    throw new InputError(`${url.host}: an address with a login in it is not fetched.`)
  const host = hostOf(url)
  if (isIP(host) !== 0 && isRefusedAddress(host) && !limits.allowHosts.includes(host)) throw refusal(host)
  return url
}

const refusal = (host: string): InputError =>
  new InputError(
    `${host} lies in a private or local network and is not fetched; name it in allowHosts if that is meant.`,
  )

/** Connections go only to addresses that were looked at here, so a name cannot change its meaning in between. */
function makeAgent(limits: FetchLimits): Agent {
  const resolve = async (host: string): Promise<{ address: string; family: number }[]> => {
    const found = await lookup(host, { all: true })
    const open = limits.allowHosts.includes(host.toLowerCase())
      ? found
      : found.filter(({ address }) => !isRefusedAddress(address))
    if (open.length === 0) throw refusal(host)
    return open
  }
  return new Agent({
    connect: {
      timeout: limits.timeoutMs,
      lookup: (host, options, done) => {
        resolve(host).then(
          found => (options.all ? done(null, found) : done(null, found[0]?.address ?? '', found[0]?.family ?? 4)),
          (error: Error) => done(error, '', 4),
        )
      },
    },
  })
}

/** The deepest cause: the fetch wraps what really went wrong. */
function rootCause(error: unknown): unknown {
  let cause = error
  while (cause instanceof Error && cause.cause !== undefined) cause = cause.cause
  return cause
}

function failure(url: URL, error: unknown, limits: FetchLimits): InputError {
  const cause = rootCause(error)
  if (cause instanceof InputError) return cause
  const timedOut = cause instanceof Error && (cause.name === 'TimeoutError' || /timeout/i.test(cause.name))
  if (timedOut)
    return new InputError(`${url.href}: no whole answer within ${limits.timeoutMs / 1000} s; try again later.`, {
      cause: error,
    })
  const code = (cause as NodeJS.ErrnoException).code ?? (cause instanceof Error ? cause.message : String(cause))
  return new InputError(`${url.href} could not be fetched (${code}); check the address and the network.`, {
    cause: error,
  })
}

async function readBody(response: Response, url: URL, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    const chunk = part as Uint8Array
    bytes += chunk.length
    if (bytes > maxBytes)
      throw new InputError(`${url.href} sends more than ${maxBytes} bytes; it is no single page or feed.`)
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

async function ask(url: URL, agent: Agent, limits: FetchLimits): Promise<Response> {
  return fetch(url.href, {
    dispatcher: agent,
    redirect: 'manual',
    signal: AbortSignal.timeout(limits.timeoutMs),
    headers: {
      'user-agent': limits.userAgent,
      accept:
        'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5',
      ...(limits.etag === null ? {} : { 'if-none-match': limits.etag }),
      ...(limits.lastModified === null ? {} : { 'if-modified-since': limits.lastModified }),
    },
  })
}

async function answerOf(response: Response, url: URL, limits: FetchLimits): Promise<FetchedBody> {
  if (response.status !== 304 && !response.ok) {
    await response.body?.cancel()
    throw new InputError(
      `${url.href} answered ${response.status} ${response.statusText}`.trim() + '; check the address.',
    )
  }
  const header = (name: string): string | null => response.headers.get(name)
  return {
    url: url.href,
    status: response.status,
    notModified: response.status === 304,
    contentType: header('content-type'),
    etag: header('etag'),
    lastModified: header('last-modified'),
    body: response.status === 304 ? new Uint8Array() : await readBody(response, url, limits.maxBytes),
  }
}

/**
 * Fetches one address: http and https only, at most five redirects, each checked like the first; hosts in private, local
 * or reserved networks are refused after their name is resolved unless `allowHosts` lists them; time and size (after
 * unpacking) are capped. Throws InputError with one line for everything that goes wrong.
 */
export async function fetchBody(address: string, limits: FetchLimits): Promise<FetchedBody> {
  const agent = makeAgent(limits)
  let url = checkedUrl(address, limits)
  try {
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      const response = await ask(url, agent, limits)
      const location = response.headers.get('location')
      if (!REDIRECTS.has(response.status) || location === null) return await answerOf(response, url, limits)
      await response.body?.cancel()
      if (!URL.canParse(location, url.href))
        throw new InputError(`${url.href} leads to "${location}", which is no address.`)
      url = checkedUrl(new URL(location, url.href).href, limits)
    }
    throw new InputError(`${address} leads on more than ${MAX_REDIRECTS} times; give the final address.`)
  } catch (error) {
    throw failure(url, error, limits)
  } finally {
    await agent.destroy()
  }
}
