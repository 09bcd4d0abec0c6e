import type { RecordedClaim } from '#domain'

/** A name in the graph of who quotes whom, placed in its column. */
export interface GraphNode {
  readonly name: string
  readonly camp: string | null
  readonly column: number
  readonly row: number
}
/** One name quoting another, and how many claims came that way. */
export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly claims: number
}
/** The graph laid out in columns: sayers first, outlets last. */
export interface ChainGraph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly columns: number
  readonly rows: number
  /** Names left out so that the picture stays readable. */
  readonly left: number
}

const MOST_NAMES = 24

/**
 * Who quotes whom over a set of claims: each chain is a path from who said it to the outlet. A name's column is its
 * farthest place from the beginning of any chain (cut at the third), and outlets stand last. The names most claims run
 * through are kept.
 */
export function layoutChains(claims: readonly RecordedClaim[]): ChainGraph {
  const weight = new Map<string, number>()
  const camps = new Map<string, string>()
  for (const { chain, holder } of claims) {
    for (const name of new Set(chain)) weight.set(name, (weight.get(name) ?? 0) + 1)
    camps.set(chain[0], holder.camp)
  }
  const kept = new Set(
    [...weight]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_NAMES)
      .map(([name]) => name),
  )
  const edges = edgesOf(claims, kept)
  const column = columnsOf(claims, kept)
  const columns = Math.max(1, ...column.values()) + 1
  const next = Array.from({ length: columns }, () => 0)
  const nodes = [...kept]
    .filter(name => edges.some(({ from, to }) => from === name || to === name))
    .map(name => {
      const at = column.get(name) ?? 0
      const row = next[at] ?? 0
      next[at] = row + 1
      return { name, camp: camps.get(name) ?? null, column: at, row }
    })
  return { nodes, edges, columns, rows: Math.max(1, ...next), left: weight.size - kept.size }
}

function edgesOf(claims: readonly RecordedClaim[], kept: ReadonlySet<string>): readonly GraphEdge[] {
  const edges = new Map<string, GraphEdge>()
  for (const { chain } of claims) {
    const path = chain.filter((name, at) => kept.has(name) && chain.indexOf(name) === at)
    path.slice(1).forEach((to, at) => {
      const from = path[at] ?? to
      const key = JSON.stringify([from, to])
      edges.set(key, { from, to, claims: (edges.get(key)?.claims ?? 0) + 1 })
    })
  }
  return [...edges.values()].sort((a, b) => b.claims - a.claims)
}

/** Said in column 0, relayed in 1, published in 2; an outlet that others quote stays where it publishes. */
function columnsOf(claims: readonly RecordedClaim[], kept: ReadonlySet<string>): ReadonlyMap<string, number> {
  const column = new Map<string, number>()
  const last = new Set(claims.filter(({ chain }) => chain.length > 1).map(({ chain }) => chain.at(-1)))
  for (const { chain } of claims) {
    chain.forEach((name, at) => {
      if (kept.has(name)) column.set(name, last.has(name) ? 2 : Math.min(1, Math.max(at, column.get(name) ?? 0)))
    })
  }
  return column
}
