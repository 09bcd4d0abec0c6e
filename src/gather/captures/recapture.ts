import { type Article, type ArticleId, InputError, type Note, type RawItem, type Source } from '#domain'
import { columnsOfType } from '../files/lists/csv-blocks.ts'
import type { Draft } from '../gathered.ts'
import { makeArticle } from '../make-article.ts'
import { readAnswer } from '../read-answer.ts'
import { readDrafts } from '../read-drafts.ts'
import { isChannelPage, readChannel } from '../sources/read-channel.ts'
import { throughAggregator } from '../through-aggregator.ts'

/** The rule of the Note that marks a revision as Fogline's own: the outlet changed nothing. */
export const RECAPTURED = 'recaptured'

/** A capture and the reports that were read from it. */
export interface Kept {
  readonly raw: RawItem
  readonly body: Uint8Array
  readonly articles: readonly Article[]
  readonly source: Source
}

/** What a second reading of a capture gave. */
export interface Reread {
  /** Articles whose words, title or dates came out otherwise; each is a revision of the one it takes the place of. */
  readonly changed: readonly Article[]
  readonly same: number
  /** Articles that the new reading does not find; they stay as they are. */
  readonly notFound: readonly ArticleId[]
}

/**
 * Reads a capture again with today's extractor, offline. A report that comes out with other words is a new edition by
 * us, with a Note that says so. Throws InputError where the capture can no longer be read at all.
 */
export async function recapture({ raw, body, articles, source }: Kept): Promise<Reread> {
  const drafts = await draftsOf(raw, body)
  const changed: Article[] = []
  const notFound: ArticleId[] = []
  let same = 0
  for (const article of articles) {
    const found = draftsFor(article, articles, drafts)
    if (found.length === 0) notFound.push(article.id)
    const anew = found.map(draft => articleOf(draft, article, raw, source))
    const differing = anew.filter(made => differs(made, article))
    changed.push(...differing)
    if (found.length > 0 && differing.length === 0) same += 1
  }
  return { changed, same, notFound }
}

async function draftsOf(raw: RawItem, body: Uint8Array): Promise<readonly Draft[]> {
  const name = raw.url ?? raw.id
  const { kind, charset, text } = readAnswer({ body, contentType: raw.contentType, url: name })
  if (kind === 'page' && isChannelPage(text())) return readChannel(text(), name).drafts
  const problems: string[] = []
  const columns = columnsOfType(raw.contentType)
  const onProblem = (line: string): number => problems.push(line)
  const drafts = await readDrafts(kind, body, { name, url: raw.url, charset, columns, onProblem })
  if (drafts.length === 0) throw new InputError(`${name}: ${problems[0] ?? 'nothing in it can be read'}.`)
  return drafts.map(draft => throughAggregator(draft, raw.url))
}

/** The drafts that tell what an article told: of a capture of one report all of them, of a list those at its address, else of its title. */
function draftsFor(article: Article, all: readonly Article[], drafts: readonly Draft[]): readonly Draft[] {
  if (all.length === 1 && (drafts.length === 1 || article.url === null)) return drafts
  const atAddress = drafts.filter(({ url }) => url !== null && url === article.url)
  if (atAddress.length === 1) return atAddress
  const titled = (atAddress.length > 0 ? atAddress : drafts).filter(
    ({ title }) => title !== null && title === article.title,
  )
  if (titled.length === 1) return titled
  return all.length === 1 && isPageOf(article, drafts) ? drafts : []
}

/** A page that was read as one report and now gives several entries (a live page): all of them are what it told. */
const isPageOf = ({ url }: Article, drafts: readonly Draft[]): boolean => {
  const bare = (address: string | null): string => (address ?? '').replace(/#.*$/, '')
  return url !== null && drafts.every(draft => draft.url === null || bare(draft.url) === bare(url))
}

function articleOf(draft: Draft, before: Article, raw: RawItem, source: Source): Article {
  const note: Note = {
    rule: RECAPTURED,
    reason: `Read anew by Fogline from what it fetched at ${raw.fetchedAt}: the extraction changed, not the outlet's report.`,
    span: null,
  }
  const kept = before.notes.filter(({ rule }) => KEPT_NOTES.has(rule))
  const given = { ...draft, notes: [...draft.notes, ...kept], publishedAt: draft.publishedAt ?? dateOf(before) }
  const article = makeArticle({ ...given, url: before.url ?? draft.url }, raw, source, before.outlet, raw.fetchedAt)
  return { ...article, revisionOf: before.id, copyOf: before.copyOf, notes: [...article.notes, note] }
}

/** Notes about how a report was come by, which the capture alone does not tell. */
const KEPT_NOTES = new Set(['page-not-fetched', 'forwarded', 'copy', RECAPTURED])

/** The date of publication, unless the time of gathering only stood in its place. */
const dateOf = ({ publishedAt, notes }: Article): string | null =>
  notes.some(({ rule }) => rule === 'no-publication-date' || rule === 'date-in-future') ? null : publishedAt

const differs = (made: Article, before: Article): boolean =>
  made.text !== before.text || made.title !== before.title || made.publishedAt !== before.publishedAt
