import * as Plot from '@observablehq/plot'
import { useEffect, useRef } from 'react'
import { strings } from '../strings/index.ts'
import { plain } from './plot-box.tsx'
import type { Point } from './series.ts'

interface ChartProps {
  readonly points: readonly Point[]
  /** Names of the claimants in the order of the key beside the chart: each has there the look it has here. */
  readonly claimants: readonly string[]
  readonly label: string
  /** Whether the figures of one claimant run on from one to the next, so that a line between them says something. */
  readonly joined: boolean
  readonly onRange: (from: string, to: string) => void
}

/** Marks of the claimants, told apart by shape and by line as well as by colour; more than six are drawn alike. */
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond2', 'star', 'cross'] as const
const DASHES = ['', '6 3', '2 3', '8 3 2 3', '1 3', '12 4']

/** Figures over time: a line for each claimant, a bar for a range, a ring round what is odd. Dragging looks closer. */
export function FigureChart({ points, claimants, label, joined, onRange }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const draw = () => element.replaceChildren(plotOf({ points, claimants, label, joined }, element.clientWidth))
    draw()
    const watch = new ResizeObserver(draw)
    watch.observe(element)
    return () => watch.disconnect()
  }, [points, claimants, label, joined])
  return (
    <div
      className="chart"
      ref={box}
      role="img"
      aria-label={strings.figuresScreen.chartLabel(label)}
      {...brush(box, points, onRange)}
    />
  )
}

const MARGIN = { left: 64, right: 16 }

function plotOf({ points, claimants: names, label, joined }: Omit<ChartProps, 'onRange'>, width: number): Element {
  const ranked = (name: string) => Math.max(0, names.indexOf(name))
  const colour = (name: string) => `var(--series-${(ranked(name) % 6) + 1})`
  const plot = Plot.plot({
    width,
    height: 340,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginBottom: 32,
    className: 'figure-plot',
    x: { type: 'utc', label: null },
    y: { label, grid: true, nice: true, tickFormat: (value: number) => value.toLocaleString('en-GB') },
    symbol: { domain: names, range: names.map((_, at) => SYMBOLS[at % 6] ?? 'circle') },
    marks: [
      ...(joined ? names : []).map((name, at) =>
        Plot.lineY(
          points.filter(({ figure, isRange }) => figure.claimant === name && !isRange),
          { x: 'date', y: 'low', stroke: colour(name), strokeDasharray: DASHES[at % 6] ?? '', sort: 'date' },
        ),
      ),
      Plot.ruleX(
        points.filter(({ isRange }) => isRange),
        { x: 'date', y1: 'low', y2: 'high', stroke: (point: Point) => colour(point.figure.claimant), strokeWidth: 3 },
      ),
      Plot.dot(points, {
        x: 'date',
        y: 'low',
        symbol: (point: Point) => point.figure.claimant,
        stroke: (point: Point) => colour(point.figure.claimant),
        fill: 'var(--card)',
        r: 3,
        title: (point: Point) =>
          `${point.figure.claimant}, ${point.figure.happened}: ${point.low.toLocaleString('en-GB')}${point.isRange ? ` – ${point.high.toLocaleString('en-GB')}` : ''}`,
      }),
      Plot.dot(
        points.filter(({ figure }) => figure.flags.length > 0),
        { x: 'date', y: 'low', r: 8, stroke: 'var(--warm)', strokeWidth: 2, fill: 'none' },
      ),
    ],
  })
  return plain(plot)
}

/** Two ends of a drag as days. */
function brush(
  box: { readonly current: HTMLDivElement | null },
  points: readonly Point[],
  onRange: ChartProps['onRange'],
) {
  const dayAt = (clientX: number): string => {
    const frame = box.current?.getBoundingClientRect()
    const times = points.map(({ date }) => date.getTime())
    const [first, last] = [Math.min(...times), Math.max(...times)]
    if (!frame) return new Date(first).toISOString().slice(0, 10)
    const share = (clientX - frame.left - MARGIN.left) / (frame.width - MARGIN.left - MARGIN.right)
    return new Date(first + Math.min(1, Math.max(0, share)) * (last - first)).toISOString().slice(0, 10)
  }
  let from: number | null = null
  return {
    onPointerDown: (event: { clientX: number }) => {
      from = event.clientX
    },
    onPointerUp: (event: { clientX: number }) => {
      if (from === null || Math.abs(event.clientX - from) < 12 || points.length < 2) return
      const [a, b] = [Math.min(from, event.clientX), Math.max(from, event.clientX)]
      from = null
      onRange(dayAt(a), dayAt(b))
    },
  }
}
