import type { Band, Confidence, Family } from '#domain'
import type { MapAnswer } from '#publish/api'

/** Which claims a map counts; an absent filter lets everything through. */
export interface ClaimFilter {
  readonly families: readonly Family[]
  readonly camp?: string | undefined
  readonly certainty?: string | undefined
  readonly source?: string | undefined
}

/** One place as it stands on a day. */
export interface PlaceOnDay {
  readonly place: MapAnswer['places'][number]
  /** Null where no line of control runs through it. */
  readonly held: {
    readonly holder: string
    readonly from: string
    readonly likelihood: Band
    readonly confidence: Confidence
    /** False where no report has spoken of it: the state before the war. */
    readonly said: boolean
  } | null
  /** Claims of the days shown, by family. */
  readonly families: ReadonlyMap<Family, number>
  readonly claims: number
}

type Step = MapAnswer['control'][number]
type Cell = MapAnswer['claims'][number]

/** Sorts the map's answer once, so that each day is looked up and not searched for. */
export function indexMap(answer: MapAnswer) {
  const steps = new Map<string, Step[]>()
  for (const step of answer.control) steps.set(step.place, [...(steps.get(step.place) ?? []), step])
  for (const line of steps.values()) line.sort((a, b) => (a.from < b.from ? -1 : 1))
  const cells = new Map<string, Cell[]>()
  for (const cell of answer.claims) {
    const day = cells.get(cell.day)
    if (day) day.push(cell)
    else cells.set(cell.day, [cell])
  }
  const named = new Set(answer.claims.map(({ place }) => place))
  const first = answer.first ?? ''
  /** Places that look the same on every day shown: no claim speaks of them, and they change hands on no day. */
  const still = new Set(
    answer.places.flatMap(({ id }) => {
      const line = steps.get(id) ?? []
      return named.has(id) || line.length > 1 || (line[0]?.from ?? first) > first ? [] : [id]
    }),
  )
  return { answer, steps, cells, still }
}
export type MapIndex = ReturnType<typeof indexMap>

/** Every place on `day`: who holds it, and the claims published in the `span` days up to and with it. */
export function placesOnDay(index: MapIndex, day: string, span: number, filter: ClaimFilter): readonly PlaceOnDay[] {
  const counts = new Map<string, Map<Family, number>>()
  for (let back = 0; back < span; back++) {
    for (const cell of index.cells.get(addDays(day, -back)) ?? []) {
      if (!passes(cell, filter)) continue
      const families = counts.get(cell.place) ?? new Map<Family, number>()
      families.set(cell.family, (families.get(cell.family) ?? 0) + cell.claims)
      counts.set(cell.place, families)
    }
  }
  return index.answer.places.map(place => {
    const families = counts.get(place.id) ?? NONE
    let claims = 0
    for (const count of families.values()) claims += count
    return { place, held: heldOn(index.steps.get(place.id), day), families, claims }
  })
}

const NONE: ReadonlyMap<Family, number> = new Map()

const heldOn = (line: readonly Step[] | undefined, day: string): PlaceOnDay['held'] =>
  line?.findLast(({ from }) => from <= day) ?? null

const passes = (cell: Cell, { families, camp, certainty, source }: ClaimFilter): boolean =>
  (families.length === 0 || families.includes(cell.family)) &&
  (camp === undefined || cell.camp === camp) &&
  (certainty === undefined || cell.certainty === certainty) &&
  (source === undefined || cell.source === source)

/** Claims of each day that pass the filter, for the bars over the slider. */
export function claimsByDay(index: MapIndex, days: readonly string[], filter: ClaimFilter): readonly number[] {
  return days.map(day =>
    (index.cells.get(day) ?? []).reduce((sum, cell) => sum + (passes(cell, filter) ? cell.claims : 0), 0),
  )
}

const DAY_MS = 86_400_000
const text = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** A calendar day so many days later. */
export const addDays = (day: string, days: number): string => text(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS)

/** Every calendar day from one to another, both included. */
export function daysBetween(first: string, last: string): readonly string[] {
  const from = Date.parse(`${first}T00:00:00Z`)
  const count = Math.round((Date.parse(`${last}T00:00:00Z`) - from) / DAY_MS) + 1
  return Array.from({ length: Math.max(0, count) }, (_, at) => text(from + at * DAY_MS))
}
