import { getDomain } from 'tldts'
import type { Source, Subscription } from '#domain'
import type { Draft } from '../gathered.ts'

/** The registrable domain of an address (`bbc.co.uk`), its host where it has none (an IP address), null for no address. */
function siteOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { hostname } = new URL(url)
  return getDomain(hostname) ?? hostname
}

/** The site that more than half of the drafts lead to, or null. */
function commonSite(drafts: readonly Draft[]): string | null {
  const counts = new Map<string, number>()
  for (const { url } of drafts) {
    const site = siteOf(url)
    if (site !== null) counts.set(site, (counts.get(site) ?? 0) + 1)
  }
  const [site, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null, 0]
  return count * 2 > drafts.length ? site : null
}

/** Sites that republish others' reports under addresses of their own: there the outlet is whom the entry names. */
const AGGREGATORS = new Set(['google.com', 'yahoo.com', 'msn.com', 'smartnews.com', 'ukr.net', 'dzen.ru', 'bing.com'])

/**
 * Says which entries of a subscription are its source's own: those that lead to its site, to where the feed lies, or to where most entries
 * lead. The others are somebody else's report, seen there: their outlet is left as the entry names it, or to its address.
 */
export function ownDrafts(
  drafts: readonly Draft[],
  source: Source,
  subscription: Subscription,
): (draft: Draft) => Draft {
  const [home, feed] = [siteOf(source.url), siteOf(subscription.address)]
  const own = new Set([home, feed, commonSite(drafts)])
  return draft => {
    const site = siteOf(draft.url)
    if (site !== null && AGGREGATORS.has(site) && site !== home) return draft
    if (site === null || own.has(site)) return { ...draft, outlet: source.name }
    return { ...draft, outlet: null }
  }
}
