import type { Span } from '#domain'

/** A row as a report's text: its own words, then its cells, each under its column's name. */
export interface RowText {
  readonly text: string
  /** The words of the claim: the row's own, where it has any, else all its cells. */
  readonly words: Span
  /** Where the cell of a column stands; null where it is empty or not shown. */
  cell(column: string | undefined): Span | null
}

const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim()

/** Lays a row out. Empty cells are left out; line breaks within a cell become spaces, so that each stands on its line. */
export function layOutRow(
  row: ReadonlyMap<string, string>,
  wordsColumn: string | undefined,
  columns: readonly string[],
): RowText {
  const words = oneLine(wordsColumn === undefined ? '' : (row.get(wordsColumn) ?? ''))
  let text = words === '' ? '' : `${words}\n\n`
  const [begin, spans] = [text.length, new Map<string, Span>()]
  for (const column of columns) {
    const cell = oneLine(row.get(column) ?? '')
    if (cell === '' || column === wordsColumn) continue
    const from = text.length + column.length + 2
    text += `${column}: ${cell}\n`
    spans.set(column, [from, from + cell.length])
  }
  text = text.trimEnd()
  const own: Span = words === '' ? [begin, text.length] : [0, words.length]
  if (wordsColumn !== undefined && words !== '') spans.set(wordsColumn, own)
  return { text, words: own, cell: column => (column === undefined ? null : (spans.get(column) ?? null)) }
}
