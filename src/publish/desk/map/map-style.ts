import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { Family } from '#domain'
import type { PlaceOnDay } from './at-day.ts'
import type { Palette } from './icons.ts'
import { lineLayers } from './line-layers.ts'

/** The file the build makes of the world; see `build/basemap.ts`. */
export interface Basemap {
  readonly land: GeoJSON.GeoJSON
  readonly lakes: GeoJSON.GeoJSON
  readonly rivers: GeoJSON.GeoJSON
  readonly borders: GeoJSON.GeoJSON
  readonly disputed: GeoJSON.GeoJSON
}

/** Nothing to draw. */
export const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }

/** The whole style: our own ground, lines, and our places on top. */
export function mapStyle(ground: Basemap, palette: Palette): StyleSpecification {
  const source = (data: GeoJSON.GeoJSON) => ({ type: 'geojson' as const, data })
  return {
    version: 8,
    sources: {
      land: source(ground.land),
      lakes: source(ground.lakes),
      rivers: source(ground.rivers),
      borders: source(ground.borders),
      disputed: source(ground.disputed),
      front: source(EMPTY),
      drawn: source(EMPTY),
      still: source(EMPTY),
      places: { ...source(EMPTY), promoteId: 'id' },
    },
    layers: [...groundLayers(palette), ...lineLayers(palette), ...placeLayers(palette)],
  }
}

const groundLayers = (palette: Palette): LayerSpecification[] => [
  { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
  { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.card } },
  { id: 'lakes', type: 'fill', source: 'lakes', paint: { 'fill-color': palette.sea } },
  {
    id: 'rivers',
    type: 'line',
    source: 'rivers',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': palette.edge,
      'line-opacity': 0.45,
      'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.4, 8, 2.2],
    },
  },
  {
    id: 'borders',
    type: 'line',
    source: 'borders',
    paint: { 'line-color': palette.quiet, 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.6, 8, 1.6] },
  },
  {
    id: 'disputed',
    type: 'line',
    source: 'disputed',
    paint: { 'line-color': palette.quiet, 'line-width': 1.2, 'line-dasharray': [3, 3] },
  },
]

/** Places that stay as they are lie in a source of their own, so that a day's step touches only those that change. */
const placeLayers = (palette: Palette): LayerSpecification[] => [
  ofStill(towns(palette)),
  towns(palette),
  claimRings(palette),
  ofStill(CONTROL),
  CONTROL,
  ...(['places', 'still'] as const).map(source => chosen(palette, source)),
  FAMILIES,
  ofStill(names(palette)),
  names(palette),
]

const ofStill = <Layer extends LayerSpecification>(layer: Layer): Layer => ({
  ...layer,
  id: `still-${layer.id}`,
  source: 'still',
})
/** The layers a click on the map is looked for in. */
export const CLICKED = ['control', 'claims', 'towns', 'still-control', 'still-towns']

const towns = (palette: Palette): LayerSpecification => ({
  id: 'towns',
  type: 'circle',
  source: 'places',
  minzoom: 6,
  filter: ['all', ['==', ['get', 'holder'], ''], ['==', ['get', 'claims'], 0]],
  paint: { 'circle-radius': 1.8, 'circle-color': palette.quiet, 'circle-opacity': 0.7 },
})

const claimRings = (palette: Palette): LayerSpecification => ({
  id: 'claims',
  type: 'circle',
  source: 'places',
  filter: ['>', ['get', 'claims'], 0],
  paint: {
    'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'claims']], 1, 9, 3, 14, 8, 26, 16, 40],
    'circle-color': palette.accent,
    'circle-opacity': 0.13,
    'circle-stroke-color': palette.accent,
    'circle-stroke-width': 1.2,
    'circle-stroke-opacity': 0.75,
  },
})

const CONTROL: LayerSpecification = {
  id: 'control',
  type: 'symbol',
  source: 'places',
  filter: ['!=', ['get', 'holder'], ''],
  layout: {
    'icon-image': ['concat', 'held-', ['get', 'holder']],
    'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 8, 1.05],
    'icon-allow-overlap': true,
    'symbol-sort-key': ['case', ['==', ['get', 'holder'], 'contested'], 2, 1],
  },
  // What no report has spoken of is pale: it is the state before the war, and no knowledge of the day.
  paint: { 'icon-opacity': ['case', ['get', 'said'], 1, 0.3] },
}

const chosen = (palette: Palette, source: 'places' | 'still'): LayerSpecification => ({
  id: `chosen-${source}`,
  type: 'circle',
  source,
  filter: ['==', ['get', 'id'], ''],
  paint: {
    'circle-radius': 15,
    'circle-opacity': 0,
    'circle-stroke-color': palette.ink,
    'circle-stroke-width': 2.5,
  },
})

const FAMILIES: LayerSpecification = {
  id: 'families',
  type: 'symbol',
  source: 'places',
  filter: ['!=', ['get', 'family'], ''],
  layout: {
    'icon-image': ['concat', 'family-', ['get', 'family']],
    'icon-size': 0.62,
    'icon-offset': [26, -20],
    'icon-padding': 4,
    'symbol-sort-key': ['-', ['get', 'claims']],
  },
}

const names = (palette: Palette): LayerSpecification => ({
  id: 'names',
  type: 'symbol',
  source: 'places',
  filter: ['any', ['>', ['get', 'claims'], 0], ['get', 'said'], ['>=', ['zoom'], 7]],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': ['Inter Variable', 'sans-serif'],
    'text-size': ['interpolate', ['linear'], ['zoom'], 4, 11, 8, 13],
    'text-anchor': 'left',
    'text-offset': [0.95, 0],
    'text-optional': true,
    'symbol-sort-key': ['-', ['get', 'rank']],
  },
  paint: { 'text-color': palette.ink, 'text-halo-color': palette.card, 'text-halo-width': 1.6 },
})

/** A place of a day as the map's sources take it; `family` is the one most claims are of. */
export function placeFeature({ place, held, families, claims }: PlaceOnDay): GeoJSON.Feature<GeoJSON.Point> {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
    properties: {
      id: place.id,
      name: place.name,
      holder: held?.holder ?? '',
      said: held?.said ?? false,
      claims,
      family: mostOf(families) ?? '',
      rank: claims * 10 + (held?.said ? 5 : 0) + (place.front ? 2 : 0),
    },
  }
}

function mostOf(families: ReadonlyMap<Family, number>): Family | null {
  let best: Family | null = null
  for (const [family, count] of families) if (best === null || count > (families.get(best) ?? 0)) best = family
  return best
}
