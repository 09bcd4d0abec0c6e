import type { Account } from './account.ts'
import type { AdmiraltyPair } from './admiralty.ts'
import type { ClaimType, Measure, Stance } from './codebook.ts'
import type {
  ArticleId,
  BeliefId,
  BriefingId,
  ClaimId,
  ControlId,
  DisputeId,
  EventId,
  FigureId,
  Slug,
  StoryId,
} from './id.ts'
import type { Note } from './note.ts'
import type { Day, Instant } from './time.ts'
import type { TrackRecord } from './track-record.ts'
import type { Band, Confidence } from './yardstick.ts'

/** What is being told: reports that tell one thing. */
export interface Story {
  readonly id: StoryId
  /** Chosen among the reports' own titles and first sentences, never written. */
  readonly headline: string
  /** The first sentence after the headline of the report both are taken from; null where it has none. */
  readonly lead: { readonly article: ArticleId; readonly text: string } | null
  readonly articles: readonly ArticleId[]
  readonly claims: readonly ClaimId[]
  readonly firstSaid: Instant
  readonly lastSaid: Instant
}

/** A place as events and beliefs refer to it. `id` null: a name in no gazetteer. */
export interface PlaceRef {
  readonly id: string | null
  readonly name: string
  readonly lat: number | null
  readonly lon: number | null
}

/** One happening, and every claim that speaks of it, denials included. */
export interface Event {
  readonly id: EventId
  readonly type: ClaimType
  readonly place: PlaceRef | null
  readonly happened: { readonly start: Day; readonly end: Day }
  /** Canonical names of those who did it or whom it befell. */
  readonly parties: readonly string[]
  readonly claims: readonly ClaimId[]
}

/** The far end of a chain of quotation: who said it first. Independence is counted in these, never in articles. */
export interface Origin {
  /** Holder id where known, else the folded name; for a copy, that of the original. */
  readonly key: string
  readonly name: string
  readonly camp: string
  readonly claims: readonly ClaimId[]
  /** How it reached the reader: the distinct chains, origin first. */
  readonly chains: readonly (readonly string[])[]
}

export const DISPUTE_STATUSES = ['open', 'conceded', 'withdrawn', 'overtaken'] as const
/** Opposing claims on one proposition, rival figures on one measure, rival holders of one place. */
export interface Dispute {
  readonly id: DisputeId
  readonly question: string
  /** Exactly one of these three is given. */
  readonly event: EventId | null
  readonly place: string | null
  readonly measure: Measure | null
  readonly positions: readonly {
    readonly camp: string
    readonly stance: Stance
    /** What this position says, in one phrase of the claims' own words. */
    readonly says: string
    readonly claims: readonly ClaimId[]
    /** Distinct origins behind it (at least 1). */
    readonly origins: number
  }[]
  readonly since: Instant
  /**
   * `conceded`: a side says what the other did; `withdrawn`: whoever said it takes it back; `overtaken`: who holds the place
   * is no longer in doubt; else `open`.
   */
  readonly status: (typeof DISPUTE_STATUSES)[number]
  /** The claims that ended it, and when the last of them was said; null while it is open. */
  readonly ended: { readonly at: Instant; readonly claims: readonly ClaimId[] } | null
}

/** A number by whose count: one figure of one claimant, of an event or in a series over time. */
export interface Figure {
  readonly id: FigureId
  readonly event: EventId | null
  /** `cumulative`: a total since the war began; `daily`: one day's count; null for a figure of one event only. */
  readonly series: 'cumulative' | 'daily' | null
  readonly measure: Measure
  /** Whose losses, drones, money it is: canonical name of agent or target; null when the text does not say. */
  readonly subject: string | null
  /** Who counts: the holder's name and camp. */
  readonly claimant: string
  readonly camp: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly of: number | null
  readonly change: number | null
  readonly happened: Day
  readonly said: Instant
  readonly learned: Instant
  readonly because: readonly ClaimId[]
  /** `fall`, `jump`, `transposed`, `re-based`, `correction`: what is odd beside the figure before it. */
  readonly flags: readonly Note[]
  /** The two totals whose difference this daily figure is, earlier first; null or absent where somebody gave it. */
  readonly derivedFrom?: readonly [FigureId, FigureId] | null | undefined
  /** The figure of the same claimant that this one corrects, or null. */
  readonly replaces: FigureId | null
}

/** Why a claim moves a belief: its weight in logits (positive: for) and how that came about. */
export interface Reason {
  readonly claim: ClaimId
  readonly weight: number
  readonly why: string
  /** A denial's is of what it denies not being so. */
  readonly admiralty: AdmiraltyPair
}

