import type { Generated, Kysely, Transaction } from 'kysely'

/** Columns of every table whose rows come in versions: the newest row of an `id` is what stands; `body` null withdraws it. */
interface VersionColumns {
  /** Position in the ledger: grows with every row written, over all tables together. */
  readonly row: number
  readonly id: string
  /** Hash of the content, without the time it was learned. */
  readonly version: string
  readonly learned: Date
  /** The row this one replaces, or null. */
  readonly replaces: number | null
  readonly body: unknown
}

interface OnceColumns {
  readonly row: number
  readonly learned: Date
}

/** The ledger's tables as queries see them. `docs/schema.md` lists them from the database itself. */
export interface Tables {
  source: VersionColumns
  subscription: VersionColumns & { readonly source: string; readonly address: string }
  outage: VersionColumns & { readonly subscription: string; readonly began: Date; readonly ended: Date | null }
  capture: OnceColumns & { readonly sha256: string; readonly body: Buffer }
  raw_item: OnceColumns & { readonly id: string; readonly sha256: string; readonly body: unknown }
  article: VersionColumns & {
    readonly source: string
    readonly url: string | null
    readonly published: Date
    readonly raw_item: string
  }
  claim: VersionColumns & {
    readonly article: string
    readonly source: string
    readonly type: string
    readonly family: string
    readonly holder: string
    readonly camp: string
    readonly certainty: string
    readonly places: string[]
    readonly said: Date
    readonly start: number
  }
  reading: VersionColumns & { readonly reader: string }
  story: VersionColumns & { readonly last_said: Date }
  event: VersionColumns & { readonly type: string; readonly place: string | null; readonly happened: string }
  dispute: VersionColumns & {
    readonly place: string | null
    readonly event: string | null
    readonly status: string
    readonly since: Date
  }
  figure: VersionColumns & {
    readonly measure: string
    readonly claimant: string
    readonly subject: string | null
    readonly series: string | null
    readonly event: string | null
    readonly happened: string
  }
  belief: VersionColumns & { readonly belief: string; readonly happened: string }
  control: VersionColumns & {
    readonly control: string
    readonly place: string
    readonly part: string | null
    readonly claimant: string | null
    readonly since: string
  }
  track: VersionColumns
  story_account: VersionColumns
  control_map: OnceColumns & {
    readonly id: string
    readonly claimant: string
    readonly date: string
    readonly body: unknown
  }
  question: OnceColumns & { readonly id: string; readonly place: string | null; readonly body: unknown }
  forecast: OnceColumns & { readonly id: string; readonly question: string; readonly body: unknown }
  rests_on: { readonly row: number; readonly item: string }
  judgement: OnceColumns & { readonly id: string; readonly body: unknown }
  briefing: OnceColumns & {
    readonly id: string
    readonly date: string
    readonly as_of: Date
    readonly body: unknown
  }
  meta: OnceColumns & { readonly key: string; readonly value: string }
  migration: { readonly name: string; readonly timestamp: Generated<string> }
}

/** Tables whose rows come in versions. */
export type VersionedTable =
  | 'source'
  | 'subscription'
  | 'outage'
  | 'article'
  | 'claim'
  | 'reading'
  | 'story'
  | 'event'
  | 'dispute'
  | 'figure'
  | 'belief'
  | 'control'
  | 'track'
  | 'story_account'

/** Every table that is only appended to, in the order they are filled. */
export const TABLES = [
  'source',
  'subscription',
  'outage',
  'capture',
  'raw_item',
  'article',
  'claim',
  'reading',
  'story',
  'event',
  'dispute',
  'figure',
  'belief',
  'control',
  'track',
  'story_account',
  'control_map',
  'question',
  'forecast',
  'rests_on',
  'judgement',
  'briefing',
  'meta',
] as const satisfies readonly (keyof Tables)[]

/** The database, or the transaction every statement of one record must share: the embedded one has a single connection. */
export type Db = Kysely<Tables> | Transaction<Tables>
