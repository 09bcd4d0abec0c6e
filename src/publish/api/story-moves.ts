import type { Instant, Judgement, Story, StoryId } from '#domain'
import { namedBy } from '#domain'
import type { Ledger } from '#ledger'

/** Why an id of a story came to stand for another: its reports are told by that one now. */
export interface StoryMove {
  readonly from: StoryId
  /** When the id stopped standing for a story of its own. */
  readonly at: Instant
  /**
   * `judged`: an analyst joined or parted stories; `earlier-report`: a report published before its first came in; `merged`: its first
   * report turned out to tell what another story told.
   */
  readonly reason: 'judged' | 'earlier-report' | 'merged'
  /** The judgement, or the report the story now begins with. */
  readonly because: string
}

/** The story that tells an id's first report now, with how it came to that; null for an id that never stood. */
export async function livingStory(
  ledger: Ledger,
  id: StoryId,
  asOf: Instant | null,
): Promise<{ readonly story: Story; readonly moved: StoryMove | null } | null> {
  const [standing] = (await ledger.stories({ ids: [id], asOf })).rows
  if (standing) return { story: standing, moved: null }
  const former = await ledger.formerStory(id, { asOf })
  const first = former?.story.articles[0]
  if (!former || first === undefined) return null
  const [story] = (await ledger.stories({ article: first, asOf })).rows
  if (!story) return null
  const at = former.until
  const opens = story.articles[0] ?? first
  const move = (reason: StoryMove['reason'], because: string) => ({ story, moved: { from: id, at, reason, because } })
  // A judgement may bear the moment of the report that came in right after it.
  if (!(await knewBefore(ledger, opens, at))) return move('earlier-report', opens)
  const judged = await judgementBehind(ledger, story, former.story, at)
  return judged ? move('judged', judged.id) : move('merged', opens)
}

/** True for a report that the ledger held before a moment. */
async function knewBefore(ledger: Ledger, article: string, at: Instant): Promise<boolean> {
  const before = new Date(Date.parse(at) - 1).toISOString() as Instant
  return (await ledger.article(article, { asOf: before })) !== null
}

/** The last judgement of that moment that joins or parts reports of the two stories. */
async function judgementBehind(ledger: Ledger, now: Story, was: Story, at: Instant): Promise<Judgement | undefined> {
  const members = new Set<string>([...now.articles, ...was.articles])
  return (await ledger.judgements({ asOf: at })).findLast(
    judgement =>
      (judgement.verdict === 'merge' || judgement.verdict === 'split' || judgement.verdict === 'undo') &&
      judgement.at === at &&
      (judgement.verdict === 'undo' || namedBy(judgement).some(member => members.has(member))),
  )
}
