import type { RecordedClaim } from '#domain'
import { dayOf, familyOf } from '#domain'
import { groupOf, isPlaced, targetOf } from './event-groups.ts'
import type { Evidence } from './evidence.ts'
import { daysApart, daysOf, gapOf, isDated } from './happened.ts'
import { mainPlace } from './places.ts'
import { shareWords } from './share-words.ts'

/** Days after an assertion within which a denial answers it. */
const ANSWER_DAYS = 7
/** A dated denial speaks of its own days, give or take one. */
const DAYS_OFF = 1
/** How alike the wordings must be where no place says that both mean one thing: for acts on the ground, and for all else. */
const SOME_WORDS = { share: 0.25, words: 2 }
const SAME_WORDS = { share: 0.6, words: 2 }

/** Words of a rebuttal: they put aside what somebody has said. */
const REBUTS =
  /\b(not|n['’]t|never|den(y|ies|ied|ying)|refut\p{L}+|reject\p{L}*|dismiss\p{L}*|false|fake|untrue|fabricat\p{L}+|lies?|hoax|disinformation)\b/iu
/** "No", "none", "neither": a zero, which contradicts nobody until somebody gives a number. */
const ZERO = /\b(no|none|nobody|neither|nor|without|zero)\b/iu
/** "Not to take it but to …", "not only": what is denied is another thing than the words name. */
const TURNED = /\bnot\b[^.;]*\bbut\b|\bnot (only|just|yet)\b/iu

/** True where a claim is read as a denial and its words are one: no plain zero, no turn of phrase. */
const isRebuttal = ({ text }: RecordedClaim): boolean =>
  TURNED.test(text) ? false : REBUTS.test(text) || !ZERO.test(text)

/** Deeds whose own opposite is no denial of them, and which one report can both state and deny of two things. */
const isOpinion = ({ type }: RecordedClaim): boolean => familyOf(type) === 'assessment'

/** True when the two speak from different camps, or one speaker has turned. Bystanders are each a camp of their own. */
function areOpposed(denial: RecordedClaim, assertion: RecordedClaim, { parties, origins }: Evidence): boolean {
  const sameOrigin = origins.keyOf(denial) === origins.keyOf(assertion)
  if (sameOrigin) return denial.said > assertion.said && dayOf(denial.said) !== dayOf(assertion.said)
  const camp = denial.holder.camp
  return camp !== assertion.holder.camp || parties.sideOf(camp) === null
}

/** True when both mean one deed by one doer. What one leaves another takes. */
function meanOneDeed(denial: RecordedClaim, assertion: RecordedClaim, { parties }: Evidence): boolean {
  if (groupOf(denial.type) === 'taking') {
    if (groupOf(assertion.type) !== 'taking') return false
    const [a, b] = [parties.idOf(denial.agent), parties.idOf(assertion.agent)]
    return a === null || b === null || (a === b) === (denial.type === assertion.type)
  }
  const [a, b] = [parties.idOf(denial.agent) ?? denial.agent, parties.idOf(assertion.agent) ?? assertion.agent]
  // Who denies that he struck a place denies that his strike killed there; a toll of nobody's doing he leaves alone.
  if (denial.type !== assertion.type)
    return denial.type === 'combat.strike' && groupOf(assertion.type) === 'attack' && a !== null && a === b
  return a === null || b === null || a === b
}

/** True when the two name one place; null where one of them names none, or no more than a country. */
function samePlace(denial: RecordedClaim, assertion: RecordedClaim, { places }: Evidence): boolean | null {
  const [a, b] = [mainPlace(denial), mainPlace(assertion)]
  if (!a || !b) return null
  const same = places.keyOf(a) === places.keyOf(b)
  return same && a.precision === 'country' ? null : same
}

/** True unless both name a thing and the things differ. */
function sameThing(denial: RecordedClaim, assertion: RecordedClaim, evidence: Evidence): boolean {
  // Of ground the target is the place, which is compared as such, or the troops that leave it.
  if (familyOf(denial.type) === 'control') return true
  const [a, b] = [targetOf(denial, evidence.parties), targetOf(assertion, evidence.parties)]
  return a === null || b === null || a.includes(b) || b.includes(a) || samePlace(denial, assertion, evidence) === true
}

function nearInTime(denial: RecordedClaim, assertion: RecordedClaim): boolean {
  const days = daysApart(dayOf(assertion.said), dayOf(denial.said))
  if (days > ANSWER_DAYS || days < -1) return false
  // An attack has its day; who holds a town, or backs a plan, is said on any.
  const dayBound = isPlaced(denial.type) && familyOf(denial.type) !== 'control'
  const dated = isDated(denial) && (dayBound || isDated(assertion))
  return !dated || gapOf(daysOf(denial), daysOf(assertion)) <= DAYS_OFF
}

/**
 * True when a denial answers an assertion: it puts aside what somebody said (a bare zero does not), from another side or
 * later by the same speaker, within days, of the same deed, place and parties. Where no place ties the two together their
 * words must: what a plan or a mood is said to be is told by nothing else.
 */
export function answers(denial: RecordedClaim, assertion: RecordedClaim, evidence: Evidence): boolean {
  if (!isRebuttal(denial) || ZERO.test(assertion.text) || !areOpposed(denial, assertion, evidence)) return false
  if (!meanOneDeed(denial, assertion, evidence) || !nearInTime(denial, assertion)) return false
  const here = samePlace(denial, assertion, evidence)
  if (here === false || !sameThing(denial, assertion, evidence)) return false
  if (isOpinion(denial)) return shareWords(denial, assertion, SAME_WORDS, evidence)
  if (here === true) return true
  const oneReport = denial.article === assertion.article
  // Told of two things, a deed and what it did, words that are alike do not yet mean one.
  if (denial.type !== assertion.type) return oneReport && groupOf(denial.type) !== 'taking'
  return oneReport || shareWords(denial, assertion, isPlaced(denial.type) ? SOME_WORDS : SAME_WORDS, evidence)
}
