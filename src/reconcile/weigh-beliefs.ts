import type { Belief, Confidence, Event, Reason, RecordedClaim } from '#domain'
import { bandOf, familyOf, makeId } from '#domain'
import { groupBy } from '#kit'
import { chooseWording } from './choose-wording.ts'
import { reliabilityOf } from './claim-weight.ts'
import { type Evidence, isRejected } from './evidence.ts'
import { bySaid, compareText, latestOf } from './order.ts'
import { findPositions, type OriginPosition, positionsOn } from './origin-positions.ts'

/** An origin's position with its weight after those of its camp before it are counted. */
interface Counted extends OriginPosition {
  readonly weight: number
  readonly rank: number
}

/** Types whose claims are opinions, plans or estimates: they are attributed, not believed. */
const isFactual = (type: Event['type']): boolean =>
  familyOf(type) !== 'assessment' && type !== 'politics.position' && type !== 'economy.cost'

/** The logit an event of this type starts from. */
function priorOf(type: Event['type'], { theatre: { belief } }: Evidence): number {
  return belief.prior[type] ?? belief.prior[familyOf(type)] ?? belief.prior['default'] ?? 0
}

/** Within each camp and sign the strongest counts whole, each further one `campDiscount` times the one before. */
function countPositions(positions: readonly OriginPosition[], evidence: Evidence): Counted[] {
  const discount = evidence.theatre.belief.campDiscount
  const groups = groupBy(positions, ({ camp, weighed }) => `${camp} ${weighed.weight > 0}`)
  return [...groups.values()].flatMap(group =>
    [...group]
      .sort((a, b) => Math.abs(b.weighed.weight) - Math.abs(a.weighed.weight) || compareText(a.key, b.key))
      .map((position, rank) => ({ ...position, rank, weight: position.weighed.weight * discount ** rank })),
  )
}

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))
const round = (value: number) => Math.round(value * 1000) / 1000 || 0

interface Support {
  readonly origins: number
  /** Sides that support it: a party with those who back it is one side, every other known camp its own. */
  readonly sides: number
  readonly against: boolean
  readonly denied: boolean
  readonly judged: boolean
}

/** The support of what is said (`side` 1), or of its not being so (−1). */
function supportOf(counted: readonly Counted[], side: 1 | -1, { parties }: Evidence): Support {
  const supporting = counted.filter(({ weight }) => weight * side > 0)
  const camps = supporting.map(({ camp }) => camp).filter(camp => camp !== 'unknown')
  return {
    origins: supporting.length,
    sides: new Set(camps.map(camp => parties.sideOf(camp) ?? camp)).size,
    against: supporting.some(({ claim }) => claim.againstInterest),
    denied: counted.some(({ stance, weight }) => weight * side < 0 && (side < 0 || stance === 'denies')),
    judged: counted.some(({ claim }) => claim.holder.kind !== 'unnamed'),
  }
}

/**
 * How far the likelihood can be leant on. High: nobody denies it, and three origins of two sides say so, or two of which
 * one speaks against its own interest. Moderate: two origins, or one against its interest. Low otherwise.
 */
function confidenceOf({ origins, sides, against, denied }: Support): Confidence {
  if (!denied && ((origins >= 3 && sides >= 2) || (origins >= 2 && against))) return 'high'
  return origins >= 2 || (origins >= 1 && against) ? 'moderate' : 'low'
}

/** Admiralty credibility by the table of `docs/method.md`: 6 where only unnamed holders speak, or nobody is left to. */
function credibilityOf({ origins, sides, denied, judged }: Support, probability: number): Belief['credibility'] {
  if (!judged) return 6
  if (probability < 0.225) return 5
  if (probability < 0.375) return 4
  if (origins >= 3 && sides >= 2 && !denied && probability >= 0.775) return 1
  return origins >= 2 && probability >= 0.525 ? 2 : 3
}

/** The Admiralty pair of a claim: its origin's letter, and the number of what it says, which for a denial is that it is not so. */
type Pairing = (claim: RecordedClaim) => Reason['admiralty']

function pairingOf(counted: readonly Counted[], probability: number, evidence: Evidence): Pairing {
  const so = credibilityOf(supportOf(counted, 1, evidence), probability)
  const notSo = credibilityOf(supportOf(counted, -1, evidence), 1 - probability)
  return claim => ({
    reliability: reliabilityOf(claim, evidence),
    credibility: claim.stance === 'asserts' ? so : notSo,
  })
}

