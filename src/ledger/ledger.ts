import type {
  Account,
  Article,
  ArticleId,
  Belief,
  Briefing,
  Control,
  ControlMap,
  Day,
  Dispute,
  DisputeId,
  Event,
  Figure,
  Forecast,
  Instant,
  Judgement,
  Outage,
  Question,
  QuestionId,
  RawItem,
  RawItemId,
  ReadBy,
  Reconciled,
  ReconciledChanges,
  RecordedClaim,
  Slug,
  Source,
  Story,
  StoryId,
  Subscription,
  TrackRecord,
} from '#domain'
import type { People } from './people.ts'
import type {
  ArticleQuery,
  AsOf,
  BeliefQuery,
  ClaimQuery,
  ControlQuery,
  DisputeQuery,
  EventQuery,
  FigureQuery,
  Page,
  StoryQuery,
} from './queries.ts'
import type { Register } from './register.ts'
import type { Watches } from './watches.ts'
import type { Wordings } from './wordings.ts'

export type * from './queries.ts'

/** Where a ledger is and how it is opened. */
export interface LedgerOptions {
  /** The data folder. Holds the embedded ledger, its lock and its journal; made when it is not there. */
  readonly dataDir: string
  /** A PostgreSQL 15 or newer server instead of the embedded database: `postgres://user:password@host:5432/name`. */
  readonly databaseUrl?: string | null | undefined
  /** The theatre the ledger is of; null or absent: not checked, and not set by the first record. */
  readonly theatre?: string | null | undefined
  /** The clock; used for when an edition was saved. */
  readonly now: () => Instant
  /** Nothing can be recorded, and a ledger that is not there is not made. Absent: false. */
  readonly readOnly?: boolean | undefined
  /** False while a ledger is made again from its journal, so that nothing is journaled twice. Absent: true. */
  readonly journal?: boolean | undefined
  /** The `ledger` folder of another data folder, copied to begin a new one: 0.5 s instead of 3 s; for tests. */
  readonly template?: string | null | undefined
}

/** A capture and the bytes it was made of. */
export interface Captured {
  readonly raw: RawItem
  readonly body: Uint8Array
}

/**
 * What one step of the walk hands over to be recorded, all of it learned at one moment. Where the ledger already holds
 * something learned later (a clock set back, a second writer), that later moment is taken: what was known at a time
 * never changes afterwards.
 */
export interface LedgerBatch {
  readonly learned: Instant
  readonly sources: readonly Source[]
  readonly captures: readonly Captured[]
  readonly articles: readonly Article[]
  readonly claims: readonly RecordedClaim[]
  /** Articles read whole again: claims of theirs that the ledger holds and `claims` does not are withdrawn. Absent: none. */
  readonly reread?: readonly ArticleId[] | undefined
  /** Which reader read which report; absent: none. */
  readonly readings?: readonly ReadBy[] | undefined
  /** What all claims learned so far make of the world, whole: rows no longer in it are withdrawn. Null leaves it as it is. */
  readonly reconciled: Reconciled | null
  /** Instead of the whole: the rows that changed, and those that stand no more. Absent: none. */
  readonly changes?: ReconciledChanges | undefined
  readonly judgements: readonly Judgement[]
  /** Maps imported, and questions and forecasts imported or read in claims. Absent: none. */
  readonly maps?: readonly ControlMap[] | undefined
  readonly questions?: readonly Question[] | undefined
  readonly forecasts?: readonly Forecast[] | undefined
  /** Subscriptions added or edited, and ids of those removed. Absent: none. */
  readonly subscriptions?: readonly Subscription[] | undefined
  readonly removed?: readonly Slug[] | undefined
  /** Absent: none. */
  readonly outages?: readonly Outage[] | undefined
}

/** How many rows a batch added, by table; all zero when everything was there already. */
export type RecordCounts = Readonly<Record<string, number>>

/** A row of a table that stands beside the ledger, as the database writes it in JSON. */
export interface BesideRow {
  readonly table: string
  readonly row: Readonly<Record<string, unknown>>
}

/** A story as it last stood, and when it stopped standing. */
export interface FormerStory {
  readonly story: Story
  readonly until: Instant
}

/** A reading with the one it took the place of; null: the first. */
export interface StandingReading extends ReadBy {
  readonly before: ReadBy | null
}

/** A row that took the place of another: what was said since when, and what is said since. */
export interface Revision<Row> {
  readonly was: Row
  /** Null: withdrawn. */
  readonly says: Row | null
  readonly saidAt: Instant
  readonly at: Instant
}
export interface RevisionQuery extends AsOf {
  /** Revised at or after. */
  readonly from?: Instant | null | undefined
  /** Revised before. */
  readonly to?: Instant | null | undefined
}
export interface Revisions {
  readonly beliefs: readonly Revision<Belief>[]
  /** Of Fogline's own lines. */
  readonly control: readonly Revision<Control>[]
  readonly figures: readonly Revision<Figure>[]
}

