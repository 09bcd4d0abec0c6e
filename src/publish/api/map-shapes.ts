import type { ControlMap } from '#domain'
import type { MapShapes } from './schemas-scores.ts'

/** An imported map as GeoJSON (RFC 7946): one MultiPolygon for each holder it names, one LineString for each line. */
export const mapShapes = ({ areas, lines, claimant, date }: ControlMap): MapShapes => ({
  type: 'FeatureCollection',
  features: [
    ...areas.map(({ holder, polygons }) => ({
      type: 'Feature' as const,
      geometry: { type: 'MultiPolygon', coordinates: polygons },
      properties: { kind: 'area' as const, holder, claimant, date },
    })),
    ...lines.map(line => ({
      type: 'Feature' as const,
      geometry: { type: 'LineString', coordinates: line },
      properties: { kind: 'line' as const, holder: null, claimant, date },
    })),
  ],
})
