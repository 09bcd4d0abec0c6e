import { getDomain } from 'tldts'

/**
 * True where two addresses are of one publisher's site: the same name under a public suffix (Public Suffix List, its
 * private part too: two blogs of one host are two sites). Hosts without such a name are compared whole.
 */
export function isSameSite(a: string, b: string): boolean {
  const site = (address: string): string | null =>
    getDomain(address, { allowPrivateDomains: true }) ?? (URL.canParse(address) ? new URL(address).hostname : null)
  return site(a) !== null && site(a) === site(b)
}
