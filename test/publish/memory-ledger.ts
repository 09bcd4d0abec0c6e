/** A ledger in memory, with the real one's as-of and window rules: for tests of what is published. */
import {
  type Belief,
  type Briefing,
  type Control,
  type Dispute,
  type Event,
  type Figure,
  type Instant,
  type Outage,
  type RecordedClaim,
  type Source,
  type Story,
  type Watch,
} from '#domain'
import { groupBy } from '#kit'
import type { AccessKey, Account, AuditEntry, Ledger, Page, Paging, People, Register, Watches } from '#ledger'
import { day, type Report } from './makers.ts'

/** All that a ledger in memory holds. A belief or step of control may be there several times, as learned at several times. */
export interface Holdings {
  readonly reports: readonly Report[]
  readonly claims: readonly RecordedClaim[]
  readonly events?: readonly Event[]
  readonly stories?: readonly Story[]
  readonly disputes?: readonly Dispute[]
  readonly figures?: readonly Figure[]
  readonly beliefs?: readonly Belief[]
  readonly control?: readonly Control[]
  readonly sources?: readonly Source[]
  readonly outages?: readonly Outage[]
  readonly editions?: readonly Briefing[]
}

const NOW = '9999-12-31T23:59:59.999Z'
const isAny = (wanted: readonly string[] | undefined, value: string) => wanted === undefined || wanted.includes(value)
const isSame = (wanted: string | undefined, value: string | null) => wanted === undefined || wanted === value

export function memoryLedger(holdings: Holdings): Ledger {
  const known = { ...EMPTY, ...holdings }
  const claimsOf = (asOf: string) => new Map(known.claims.filter(row => row.learned <= asOf).map(row => [row.id, row]))
  const articlesOf = (asOf: string) => known.reports.filter(row => row.learned <= asOf).map(row => row.article)
  const said =
    (query: { saidFrom?: Instant | undefined; saidTo?: Instant | undefined }) => (time: string | undefined) =>
      time !== undefined && time >= (query.saidFrom ?? '') && time < (query.saidTo ?? NOW)
  return {
    kind: 'embedded',
    where: 'memory',
    record: async () => ({}),
    register: registerOf(known.outages),
    people: peopleInMemory(),
    watches: watchesInMemory(known.claims),
    beside: async function* () {},
    takeBeside: async () => undefined,
    wordings: { missing: async () => [], keep: async () => undefined, between: async () => [], alike: async () => [] },
    sources: async () => known.sources,
    article: async (id, query) => articlesOf(query?.asOf ?? NOW).find(article => article.id === id) ?? null,
    articles: async (query = {}) => {
      const story = known.stories.find(({ id }) => id === query.story)
      const rows = articlesOf(query.asOf ?? NOW).filter(
        article =>
          (query.ids === undefined || query.ids.includes(article.id)) &&
          said(query)(article.publishedAt) &&
          isSame(query.source, article.source) &&
          isSame(query.url, article.url) &&
          (query.story === undefined || story?.articles.includes(article.id)),
      )
      return page(rows, query)
    },
    capture: async () => null,
    wholeIds: async (begins, limit) =>
      known.claims
        .map(({ id }) => id)
        .filter(id => id.startsWith(begins))
        .slice(0, limit),
    readings: async () => [],
    journal: async function* () {},
    revisions: async () => ({ beliefs: [], control: [], figures: [] }),
    maps: async () => [],
    questions: async () => [],
    forecasts: async () => [],
    tracks: async () => [],
    account: async () => null,
    claims: async (query = {}) => {
      const event = known.events.find(({ id }) => id === query.event)
      const story = known.stories.find(({ id }) => id === query.story)
      const rows = [...claimsOf(query.asOf ?? NOW).values()].filter(
        row =>
          isAny(query.ids, row.id) &&
          isAny(query.types, row.type) &&
          (query.family === undefined || row.type.startsWith(`${query.family}.`)) &&
          (query.place === undefined || row.places.some(({ id }) => id === query.place)) &&
          isSame(query.holder, row.holder.id ?? row.holder.name) &&
          isSame(query.camp, row.holder.camp) &&
          isSame(query.certainty, row.certainty) &&
          isSame(query.article, row.article) &&
          isSame(query.source, row.source) &&
          (query.event === undefined || event?.claims.includes(row.id)) &&
          (query.story === undefined || story?.claims.includes(row.id)) &&
          said(query)(row.said),
      )
      return page(rows, query)
    },
    stories: async (query = {}) => {
      const seen = new Map(articlesOf(query.asOf ?? NOW).map(article => [article.id, article]))
      const rows = known.stories.filter(
        story =>
          isAny(query.ids, story.id) &&
          (query.article === undefined || story.articles.includes(query.article)) &&
          story.articles.some(id => said(query)(seen.get(id)?.publishedAt)),
      )
      return page(rows, query)
    },
    formerStory: async () => null,
    events: async (query = {}) => {
      const seen = claimsOf(query.asOf ?? NOW)
      const rows = known.events.filter(
        event =>
          isAny(query.ids, event.id) &&
          isAny(query.types, event.type) &&
          isSame(query.place, event.place?.id ?? null) &&
          event.claims.some(id => said(query)(seen.get(id)?.said)),
      )
      return page(
        rows.map(event => ({ ...event, claims: event.claims.filter(id => seen.has(id)) })),
        query,
      )
    },
    beliefs: async (query = {}) => {
      const rows = known.beliefs.filter(row => row.learned <= (query.asOf ?? NOW) && isAny(query.about, row.about))
      return page(
        newest(rows, row => row.about),
        query,
      )
    },
    disputes: async (query = {}) => page(known.disputes.filter(disputeFilter(query)), query),
    dispute: async (id, query = {}) => known.disputes.filter(disputeFilter(query)).find(row => row.id === id) ?? null,
    figures: async (query = {}) => {
      const rows = known.figures.filter(
        row =>
          row.learned <= (query.asOf ?? NOW) &&
          isSame(query.measure, row.measure) &&
          isSame(query.claimant, row.claimant) &&
          isSame(query.subject, row.subject) &&
          isSame(query.series, row.series) &&
          isSame(query.event, row.event) &&
          said(query)(row.said),
      )
      return page(rows, query)
    },
    control: async (query = {}) => {
      const rows = known.control.filter(
        row =>
          row.learned <= (query.asOf ?? NOW) &&
          isSame(query.place, row.place) &&
          (query.claimant === undefined || query.claimant === row.claimant),
      )
      return newest(rows, row => `${row.place} ${row.claimant} ${row.from}`).sort((a, b) => (a.from < b.from ? -1 : 1))
    },
    judgements: async () => [],
    saveBriefing: async () => undefined,
    briefing: async (date, query) =>
      known.editions.find(row => row.date === date && row.asOf <= (query?.asOf ?? NOW)) ?? null,
    days: async query => {
      const days = groupBy(articlesOf(query?.asOf ?? NOW), article => article.publishedAt.slice(0, 10))
      return [...days].sort().map(([date, articles]) => {
        const claims = known.claims.filter(row => articles.some(({ id }) => id === row.article)).length
        return { date: day(date), reports: articles.length, claims }
      })
    },
    stats: async () => ({
      rows: {
        article: known.reports.length,
        claim: known.claims.length,
      },
      bytes: 0,
      schema: 1,
      learned:
        [...known.claims, ...known.reports]
          .map(row => row.learned)
          .sort()
          .at(-1) ?? null,
    }),
    theatre: async () => 'test',
    close: async () => undefined,
  }

  function disputeFilter(query: Parameters<Ledger['disputes']>[0] = {}) {
    const seen = claimsOf(query.asOf ?? NOW)
    return (row: Dispute) =>
      isSame(query.place, row.place ?? known.events.find(({ id }) => id === row.event)?.place?.id ?? null) &&
      isSame(query.event, row.event) &&
      isSame(query.status, row.status) &&
      row.positions.every(({ claims }) => claims.some(id => seen.has(id))) &&
      row.positions.some(({ claims }) => claims.some(id => said(query)(seen.get(id)?.said)))
  }
}

