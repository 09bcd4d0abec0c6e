import type { Article, ArticleId, Judgement, Story } from '#domain'
import { namedBy } from '#domain'
import { StoryLine } from '../story-line.ts'
import type { ClaimsOf } from '../write-story.ts'
import { regroup } from './regroup.ts'

/** The stories as analysts join and part them, laid over the stories as reports are grouped; see `JudgedEvents`. */
export class JudgedStories {
  readonly #line: StoryLine
  /** The reports of the story made by judgement that a report is in. */
  #home: ReadonlyMap<ArticleId, readonly ArticleId[]> = new Map()

  constructor(claimsOf: ClaimsOf) {
    this.#line = new StoryLine(claimsOf)
  }

  /** Takes new reports, and known ones whose claims have changed; gives all reports whose story may be another. */
  take(articles: readonly Article[], changed: Iterable<ArticleId>, judgements: readonly Judgement[]): Set<ArticleId> {
    const touched = this.#line.take(articles, changed)
    const decided = judgements.filter(({ verdict }) => verdict === 'merge' || verdict === 'split')
    if (decided.length === 0 && this.#home.size === 0) return touched
    const before = this.#home
    const groups = new Map(
      decided
        .flatMap(namedBy)
        .flatMap(id => this.#line.reportsWith(id))
        .map(group => [group[0], group]),
    )
    const { made } = regroup([...groups.values()], group => group, decided)
    this.#home = new Map(made.flatMap(members => members.map(member => [member, members] as const)))
    return new Set([...touched, ...before.keys(), ...this.#home.keys()])
  }

  /** True for a report that has been taken. */
  knows(article: ArticleId): boolean {
    return this.#line.knows(article)
  }

  /** The story a report is in, as it is kept; null for a report that is not known. */
  storyOf(article: ArticleId): Story | null {
    const members = this.#home.get(article)
    return members ? this.#line.storyWith(members) : this.#line.storyOf(article)
  }
}
