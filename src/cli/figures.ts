import { Command } from 'commander'
import type { Figure } from '#domain'
import { InputError, MEASURES, rangesOf } from '#domain'
import { groupBy } from '#kit'
import { allRows } from '#ledger'
import { asOfOf, withLedger } from './context.ts'
import { print, printJson, printTable } from './output.ts'

/** `fogline figures MEASURE`: the numbers of one measure, by whose count, in order of time. */
export const figuresCommand = (): Command =>
  new Command('figures')
    .description('The figures of a measure by claimant, in order of time')
    .argument('<measure>', `a measure of the codebook, such as personnel.losses or munitions.shot-down`)
    .option('--claimant <name>', 'only the counts of this holder')
    .option('--ranges', "of each event several count: lowest and highest, the most conservative, each camp's")
    .option('--as-of <time>', 'as known then: a moment, or a day (its end)')
    .option('--json', 'print JSON')
    .action((name: string, options: { claimant?: string; ranges?: boolean; asOf?: string; json?: boolean }) =>
      withLedger({ create: false }, async ledger => {
        const measure = MEASURES.find(known => known === name)
        if (!measure) throw new InputError(`measure: expected one of ${MEASURES.join(', ')}; found "${name}"`)
        const query = { measure, claimant: options.claimant, asOf: asOfOf(options.asOf) }
        const rows = (await allRows(page => ledger.figures({ ...query, ...page }))).sort(byTime)
        if (options.ranges) return printRanges(rows, options.json ?? false)
        if (options.json) return printJson(rows)
        if (rows.length === 0) return print(`No figure of ${measure} is in the ledger.`)
        printTable(
          ['day', 'whose', 'number', 'change', 'series', 'counted by', 'flags'],
          rows.map(row => [
            row.happened,
            row.subject ?? '–',
            numberWords(row),
            change(row),
            row.derivedFrom ? `${row.series} (worked out)` : (row.series ?? 'event'),
            row.claimant,
            row.flags.map(flag => flag.rule).join(', '),
          ]),
        )
      }),
    )

/** What claimants' numbers of one event come to, for every event that two or more count. */
function printRanges(rows: readonly Figure[], json: boolean): void {
  const events = groupBy(
    rows.filter(({ event }) => event !== null),
    ({ event }) => event ?? '',
  )
  const found = [...events].flatMap(([event, own]) =>
    rangesOf(own)
      .filter(({ camps }) => camps.reduce((sum, { claimants }) => sum + claimants, 0) > 1)
      .map(range => ({ event, ...range })),
  )
  if (json) return printJson(found)
  if (found.length === 0) return print('No event is counted by two claimants.')
  const span = ({ low, high }: { low: number; high: number }) => (low === high ? `${low}` : `${low}–${high}`)
  printTable(
    ['event', 'whose', 'range', 'most conservative', 'by camp'],
    found.map(range => [
      range.event,
      range.subject ?? '–',
      span(range),
      `${range.conservative.value} (${range.conservative.claimant})`,
      range.camps.map(camp => `${camp.camp} ${span(camp)}`).join(', '),
    ]),
  )
}

/** A figure as people write it: `16 of 21`, `at least 8`, `up to 60`, `30–35`; never rounded. */
export function numberWords(figure: Pick<Figure, 'value' | 'low' | 'high' | 'of' | 'unit'>): string {
  const { value, low, high, of, unit } = figure
  const show = (number: number) => number.toLocaleString('en-GB', { maximumFractionDigits: 3 })
  const number =
    value !== null
      ? show(value)
      : low !== null && high !== null
        ? `${show(low)}–${show(high)}`
        : low !== null
          ? `at least ${show(low)}`
          : `up to ${show(high ?? 0)}`
  return `${number}${of === null ? '' : ` of ${show(of)}`}${unit === null ? '' : ` ${unit}`}`
}

const change = ({ change }: Figure): string =>
  change === null ? '' : `${change < 0 ? '−' : '+'}${Math.abs(change).toLocaleString('en-GB')}`

const byTime = (a: Figure, b: Figure): number =>
  a.happened + a.claimant + a.said < b.happened + b.claimant + b.said ? -1 : 1
