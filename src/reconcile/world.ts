import type {
  Account,
  Article,
  ArticleId,
  Belief,
  ClaimId,
  Control,
  Event,
  Reconciled,
  ReconciledChanges,
  RecordedClaim,
  SourceStance,
  Story,
  StoryId,
  Theatre,
} from '#domain'
import { accountStory } from './account-stories.ts'
import { ClaimBook, type ClaimNews } from './claim-book.ts'
import { ControlBook } from './control-book.ts'
import { DisputeBook } from './dispute-book.ts'
import type { Evidence } from './evidence.ts'
import { FigureBook } from './figure-book.ts'
import { JudgedEvents } from './judged/judged-events.ts'
import { JudgedStories } from './judged/judged-stories.ts'
import { byId, compareText } from './order.ts'
import { Shelf } from './shelf.ts'
import { TrackBook } from './track-book.ts'
import { weighEvent } from './weigh-beliefs.ts'

/** What was newly learned: reports, their claims, the sources they came from, and analysts' judgements. */
export interface News extends ClaimNews {
  readonly articles: readonly Article[]
}

const byFirstReport = (a: Story, b: Story): number =>
  compareText(a.firstSaid, b.firstSaid) || compareText(a.articles[0] ?? '', b.articles[0] ?? '')
/** Fogline's own line of a place before those of the camps. */
const byPlace = (a: Control, b: Control): number =>
  compareText(a.place, b.place) ||
  compareText(a.part ?? '', b.part ?? '') ||
  compareText(a.claimant ?? '', b.claimant ?? '') ||
  compareText(a.from, b.from) ||
  byId(a, b)

/**
 * What the claims make of the world, kept up as news comes. News may come in any order and in any portions: what stands
 * afterwards is the same, and each portion costs what it changes, not what is there. All is in memory and nothing else is
 * touched; a world is made again by giving it all claims at once.
 */
