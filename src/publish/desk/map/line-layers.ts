import type { DataDrivenPropertyValueSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from './icons.ts'

/** The lowest of them: what a user's own tiles are drawn under. */
export const LOWEST_LINE = 'drawn-areas'

/** Lines and areas over the ground: Fogline's own estimate, and what others drew. Broken lines, since neither is surveyed. */
export const lineLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: LOWEST_LINE,
    type: 'fill',
    source: 'drawn',
    paint: { 'fill-color': byHolder(palette), 'fill-opacity': 0.16, 'fill-antialias': false },
  },
  {
    id: 'drawn-lines',
    type: 'line',
    source: 'drawn',
    paint: { 'line-color': byHolder(palette), 'line-width': 1.6, 'line-dasharray': [1, 1.6] },
  },
  {
    id: 'front-areas',
    type: 'fill',
    source: 'front',
    filter: ['==', ['get', 'kind'], 'area'],
    paint: { 'fill-color': byHolder(palette), 'fill-opacity': 0.09, 'fill-antialias': false },
  },
  {
    id: 'front-line',
    type: 'line',
    source: 'front',
    filter: ['==', ['get', 'kind'], 'line'],
    paint: { 'line-color': palette.ink, 'line-width': 2, 'line-dasharray': [4, 2.5], 'line-opacity': 0.8 },
  },
]

/** The colour of a feature's holder; the parties of the theatre are `party-1` to `party-3` in its properties. */
const byHolder = ({ parties, contested, quiet }: Palette): DataDrivenPropertyValueSpecification<string> => [
  'match',
  ['get', 'look'],
  'party-1',
  parties[0] ?? quiet,
  'party-2',
  parties[1] ?? quiet,
  'party-3',
  parties[2] ?? quiet,
  'contested',
  contested,
  quiet,
]
