import type { ClaimId, Event, RecordedClaim, Stance } from '#domain'
import { dayOf } from '#domain'
import { groupBy } from '#kit'
import { directnessOf, hedgeOf, type Weighed, weighClaim } from './claim-weight.ts'
import { type Evidence, isRejected } from './evidence.ts'
import { bySaid, compareText } from './order.ts'
import { originKeys } from './trace-origins.ts'

/** Where one origin now stands on a proposition: the one claim of it that counts, and what that weighs by itself. */
export interface OriginPosition {
  readonly key: string
  readonly camp: string
  readonly claim: RecordedClaim
  readonly stance: Stance
  readonly weighed: Weighed
  /** What the origin said on the other side before it turned. */
  readonly taken: ReadonlySet<ClaimId>
  /** The origin's other claims: repeats, and what it said before it turned. */
  readonly others: readonly RecordedClaim[]
}

/** True when the claim speaks for the proposition: asserted, and not called unlikely in the same breath. */
const speaksFor = ({ stance, certainty }: RecordedClaim, { theatre }: Evidence) =>
  stance === 'asserts' && hedgeOf(certainty, theatre.belief) > 0

/**
 * The claim that counts among those of one origin. The last word decides the side (of two at one moment the contrary one).
 * Of what speaks against it the strongest counts; of assertions the least sure of the last day spoken, so that a hedge lost
 * on the way adds nothing. Directness is that of the most direct route by which the stance reached a reader. An analyst's
 * acceptance goes before all.
 */
function choosePosition(key: string, claims: readonly RecordedClaim[], evidence: Evidence): OriginPosition | null {
  const ordered = [...claims].sort(bySaid)
  const last = ordered[ordered.length - 1]
  if (!last) return null
  const asserts = !ordered.some(claim => claim.said === last.said && !speaksFor(claim, evidence))
  const stood = ordered.filter(claim => speaksFor(claim, evidence) === asserts)
  const current = asserts ? stood.filter(claim => dayOf(claim.said) === dayOf(last.said)) : stood
  const accepted = stood.filter(({ id }) => evidence.verdicts.get(id)?.verdict === 'accept')
  const directness = Math.max(...stood.map(claim => directnessOf(claim, evidence.theatre.belief)))
  const weighed = (accepted.length > 0 ? accepted : current).map(claim => ({
    claim,
    weighed: weighClaim(claim, directness, evidence),
  }))
  const [chosen] = weighed.sort((a, b) => a.weighed.weight - b.weighed.weight || bySaid(a.claim, b.claim))
  if (!chosen) return null
  return {
    key,
    camp: chosen.claim.holder.camp,
    claim: chosen.claim,
    stance: chosen.claim.stance,
    weighed: chosen.weighed,
    taken: new Set(ordered.filter(claim => !stood.includes(claim)).map(({ id }) => id)),
    others: ordered.filter(claim => claim !== chosen.claim),
  }
}

/** Where each origin of some claims on one proposition stands, by key. Echoes and rejected claims have no part in it. */
export function findPositions(claims: readonly RecordedClaim[], evidence: Evidence): OriginPosition[] {
  const counted = claims.filter(({ id }) => !evidence.echoes.has(id) && !isRejected(evidence, id))
  const keys: ReadonlyMap<ClaimId, string> = originKeys(counted, evidence)
  return [...groupBy(counted, ({ id }) => keys.get(id) ?? id)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([key, members]) => choosePosition(key, members, evidence) ?? [])
}

/** Where each origin stands on an event; worked out once for each event as it stands, since beliefs, records and accounts all ask. */
export function positionsOn(event: Event, evidence: Evidence): readonly OriginPosition[] {
  const known = evidence.positions.get(event)
  if (known) return known
  const found = findPositions(
    event.claims.flatMap(id => evidence.byId.get(id) ?? []),
    evidence,
  )
  evidence.positions.set(event, found)
  return found
}
