import { useId, useState } from 'react'
import type { RecordedClaim } from '#domain'
import { CampShape, useCampLook } from '../parts/camp.tsx'
import { strings } from '../strings/index.ts'
import { type ChainGraph as Graph, type GraphNode, layoutChains } from './chain-layout.ts'

const words = strings.stories
const [COLUMN, ROW, NAME] = [300, 30, 190]

/** Who quotes whom, drawn as paths from sayer to outlet; pointing at a name leaves only its paths in ink. */
export function ChainGraph({ claims }: { claims: readonly RecordedClaim[] }) {
  const graph = layoutChains(claims)
  const [near, setNear] = useState<string | null>(null)
  const id = useId()
  if (graph.edges.length === 0) return null
  const [width, height] = [(graph.columns - 1) * COLUMN + NAME + 20, graph.rows * ROW + 12]
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.graph}</h2>
      <p className="quiet">{words.graphAbout}</p>
      <div className="scroll" role="group" aria-labelledby={id} tabIndex={0}>
        <svg
          className="chain-graph"
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          aria-hidden="true"
        >
          <Edges graph={graph} near={near} />
          {graph.nodes.map(node => (
            <Name key={node.name} node={node} graph={graph} onNear={setNear} />
          ))}
        </svg>
      </div>
      {graph.left > 0 && <p className="quiet">{words.and(graph.left)}</p>}
      <details className="table-view">
        <summary>{words.graphTable}</summary>
        <ul className="plain-list">
          {graph.edges.map(({ from, to, claims }) => (
            <li key={`${from} → ${to}`}>
              {from} → {to} <span className="quiet">{words.times(claims)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

const xOf = ({ column }: GraphNode) => column * COLUMN + 8
/** Columns shorter than the longest stand in its middle. */
const yOf = ({ column, row }: GraphNode, graph: Graph) => {
  const inColumn = graph.nodes.filter(node => node.column === column).length
  return ((graph.rows - inColumn) / 2 + row) * ROW + ROW / 2 + 6
}

function Edges({ graph, near }: { graph: Graph; near: string | null }) {
  const byName = new Map(graph.nodes.map(node => [node.name, node]))
  return graph.edges.map(({ from, to, claims }) => {
    const [a, b] = [byName.get(from), byName.get(to)]
    if (!a || !b) return null
    const back = a.column >= b.column
    const [x1, y1, x2, y2] = [xOf(a) + (back ? 0 : NAME), yOf(a, graph), xOf(b) - 4, yOf(b, graph)]
    const bend = back ? -40 : (x2 - x1) / 2
    return (
      <path
        key={`${from} → ${to}`}
        d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - Math.abs(bend)} ${y2} ${x2} ${y2}`}
        strokeWidth={Math.min(6, 1 + Math.sqrt(claims - 1))}
        className={near === null ? 'edge' : near === from || near === to ? 'edge near' : 'edge far'}
      >
        <title>{`${from} → ${to}: ${words.times(claims)}`}</title>
      </path>
    )
  })
}

function Name({ node, graph, onNear }: { node: GraphNode; graph: Graph; onNear: (name: string | null) => void }) {
  const look = useCampLook()(node.camp ?? 'unknown')
  const [x, y] = [xOf(node), yOf(node, graph)]
  const name = node.name.length > 26 ? `${node.name.slice(0, 25)}…` : node.name
  return (
    <g
      className={`graph-name ${look.hue}`}
      onPointerEnter={() => onNear(node.name)}
      onPointerLeave={() => onNear(null)}
      transform={`translate(${x} ${y})`}
    >
      <rect x="-4" y="-12" width={NAME} height="24" rx="3" />
      {node.camp !== null && (
        <svg x="2" y="-5" width="10" height="10" viewBox="0 0 12 12">
          <CampShape shape={look.shape} />
        </svg>
      )}
      <text x={node.camp === null ? 4 : 18} y="4">
        {name}
      </text>
      <title>{node.name}</title>
    </g>
  )
}
