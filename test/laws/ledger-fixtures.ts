import type {
  Article,
  Belief,
  Briefing,
  Claim,
  Control,
  Dispute,
  Event,
  Figure,
  Instant,
  Reconciled,
  RecordedClaim,
  Source,
  Story,
} from '#domain'
import { dayOf, makeId, sha256, startOfDay } from '#domain'
import type { Captured, LedgerBatch } from '#ledger'

/** Makers of small made-up records for tests of the ledger: give what matters, the rest is filled in. */

/** The moment `minute` minutes into the first day of the tests. */
export const at = (minute: number): Instant => new Date(Date.UTC(2024, 2, 1) + minute * 60_000).toISOString() as Instant

export const makeSource = (given: Partial<Source> = {}): Source => ({
  id: 'harbour-post',
  name: 'Harbour Post',
  kind: 'outlet',
  camp: 'third-party',
  country: 'IE',
  stance: 'unknown',
  reliability: 'C',
  family: null,
  url: 'https://harbour.example/',
  ...given,
})

export function makeCapture(text: string, given: Partial<Captured['raw']> = {}): Captured {
  const body = new TextEncoder().encode(text)
  const url = given.url ?? `https://harbour.example/${sha256(text).slice(0, 6)}`
  const raw = {
    id: makeId('raw', [url, sha256(text)]),
    source: 'harbour-post',
    url,
    fetchedAt: at(0),
    status: 200,
    etag: null,
    lastModified: null,
    contentType: 'text/html',
    bytes: body.length,
    sha256: sha256(body),
    ...given,
  }
  return { raw, body }
}

export function makeArticle(given: Partial<Article> = {}): Article {
  const text = given.text ?? 'Shelling hit the river port of Veslo on Friday, the mayor said.'
  const publishedAt = given.publishedAt ?? at(0)
  return {
    id: makeId('article', [given.url ?? null, text, publishedAt]),
    rawItem: makeCapture(text).raw.id,
    source: 'harbour-post',
    outlet: 'Harbour Post',
    url: null,
    title: null,
    byline: null,
    language: 'en',
    publishedAt,
    editedAt: null,
    text,
    paragraphs: [[0, text.length]],
    revisionOf: null,
    copyOf: null,
    notes: [],
    ...given,
  }
}

const CLAIM: Omit<Claim, 'id' | 'span' | 'text'> = {
  type: 'combat.strike',
  holder: { id: null, name: 'the mayor', kind: 'official', camp: 'ukraine', span: null },
  chain: ['the mayor', 'Harbour Post'],
  stance: 'asserts',
  certainty: 'stated',
  certaintyWords: null,
  certaintyScale: null,
  agent: null,
  target: 'river port',
  places: [],
  time: { start: '2024-03-01' as never, end: '2024-03-01' as never, words: null, tense: 'past' },
  figures: [],
  againstInterest: false,
  confidence: 0.8,
  notes: [],
}

export function makeClaim(article: Article, given: Partial<RecordedClaim> = {}): RecordedClaim {
  const span = given.span ?? [0, 12]
  const text = article.text.slice(span[0], span[1])
  return {
    ...CLAIM,
    id: makeId('claim', [article.id, span, given.type ?? CLAIM.type]),
    span,
    text,
    article: article.id,
    source: article.source,
    outlet: article.outlet,
    family: article.source,
    reliability: 'C',
    said: article.publishedAt,
    learned: at(0),
    copyOf: article.copyOf,
    revisionOf: article.revisionOf,
    ...given,
  }
}

export const makePlace = (id: string | null, name = id ?? 'nowhere'): RecordedClaim['places'][number] => ({
  id,
  name,
  span: [0, 1],
  role: 'at',
  precision: 'point',
  part: null,
  lat: 48,
  lon: 37,
  admin: null,
  country: 'UA',
  carried: false,
})

