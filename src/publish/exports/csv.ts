/** Signs at which a spreadsheet takes a cell for a formula; a report's words must never be run by one. */
const FORMULA = /^[=+\-@\t\r]/

/** One line of RFC 4180, ended by CR LF. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cellOf).join(',')}\r\n`

function cellOf(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = (FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('\0', '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
