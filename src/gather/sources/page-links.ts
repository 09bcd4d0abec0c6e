import { parsePage } from '../pages/dom.ts'

/** An address that a page names as a feed or sitemap of its own. */
export interface FeedLink {
  readonly address: string
  readonly title: string | null
}

const FEED_TYPES = /^(?:application\/(?:rss|atom|rdf)\+xml|application\/feed\+json|text\/xml|application\/xml)\b/i

/** The feeds a page names in its head (`<link rel="alternate" type="application/rss+xml">`), in its order, each once. */
export function feedLinks(html: string, url: string): FeedLink[] {
  const found = new Map<string, FeedLink>()
  for (const link of parsePage(html).querySelectorAll('link[rel][href]')) {
    const rels = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/)
    const href = link.getAttribute('href') ?? ''
    if (!rels.includes('alternate') || !FEED_TYPES.test(link.getAttribute('type') ?? '')) continue
    if (!URL.canParse(href, url)) continue
    const address = new URL(href, url).href
    if (/^https?:/.test(address) && !found.has(address))
      found.set(address, { address, title: link.getAttribute('title')?.trim() || null })
  }
  return [...found.values()]
}

/** A page's name for its whole site, else its title; null without either. */
export function siteName(html: string): string | null {
  const page = parsePage(html)
  const named = page.querySelector('meta[property="og:site_name"]')?.getAttribute('content')?.trim()
  const title = page.querySelector('title')?.textContent.replace(/\s+/g, ' ').trim()
  return named || title || null
}
