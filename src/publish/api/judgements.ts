import type { Instant, Judgement, RecordedClaim } from '#domain'
import { judgementStates } from '#domain'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import type { JudgementCard } from './schemas.ts'

/** Every judgement known at `asOf`, oldest first, with how it stood then: in force, taken back, or lost to a new reading. */
export async function judgementsKnown(ledger: Ledger, asOf: Instant | null): Promise<JudgementCard[]> {
  const judgements = await ledger.judgements({ asOf })
  return judgementStates(judgements, await claimsNear(ledger, judgements, asOf))
}

/** The claims of the reports that judgements name, and of those that took their place. */
async function claimsNear(ledger: Ledger, judgements: readonly Judgement[], asOf: Instant | null) {
  const found: RecordedClaim[] = []
  const articles = new Set(judgements.flatMap(({ claims }) => (claims ?? []).map(({ article }) => article)))
  const urls = new Set<string>()
  for (const id of articles) {
    found.push(...(await allRows(page => ledger.claims({ article: id, asOf, ...page }))))
    const url = (await ledger.article(id, { asOf }))?.url
    if (url) urls.add(url)
  }
  for (const url of urls) {
    for (const { id, revisionOf } of await allRows(page => ledger.articles({ url, asOf, ...page }))) {
      if (revisionOf !== null && articles.has(revisionOf) && !articles.has(id))
        found.push(...(await allRows(page => ledger.claims({ article: id, asOf, ...page }))))
    }
  }
  return found
}
