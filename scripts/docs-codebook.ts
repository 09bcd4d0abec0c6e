import type { ClaimTypeRow, YardstickRow } from '#domain'
import { BAND_WORDS, CLAIM_TYPE_ROWS, ICD203, PHIA } from '#domain'

/** Section 10 of `docs/codebook.md`: the mappings and yardsticks, printed from the data so that they cannot drift. */
export function codebookTables(): string {
  const share = (row: YardstickRow) => `${Math.round(row.low * 100)}–${Math.round(row.high * 100)} %`
  const yardstick = (name: string, rows: readonly YardstickRow[]) =>
    table(
      [name, 'range', 'band of the codebook'],
      rows.map(row => [row.words.join(', '), share(row), `\`${row.band}\` (${BAND_WORDS[row.band]})`]),
    )
  const types: readonly ClaimTypeRow[] = CLAIM_TYPE_ROWS
  return [
    'Where a scheme codes no such thing the cell is a dash: nothing is exported to it.',
    '',
    table(
      ['type', 'ACLED event', 'ACLED sub-event', 'PLOVER class'],
      types.map(({ type, acled, plover }) => [
        `\`${type}\``,
        acled?.event ?? '–',
        acled?.subEvent ?? '–',
        plover ?? '–',
      ]),
    ),
    '',
    yardstick('PHIA words', PHIA),
    '',
    yardstick('ICD 203 words', ICD203),
  ].join('\n')
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
