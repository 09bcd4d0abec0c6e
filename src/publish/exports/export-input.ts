import type { Article, Belief, ClaimType, Event, Family, Instant, RecordedClaim, Theatre } from '#domain'
import { groupBy, unique } from '#kit'
import type { Ledger, Page } from '#ledger'
import { type Standing, standingOf } from './standing.ts'

/** Which records an export is of; all conditions hold together, absent ones hold always. */
export interface ExportFilter {
  readonly saidFrom?: Instant | undefined
  /** Exclusive. */
  readonly saidTo?: Instant | undefined
  readonly place?: string | undefined
  readonly types?: readonly ClaimType[] | undefined
  /** Claims only. */
  readonly family?: Family | undefined
  /** Claims only. */
  readonly holder?: string | undefined
  /** Claims only. */
  readonly camp?: string | undefined
}

/** What an export is written from. */
export interface ExportInput {
  readonly ledger: Ledger
  readonly theatre: Theatre
  /** Whose knowledge it shows; the same moment gives the same bytes. */
  readonly asOf: Instant
  /** Address at which the desk is read (`https://desk.example`), without a slash at its end; null: links lead to the reports alone. */
  readonly base: string | null
  readonly filter: ExportFilter
}

const PAGE = 500
/** Events of one step: the claims of so many are looked up at once. */
const EVENTS_PAGE = 200

/** Row after row of a paged read, holding one page at a time. */
export async function* eachRow<Row>(
  read: (page: { readonly limit: number; readonly after: string | null }) => Promise<Page<Row>>,
  limit = PAGE,
): AsyncGenerator<Row> {
  for await (const rows of eachPage(read, limit)) yield* rows
}

async function* eachPage<Row>(
  read: (page: { readonly limit: number; readonly after: string | null }) => Promise<Page<Row>>,
  limit: number,
): AsyncGenerator<readonly Row[]> {
  for (let after: string | null = null; ; ) {
    const page: Page<Row> = await read({ limit, after })
    yield page.rows
    if (page.next === null) return
    after = page.next
  }
}

/** Every claim that passes the filter, newest report first. */
export const eachClaim = ({ ledger, asOf, filter }: ExportInput): AsyncGenerator<RecordedClaim> =>
  eachRow(page => ledger.claims({ ...filter, asOf, ...page }))

/** A claim with the report its words stand in. */
export interface ClaimInReport {
  readonly claim: RecordedClaim
  readonly article: Article | null
}

/** Every claim with its report; each report is looked up once, because its claims follow each other. */
export async function* eachClaimInReport(input: ExportInput): AsyncGenerator<ClaimInReport> {
  let last: Article | null = null
  for await (const claim of eachClaim(input)) {
    if (last?.id !== claim.article) last = await input.ledger.article(claim.article, { asOf: input.asOf })
    yield { claim, article: last }
  }
}

/** An event with the claims that speak of it and what Fogline makes of them. */
export interface ToldEvent {
  readonly event: Event
  readonly claims: readonly RecordedClaim[]
  readonly belief: Belief | null
  readonly standing: Standing
}

/**
 * Every event that passes the filter and that somebody tells of as a happening, the one that began last first. What is only
 * denied, doubted or said not to have been ("no casualties") is none: it stands in the exports of claims, with its stance.
 */
export async function* eachEvent(input: ExportInput): AsyncGenerator<ToldEvent> {
  const { ledger, asOf, filter } = input
  const { saidFrom, saidTo, place, types } = filter
  for await (const events of eachPage(
    page => ledger.events({ saidFrom, saidTo, place, types, asOf, ...page }),
    EVENTS_PAGE,
  )) {
    if (events.length === 0) continue
    const claims = await claimsOf(input, unique(events.flatMap(event => event.claims)))
    const beliefs = await rowsOf(page => ledger.beliefs({ about: events.map(({ id }) => id), asOf, ...page }))
    const byEvent = groupBy(beliefs, ({ about }) => about)
    for (const event of events) {
      const own = event.claims.flatMap(id => claims.get(id) ?? [])
      const belief = byEvent.get(event.id)?.[0] ?? null
      const standing = standingOf(event, own, belief)
      if (standing !== null) yield { event, claims: own, belief, standing }
    }
  }
}

/** The claims of some ids that stood as of then, by id. */
export async function claimsOf(
  { ledger, asOf }: Pick<ExportInput, 'ledger' | 'asOf'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecordedClaim>> {
  const found = new Map<string, RecordedClaim>()
  for (let from = 0; from < ids.length; from += PAGE) {
    const some = ids.slice(from, from + PAGE)
    for (const claim of await rowsOf(page => ledger.claims({ ids: some, asOf, ...page }))) found.set(claim.id, claim)
  }
  return found
}

async function rowsOf<Row>(read: Parameters<typeof eachRow<Row>>[0]): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of eachRow(read)) rows.push(row)
  return rows
}

/** The page of a record on the desk, or null where no desk is named. */
export const deskLink = (base: string | null, noun: string, id: string): string | null =>
  base === null ? null : `${base}/${noun}/${encodeURIComponent(id)}`
