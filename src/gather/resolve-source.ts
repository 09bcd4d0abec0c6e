import { type Source, sha256 } from '#domain'
import { foldName } from '#kit'
import { isSameSite } from './editions/same-site.ts'

/** The source of a report that names no outlet and has no address. */
export const UNKNOWN_OUTLET: Source = {
  id: 'unknown-outlet',
  name: 'unknown outlet',
  kind: 'outlet',
  camp: 'unknown',
  country: null,
  stance: 'unknown',
  reliability: 'F',
  family: null,
  url: null,
}

/** Hosts that carry many publishers: there the first part of the path says whose page it is. */
const SHARED_HOSTS = new Set([
  't.me',
  'telegram.me',
  'x.com',
  'twitter.com',
  'facebook.com',
  'youtube.com',
  'instagram.com',
  'vk.com',
  'medium.com',
  'rutube.ru',
  'dzen.ru',
  'threads.net',
  'bsky.app',
  'reddit.com',
  'linkedin.com',
  'tiktok.com',
  'livejournal.com',
])

/** Whose page an address is: host without `www.` and path parts; null when it is no web address. */
function addressOf(url: string | null): { host: string; path: string[] } | null {
  if (url === null || !URL.canParse(url)) return null
  const { hostname, pathname, protocol } = new URL(url)
  if (!/^https?:$/.test(protocol)) return null
  const parts = pathname.split('/').filter(part => part !== '' && part !== 's')
  // Members' addresses of a Telegram channel: `t.me/c/1234567890/42`.
  const path =
    /^(?:t|telegram)\.me$/.test(hostname) && parts[0] === 'c' ? [parts.slice(0, 2).join('/'), ...parts.slice(2)] : parts
  return { host: hostname.toLowerCase().replace(/^(www|m|amp|mobile)\./, ''), path }
}

/** How well a source's address fits a report's: -1 not at all, else the number of leading path parts they share. */
function fit(source: Source, report: { host: string; path: string[] }): number {
  const own = addressOf(source.url)
  if (own === null) return -1
  if (own.host !== report.host && !report.host.endsWith(`.${own.host}`)) return -1
  const differs = own.path.findIndex((part, at) => part.toLowerCase() !== report.path[at]?.toLowerCase())
  const shared = differs < 0 ? own.path.length : differs
  return SHARED_HOSTS.has(own.host) && shared === 0 ? -1 : shared
}

function byAddress(url: string | null, sources: readonly Source[]): Source | null {
  const report = addressOf(url)
  if (report === null) return null
  const ranked = sources.map(source => ({ source, score: fit(source, report) })).filter(({ score }) => score >= 0)
  return ranked.sort((a, b) => b.score - a.score)[0]?.source ?? null
}

/** A name as an id: `Kyiv Daily News` → `kyiv-daily-news`. Letters of every script stay; nothing left gives a hash. */
export function slugOf(name: string): string {
  const slug = foldName(name.replace(/\.(?=[\p{L}\p{N}]{2})/gu, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return slug === '' ? `source-${sha256(name).slice(0, 8)}` : slug
}

/** A source nothing is known of but its name; where a known one is of the same site, both are of its family. */
function newSource(name: string, url: string | null, sources: readonly Source[]): Source {
  const shared = SHARED_HOSTS.has(addressOf(url)?.host ?? '')
  const sibling =
    shared || url === null ? undefined : sources.find(source => source.url !== null && isSameSite(source.url, url))
  const family = sibling === undefined ? null : (sibling.family ?? sibling.id)
  return { ...UNKNOWN_OUTLET, id: slugOf(name), name, url, family }
}

const hostName = (address: { host: string; path: string[] }): string =>
  SHARED_HOSTS.has(address.host) && address.path[0] ? `${address.host}/${address.path[0]}` : address.host

/**
 * The source of a report, by the outlet it names, else by its address, among those known; else a new one of which
 * nothing but the name is known (camp `unknown`, reliability F). Without name and address: `UNKNOWN_OUTLET`.
 */
export function resolveSource(outlet: string | null, url: string | null, sources: readonly Source[]): Source {
  const address = addressOf(url)
  const known = (name: string): Source | undefined => {
    const folded = foldName(name)
    return sources.find(source => foldName(source.name) === folded) ?? sources.find(({ id }) => id === slugOf(name))
  }
  const named = outlet === null ? undefined : known(outlet)
  if (named) return named
  const located = byAddress(url, sources)
  if (located) return located
  if (outlet !== null) return newSource(outlet, address === null ? null : `https://${hostName(address)}`, sources)
  if (address === null) return UNKNOWN_OUTLET
  const name = hostName(address)
  return known(name) ?? newSource(name, `https://${name}`, sources)
}
