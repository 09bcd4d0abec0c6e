import { type RawBuilder, sql } from 'kysely'
import type { Belief, Control, Figure, Instant } from '#domain'
import type { Revision, RevisionQuery, Revisions } from '../ledger.ts'
import type { Db, VersionedTable } from '../tables.ts'
import { checkAsOf } from './current.ts'

/** Rows of beliefs, of Fogline's own lines of control and of figures that took the place of others, oldest first. */
export async function listRevisions(db: Db, query: RevisionQuery): Promise<Revisions> {
  return {
    beliefs: await revisionsOf<Belief>(db, 'belief', query),
    control: await revisionsOf<Control>(db, 'control', query, sql`and b.claimant is null`),
    figures: await revisionsOf<Figure>(db, 'figure', query),
  }
}

async function revisionsOf<Row>(
  db: Db,
  table: VersionedTable,
  { asOf, from, to }: RevisionQuery,
  more: RawBuilder<unknown> = sql``,
): Promise<Revision<Row>[]> {
  const [moment, begin, end] = [checkAsOf(asOf), checkAsOf(from), checkAsOf(to)]
  const { rows } = await sql<{ was: Row; says: Row | null; said: Date; learned: Date }>`
    select b.body as was, t.body as says, b.learned as said, t.learned
    from ${sql.table(table)} as t join ${sql.table(table)} as b on b.row = t.replaces
    where b.body is not null ${more}
      and ${moment === null ? sql`true` : sql`t.learned <= ${moment}::timestamptz`}
      and ${begin === null ? sql`true` : sql`t.learned >= ${begin}::timestamptz`}
      and ${end === null ? sql`true` : sql`t.learned < ${end}::timestamptz`}
    order by t.row`.execute(db)
  return rows.map(({ was, says, said, learned }) => ({
    was,
    says,
    saidAt: said.toISOString() as Instant,
    at: learned.toISOString() as Instant,
  }))
}
