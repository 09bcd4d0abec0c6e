import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import { sha256 } from '#domain'
import type { Ledger, LedgerOptions } from '#ledger'
import { openLedger } from '#ledger'
import { at } from './ledger-fixtures.ts'

/** Runs one statement and gives its rows. */
export type Run = (sql: string) => Promise<readonly Record<string, unknown>[]>

/** A place for one ledger that nobody else uses. */
export interface Place {
  readonly options: LedgerOptions
  open(more?: Partial<LedgerOptions>): Promise<Ledger>
  /** SQL behind the ledger's back; the ledger must be closed. */
  behind(use: (run: Run) => Promise<void>): Promise<void>
  remove(): Promise<void>
}

/** What a ledger can live on. PostgreSQL takes part when TEST_DATABASE_URL names a server. */
export interface Engine {
  readonly name: 'embedded' | 'postgres'
  place(): Promise<Place>
}

const server = process.env['TEST_DATABASE_URL']

const placeOf = (options: LedgerOptions, rest: Pick<Place, 'behind' | 'remove'>): Place => ({
  options,
  open: more => openLedger({ ...options, ...more }),
  ...rest,
})

export const EMBEDDED: Engine = {
  name: 'embedded',
  async place() {
    const dataDir = mkdtempSync(join(tmpdir(), 'fogline-ledger-'))
    return placeOf(
      { dataDir, theatre: 'ukraine', now: () => at(0), template: await template() },
      {
        async behind(use) {
          const database = await PGlite.create(join(dataDir, 'ledger'))
          await use(async sql => (await database.query<Record<string, unknown>>(sql)).rows).finally(() =>
            database.close(),
          )
        },
        remove: async () => rmSync(dataDir, { recursive: true, force: true }),
      },
    )
  },
}

// A database for each place, not a schema: what makes a ledger looks through the names of its whole database, and fails
// when another test takes a schema away meanwhile.
const POSTGRES: Engine = {
  name: 'postgres',
  async place() {
    const name = `ledger_${randomUUID().replaceAll('-', '')}`
    await onServer(server, run => run(`create database ${name} template template0`))
    const address = new URL(server ?? '')
    address.pathname = name
    return placeOf(
      { dataDir: '', databaseUrl: address.href, theatre: 'ukraine', now: () => at(0) },
      {
        behind: use => onServer(address.href, use),
        remove: () => onServer(server, run => run(`drop database ${name} with (force)`)),
      },
    )
  },
}

async function onServer(url: string | undefined, use: (run: Run) => Promise<unknown>): Promise<void> {
  const client = new Client(url)
  await client.connect()
  try {
    await use(async sql => (await client.query<Record<string, unknown>>(sql)).rows)
  } finally {
    await client.end()
  }
}

/** The engines this run can test. */
export const ENGINES: readonly Engine[] = server ? [EMBEDDED, POSTGRES] : [EMBEDDED]

/** A new database with the newest schema, made once for all test files and kept until schema or database change. */
async function template(): Promise<string> {
  const sources = [
    ...readdirSync('src/ledger/migrations').map(name => join('src/ledger/migrations', name)),
    'node_modules/@electric-sql/pglite/package.json',
  ]
  const key = sha256(sources.map(path => readFileSync(path, 'utf8')).join('\n')).slice(0, 12)
  const cache = join('node_modules', '.cache', 'fogline')
  const folder = join(cache, `ledger-${key}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const dataDir = mkdtempSync(join(cache, 'new-'))
  await (await openLedger({ dataDir, now: () => at(0) })).close()
  try {
    renameSync(join(dataDir, 'ledger'), folder)
  } catch (error) {
    // Another test file was quicker; its folder is as good.
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
  return folder
}
