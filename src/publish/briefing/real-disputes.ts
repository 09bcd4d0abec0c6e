import type { ClaimId, Dispute, RecordedClaim, Theatre } from '#domain'
import { unique } from '#kit'
import { claimsOf, type DayRecord } from './day-record.ts'
import { isView, LEAST_TO_LEAD } from './rank.ts'

/**
 * The disputes of a day that a reader would call one. Forecasts, plans and readings that are hardly trusted take no side;
 * what is left must have two sides; rival figures must be able to rival: a part and its whole do not ("7 of 8" and "8"),
 * nor two tallies in which each side counts the other's losses.
 */
export const realDisputes = (record: DayRecord): Dispute[] =>
  record.disputes.flatMap(dispute => {
    const positions = dispute.positions.flatMap(position => {
      const claims = claimsOf(record, position.claims)
        .filter(takesSide)
        .map(({ id }) => id)
      return claims.length > 0 ? [{ ...position, claims }] : []
    })
    const real = { ...dispute, positions }
    return hasTwoSides(real) && canRival(record, real) ? [real] : []
  })

const takesSide = (claim: RecordedClaim): boolean => !isView(claim) && claim.confidence >= LEAST_TO_LEAD

/** Two camps, one that is not known, or two stances on one happening. */
function hasTwoSides({ positions, event, measure }: Dispute): boolean {
  if (positions.length < 2) return false
  if (measure !== null) return true
  const camps = unique(positions.map(({ camp }) => camp))
  const stances = unique(positions.map(({ stance }) => stance))
  return camps.length > 1 || camps[0] === 'unknown' || (event !== null && stances.length > 1)
}

function canRival(record: DayRecord, { positions, measure }: Dispute): boolean {
  if (measure === null) return true
  const sides = positions.map(position => figuresOf(record, measure, position.claims))
  const partAndWhole = sides.some((left, at) =>
    sides.some((right, other) => at !== other && left.some(a => right.some(b => a.of !== null && a.of === b.value))),
  )
  if (partAndWhole) return false
  const subjects = unique(sides.flat().map(({ subject }) => subject))
  const isLosses = /^(?:equipment|personnel)\./.test(measure)
  return !(isLosses && subjects.length > 1) && !(isLosses && subjects[0] === null && areFoes(record.theatre, positions))
}

const figuresOf = ({ figures }: DayRecord, measure: string, claims: readonly ClaimId[]) =>
  figures.filter(figure => figure.measure === measure && figure.because.some(id => claims.includes(id)))

/** True where positions come from camps of different parties. */
const areFoes = ({ camps }: Theatre, positions: Dispute['positions']): boolean =>
  unique(positions.flatMap(({ camp }) => camps.find(({ id }) => id === camp)?.party ?? [])).length > 1
