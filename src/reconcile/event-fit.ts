import type { ClaimFigure } from '#domain'
import { type Candidate, type Draft, JOIN_SCORE } from './event-drafts.ts'
import { reachOf } from './event-reach.ts'
import { dayCount } from './happened.ts'
import { bySaid } from './order.ts'
import { overlapOfNumbers } from './words.ts'

/** Members compared word by word; an event's later claims repeat its first. */
const MEMBERS_COMPARED = 8
/** Newest members whose figures are compared. */
const FIGURES_COMPARED = 50

/** An oblast is wide: one day there holds many things. */
const SAME_AREA = 1
/** What two different objects of one kind of deed take away: a market hit and a school hit are two strikes. */
const OTHER_OBJECT = -1.25
const ATTACKS: ReadonlySet<string> = new Set(['combat.strike', 'combat.assault', 'harm.damage'])

type Fit = number | null

/** Days within which a speaker's exact number, given again, is the same number told again. */
const RETOLD_DAYS = 3

/** True when the same speaker gave the same exact number in the same type of claim within days. */
function isRetold(candidate: Candidate, { members }: Draft): boolean {
  const { counts } = candidate
  if (counts.length === 0) return false
  const said = dayCount(candidate.saidDay)
  for (let at = Math.max(0, members.length - FIGURES_COMPARED); at < members.length; at += 1) {
    const member = members[at]
    if (!member || member.counts.length === 0) continue
    if (Math.abs(dayCount(member.saidDay) - said) > RETOLD_DAYS) continue
    if (member.dated && candidate.dated && member.period === candidate.period) continue
    if (meets(member.counts, counts)) return true
  }
  return false
}

const meets = (a: readonly string[], b: readonly string[]): boolean => {
  for (const key of a) if (b.includes(key)) return true
  return false
}

/** Scores when it happened: 0.5 for shared days, 0 or less for near ones, null when the two cannot be one happening. */
function fitOwnDays(candidate: Candidate, draft: Draft): Fit {
  const denies = candidate.claim.stance !== 'asserts'
  const draftPeriod = draft.first.period
  if (candidate.period !== draftPeriod) return denies ? 0 : null
  const [start, end] = [Math.max(candidate.from, draft.from), Math.min(candidate.to, draft.to)]
  const [own, other] = [candidate.to - candidate.from + 1, draft.to - draft.from + 1]
  if (candidate.period) {
    const days = Math.max(0, end - start + 1)
    return days / (own + other - days) >= 0.5 ? 0.5 : null
  }
  const bothDated = candidate.dated && draft.dated
  if (bothDated && own === 2 && other === 2 && candidate.from !== draft.from) return null
  if (start <= end) return 0.5
  if (denies) return 0
  const { before } = reachOf(candidate)
  return bothDated || start - end > before ? null : before > 1 ? 0 : -0.25
}

/** The same, but a number retold is of the days it was first told of, whatever time the retelling gives. */
const fitDays = (candidate: Candidate, draft: Draft): Fit =>
  fitOwnDays(candidate, draft) ?? (isRetold(candidate, draft) ? 0.5 : null)

const holds = (outer: readonly string[], inner: readonly string[]) => inner.every(key => outer.includes(key))

/** A country says too little to join two claims, and enough to keep them apart. */
const fitCountries = (a: Candidate, b: Candidate): Fit =>
  a.countries.length > 0 && b.countries.length > 0 && !meets(a.countries, b.countries) ? null : 0

/** Scores where it happened: 2 for the same settlements, 1 for the same area, 0.5 for one within the other, null for two different ones. */
function fitPlaces(candidate: Candidate, draft: Draft): Fit {
  const [a, b] = [candidate.settlements, draft.settlements]
  if (a.length > 0 && b.length > 0) {
    if (!meets(a, b)) return null
    return holds(a, b) || holds(b, a) ? 2 : 0.5
  }
  if (a.length === 0 && b.length === 0) {
    if (candidate.areas.length === 0 || draft.areas.length === 0) return fitCountries(candidate, draft.first)
    return meets(candidate.areas, draft.areas) ? SAME_AREA : null
  }
  const around = meets(candidate.areas, draft.within) || meets(draft.areas, candidate.within)
  if (around) return 0.5
  const [inner, outer] = a.length > 0 ? [candidate.within, draft.areas] : [draft.within, candidate.areas]
  return inner.length > 0 && outer.length > 0 ? -0.5 : 0
}

const differBy = (a: number, b: number) => (Math.max(a, b) === 0 ? 0 : 1 - Math.min(a, b) / Math.max(a, b))

/** One speaker's count that has grown since: the same happening, told later. */
function isMovingCount(later: Candidate, earlier: Candidate, now: number, then: number): boolean {
  return later.origin === earlier.origin && later.claim.said > earlier.claim.said && now >= then
}

/** Scores two figures of one measure: 1 equal, 0 compatible, null when one happening cannot have both. */
function fitFigure(later: Candidate, earlier: Candidate, now: ClaimFigure, then: ClaimFigure): Fit {
  if (now.value === null || then.value === null) return 0
  const same = now.value === then.value && (now.of === then.of || now.of === null || then.of === null)
  if (same) return now.value > 1 ? 1 : 0.25
  const moving = isMovingCount(later, earlier, now.value, then.value)
  const ofApart = now.of !== null && then.of !== null && differBy(now.of, then.of) > 0.1
  if (ofApart && !moving) return null
  if (now.measure.startsWith('munitions.')) return moving || differBy(now.value, then.value) <= 0.34 ? 0 : null
  if (now.measure === 'money') return differBy(now.value, then.value) <= 0.2 ? 0 : null
  if (!now.measure.startsWith('people.')) return 0
  const opposed = later.side !== null && earlier.side !== null && later.side !== earlier.side
  if (opposed) return 0
  const oneReport = later.claim.article === earlier.claim.article && later.origin === earlier.origin
  return oneReport || now.value < then.value / 2 ? null : -0.25
}

