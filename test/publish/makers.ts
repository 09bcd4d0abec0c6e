/** Makers of reports and claims for tests: what is not given is the plainest value. */
import {
  type Article,
  type ClaimFigure,
  type ClaimPlace,
  type Instant,
  type Measure,
  makeId,
  parseDay,
  parseInstant,
  type RecordedClaim,
} from '#domain'

export const at = (text: string): Instant => {
  const instant = parseInstant(text)
  if (!instant) throw new Error(`a test's own time is wrong: ${text}`)
  return instant
}
export const day = (text: string) => {
  const found = parseDay(text)
  if (!found) throw new Error(`a test's own day is wrong: ${text}`)
  return found
}

/** A report whose `learned` is an hour after its publication unless said. */
export interface Report {
  readonly article: Article
  readonly learned: Instant
}

export function report(outlet: string, publishedAt: string, text: string, more: Partial<Article> = {}): Report {
  const source = outlet.toLowerCase().replace(/\W+/g, '-')
  const said = at(publishedAt)
  const article: Article = {
    id: makeId('article', { outlet, publishedAt, text }),
    rawItem: makeId('raw', text),
    source,
    outlet,
    url: `https://${source}.example/${makeId('raw', text).slice(2, 8)}`,
    title: null,
    byline: null,
    language: 'en',
    publishedAt: said,
    editedAt: null,
    text,
    paragraphs: [[0, text.length]],
    revisionOf: null,
    copyOf: null,
    notes: [],
    ...more,
  }
  return { article, learned: at(new Date(Date.parse(said) + 3_600_000).toISOString()) }
}

/** A claim in a report: `words` must stand in its text. Everything not given is the plainest value. */
export function claim(
  { article, learned }: Report,
  words: string,
  more: Partial<RecordedClaim> & Pick<RecordedClaim, 'type'>,
): RecordedClaim {
  const start = article.text.indexOf(words)
  if (start < 0) throw new Error(`a test's own claim is not in its report: ${words}`)
  const outlet = article.outlet ?? 'Unknown'
  const holder = more.holder ?? { id: null, name: outlet, kind: 'outlet', camp: 'third-party', span: null }
  const chain =
    holder.span === null && holder.kind === 'outlet' ? ([outlet] as const) : ([holder.name, outlet] as const)
  const said = article.publishedAt.slice(0, 10)
  return {
    id: makeId('claim', { article: article.id, words, type: more.type, stance: more.stance }),
    span: [start, start + words.length],
    text: words,
    chain,
    stance: 'asserts',
    certainty: 'stated',
    certaintyWords: null,
    certaintyScale: null,
    agent: null,
    target: null,
    places: [],
    time: { start: day(said), end: day(said), words: null, tense: 'past' },
    figures: [],
    againstInterest: false,
    confidence: 0.9,
    notes: [],
    article: article.id,
    source: article.source,
    outlet: article.outlet,
    family: article.source,
    reliability: 'F',
    said: article.publishedAt,
    learned,
    copyOf: article.copyOf,
    revisionOf: article.revisionOf,
    ...more,
    holder,
  }
}

export const inPlace = (id: string, name: string, more: Partial<ClaimPlace> = {}): ClaimPlace => ({
  id,
  name,
  span: [0, 1],
  role: 'at',
  precision: 'point',
  part: null,
  lat: 48.5,
  lon: 38,
  admin: 'Donetsk Oblast',
  country: 'UA',
  carried: false,
  ...more,
})

export const count = (measure: Measure, value: number, more: Partial<ClaimFigure> = {}): ClaimFigure => ({
  measure,
  value,
  low: null,
  high: null,
  unit: null,
  approx: false,
  of: null,
  change: null,
  span: [0, 1],
  ...more,
})
