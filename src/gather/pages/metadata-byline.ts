import { readMoment } from '../read-moment.ts'
import type { PageDocument } from './dom.ts'
import type { LinkedData } from './json-ld.ts'
import { firstOf, type PageMeta, tidy } from './page-meta.ts'

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
const SHOWN = [
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
/** The longest byline in metadata, and the longest that is taken off the page, in characters. */
const LONGEST_GIVEN = 120
const LONGEST_SHOWN = 60

const URL_NAME = /^(?:https?:|www\.|@)/
/** Words of buttons and lists that stand where a byline does. */
const NO_NAME =
  /^(?:sign in|log in|learn more|read more|read time|subscribe|share|e-?mail|follow|contact|about|admin|home|comments?|posted|updated)\b|\bmin(?:ute)?s? read\b/i

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** A byline's names without "By", the date, the address and the outlet that stand beside them; null when no name is left. */
function namesIn(line: string, outlet: string | null): string | null {
  const parts = line
    .replace(/^(?:(?:written|posted|reported|story) )?by[:\s]+/i, '')
    .replace(/\s+\S+@\S+$/, '')
    .split(/\s+[•|·]\s+/)
  const name = (parts.find(part => /\p{L}/u.test(part) && readMoment(part) === null) ?? '')
    .split(/,\s*/)
    .filter(part => part !== '' && (outlet === null || fold(part) !== fold(outlet)))
    .join(', ')
  // Where the outlet signs for itself its name is the byline.
  const kept = name === '' && /\p{L}/u.test(parts[0] ?? '') ? (parts[0] ?? '') : name
  return kept === '' || URL_NAME.test(kept) || NO_NAME.test(kept) || readMoment(kept) !== null ? null : kept
}

/** Who a page says wrote it, on one line as it gives the names; null when it does not say. */
export function readByline(
  page: PageDocument,
  data: LinkedData | null,
  meta: PageMeta,
  outlet: string | null,
): string | null {
  const given = [data?.byline, firstOf(meta, BYLINES)].map(tidy)
  const shown = SHOWN.flatMap(selector => [...page.querySelectorAll(selector)].slice(0, 3))
    .filter(element => element.closest('[class*="comment"], [id*="comment"], footer') === null)
    .map(element => tidy(element.textContent))
  const lines = [
    ...given.filter(line => line !== null && line.length <= LONGEST_GIVEN),
    ...shown.filter(line => line !== null && line.length <= LONGEST_SHOWN),
  ].filter(line => line !== null)
  for (const line of lines) {
    const names = namesIn(line, outlet)
    if (names !== null) return names
  }
  return null
}
