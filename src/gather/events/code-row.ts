import {
  addDays,
  type ClaimFigure,
  type ClaimPlace,
  type CodedEvent,
  type Day,
  dayOf,
  InputError,
  type Note,
  type Span,
  type Theatre,
} from '#domain'
import { readMoment } from '../read-moment.ts'
import type { EventFormat } from './event-format.ts'
import { picked } from './event-format.ts'
import type { PlaceFinder } from './find-place.ts'
import type { RowText } from './row-text.ts'

/** What a row is coded by. */
export interface RowContext {
  readonly format: EventFormat
  readonly theatre: Theatre
  readonly findPlace: PlaceFinder
  readonly today: Day
}
type Row = ReadonlyMap<string, string>

/** What a row codes, with Notes on what in it could not be taken. Throws `InputError` for a row of which nothing can be. */
export function codeRow(row: Row, laid: RowText, context: RowContext): { coded: CodedEvent; notes: readonly Note[] } {
  const { format, theatre } = context
  const notes: Note[] = []
  const note = (reason: string, span: Span | null): void => void notes.push({ rule: 'event-row', reason, span })
  const id = (row.get(format.row) ?? '').trim()
  if (id === '') throw new InputError(`${format.row}: expected the row's id, found none`)
  const type = picked(format.type, row, null)
  if (type === null) throw new InputError(`no claim type is mapped to ${typeWords(format, row)}`)
  const asParty = (cell: string): string => partyOf(cell, theatre)
  const coded = {
    row: id,
    type,
    span: laid.words,
    agent: named(
      picked(format.agent, row, cell => cell),
      asParty,
    ),
    target: named(
      picked(format.target, row, cell => cell),
      asParty,
    ),
    places: placesOf(row, laid, context, note),
    time: timeOf(row, context),
    figures: format.figures.flatMap(figure => figureOf(figure, row, laid, note) ?? []),
    confidence: format.confidence,
  }
  return { coded, notes }
}

const named = (text: string | null, as: (text: string) => string): string | null => (text === null ? null : as(text))

function typeWords({ type }: EventFormat, row: Row): string {
  const columns = type.flatMap(pick =>
    'column' in pick ? [pick.column] : 'flags' in pick ? Object.keys(pick.flags) : [],
  )
  const found = columns.slice(0, 3).map(column => `${column} "${(row.get(column) ?? '').slice(0, 60)}"`)
  return `${found.join(', ')}${columns.length > 3 ? ', …' : ''}`
}

/** The theatre's name of a party that the words name by itself or its demonym ("Military Forces of Russia (2000-)"); else the words. */
function partyOf(words: string, { parties }: Theatre): string {
  const found = parties.filter(({ name, demonyms }) =>
    [name, ...demonyms].some(each => new RegExp(`(?<!\\p{L})${escaped(each)}(?!\\p{L})`, 'u').test(words)),
  )
  const [only] = found
  return found.length === 1 && only ? only.name : words
}
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

function dayIn(row: Row, column: string): Day | null {
  const cell = (row.get(column) ?? '').trim()
  const moment = cell === '' ? null : readMoment(cell)
  return moment === null ? null : dayOf(moment)
}

function timeOf(row: Row, { format: { time }, today }: RowContext): CodedEvent['time'] {
  const given = dayIn(row, time.start)
  if (given === null)
    throw new InputError(`${time.start}: expected a day, found "${(row.get(time.start) ?? '').slice(0, 60)}"`)
  if (given > today) throw new InputError(`${time.start}: expected a day that has come, found ${given}`)
  const spread = time.precision && time.precision.is[(row.get(time.precision.column) ?? '').trim()]
  const [start, end] = spread === undefined ? [given, given] : around(given, spread)
  const last = time.end === undefined ? end : (dayIn(row, time.end) ?? end)
  if (last < start) throw new InputError(`${time.end ?? time.start}: expected a day not before ${start}, found ${last}`)
  return { start, end: last, words: (row.get(time.start) ?? '').trim(), tense: 'past' }
}

function around(day: Day, spread: number | 'month' | 'year'): readonly [Day, Day] {
  if (typeof spread === 'number') return [addDays(day, -spread), addDays(day, spread)]
  const [year = 0, month = 1] = day.split('-').map(Number)
  if (spread === 'year') return [`${day.slice(0, 4)}-01-01` as Day, `${day.slice(0, 4)}-12-31` as Day]
  return [`${day.slice(0, 7)}-01` as Day, new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as Day]
}

type Tell = (reason: string, span: Span | null) => void

function placesOf(row: Row, laid: RowText, { format: { place }, findPlace }: RowContext, note: Tell): ClaimPlace[] {
  const precision = picked(place.precision, row, null) ?? 'area'
  const isPoint = precision === 'point' || precision === 'part'
  const region = place.admin === undefined ? null : laid.cell(place.admin)
  // A town that only stands for the area around it is not where it happened: the region is.
  const at = isPoint ? laid.cell(place.name) : (region ?? laid.cell(place.name))
  if (at === null) return []
  const name = laid.text.slice(at[0], at[1])
  const point = isPoint ? pointOf(row, place, note) : null
  const found = findPlace(name, point)
  return [
    {
      id: found?.id ?? null,
      name: found?.name ?? name,
      span: at,
      role: 'at',
      precision,
      part: null,
      lat: point?.lat ?? found?.lat ?? null,
      lon: point?.lon ?? found?.lon ?? null,
      admin: found?.admin ?? (region === null ? null : laid.text.slice(region[0], region[1])),
      country: found?.country ?? countryOf(picked(place.country, row, cell => cell)),
      carried: false,
    },
  ]
}

const countryOf = (code: string | null): string | null => (code !== null && /^[A-Z]{2}$/.test(code) ? code : null)

function pointOf(row: Row, { lat, lon }: EventFormat['place'], note: Tell): { lat: number; lon: number } | null {
  const [north, east] = [lat, lon].map(column => numberIn(row, column))
  if (north === undefined || east === undefined || north === null || east === null) return null
  if (Math.abs(north) <= 90 && Math.abs(east) <= 180) return { lat: north, lon: east }
  note(`${lat}, ${lon}: expected degrees, found ${north}, ${east}`, null)
  return null
}

function numberIn(row: Row, column: string | undefined): number | null {
  const cell = column === undefined ? '' : (row.get(column) ?? '').trim()
  return /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : null
}

function figureOf(
  { measure, value, low, high }: EventFormat['figures'][number],
  row: Row,
  laid: RowText,
  note: Tell,
): ClaimFigure | null {
  const [best, least, most] = [value, low, high].map(column => numberIn(row, column) ?? null)
  const span = laid.cell(value)
  if (span === null) return null
  if (best === null || best === undefined || best < 0) {
    note(`${value}: expected a number, found "${laid.text.slice(span[0], span[1]).slice(0, 60)}"`, span)
    return null
  }
  if (best === 0 && !most) return null
  const isRange = typeof least === 'number' && typeof most === 'number' && least < most
  const amount = isRange ? { value: null, low: least, high: most } : { value: best, low: null, high: null }
  return { measure, ...amount, unit: null, approx: false, of: null, change: null, span }
}
