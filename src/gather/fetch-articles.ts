import { charsetOfHeader, declaredCharset } from './declared-charset.ts'
import { gatherDrafts } from './gather-drafts.ts'
import { type Gathered, type GatherOptions, MAX_BYTES } from './gathered.ts'
import { kindOfBody } from './kind-of-body.ts'
import { readDrafts } from './read-drafts.ts'
import { slugOf } from './resolve-source.ts'
import { textOf } from './text-of.ts'
import { type FetchedBody, fetchBody } from './web/fetch-body.ts'

const TIMEOUT_MS = 20_000

/** How an address is gathered. */
export interface FetchOptions extends Omit<GatherOptions, 'onProgress'> {
  /** For one answer, in milliseconds. Default 20 s. */
  readonly timeoutMs?: number
  /** Hosts of a private or local network that may be asked all the same. Default none. */
  readonly allowHosts?: readonly string[]
  /** How Fogline names itself to servers. */
  readonly userAgent?: string
  /** From the RawItem of the last visit: a server that says "not modified" then yields nothing. */
  readonly etag?: string | null
  readonly lastModified?: string | null
}

/** `https://example.org/news/feed.xml` → `example-org-news-feed-xml`. */
const nameOf = (url: string): string =>
  slugOf(url.replace(/^https?:\/\/(?:www\.)?/, ''))
    .slice(0, 80)
    .replace(/-+$/, '')

function fetchAddress(url: string, options: FetchOptions): Promise<FetchedBody> {
  return fetchBody(url, {
    maxBytes: options.maxBytes ?? MAX_BYTES,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    allowHosts: (options.allowHosts ?? []).map(host => host.toLowerCase()),
    userAgent: options.userAgent ?? 'Fogline/0.1 (reads published reporting)',
    etag: options.etag ?? null,
    lastModified: options.lastModified ?? null,
  })
}

/**
 * Fetches a page or feed, told apart by its content, and yields its reports; nothing when the server says that it has
 * not changed since `etag` or `lastModified`. The links in it are not followed. Throws InputError as `fetchBody` does, and
 * when the answer is no report.
 */
export async function* fetchArticles(url: string, options: FetchOptions): AsyncGenerator<Gathered> {
  const answer = await fetchAddress(url, options)
  if (answer.notModified) return
  const { body, status, contentType, etag, lastModified } = answer
  const charset = charsetOfHeader(contentType)
  const kind = kindOfBody(textOf(body, answer.url, charset ?? declaredCharset(body)), contentType)
  const onProblem = options.onProblem ?? (() => undefined)
  const drafts = readDrafts(kind, body, { name: answer.url, url: answer.url, charset, onProblem })
  yield* gatherDrafts(drafts, body, {
    path: answer.url,
    name: nameOf(answer.url),
    now: options.now,
    sources: options.sources,
    defaultOutlet: options.defaultOutlet ?? null,
    origin: { url: answer.url, status, etag, lastModified, contentType },
  })
}
