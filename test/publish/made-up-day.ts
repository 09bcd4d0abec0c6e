/** A small made-up day of reporting that the tests of the publishing rooms share, in words of our own. */
import {
  type Belief,
  type Control,
  type Dispute,
  type Event,
  type Figure,
  type Holder,
  makeId,
  type Theatre,
} from '#domain'
import { at, claim, count, day, inPlace, report } from './makers.ts'
import { type Holdings } from './memory-ledger.ts'

const none = { aliases: [], demonyms: [], enemyOf: [] }
export const theatre: Theatre = {
  id: 'test',
  name: 'Northland–Southland war',
  dayOne: day('2022-02-24'),
  camps: [
    {
      id: 'north',
      name: 'Northland',
      party: 'northland',
      ally: false,
    },
    {
      id: 'south',
      name: 'Southland',
      party: 'southland',
      ally: false,
    },
    {
      id: 'third-party',
      name: 'Third parties',
      party: null,
      ally: false,
    },
    {
      id: 'unknown',
      name: 'Unknown',
      party: null,
      ally: false,
    },
  ],
  parties: [
    {
      id: 'northland',
      name: 'Northland',
      camp: 'north',
      country: null,
      ...none,
    },
    {
      id: 'southland',
      name: 'Southland',
      camp: 'south',
      country: null,
      ...none,
    },
  ],
  actors: [],
  holders: [],
  genericHolders: [],
  metonyms: [],
  weapons: [],
  sources: [],
  places: [
    ['mill-ford', 'Mill Ford', 48.5, 38],
    ['oak-hill', 'Oak Hill', 48.6, 38.1],
    ['far-town', 'Far Town', 50, 36],
  ].map(([id, name, lat, lon]) => ({
    id: String(id),
    name: String(name),
    aliases: [`Old ${name}`],
    kind: 'settlement' as const,
    lat: Number(lat),
    lon: Number(lon),
    admin: 'East Province',
    country: 'UA',
    front: true,
    heldBefore: null,
  })),
  belief: {
    reliability: {
      A: 2,
      B: 1.5,
      C: 1,
      D: 0.5,
      E: 0.2,
      F: 0.6,
    },
    kindReliability: {} as Theatre['belief']['kindReliability'],
    hedge: {},
    againstInterest: 1.5,
    inInterest: 0.8,
    directness: { ownVoice: 0.7, perHand: 0.9, least: 0.6 },
    doubt: 1 / 3,
    accepted: 2,
    campDiscount: 0.5,
    prior: { default: 0 },
    controlHalfLifeDays: 21,
  },
}

export const northStaff: Holder = {
  id: 'north-staff',
  name: 'General Staff of Northland',
  kind: 'military',
  camp: 'north',
  span: [0, 5],
}
export const southMinistry: Holder = {
  id: 'south-mod',
  name: 'Southland’s Ministry of Defence',
  kind: 'government',
  camp: 'south',
  span: [0, 5],
}

const river = report(
  'River Post',
  '2024-11-26T08:30:00Z',
  'Southland’s Ministry of Defence said its troops took Mill Ford. Shells killed two people and hurt nine in Oak Hill.',
)
const hill = report(
  'Hill Wire',
  '2024-11-26T10:05:00Z',
  'The General Staff denied that the ford had fallen. It put the enemy’s losses at 733,830 (+1,610). A <script>alert(1)</script> envoy *will* visit.',
)
const wire = report(
  'Coast Daily',
  '2024-11-26T12:00:00Z',
  'The valley, analysts said, will probably see more shelling. Two people died and nine were hurt in Oak Hill.',
)
const eve = report('River Post', '2024-11-25T09:00:00Z', 'Northland’s troops hold Mill Ford, the General Staff said.')
const quiet = ['23', '24', '25'].map(date =>
  report('Silent Bell', `2024-11-${date}T06:00:00Z`, `Nothing to add on the ${date}th.`),
)

const held = claim(eve, 'Northland’s troops hold Mill Ford', {
  type: 'control.held',
  agent: 'Northland',
  target: 'Mill Ford',
  holder: northStaff,
  places: [inPlace('mill-ford', 'Mill Ford')],
})
const taken = claim(river, 'its troops took Mill Ford', {
  type: 'control.seized',
  agent: 'Southland',
  target: 'Mill Ford',
  holder: southMinistry,
  places: [inPlace('mill-ford', 'Mill Ford')],
})
const denied = claim(hill, 'denied that the ford had fallen', {
  type: 'control.seized',
  stance: 'denies',
  agent: 'Southland',
  target: 'Mill Ford',
  holder: northStaff,
  places: [inPlace('mill-ford', 'Mill Ford')],
})
const hurt = [
  claim(river, 'Shells killed two people and hurt nine in Oak Hill', {
    type: 'harm.casualties',
    places: [inPlace('oak-hill', 'Oak Hill')],
    figures: [count('people.killed', 2), count('people.wounded', 9)],
  }),
  claim(wire, 'Two people died and nine were hurt in Oak Hill', {
    type: 'harm.casualties',
    places: [inPlace('oak-hill', 'Oak Hill')],
    figures: [count('people.killed', 2), count('people.wounded', 9)],
  }),
]
const tally = claim(hill, 'put the enemy’s losses at 733,830 (+1,610)', {
  type: 'harm.losses',
  target: 'Southland',
  holder: northStaff,
  figures: [count('personnel.losses', 733830, { change: 1610 })],
})
const envoy = claim(hill, 'A <script>alert(1)</script> envoy *will* visit', {
  type: 'politics.meeting',
  time: { start: day('2024-11-26'), end: day('2024-11-26'), words: null, tense: 'future' },
})
const forecast = claim(wire, 'The valley, analysts said, will probably see more shelling', {
  type: 'assessment.forecast',
  certainty: 'likely',
  certaintyWords: 'probably',
  certaintyScale: 'phia',
  holder: {
    id: null,
    name: 'analysts',
    kind: 'unnamed',
    camp: 'unknown',
    span: [12, 20],
  },
})

