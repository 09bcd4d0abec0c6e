import { type Instant, MEASURES } from '#domain'
import { groupBy, unique } from '#kit'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import type { Measures } from './schemas.ts'

/** Which measures the ledger has figures of, in the codebook's order, with who counts and whose they are. */
export async function measuresKnown(ledger: Ledger, asOf: Instant): Promise<Measures> {
  const figures = groupBy(await allRows(page => ledger.figures({ asOf, ...page })), ({ measure }) => measure)
  const measures = MEASURES.flatMap(measure => {
    const rows = figures.get(measure) ?? []
    if (rows.length === 0) return []
    return [
      {
        measure,
        figures: rows.length,
        cumulative: rows.filter(({ series }) => series === 'cumulative').length,
        daily: rows.filter(({ series }) => series === 'daily').length,
        claimants: unique(rows.map(({ claimant }) => claimant)).sort(),
        subjects: unique(rows.flatMap(({ subject }) => subject ?? [])).sort(),
      },
    ]
  })
  return { asOf, measures }
}
