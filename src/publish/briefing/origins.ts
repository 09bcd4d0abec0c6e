import type { ArticleId, Origin, RecordedClaim, Theatre } from '#domain'
import { foldName, groupBy, unique } from '#kit'

/**
 * The independent origins of some claims: who stands at the far end of each chain, most claims first. The rule is the one
 * by which beliefs count them: a holder by its id or folded name; an outlet by its owner family; a nameless holder
 * ("officials") by camp and the family of the report it first stood in; and what a copied or revised report says in its
 * own voice counts for the report it repeats. So a reprint adds no origin.
 */
export function originsOf(claims: readonly RecordedClaim[], theatre: Theatre): readonly Origin[] {
  const keyOf = originKeys(claims, theatre)
  return [...groupBy(claims, keyOf)]
    .map(([key, group]) => ({
      key,
      name: group[0]?.holder.name ?? key,
      camp: group[0]?.holder.camp ?? 'unknown',
      claims: group.map(claim => claim.id).sort(),
      chains: unique(group.map(claim => JSON.stringify(claim.chain)))
        .sort()
        .map(chain => JSON.parse(chain) as string[]),
    }))
    .sort((a, b) => b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1))
}

/**
 * The origins that stand behind a line: of the claims that assert it, so that a denial never counts as support; where
 * nobody asserts it, of those who deny or doubt it.
 */
export function originsBehind(claims: readonly RecordedClaim[], theatre: Theatre): readonly Origin[] {
  const asserted = claims.filter(({ stance }) => stance === 'asserts')
  return originsOf(asserted.length > 0 ? asserted : claims, theatre)
}

/** The origin key of each of some claims. */
export function originKeys(claims: readonly RecordedClaim[], theatre: Theatre): (claim: RecordedClaim) => string {
  const families = familiesByName(claims, theatre)
  const rootFamily = rootFamilies(claims)
  return claim => {
    const { id, name, kind, camp, span } = claim.holder
    if (kind === 'unnamed') return `unnamed ${camp} of ${rootFamily(claim)}`
    if (
      (span === null && claim.chain.length === 1) ||
      (claim.outlet !== null && foldName(name) === foldName(claim.outlet))
    )
      return rootFamily(claim)
    return (
      (id === null ? undefined : families.get(foldName(id))) ?? families.get(foldName(name)) ?? id ?? foldName(name)
    )
  }
}

/** Owner families of outlets by the names they go by: in the theatre, and as publishers of these claims. */
function familiesByName(claims: readonly RecordedClaim[], theatre: Theatre): ReadonlyMap<string, string> {
  const families = new Map<string, string>()
  for (const { id, name, family } of theatre.holders) {
    if (family !== null) for (const each of [id, name]) families.set(foldName(each), family)
  }
  for (const { outlet, source, family } of claims) {
    for (const each of [source, outlet ?? source]) families.set(foldName(each), family)
  }
  return families
}

/** The family whose words a claim's report first were, following copies and revisions to their end. */
function rootFamilies(claims: readonly RecordedClaim[]): (claim: RecordedClaim) => string {
  const families = new Map<ArticleId, string>(claims.map(({ article, family }) => [article, family]))
  const before = new Map(claims.map(({ article, copyOf, revisionOf }) => [article, copyOf ?? revisionOf]))
  return ({ article }) => {
    const seen = new Set<ArticleId>()
    let root = article
    for (let next = before.get(root); next && !seen.has(next); next = before.get(root)) {
      seen.add(root)
      root = next
    }
    return families.get(root) ?? root
  }
}
