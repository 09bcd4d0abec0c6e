import { familyOf, type Instant } from '#domain'
import { found } from './cards.ts'
import type { ClaimGist, Desk } from './knowledge.ts'
import type { SourceCard } from './schemas.ts'

const RECENT = 30

/** One source: what it publishes, how much of it is copied, whom it quotes, how it is asked. Throws `NotFoundError`. */
export async function sourceCard(desk: Desk, id: string, asOf: Instant): Promise<SourceCard> {
  const { ledger } = desk
  const source = found(
    (await ledger.sources({ asOf })).find(each => each.id === id),
    'source',
    id,
  )
  const gists = (await desk.gists(asOf)).filter(gist => gist.source === id)
  const health = (await ledger.register.health(desk.now())).filter(each => each.source === id)
  return {
    asOf,
    source,
    counts: {
      claims: gists.length,
      copied: gists.filter(({ isCopy }) => isCopy).length,
      ownVoice: gists.filter(({ holder }) => holder === source.name).length,
    },
    families: tally(gists, ({ type }) => familyOf(type)),
    quotes: tally(
      gists.filter(({ holder }) => holder !== source.name),
      ({ holder }) => holder,
    ).slice(0, 12),
    camps: tally(gists, ({ camp }) => camp),
    days: tally(gists, ({ day }) => day).sort((a, b) => (a.name < b.name ? -1 : 1)),
    recent: (await ledger.claims({ source: id, asOf, limit: RECENT })).rows,
    subscriptions: health,
  }
}

/** How many fall under each name, the most first. */
function tally(gists: readonly ClaimGist[], nameOf: (gist: ClaimGist) => string): { name: string; claims: number }[] {
  const counts = new Map<string, number>()
  for (const gist of gists) counts.set(nameOf(gist), (counts.get(nameOf(gist)) ?? 0) + 1)
  return [...counts]
    .map(([name, claims]) => ({ name, claims }))
    .sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1))
}
