import { gatherDrafts } from '../gather-drafts.ts'
import { readAnswer } from '../read-answer.ts'
import { readDrafts } from '../read-drafts.ts'
import { bodyOf } from './fetch-pages.ts'
import { markOf } from './marks.ts'
import { ownDrafts } from './own-drafts.ts'
import { type PollContext, type Polled, unchanged } from './polled.ts'

/** Asks one page that is itself the report; other words at its address are a later edition. */
export async function pollPage(context: PollContext): Promise<Polled> {
  const { subscription, source, poll, client, onProblem } = context
  const { address, allowHosts } = subscription
  const answer = await client.get(address, { allowHosts, etag: poll.etag, lastModified: poll.lastModified })
  if (answer.notModified) return unchanged(poll)
  const { kind, charset } = readAnswer(answer)
  const drafts = await readDrafts(kind, answer.body, { name: answer.url, url: answer.url, charset, onProblem })
  const own = ownDrafts(drafts, source, subscription)
  const seen = new Set(poll.seen)
  const fresh = drafts.filter(draft => !seen.has(markOf(draft))).map(own)
  return {
    gathered: fresh.length > 0 ? gatherDrafts(fresh, answer.body, bodyOf(answer, context)) : [],
    entries: drafts.length,
    deferred: 0,
    seen: drafts.map(markOf),
    etag: answer.etag,
    lastModified: answer.lastModified,
  }
}
