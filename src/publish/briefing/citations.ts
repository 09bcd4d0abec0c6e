import type { Citation, RecordedClaim } from '#domain'
import { groupBy } from '#kit'
import type { DayRecord } from './day-record.ts'
import { originKeys } from './origins.ts'

/**
 * A citation for every claim given, so that each can be checked against its report: one of each origin first (the
 * earliest, originals before copies), then the others in time order. `quote` is exactly the claim's words.
 */
export function citationsOf(claims: readonly RecordedClaim[], record: Pick<DayRecord, 'urls' | 'theatre'>): Citation[] {
  const ordered = [...claims].sort(
    (a, b) =>
      Number(a.copyOf !== null) - Number(b.copyOf !== null) ||
      (a.said < b.said ? -1 : a.said > b.said ? 1 : a.id < b.id ? -1 : 1),
  )
  const first = new Set([...groupBy(ordered, originKeys(ordered, record.theatre)).values()].map(group => group[0]?.id))
  return [...ordered.filter(({ id }) => first.has(id)), ...ordered.filter(({ id }) => !first.has(id))].map(claim => ({
    claim: claim.id,
    article: claim.article,
    outlet: claim.outlet ?? claim.chain.at(-1) ?? claim.source,
    url: record.urls.get(claim.article) ?? null,
    publishedAt: claim.said,
    quote: claim.text,
    chain: claim.chain,
  }))
}

/** A list as the tuple that is never empty; throws where a caller broke that promise. */
export function atLeastOne<Item>(items: readonly Item[], what: string): readonly [Item, ...Item[]] {
  const [first, ...rest] = items
  if (first === undefined) throw new Error(`${what}: expected at least one, found none`)
  return [first, ...rest]
}