const event = (id: string, more: Partial<Event> & Pick<Event, 'type' | 'claims'>): Event => ({
  id: `e_${id}`,
  place: null,
  happened: { start: day('2024-11-26'), end: day('2024-11-26') },
  parties: [],
  ...more,
})
const ford = { id: 'mill-ford', name: 'Mill Ford', lat: 48.5, lon: 38 }
const events = [
  event('ford', { type: 'control.seized', claims: [taken.id, denied.id], place: ford }),
  event('hold', { type: 'control.held', claims: [held.id], place: ford }),
  event('hurt', {
    type: 'harm.casualties',
    claims: hurt.map(({ id }) => id),
    place: { ...ford, id: 'oak-hill', name: 'Oak Hill' },
  }),
  event('tally', { type: 'harm.losses', claims: [tally.id] }),
  event('envoy', { type: 'politics.meeting', claims: [envoy.id] }),
  event('forecast', { type: 'assessment.forecast', claims: [forecast.id] }),
]

const belief = (about: string, learned: string, more: Partial<Belief>): Belief => ({
  id: makeId('belief', {
    about,
    learned,
  }),
  about: `e_${about}`,
  says: 'two people died',
  likelihood: 'likely',
  confidence: 'moderate',
  origins: 2,
  camps: [],
  because: [],
  against: [],
  reasons: [],
  credibility: 2,
  rule: 'logit',
  replaces: null,
  happened: {
    start: day('2024-11-26'),
    end: day('2024-11-26'),
  },
  learned: at(learned),
  ...more,
})
const beliefs = [
  belief('hurt', '2024-11-26T13:00:00Z', { because: hurt.map(({ id }) => id) }),
  belief('ford', '2024-11-26T11:05:00Z', {
    says: taken.text,
    likelihood: 'realistic-possibility',
    confidence: 'low',
    because: [taken.id],
    against: [denied.id],
  }),
]

const step = (from: string, learned: string, more: Partial<Control>): Control => ({
  id: makeId('control', { from, learned, more }),
  place: 'mill-ford',
  part: null,
  claimant: null,
  through: null,
  from: day(from),
  holder: 'northland',
  likelihood: 'likely',
  confidence: 'moderate',
  because: [],
  against: [],
  learned: at(learned),
  replaces: null,
  ...more,
})
const control = [
  // As it stood before the war: nobody has spoken of it since.
  step('2024-11-01', '2024-11-01T00:00:00Z', { place: 'far-town' }),
  step('2024-11-25', '2024-11-25T10:00:00Z', { because: [held.id] }),
  step('2024-11-25', '2024-11-25T10:00:00Z', { because: [held.id], claimant: 'north' }),
  step('2024-11-26', '2024-11-26T11:05:00Z', {
    holder: 'contested',
    because: [taken.id],
    against: [denied.id],
    confidence: 'low',
  }),
  step('2024-11-26', '2024-11-26T09:30:00Z', { holder: 'southland', because: [taken.id], claimant: 'south' }),
]

const dispute: Dispute = {
  id: 'd_ford',
  question: 'Was Mill Ford taken by Southland?',
  event: 'e_ford',
  place: null,
  measure: null,
  since: at('2024-11-26T10:05:00Z'),
  status: 'open',
  ended: null,
  positions: [
    {
      camp: 'south',
      stance: 'asserts',
      says: taken.text,
      claims: [taken.id],
      origins: 1,
    },
    {
      camp: 'north',
      stance: 'denies',
      says: denied.text,
      claims: [denied.id],
      origins: 1,
    },
  ],
}

const figure: Figure = {
  id: 'f_tally',
  event: null,
  series: 'cumulative',
  measure: 'personnel.losses',
  subject: 'Southland',
  camp: 'north',
  claimant: 'General Staff of Northland',
  value: 733830,
  low: null,
  high: null,
  unit: null,
  of: null,
  change: 1610,
  replaces: null,
  flags: [],
  happened: day('2024-11-26'),
  said: at('2024-11-26T10:05:00Z'),
  learned: at('2024-11-26T11:05:00Z'),
  because: [tally.id],
}

const reports = [...quiet, eve, river, hill, wire]

/** Everything of the made-up day and the three before it. */
export const holdings: Holdings = {
  reports,
  claims: [held, taken, denied, ...hurt, tally, envoy, forecast],
  events,
  beliefs,
  control,
  disputes: [dispute],
  figures: [figure],
  stories: [
    {
      id: 's_ford',
      headline: 'Who holds the ford',
      lead: null,
      articles: [river.article.id, hill.article.id],
      claims: [taken.id, denied.id],
      firstSaid: river.article.publishedAt,
      lastSaid: hill.article.publishedAt,
    },
  ],
  sources: [...new Map(reports.map(({ article }) => [article.source, article.outlet ?? ''])).entries()].map(
    ([id, name]) => ({
      id,
      name,
      kind: 'outlet',
      camp: 'third-party',
      country: null,
      stance: 'unknown',
      reliability: 'F',
      family: null,
      url: null,
    }),
  ),
}

/** Claims of the day by the name the tests call them. */
export const theClaims = { held, taken, denied, hurt, tally, envoy, forecast }
