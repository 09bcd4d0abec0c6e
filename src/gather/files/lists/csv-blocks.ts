import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { InputError } from '#domain'
import type { Draft } from '../../gathered.ts'
import { contentTypeOf } from '../kind-of-file.ts'
import { readRecord } from '../read-records.ts'
import { BLOCK_SIZE, type Block } from './block.ts'
import { type ColumnMap, type CsvField, placeColumns } from './csv-columns.ts'

const DELIMITERS = [',', ';', '\t', '|']
/** The head of a table is looked for in this many characters. */
const HEAD = 100_000

/** The mark between columns: that of the usual ones which stands most often, outside quotes, in the first line. */
function delimiterOf(text: string): string {
  const line = text
    .slice(0, HEAD)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/, 1)[0]
  const counts = DELIMITERS.map(mark => (line ?? '').split(mark).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

interface Row {
  readonly record: readonly string[]
  readonly raw: string
  readonly info: { readonly lines: number }
}

/** The rows of a table, with the words they were read from. Throws InputError where the quotes do not close, or a row is too long. */
async function* rowsOf(texts: AsyncIterable<string>, path: string, maxBytes: number): AsyncGenerator<Row> {
  const iterator = texts[Symbol.asyncIterator]()
  let head = ''
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    head += next.value
    if (head.length >= HEAD || head.includes('\n')) break
  }
  async function* whole(): AsyncGenerator<string> {
    yield head
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  }
  const rows = parse({
    delimiter: delimiterOf(head),
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maxBytes,
  })
  pipeline(Readable.from(whole()), rows, error => {
    if (error) rows.destroy(error)
  })
  try {
    for await (const row of rows) yield row as Row
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new InputError(`${path}: the table cannot be read on (${cause.message.split('\n')[0]}).`, { cause })
  }
}

/** Title, text and the rest of one row, as a report. */
function draftOf(row: Row, places: ReadonlyMap<CsvField, number>, path: string): Draft {
  const fields = [...places].map(([field, at]) => [field, row.record[at] ?? ''] as const)
  return readRecord(Object.fromEntries(fields), `${path}: row ending on line ${row.info.lines}`)
}

/**
 * The reports of a table (CSV, TSV; marks between columns told by the first line, which names the columns), block by
 * block; each block opens with the table's head, so that it can be read by itself. A row that is no report goes to
 * `onProblem`.
 */
export async function* csvBlocks(
  texts: AsyncIterable<string>,
  path: string,
  columns: ColumnMap,
  limits: { readonly maxBytes: number; readonly onProblem: (line: string) => void },
): AsyncGenerator<Block> {
  let places: Map<CsvField, number> | null = null
  let head = ''
  let raws: string[] = []
  let drafts: Draft[] = []
  let size = 0
  const close = (): Block => ({ body: Buffer.from([head, ...raws].join('')), drafts, contentType: typeWith(columns) })
  for await (const row of rowsOf(texts, path, limits.maxBytes)) {
    if (places === null) {
      places = placeColumns(row.record, columns, path)
      head = row.raw
      continue
    }
    try {
      drafts.push(draftOf(row, places, path))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      limits.onProblem(error.message)
    }
    raws.push(row.raw)
    size += row.raw.length
    if (size < BLOCK_SIZE) continue
    yield close()
    raws = []
    drafts = []
    size = 0
  }
  if (size > 0) yield close()
}

/** The media type with the map in it, so that a capture can be read again by itself. */
const typeWith = (columns: ColumnMap): string =>
  Object.keys(columns).length === 0
    ? contentTypeOf('csv')
    : `${contentTypeOf('csv')}; columns="${encodeURIComponent(JSON.stringify(columns))}"`

/** The map in a media type; none where it has none. */
export function columnsOfType(contentType: string | null): ColumnMap {
  const written = /;\s*columns="([^"]*)"/.exec(contentType ?? '')?.[1]
  return written === undefined ? {} : (JSON.parse(decodeURIComponent(written)) as ColumnMap)
}
