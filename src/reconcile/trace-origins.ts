import type { ClaimId, Origin, RecordedClaim } from '#domain'
import { groupBy } from '#kit'
import type { Evidence } from './evidence.ts'
import { bySaid, compareText } from './order.ts'

/** Who passes on whom on one claim's way to the reader, by origin key; none for a claim that is not asserted. */
export function citationsOf(claim: RecordedClaim, { origins }: Evidence): { carrier: string; cited: string }[] {
  // Two outlets that deny each other are no ring.
  if (claim.stance !== 'asserts') return []
  const keys = claim.chain.map(name => origins.keyOfName(name))
  keys[0] = origins.keyOf(claim)
  const outlet = origins.keyOfName(claim.family)
  if (keys.length > 1) keys[keys.length - 1] = outlet
  else keys.push(outlet)
  return keys
    .slice(1)
    .map((carrier, at) => ({ carrier, cited: keys[at] ?? '' }))
    .filter(({ carrier, cited }) => carrier !== cited)
}

/** Who passes on whom in some claims, by origin key. */
function readCitations(claims: readonly RecordedClaim[], evidence: Evidence): Map<string, Set<string>> {
  const cites = new Map<string, Set<string>>()
  for (const { carrier, cited } of claims.flatMap(claim => citationsOf(claim, evidence)))
    cites.set(carrier, (cites.get(carrier) ?? new Set()).add(cited))
  return cites
}

/**
 * The smallest key of the ring each origin is in, for origins that cite each other (directly or round several corners).
 * An origin in no ring is its own.
 */
export function mergeRings(cites: ReadonlyMap<string, ReadonlySet<string>>): (key: string) => string {
  const reached = new Map<string, Set<string>>()
  for (const start of cites.keys()) {
    const seen = new Set<string>()
    const open = [...(cites.get(start) ?? [])]
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (seen.has(key)) continue
      seen.add(key)
      open.push(...(cites.get(key) ?? []))
    }
    reached.set(start, seen)
  }
  return key => {
    const around = [...(reached.get(key) ?? [])].filter(other => reached.get(other)?.has(key))
    return [key, ...around].sort(compareText)[0] ?? key
  }
}

/** The origin key of every claim given, rings of mutual citation taken as one origin. Echoes have their original's. */
export function originKeys(claims: readonly RecordedClaim[], evidence: Evidence): Map<ClaimId, string> {
  const ringOf = mergeRings(readCitations(claims, evidence))
  const keys = new Map<ClaimId, string>()
  for (const claim of claims) {
    const original = evidence.byId.get(evidence.echoes.get(claim.id) ?? claim.id) ?? claim
    keys.set(claim.id, ringOf(evidence.origins.keyOf(original)))
  }
  return keys
}

/**
 * The distinct origins of claims **on one proposition**: where their chains of quotation end. Chains that begin with the
 * same holder share one; a copy has its original's; an outlet's own voice counts by its owner family; an unnamed holder
 * is one per camp and owner family; outlets that cite each other in a ring count once. Sorted by key; within an origin
 * the claims and chains are sorted too, and the name and camp are those of its first claim.
 */
export function traceOrigins(claims: readonly RecordedClaim[], evidence: Evidence): Origin[] {
  const keys = originKeys(claims, evidence)
  const groups = groupBy([...claims].sort(bySaid), ({ id }) => keys.get(id) ?? id)
  const traced = [...groups].map(([key, members]): Origin => {
    const first = members.find(({ id }) => !evidence.echoes.has(id)) ?? members[0]
    const chains = new Map(members.map(({ chain }) => [JSON.stringify(chain), chain]))
    return {
      key,
      name: first?.holder.name ?? key,
      camp: first?.holder.camp ?? 'unknown',
      claims: members.map(({ id }) => id).sort(compareText),
      chains: [...chains].sort(([a], [b]) => compareText(a, b)).map(([, chain]) => chain),
    }
  })
  return traced.sort((a, b) => compareText(a.key, b.key))
}
