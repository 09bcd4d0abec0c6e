import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InputError, type SourceForm } from '#domain'
import { parseFeed } from '../feeds/parse-feed.ts'
import { readAnswer } from '../read-answer.ts'
import { FetchError } from '../web/fetch-error.ts'
import type { Asking, WebClient } from '../web/web-client.ts'
import { feedLinks, siteName } from './page-links.ts'
import { channelAddress, isChannelPage, readChannel } from './read-channel.ts'
import { isSitemap, readSitemap } from './read-sitemap.ts'
import { unpackSitemap } from './unpack-sitemap.ts'

/** What an address turned out to be. */
export interface Identified {
  readonly form: SourceForm
  /** Where to ask: of a page with feeds, its first feed. */
  readonly address: string
  /** Where it was found, for the outlet: the site's own page. Null for a folder. */
  readonly url: string | null
  /** What it calls itself; null: nothing. */
  readonly name: string | null
  /** ISO 639 as it states; null: it does not. */
  readonly language: string | null
  /** Entries it holds now. */
  readonly entries: number
  /** True where most entries have no more than a summary, so that their pages are wanted. */
  readonly full: boolean
  /** Other addresses the same page offers. */
  readonly others: readonly { readonly address: string; readonly title: string | null }[]
}

/** Entries with a text below this many characters are summaries. */
const SUMMARY = 1000

/**
 * Finds out what an address is: a feed, a page with feeds, a site with a sitemap, a (news) sitemap, a channel's public
 * page, a page to be watched itself, or a folder of this machine. Throws FetchError where it does not answer and
 * InputError where it is none of these.
 */
export async function identifyAddress(address: string, client: WebClient, asking: Asking = {}): Promise<Identified> {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return identifyFolder(address)
  const answer = await client.get(channelAddress(address) ?? address, asking)
  const body = unpackSitemap(answer)
  const answered = readAnswer(body)
  const { kind } = answered
  if (kind === 'pdf' || kind === 'mail')
    throw new InputError(`${address}: expected a feed, sitemap, channel or page, found ${kind}.`)
  const text = answered.text()
  if (isSitemap(text)) return ofSitemap(text, answer.url)
  if (kind === 'feed' || kind === 'json') return ofFeed(text, answer.url)
  if (kind !== 'page') throw new InputError(`${address}: expected a feed, sitemap, channel or page, found ${kind}.`)
  if (isChannelPage(text)) return ofChannel(text, answer.url)
  if (channelAddress(address) !== null)
    throw new InputError(`${address}: the channel has no public page; export it from Telegram and ingest the file.`)
  return ofPage(text, answer.url, client, asking)
}

async function identifyFolder(path: string): Promise<Identified> {
  const folder = resolve(path)
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory())
    throw new InputError(
      `${path}: expected a web address or a folder, found ${found ? 'a file; ingest it instead' : 'neither'}.`,
    )
  const none = { url: null, name: null, language: null, others: [] }
  return { form: 'folder', address: folder, entries: 0, full: false, ...none }
}

function ofFeed(text: string, url: string): Identified {
  const feed = parseFeed(text, url)
  const long = feed.items.filter(
    ({ content, summary }) => Math.max(content?.length ?? 0, summary?.length ?? 0) >= SUMMARY,
  )
  return {
    form: 'feed',
    address: url,
    url: feed.link ?? new URL('/', url).href,
    name: feed.title,
    language: feed.language,
    entries: feed.items.length,
    full: long.length * 2 < feed.items.length || feed.items.length === 0,
    others: [],
  }
}

function ofSitemap(text: string, url: string): Identified {
  const sitemap = readSitemap(text)
  const entries = sitemap?.entries ?? []
  return {
    form: sitemap?.isNews ? 'news-sitemap' : 'sitemap',
    address: url,
    url: new URL('/', url).href,
    name: entries.find(({ outlet }) => outlet !== null)?.outlet ?? null,
    language: entries.find(({ language }) => language !== null)?.language ?? null,
    entries: entries.length,
    full: true,
    others: [],
  }
}

function ofChannel(text: string, url: string): Identified {
  const { name, drafts } = readChannel(text, url)
  const home = url.replace(/\/s\//, '/').replace(/\?.*$/, '')
  const rest = { name, language: null, entries: drafts.length, full: false, others: [] }
  return { form: 'channel', address: url, url: home, ...rest }
}

/** The page's first feed that answers; else a sitemap that the site's robots.txt names; else the page itself. */
async function ofPage(text: string, url: string, client: WebClient, asking: Asking): Promise<Identified> {
  const name = siteName(text)
  const links = feedLinks(text, url)
  const sitemaps = await sitemapsOf(url, client, asking)
  const offered = [...links, ...sitemaps.map(address => ({ address, title: null }))]
  for (const { address } of offered.slice(0, 5)) {
    try {
      const answer = await client.get(address, asking)
      const inner = readAnswer(unpackSitemap(answer)).text()
      const found = isSitemap(inner) ? ofSitemap(inner, answer.url) : ofFeed(inner, answer.url)
      const others = offered.filter(other => other.address !== address)
      return { ...found, url, name: name ?? found.name, others }
    } catch (error) {
      // A dead link in a page's head is common; the next may live, and the page itself is there in the end.
      if (!(error instanceof InputError)) throw error
    }
  }
  return { form: 'page', address: url, url, name, language: null, entries: 1, full: false, others: offered }
}

async function sitemapsOf(url: string, client: WebClient, asking: Asking): Promise<readonly string[]> {
  try {
    const found = await client.sitemaps(url, asking)
    return [...found].sort((a, b) => Number(/news/i.test(b)) - Number(/news/i.test(a)))
  } catch (error) {
    if (error instanceof FetchError) return []
    throw error
  }
}
