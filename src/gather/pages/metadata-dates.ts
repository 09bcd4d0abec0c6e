import type { Note } from '#domain'
import { readDayMonth, yearBefore } from '../moments/day-month.ts'
import { readZonedMoment } from '../read-moment.ts'
import type { PageDocument } from './dom.ts'
import { findVisibleDate } from './find-visible-date.ts'
import type { LinkedData } from './json-ld.ts'
import { firstOf, type PageMeta } from './page-meta.ts'

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
/** Metadata may be this much later than the day in the address, in milliseconds; beyond that the report was put up anew. */
const REPUBLISHED_MS = 3 * 86_400_000

/** When a page was published and last changed, as ISO 8601 with its own zone; null is unknown. */
export interface PageDates {
  readonly publishedAt: string | null
  readonly editedAt: string | null
  /** The day the page shows without a year, as written, where nothing in the page tells the year. */
  readonly yearless: string | null
  readonly notes: readonly Note[]
}

/** A moment as stated; what a system writes that knows none (1970 and before) is none. */
function isoOf(written: string | null | undefined): string | null {
  const moment = written ? readZonedMoment(written) : null
  return moment === null || Date.parse(moment) < 86_400_000 * 2 ? null : moment
}

/** "/2023/03/24/" in an address, as a date; null when there is none. */
function dateInUrl(url: string | null): string | null {
  const found = /\/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:\/|-|\.|$)/.exec(url ?? '')
  return found ? isoOf(`${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`) : null
}

const note = (rule: string, reason: string): Note => ({ rule, reason, span: null })

/** The date the page's metadata gives, unless its address shows that the report is older. */
function stated(given: string | null, inUrl: string | null): Pick<PageDates, 'publishedAt' | 'notes'> {
  if (given === null || inUrl === null || Date.parse(given) - Date.parse(inUrl) <= REPUBLISHED_MS)
    return { publishedAt: given ?? inUrl, notes: [] }
  const reason = `The page says it was published ${given}, its address ${inUrl.slice(0, 10)}; the earlier stands.`
  return { publishedAt: inUrl, notes: [note('dates-differ', reason)] }
}

/** A year for a day that has none: that of the last change; a day after it belongs to the year before. */
function withYear(yearless: string, editedAt: string): PageDates | null {
  const date = readDayMonth(yearless)
  const publishedAt = date === null ? null : yearBefore(date, editedAt)
  if (publishedAt === null) return null
  const reason = `"${yearless}" gives no year; the last such day before the page's last change is taken.`
  return { publishedAt, editedAt, yearless: null, notes: [note('year-not-given', reason)] }
}

/**
 * When the page was published and last changed: JSON-LD, `<meta>`, marks, its address, then what it shows. A page that
 * only says when it was changed was published then or before: that date stands, with a Note. Dates of uploads are never looked at.
 */
export function readDates(page: PageDocument, data: LinkedData | null, meta: PageMeta, url: string | null): PageDates {
  const marked = (name: string): string | null => {
    const element = page.querySelector(`[itemprop="${name}"]`)
    return isoOf(element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? element?.textContent)
  }
  const editedAt = isoOf(data?.editedAt) ?? isoOf(firstOf(meta, EDITED)) ?? marked('dateModified')
  const given = isoOf(data?.publishedAt) ?? isoOf(firstOf(meta, PUBLISHED)) ?? marked('datePublished')
  const found = stated(given, dateInUrl(url))
  if (found.publishedAt !== null) return { ...found, editedAt, yearless: null }
  const shown = findVisibleDate(page)
  if (shown.publishedAt !== null) return { publishedAt: shown.publishedAt, editedAt, yearless: null, notes: [] }
  const changed = shown.editedAt ?? editedAt
  if (changed === null) return { publishedAt: null, editedAt, yearless: shown.yearless, notes: [] }
  const dated = shown.yearless === null ? null : withYear(shown.yearless, changed)
  if (dated !== null) return dated
  const reason = 'The page says only when it was last changed; it was published then or before.'
  return { publishedAt: changed, editedAt: changed, yearless: null, notes: [note('dated-by-change', reason)] }
}