export const makeStory = (
  articles: readonly Article[],
  claims: readonly RecordedClaim[],
  given: Partial<Story> = {},
): Story => ({
  id: makeId('story', articles[0]?.id ?? ''),
  headline: articles[0]?.text ?? '',
  lead: null,
  articles: articles.map(({ id }) => id),
  claims: claims.map(({ id }) => id),
  firstSaid: articles[0]?.publishedAt ?? at(0),
  lastSaid: articles.at(-1)?.publishedAt ?? at(0),
  ...given,
})

export const makeEvent = (claims: readonly RecordedClaim[], given: Partial<Event> = {}): Event => ({
  id: makeId('event', claims[0]?.id ?? ''),
  type: 'combat.strike',
  place: { id: 'veslo', name: 'Veslo', lat: 48, lon: 37 },
  happened: { start: '2024-03-01' as never, end: '2024-03-01' as never },
  parties: [],
  claims: claims.map(({ id }) => id),
  ...given,
})

export function makeBelief(event: Event, given: Partial<Belief> = {}): Belief {
  const content = {
    about: event.id,
    says: 'Shelling hit the river port',
    because: event.claims,
    likelihood: 'likely' as const,
    ...given,
  }
  return {
    id: makeId('belief', content),
    confidence: 'low',
    origins: 1,
    camps: ['ukraine'],
    against: [],
    reasons: [],
    credibility: 3,
    rule: 'one-origin',
    happened: event.happened,
    learned: at(0),
    replaces: null,
    ...content,
  }
}

export const makeDispute = (claims: readonly RecordedClaim[], given: Partial<Dispute> = {}): Dispute => ({
  id: makeId('dispute', claims[0]?.id ?? ''),
  question: 'Was the river port hit?',
  event: null,
  place: 'veslo',
  measure: null,
  positions: [{ camp: 'ukraine', stance: 'asserts', says: 'hit', claims: claims.map(({ id }) => id), origins: 1 }],
  since: at(0),
  status: 'open',
  ended: null,
  ...given,
})

export function makeFigure(claims: readonly RecordedClaim[], given: Partial<Figure> = {}): Figure {
  const content = {
    measure: 'people.killed' as const,
    value: 2,
    claimant: 'the mayor',
    because: claims.map(({ id }) => id),
    ...given,
  }
  return {
    id: makeId('figure', content),
    event: null,
    series: null,
    subject: null,
    camp: 'ukraine',
    low: null,
    high: null,
    unit: null,
    of: null,
    change: null,
    happened: '2024-03-01' as never,
    said: at(0),
    learned: at(0),
    flags: [],
    replaces: null,
    ...content,
  }
}

export function makeControl(given: Partial<Control> = {}): Control {
  const content = {
    place: 'veslo',
    part: null,
    claimant: null,
    through: null,
    from: '2024-03-01' as never,
    holder: 'ukraine',
    ...given,
  }
  return {
    id: makeId('control', content),
    likelihood: 'likely',
    confidence: 'low',
    because: [],
    against: [],
    learned: at(0),
    replaces: null,
    ...content,
  }
}

export function makeBriefing(asOf: Instant, given: Partial<Briefing> = {}): Briefing {
  const date = dayOf(asOf)
  return {
    id: makeId('briefing', [date, asOf]),
    theatre: 'ukraine',
    day: 737,
    date,
    asOf,
    window: [startOfDay(date), asOf],
    since: null,
    reports: 1,
    outlets: ['Harbour Post'],
    origins: 1,
    sections: [],
    notes: [],
    ...given,
  }
}

export const NOTHING: Reconciled = {
  stories: [],
  events: [],
  disputes: [],
  figures: [],
  beliefs: [],
  control: [],
  tracks: [],
  accounts: [],
}

export const makeBatch = (learned: Instant, given: Partial<LedgerBatch> = {}): LedgerBatch => ({
  learned,
  sources: [],
  captures: [],
  articles: [],
  claims: [],
  reconciled: null,
  judgements: [],
  ...given,
})
