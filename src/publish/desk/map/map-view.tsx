import {
  type GeoJSONSource,
  Map as LibreMap,
  LngLatBounds,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import { strings } from '../strings/index.ts'
import type { PlaceOnDay } from './at-day.ts'
import { addFamilyIcons, addHolderIcons, readPalette } from './icons.ts'
import { LOWEST_LINE } from './line-layers.ts'
import { type Basemap, CLICKED, EMPTY, mapStyle } from './map-style.ts'
import { addTiles } from './tiles.ts'
import { useDays } from './use-days.ts'

// A strict content policy forbids the worker that is made of a text; this one is a file of ours.
setWorkerUrl(workerUrl)

interface MapViewProps {
  readonly ground: Basemap
  readonly tiles: string | null
  readonly parties: readonly string[]
  readonly places: readonly PlaceOnDay[]
  /** Ids of places that look the same on every day. */
  readonly still: ReadonlySet<string>
  /** Fogline's estimate of the front and maps drawn by others, each feature with its `look`; null: not shown. */
  readonly front: GeoJSON.FeatureCollection | null
  readonly drawn: GeoJSON.FeatureCollection | null
  readonly chosen: string | null
  readonly onChoose: (place: string) => void
}

/** The map itself: drawn once, then only told which places stand how. */
export function MapView(props: MapViewProps) {
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<LibreMap | null>(null)
  const [failed, setFailed] = useState(false)
  const [tilesFailed, setTilesFailed] = useState(false)
  const choose = useRef(props.onChoose)
  choose.current = props.onChoose
  const { ground, tiles, parties } = props
  const scheme = useScheme()
  const start = useRef(props.places)
  useEffect(() => {
    const element = box.current
    if (!element) return
    try {
      const made = makeMap(element, { ground, tiles, parties, places: start.current }, () => setTilesFailed(true))
      made.on('load', () => setMap(made))
      made.on('click', event => {
        const [hit] = made.queryRenderedFeatures(
          [
            [event.point.x - 8, event.point.y - 8],
            [event.point.x + 8, event.point.y + 8],
          ],
          { layers: CLICKED },
        )
        const id: unknown = hit?.properties['id']
        if (typeof id === 'string') choose.current(id)
      })
      return () => {
        setMap(null)
        made.remove()
      }
    } catch (error) {
      // A browser without WebGL: the table beside the map says the same.
      if (!(error instanceof Error)) throw error
      setFailed(true)
      return undefined
    }
    // The scheme is what the colours were read for.
  }, [ground, tiles, parties, scheme])
  useDays(map, props.places, props.still)
  useData(map, 'front', props.front)
  useData(map, 'drawn', props.drawn)
  useEffect(() => {
    for (const source of ['places', 'still'])
      map?.setFilter(`chosen-${source}`, ['==', ['get', 'id'], props.chosen ?? ''])
  }, [map, props.chosen])
  if (failed) return <p className="state">{strings.map.noWebGl}</p>
  return (
    <>
      <div className="map-canvas" ref={box} role="region" aria-label={strings.map.region} data-ready={map !== null} />
      {tilesFailed && (
        <p className="tiles-failed" role="status">
          {strings.map.tilesFailed}
        </p>
      )}
    </>
  )
}

/** Keeps one source of the map at what is given. */
function useData(map: LibreMap | null, name: string, data: GeoJSON.FeatureCollection | null): void {
  useEffect(() => {
    void map?.getSource<GeoJSONSource>(name)?.setData(data ?? EMPTY)
  }, [map, name, data])
}

function makeMap(
  container: HTMLElement,
  { ground, tiles, parties, places }: Pick<MapViewProps, 'ground' | 'tiles' | 'parties' | 'places'>,
  onTilesFailed: () => void,
): LibreMap {
  const palette = readPalette()
  const map = new LibreMap({
    container,
    style: mapStyle(ground, palette),
    bounds: boundsOf(places),
    fitBoundsOptions: { padding: 40, maxZoom: 8 },
    attributionControl: { compact: true, customAttribution: strings.map.attribution },
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 12,
    minZoom: 2,
    fadeDuration: 0,
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new ScaleControl({}), 'bottom-left')
  map.on('style.load', () => {
    addHolderIcons(map, palette, parties)
    addFamilyIcons(map, palette)
    if (tiles !== null) addTiles(map, tiles, palette, LOWEST_LINE).catch(onTilesFailed)
  })
  return map
}

/** Round the places near the front; where the theatre marks none, round those somebody holds, else all. */
function boundsOf(places: readonly PlaceOnDay[]): LngLatBounds {
  const front = places.filter(({ place }) => place.front)
  const near = front.length > 2 ? front : places.filter(({ held }) => held !== null)
  const bounds = new LngLatBounds()
  for (const { place } of near.length > 2 ? near : places) bounds.extend([place.lon, place.lat])
  return bounds
}

function useScheme(): boolean {
  const query = '(prefers-color-scheme: dark)'
  const [dark, setDark] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const listen = () => setDark(media.matches)
    media.addEventListener('change', listen)
    return () => media.removeEventListener('change', listen)
  }, [])
  return dark
}
