import { gatherDrafts } from './gather-drafts.ts'
import type { Draft, Gathered, GatherOptions } from './gathered.ts'
import { readAnswer } from './read-answer.ts'
import { readDrafts } from './read-drafts.ts'
import { slugOf } from './resolve-source.ts'
import { channelAddress, isChannelPage, readChannel } from './sources/read-channel.ts'
import type { FetchedBody } from './web/fetch-body.ts'
import { createWebClient, type WebClient } from './web/web-client.ts'

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
  /** Whom to ask with, so that several addresses share robots.txt, turns and connections. Default: one for this address alone. */
  readonly client?: WebClient
}

/** `https://example.org/news/feed.xml` → `example-org-news-feed-xml`. */
export const nameOf = (url: string): string =>
  slugOf(url.replace(/^https?:\/\/(?:www\.)?/, ''))
    .slice(0, 80)
    .replace(/-+$/, '')

/**
 * Fetches a page or feed, told apart by its content, and yields its reports; nothing when the server says that it has
 * not changed since `etag` or `lastModified`. The links in it are not followed. Throws FetchError (an InputError) as the
 * web client does, and InputError when the answer is no report.
 */
export async function* fetchArticles(url: string, options: FetchOptions): AsyncGenerator<Gathered> {
  const { maxBytes, timeoutMs, userAgent } = options
  const client = options.client ?? createWebClient({ maxBytes, timeoutMs, userAgent })
  try {
    yield* await articlesAt(url, client, options)
  } finally {
    if (options.client === undefined) await client.close()
  }
}

async function articlesAt(url: string, client: WebClient, options: FetchOptions): Promise<Gathered[]> {
  const { allowHosts = [], etag: knownTag = null, lastModified: knownMoment = null } = options
  const answer = await client.get(channelAddress(url) ?? url, { allowHosts, etag: knownTag, lastModified: knownMoment })
  if (answer.notModified) return []
  const { body, status, contentType, etag, lastModified, headers } = answer
  return gatherDrafts(await draftsOf(answer, options), body, {
    path: answer.url,
    name: nameOf(answer.url),
    now: options.now,
    sources: options.sources,
    defaultOutlet: options.defaultOutlet ?? null,
    origin: { url: answer.url, status, etag, lastModified, contentType, headers },
  })
}

async function draftsOf(answer: FetchedBody, { onProblem = () => undefined }: FetchOptions): Promise<readonly Draft[]> {
  const { kind, charset, text } = readAnswer(answer)
  if (kind === 'page' && isChannelPage(text())) return readChannel(text(), answer.url).drafts
  return readDrafts(kind, answer.body, { name: answer.url, url: answer.url, charset, onProblem })
}
