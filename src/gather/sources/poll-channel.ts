import { InputError } from '#domain'
import { gatherDrafts } from '../gather-drafts.ts'
import type { Gathered } from '../gathered.ts'
import { readAnswer } from '../read-answer.ts'
import { bodyOf } from './fetch-pages.ts'
import { markOf } from './marks.ts'
import type { PollContext, Polled } from './polled.ts'
import { isChannelPage, readChannel } from './read-channel.ts'

/** A channel that posted more than this many pages (some 20 posts each) between two askings has lost its oldest; that is said. */
const MOST_PAGES = 15

/** Asks a channel's public page, and the pages before it until a post is known. The first time, the newest page alone. */
export async function pollChannel(context: PollContext): Promise<Polled> {
  const { subscription, source, poll, client, onProblem } = context
  const { address, allowHosts } = subscription
  const seen = new Set(poll.seen)
  const gathered: Gathered[] = []
  const marks: string[] = []
  let next: string | null = address
  for (let pages = 0; next !== null; pages += 1) {
    if (pages === MOST_PAGES) {
      onProblem(`${address}: more than ${MOST_PAGES} pages of new posts; those before were not fetched.`)
      break
    }
    const answer = await client.get(next, { allowHosts })
    const text = readAnswer(answer).text()
    if (!isChannelPage(text))
      throw new InputError(`${answer.url}: expected a channel's public page, found another; it may be closed or gone.`)
    const { drafts, earlier } = readChannel(text, answer.url)
    const fresh = drafts.filter(draft => !seen.has(markOf(draft))).map(draft => ({ ...draft, outlet: source.name }))
    gathered.push(...(fresh.length > 0 ? gatherDrafts(fresh, answer.body, bodyOf(answer, context)) : []))
    marks.push(...drafts.map(markOf))
    next = poll.lastGood !== null && fresh.length === drafts.length && !context.signal?.aborted ? earlier : null
  }
  // Posts of earlier askings are kept in mind, so that one edited long after is not taken for the edge of the known.
  const remembered = [...new Set([...marks, ...poll.seen])].slice(0, 400)
  return { gathered, entries: marks.length, deferred: 0, seen: remembered, etag: null, lastModified: null }
}
