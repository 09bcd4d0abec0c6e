import { reviewsJsonl } from './claim-review.ts'
import { claimsJsonl } from './claims-jsonl.ts'
import { eventsCsv } from './events-csv.ts'
import type { ExportInput } from './export-input.ts'
import { editionsFeed, storiesFeed, writeAtom, writeJsonFeed } from './feeds.ts'
import { controlGeojson, eventsGeojson } from './geojson.ts'
import { storiesNinjs } from './ninjs.ts'
import { claimsParquet } from './parquet.ts'
import { eventsStix } from './stix.ts'

/** One way to hand the ledger to another program. */
export interface ExportFormat {
  readonly title: string
  readonly mediaType: string
  /** Ending of a file of it, with the dot. */
  readonly extension: string
  /** The whole export, piece by piece; no more than a page of records is held at a time. */
  readonly write: (input: ExportInput) => AsyncIterable<string | Uint8Array>
}

const once = async function* (text: Promise<string>): AsyncGenerator<string> {
  yield await text
}

/** Every export by the name it is asked for. */
export const EXPORTS = {
  jsonl: {
    title: 'claims with their provenance, one JSON object a line',
    mediaType: 'application/jsonl; charset=utf-8',
    extension: '.jsonl',
    write: claimsJsonl,
  },
  csv: {
    title: "events as CSV: ACLED's columns and precision codes, an HXL row",
    mediaType: 'text/csv; charset=utf-8',
    extension: '.csv',
    write: eventsCsv,
  },
  geojson: {
    title: 'events as GeoJSON points',
    mediaType: 'application/geo+json',
    extension: '.geojson',
    write: eventsGeojson,
  },
  control: {
    title: 'who holds which place, as GeoJSON points',
    mediaType: 'application/geo+json',
    extension: '.geojson',
    write: controlGeojson,
  },
  atom: {
    title: 'editions of the newest days as an Atom feed',
    mediaType: 'application/atom+xml; charset=utf-8',
    extension: '.atom',
    write: input => once(editionsFeed(input, null).then(writeAtom)),
  },
  jsonfeed: {
    title: 'editions of the newest days as a JSON Feed',
    mediaType: 'application/feed+json',
    extension: '.json',
    write: input => once(editionsFeed(input, null).then(writeJsonFeed)),
  },
  'stories-atom': {
    title: 'newest stories as an Atom feed',
    mediaType: 'application/atom+xml; charset=utf-8',
    extension: '.atom',
    write: input => once(storiesFeed(input, null).then(writeAtom)),
  },
  'stories-jsonfeed': {
    title: 'newest stories as a JSON Feed',
    mediaType: 'application/feed+json',
    extension: '.json',
    write: input => once(storiesFeed(input, null).then(writeJsonFeed)),
  },
  ninjs: {
    title: 'stories as ninjs 2.1 news objects, one a line',
    mediaType: 'application/jsonl; charset=utf-8',
    extension: '.jsonl',
    write: storiesNinjs,
  },
  stix: {
    title: 'events as a STIX 2.1 bundle',
    mediaType: 'application/stix+json;version=2.1',
    extension: '.json',
    write: eventsStix,
  },
  claimreview: {
    title: 'claims an analyst reviewed, as schema.org ClaimReview, one a line',
    mediaType: 'application/jsonl; charset=utf-8',
    extension: '.jsonl',
    write: reviewsJsonl,
  },
  parquet: {
    title: 'claims as a Parquet table',
    mediaType: 'application/vnd.apache.parquet',
    extension: '.parquet',
    write: claimsParquet,
  },
} as const satisfies Readonly<Record<string, ExportFormat>>

export type ExportName = keyof typeof EXPORTS
export const EXPORT_NAMES = Object.keys(EXPORTS) as readonly ExportName[]
