import type { Kysely } from 'kysely'
import { Migrator, sql } from 'kysely'
import { InputError } from '#domain'
import { MIGRATIONS, SCHEMA } from './migrations/index.ts'
import type { Tables } from './tables.ts'

/**
 * Brings the tables up to the newest schema; each migration and its record share one transaction. Throws `InputError` for
 * a ledger written by a newer Fogline, and for one that would have to be changed though it is opened for reading only.
 */
export async function migrate(db: Kysely<Tables>, options: { readonly readOnly: boolean }): Promise<void> {
  const found = await schemaOf(db)
  if (found > SCHEMA) {
    throw new InputError(`the ledger has schema ${found}, this Fogline knows up to ${SCHEMA}: upgrade Fogline`)
  }
  if (await hasAll(db)) return
  if (options.readOnly) {
    throw new InputError(
      found === 0
        ? 'no ledger there yet: record something first ("fogline ingest PATH"), or correct FOGLINE_DATA or DATABASE_URL'
        : `the ledger has schema ${found}, this Fogline needs ${SCHEMA}: open it once for writing ("fogline run")`,
    )
  }
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    migrationTableName: 'migration',
    // Two branches of work may publish theirs in either order; each is sound on its own.
    allowUnorderedMigrations: true,
    migrationLockTableName: 'migration_lock',
    // Without it a ledger in another schema of the same database would be taken for this one.
    migrationTableSchema: await currentSchema(db),
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** True where no migration is left to be made, an older one that was published later included. */
async function hasAll(db: Kysely<Tables>): Promise<boolean> {
  if ((await schemaOf(db)) === 0) return false
  const made = new Set((await db.selectFrom('migration').select('name').execute()).map(({ name }) => name))
  return Object.keys(MIGRATIONS).every(name => made.has(name))
}

/** The number of the newest migration the ledger has had; 0: none, there is no ledger yet. */
export async function schemaOf(db: Kysely<Tables>): Promise<number> {
  const table = await sql<{ found: boolean }>`select to_regclass('migration') is not null as found`.execute(db)
  if (!table.rows[0]?.found) return 0
  const newest = await db.selectFrom('migration').select('name').orderBy('name', 'desc').limit(1).executeTakeFirst()
  return Number.parseInt(newest?.name ?? '0', 10)
}

async function currentSchema(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db)
  const name = rows[0]?.name
  if (!name) throw new InputError('DATABASE_URL: the search_path names no schema that exists; create one or correct it')
  return name
}
