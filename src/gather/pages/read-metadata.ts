import type { Note } from '#domain'
import { languageTag } from '../detect-language.ts'
import type { PageDocument } from './dom.ts'
import { articleOf, type LinkedData, type Thing } from './json-ld.ts'
import { readByline } from './metadata-byline.ts'
import { readDates } from './metadata-dates.ts'
import { readTitle } from './metadata-title.ts'
import { firstOf, type PageMeta, readMeta, tidy } from './page-meta.ts'

/** What a page says of its article. Unknown is null; moments are ISO 8601 with the page's own zone. */
export interface PageMetadata {
  /** Its own address: the canonical one where that is of the same site, else where it was found. */
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly outlet: string | null
  readonly publishedAt: string | null
  readonly editedAt: string | null
  /** A day and month as the page shows them, where nothing in it tells the year. */
  readonly yearless: string | null
  /** ISO 639-1. */
  readonly language: string | null
  /** What could not be settled, as of its dates. */
  readonly notes: readonly Note[]
}

const OUTLETS = ['og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher', 'citation_journal_title']

/** The address a page gives as its own, made whole; null for none and for a site's front page, which is no article's. */
function ownUrl(address: string | null | undefined, base: string | null): string | null {
  const written = address?.trim()
  if (!written || !URL.canParse(written, base ?? undefined)) return null
  const url = new URL(written, base ?? undefined)
  return /^https?:$/.test(url.protocol) && (url.pathname !== '/' || url.search !== '') ? url.href : null
}

const siteOf = (url: string): string => new URL(url).hostname.toLowerCase().replace(/^(?:www|m|amp|mobile)\./, '')

/** One of the two is the other's host or a part of it; a page that names another site's address as its own is not believed. */
function isSameSite(a: string, b: string): boolean {
  const [left, right] = [siteOf(a), siteOf(b)]
  return left === right || left.endsWith(`.${right}`) || right.endsWith(`.${left}`)
}

function addressOf(page: PageDocument, data: LinkedData | null, meta: PageMeta, url: string | null): string | null {
  const link = page.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const own = ownUrl(link, url) ?? ownUrl(meta.get('og:url'), url) ?? ownUrl(data?.url, url)
  return own !== null && (url === null || !URL.canParse(url) || isSameSite(own, url)) ? own : url
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The outlet a page names. An agency that is both its author and its publisher is not, where the host bears another name. */
function outletOf(data: LinkedData | null, meta: PageMeta, url: string | null): string | null {
  const site = tidy(firstOf(meta, OUTLETS))
  const publisher = tidy(data?.outlet)
  if (site !== null || publisher === null || url === null) return site ?? publisher
  const isCredit = fold(publisher) === fold(data?.byline ?? '') || fold(publisher) === fold(meta.get('author') ?? '')
  const isHost = fold(siteOf(url)).includes(fold(publisher).slice(0, 8))
  return isCredit && !isHost ? null : publisher
}

/** What a page says of itself: JSON-LD first, then OpenGraph and other `<meta>`, then marks and words on the page. */
export function readMetadata(page: PageDocument, things: readonly Thing[], url: string | null): PageMetadata {
  const data = articleOf(things)
  const meta = readMeta(page)
  const address = addressOf(page, data, meta, url)
  const outlet = outletOf(data, meta, address)
  return {
    url: address,
    title: readTitle(page, data, meta, outlet),
    byline: readByline(page, data, meta, outlet),
    outlet,
    ...readDates(page, data, meta, address),
    language: languageTag(page.documentElement.getAttribute('lang') ?? data?.language ?? meta.get('og:locale')),
  }
}
