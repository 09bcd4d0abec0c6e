import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import {
  type Article,
  InputError,
  type Instant,
  makeId,
  type Note,
  type RawItem,
  type Source,
  sha256,
  type Theatre,
} from '#domain'
import { findParagraphs } from '../find-paragraphs.ts'
import { readMoment } from '../read-moment.ts'
import { codeRow, type RowContext } from './code-row.ts'
import { columnsNamed, type EventFormat } from './event-format.ts'
import { placeFinder } from './find-place.ts'
import { layOutRow } from './row-text.ts'

/** How a table of events is read. */
export interface EventsInput {
  readonly path: string
  readonly format: EventFormat
  readonly theatre: Theatre
  readonly now: Instant
  /** When rows that say nothing of it were published: the day the dataset was released. Null: the time of gathering. */
  readonly released: Instant | null
  /** Only rows of which each column has one of the values; empty: all. */
  readonly only: ReadonlyMap<string, readonly string[]>
  /** The newest report of each row the ledger has, by the row's id. */
  readonly known: ReadonlyMap<string, string>
}

/** Some rows that are new, as reports, with the capture they stand in; and what of the rows gone through could not be taken. */
export interface EventLot {
  readonly articles: readonly Article[]
  readonly raw: RawItem
  readonly body: Uint8Array
  readonly skipped: readonly Note[]
  readonly rows: number
}

const LOT = 500
const MOST_RECORD = 1_000_000

/** The source of a mapping. */
export const sourceOfFormat = ({ source }: EventFormat): Source => ({
  ...source,
  country: null,
  stance: 'unknown',
  reliability: 'F',
  family: null,
})

/**
 * Reads a table row by row, holding some hundreds of rows at a time. A row the ledger has is passed over; one that says otherwise
 * than before is a later edition of its report. A row that cannot be taken is a Note with its line. Throws `InputError` where
 * the file is no such table: columns the mapping needs are not there.
 */
export async function* readEvents(input: EventsInput): AsyncGenerator<EventLot> {
  const { format, theatre, now } = input
  const context = {
    format,
    theatre,
    findPlace: placeFinder(theatre.places),
    today: now.slice(0, 10) as RowContext['today'],
  }
  const known = new Map(input.known)
  let lot = new Lot(input)
  for await (const { row, raw, line } of rowsOf(input)) {
    lot.rows += 1
    try {
      const article = articleOf(row, input, context)
      const before = known.get(article.coded?.row ?? '')
      if (before === article.id) continue
      known.set(article.coded?.row ?? '', article.id)
      lot.add({ ...article, revisionOf: before ?? null }, raw)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      lot.skipped.push({ rule: 'event-row', reason: `line ${line}: ${error.message}`, span: null })
    }
    if (lot.articles.length >= LOT || lot.skipped.length >= LOT) {
      yield lot.closed()
      lot = new Lot(input)
    }
  }
  if (lot.rows > 0) yield lot.closed()
}

class Lot {
  rows = 0
  readonly articles: Article[] = []
  readonly skipped: Note[] = []
  #raw = ''
  readonly #input: EventsInput
  constructor(input: EventsInput) {
    this.#input = input
  }
  add(article: Article, raw: string): void {
    this.articles.push(article)
    this.#raw += raw.endsWith('\n') ? raw : `${raw}\n`
  }
  closed(): EventLot {
    const { format, now } = this.#input
    const body = new TextEncoder().encode(this.#raw)
    const hash = sha256(body)
    const raw: RawItem = {
      id: makeId('raw', [format.source.id, hash]),
      source: format.source.id,
      url: null,
      fetchedAt: now,
      status: null,
      etag: null,
      lastModified: null,
      contentType: 'text/csv; header=absent',
      bytes: body.length,
      sha256: hash,
    }
    const articles = this.articles.map(article => ({ ...article, rawItem: raw.id }))
    return { articles, raw, body, skipped: this.skipped, rows: this.rows }
  }
}

function articleOf(
  row: ReadonlyMap<string, string>,
  { format, now, released }: EventsInput,
  context: RowContext,
): Article {
  const laid = layOutRow(row, format.words, columnsNamed(format))
  const { coded, notes } = codeRow(row, laid, context)
  const stated = publishedOf(row, format, now) ?? released
  const link = format.link === undefined ? '' : (row.get(format.link) ?? '')
  const undated: readonly Note[] = [
    {
      rule: 'no-publication-date',
      reason: 'The row does not say when it was published; the time of gathering stands in its place.',
      span: null,
    },
  ]
  return {
    // The date as stated, not the stand-in: a row gathered twice is one report.
    id: makeId('article', { source: format.source.id, text: laid.text, coded, publishedAt: stated }),
    rawItem: '',
    source: format.source.id,
    outlet: format.source.name,
    url: /^https?:\/\//.test(link) && URL.canParse(link) ? link : null,
    title: null,
    byline: null,
    language: null,
    publishedAt: stated ?? now,
    editedAt: null,
    text: laid.text,
    paragraphs: findParagraphs(laid.text),
    revisionOf: null,
    copyOf: null,
    coded,
    notes: [...notes, ...(stated === null ? undated : [])],
  }
}

function publishedOf(row: ReadonlyMap<string, string>, { published }: EventFormat, now: Instant): Instant | null {
  const cell = published === undefined ? '' : (row.get(published) ?? '').trim()
  // "20240301120000", as GDELT writes it.
  const moment = readMoment(cell.replace(/^(\d{8})(\d{6})$/, '$1 $2'))
  return moment !== null && moment <= now ? moment : null
}

interface TableRow {
  readonly row: ReadonlyMap<string, string>
  readonly raw: string
  readonly line: number
}

async function* rowsOf({ path, format, only }: EventsInput): AsyncGenerator<TableRow> {
  const table = createReadStream(path).pipe(
    parse({
      bom: true,
      delimiter: format.delimiter ?? [',', ';', '\t'],
      ...(format.delimiter === '\t' ? { quote: null } : { relax_quotes: true }),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_RECORD,
    }),
  )
  let names = format.columns ?? null
  try {
    for await (const each of table) {
      const { record, raw, info } = each as { record: string[]; raw: string; info: { lines: number } }
      if (names === null) {
        names = record.map(name => name.trim())
        expectColumns(names, format, path)
        continue
      }
      const row = new Map(names.map((name, at) => [name, record[at] ?? '']))
      if ([...only].every(([column, values]) => values.includes((row.get(column) ?? '').trim())))
        yield { row, raw, line: info.lines }
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
    throw new InputError(`${path}: expected a table that can be read, found none (${reason})`, { cause })
  }
}

function expectColumns(names: readonly string[], { row, time, place, source }: EventFormat, path: string): void {
  const missing = [row, time.start, place.name].filter(column => !names.includes(column))
  if (missing.length > 0)
    throw new InputError(
      `${path}: expected the columns of ${source.name}, found none named ${missing.join(', ')}; name its mapping with --format`,
    )
}
