import type { Instant, RecordedClaim } from '#domain'

/** Compares two texts by code unit: the same order on every machine and in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order everything is worked through in: when it was said, then by id. No result depends on the order of input. */
export const bySaid = (a: RecordedClaim, b: RecordedClaim): number =>
  compareText(a.said, b.said) || compareText(a.id, b.id)

/** Sorted by id, for arrays whose order says nothing. */
export const byId = <Row extends { readonly id: string }>(a: Row, b: Row): number => compareText(a.id, b.id)

/** The latest of some moments. Throws on none: a derived row always rests on something. */
export function latestOf(instants: readonly Instant[]): Instant {
  const [first, ...rest] = instants
  if (first === undefined) throw new Error('latest moment: expected at least one, found none')
  return rest.reduce((latest, instant) => (instant > latest ? instant : latest), first)
}

/** The middle of some numbers (mean of the two middle ones), or null for none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2
}
