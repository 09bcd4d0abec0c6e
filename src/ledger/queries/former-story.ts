import { sql } from 'kysely'
import type { Instant, Story, StoryId } from '#domain'
import type { AsOf, FormerStory } from '../ledger.ts'
import type { Db } from '../tables.ts'
import { checkAsOf, storableText } from './current.ts'

/** A story that stands no more, as it last stood, and since when; null for one that stands or never did. */
export async function findFormerStory(db: Db, id: StoryId, { asOf }: AsOf): Promise<FormerStory | null> {
  const moment = checkAsOf(asOf)
  const { rows } = await sql<{ body: Story | null; learned: Date }>`
    select body, learned from story where id = ${storableText(id)}
      and (${moment}::timestamptz is null or learned <= ${moment}::timestamptz) order by row desc limit 2`.execute(db)
  const [withdrawn, last] = rows
  if (!withdrawn || withdrawn.body !== null || !last?.body) return null
  return { story: last.body, until: withdrawn.learned.toISOString() as Instant }
}