/** How much a ledger holds. */
export interface LedgerStats {
  /** Rows of every table, all versions counted. */
  readonly rows: Readonly<Record<string, number>>
  /** Size of its tables and indexes on disk, in bytes. */
  readonly bytes: number
  /** The number of the newest migration. */
  readonly schema: number
  /** The newest moment at which anything was recorded: given as `asOf`, a read can be repeated exactly. Null: empty. */
  readonly learned: Instant | null
}

/** The ledger: rows that are only ever appended, on PGlite in a folder or on a PostgreSQL server, with the same SQL. */
export interface Ledger {
  readonly kind: 'embedded' | 'postgres'
  /** Where it is, for people: the folder, or host and database without the password. */
  readonly where: string
  /**
   * Records a batch in one transaction. Recording the same batch again adds no row. Whatever fails, nothing is
   * half-written; a full or read-only disk is an `InputError` that names the folder.
   */
  record(batch: LedgerBatch): Promise<RecordCounts>
  sources(query?: AsOf): Promise<readonly Source[]>
  article(id: ArticleId, query?: AsOf): Promise<Article | null>
  /** Newest first. */
  articles(query?: ArticleQuery): Promise<Page<Article>>
  /** Whom to ask for reports, and how that goes. */
  readonly register: Register
  /** Who may use the desk, and what they did. */
  readonly people: People
  /** What somebody wants to be told about. */
  readonly watches: Watches
  /** The rows of accounts, keys, audit log and watches: what stands beside the ledger and in no journal. */
  beside(): AsyncGenerator<BesideRow>
  /** Takes such rows into a ledger that has none, all or none of them. */
  takeBeside(rows: Iterable<BesideRow> | AsyncIterable<BesideRow>): Promise<void>
  /** What copies and later editions are found by. */
  readonly wordings: Wordings
  capture(id: RawItemId): Promise<Captured | null>
  /** Whole ids of claims, events, stories, disputes, reports or judgements that begin with the given one, at most `limit`. */
  wholeIds(begins: string, limit: number): Promise<readonly string[]>
  /** Newest first; the claims of one article in the order of its text. */
  claims(query?: ClaimQuery): Promise<Page<RecordedClaim>>
  /** By which reader each report was read, as it stood, by report. A report of before that was kept has none. */
  readings(query?: AsOf): Promise<readonly StandingReading[]>
  stories(query?: StoryQuery): Promise<Page<Story>>
  /** A story that stands no more, since its reports are told by another; null for one that stands or never did. */
  formerStory(id: StoryId, query?: AsOf): Promise<FormerStory | null>
  events(query?: EventQuery): Promise<Page<Event>>
  beliefs(query?: BeliefQuery): Promise<Page<Belief>>
  disputes(query?: DisputeQuery): Promise<Page<Dispute>>
  dispute(id: DisputeId, query?: AsOf): Promise<Dispute | null>
  figures(query?: FigureQuery): Promise<Page<Figure>>
  /** Steps of control, by place, claimant and day; not paged: one place has few. */
  control(query?: ControlQuery): Promise<readonly Control[]>
  /** What was said otherwise before, oldest first: what a log of corrections is written from. */
  revisions(query?: RevisionQuery): Promise<Revisions>
  judgements(query?: AsOf): Promise<readonly Judgement[]>
  /** Maps imported, by date and claimant. */
  maps(query?: AsOf & { readonly claimant?: string | undefined }): Promise<readonly ControlMap[]>
  /** Questions as registered, by the day they were put. */
  questions(query?: AsOf & { readonly ids?: readonly QuestionId[] | undefined }): Promise<readonly Question[]>
  /** Forecasts by the moment they were made; of some questions, or all. */
  forecasts(query?: AsOf & { readonly questions?: readonly QuestionId[] | undefined }): Promise<readonly Forecast[]>
  /** Track records by origin key; of one origin, or all. */
  tracks(query?: AsOf & { readonly origin?: string | undefined }): Promise<readonly TrackRecord[]>
  /** Facts and lines of one story; null where the story has none. */
  account(story: StoryId, query?: AsOf): Promise<Account | null>
  saveBriefing(briefing: Briefing): Promise<void>
  /** The newest edition of a date that was published at or before `asOf`. */
  briefing(date: Day, query?: AsOf): Promise<Briefing | null>
  /** Days that have reports, by publication, with how many reports and claims. */
  days(query?: AsOf): Promise<readonly { readonly date: Day; readonly reports: number; readonly claims: number }[]>
  /**
   * Everything that cannot be made again, as lines of a journal (JSON without line breaks) in the order it was recorded: what
   * `readJournal` reads, from whatever database the ledger lives on.
   */
  journal(): AsyncIterable<string>
  /** How much it holds. */
  stats(): Promise<LedgerStats>
  /** The theatre this ledger is of: set by the first record, refused when another is given later. */
  theatre(): Promise<string | null>
  /** Ends the connection and gives up the lock. Calling it twice does nothing more. */
  close(): Promise<void>
}
