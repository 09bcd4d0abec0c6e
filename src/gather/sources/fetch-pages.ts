import { InputError, type Note } from '#domain'
import { nameOf } from '../fetch-articles.ts'
import { gatherDrafts } from '../gather-drafts.ts'
import type { Draft, Gathered } from '../gathered.ts'
import { readAnswer } from '../read-answer.ts'
import { readDrafts } from '../read-drafts.ts'
import { readMoment } from '../read-moment.ts'
import type { FetchedBody } from '../web/fetch-body.ts'
import { FetchError } from '../web/fetch-error.ts'
import type { PollContext } from './polled.ts'

/** How long an entry waits for a page that does not answer before its summary is taken instead. */
const PATIENCE_MS = 6 * 3_600_000

/** What came of the pages of some entries. */
export interface FetchedPages {
  readonly gathered: readonly Gathered[]
  /** Entries whose page could not be had and will not be: they are reports as they stand, with a Note. */
  readonly kept: readonly Draft[]
  /** Entries left for the next time. */
  readonly deferred: readonly Draft[]
}

/** What an answer gathers its reports with: where it came from, and what the transport said. */
export const bodyOf = (
  { url, status, etag, lastModified, contentType, headers }: FetchedBody,
  context: PollContext,
) => ({
  path: url,
  name: nameOf(url),
  now: context.now,
  sources: [context.source, ...context.sources],
  defaultOutlet: null,
  origin: { url, status, etag, lastModified, contentType, headers },
})

/** Fetches the page of each entry, one after the other, politely. `own` settles whose report the page is. */
export async function fetchPages(
  entries: readonly Draft[],
  own: (draft: Draft) => Draft,
  context: PollContext,
): Promise<FetchedPages> {
  const gathered: Gathered[] = []
  const [kept, deferred]: [Draft[], Draft[]] = [[], []]
  for (const entry of entries) {
    if (context.signal?.aborted) {
      deferred.push(entry)
      continue
    }
    try {
      const found = await fetchPage(entry, own, context)
      if (found === null) kept.push(entry)
      else gathered.push(...found)
    } catch (error) {
      if (context.signal?.aborted || (canWait(error) && isYoung(entry, context))) deferred.push(entry)
      else if (error instanceof InputError) kept.push(withNote(entry, error.message))
      else throw error
    }
  }
  return { gathered, kept, deferred }
}

const canWait = (error: unknown): boolean => error instanceof FetchError && error.isPassing

function isYoung({ publishedAt }: Draft, { now, poll }: PollContext): boolean {
  const published = readMoment(publishedAt ?? '')
  const since = published ?? poll.lastGood ?? now
  return Date.parse(now) - Date.parse(since) < PATIENCE_MS
}

const withNote = (entry: Draft, why: string): Draft => {
  const note: Note = { rule: 'page-not-fetched', reason: `Only the feed's words are here: ${why}`, span: null }
  return { ...entry, notes: [...entry.notes, note] }
}

/** The reports of an entry's page; null where the page says no more than the entry does (a cookie wall, a paywall). */
async function fetchPage(entry: Draft, own: (draft: Draft) => Draft, context: PollContext): Promise<Gathered[] | null> {
  const { allowHosts } = context.subscription
  const answer = await context.client.get(entry.url ?? '', { allowHosts })
  const { kind, charset } = readAnswer(answer)
  if (kind === 'feed') throw new InputError(`${answer.url}: expected a page, found a feed.`)
  const origin = { name: answer.url, url: answer.url, charset, onProblem: context.onProblem }
  const drafts = await readDrafts(kind, answer.body, origin)
  const words = drafts.reduce((sum, { text }) => sum + text.length, 0)
  if (words < entry.text.length) return null
  return gatherDrafts(
    drafts.map(draft => own(drafts.length === 1 ? merged(entry, draft, answer.url) : draft)),
    answer.body,
    bodyOf(answer, context),
  )
}

/** The page speaks first; what it does not say, the entry may. */
const merged = (entry: Draft, page: Draft, url: string): Draft => ({
  ...page,
  url: page.url ?? url,
  title: page.title ?? entry.title,
  outlet: page.outlet ?? entry.outlet,
  byline: page.byline ?? entry.byline,
  language: page.language ?? entry.language,
  publishedAt: page.publishedAt ?? entry.publishedAt,
  editedAt: page.editedAt ?? entry.editedAt,
  notes: [...entry.notes, ...page.notes],
})
