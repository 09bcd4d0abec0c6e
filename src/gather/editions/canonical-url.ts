/** Query parameters that say how a reader came to a page, not which page it is. */
const TRACKING =
  /^(?:utm_\w+|hsa_\w+|_hs\w+|mkt_\w+|pk_\w+|mtm_\w+|matomo_\w+|at_\w+|ns_\w+|mc_[ce]id|ml_subscriber\w*|fb\w*clid|[gdtym]clid|wbraid|gbraid|msclkid|twclid|ttclid|igshid|igsh|yclid|ysclid|_ga|_gl|gaa_\w+|sref|cmpid|cmp|ref|ref_src|ref_url|referrer|source|src|rss|feed|share|shared|outputType|amp|amp_\w+|ocid|icid|ito|smid|smtyp|partner|taid|xtor|s_cid|s_kwcid|guccounter|guce_\w+|soc_src|soc_trk|tsrc|__twitter_impression|fromrss|campaign_id|emc|instance_id|segment_id|regi_id|wpisrc|wpmm|spm|traffic_source|intcmp|int_\w+)$/i
/** A word at the front of a host that names a form of the same site. */
const FORM = /^(?:www\d?|m|mobile|amp|touch|wap)\.(?=[^.]+\.)/
/** The same, after the language: `en.m.example.org`. */
const INNER_FORM = /^([a-z]{2,3})\.(?:m|mobile|amp)\.(?=[^.]+\.)/

/** Addresses that carry another in them: caches, archives and links that count clicks. */
const CARRIERS: readonly (readonly [host: RegExp, address: (url: URL) => string | null])[] = [
  [/(?:^|\.)cdn\.ampproject\.org$/, url => carried(/^\/[a-z](?:\/(s))?\/(.+)$/.exec(url.pathname), url)],
  [
    /^(?:www\.)?google\.[a-z.]+$/,
    url => carried(/^\/amp(?:\/(s))?\/(.+)$/.exec(url.pathname), url) ?? asked(url, ['/url']),
  ],
  [/^web\.archive\.org$/, url => /^\/web\/[^/]+\/(https?:\/\/.+)$/.exec(url.pathname + url.search)?.[1] ?? null],
  [/^(?:www\.)?bing\.com$/, url => asked(url, ['/news/apiclick.aspx'])],
  [/^l\.(?:facebook|instagram)\.com$/, url => asked(url, ['/l.php', '/'])],
  [/^(?:www\.)?(?:youtube\.com|vk\.com)$/, url => asked(url, ['/redirect', '/away.php'])],
]

const carried = (found: RegExpExecArray | null, url: URL): string | null =>
  found ? `http${found[1] ? 's' : ''}://${found[2] ?? ''}${url.search}` : null

function asked(url: URL, paths: readonly string[]): string | null {
  if (!paths.includes(url.pathname)) return null
  return (
    ['url', 'q', 'u', 'to'].map(name => url.searchParams.get(name)).find(value => /^https?:/.test(value ?? '')) ?? null
  )
}

/** The address that another carries in it (a cache's, an archive's, a click counter's), or the address itself. */
export function carriedUrl(address: string): string {
  let url = address
  for (let hops = 0; hops < 3 && URL.canParse(url); hops += 1) {
    const parsed = new URL(url)
    const carrier = CARRIERS.find(([host]) => host.test(parsed.hostname))
    const inner = carrier?.[1](parsed) ?? null
    if (inner === null || !URL.canParse(inner)) break
    url = inner
  }
  return url
}

/** The path without what names a form or the folder's own page: `/news/a.amp.html`, `/news/a/amp/`, `/news/index.html`. */
function pathOf(pathname: string): string {
  const path = pathname
    .replace(/\/{2,}/g, '/')
    .replace(/%[0-9a-f]{2}/gi, code => code.toUpperCase())
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(/^\/amp(?=\/.)/i, '')
    .replace(/\/(?:amp(?:\.html)?|index\.(?:html?|php)|default\.aspx)?\/*$/i, '')
  return path === pathname ? path : pathOf(path)
}

/**
 * An address as all editions of one page share it: of what it carries, over https, without form of site (`www.`, `m.`,
 * AMP), tracking, trailing slash, and without a fragment unless it numbers an entry (`#entry-12` of a live page). Doing it
 * twice changes nothing. Null for no web address and for a site's front page, which is no report.
 */
export function canonicalUrl(address: string | null): string | null {
  const carried = address === null ? '' : carriedUrl(address.trim())
  if (!URL.canParse(carried)) return null
  const url = new URL(carried)
  if (!/^https?:$/.test(url.protocol)) return null
  let host = url.hostname.toLowerCase().replace(/\.$/, '')
  for (let before = ''; before !== host; ) {
    before = host
    host = host.replace(FORM, '').replace(INNER_FORM, '$1.')
  }
  const path = pathOf(url.pathname)
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(pair => pair.map(encodeURIComponent).join('='))
    .sort()
    .join('&')
  const entry = /\d/.test(url.hash) ? url.hash : ''
  if (path === '' && query === '' && entry === '') return null
  return `https://${host}${url.port === '' ? '' : `:${url.port}`}${path === '' ? '/' : path}${query === '' ? '' : `?${query}`}${entry}`
}
