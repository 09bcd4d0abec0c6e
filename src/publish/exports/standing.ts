import { type Belief, type Event, familyOf, type RecordedClaim, saysNone } from '#domain'

/** How an event stands in what is told of it: said to have happened; so said and denied; said to come; or somebody's assessment. */
export type Standing = 'asserted' | 'disputed' | 'planned' | 'assessed'

/** The claims that tell of an event as a happening: they assert it, and more than none of it ("no casualties" tells of none). */
export const tellingOf = (claims: readonly RecordedClaim[]): readonly RecordedClaim[] =>
  claims.filter(claim => claim.stance === 'asserts' && !saysNone(claim))

/**
 * How an event stands; null where nobody tells of it as a happening: it is denied, doubted, said not to have been, or all who
 * told it have taken it back or were rejected by an analyst (no telling claim is among what a belief rests on).
 */
export function standingOf(
  { type }: Pick<Event, 'type'>,
  claims: readonly RecordedClaim[],
  belief: Pick<Belief, 'because'> | null,
): Standing | null {
  const telling = tellingOf(claims)
  if (!telling.some(({ id }) => belief === null || belief.because.includes(id))) return null
  if (familyOf(type) === 'assessment') return 'assessed'
  if (telling.every(({ time }) => time.tense === 'future')) return 'planned'
  return claims.some(({ stance }) => stance === 'denies') ? 'disputed' : 'asserted'
}

/** The words an event is told in: those of its belief unless only a denial or a plain negative has them, else those of the first telling claim. */
export function wordsOf(claims: readonly RecordedClaim[], belief: Pick<Belief, 'says'> | null): string | null {
  const telling = tellingOf(claims)
  const says = belief?.says ?? null
  const has = ({ text }: RecordedClaim): boolean => text === says
  return says !== null && (telling.some(has) || !claims.some(has)) ? says : (telling[0]?.text ?? says)
}
