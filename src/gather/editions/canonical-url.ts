/** Query parameters that say how a reader came to a page, not which page it is. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|cmpid|cmp|ref|ref_src|source|src|rss|feed|share|outputType|amp|at_\w+|ns_\w+|ocid|icid|smid|partner|ito)$/i

/**
 * An address as editions of one page share it: without scheme, `www.`, tracking, trailing slash, and without a fragment
 * unless it numbers an entry (`#entry-12` of a live page). Null for no address and for a site's front page, which is no report.
 */
export function canonicalUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const parsed = new URL(url)
  const host = parsed.host.toLowerCase().replace(/^(?:www|m|mobile|amp)\./, '')
  const path = parsed.pathname.replace(/\/(?:amp|index\.html?)?\/?$/i, '').replace(/\/+$/, '')
  const query = [...parsed.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const asked = query.map(([name, value]) => `${name}=${value}`).join('&')
  const entry = /\d/.test(parsed.hash) ? parsed.hash : ''
  if (path === '' && asked === '' && entry === '') return null
  return `${host}${path}${asked === '' ? '' : `?${asked}`}${entry}`
}
