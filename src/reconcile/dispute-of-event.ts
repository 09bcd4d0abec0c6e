import type { ClaimId, Control, Dispute, Event, RecordedClaim } from '#domain'
import { makeId } from '#domain'
import { answers } from './answers.ts'
import { chooseWording } from './choose-wording.ts'
import { bothPresentSince, isDisputable, writePositions } from './dispute-positions.ts'
import { askAboutEvent, partsOf, type QuestionParts } from './dispute-questions.ts'
import { groupOf } from './event-groups.ts'
import type { Evidence } from './evidence.ts'
import { compareText } from './order.ts'
import { type Ending, endBy, OPEN, settlementOf } from './settlement.ts'
import { originKeys } from './trace-origins.ts'

/**
 * How a quarrel about one event stands. Withdrawn: everybody who asserted it has since denied it. Conceded: everybody who
 * denied it has since said it is so. Overtaken: both sides' lines on who holds the place have met since. Else open.
 */
function endingOf(
  yes: readonly RecordedClaim[],
  no: readonly RecordedClaim[],
  settled: Ending | null,
  evidence: Evidence,
): Ending {
  const keys = originKeys([...yes, ...no], evidence)
  const sameOrigin = (a: RecordedClaim, b: RecordedClaim) => keys.get(a.id) === keys.get(b.id)
  /** The later words by which each of the earlier ones gave way; null where one did not. */
  const turned = (from: readonly RecordedClaim[], to: readonly RecordedClaim[], gives: typeof sameOrigin) => {
    const ends = from.map(claim => to.filter(later => later.said > claim.said && gives(later, claim)))
    return ends.every(found => found.length > 0) ? ends.flat() : null
  }
  const withdrawn = turned(yes, no, sameOrigin)
  if (withdrawn) return endBy('withdrawn', withdrawn)
  const conceded = turned(no, yes, (later, denial) => sameOrigin(later, denial) || isAdmission(later, denial))
  return conceded ? endBy('conceded', conceded) : (settled ?? OPEN)
}

/** A camp's own voice later says, against its interest, what the camp denied. */
const isAdmission = (later: RecordedClaim, denial: RecordedClaim) =>
  later.againstInterest && later.holder.camp === denial.holder.camp

/** How a quarrel about who took a place stands by Fogline's line on it; null for other events and while the line is not sure. */
function settledBy(
  event: Event,
  claims: readonly RecordedClaim[],
  since: Dispute['since'],
  steps: readonly Control[],
  evidence: Evidence,
): Ending | null {
  return event.type.startsWith('control.') ? settlementOf(steps, since, claims, evidence) : null
}

/** What the question is built from: the assertion's own fields, and the denier's doer, whose deed it is that is denied. */
function partsOfBoth(asserted: RecordedClaim, denied: RecordedClaim | undefined, evidence: Evidence): QuestionParts {
  const parts = partsOf(asserted, evidence)
  const doer = denied && groupOf(denied.type) !== 'taking' ? partsOf(denied, evidence).agent : null
  return { ...parts, agent: parts.agent ?? doer }
}

/**
 * The dispute on one event: some assert and others deny the same deed (see `answers`). `taken` tells the claims that a
 * dispute over the place has already; `steps` are Fogline's own line on the event's place. Null where nobody answers
 * anybody. An affirmation and a denial of the same words are one dispute, never two voices for one fact.
 */
export function disputeOfEvent(
  event: Event,
  taken: (claim: ClaimId) => boolean,
  steps: readonly Control[],
  evidence: Evidence,
): Dispute | null {
  const claims = event.claims.flatMap(id => evidence.byId.get(id) ?? []).filter(claim => isDisputable(claim, evidence))
  const said = claims.filter(({ stance }) => stance === 'asserts')
  const no = claims.filter(denial => denial.stance === 'denies' && said.some(each => answers(denial, each, evidence)))
  const yes = said.filter(each => no.some(denial => answers(denial, each, evidence)))
  const since = bothPresentSince([yes, no])
  if (yes.length === 0 || no.length === 0 || since === null || no.every(({ id }) => taken(id))) return null
  const denied = [...no].sort((a, b) => compareText(a.id, b.id))[0]
  const asserted = yes.find(({ type }) => type === denied?.type) ?? yes[0]
  if (!asserted) return null
  const doubted = claims.filter(({ stance }) => stance === 'questions')
  return {
    id: makeId('dispute', { event: event.id }),
    question: askAboutEvent(
      denied?.type ?? asserted.type,
      partsOfBoth(asserted, denied, evidence),
      chooseWording(yes, evidence),
    ),
    event: event.id,
    place: null,
    measure: null,
    positions: writePositions(
      [...yes, ...no, ...doubted],
      ({ stance }) => (stance === 'asserts' ? 'a' : 'b'),
      evidence,
    ),
    since,
    ...endingOf(yes, no, settledBy(event, no, since, steps, evidence), evidence),
  }
}
