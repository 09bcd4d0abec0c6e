import type { Certainty, CertaintyScale } from '#domain'

/** A hedge of the lexicon: its words in lower case, the band it stands for, and the scale when it is a yardstick word. */
export interface HedgeEntry {
  readonly words: readonly string[]
  readonly certainty: Certainty
  readonly scale: CertaintyScale | null
  /** `forward`: reaches from the hedge on; `clause`: its whole clause, wherever it stands. */
  readonly reach: 'forward' | 'clause'
}

const rows = (
  certainty: Certainty,
  scale: CertaintyScale | null,
  reach: HedgeEntry['reach'],
  text: string,
): readonly HedgeEntry[] =>
  text
    .split(/[,\n]/)
    .map(phrase => phrase.trim())
    .filter(Boolean)
    .map(phrase => ({ words: phrase.split(' '), certainty, scale, reach }))

/**
 * Codebook section 4: the PHIA words and those of ICD 203 (`scale`), then what speech uses besides them (no scale).
 * Longer phrases win over shorter ones, so "highly likely" is never read as "likely".
 */
export const HEDGES: readonly HedgeEntry[] = [
  ...rows('remote', 'phia', 'clause', 'remote chance, extremely unlikely'),
  ...rows('remote', 'icd203', 'clause', 'almost no chance, remote possibility'),
  ...rows('highly-unlikely', 'phia', 'clause', 'highly unlikely'),
  ...rows('highly-unlikely', 'icd203', 'clause', 'very unlikely, highly improbable'),
  ...rows('unlikely', 'phia', 'clause', 'unlikely'),
  ...rows('unlikely', 'icd203', 'clause', 'improbable, improbably'),
  ...rows('unlikely', null, 'clause', 'doubtful, not likely, hardly likely'),
  ...rows('realistic-possibility', 'phia', 'clause', 'realistic possibility'),
  ...rows('realistic-possibility', 'icd203', 'clause', 'roughly even chance, roughly even odds, even chance'),
  ...rows(
    'realistic-possibility',
    null,
    'clause',
    `may, might, could, possible, possibly, perhaps, maybe, potential, potentially, conceivably, it is possible,
    there is a possibility, possibility, plausible, plausibly, real possibility`,
  ),
  ...rows('likely', 'phia', 'clause', 'likely, probable, probably'),
  ...rows(
    'likely',
    null,
    'clause',
    `appears, appear, appeared, seems, seem, seemed, seemingly, apparently, presumably, good chance, in all likelihood,
    in all probability, suggests strongly, it looks like`,
  ),
  ...rows('highly-likely', 'phia', 'clause', 'highly likely, very probable, very probably'),
  ...rows(
    'highly-likely',
    'icd203',
    'clause',
    'very likely, highly probable, most likely, extremely likely, quite likely',
  ),
  ...rows(
    'almost-certain',
    'phia',
    'clause',
    'almost certain, almost certainly, nearly certain, nearly certainly, highly certain, virtually certain, virtually certainly',
  ),
  ...rows(
    'unverified',
    null,
    'clause',
    `allegedly, reportedly, purportedly, supposedly, ostensibly, unconfirmed, unverified, could not be verified,
    could not be independently verified, could not immediately be verified, cannot be verified, cannot be independently verified,
    can not be independently verified, not been independently verified, not been verified, not been confirmed, not yet been confirmed,
    could not be confirmed, could not be independently confirmed, not independently verified, unable to verify, was unable to verify,
    no footage to verify, no evidence to confirm, amid reports that, amid reports of, amid claims that, amid rumours that,
    amid rumors that, there are reports that, there are reports of, there were reports that, there were reports of, reports suggest,
    rumours, rumors, rumored, rumoured, is said to, are said to, was said to, were said to, said to have, said to be, believed to have,
    believed to be, is believed to, are believed to, thought to have, thought to be, reported to have, reported to be, understood to have,
    understood to be, strongly insinuated, insinuated, claimed to have been, claimed to have, claimed to be, alleged to have, alleged to be,
    is alleged to, are alleged to, unconfirmed reports, alleged, purported, has it that, feared to have, feared dead, presumed dead`,
  ),
]

/** Words that look like hedges and are none in this company: next word, or word before. `could not` hedges nothing. */
export const NO_HEDGE_NEXT: Readonly<Record<string, ReadonlySet<string>>> = {
  could: new Set(['not', "n't", 'no']),
  alleged: new Set([
    'spying',
    'espionage',
    'links',
    'ties',
    'crimes',
    'involvement',
    'role',
    'violations',
    'treason',
    'collaboration',
    'corruption',
  ]),
  possible: new Set(['.']),
}
export const NO_HEDGE_BEFORE: Readonly<Record<string, ReadonlySet<string>>> = {
  possible: new Set(['as', 'if', 'where', 'whenever', 'wherever', 'every', 'all']),
  likely: new Set(['less', 'more']),
  potential: new Set([
    'full',
    'its',
    'their',
    'his',
    'her',
    'combat',
    'military',
    'offensive',
    'economic',
    'industrial',
    'human',
    'defence',
    'defense',
    'mobilization',
    'mobilisation',
  ]),
  seem: new Set(["n't", 'not']),
  appear: new Set(["n't", 'not', 'to']),
  appeared: new Set(['who', 'he', 'she', 'has', 'have', 'had']),
  may: new Set(['on', 'in', 'of', 'since', 'by', 'until', 'mid', 'early', 'late', 'from']),
}
