import type { PageDocument } from './dom.ts'
import type { LinkedData } from './json-ld.ts'
import { type PageMeta, tidy } from './page-meta.ts'

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

/** Drops " | Outlet" and " - Outlet" from the end of a page's title, and keeps a title that is itself divided. */
function cutOutlet(title: string, outlet: string | null): string {
  const cut = title.replace(/\s+[|«»·•]\s+[^|«»·•]{2,60}$/u, '')
  if (cut !== title && cut.length >= 12) return cut
  const parts = /^(.{12,}?)\s+[-–—]\s+([^-–—]{2,60})$/u.exec(title)
  const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return parts?.[1] && outlet !== null && fold(parts[2] ?? '') === fold(outlet) ? parts[1] : title
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** A heading that says what the page's title says: at least half of the shorter one's words are in the other. */
function isHeadline(head: string, title: string | null): boolean {
  const own = new Set(wordsOf(head))
  const theirs = new Set(wordsOf(title ?? ''))
  const shared = [...own].filter(word => theirs.has(word)).length
  return own.size >= 3 && head.length <= 250 && shared >= Math.min(own.size, theirs.size) / 2
}

/** The title of a page's article: the heading over its text, else what its metadata gives, without the outlet's name. */
export function readTitle(
  page: PageDocument,
  data: LinkedData | null,
  meta: PageMeta,
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
