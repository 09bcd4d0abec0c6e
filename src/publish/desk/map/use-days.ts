import type { GeoJSONSource, Map as LibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useRef } from 'react'
import type { PlaceOnDay } from './at-day.ts'
import { placeFeature } from './map-style.ts'

/**
 * Brings the map from one day to the next: places that stay as they are were drawn once, and of the others only those
 * whose look changed are handed over.
 */
export function useDays(map: LibreMap | null, places: readonly PlaceOnDay[], still: ReadonlySet<string>): void {
  const latest = useRef(places)
  latest.current = places
  const shown = useRef<{ map: LibreMap; looks: Map<string, string> } | null>(null)
  const moving = useMemo(() => places.filter(({ place }) => !still.has(place.id)), [places, still])
  useEffect(() => {
    if (!map) return
    const features = latest.current.filter(({ place }) => still.has(place.id)).map(placeFeature)
    void map.getSource<GeoJSONSource>('still')?.setData({ type: 'FeatureCollection', features })
    shown.current = null
  }, [map, still])
  useEffect(() => {
    const source = map?.getSource<GeoJSONSource>('places')
    if (!map || !source) return
    const features = moving.map(placeFeature)
    const looks = new Map(features.map(({ properties }) => [String(properties?.['id']), JSON.stringify(properties)]))
    const before = shown.current?.map === map ? shown.current.looks : null
    shown.current = { map, looks }
    if (before?.size !== looks.size) return void source.setData({ type: 'FeatureCollection', features })
    const update = features.flatMap(({ properties }) => {
      const id = String(properties?.['id'])
      if (before.get(id) === looks.get(id)) return []
      const changes = Object.entries(properties ?? {}).map(([key, value]) => ({ key, value: value as unknown }))
      return [{ id, addOrUpdateProperties: changes }]
    })
    if (update.length > 0) void source.updateData({ update })
  }, [map, moving])
}