/** People, their keys and the audit log, in memory. */
function peopleInMemory(): People {
  const accounts = new Map<string, Account>()
  const keys = new Map<string, AccessKey>()
  const log: AuditEntry[] = []
  return {
    accounts: async () => [...accounts.values()],
    saveAccount: async account => void accounts.set(account.name, account),
    addKey: async key => void keys.set(key.id, key),
    findKey: async hash => {
      const key = [...keys.values()].find(each => each.hash === hash)
      const account = key && accounts.get(key.account)
      return key && account ? { key, account } : null
    },
    keys: async account => [...keys.values()].filter(key => key.account === account),
    revokeKey: async (id, at) => {
      const key = keys.get(id)
      if (key && key.revoked === null) keys.set(id, { ...key, revoked: at })
    },
    note: async entry => void log.unshift(entry),
    audit: async ({ limit, before }) => log.filter(({ at }) => before === undefined || at < before).slice(0, limit),
  }
}

/** A watch there is from the beginning, with an address and a secret nobody should be shown. */
const WATCH: Watch = {
  id: 'w_ford',
  name: 'The ford',
  filter: { place: 'mill-ford' },
  webhook: { url: 'https://hooks.example/in/secret-path', secret: 'whsec_bm90IHRvIGJlIHNob3du', allowHosts: [] },
  email: ['ann@desk.example'],
  owner: 'Ann',
  created: '2024-11-26T00:00:00.000Z' as Instant,
}

/** Watches that are kept, each of which found every claim. */
function watchesInMemory(claims: readonly RecordedClaim[]): Watches {
  const watches = new Map([[WATCH.id, WATCH]])
  return {
    list: async () => [...watches.values()],
    add: async watch => void watches.set(watch.id, watch),
    remove: async id => watches.delete(id),
    look: async () => 0,
    changes: async (watch, query = {}) =>
      page(
        claims.map(claim => ({ watch, kind: 'new' as const, learned: claim.learned, claim })),
        query,
      ),
    lease: async () => [],
    settle: async () => undefined,
    counts: async () => [],
  }
}

/** A register that only remembers outages. */
const registerOf = (outages: readonly Outage[]): Register => ({
  subscriptions: async () => [],
  change: async () => ({}),
  outages: async ({ from, to } = {}) =>
    outages.filter(outage => (outage.to ?? NOW) > (from ?? '') && outage.from < (to ?? NOW)),
  health: async () => [],
  lease: async () => [],
  renew: async () => undefined,
  settle: async () => undefined,
  release: async () => undefined,
  reserve: async () => 0,
  holdOff: async () => undefined,
})

const EMPTY = {
  events: [] as readonly Event[],
  stories: [] as readonly Story[],
  disputes: [] as readonly Dispute[],
  figures: [] as readonly Figure[],
  beliefs: [] as readonly Belief[],
  control: [] as readonly Control[],
  sources: [] as readonly Source[],
  outages: [] as readonly Outage[],
  editions: [] as readonly Briefing[],
}

function newest<Row extends { learned: Instant }>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return [...groupBy(rows, keyOf).values()].map(group => group.reduce((a, b) => (a.learned > b.learned ? a : b)))
}

function page<Row>(rows: readonly Row[], { limit = 100, after }: Paging): Page<Row> {
  const from = Number(after ?? 0)
  return { rows: rows.slice(from, from + limit), next: from + limit < rows.length ? String(from + limit) : null }
}
