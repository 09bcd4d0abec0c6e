import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { type ArticleId, InputError, type Instant } from '#domain'
import { compareTexts } from '#kit'
import { articleHead, found } from './cards.ts'
import type { Desk } from './knowledge.ts'
import { asOfQuery, idParam } from './params.ts'
import { cardRoute } from './route.ts'
import { type ArticleChanges, articleChangesSchema } from './schemas.ts'

const ROUTE = cardRoute({
  path: '/articles/{id}/changes',
  summary: 'What a report changed in the words of its earlier edition, or of the report it copies',
  params: idParam,
  query: asOfQuery.extend({
    with: z.string().min(1).max(200).optional().openapi({ description: 'Compare with this report instead.' }),
  }),
  answer: articleChangesSchema,
})

/** Adds the route that shows what an edition changed. */
export function addArticleChanges(api: OpenAPIHono, desk: Desk): void {
  api.openapi(ROUTE, async c => {
    const query = c.req.valid('query')
    return c.json(await changesOf(desk, c.req.valid('param').id, query.with ?? null, await desk.asOf(query.asOf)), 200)
  })
}

async function changesOf(
  { ledger }: Desk,
  id: ArticleId,
  other: ArticleId | null,
  asOf: Instant,
): Promise<ArticleChanges> {
  const later = found(await ledger.article(id, { asOf }), 'article', id)
  const before = other ?? later.revisionOf ?? later.copyOf
  if (before === null)
    throw new InputError(`with: expected a report to compare ${id} with, for it is neither a later edition nor a copy`)
  const earlier = found(await ledger.article(before, { asOf }), 'article', before)
  return {
    asOf,
    earlier: articleHead(earlier),
    later: articleHead(later),
    changes: compareTexts(earlier.text, later.text),
  }
}
