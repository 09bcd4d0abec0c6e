import { InputError } from '#domain'
import { feedDrafts } from '../feeds/feed-drafts.ts'
import { parseFeed } from '../feeds/parse-feed.ts'
import { gatherDrafts } from '../gather-drafts.ts'
import type { Draft } from '../gathered.ts'
import { readAnswer } from '../read-answer.ts'
import type { FetchedBody } from '../web/fetch-body.ts'
import { bodyOf, fetchPages } from './fetch-pages.ts'
import { markOf } from './marks.ts'
import { ownDrafts } from './own-drafts.ts'
import { type PollContext, type Polled, unchanged } from './polled.ts'

/** An entry with a text below this many characters, or one that breaks off, is a summary. */
const SUMMARY = 1000
const isSummary = ({ text }: Draft): boolean =>
  text.length < SUMMARY || /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*\]?\s*$/.test(text)

/** Asks a feed. Every entry that was not there the last time is taken, however many; summaries are made whole from their pages. */
export async function pollFeed(context: PollContext): Promise<Polled> {
  const { subscription, source, poll, client } = context
  const { address, allowHosts, full } = subscription
  const answer = await client.get(address, { allowHosts, etag: poll.etag, lastModified: poll.lastModified })
  if (answer.notModified) return unchanged(poll)
  const all = draftsOf(answer)
  const own = ownDrafts(all, source, subscription)
  const seen = new Set(poll.seen)
  const fresh = all.filter(draft => !seen.has(markOf(draft)))
  const wantsPage = (draft: Draft): boolean => full && draft.url !== null && isSummary(draft)
  const pages = await fetchPages(fresh.filter(wantsPage), own, context)
  const asTheyAre = [...fresh.filter(draft => !wantsPage(draft)), ...pages.kept].map(own)
  const left = new Set(pages.deferred.map(markOf))
  return {
    gathered: [...gatherDrafts(asTheyAre, answer.body, bodyOf(answer, context)), ...pages.gathered],
    entries: all.length,
    deferred: left.size,
    seen: all.map(markOf).filter(mark => !left.has(mark)),
    // What is left over must be in the next answer, so the next answer must be whole.
    etag: left.size > 0 ? null : answer.etag,
    lastModified: left.size > 0 ? null : answer.lastModified,
  }
}

/** The entries of a feed; none is an answer too. Throws InputError where the answer is no feed: a page in its place is an error, not silence. */
function draftsOf(answer: FetchedBody): Draft[] {
  const { kind, text: textOfAnswer } = readAnswer(answer)
  if (kind !== 'feed' && kind !== 'json')
    throw new InputError(
      `${answer.url}: expected a feed, found a ${kind}; it may have moved, or asks for consent first.`,
    )
  const text = textOfAnswer()
  return parseFeed(text, answer.url).items.length === 0 ? [] : feedDrafts(text, answer.url)
}
