import type { ClaimType, Event, Instant, RecordedClaim, Reliability, TrackCounts, TrackRecord } from '#domain'
import { betaPosterior, suggestReliability } from '#domain'
import { groupBy } from '#kit'
import type { Evidence } from './evidence.ts'
import { bySaid, compareText, latestOf } from './order.ts'
import { type OriginPosition, positionsOn } from './origin-positions.ts'

type Outcome = keyof TrackCounts

/** How one origin's word on one event has come out so far. */
export interface TrackedClaim {
  readonly origin: string
  readonly type: ClaimType
  readonly outcome: Outcome
  readonly claim: RecordedClaim
  /** When the last of its words on the event was learned. */
  readonly learned: Instant
}

/** What the others make of it settles a word from this distance of even odds on, in logits: highly likely, or highly unlikely. */
const SETTLING_LOGIT = 1.24

/** The side an origin speaks for: a party and those who back it are one, every bystander is its own. */
const sideOf = ({ key, camp }: OriginPosition, { parties }: Evidence): string => parties.sideOf(camp) ?? key

/** What origins of other sides make of the event, in logits; each side's further voices count as in a belief. */
function weighOthers(own: OriginPosition, positions: readonly OriginPosition[], evidence: Evidence): number {
  const discount = evidence.theatre.belief.campDiscount
  const others = positions.filter(other => sideOf(other, evidence) !== sideOf(own, evidence))
  const camps = groupBy(others, ({ camp, weighed }) => `${camp} ${weighed.weight > 0}`)
  const weights = [...camps.values()].flatMap(group =>
    group
      .map(({ weighed }) => weighed.weight)
      .sort((a, b) => Math.abs(b) - Math.abs(a))
      .map((weight, rank) => weight * discount ** rank),
  )
  return weights.sort((a, b) => a - b).reduce((sum, weight) => sum + weight, 0)
}

function outcomeOf(own: OriginPosition, positions: readonly OriginPosition[], evidence: Evidence): Outcome {
  if (own.taken.size > 0) return 'withdrawn'
  const verdict = evidence.verdicts.get(own.claim.id)?.verdict
  if (verdict === 'accept') return 'confirmed'
  const others = weighOthers(own, positions, evidence)
  const stood = own.weighed.weight > 0 ? others : -others
  if (stood >= SETTLING_LOGIT) return 'confirmed'
  return stood <= -SETTLING_LOGIT ? 'contradicted' : 'unsettled'
}

/**
 * How the word of each origin on one event has come out: by what origins of other sides say of it, without its own. What
 * its own camp repeats confirms nothing; whoever turned has withdrawn. An analyst's acceptance settles it. Claims a belief
 * is not made of (positions, assessments, estimates of cost), and unnamed holders, have no record.
 */
export function trackEvent(event: Event, evidence: Evidence): TrackedClaim[] {
  const { type } = event
  if (type.startsWith('assessment.') || type === 'politics.position' || type === 'economy.cost') return []
  const positions = positionsOn(event, evidence)
  return positions
    .filter(({ claim, weighed }) => claim.holder.kind !== 'unnamed' && weighed.weight !== 0)
    .map(own => ({
      origin: own.key,
      type: own.claim.type,
      outcome: outcomeOf(own, positions, evidence),
      claim: own.claim,
      learned: latestOf([own.claim.learned, ...own.others.map(({ learned }) => learned)]),
    }))
}

const NOTHING: TrackCounts = { confirmed: 0, contradicted: 0, withdrawn: 0, unsettled: 0 }

function givenTo(claim: RecordedClaim, { origins }: Evidence): Reliability | null {
  return origins.sourceOf(claim)?.reliability ?? null
}

/** The record of one origin from all its words on events, in any order; at least one. Goes through them once: there are many. */
export function recordTrack(origin: string, tracked: Iterable<TrackedClaim>, evidence: Evidence): TrackRecord {
  const total: Record<Outcome, number> = { ...NOTHING }
  const types = new Map<ClaimType, Record<Outcome, number>>()
  let last: RecordedClaim | null = null
  let learned: Instant | null = null
  for (const each of tracked) {
    total[each.outcome] += 1
    const counts = types.get(each.type) ?? { ...NOTHING }
    counts[each.outcome] += 1
    types.set(each.type, counts)
    if (last === null || bySaid(last, each.claim) < 0) last = each.claim
    if (learned === null || each.learned > learned) learned = each.learned
  }
  if (last === null || learned === null) throw new Error(`origin ${origin}: expected a word on an event, found none`)
  return {
    id: origin,
    name: last.holder.name,
    camp: last.holder.camp,
    total,
    types: [...types].sort(([a], [b]) => compareText(a, b)).map(([type, counts]) => ({ type, ...counts })),
    posterior: betaPosterior(total.confirmed, total.contradicted + total.withdrawn),
    given: givenTo(last, evidence),
    suggested: suggestReliability(total),
    learned,
  }
}
