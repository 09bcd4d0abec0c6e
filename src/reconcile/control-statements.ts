import type { ClaimPlace, Day, RecordedClaim, Slug } from '#domain'
import { dayOf } from '#domain'
import { hedgeOf, reliabilityOf } from './claim-weight.ts'
import { type BulkStatement, reachOf } from './control-reach.ts'
import { bearingOf, isPlainlySaid } from './control-wording.ts'
import { type Evidence, isRejected } from './evidence.ts'
import { daysOf, isDated, lengthOf } from './happened.ts'
import { interestOf } from './interest.ts'
import { foldOnce } from './remember.ts'

/** One claim as it bears on who holds one place. */
export interface ControlStatement {
  readonly claim: RecordedClaim
  readonly place: string
  /** The part of the place it names (`east`), or null. */
  readonly part: string | null
  /** The area by whose claim it reaches the place; null where it names the place. */
  readonly through: string | null
  /** First day it speaks for. */
  readonly day: Day
  /** Party id that holds the place if the claim is so. */
  readonly holder: Slug
  /** False when it is about a part of the place, or no more than a possibility: it can make a place contested, never flip it. */
  readonly whole: boolean
  readonly camp: string
  /** The party the speaker's camp wants to win; null for bystanders. */
  readonly side: Slug | null
  readonly origin: string
  /**
   * True where nobody can be held to it: unnamed sources, officials of no known side, and words that do not
   * plainly say it of this place or name its doer by a pronoun.
   */
  readonly vague: boolean
  /** Positive; reliability × hedge × interest. */
  readonly weight: number
  /** False for a denial (or what is called unlikely): it can keep a holder or make a place contested, never flip it. */
  readonly affirms: boolean
  /** True for a change of hands; false for a state ("still hold") and for a denial that anything changed. */
  readonly changes: boolean
}

/** Certainties by which a claim speaks against its own words. */
const DOUBTED = new Set(['unlikely', 'highly-unlikely', 'remote'])
/** Certainties too weak to move a line: what may or might be so. */
const WEAK = new Set(['realistic-possibility'])

const isControlType = ({ type }: RecordedClaim) =>
  type === 'control.seized' || type === 'control.held' || type === 'control.left'

/** "Liberated from Russian troops": whom the words name as the loser, or the side that speaks of a liberation or of the occupied town. */
const FREED = /\b(liberat\p{L}*|freed|recaptured|retaken|taken back|cleared)\b/iu
const FROM_WHOM = /\bfrom\s+(?:the\s+)?((?:\p{L}+[\s-]+){0,2}\p{L}+)/giu
const OCCUPIED = /\b(?:temporarily[\s-]+(?:occupied|captured)|occupied|under (?:temporary )?occupation)\b/iu

/** Who holds the place by words that name no doer; null where they do not tell. */
function holderImplied(claim: RecordedClaim, { parties }: Evidence): Slug | null {
  if (claim.type !== 'control.seized' || claim.stance !== 'asserts') return null
  const side = parties.sideOf(claim.holder.camp)
  if (OCCUPIED.test(claim.text)) return parties.opponentOf(side)
  if (!FREED.test(claim.text)) return null
  const named = new Set(
    claim.text.split(/[^\p{L}]+/u).flatMap(word => parties.peopleOf(word) ?? parties.idOf(word) ?? []),
  )
  for (const [, phrase] of claim.text.matchAll(FROM_WHOM)) {
    const loser = (phrase ?? '')
      .split(/[\s-]+/)
      .map(parties.peopleOf)
      .find(party => party !== null)
    if (loser) return parties.opponentOf(loser)
  }
  // Only the other side is named, and not as the loser: the speaker's camp has been misread, or it is no claim of its own.
  return named.size === 1 && side !== null && !named.has(side) ? null : side
}

/** "Ukrainian forces advanced and Russian forces withdrew": the people named last before the leaving are those who left. */
const LEFT_BY = /\b(?:withdr(?:ew|awn|aws?)|left|retreat(?:ed|s)?|pulled (?:out|back)|abandoned)\b/iu

function leaverNamed({ text }: RecordedClaim, { parties }: Evidence): Slug | null {
  const found = LEFT_BY.exec(text)
  if (found === null) return null
  const words = text.slice(0, found.index).split(/[^\p{L}]+/u)
  return words.map(parties.peopleOf).findLast(party => party !== null) ?? null
}

/** Who holds the place if the claim is so; null for types that do not say, and where nobody is named or implied. */
function holderSaid(claim: RecordedClaim, evidence: Evidence): Slug | null {
  const { parties } = evidence
  const denied = claim.stance === 'denies' && claim.agent === null
  // "The town has not been taken", from a side at war: it says that its own still hold it.
  if (denied && claim.type !== 'control.held' && isControlType(claim)) return parties.sideOf(claim.holder.camp)
  if (claim.agent === null) return holderImplied(claim, evidence)
  const agent = (claim.type === 'control.left' ? leaverNamed(claim, evidence) : null) ?? parties.idOf(claim.agent)
  const other = parties.opponentOf(agent)
  const turned = (claim.stance !== 'asserts') !== DOUBTED.has(claim.certainty)
  if (claim.type === 'control.seized' || claim.type === 'control.held') return turned ? other : agent
  return claim.type === 'control.left' ? (turned ? agent : other) : null
}