/** Why each claim of the event weighs what it weighs, in the order they were said. */
function giveReasons(
  claims: readonly RecordedClaim[],
  counted: readonly Counted[],
  pairOf: Pairing,
  evidence: Evidence,
): Reason[] {
  const reasons = new Map<string, { weight: number; why: string }>()
  for (const { claim, weight, weighed, rank, others, camp, taken } of counted) {
    const after = rank === 0 ? '' : `; ${rank} of the camp ${camp} before it`
    const turn = taken.size > 0 ? '; its own earlier words taken back' : ''
    reasons.set(claim.id, { weight: round(weight), why: `${weighed.why}${after}${turn}` })
    for (const other of others) {
      const back = taken.has(other.id)
      const why = back ? `taken back by the same origin in ${claim.id}` : `same origin as ${claim.id}`
      reasons.set(other.id, { weight: 0, why })
    }
  }
  const weigh = (claim: RecordedClaim) => {
    if (isRejected(evidence, claim.id)) return { weight: 0, why: 'rejected by analyst' }
    const echoed = evidence.echoes.get(claim.id)
    const what = claim.copyOf === null ? 'later edition' : 'copy'
    if (echoed !== undefined) return { weight: 0, why: `${what} of ${echoed}` }
    return reasons.get(claim.id) ?? { weight: 0, why: 'not weighed' }
  }
  return claims.map(claim => ({ claim: claim.id, ...weigh(claim), admiralty: pairOf(claim) }))
}

const claimsOf = (event: Event, { byId }: Evidence): RecordedClaim[] =>
  event.claims.flatMap(id => byId.get(id) ?? []).sort(bySaid)

/** Prior and the weights of the origins, in an order of their own: a sum of fractions hangs on the order it is made in. */
function probabilityOf(event: Event, counted: readonly Counted[], evidence: Evidence): number {
  const weights = counted.map(({ weight }) => weight).sort((a, b) => a - b)
  return sigmoid(priorOf(event.type, evidence) + weights.reduce((sum, weight) => sum + weight, 0))
}

/** The probability of an event by the model, 0–1, as it would be without one origin if that is given; with the keys of the origins it rests on. */
export function beliefProbability(
  event: Event,
  evidence: Evidence,
  without: string | null = null,
): { readonly probability: number; readonly origins: readonly string[] } {
  const positions = findPositions(claimsOf(event, evidence), evidence).filter(({ key }) => key !== without)
  const probability = probabilityOf(event, countPositions(positions, evidence), evidence)
  return { probability, origins: positions.map(({ key }) => key) }
}

/**
 * What Fogline makes of one happening, by the model of `docs/method.md`; null where its type is none that can be so or not. The
 * likelihood is the band of prior + Σ weights of the origins (never an average of bands). A copy, a repeat of the same
 * origin and the order of reports change nothing; a denial never raises. Positions, assessments and estimates of cost get
 * none: they are attributed to who holds them. `learned` is when the last of the event's claims was learned, or judged.
 */
export function weighEvent(event: Event, evidence: Evidence): Belief | null {
  if (!isFactual(event.type)) return null
  const claims = claimsOf(event, evidence)
  const counted = countPositions(positionsOn(event, evidence), evidence)
  const probability = probabilityOf(event, counted, evidence)
  const support = supportOf(counted, 1, evidence)
  const reasons = giveReasons(claims, counted, pairingOf(counted, probability, evidence), evidence)
  const supporting = counted.filter(({ weight }) => weight > 0)
  const content = {
    about: event.id,
    says: chooseWording(claims, evidence),
    likelihood: bandOf(probability),
    confidence: confidenceOf(support),
    origins: support.origins,
    camps: [...new Set(supporting.map(({ camp }) => camp))].sort(compareText),
    because: reasons.filter(({ weight }) => weight > 0).map(({ claim }) => claim),
    against: reasons.filter(({ weight }) => weight < 0).map(({ claim }) => claim),
    reasons,
    credibility: credibilityOf(support, probability),
    rule: 'logit over origins',
    happened: event.happened,
  }
  const judged = claims.flatMap(({ id }) => evidence.verdicts.get(id)?.at ?? [])
  const learned = latestOf([...claims.map(claim => claim.learned), ...judged])
  return { id: makeId('belief', content), ...content, learned, replaces: null }
}
