import { sql } from 'kysely'
import type { Instant } from '#domain'
import type { Db } from '../tables.ts'

const PAGE = 200

interface JournalRow {
  readonly row: number
  readonly kind: 'source' | 'subscription' | 'outage' | 'raw' | 'article' | 'judgement'
  readonly id: string
  readonly learned: Date
  readonly record: unknown
  readonly gzip: string | null
}

/** Everything that cannot be made again, as lines of a journal, in the order it was recorded. */
export async function* journalLines(db: Db): AsyncGenerator<object> {
  for (let after = 0; ; ) {
    const rows = await pageOf(db, after)
    for (const row of rows) yield lineOf(row)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.row
  }
}

async function pageOf(db: Db, after: number): Promise<readonly JournalRow[]> {
  const versioned = (['source', 'subscription', 'outage', 'article'] as const).map(
    table => sql`(select row, ${sql.lit(table)} as kind, id, learned, body as record, null as gzip
      from ${sql.table(table)} where row > ${after} order by row limit ${PAGE})`,
  )
  const raw = sql`(select r.row, 'raw' as kind, r.id, r.learned, r.body as record, encode(c.body, 'base64') as gzip
    from raw_item as r join capture as c on c.sha256 = r.sha256 where r.row > ${after} order by r.row limit ${PAGE})`
  const judged = sql`(select row, 'judgement' as kind, id, learned, body as record, null as gzip
    from judgement where row > ${after} order by row limit ${PAGE})`
  const { rows } = await sql<JournalRow>`
    select * from (${sql.join([...versioned, raw, judged], sql` union all `)}) as lines order by row limit ${PAGE}`.execute(
    db,
  )
  return rows
}

function lineOf({ kind, id, learned, record, gzip }: JournalRow): object {
  const at = learned.toISOString() as Instant
  // `encode` breaks its lines as MIME does.
  if (kind === 'raw') return { learned: at, raw: record, body: (gzip ?? '').replace(/\s/g, '') }
  if (kind === 'subscription' && record === null) return { learned: at, removed: id }
  return { learned: at, [kind]: record }
}
