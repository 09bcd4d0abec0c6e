/**
 * How sure a speaker says to be. The bands have gaps on purpose: a word stands for a range, nothing is computed from a
 * band's middle, and a number that falls into a gap belongs to no band until `bandOf` says which is nearer.
 */
export const CERTAINTIES = [
  'remote',
  'highly-unlikely',
  'unlikely',
  'realistic-possibility',
  'likely',
  'highly-likely',
  'almost-certain',
  'stated',
  'unverified',
] as const
export type Certainty = (typeof CERTAINTIES)[number]
/** A band of the yardstick: a certainty that stands for a range of probability. */
export type Band = Exclude<Certainty, 'stated' | 'unverified'>
export const BANDS = CERTAINTIES.slice(0, 7) as readonly Band[]

export const CERTAINTY_SCALES = ['phia', 'icd203'] as const
export type CertaintyScale = (typeof CERTAINTY_SCALES)[number]

/** One row of a yardstick: the lowest and highest probability (0–1) the words stand for. */
export interface YardstickRow {
  readonly band: Band
  readonly low: number
  readonly high: number
  readonly words: readonly string[]
}

/** PHIA Probability Yardstick (Professional Head of Intelligence Assessment, UK): seven bands with gaps between them. */
export const PHIA: readonly YardstickRow[] = [
  { band: 'remote', low: 0, high: 0.05, words: ['remote chance', 'extremely unlikely'] },
  { band: 'highly-unlikely', low: 0.1, high: 0.2, words: ['highly unlikely'] },
  { band: 'unlikely', low: 0.25, high: 0.35, words: ['unlikely'] },
  { band: 'realistic-possibility', low: 0.4, high: 0.5, words: ['realistic possibility'] },
  { band: 'likely', low: 0.55, high: 0.75, words: ['likely', 'probable', 'probably'] },
  { band: 'highly-likely', low: 0.8, high: 0.9, words: ['highly likely', 'very probable'] },
  {
    band: 'almost-certain',
    low: 0.95,
    high: 1,
    words: ['almost certain', 'almost certainly', 'nearly certain', 'highly certain'],
  },
]

/**
 * ICD 203 (US Intelligence Community Directive 203, 2015), each row mapped to the nearest PHIA band. Its ranges touch
 * ("roughly even chance" 45–55 %) and it leaves out 0–1 and 99–100 %.
 */
export const ICD203: readonly YardstickRow[] = [
  { band: 'remote', low: 0.01, high: 0.05, words: ['almost no chance', 'remote'] },
  { band: 'highly-unlikely', low: 0.05, high: 0.2, words: ['very unlikely', 'highly improbable'] },
  { band: 'unlikely', low: 0.2, high: 0.45, words: ['unlikely', 'improbable'] },
  { band: 'realistic-possibility', low: 0.45, high: 0.55, words: ['roughly even chance', 'roughly even odds'] },
  { band: 'likely', low: 0.55, high: 0.8, words: ['likely', 'probable'] },
  { band: 'highly-likely', low: 0.8, high: 0.95, words: ['very likely', 'highly probable'] },
  { band: 'almost-certain', low: 0.95, high: 0.99, words: ['almost certain', 'nearly certain'] },
]

/** The band of a probability stated as a number (0–1): the one it lies in, else the one whose edge is nearest (the lower when equal). */
export function bandOf(probability: number): Band {
  const distance = (row: YardstickRow) => Math.max(row.low - probability, probability - row.high, 0)
  return PHIA.reduce((best, row) => (distance(row) < distance(best) ? row : best)).band
}

/** Fogline's own likelihood is a band of the same yardstick; its confidence is a second, separate scale. */
export const CONFIDENCES = ['low', 'moderate', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** The words a band is written in where Fogline speaks. */
export const BAND_WORDS: Readonly<Record<Band, string>> = {
  remote: 'a remote chance',
  'highly-unlikely': 'highly unlikely',
  unlikely: 'unlikely',
  'realistic-possibility': 'a realistic possibility',
  likely: 'likely',
  'highly-likely': 'highly likely',
  'almost-certain': 'almost certain',
}

/** Admiralty credibility of an item of information, 1 confirmed by other sources … 5 improbable, 6 cannot be judged. */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6
