import { languageTag } from '../detect-language.ts'
import { readZonedMoment } from '../read-moment.ts'
import type { PageDocument } from './dom.ts'
import type { ExtractedPage } from './extract-page.ts'
import { findVisibleDate } from './find-visible-date.ts'
import { type LinkedData, readJsonLd } from './json-ld.ts'
import { markupToText } from './markup-to-text.ts'

const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'citation_online_date',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'sailthru.date',
  'parsely-pub-date',
  'publish_date',
  'publish-date',
  'publication_date',
  'published-time',
  'published-date',
  'publishdate',
  'pubdate',
  'og:publish_date',
  'publish_time',
  'date',
  'dc.date',
  'dcterms.date',
  'displaydate',
  'datecreated',
  'schema:datepublished',
  'dc:created',
  'dc:date',
]
const EDITED = [
  'article:modified_time',
  'og:updated_time',
  'og:modified_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'modified-time',
  'modified-date',
  'lastmod',
  'updated',
]
const TITLES = [
  'og:title',
  'twitter:title',
  'headline',
  'dc:title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'title',
]
const BYLINES = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
  'twitter:creator',
]
const OUTLETS = ['og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher', 'citation_journal_title']

/** The first value of each named `<meta>` or RDFa element (by `property`, `name` or `itemprop`), names in lower case. */
function metaOf(page: PageDocument): Map<string, string> {
  const values = new Map<string, string>()
  for (const meta of page.querySelectorAll('meta[content], [property][content]')) {
    const names = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? ''
    const content = meta.getAttribute('content')?.trim()
    for (const key of names.toLowerCase().split(/\s+/)) if (key && content && !values.has(key)) values.set(key, content)
  }
  return values
}

const firstOf = (meta: ReadonlyMap<string, string>, names: readonly string[]): string | null => {
  const name = names.find(each => meta.has(each))
  return name === undefined ? null : (meta.get(name) ?? null)
}

/** No title or name is longer, in characters. */
const LONGEST = 500

/** Text on one line; many sites write entities and tags into what should be plain words. */
const tidy = (text: string | null | undefined): string | null => {
  const start = (text ?? '').trim().slice(0, LONGEST)
  const plain = /[&<]/.test(start) ? markupToText(start) : start
  const line = plain.replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}

const isoOf = (written: string | null | undefined): string | null => (written ? readZonedMoment(written) : null)

/** Drops " | Outlet" and " - Outlet" from the end of a page's title, and keeps a title that is itself divided. */
function cutOutlet(title: string, outlet: string | null): string {
  const cut = title.replace(/\s+[|«»·•]\s+[^|«»·•]{2,60}$/u, '')
  if (cut !== title && cut.length >= 12) return cut
  const parts = /^(.{12,}?)\s+[-–—]\s+([^-–—]{2,60})$/u.exec(title)
  const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return parts?.[1] && outlet !== null && fold(parts[2] ?? '') === fold(outlet) ? parts[1] : title
}

function titleOf(
  page: PageDocument,
  data: LinkedData | null,
  meta: ReadonlyMap<string, string>,
  outlet: string | null,
): string | null {
  const named = [data?.title, ...TITLES.map(name => meta.get(name))].map(tidy)
  // Sites that never set up their metadata give every page the site's own name.
  const given = named.find(title => title !== null && title.toLowerCase() !== outlet?.toLowerCase())
  const whole = given ?? tidy(page.querySelector('title')?.textContent)
  const heads = [...page.querySelectorAll('h1')].map(head => tidy(head.textContent)).filter(head => head !== null)
  const shown = heads.find(head => isHeadline(head, whole))
  // What stands over the text is the title; what metadata gives is often written anew for search engines.
  if (shown !== undefined) return shown
  return whole === null ? (heads[0] ?? null) : cutOutlet(whole, outlet)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** A heading that says what the page's title says: at least half of the shorter one's words are in the other. */
function isHeadline(head: string, title: string | null): boolean {
  const own = new Set(wordsOf(head))
  const theirs = new Set(wordsOf(title ?? ''))
  const shared = [...own].filter(word => theirs.has(word)).length
  return own.size >= 3 && head.length <= 250 && shared >= Math.min(own.size, theirs.size) / 2
}

const SHOWN_BYLINES = [
  '[rel~="author"]',
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[class*="author-name"]',
  '[class*="authorName"]',
  '[class*="author_name"]',
  '[class*="byline"] a',
  '[class*="byline"]',
  '[class*="author"] a',
  'a[href*="/author/"]',
  '[class~="author"]',
]
const URL_NAME = /^(?:https?:|www\.|@)/

function bylineOf(page: PageDocument, data: LinkedData | null, meta: ReadonlyMap<string, string>): string | null {
  const shown = SHOWN_BYLINES.flatMap(selector => [...page.querySelectorAll(selector)].slice(0, 3)).map(
    element => element.textContent,
  )
  const named = [data?.byline, firstOf(meta, BYLINES), ...shown].map(tidy)
  const found = named.find(
    name => name !== null && !URL_NAME.test(name) && name.length <= (named.indexOf(name) < 2 ? 120 : 60),
  )
  return found?.replace(/^(?:(?:written|posted|reported|story) )?by[:\s]+/i, '').replace(/\s+\S+@\S+$/, '') ?? null
}

/** The address a page gives as its own, when it is a whole one; a site's front page is no article's. */
function ownUrl(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null
  const url = new URL(address)
  return /^https?:$/.test(url.protocol) && (url.pathname !== '/' || url.search !== '') ? url.href : null
}

/** "/2023/03/24/" in an address, as a date; null when there is none. */
const dateInUrl = (url: string | null): string | null => {
  const found = /\/(20\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:\/|-|$)/.exec(url ?? '')
  return found ? isoOf(`${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`) : null
}

/** When the page was published and last changed. A page that only says when it was changed was published then or before: it stands for both. */
function datesOf(page: PageDocument, data: LinkedData | null, meta: ReadonlyMap<string, string>, url: string | null) {
  const marked = (name: string): string | null => {
    const element = page.querySelector(`[itemprop="${name}"]`)
    return isoOf(element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? element?.textContent)
  }
  const editedAt = isoOf(data?.editedAt) ?? isoOf(firstOf(meta, EDITED)) ?? marked('dateModified')
  const publishedAt =
    isoOf(data?.publishedAt) ??
    isoOf(firstOf(meta, PUBLISHED)) ??
    marked('datePublished') ??
    dateInUrl(url) ??
    findVisibleDate(page) ??
    editedAt
  return { publishedAt, editedAt }
}

/** What a page says of itself: JSON-LD first, then OpenGraph and other `<meta>`, then marks and words on the page. */
export function readMetadata(page: PageDocument, url: string | null): Omit<ExtractedPage, 'text'> {
  const data = readJsonLd(page)
  const meta = metaOf(page)
  const link = page.querySelector('link[rel="canonical"]')?.getAttribute('href')
  const address = url ?? ownUrl(link) ?? ownUrl(meta.get('og:url')) ?? ownUrl(data?.url)
  const outlet = tidy(firstOf(meta, OUTLETS)) ?? tidy(data?.outlet)
  return {
    url: address,
    title: titleOf(page, data, meta, outlet),
    byline: bylineOf(page, data, meta),
    outlet,
    ...datesOf(page, data, meta, address),
    language: languageTag(page.documentElement.getAttribute('lang') ?? data?.language ?? meta.get('og:locale')),
  }
}
