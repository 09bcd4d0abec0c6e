import {
  type Article,
  type ArticleId,
  addDays,
  type Belief,
  type ClaimId,
  type Control,
  type Correction,
  carryJudgements,
  type Day,
  type Dispute,
  type Event,
  type EventId,
  type Figure,
  type Instant,
  type Outage,
  type RecordedClaim,
  type Source,
  startOfDay,
  type Theatre,
} from '#domain'
import { groupBy, unique } from '#kit'
import type { Ledger } from '#ledger'
import { allRows } from '#ledger'
import { correctionsOf } from './corrections.ts'
import { readInBites } from './read-in-bites.ts'

/** Days before the day over which a source must have published each day to be missed when it falls silent. */
export const SILENCE_DAYS = 3

/** All that the ledger knows of one day as of one moment: what a briefing is written from, and nothing else. */
export interface DayRecord {
  readonly theatre: Theatre
  readonly date: Day
  readonly asOf: Instant
  /** The UTC day, end exclusive. */
  readonly window: readonly [Instant, Instant]
  /** Reports published in the window. */
  readonly articles: readonly Article[]
  /** Claims said in the window, by time. */
  readonly today: readonly RecordedClaim[]
  /** Every claim that something below refers to, today's among them. */
  readonly claims: ReadonlyMap<ClaimId, RecordedClaim>
  readonly urls: ReadonlyMap<ArticleId, string | null>
  readonly events: readonly Event[]
  readonly disputes: readonly Dispute[]
  readonly figures: readonly Figure[]
  readonly beliefs: ReadonlyMap<EventId, Belief>
  /** What was held of the same events when the day began. */
  readonly beliefsBefore: ReadonlyMap<EventId, Belief>
  /** Fogline's own line of each place: as now known, and as known when the day began. */
  readonly control: ReadonlyMap<string, readonly Control[]>
  readonly controlBefore: ReadonlyMap<string, readonly Control[]>
  /** True where the ledger had learned nothing when the day began though reports of earlier days are in it: it was loaded afterwards. */
  readonly loadedAfterwards: boolean
  readonly sources: ReadonlyMap<string, Source>
  /** Source ids with the days, of the `SILENCE_DAYS` before, on which each published. */
  readonly publishedBefore: ReadonlyMap<string, readonly Day[]>
  /** Claims that an analyst rejected (in no line), and that one wants published (first of their section). */
  readonly rejected: ReadonlySet<ClaimId>
  readonly published: ReadonlySet<ClaimId>
  /** What was corrected on the day, with the claims that brought it about. */
  readonly corrections: readonly Corrected[]
  /** When registered sources could not be read, where that touches the window. */
  readonly outages: readonly Outage[]
}

/** A correction and the claims it names that stand. */
export interface Corrected {
  readonly correction: Correction
  readonly claims: readonly RecordedClaim[]
}

const byOwnId = (claim: RecordedClaim): readonly [ClaimId, RecordedClaim] => [claim.id, claim]

/** Reads the record of a day. Only rows learned at or before `asOf` are in it. */
export async function readDay(ledger: Ledger, theatre: Theatre, date: Day, asOf: Instant): Promise<DayRecord> {
  const window = [startOfDay(date), startOfDay(addDays(date, 1))] as const
  const [start, saidTo] = window
  const said = { asOf, saidFrom: start, saidTo }
  const articles = await allRows(page => ledger.articles({ ...said, ...page }))
  const all = (await allRows(page => ledger.claims({ ...said, ...page }))).sort(byTime)
  const corrections = await correctedOn(ledger, theatre, window, asOf)
  const events = await allRows(page => ledger.events({ ...said, ...page }))
  const disputes = await allRows(page => ledger.disputes({ ...said, ...page }))
  const figures = await allRows(page => ledger.figures({ ...said, ...page }))
  const about = unique([...events.map(({ id }) => id), ...disputes.flatMap(({ event }) => event ?? [])])
  const beliefs = await beliefsOf(ledger, about, asOf)
  const control = byPlace(await ledger.control({ claimant: null, asOf }))
  const named = await claimsNamed(ledger, all, { events, disputes, figures, control }, asOf)
  const claims = new Map([...corrections.flatMap(each => each.claims.map(byOwnId)), ...named])
  const verdicts = await verdictsOn(ledger, [...claims.values()], asOf)
  const before = await knowledgeBefore(ledger, about, start, asOf)
  return {
    theatre,
    date,
    asOf,
    window,
    articles,
    today: all.filter(({ id }) => !verdicts.rejected.has(id)),
    claims,
    events,
    disputes,
    figures,
    beliefs,
    control,
    ...before,
    ...verdicts,
    corrections,
    urls: await urlsOf(ledger, articles, claims, asOf),
    sources: new Map((await ledger.sources({ asOf })).map(source => [source.id, source])),
    publishedBefore: await publishedBefore(ledger, date, asOf),
    outages: await ledger.register.outages({ asOf, from: start, to: saidTo }),
  }
}

