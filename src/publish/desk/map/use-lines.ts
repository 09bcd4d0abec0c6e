import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ControlMaps } from '#publish/api'
import { frontQuery, mapsQuery, shapesQuery } from '../ledger-api.ts'
import { useHolderClass } from '../parts/marks.tsx'

/** What is asked for in the address beside the names of those who drew maps. */
export const FRONT = 'front'

type Shape = { readonly type: 'Feature'; readonly geometry: unknown; readonly properties: unknown }

/** Lines over the map as they are asked for: Fogline's estimate of a day, and of each map-maker its newest map up to then. */
export function useLines(asked: readonly string[], restDay: string, day: string, asOf: string | undefined) {
  const look = useHolderClass()
  const maps = useQuery(mapsQuery(asOf)).data?.maps
  const front = useQuery({ ...frontQuery(restDay, asOf), enabled: asked.includes(FRONT) }).data
  const used = useMemo(() => newestOf(maps ?? [], asked, day), [maps, asked, day])
  const shapes = useQueries({ queries: used.map(({ id }) => shapesQuery(id, asOf)) })
  const loaded = shapes.flatMap(({ data }) => data?.features ?? [])
  const parts = shapes.map(({ dataUpdatedAt }) => dataUpdatedAt).join(' ')
  const makers = useMemo(() => [...new Set((maps ?? []).map(({ claimant }) => claimant))].sort(), [maps])
  const isFront = asked.includes(FRONT)
  return {
    makers,
    used,
    estimate: isFront && front ? front : null,
    // `look` and `loaded` are made anew on every rendering; what they are made of is named here.
    front: useMemo(() => (isFront && front ? coloured(front.features, look) : null), [isFront, front]),
    drawn: useMemo(() => (used.length === 0 ? null : coloured(loaded, look)), [used, parts]),
  }
}

function newestOf(maps: ControlMaps['maps'], asked: readonly string[], day: string): ControlMaps['maps'] {
  return asked.flatMap(maker => {
    const own = maps.filter(({ claimant, date }) => claimant === maker && date <= day)
    const newest = own.sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1)
    return newest ? [newest] : []
  })
}

/** Each feature with the look of its holder, which the style turns into a colour. */
const coloured = (features: readonly Shape[], look: (holder: string) => string): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.map(({ geometry, properties }) => {
    const own = (properties ?? {}) as { readonly kind?: string; readonly holder?: string | null }
    const looks = own.holder ? look(own.holder) : ''
    return { type: 'Feature', geometry: geometry as GeoJSON.Geometry, properties: { kind: own.kind, look: looks } }
  }),
})
