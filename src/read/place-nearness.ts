import type { GazetteerEntry } from '#domain'
import { distanceKm, foldName } from '#kit'
import type { PlaceMention } from './document.ts'
import type { PlaceName } from './place-search.ts'

/** How well a place lies among the others its report names; 0 far from all, at most 4. */
export type Nearness = (words: string, entry: GazetteerEntry) => number

interface Anchor {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly weight: number
}

const SCALE_KM = 120
const MAX_ANCHORS = 40
const MOST = 4

/**
 * The places of a report lie together: what a first reading settled speaks for candidates close to it. A name that only
 * one place bears, or that is paired with its region, speaks in full, one that several bear in part; the place itself never.
 * After the minimality of space in Leidner, "Toponym Resolution in Text" (2007), with a bonus that fades over 120 km.
 */
export function nearnessOf(names: readonly PlaceName[], first: readonly PlaceMention[]): Nearness {
  const anchors = new Map<string, Anchor>()
  first.forEach(({ lat, lon, kind, name: shown }, at) => {
    const name = names[at]
    if (!name || lat === null || lon === null || kind === 'country' || kind === 'area') return
    const key = foldName(shown)
    if (anchors.size >= MAX_ANCHORS && !anchors.has(key)) return
    const sure = name.entries.length <= 1 || name.theatre.length > 0
    const weight = Math.max(sure ? 1 : 0.35, anchors.get(key)?.weight ?? 0) * (kind === 'region' ? 0.6 : 1)
    anchors.set(key, { name: key, lat, lon, weight })
  })
  const all = [...anchors.values()]
  const known = new Map<string, number>()
  return (words, entry) => {
    const key = `${entry.id} ${words} ${entry.lat} ${entry.lon}`
    const old = known.get(key)
    if (old !== undefined) return old
    const self = foldName(entry.name)
    const sum = all.reduce(
      (total, anchor) =>
        anchor.name === self || anchor.name === words
          ? total
          : total + anchor.weight * Math.exp(-distanceKm(anchor, entry) / SCALE_KM),
      0,
    )
    const near = Math.min(MOST, 2 * Math.log2(1 + sum))
    known.set(key, near)
    return near
  }
}