export class World {
  readonly #claims: ClaimBook
  readonly #evidence: Evidence
  readonly #stories: JudgedStories
  /** Reports that are rows of a dataset. */
  readonly #coded = new Set<ArticleId>()
  readonly #storyOf = new Map<ArticleId, StoryId>()
  readonly #events: JudgedEvents
  readonly #figures: FigureBook
  readonly #control: ControlBook
  readonly #disputes: DisputeBook
  readonly #tracks: TrackBook
  /** How each source stands towards its own establishment. */
  readonly #stances = new Map<string, SourceStance>()
  readonly #shelves = {
    stories: new Shelf<Story>(),
    events: new Shelf<Event>(),
    beliefs: new Shelf<Belief>(),
    accounts: new Shelf<Account>(),
  }

  constructor(theatre: Theatre) {
    this.#claims = new ClaimBook(theatre)
    this.#evidence = this.#claims.evidence()
    this.#stories = new JudgedStories(article => this.#claims.claimsOf(article))
    this.#events = new JudgedEvents(this.#evidence)
    this.#figures = new FigureBook(this.#evidence)
    this.#control = new ControlBook(this.#evidence)
    this.#tracks = new TrackBook(this.#evidence)
    for (const { id, stance } of theatre.sources) this.#stances.set(id, stance)
    const event = (id: string) => this.#shelves.events.row(id)
    this.#disputes = new DisputeBook({
      evidence: this.#evidence,
      control: this.#control,
      event,
      eventOf: claim => event(this.#events.eventOf(claim) ?? ''),
      figure: id => this.#figures.shelf.row(id),
    })
  }

  /** True for a report that has been taken. */
  knows(article: ArticleId): boolean {
    return this.#stories.knows(article) || this.#coded.has(article)
  }

  /** The claims of a report, by id; none for a report that is not known. */
  claimsOf(article: ArticleId): readonly RecordedClaim[] {
    return this.#claims.claimsOf(article)
  }

  /** The claims that the judgements last taken made say otherwise, as they now stand; none where there were none. */
  get recast(): readonly RecordedClaim[] {
    return this.#claims.recast
  }

  /** Takes news, and gives the rows it changed. A report taken again is one that turned out to repeat or follow another. */
  take(news: News): ReconciledChanges {
    const turned = this.#claims.take(news)
    const claims = new Set<ClaimId>()
    for (const { id } of [...turned.gone, ...turned.come, ...turned.judged]) claims.add(id)
    for (const { id, coded } of news.articles) if (coded) this.#coded.add(id)
    const retold = this.#tellStories(
      // Rows of a dataset are alike in their columns, which would be taken for one story.
      news.articles.filter(({ coded }) => coded === undefined),
      new Set([...turned.gone, ...turned.come].map(({ article }) => article)),
    )
    const { gone, events, moved } = this.#events.take(turned, this.#claims.judgements)
    for (const id of gone) for (const shelf of [this.#shelves.events, this.#shelves.beliefs]) shelf.put(id, [])
    const changed = events.flatMap(event => {
      const turned = this.#shelves.events.put(event.id, [event]).length > 0
      const row = this.#shelves.events.row(event.id)
      return row && (turned || row.claims.some(id => claims.has(id))) ? [row] : []
    })
    for (const event of changed) {
      this.#evidence.positions.delete(event)
      const belief = weighEvent(event, this.#evidence)
      this.#shelves.beliefs.put(event.id, belief ? [belief] : [])
    }
    const figures = this.#figures.take(claims, moved, id => this.#events.eventOf(id))
    const places = this.#control.take(claims)
    this.#disputes.take({ events: changed, gone, places, figures })
    this.#tracks.take(changed, gone)
    this.#accountStories(news, retold, changed)
    return this.#changes()
  }

  #tellStories(articles: readonly Article[], changed: ReadonlySet<ArticleId>): Set<StoryId> {
    const { stories } = this.#shelves
    const touched = this.#stories.take(articles, changed, this.#claims.judgements)
    const before = new Set([...touched].flatMap(id => this.#storyOf.get(id) ?? []))
    const now = new Map<StoryId, Story>()
    const told = new Set<ArticleId>()
    for (const id of touched) {
      const story = told.has(id) ? null : this.#stories.storyOf(id)
      if (!story) continue
      now.set(story.id, story)
      for (const article of story.articles) {
        told.add(article)
        this.#storyOf.set(article, story.id)
      }
    }
    for (const id of before) if (!now.has(id)) stories.put(id, [])
    for (const [id, story] of now) stories.put(id, [story])
    return new Set([...before, ...now.keys()])
  }

  /** Accounts again for the stories that changed, that speak of a changed event, or whose outlets are known otherwise now. */
  #accountStories({ sources }: News, retold: ReadonlySet<StoryId>, changed: readonly Event[]): void {
    const { stories, events, accounts } = this.#shelves
    const touched = new Set(retold)
    const turned = sources.filter(({ id, stance }) => this.#stances.get(id) !== stance)
    for (const { id, stance } of turned) this.#stances.set(id, stance)
    if (turned.length > 0) for (const story of this.#storyOf.values()) touched.add(story)
    const told = changed.flatMap(({ claims }) => claims.flatMap(id => this.#evidence.byId.get(id)?.article ?? []))
    for (const article of told) {
      const story = this.#storyOf.get(article)
      if (story !== undefined) touched.add(story)
    }
    for (const id of touched) {
      const story = stories.row(id)
      const eventOf = (claim: ClaimId) => events.row(this.#events.eventOf(claim) ?? '')
      const stanceOf = (source: string) => this.#stances.get(source) ?? 'unknown'
      const account = story ? accountStory(story, eventOf, stanceOf, this.#evidence) : null
      accounts.put(id, account ? [account] : [])
    }
  }

  #changes(): ReconciledChanges {
    return {
      stories: this.#shelves.stories.changes(),
      events: this.#shelves.events.changes(),
      disputes: this.#disputes.shelf.changes(),
      figures: this.#figures.shelf.changes(),
      beliefs: this.#shelves.beliefs.changes(),
      control: this.#control.shelf.changes(),
      tracks: this.#tracks.shelf.changes(),
      accounts: this.#shelves.accounts.changes(),
    }
  }

  /** All that stands, sorted: stories by first report, control by place, claimant and day, the rest by id. */
  reconciled(): Reconciled {
    return {
      stories: this.#shelves.stories.all(byFirstReport),
      events: this.#shelves.events.all(byId),
      disputes: this.#disputes.shelf.all(byId),
      figures: this.#figures.shelf.all(byId),
      beliefs: this.#shelves.beliefs.all(byId),
      control: this.#control.shelf.all(byPlace),
      tracks: this.#tracks.shelf.all(byId),
      accounts: this.#shelves.accounts.all(byId),
    }
  }
}
