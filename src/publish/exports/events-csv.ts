import {
  ACLED_DISORDER,
  ACLED_GEO_PRECISION,
  acledOf,
  acledTimePrecision,
  type ClaimFigure,
  claimTypeRow,
  daysBetween,
  type Measure,
  type RecordedClaim,
} from '#domain'
import { unique } from '#kit'
import { csvLine } from './csv.ts'
import { deskLink, type ExportInput, eachEvent, type ToldEvent } from './export-input.ts'
import { tellingOf, wordsOf } from './standing.ts'

/** A column: its name, its HXL hashtag, and its cell for an event. ACLED's own names come first, Fogline's after them. */
interface Column {
  readonly name: string
  readonly hxl: string
  readonly cell: (told: ToldEvent, input: ExportInput) => string | number | null
}

const asserting = ({ claims }: ToldEvent): readonly RecordedClaim[] => tellingOf(claims)
const codeOf = (told: ToldEvent, { theatre }: ExportInput) =>
  acledOf(
    told.event.type,
    agentOf(told),
    placeOf(told)?.country ?? null,
    asserting(told).map(({ text }) => text),
    theatre,
  )

const agentOf = (told: ToldEvent): string | null => asserting(told).find(({ agent }) => agent !== null)?.agent ?? null
const targetOf = (told: ToldEvent): string | null =>
  asserting(told).find(({ target }) => target !== null)?.target ?? null

/** The event's place as its claims name it, with region and precision; null where no claim names it. */
function placeOf({ event, claims }: ToldEvent) {
  const key = event.place && (event.place.id ?? event.place.name)
  const places = claims.flatMap(claim => claim.places)
  return key === null ? null : (places.find(({ id, name }) => (id ?? name) === key) ?? null)
}

const DEATHS: readonly Measure[] = ['people.killed', 'personnel.killed']
const leastOf = ({ value, low, high }: ClaimFigure): number | null => value ?? low ?? (high === null ? null : 0)

/** The lowest number of dead that anybody asserts, as ACLED counts; null where nobody gives one. */
function fatalitiesOf(told: ToldEvent): number | null {
  const counts = asserting(told)
    .flatMap(({ figures }) => figures.filter(({ measure }) => DEATHS.includes(measure)))
    .flatMap(figure => leastOf(figure) ?? [])
  return counts.length === 0 ? null : Math.min(...counts)
}

const daysOf = ({ event: { happened } }: ToldEvent): number => daysBetween(happened.start, happened.end) + 1
const outletsOf = ({ claims }: ToldEvent): string =>
  unique(claims.map(({ outlet, source }) => outlet ?? source)).join('; ')
const idsOf = (claims: readonly RecordedClaim[]): string => claims.map(({ id }) => id).join(' ')

const COLUMNS: readonly Column[] = [
  { name: 'event_id_cnty', hxl: '#event+id', cell: ({ event }) => event.id },
  { name: 'event_date', hxl: '#date+start', cell: ({ event }) => event.happened.start },
  { name: 'year', hxl: '#date+year', cell: ({ event }) => Number(event.happened.start.slice(0, 4)) },
  { name: 'time_precision', hxl: '#date+precision', cell: told => acledTimePrecision(daysOf(told)) },
  {
    name: 'disorder_type',
    hxl: '#event+disorder',
    cell: (told, input) => ACLED_DISORDER[codeOf(told, input)?.event ?? ''] ?? null,
  },
  { name: 'event_type', hxl: '#event+type', cell: (told, input) => codeOf(told, input)?.event ?? null },
  { name: 'sub_event_type', hxl: '#event+type+sub', cell: (told, input) => codeOf(told, input)?.subEvent ?? null },
  { name: 'actor1', hxl: '#actor+first+name', cell: agentOf },
  { name: 'actor2', hxl: '#actor+second+name', cell: targetOf },
  { name: 'iso', hxl: '#country+code+v_iso2', cell: told => placeOf(told)?.country ?? null },
  { name: 'admin1', hxl: '#adm1+name', cell: told => placeOf(told)?.admin ?? null },
  { name: 'location', hxl: '#loc+name', cell: ({ event }) => event.place?.name ?? null },
  { name: 'latitude', hxl: '#geo+lat', cell: ({ event }) => event.place?.lat ?? null },
  { name: 'longitude', hxl: '#geo+lon', cell: ({ event }) => event.place?.lon ?? null },
  { name: 'geo_precision', hxl: '#geo+precision', cell: told => geoPrecision(told) },
  { name: 'source', hxl: '#meta+source', cell: outletsOf },
  { name: 'notes', hxl: '#description', cell: ({ claims, belief }) => wordsOf(claims, belief) },
  { name: 'fatalities', hxl: '#affected+killed', cell: fatalitiesOf },
  {
    name: 'timestamp',
    hxl: '#date+updated',
    cell: ({ claims }) =>
      claims
        .map(({ learned }) => learned)
        .sort()
        .at(-1) ?? null,
  },
  { name: 'fogline_type', hxl: '#event+code+v_fogline', cell: ({ event }) => event.type },
  { name: 'plover', hxl: '#event+code+v_plover', cell: ({ event }) => claimTypeRow(event.type).plover },
  { name: 'end_date', hxl: '#date+end', cell: ({ event }) => event.happened.end },
  { name: 'standing', hxl: '#event+status', cell: ({ standing }) => standing },
  { name: 'likelihood', hxl: '#meta+likelihood', cell: ({ belief }) => belief?.likelihood ?? null },
  { name: 'confidence', hxl: '#meta+confidence', cell: ({ belief }) => belief?.confidence ?? null },
  { name: 'credibility', hxl: '#meta+credibility+v_admiralty', cell: ({ belief }) => belief?.credibility ?? null },
  { name: 'origins', hxl: '#meta+origins', cell: ({ belief }) => belief?.origins ?? null },
  { name: 'claims', hxl: '#meta+claims+list', cell: told => idsOf(asserting(told)) },
  {
    name: 'denied_by',
    hxl: '#meta+denials+list',
    cell: ({ claims }) => idsOf(claims.filter(({ stance }) => stance === 'denies')),
  },
  { name: 'url', hxl: '#meta+url', cell: ({ event }, { base }) => deskLink(base, 'event', event.id) },
]

function geoPrecision(told: ToldEvent): number | null {
  const place = placeOf(told)
  return place === null ? null : ACLED_GEO_PRECISION[place.precision]
}

/** Names of the columns, in order, with their HXL hashtags: for the documentation. */
export const EVENT_COLUMNS: readonly { readonly name: string; readonly hxl: string }[] = COLUMNS

/** Events as CSV (RFC 4180): a row of ACLED's column names, a row of HXL hashtags, a row an event. */
export async function* eventsCsv(input: ExportInput): AsyncGenerator<string> {
  yield csvLine(COLUMNS.map(({ name }) => name))
  yield csvLine(COLUMNS.map(({ hxl }) => hxl))
  for await (const told of eachEvent(input)) yield csvLine(COLUMNS.map(({ cell }) => cell(told, input)))
}
