import type { FigureId } from './id.ts'
import type { Figure } from './reconciled.ts'

/** What claimants' numbers of one thing come to side by side: never a mean. */
export interface FigureRange {
  readonly measure: Figure['measure']
  readonly subject: string | null
  readonly unit: string | null
  /** Lowest and highest number that anybody still stands by. */
  readonly low: number
  readonly high: number
  /** The lowest of the claimants' newest numbers, and whose it is. */
  readonly conservative: { readonly figure: FigureId; readonly claimant: string; readonly value: number }
  readonly camps: readonly {
    readonly camp: string
    readonly low: number
    readonly high: number
    readonly claimants: number
  }[]
  /** `value / of` of the newest figure that gives both ("16 of 21"); null where none does. */
  readonly ratio: { readonly figure: FigureId; readonly part: number; readonly whole: number } | null
}

const lowOf = ({ value, low, high }: Figure): number => value ?? low ?? high ?? 0
const highOf = ({ value, low, high }: Figure): number => value ?? high ?? low ?? 0

/** Each claimant's newest figure; what a later one corrects is left out. */
function standing(figures: readonly Figure[]): Figure[] {
  const replaced = new Set(figures.map(({ replaces }) => replaces))
  const newest = new Map<string, Figure>()
  for (const figure of figures) {
    if (replaced.has(figure.id)) continue
    const before = newest.get(figure.claimant)
    if (!before || figure.said > before.said || (figure.said === before.said && figure.id > before.id))
      newest.set(figure.claimant, figure)
  }
  return [...newest.values()]
}

/**
 * The range of figures of one event and measure across claimants: each counts with its newest, uncorrected number. Figures of
 * several subjects or units give one range each. Sorted by subject, then unit.
 */
export function rangesOf(figures: readonly Figure[]): FigureRange[] {
  const groups = new Map<string, Figure[]>()
  for (const figure of figures) {
    const key = JSON.stringify([figure.measure, figure.subject, figure.unit])
    groups.set(key, [...(groups.get(key) ?? []), figure])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => rangeOf(standing(group)) ?? [])
}

function rangeOf(standing: readonly Figure[]): FigureRange | null {
  const ordered = [...standing].sort((a, b) => lowOf(a) - lowOf(b) || (a.id < b.id ? -1 : 1))
  const [least] = ordered
  if (!least) return null
  const camps = [...new Set(ordered.map(({ camp }) => camp))].sort().map(camp => {
    const own = ordered.filter(figure => figure.camp === camp)
    const [low, high] = [Math.min(...own.map(lowOf)), Math.max(...own.map(highOf))]
    return { camp, low, high, claimants: own.length }
  })
  const whole = ordered
    .filter(({ of, value }) => of !== null && of > 0 && value !== null)
    .reduce<Figure | null>((newest, each) => (newest && newest.said >= each.said ? newest : each), null)
  return {
    measure: least.measure,
    subject: least.subject,
    unit: least.unit,
    low: lowOf(least),
    high: Math.max(...ordered.map(highOf)),
    conservative: { figure: least.id, claimant: least.claimant, value: lowOf(least) },
    camps,
    ratio: whole && { figure: whole.id, part: whole.value ?? 0, whole: whole.of ?? 0 },
  }
}
