import { parse } from 'yaml'
import { z } from 'zod'
import { CLAIM_TYPES, InputError, MEASURES, PLACE_PRECISIONS, SOURCE_KINDS } from '#domain'

/**
 * One way to find a value in a row; of several the first that gives one counts. `column` alone: the cell as it stands; with
 * `is`: what the table says of the cell (`prefix`: of its longest beginning that the table has); `flags`: of the first of the
 * columns that holds 1; `always`: this.
 */
const pick = <Value extends z.ZodType>(value: Value) =>
  z.array(
    z.union([
      z.strictObject({ column: z.string(), is: z.record(z.string(), value), prefix: z.boolean().optional() }),
      z.strictObject({ column: z.string() }),
      z.strictObject({ flags: z.record(z.string(), value) }),
      z.strictObject({ always: value }),
    ]),
  )

const word = z.string().min(1).max(200)
const spread = z.union([z.number().int().min(0).max(400), z.literal('month'), z.literal('year')])

/** A mapping file: how a table of events becomes claims. `docs/event-imports.md` says what each part means. */
export const eventFormatSchema = z.strictObject({
  source: z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected a slug such as acled'),
    name: word,
    kind: z.enum(SOURCE_KINDS).default('organisation'),
    camp: word.default('third-party'),
    url: z.url().nullable().default(null),
  }),
  confidence: z.number().min(0).max(1),
  /** The mark between columns; absent: the one that stands most often in the first line. */
  delimiter: z.string().length(1).optional(),
  /** Names of the columns, of a table without a head. */
  columns: z.array(word).optional(),
  row: word,
  /** The column of the row's own words; absent: there are none, and its cells are its words. */
  words: word.optional(),
  link: word.optional(),
  published: word.optional(),
  time: z.strictObject({
    start: word,
    end: word.optional(),
    /** Days around `start` that a value of the column stands for, either way; or the month or year `start` lies in. */
    precision: z.strictObject({ column: word, is: z.record(z.string(), spread) }).optional(),
  }),
  type: pick(z.enum(CLAIM_TYPES)),
  agent: pick(word).default([]),
  target: pick(word).default([]),
  place: z.strictObject({
    name: word,
    lat: word.optional(),
    lon: word.optional(),
    /** The column of the first-order region: where the place is no point, it is the place. */
    admin: word.optional(),
    country: pick(word).default([]),
    precision: pick(z.enum(PLACE_PRECISIONS)).default([{ always: 'point' }]),
  }),
  figures: z
    .array(z.strictObject({ measure: z.enum(MEASURES), value: word, low: word.optional(), high: word.optional() }))
    .default([]),
  /** Further columns that stand in the report's text. */
  shown: z.array(word).default([]),
})

export type EventFormat = z.infer<typeof eventFormatSchema>
export type Pick<Value> = (
  | { readonly column: string; readonly is: Readonly<Record<string, Value>>; readonly prefix?: boolean | undefined }
  | { readonly column: string }
  | { readonly flags: Readonly<Record<string, Value>> }
  | { readonly always: Value }
)[]

/** A mapping file's text as a mapping. Throws `InputError` that names the first part that is not as expected. */
export function readEventFormat(text: string, name: string): EventFormat {
  let given: unknown
  try {
    given = parse(text)
  } catch (cause) {
    throw new InputError(`${name}: expected YAML, found none that can be read`, { cause })
  }
  const result = eventFormatSchema.safeParse(given)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new InputError(`${name}: ${issue?.path.join('.') || 'mapping'}: ${issue?.message}`)
}

type Row = ReadonlyMap<string, string>

/** What a pick finds in a row; null: nothing. Without a table a cell is given as it stands (`asCell`), where one may. */
export function picked<Value>(
  picks: Pick<Value>,
  row: Row,
  asCell: ((cell: string) => Value | null) | null,
): Value | null {
  for (const pick of picks) {
    const found = pickedBy(pick, row, asCell)
    if (found !== null) return found
  }
  return null
}

function pickedBy<Value>(
  pick: Pick<Value>[number],
  row: Row,
  asCell: ((cell: string) => Value | null) | null,
): Value | null {
  if ('always' in pick) return pick.always
  if ('flags' in pick) {
    const flag = Object.keys(pick.flags).find(column => Number(row.get(column)) === 1)
    return flag === undefined ? null : (pick.flags[flag] ?? null)
  }
  const cell = row.get(pick.column) ?? ''
  if (cell === '') return null
  if (!('is' in pick)) return asCell ? asCell(cell) : null
  if (!pick.prefix) return Object.hasOwn(pick.is, cell) ? (pick.is[cell] ?? null) : null
  const longest = Object.keys(pick.is)
    .filter(key => cell.startsWith(key))
    .sort((a, b) => b.length - a.length)[0]
  return longest === undefined ? null : (pick.is[longest] ?? null)
}

/** The columns a mapping names. */
export function columnsNamed(format: EventFormat): readonly string[] {
  const ofPick = (picks: Pick<unknown>): string[] =>
    picks.flatMap(pick => ('column' in pick ? [pick.column] : 'flags' in pick ? Object.keys(pick.flags) : []))
  const { time, place, figures } = format
  const named = [
    format.row,
    time.start,
    time.end,
    time.precision?.column,
    ...ofPick(format.type),
    ...ofPick(format.agent),
    ...ofPick(format.target),
    place.name,
    place.admin,
    ...ofPick(place.country),
    place.lat,
    place.lon,
    ...ofPick(place.precision),
    ...figures.flatMap(({ value, low, high }) => [value, low, high]),
    ...format.shown,
  ]
  return [...new Set(named.filter(column => column !== undefined))]
}
