/** Writes the list of the ledger's tables in docs/schema.md from a new ledger. Run: `npx tsx --conditions=development scripts/schema.ts` */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import type { Instant } from '#domain'
import { groupBy } from '#kit'
import { openLedger } from '#ledger'

export const SCHEMA_DOC = 'docs/schema.md'
const [BEGIN, END] = ['<!-- generated: schema -->', '<!-- end generated -->'] as const

interface Column {
  readonly table: string
  readonly comment: string | null
  readonly column: string
  readonly type: string
  readonly required: boolean
}
interface Index {
  readonly table: string
  readonly definition: string
}

const COLUMNS = `
  select c.relname as table, obj_description(c.oid) as comment, a.attname as column,
    replace(format_type(a.atttypid, a.atttypmod), 'timestamp with time zone', 'timestamptz') as type, a.attnotnull as required
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and c.relname not like 'migration%'
  order by c.oid, a.attnum`
const INDEXES = `
  select tablename as table, indexdef as definition from pg_indexes where schemaname = 'public' order by indexname`

/** The generated part of the page: every table of a new ledger with its columns and indexes, in Markdown. */
export async function renderSchema(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fogline-schema-'))
  await (await openLedger({ dataDir, now: () => '2024-01-01T00:00:00.000Z' as Instant })).close()
  const database = await PGlite.create(join(dataDir, 'ledger'))
  const columns = (await database.query<Column>(COLUMNS)).rows
  const indexes = (await database.query<Index>(INDEXES)).rows
  await database.close()
  rmSync(dataDir, { recursive: true })
  return [...groupBy(columns, ({ table }) => table)].map(([table, own]) => section(table, own, indexes)).join('\n')
}

function section(table: string, columns: readonly Column[], indexes: readonly Index[]): string {
  const list = columns.map(({ column, type, required }) => `\`${column}\` ${type}${required ? '' : '?'}`)
  const found = indexes.filter(index => index.table === table).map(index => `\`${short(index.definition)}\``)
  return `### ${table}\n\n${columns[0]?.comment ?? ''}\n\nColumns: ${list.join(', ')}.\n\nIndexes: ${found.join(', ')}.\n`
}

/** `CREATE UNIQUE INDEX claim_id ON public.claim USING btree (id, row)` → `unique (id, row)`. */
const short = (definition: string): string =>
  definition.replace(
    /^CREATE (UNIQUE )?INDEX \w+ ON \S+ USING (\w+) (.*)$/,
    (_, unique?: string, method?: string, on?: string) =>
      `${unique ? 'unique ' : ''}${method === 'btree' ? '' : `${method} `}${on?.replaceAll('"', '')}`,
  )

/** The page with the generated part put between its marks. */
export function withSchema(page: string, schema: string): string {
  const [before, rest] = page.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined)
    throw new Error(`${SCHEMA_DOC}: expected the marks ${BEGIN} and ${END}`)
  return `${before}${BEGIN}\n\n${schema}\n${END}${after}`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(SCHEMA_DOC, withSchema(readFileSync(SCHEMA_DOC, 'utf8'), await renderSchema()))
}
