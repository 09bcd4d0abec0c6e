import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { RecordedClaim } from '#domain'
import { type ExportInput, eachClaimInReport } from './export-input.ts'

type Cell = string | number | boolean | Date | null
interface Column {
  readonly name: string
  readonly type: BasicType
  readonly cell: (claim: RecordedClaim, url: string | null) => Cell
}

const text = (name: string, cell: Column['cell']): Column => ({ name, type: 'STRING', cell })
const placeOf = ({ places }: RecordedClaim) => places.find(({ role }) => role === 'at') ?? places[0] ?? null

/** One row a claim; lists (places, figures, chain) as JSON text, since tools differ most on nested columns. */
const COLUMNS: readonly Column[] = [
  text('id', ({ id }) => id),
  text('type', ({ type }) => type),
  text('stance', ({ stance }) => stance),
  text('certainty', ({ certainty }) => certainty),
  text('certainty_words', ({ certaintyWords }) => certaintyWords),
  text('text', claim => claim.text),
  text('holder', ({ holder }) => holder.name),
  text('holder_id', ({ holder }) => holder.id),
  text('holder_kind', ({ holder }) => holder.kind),
  text('holder_camp', ({ holder }) => holder.camp),
  text('agent', ({ agent }) => agent),
  text('target', ({ target }) => target),
  text('place', claim => placeOf(claim)?.name ?? null),
  text('place_id', claim => placeOf(claim)?.id ?? null),
  { name: 'latitude', type: 'DOUBLE', cell: claim => placeOf(claim)?.lat ?? null },
  { name: 'longitude', type: 'DOUBLE', cell: claim => placeOf(claim)?.lon ?? null },
  text('place_precision', claim => placeOf(claim)?.precision ?? null),
  text('happened_start', ({ time }) => time.start),
  text('happened_end', ({ time }) => time.end),
  text('tense', ({ time }) => time.tense),
  { name: 'said', type: 'TIMESTAMP', cell: ({ said }) => new Date(said) },
  { name: 'learned', type: 'TIMESTAMP', cell: ({ learned }) => new Date(learned) },
  { name: 'against_interest', type: 'BOOLEAN', cell: ({ againstInterest }) => againstInterest },
  { name: 'reading_confidence', type: 'DOUBLE', cell: ({ confidence }) => confidence },
  text('figures', ({ figures }) => JSON.stringify(figures)),
  text('places', ({ places }) => JSON.stringify(places)),
  text('chain', ({ chain }) => JSON.stringify(chain)),
  text('article', ({ article }) => article),
  text('url', (_, url) => url),
  text('outlet', ({ outlet }) => outlet),
  text('source', ({ source }) => source),
  text('family', ({ family }) => family),
  text('reliability', ({ reliability }) => reliability),
  text('copy_of', ({ copyOf }) => copyOf),
  { name: 'span_start', type: 'INT32', cell: ({ span }) => span[0] },
  { name: 'span_end', type: 'INT32', cell: ({ span }) => span[1] },
]

/** Claims of one row group: as many are in memory at once. */
const GROUP = 5000

/** Claims as a Parquet file, row group after row group. */
export async function* claimsParquet(input: ExportInput): AsyncGenerator<Uint8Array> {
  const columns = COLUMNS.map(({ name, type }) => ({ name, type, data: [], nullable: true }))
  const writer = new ByteWriter()
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columns }),
    createdBy: 'fogline',
  })
  let group: Cell[][] = COLUMNS.map(() => [])
  const flush = async (): Promise<Uint8Array> => {
    await file.write({
      columnData: COLUMNS.map(({ name }, at) => ({ name, data: group[at] ?? [] })),
      rowGroupSize: GROUP,
    })
    group = COLUMNS.map(() => [])
    return take(writer)
  }
  for await (const { claim, article } of eachClaimInReport(input)) {
    COLUMNS.forEach(({ cell }, at) => group[at]?.push(cell(claim, article?.url ?? null)))
    if (group[0]?.length === GROUP) yield await flush()
  }
  if (group[0]?.length) yield await flush()
  await file.finish()
  yield take(writer)
}

/** The bytes written since the last call; the writer goes on counting from the file's beginning. */
function take(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}
