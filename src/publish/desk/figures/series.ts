import type { Figure } from '#domain'

/** One figure as it is drawn and listed. */
export interface Point {
  readonly figure: Figure
  readonly date: Date
  readonly low: number
  readonly high: number
  /** True for a bound or a range, which is drawn as a bar and not as a point. */
  readonly isRange: boolean
}

/** A figure with where it stands: an exact number is a range of no width; an open bound ends where it is given. */
export function pointOf(figure: Figure): Point | null {
  const [low, high] = [figure.value ?? figure.low ?? figure.high, figure.value ?? figure.high ?? figure.low]
  if (low === null || high === null) return null
  return { figure, date: new Date(`${figure.happened}T00:00:00Z`), low, high, isRange: figure.value === null }
}

/** Claimants by how many figures they give, the most first. */
export function claimantsOf(
  figures: readonly Figure[],
): readonly { readonly name: string; readonly camp: string; readonly count: number }[] {
  const found = new Map<string, { name: string; camp: string; count: number }>()
  for (const { claimant, camp } of figures) {
    const known = found.get(claimant)
    if (known) known.count++
    else found.set(claimant, { name: claimant, camp, count: 1 })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  // A leading sign of a formula would be run by a spreadsheet; an apostrophe keeps it a text.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The figures as comma-separated values (RFC 4180), one row each, with the claims they rest on. */
export function toCsv(figures: readonly Figure[]): string {
  const head = 'day,measure,subject,series,claimant,camp,value,low,high,unit,of,change,flags,claims'
  const rows = figures.map(figure =>
    [
      figure.happened,
      figure.measure,
      figure.subject,
      figure.series,
      figure.claimant,
      figure.camp,
      figure.value,
      figure.low,
      figure.high,
      figure.unit,
      figure.of,
      figure.change,
      figure.flags.map(({ rule }) => rule).join(' '),
      figure.because.join(' '),
    ]
      .map(cell)
      .join(','),
  )
  return `${[head, ...rows].join('\r\n')}\r\n`
}
