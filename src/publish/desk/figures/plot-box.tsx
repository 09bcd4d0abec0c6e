import * as Plot from '@observablehq/plot'
import { useEffect, useRef } from 'react'

/** A chart as wide as its box. `options` must keep its identity while nothing in it changes. */
export function PlotBox({ options, label }: { options: Plot.PlotOptions; label: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const draw = () => element.replaceChildren(plain(Plot.plot({ ...options, width: element.clientWidth })))
    draw()
    const watch = new ResizeObserver(draw)
    watch.observe(element)
    return () => watch.disconnect()
  }, [options])
  return <div className="chart" ref={box} role="img" aria-label={label} />
}

/** The plot without what a strict content policy and the checker of names refuse. */
export function plain<Chart extends Element>(plot: Chart): Chart {
  // Its inline style sheet is against the content policy; ours says the same.
  for (const style of plot.querySelectorAll('style')) style.remove()
  // The picture as a whole has a name; parts of it may not have one without a role.
  for (const part of plot.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
  return plot
}
