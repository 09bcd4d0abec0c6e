import type {
  Account,
  Article,
  Belief,
  Control,
  Dispute,
  Event,
  Figure,
  Outage,
  ReadBy,
  RecordedClaim,
  Source,
  Story,
  Subscription,
  TrackRecord,
} from '#domain'
import { canonicalJson, familyOf, sha256 } from '#domain'
import { unique } from '#kit'
import type { VersionedTable } from '../tables.ts'
import type { ColumnTypes } from './append-rows.ts'

/** How records of one kind become rows of a versioned table. */
export interface Recorder<Item> {
  readonly table: VersionedTable
  /** What makes two records versions of one thing. */
  readonly idOf: (item: Item) => string
  readonly columnTypes: ColumnTypes
  readonly columnsOf: (item: Item) => Readonly<Record<string, unknown>>
  /** The claims and articles it rests on, where the table can be asked by them. */
  readonly restsOn?: (item: Item) => readonly string[]
  /** The column with the record's own id, where that is not the row's: `replaces` in the record then names the one before. */
  readonly ownId?: string
}

/** Hash of what a record says: without the time it was learned and, where the ledger fills it in, what it replaces. */
export function versionOf<Item extends object>(recorder: Recorder<Item>, item: Item): string {
  const content: Record<string, unknown> = { ...item, learned: undefined }
  if (recorder.ownId) content['replaces'] = undefined
  return sha256(canonicalJson(content)).slice(0, 20)
}

export const SOURCE: Recorder<Source> = {
  table: 'source',
  idOf: source => source.id,
  columnTypes: {},
  columnsOf: () => ({}),
}

export const SUBSCRIPTION: Recorder<Subscription> = {
  table: 'subscription',
  idOf: subscription => subscription.id,
  columnTypes: { source: 'text', address: 'text' },
  columnsOf: ({ source, address }) => ({ source, address }),
}

export const OUTAGE: Recorder<Outage> = {
  table: 'outage',
  idOf: outage => canonicalJson([outage.subscription, outage.from]),
  columnTypes: { subscription: 'text', began: 'timestamptz', ended: 'timestamptz' },
  columnsOf: outage => ({ subscription: outage.subscription, began: outage.from, ended: outage.to }),
}

export const ARTICLE: Recorder<Article> = {
  table: 'article',
  idOf: article => article.id,
  columnTypes: { source: 'text', url: 'text', published: 'timestamptz', raw_item: 'text' },
  columnsOf: article => ({
    source: article.source,
    url: article.url,
    published: article.publishedAt,
    raw_item: article.rawItem,
  }),
}

export const CLAIM: Recorder<RecordedClaim> = {
  table: 'claim',
  idOf: claim => claim.id,
  columnTypes: {
    article: 'text',
    source: 'text',
    type: 'text',
    family: 'text',
    holder: 'text',
    camp: 'text',
    certainty: 'text',
    places: 'text[]',
    said: 'timestamptz',
    start: 'integer',
  },
  columnsOf: claim => ({
    article: claim.article,
    source: claim.source,
    type: claim.type,
    family: familyOf(claim.type),
    holder: claim.holder.id ?? claim.holder.name,
    camp: claim.holder.camp,
    certainty: claim.certainty,
    places: unique(claim.places.map(place => place.id ?? place.name)),
    said: claim.said,
    start: claim.span[0],
  }),
}

export const READING: Recorder<ReadBy> = {
  table: 'reading',
  idOf: reading => reading.article,
  columnTypes: { reader: 'text' },
  columnsOf: ({ reader }) => ({ reader }),
}

export const STORY: Recorder<Story> = {
  table: 'story',
  idOf: story => story.id,
  columnTypes: { last_said: 'timestamptz' },
  columnsOf: story => ({ last_said: story.lastSaid }),
  restsOn: story => [...story.articles, ...story.claims],
}

export const EVENT: Recorder<Event> = {
  table: 'event',
  idOf: event => event.id,
  columnTypes: { type: 'text', place: 'text', happened: 'date' },
  columnsOf: event => ({
    type: event.type,
    place: event.place && (event.place.id ?? event.place.name),
    happened: event.happened.start,
  }),
  restsOn: event => event.claims,
}

export const DISPUTE: Recorder<Dispute> = {
  table: 'dispute',
  idOf: dispute => dispute.id,
  columnTypes: { place: 'text', event: 'text', status: 'text', since: 'timestamptz' },
  columnsOf: ({ place, event, status, since }) => ({ place, event, status, since }),
  restsOn: dispute => dispute.positions.flatMap(position => position.claims),
}

export const FIGURE: Recorder<Figure> = {
  table: 'figure',
  idOf: figure => figure.id,
  columnTypes: {
    measure: 'text',
    claimant: 'text',
    subject: 'text',
    series: 'text',
    event: 'text',
    happened: 'date',
  },
  columnsOf: ({ measure, claimant, subject, series, event, happened }) => ({
    measure,
    claimant,
    subject,
    series,
    event,
    happened,
  }),
  restsOn: figure => figure.because,
}

export const BELIEF: Recorder<Belief> = {
  table: 'belief',
  idOf: belief => belief.about,
  columnTypes: { belief: 'text', happened: 'date' },
  columnsOf: belief => ({ belief: belief.id, happened: belief.happened.start }),
  ownId: 'belief',
}

export const CONTROL: Recorder<Control> = {
  table: 'control',
  // A line of the whole place keeps the id it had before parts had lines.
  idOf: ({ place, part, claimant, from }) =>
    canonicalJson(part === null ? [place, claimant, from] : [place, claimant, from, part]),
  columnTypes: { control: 'text', place: 'text', part: 'text', claimant: 'text', since: 'date' },
  columnsOf: ({ id, place, part, claimant, from }) => ({ control: id, place, part, claimant, since: from }),
  ownId: 'control',
}

export const TRACK: Recorder<TrackRecord> = {
  table: 'track',
  idOf: track => track.id,
  columnTypes: {},
  columnsOf: () => ({}),
}

export const ACCOUNT: Recorder<Account> = {
  table: 'story_account',
  idOf: account => account.id,
  columnTypes: {},
  columnsOf: () => ({}),
}
