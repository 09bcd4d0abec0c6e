import type { Briefing } from '#domain'
import type * as api from '#publish/api'
import type * as people from '#publish/people'
import type { LiveEvent } from './live.ts'

/** Query parameters as the routes take them; what is undefined is left out. */
export type ClientQuery = Readonly<Record<string, string | number | undefined>>

/** Every operation of the API, by noun: lists, cards, and what may be written. */
export interface FoglineClient {
  status(query?: ClientQuery): Promise<api.Status>
  days(query?: ClientQuery): Promise<api.Days>
  briefing(query?: ClientQuery): Promise<Briefing>
  search(words: string, query?: ClientQuery): Promise<api.SearchResult>
  claims(query?: ClientQuery): Promise<api.ClaimPage>
  claim(id: string, query?: ClientQuery): Promise<api.ClaimCard>
  articles(query?: ClientQuery): Promise<api.ArticlePage>
  article(id: string, query?: ClientQuery): Promise<api.ArticleCard>
  /** What a report changed in the words of an earlier edition, or of the report it copies. */
  articleChanges(id: string, query?: ClientQuery): Promise<api.ArticleChanges>
  stories(query?: ClientQuery): Promise<api.StoryPage>
  story(id: string, query?: ClientQuery): Promise<api.StoryCard>
  storyAccount(id: string, query?: ClientQuery): Promise<api.Account>
  events(query?: ClientQuery): Promise<api.EventPage>
  event(id: string, query?: ClientQuery): Promise<api.EventCard>
  beliefs(query?: ClientQuery): Promise<api.BeliefPage>
  disputes(query?: ClientQuery): Promise<api.DisputePage>
  dispute(id: string, query?: ClientQuery): Promise<api.DisputeCard>
  figures(query?: ClientQuery): Promise<api.FigurePage>
  control(query?: ClientQuery): Promise<api.ControlSteps>
  places(query?: ClientQuery): Promise<api.Places>
  place(id: string, query?: ClientQuery): Promise<api.PlaceCard>
  sources(query?: ClientQuery): Promise<api.Sources>
  source(id: string, query?: ClientQuery): Promise<api.SourceCard>
  health(): Promise<api.SourcesHealth>
  map(query?: ClientQuery): Promise<api.MapAnswer>
  maps(query?: ClientQuery): Promise<api.ControlMaps>
  mapAgreement(id: string, query?: ClientQuery): Promise<api.MapAgreement>
  mapShapes(id: string, query?: ClientQuery): Promise<api.MapShapes>
  front(query?: ClientQuery): Promise<api.FrontEstimate>
  review(query?: ClientQuery): Promise<api.ReviewAnswer>
  measures(query?: ClientQuery): Promise<api.Measures>
  ranges(event: string, query?: ClientQuery): Promise<api.FigureRanges>
  forecasts(query?: ClientQuery): Promise<api.ForecastBookAnswer>
  forecast(id: string, query?: ClientQuery): Promise<api.QuestionCard>
  tracks(query?: ClientQuery): Promise<api.Tracks>
  track(key: string, query?: ClientQuery): Promise<api.TrackRecord>
  corrections(query?: ClientQuery): Promise<api.Corrections>
  judgements(query?: ClientQuery): Promise<api.Judgements>
  /** Records a judgement; needs a token that may judge. Who is known by account signs with that name, whatever `analyst` says. */
  judge(ruling: api.Ruling): Promise<api.JudgementCard>
  watches(query?: ClientQuery): Promise<api.WatchList>
  watch(id: string, query?: ClientQuery): Promise<api.WatchCard>
  /** Watches claims from now on; the secret its messages are signed with is in this answer alone. */
  addWatch(given: api.WatchGiven): Promise<api.WatchMade>
  removeWatch(id: string): Promise<{ readonly removed: string }>
  /** What a watch found last, as the text of a feed: `feed.atom` or `feed.json`. */
  watchFeed(id: string, feed: 'feed.atom' | 'feed.json'): Promise<string>
  /** Editions or stories, as the text of a feed. */
  feed(feed: `${'editions' | 'stories'}.${'atom' | 'json'}`, query?: ClientQuery): Promise<string>
  session(): Promise<people.Session>
  signIn(given: { readonly name: string; readonly password: string }): Promise<people.SignedIn>
  signOut(): Promise<people.SignedOut>
  tokens(): Promise<people.Tokens>
  /** Makes a token that reaches no further than the one in use; its secret is in this answer alone. */
  addToken(given: people.TokenGiven): Promise<people.TokenMade>
  endToken(id: string): Promise<people.Revoked>
  /** The audit log, newest first, for admins; `before` goes on from the page before. */
  audit(query?: ClientQuery): Promise<people.Audit>
  /**
   * A greeting, then one event whenever the ledger has learned something, until the server ends it, `signal` is aborted or
   * no more is taken. `since` (the `asOf` of the last event seen) tells at once of what was missed.
   */
  live(given?: { readonly since?: string; readonly signal?: AbortSignal }): AsyncGenerator<LiveEvent>
  /** An export as a stream of bytes; the formats are those of `docs/exports.md`. */
  export(format: string, query?: ClientQuery): Promise<ReadableStream<Uint8Array>>
  /** Row after row of a list, page after page: `client.each(client.claims, { place: 'bakhmut' })`. */
  each<Row>(
    list: (query?: ClientQuery) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
    query?: ClientQuery,
  ): AsyncGenerator<Row>
}
