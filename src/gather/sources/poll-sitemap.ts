import { InputError, type Instant } from '#domain'
import { BLANK_DRAFT, type Draft } from '../gathered.ts'
import { readAnswer } from '../read-answer.ts'
import { fetchPages } from './fetch-pages.ts'
import { markOfAddress } from './marks.ts'
import { ownDrafts } from './own-drafts.ts'
import { type PollContext, type Polled, unchanged } from './polled.ts'
import { readSitemap, type Sitemap, type SitemapEntry } from './read-sitemap.ts'
import { unpackSitemap } from './unpack-sitemap.ts'

const DAY_MS = 86_400_000
/** Of an index, so many sitemaps are asked at a time: those that changed last. */
const MOST_PARTS = 5

/** Asks a sitemap, or those of an index that changed last, and fetches the pages that are new since the last time (at first: of two days). */
export async function pollSitemap(context: PollContext): Promise<Polled> {
  const { subscription, source, poll, client } = context
  const { address, allowHosts } = subscription
  const answer = await client.get(address, { allowHosts, etag: poll.etag, lastModified: poll.lastModified })
  if (answer.notModified) return unchanged(poll)
  const since = sinceOf(context)
  const entries = await entriesOf(sitemapIn(unpackSitemap(answer)), since, context)
  const recent = entries.filter(({ moment }) => moment !== null && moment >= since)
  const dateless = entries.filter(({ moment }) => moment === null).length
  if (dateless > 0) context.onProblem(`${address}: ${dateless} addresses without a date were passed over.`)
  const marked = recent.map(entry => ({ draft: draftOf(entry), mark: markOfAddress(entry.address, entry.moment) }))
  const seen = new Set(poll.seen)
  const drafts = marked.filter(({ mark }) => !seen.has(mark)).map(({ draft }) => draft)
  const { gathered, kept, deferred } = await fetchPages(drafts, ownDrafts(drafts, source, subscription), context)
  for (const { url, notes } of kept) context.onProblem(`${url}: ${notes.at(-1)?.reason ?? 'its page says nothing'}`)
  const left = new Set(deferred)
  return {
    gathered,
    entries: entries.length,
    deferred: left.size,
    seen: marked.filter(({ draft }) => !left.has(draft)).map(({ mark }) => mark),
    etag: left.size > 0 ? null : answer.etag,
    lastModified: left.size > 0 ? null : answer.lastModified,
  }
}

/** A day before the last good asking, for clocks and zones that are off; two days ago where there was none. */
function sinceOf({ poll, now }: PollContext): Instant {
  const from = poll.lastGood === null ? Date.parse(now) - 2 * DAY_MS : Date.parse(poll.lastGood) - DAY_MS
  return new Date(from).toISOString() as Instant
}

function sitemapIn(answer: Parameters<typeof readAnswer>[0]): Sitemap {
  const { kind, text } = readAnswer(answer)
  const sitemap = readSitemap(text())
  if (sitemap === null) throw new InputError(`${answer.url}: expected a sitemap, found a ${kind}; it may have moved.`)
  return sitemap
}

/** The pages of a sitemap, or of those parts of an index that may hold something new. */
async function entriesOf(sitemap: Sitemap, since: Instant, context: PollContext): Promise<readonly SitemapEntry[]> {
  if (!sitemap.isIndex) return sitemap.entries
  const newestFirst = (a: SitemapEntry, b: SitemapEntry): number => ((a.moment ?? '') < (b.moment ?? '') ? 1 : -1)
  const parts = sitemap.entries.filter(({ moment }) => moment === null || moment >= since).sort(newestFirst)
  if (parts.length > MOST_PARTS)
    context.onProblem(`${context.subscription.address}: ${MOST_PARTS} of ${parts.length} parts were asked, the newest.`)
  const found: SitemapEntry[] = []
  for (const { address } of parts.slice(0, MOST_PARTS)) {
    const { allowHosts } = context.subscription
    const part = sitemapIn(unpackSitemap(await context.client.get(address, { allowHosts })))
    if (!part.isIndex) found.push(...part.entries)
  }
  return found
}

const draftOf = ({ address, moment, outlet, title, language }: SitemapEntry): Draft => ({
  ...BLANK_DRAFT,
  url: address,
  title,
  outlet,
  language,
  // A sitemap's `lastmod` is when the page changed: no date of publication. A news sitemap's date is one.
  publishedAt: title === null ? null : moment,
  editedAt: title === null ? moment : null,
})