async function verdictsOn(ledger: Ledger, claims: readonly RecordedClaim[], asOf: Instant) {
  const { judgements } = carryJudgements(await ledger.judgements({ asOf }), claims)
  const rejected = new Set<ClaimId>()
  const published = new Set<ClaimId>()
  for (const { verdict, on } of judgements) {
    if (verdict === 'accept' || verdict === 'publish') rejected.delete(on)
    if (verdict === 'reject') rejected.add(on)
    if (verdict === 'publish') published.add(on)
  }
  return { rejected, published }
}

/** What was corrected within the window. */
async function correctedOn(
  ledger: Ledger,
  theatre: Theatre,
  [from, to]: readonly [Instant, Instant],
  asOf: Instant,
): Promise<Corrected[]> {
  const corrections = await correctionsOf({ ledger, theatre, asOf, from, to })
  const ids = unique(corrections.flatMap(({ because }) => because))
  const claims = await readInBites(ids, bite => allRows(page => ledger.claims({ ids: bite, asOf, ...page })))
  const known = new Map(claims.map(claim => [claim.id, claim]))
  return corrections.map(correction => ({
    correction,
    claims: correction.because.flatMap(id => known.get(id) ?? []),
  }))
}

/** Today's claims and every older one that something of the day refers to, by id. */
async function claimsNamed(
  ledger: Ledger,
  today: readonly RecordedClaim[],
  { events, disputes, figures, control }: Pick<DayRecord, 'events' | 'disputes' | 'figures' | 'control'>,
  asOf: Instant,
) {
  const todayIds = new Set(today.map(({ id }) => id))
  const named = unique([
    ...events.flatMap(event => event.claims),
    ...disputes.flatMap(dispute => dispute.positions.flatMap(position => position.claims)),
    ...figures.flatMap(figure => figure.because),
    ...[...control.values()].flat().flatMap(({ because, against }) => touched([...because, ...against], todayIds)),
  ]).filter(id => !todayIds.has(id))
  const older = await readInBites(named, ids => allRows(page => ledger.claims({ ids, asOf, ...page })))
  return new Map([...today, ...older].map(claim => [claim.id, claim]))
}

/** All ids of a step that rests on one of today's claims; none of a step that does not. */
const touched = (ids: readonly ClaimId[], today: ReadonlySet<ClaimId>): readonly ClaimId[] =>
  ids.some(id => today.has(id)) ? ids : []

const byTime = (a: RecordedClaim, b: RecordedClaim): number =>
  a.said < b.said ? -1 : a.said > b.said ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** The claims of some ids that the record knows and nobody rejected, by time: no line depends on the order in which ids are listed. */
export const claimsOf = ({ claims, rejected }: DayRecord, ids: readonly ClaimId[]): RecordedClaim[] =>
  ids.flatMap(id => (rejected.has(id) ? [] : (claims.get(id) ?? []))).sort(byTime)

/** True for a claim said in the record's window. */
export const isSaidToday = ({ window }: DayRecord, { said }: RecordedClaim): boolean =>
  said >= window[0] && said < window[1]

const byPlace = (steps: readonly Control[]): Map<string, Control[]> => groupBy(steps, step => step.place)

async function beliefsOf(ledger: Ledger, about: readonly EventId[], asOf: Instant) {
  const rows = await readInBites(about, bite => allRows(page => ledger.beliefs({ about: bite, asOf, ...page })))
  return new Map(rows.map(belief => [belief.about, belief]))
}

async function knowledgeBefore(ledger: Ledger, about: readonly EventId[], start: Instant, asOf: Instant) {
  const hasEarlier = async (known: Instant) =>
    (await ledger.articles({ saidTo: start, asOf: known, limit: 1 })).rows.length > 0
  const loadedAfterwards = !(await hasEarlier(start)) && (await hasEarlier(asOf))
  return {
    loadedAfterwards,
    beliefsBefore: await beliefsOf(ledger, about, start),
    controlBefore: byPlace(await ledger.control({ claimant: null, asOf: loadedAfterwards ? asOf : start })),
  }
}

/** Addresses of the articles the claims stand in; those of the day are at hand. */
async function urlsOf(
  ledger: Ledger,
  articles: readonly Article[],
  claims: ReadonlyMap<ClaimId, RecordedClaim>,
  asOf: Instant,
) {
  const known = new Set(articles.map(({ id }) => id))
  const others = unique([...claims.values()].map(({ article }) => article)).filter(id => !known.has(id))
  const older = await readInBites(others, ids => allRows(page => ledger.articles({ ids, asOf, ...page })))
  return new Map<ArticleId, string | null>([...articles, ...older].map(({ id, url }) => [id, url]))
}

async function publishedBefore(ledger: Ledger, date: Day, asOf: Instant) {
  const saidFrom = startOfDay(addDays(date, -SILENCE_DAYS))
  const earlier = await allRows(page => ledger.articles({ saidFrom, saidTo: startOfDay(date), asOf, ...page }))
  const groups = groupBy(earlier, article => article.source)
  return new Map(
    [...groups].map(([source, group]) => [
      source,
      unique(group.map(({ publishedAt }) => publishedAt.slice(0, 10) as Day)).sort(),
    ]),
  )
}
