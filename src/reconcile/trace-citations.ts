import type { ClaimId, RecordedClaim } from '#domain'
import { groupBy, unique } from '#kit'
import type { Evidence } from './evidence.ts'
import { compareText } from './order.ts'
import { citationsOf, mergeRings } from './trace-origins.ts'

/** Who passes on whom, to be drawn or searched. */
export interface CitationGraph {
  /** Everybody who passes on or is passed on, by origin key, sorted. */
  readonly nodes: readonly string[]
  /** `from` passes on what `to` said, in these claims; sorted. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly claims: readonly ClaimId[] }[]
  /** Origins that pass on each other, directly or round corners: together they are one voice. Sorted; empty where nobody does. */
  readonly rings: readonly (readonly string[])[]
}

/** The graph of citations of claims **on one proposition**, with the rings of circular reporting in it. Echoes are left out. */
export function traceCitations(claims: readonly RecordedClaim[], evidence: Evidence): CitationGraph {
  const steps = claims
    .filter(({ id }) => !evidence.echoes.has(id))
    .flatMap(claim => citationsOf(claim, evidence).map(step => ({ ...step, claim: claim.id })))
  const edges = [...groupBy(steps, ({ carrier, cited }) => JSON.stringify([carrier, cited]))]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => {
      const [first] = same
      if (!first) return []
      const own = unique(same.map(({ claim }) => claim)).sort(compareText)
      return { from: first.carrier, to: first.cited, claims: own }
    })
  const nodes = unique(edges.flatMap(({ from, to }) => [from, to])).sort(compareText)
  const cites = new Map(
    [...groupBy(edges, ({ from }) => from)].map(([from, own]) => [from, new Set(own.map(({ to }) => to))]),
  )
  const rings = [...groupBy(nodes, mergeRings(cites)).values()].filter(ring => ring.length > 1)
  return { nodes, edges, rings }
}
