import type { Claim } from './claim.ts'
import { familyOf } from './codebook.ts'

/** Nothing of the harm a claim is typed by: "no casualties", "without any damage", "nobody was hurt". */
const NONE =
  /\b(?:no(?: \p{L}+){0,2} (?:casualt|damage|victim|injur|loss|death|dead|destruct|one (?:was|were|has|have|died|is))|no ?one\b|nobody|none of|without(?: any| a)?(?: \p{L}+){0,2} (?:casualt|damage|victim|injur|loss|death|destruct))/iu

/**
 * True for a plain negative: a claim that asserts a zero ("no casualties were reported", all its figures 0) or, of harm
 * without a figure, says in its words that there was none. The codebook lets it assert; it tells of no happening.
 */
export const saysNone = ({
  type,
  stance,
  figures,
  text,
}: Pick<Claim, 'type' | 'stance' | 'figures' | 'text'>): boolean =>
  stance === 'asserts' &&
  (figures.length > 0
    ? figures.every(({ value, change }) => value === 0 && change === null)
    : familyOf(type) === 'harm' && NONE.test(text))
