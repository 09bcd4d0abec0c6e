import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Agent, fetch, type Response } from 'undici'
import { FetchError } from './fetch-error.ts'
import { isRefusedAddress } from './refused-address.ts'
import { retryAfterMs } from './retry-after.ts'

const MAX_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Finds the addresses of a host name; the system's resolver unless another is handed in. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

/** How an address is fetched. */
export interface FetchLimits {
  /** Largest body in bytes, after unpacking. */
  readonly maxBytes: number
  /** True: a larger body is cut there instead of refused. Absent: false. */
  readonly cutLong?: boolean
  /** For the whole of one answer, in milliseconds. */
  readonly timeoutMs: number
  /** Hosts that may lie in a private network (`localhost`, `10.0.0.5`), in small letters. */
  readonly allowHosts: readonly string[]
  readonly userAgent: string
  /** From an earlier answer, so that a server may say that nothing changed. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** Connections; made by `makeAgent` for the same `allowHosts`. */
  readonly agent: Agent
  /** Called before each request, that of a redirect too; what it throws ends the fetch. */
  readonly beforeAsking?: (url: URL) => Promise<void>
  /** Sends each request when its turn has come; absent: at once. */
  readonly inTurn?: (url: URL, send: () => Promise<Response>) => Promise<Response>
  /** The user's wish to stop. */
  readonly signal?: AbortSignal | undefined
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
  /** All headers, names in small letters. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase()

/** The address as a URL that may be asked. Throws FetchError for another scheme, a login in it, or a host of the own network. */
export function checkedUrl(address: string, allowHosts: readonly string[]): URL {
  if (!URL.canParse(address))
    throw new FetchError('address', `${address}: expected a web address such as https://example.org/feed.`)
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol))
    throw new FetchError('address', `${address}: expected http or https, found ${url.protocol.slice(0, -1)}.`)
  if (url.username !== '' || url.password !== '')
    throw new FetchError('address', `${url.host}: an address with a login in it is not fetched.`)
  const host = hostOf(url)
  if (isIP(host) !== 0 && isRefusedAddress(host) && !allowHosts.includes(host)) throw refusal(host)
  return url
}

const refusal = (host: string): FetchError =>
  new FetchError(
    'refused',
    `${host} lies in a private or local network and is not fetched; name it with --allow-host if that is meant.`,
  )

const systemResolve: Resolve = host => lookup(host, { all: true })

/** Connections go only to addresses that were looked at here, so a name cannot change its meaning in between. */
export function makeAgent(allowHosts: readonly string[], timeoutMs: number, resolve: Resolve = systemResolve): Agent {
  const look = async (host: string): Promise<{ address: string; family: number }[]> => {
    const found = await resolve(host)
    const open = allowHosts.includes(host.toLowerCase())
      ? found
      : found.filter(({ address }) => !isRefusedAddress(address))
    if (open.length === 0) throw refusal(host)
    return [...open]
  }
  return new Agent({
    // Many feeds of one host share few connections, and an idle one is not kept for long.
    connections: 4,
    keepAliveTimeout: 5_000,
    maxHeaderSize: 64 * 1024,
    connect: {
      timeout: timeoutMs,
      lookup: (host, options, done) => {
        look(host).then(
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

function failure(url: URL, error: unknown, limits: FetchLimits): unknown {
  const cause = error instanceof FetchError ? error : rootCause(error)
  if (cause instanceof FetchError || limits.signal?.aborted) return cause
  if (cause instanceof Error && /timeout/i.test(cause.name))
    return new FetchError(
      'timeout',
      `${url.href}: no whole answer within ${limits.timeoutMs / 1000} s; try again later.`,
      { cause: error },
    )
  const code = (cause as NodeJS.ErrnoException).code ?? (cause instanceof Error ? cause.message : String(cause))
  return new FetchError(
    'unreachable',
    `${url.href} could not be fetched (${code}); check the address and the network.`,
    {
      cause: error,
    },
  )
}

async function readBody(response: Response, url: URL, { maxBytes, cutLong }: FetchLimits): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    const chunk = part as Uint8Array
    bytes += chunk.length
    parts.push(chunk)
    if (bytes <= maxBytes) continue
    if (cutLong) break
    throw new FetchError('too-large', `${url.href} sends more than ${maxBytes} bytes; it is no single page or feed.`)
  }
  return Buffer.concat(parts).subarray(0, maxBytes)
}

async function ask(url: URL, limits: FetchLimits): Promise<Response> {
  const timeout = AbortSignal.timeout(limits.timeoutMs)
  return fetch(url.href, {
    dispatcher: limits.agent,
    redirect: 'manual',
    signal: limits.signal === undefined ? timeout : AbortSignal.any([timeout, limits.signal]),
    headers: {
      'user-agent': limits.userAgent,
      accept:
        'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5',
      'accept-encoding': 'gzip, br, deflate',
      ...(limits.etag === null ? {} : { 'if-none-match': limits.etag }),
      ...(limits.lastModified === null ? {} : { 'if-modified-since': limits.lastModified }),
    },
  })
}

async function answerOf(response: Response, url: URL, limits: FetchLimits): Promise<FetchedBody> {
  const header = (name: string): string | null => response.headers.get(name)
  if (response.status !== 304 && !response.ok) {
    await response.body?.cancel()
    const what = `${url.href} answered ${response.status} ${response.statusText}`.trim()
    throw new FetchError('status', `${what}; ${response.status === 429 ? 'ask less often' : 'check the address'}.`, {
      status: response.status,
      host: url.host,
      retryAfterMs: retryAfterMs(header('retry-after'), Date.now()),
    })
  }
  return {
    url: url.href,
    status: response.status,
    notModified: response.status === 304,
    contentType: header('content-type'),
    etag: header('etag'),
    lastModified: header('last-modified'),
    // A cookie is a key to somebody's session, not part of what was published.
    headers: [...response.headers].filter(([name]) => name !== 'set-cookie'),
    body: response.status === 304 ? new Uint8Array() : await readBody(response, url, limits),
  }
}

/**
 * Fetches one address: http and https only, at most five redirects, each checked like the first; hosts in private, local
 * or reserved networks are refused after their name is resolved unless `allowHosts` lists them; time and size (after
 * unpacking) are capped. Throws FetchError with one line for everything that goes wrong.
 */
export async function fetchBody(address: string, limits: FetchLimits): Promise<FetchedBody> {
  let url = checkedUrl(address, limits.allowHosts)
  try {
    for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
      await limits.beforeAsking?.(url)
      const send = (
        (at: URL) => () =>
          ask(at, limits)
      )(url)
      const response = await (limits.inTurn?.(url, send) ?? send())
      const location = response.headers.get('location')
      if (!REDIRECTS.has(response.status) || location === null) return await answerOf(response, url, limits)
      await response.body?.cancel()
      if (!URL.canParse(location, url.href))
        throw new FetchError('address', `${url.href} leads to "${location.slice(0, 200)}", which is no address.`)
      url = checkedUrl(new URL(location, url.href).href, limits.allowHosts)
    }
    throw new FetchError('address', `${address} leads on more than ${MAX_REDIRECTS} times; give the final address.`)
  } catch (error) {
    throw failure(url, error, limits)
  }
}
