import type { ClaimFigure, RecordedClaim } from '#domain'
import { foldName } from '#kit'

/** The claims of one happening without the counts that their own speaker has since outdone. */
export interface NewestCounts {
  readonly standing: readonly RecordedClaim[]
  /** The exact numbers outdone, greatest first, each once. */
  readonly older: readonly number[]
}

/**
 * A toll that one speaker gives several times in a day is told once: the last said, of one moment the greatest. A bound
 * that the number told lies within ("more than 6,200" beside 6,266) is the same count and is not told again.
 */
export function newestCounts(claims: readonly RecordedClaim[]): NewestCounts {
  const tolls = claims.filter(({ type, figures }) => type === 'harm.casualties' && figures.length > 0)
  const standing = claims.filter(claim => !tolls.some(other => other !== claim && outdoes(other, claim)))
  const shown = new Set(standing.flatMap(({ figures }) => figures.flatMap(({ value }) => value ?? [])))
  const gone = claims.filter(claim => !standing.includes(claim))
  const older = new Set(gone.flatMap(({ figures }) => figures.flatMap(({ value }) => value ?? [])))
  return { standing, older: [...older].filter(value => !shown.has(value)).sort((a, b) => b - a) }
}

/** True where `later` gives every number that `claim` gives, otherwise and by the same holder of the same place, and comes after it. */
function outdoes(later: RecordedClaim, claim: RecordedClaim): boolean {
  if (claim.type !== later.type || claim.figures.length === 0) return false
  if (foldName(later.holder.name) !== foldName(claim.holder.name)) return false
  const pairs = claim.figures.map(
    figure => [figure, later.figures.find(({ measure }) => measure === figure.measure)] as const,
  )
  if (!pairs.every((pair): pair is readonly [ClaimFigure, ClaimFigure] => pair[1] !== undefined)) return false
  if (pairs.every(([a, b]) => sizeOf(a) === sizeOf(b) && a.value === b.value)) return false
  return later.said > claim.said || (later.said === claim.said && pairs.every(([a, b]) => comesBefore(a, b)))
}

const sizeOf = ({ value, low, high }: ClaimFigure): number => value ?? low ?? high ?? 0

/** Of one moment: a smaller number, or a bound that holds of the other. */
const comesBefore = (a: ClaimFigure, b: ClaimFigure): boolean =>
  sizeOf(a) < sizeOf(b) || (a.value === null && b.value !== null && sizeOf(a) === sizeOf(b))
