import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { CustomTypesConfig } from 'pg'
import { Pool, types } from 'pg'
import { InputError } from '#domain'
import { lockFolder } from './embedded/lock.ts'
import { makeFolder } from './embedded/make-folder.ts'
import { startPglite } from './embedded/pglite-thread.ts'
import type { LedgerOptions } from './ledger.ts'
import type { Tables } from './tables.ts'

/** A connection to the database under a ledger, whichever it is. */
export interface Database {
  readonly kind: 'embedded' | 'postgres'
  readonly where: string
  readonly db: Kysely<Tables>
  close(): Promise<void>
}

/** The folder of the embedded database inside a data folder. */
export const databaseFolder = (dataDir: string): string => join(dataDir, 'ledger')

/** Opens PGlite in the data folder, under the folder's lock. */
export async function openEmbedded(options: LedgerOptions): Promise<Database> {
  const folder = databaseFolder(options.dataDir)
  if (options.readOnly && !existsSync(folder)) {
    throw new InputError(
      `no ledger in ${options.dataDir} yet: record something first ("fogline ingest PATH") or set FOGLINE_DATA`,
    )
  }
  makeFolder(options.dataDir)
  const unlock = lockFolder(options.dataDir)
  try {
    if (!existsSync(folder)) await makeDatabase(folder, options.template ?? null)
    const thread = await startPglite(folder)
    // One connection is all PGlite has: a statement outside the transaction that is under way would wait for ever.
    const pool = new Pool({ ...thread.config, max: 1, idleTimeoutMillis: 0, types: PARSERS })
    return {
      kind: 'embedded',
      where: options.dataDir,
      db: overPool(pool),
      async close() {
        try {
          await pool.end()
        } finally {
          await thread.close().finally(unlock)
        }
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/**
 * Makes the embedded database aside and moves it to its place whole: one that was killed half-made would never open. The
 * thread that makes one holds 0.5 GB more memory than one that opens it, and ends here.
 */
async function makeDatabase(folder: string, template: string | null): Promise<void> {
  const begun = `${folder}.new`
  rmSync(begun, { recursive: true, force: true })
  if (template === null) await (await startPglite(begun)).close()
  else cpSync(template, begun, { recursive: true })
  renameSync(begun, folder)
}

/** PostgreSQL 15 brought what the queries use; older servers are refused rather than found out by a failing query. */
const OLDEST = 150_000

/** Connects to a PostgreSQL server. */
export async function openServer(databaseUrl: string, readOnly: boolean): Promise<Database> {
  const address = parseAddress(databaseUrl)
  const settings = ['-c timezone=UTC', ...(readOnly ? ['-c default_transaction_read_only=on'] : [])]
  const given = address.searchParams.get('options')
  address.searchParams.set('options', [...(given ? [given] : []), ...settings].join(' '))
  const pool = new Pool({
    connectionString: address.href,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'fogline',
    types: PARSERS,
  })
  const db = overPool(pool)
  const where = serverOf(databaseUrl)
  try {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`.execute(db)
    if (Number(rows[0]?.version) < OLDEST) {
      throw new InputError(`DATABASE_URL: expected PostgreSQL 15 or newer, found ${rows[0]?.version} at ${where}`)
    }
    return { kind: 'postgres', where, db, close: () => pool.end() }
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** Host and database of a server's address, without user and password; for messages. */
export function serverOf(databaseUrl: string): string {
  const address = parseAddress(databaseUrl)
  return `${address.hostname || 'localhost'}:${address.port || '5432'}${address.pathname}`
}

function parseAddress(databaseUrl: string): URL {
  const address = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null
  if (address?.protocol !== 'postgres:' && address?.protocol !== 'postgresql:') {
    // The address itself is not repeated: it may hold a password.
    throw new InputError('DATABASE_URL: expected postgres://user:password@host:5432/database, found something else')
  }
  return address
}

// Row numbers and counts stay far below 2^53; a day is a day, not a midnight of the host's time zone.
const PARSERS: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === types.builtins.INT8) return Number
    if (oid === types.builtins.DATE) return (text: string) => text
    return types.getTypeParser(oid, format as 'text')
  }) as CustomTypesConfig['getTypeParser'],
}

function overPool(pool: Pool): Kysely<Tables> {
  // A connection that breaks is told by the query under way or the next one, not by ending the process.
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
