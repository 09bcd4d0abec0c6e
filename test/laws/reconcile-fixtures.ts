import type {
  Article,
  ArticleId,
  ClaimFigure,
  ClaimPlace,
  ClaimType,
  Day,
  Holder,
  Instant,
  Measure,
  RecordedClaim,
  Source,
  Span,
  Theatre,
  TheatrePlace,
} from '#domain'
import { addDays, makeId } from '#domain'
import { layEvidence } from '#reconcile'

const NOWHERE: Span = [0, 1]
const place = (id: string, name: string, heldBefore: string | null): TheatrePlace => ({
  id,
  name,
  aliases: [],
  kind: 'settlement',
  lat: 10,
  lon: 10,
  admin: 'Middle Province',
  country: 'XX',
  front: true,
  heldBefore,
})

/** A made-up war of two parties, North and South, each with its allies. South held every town before day one. */
export const theatre: Theatre = {
  id: 'made-up',
  name: 'A made-up war',
  dayOne: '2030-01-01' as Day,
  camps: [
    { id: 'north', name: 'North', party: 'north', ally: false },
    { id: 'south', name: 'South', party: 'south', ally: false },
    { id: 'south-ally', name: 'Allies of South', party: 'south', ally: true },
    { id: 'third-party', name: 'Others', party: null, ally: false },
    { id: 'unknown', name: 'Unknown', party: null, ally: false },
  ],
  parties: [
    {
      id: 'north',
      name: 'North',
      camp: 'north',
      country: null,
      aliases: ['Northern forces'],
      demonyms: [],
      enemyOf: [],
    },
    {
      id: 'south',
      name: 'South',
      camp: 'south',
      country: null,
      aliases: ['Southern forces'],
      demonyms: [],
      enemyOf: [],
    },
  ],
  actors: [],
  holders: [],
  genericHolders: [],
  metonyms: [],
  weapons: [],
  places: [place('arden', 'Arden', 'south'), place('belm', 'Belm', 'south'), place('corrin', 'Corrin', 'south')],
  sources: [],
  belief: {
    reliability: { A: 2.2, B: 1.7, C: 1.2, D: 0.6, E: 0.2, F: 0.6 },
    kindReliability: {
      government: 'C',
      military: 'C',
      agency: 'B',
      official: 'C',
      outlet: 'C',
      analyst: 'B',
      channel: 'D',
      organisation: 'B',
      forecaster: 'C',
      witness: 'C',
      unnamed: 'D',
    },
    hedge: {},
    againstInterest: 1.6,
    inInterest: 0.75,
    directness: { ownVoice: 0.7, perHand: 0.9, least: 0.6 },
    doubt: 1 / 3,
    accepted: 2,
    campDiscount: 0.5,
    prior: { default: -0.4, 'control.seized': -0.8 },
    controlHalfLifeDays: 21,
  },
}

/** A holder by name: `north staff` and `south staff` are those armies, the rest as given. */
export const holder = (name: string, camp: string, kind: Holder['kind'] = 'military'): Holder => ({
  id: kind === 'outlet' || kind === 'unnamed' ? null : name.replace(/ /g, '-'),
  name,
  kind,
  camp,
  span: kind === 'outlet' ? null : NOWHERE,
})

export const NORTH = holder('north staff', 'north')
export const SOUTH = holder('south staff', 'south')

/** A settlement where it happened; `part` makes it a part of one. */
export const at = (id: string, part: string | null = null): ClaimPlace => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  span: NOWHERE,
  role: 'at',
  precision: part === null ? 'point' : 'part',
  part,
  lat: 10,
  lon: 10,
  admin: 'Middle Province',
  country: 'XX',
  carried: false,
})

/** An exact number. */
export const figure = (measure: Measure, value: number, more: Partial<ClaimFigure> = {}): ClaimFigure => ({
  measure,
  value,
  low: null,
  high: null,
  unit: null,
  approx: false,
  of: null,
  change: null,
  span: NOWHERE,
  ...more,
})

/** Noon of the n-th day of the war, or the hour given. */
export const onDay = (day: number, hour = 12): Instant =>
  `${addDays(theatre.dayOne, day - 1)}T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant

/** The n-th day of the war. */
export const day = (number: number): Day => addDays(theatre.dayOne, number - 1)

/** What a test says of a claim; the rest is filled in. `said` is a day of the war or a moment. */
export interface Wanted extends Partial<Omit<RecordedClaim, 'said' | 'type' | 'text'>> {
  readonly said?: number | Instant
}

/** A claim of its own report, learned when it was said. */
export function claim(type: ClaimType, text: string, wanted: Wanted = {}): RecordedClaim {
  const said = typeof wanted.said === 'number' ? onDay(wanted.said) : (wanted.said ?? onDay(10))
  const happened = said.slice(0, 10) as Day
  const outlet = wanted.outlet ?? 'Example Daily'
  const source = wanted.source ?? outlet.toLowerCase().replace(/ /g, '-')
  const held = wanted.holder ?? holder(outlet, 'third-party', 'outlet')
  const article: ArticleId = wanted.article ?? makeId('article', { text, said, source, held, places: wanted.places })
  const base = {
    type,
    span: NOWHERE,
    text,
    holder: held,
    chain: (held.name === outlet ? [outlet] : [held.name, outlet]) as [string, ...string[]],
    stance: 'asserts' as const,
    certainty: 'stated' as const,
    certaintyWords: null,
    certaintyScale: null,
    agent: null,
    target: null,
    places: [],
    time: { start: happened, end: happened, words: null, tense: 'past' as const },
    figures: [],
    againstInterest: false,
    confidence: 0.9,
    notes: [],
    outlet,
    family: source,
    reliability: 'C' as const,
    learned: said,
    copyOf: null,
    revisionOf: null,
    ...wanted,
    said,
    article,
    source,
  }
  return { id: wanted.id ?? makeId('claim', { article, text, type, stance: base.stance }), ...base }
}

/** The same claim as a reprint in another outlet carries it, two hours later. */
export function reprint(original: RecordedClaim, outlet: string): RecordedClaim {
  const source = outlet.toLowerCase().replace(/ /g, '-')
  const own = original.holder.kind === 'outlet'
  const article = makeId('article', { copy: original.article, outlet })
  return {
    ...original,
    id: makeId('claim', { article, text: original.text, stance: original.stance }),
    article,
    outlet,
    source,
    family: source,
    holder: own ? { ...original.holder, name: outlet } : original.holder,
    chain: own ? [outlet] : [original.chain[0], outlet],
    said: new Date(Date.parse(original.said) + 7_200_000).toISOString() as Instant,
    learned: new Date(Date.parse(original.learned) + 7_200_000).toISOString() as Instant,
    copyOf: original.article,
  }
}

/** The report a claim stands in, with the claim's words as its text. */
export const articleOf = (of: RecordedClaim): Article => ({
  id: of.article,
  rawItem: makeId('raw', of.article),
  source: of.source,
  outlet: of.outlet,
  url: null,
  title: of.text,
  byline: null,
  language: 'en',
  publishedAt: of.said,
  editedAt: null,
  text: of.text,
  paragraphs: [[0, of.text.length]],
  revisionOf: of.revisionOf,
  copyOf: of.copyOf,
  notes: [],
})

export const noSources: readonly Source[] = []

/** The claims laid as evidence, with no judgements and no sources but the reports' own outlets. */
export const evidenceOf = (claims: readonly RecordedClaim[]) =>
  layEvidence({ claims, judgements: [], theatre, sources: noSources })