/** The day a statement speaks for: a change its last day, a state (or a rebuttal) the day it was said unless the text dates it. */
function dayOfStatement(claim: RecordedClaim): Day {
  const days = daysOf(claim)
  const said = dayOf(claim.said)
  if (claim.stance !== 'asserts') return said
  if (lengthOf(days) > 31 && claim.type === 'control.held') return said
  return isDated(claim) && days.end < said ? days.end : said < days.end ? said : days.end
}

/** True when an area only says where: "two villages in the region" are not the region. */
const isOnlyWithin = ({ target }: RecordedClaim, { precision, name }: ClaimPlace): boolean =>
  precision === 'area' && (target === null || foldOnce(target) !== foldOnce(name))

/** "they fled the town": a wrong guess at whom the pronoun means gives the place to the other side. */
const PRONOUN_DOER = /^\W*(?:they|he|she)\b/iu

const isVague = ({ holder: { kind, camp }, text }: RecordedClaim): boolean =>
  kind === 'unnamed' || (camp === 'unknown' && kind !== 'outlet') || PRONOUN_DOER.test(text)

/** Words by which the report itself puts aside what it relays. */
const PUT_ASIDE = /\b(?:falsely|erroneously|wrongly|incorrectly|baselessly)\b/i

/** A reading the reader trusts less than this moves no line. */
const LEAST_TRUST = 0.7

/** True for what says nothing of who holds a place now: plans, doubts, what may be so, readings nobody should lean on. */
const isSilent = (claim: RecordedClaim, evidence: Evidence): boolean =>
  claim.time.tense === 'future' ||
  claim.stance === 'questions' ||
  PUT_ASIDE.test(claim.text) ||
  WEAK.has(claim.certainty) ||
  claim.confidence < LEAST_TRUST ||
  isRejected(evidence, claim.id)

/** What a claim says about who holds any of its places, before the places are looked at; null where it says nothing. */
function readClaim(
  claim: RecordedClaim,
  evidence: Evidence,
): Omit<ControlStatement, 'place' | 'part' | 'whole'> | null {
  const { belief } = evidence.theatre
  const holder = holderSaid(claim, evidence)
  if (holder === null || isSilent(claim, evidence)) return null
  const affirms = claim.stance === 'asserts' && !DOUBTED.has(claim.certainty)
  const side = evidence.parties.sideOf(claim.holder.camp)
  // A denial says who does not hold the place; only from the side that would hold it does it say who does.
  if (!affirms && side !== holder) return null
  const interest = interestOf(claim, evidence.parties)
  const factor = interest === 'against' ? belief.againstInterest : interest === 'serves' ? belief.inInterest : 1
  const accepted = evidence.verdicts.get(claim.id)?.verdict === 'accept' ? 2 : 1
  const reliability = belief.reliability[reliabilityOf(claim, evidence)]
  return {
    claim,
    through: null,
    day: dayOfStatement(claim),
    holder,
    camp: claim.holder.camp,
    side,
    affirms,
    origin: evidence.origins.keyOf(claim),
    vague: isVague(claim),
    weight: reliability * Math.abs(hedgeOf(claim.certainty, belief)) * factor * accepted,
    changes: claim.stance === 'asserts' && claim.type !== 'control.held' && !OCCUPIED.test(claim.text),
  }
}

/** All that one claim says of who holds which place: of the places it names, and of areas whole. */
interface ClaimStatements {
  readonly direct: readonly ControlStatement[]
  readonly bulk: readonly BulkStatement[]
}

/**
 * Reads one claim: one statement for each settlement or area it names, and one for each area of which it speaks as a whole.
 * What is planned, asked or hypothetical says nothing about it, nor does a claim that names no party.
 */
export function readControlClaim(claim: RecordedClaim, evidence: Evidence): ClaimStatements {
  const said = readClaim(claim, evidence)
  if (said === null) return { direct: [], bulk: [] }
  const direct: ControlStatement[] = []
  const bulk: BulkStatement[] = []
  const there = claim.places.filter(({ role, precision }) => role === 'at' && precision !== 'country')
  for (const [key, place] of new Map(there.map(place => [evidence.places.keyOf(place), place]))) {
    const bearing = bearingOf(claim, place)
    if (bearing === 'nothing' || !evidence.places.isKnown(key) || isOnlyWithin(claim, place)) continue
    const vague = said.vague || (claim.stance === 'asserts' && !isPlainlySaid(claim, place))
    const statement = { ...said, vague, place: key, part: place.part, whole: bearing === 'whole' }
    const reach = reachOf(claim, place, evidence)
    if (reach !== null) bulk.push({ reach, statement })
    // One bank of a river is no part of a place that anybody holds.
    if (!reach?.through.includes(':')) direct.push(statement)
  }
  return { direct, bulk }
}