/** Scores the figures: the best agreement with any member; null as soon as one member's figure rules it out. */
function fitFigures(candidate: Candidate, { members }: Draft): Fit {
  const { figures } = candidate.claim
  if (figures.length === 0) return 0
  let best = 0
  let worst = 0
  for (let at = Math.max(0, members.length - FIGURES_COMPARED); at < members.length; at += 1) {
    const member = members[at]
    if (!member || member.claim.figures.length === 0) continue
    for (const now of figures) {
      for (const then of member.claim.figures) {
        if (now.measure !== then.measure || now.unit !== then.unit) continue
        const fit = fitFigure(candidate, member, now, then)
        if (fit === null) return null
        if (fit > best) best = fit
        if (fit < worst) worst = fit
      }
    }
  }
  return best > 0 ? best : worst
}

/** Scores who and whom. Two different doers of one thing are two things; a meeting has no order. */
function fitParties(candidate: Candidate, draft: Draft): Fit {
  const weight = candidate.placed ? 0.5 : 0.75
  const denies = candidate.claim.stance !== 'asserts'
  const swapped = candidate.doer !== null && candidate.doer === draft.target && candidate.target === draft.doer
  if (swapped && candidate.group === 'politics.meeting') return 2 * weight
  let score = 0
  if (candidate.doer !== null && draft.doer !== null) {
    if (candidate.doer === draft.doer) score += weight
    else if (!denies) return null
  }
  if (candidate.target === null || draft.target === null) return score
  const near = candidate.target.includes(draft.target) || draft.target.includes(candidate.target)
  if (near) return score + weight
  if (candidate.group.startsWith('harm.losses')) return null
  return ATTACKS.has(candidate.claim.type) && isOtherObject(candidate, draft) ? score + OTHER_OBJECT : score
}

/** True when claims of the same type as this one name other things that were hit. */
function isOtherObject({ object, claim }: Candidate, draft: Draft): boolean {
  const named = draft.members.filter(member => member.object !== null && member.claim.type === claim.type)
  return object !== null && named.length > 0 && named.every(member => !alike(member.object ?? '', object))
}

const alike = (a: string, b: string) => a.includes(b) || b.includes(a)

/** How far the wording agrees with the nearest of the event's claims, 0–1. */
function wordingOf({ words }: Candidate, { members }: Draft): number {
  let nearest = 0
  if (words.length < 3) return nearest
  for (let at = 0; at < members.length && at < MEMBERS_COMPARED; at += 1) {
    const other = members[at]?.words
    if (other && other.length >= 3) nearest = Math.max(nearest, overlapOfNumbers(other, words))
  }
  return nearest
}

/** Weight of the agreement in words. */
const WORDING = 1.5

/** Members of an event that a denial is held against. */
const MEMBERS_ANSWERED = 8

/** A denial belongs to the event of what it denies, whichever of the two came first, however little their fields share. */
function isAnswered({ claim, answers }: Candidate, { members, first }: Draft): boolean {
  if (claim.stance === 'denies')
    return members
      .slice(0, MEMBERS_ANSWERED)
      .some(({ claim: other }) => other.stance === 'asserts' && answers(claim, other))
  return claim.stance === 'asserts' && first.claim.stance === 'denies' && answers(first.claim, claim)
}

/**
 * How well a claim fits an event: the sum of its fits in days, place, parties and figures and 1.5 times its agreement in
 * words. Null when one of them rules it out, or when it cannot come to `least`. It belongs to the event from `JOIN_SCORE` on:
 * what answers it, or what it answers, always does.
 */
export function fitEvent(candidate: Candidate, draft: Draft, least: number): number | null {
  if (!isAnswered(candidate, draft)) return fitFields(candidate, draft, least)
  return JOIN_SCORE + Math.max(fitFields(candidate, draft, 0) ?? 0, 0)
}

function fitFields(candidate: Candidate, draft: Draft, least: number): number | null {
  const days = fitDays(candidate, draft)
  if (days === null) return null
  const places = fitPlaces(candidate, draft)
  if (places === null && candidate.placed) return null
  const parties = fitParties(candidate, draft)
  if (parties === null) return null
  const where = candidate.placed ? (places ?? 0) : Math.max(0, Math.min(places ?? 0, 0.5))
  const most = candidate.claim.figures.length > 0 ? 1 : 0
  if (days + where + parties + most + WORDING < least) return null
  const figures = fitFigures(candidate, draft)
  if (figures === null || days + where + parties + figures + WORDING < least) return null
  return days + where + parties + figures + WORDING * wordingOf(candidate, draft)
}

/** True when the first claim of one event was said before that of another. */
export const isOlder = (a: Draft, b: Draft): boolean => bySaid(a.first.claim, b.first.claim) < 0

/** Of some events, newest first, the one a claim fits best, or null when it fits none well enough. Of equals the older wins. */
export function findDraft(candidate: Candidate, drafts: readonly Draft[]): Draft | null {
  let found: Draft | null = null
  let highest = JOIN_SCORE
  for (const draft of drafts) {
    const score = fitEvent(candidate, draft, highest)
    if (score === null || score < highest) continue
    found = draft
    highest = score
  }
  candidate.score = highest
  return found
}
