import pc from 'picocolors'

/** Writes JSON for programs: two spaces, one line break at the end. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** Writes a line for people. */
export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`)
}

/** Writes a line about the work itself, so that standard output stays data. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Width people can read at: that of the terminal, 60 to 110 columns; 100 where there is none. */
export const terminalWidth = (): number => Math.min(110, Math.max(60, process.stdout.columns ?? 100))

/** A table with aligned columns; the last column is not padded. Cells that are numbers are set flush right. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const text = (cell: string | number | undefined) =>
    typeof cell === 'number' ? cell.toLocaleString('en-GB') : (cell ?? '')
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map(row => text(row[at]).length)))
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, at) => {
        const [width, shown] = [widths[at] ?? 0, text(cell)]
        return typeof cell === 'number' ? shown.padStart(width) : at === cells.length - 1 ? shown : shown.padEnd(width)
      })
      .join('  ')
  print(pc.dim(line(head)))
  for (const row of rows) print(line(row))
}

/** A report's words on one line, without control characters: an escape sequence must not reach a terminal. */
export const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
