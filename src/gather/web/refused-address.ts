import { BlockList, isIP } from 'node:net'

/** Addresses that lead into the machine or its own network rather than to the web (IANA special-purpose registries). */
const REFUSED_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const
const REFUSED_6 = [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const
/** Prefixes of IPv6 addresses that carry an IPv4 one: NAT64 in the last 32 bits, 6to4 after the first 16. */
const CARRIES_4 = [
  ['64:ff9b::', 96],
  ['2002::', 16],
] as const

const refused = new BlockList()
for (const [net, bits] of REFUSED_4) refused.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [...REFUSED_6, ...CARRIES_4]) refused.addSubnet(net, bits, 'ipv6')

/** True for an IP address that is no public one: loopback, private, link-local, reserved, or IPv6 that wraps IPv4. */
export function isRefusedAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').split('%')[0] ?? ''
  const version = isIP(bare)
  // IPv4 written as IPv6 (::ffff:10.0.0.1) is matched by the list against its IPv4 rules.
  return version === 0 || refused.check(bare, version === 6 ? 'ipv6' : 'ipv4')
}