/** What Fogline makes of the claims on one event. */
export interface Belief {
  readonly id: BeliefId
  readonly about: EventId
  /** The proposition in words of the best-worded claim. */
  readonly says: string
  readonly likelihood: Band
  readonly confidence: Confidence
  /** Distinct origins that assert it. */
  readonly origins: number
  /** Camps of those origins. */
  readonly camps: readonly string[]
  readonly because: readonly ClaimId[]
  readonly against: readonly ClaimId[]
  readonly reasons: readonly Reason[]
  /** Admiralty credibility of the item, 1–6, by the stated rule of `docs/method.md`. */
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6
  readonly rule: string
  readonly happened: { readonly start: Day; readonly end: Day }
  readonly learned: Instant
  readonly replaces: BeliefId | null
}

/** From which day who is said to hold a place: one step of a line over time. */
export interface Control {
  readonly id: ControlId
  readonly place: string
  /** The part of the place this line is of (`east`, `centre`), or null for the place as a whole. */
  readonly part: string | null
  /** The camp whose line this is, or null for Fogline's own. */
  readonly claimant: string | null
  readonly from: Day
  /** Party id, or `contested`, or `unknown`. */
  readonly holder: Slug | 'contested' | 'unknown'
  readonly likelihood: Band
  readonly confidence: Confidence
  readonly because: readonly ClaimId[]
  readonly against: readonly ClaimId[]
  /**
   * The area by whose claim the place was reached ("left Kyiv Oblast"): its id, with the bank after a colon for one side of
   * a river (`dnipro-river:right`). Null where the place itself is spoken of.
   */
  readonly through: string | null
  readonly learned: Instant
  readonly replaces: ControlId | null
}

/** True where a claim stands behind a step; false for the holder before the war, of whom no report has spoken. */
export const isSpokenOf = ({ because, against }: Pick<Control, 'because' | 'against'>): boolean =>
  because.length + against.length > 0

/** All that the claims make of the world at one moment. */
export interface Reconciled {
  readonly stories: readonly Story[]
  readonly events: readonly Event[]
  readonly disputes: readonly Dispute[]
  readonly figures: readonly Figure[]
  readonly beliefs: readonly Belief[]
  readonly control: readonly Control[]
  readonly tracks: readonly TrackRecord[]
  readonly accounts: readonly Account[]
}

/** What changed of the rows of one kind. */
export interface RowChanges<Row> {
  /** Rows that are new or say something else than before. */
  readonly rows: readonly Row[]
  /** Rows that stand no more, as they were. */
  readonly gone: readonly Row[]
}

/** What a batch of news changed of all that the claims make of the world. */
export type ReconciledChanges = {
  readonly [Kind in keyof Reconciled]: RowChanges<Reconciled[Kind][number]>
}

/** The words a briefing line stands on. */
export interface Citation {
  readonly claim: ClaimId
  readonly article: ArticleId
  readonly outlet: string
  readonly url: string | null
  readonly publishedAt: Instant
  readonly quote: string
  readonly chain: readonly string[]
}

/** One line of a briefing. */
export interface BriefingItem {
  readonly text: string
  readonly likelihood: Band | null
  readonly confidence: Confidence | null
  /** Distinct origins and their camps. */
  readonly origins: number
  readonly camps: readonly string[]
  readonly disputed: boolean
  readonly place: PlaceRef | null
  readonly beliefs: readonly BeliefId[]
  readonly disputes: readonly DisputeId[]
  readonly figures: readonly FigureId[]
  readonly claims: readonly [ClaimId, ...ClaimId[]]
  readonly citations: readonly [Citation, ...Citation[]]
  /** `new` since the edition before, `changed` (with what it said then), or null. */
  readonly changed: { readonly kind: 'new' | 'changed'; readonly was: string | null } | null
}

/** One edition: what is published about one day as known at one moment. */
export interface Briefing {
  readonly id: BriefingId
  readonly theatre: string
  /** The number of the day ("Day 1,007") and its date. */
  readonly day: number
  readonly date: Day
  readonly asOf: Instant
  readonly window: readonly [Instant, Instant]
  /** The edition the changes are counted from, or null. */
  readonly since: BriefingId | null
  readonly reports: number
  readonly outlets: readonly string[]
  readonly origins: number
  readonly sections: readonly { readonly heading: string; readonly items: readonly BriefingItem[] }[]
  readonly notes: readonly Note[]
}
