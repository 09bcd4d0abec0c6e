import type { ClaimFigure, EventId, Measure, RecordedClaim } from '#domain'
import { type Evidence, isRejected } from './evidence.ts'
import type { FigureDraft } from './flag-figures.ts'
import { daysOf, lengthOf } from './happened.ts'
import { isRunningTotal } from './running-total.ts'

/** Words by which it says that the number is one day's. */
const DAILY_WORDS =
  /\b((past|last|previous) (day|24 hours)|24 hours|overnight|daily|(over|during|in) the (day|night)|per day|today|yesterday)\b/i
/** Measures that are counted day by day rather than by happening. */
const COUNTED_DAILY = new Set<Measure>([
  'munitions.launched',
  'munitions.shot-down',
  'munitions.hit',
  'personnel.losses',
])

/** True when the claim's figure is one day's count of something counted every day. */
function isDaily(claim: RecordedClaim, figure: ClaimFigure): boolean {
  if (!COUNTED_DAILY.has(figure.measure) || lengthOf(daysOf(claim)) > 2) return false
  const settled = claim.places.some(
    ({ role, precision }) => role === 'at' && (precision === 'point' || precision === 'part'),
  )
  return (
    !settled &&
    ((claim.type === 'combat.interception' && figure.measure.startsWith('munitions.')) ||
      DAILY_WORDS.test(`${claim.text} ${claim.time.words ?? ''}`))
  )
}

/** Words of counting before what is counted: "a total of 200 children". */
const COUNTING = /^(?:a )?total of (?:[\d.,]+ )?/i

/** "Russia's combat losses", "losses of the Russian troops", "enemy losses": the loser by the words themselves. */
const LOSER_BEFORE = /([\p{L}-]+?)(?:['’]s?)?\s+(?:[\p{L}-]+\s+){0,2}loss(?:es)?\b/iu
const LOSER_AFTER = /\bloss(?:es)?\s+(?:of|among|by)\s+(?:the\s+)?([\p{L}-]+)/iu
const ENEMY = /^(?:enemy|invaders?|occupiers?|aggressors?)$/i

/** Whose losses the words say they are: a party; null where they do not say. */
function loserNamed(claim: RecordedClaim, { parties }: Evidence): string | null {
  const words = [LOSER_BEFORE.exec(claim.text)?.[1], LOSER_AFTER.exec(claim.text)?.[1]]
  for (const word of words) {
    if (word === undefined) continue
    const enemy = ENEMY.test(word) ? parties.opponentOf(parties.sideOf(claim.holder.camp)) : null
    const party = parties.peopleOf(word) ?? enemy
    if (party !== null) return party
  }
  return null
}

/** Whose number it is: who lost, for losses and harm; whose air defence; who did it, else to what, for the rest; null when the text names nobody. */
function subjectOf(claim: RecordedClaim, evidence: Evidence): string | null {
  const { parties } = evidence
  const named = claim.type === 'harm.losses' ? loserNamed(claim, evidence) : null
  if (named !== null) return parties.nameOf(named)
  const harmed = claim.type.startsWith('harm.')
  const name = harmed
    ? claim.target
    : claim.type === 'combat.interception'
      ? claim.agent
      : (claim.agent ?? claim.target)
  const party = parties.idOf(name)
  return party === null ? (name?.replace(COUNTING, '') ?? null) : parties.nameOf(party)
}

/** Measures that are no count of anything that happened: how likely, how long. */
const NOT_COUNTED = new Set<Measure>(['probability', 'duration'])

/** "729,290, not 792,290": the number behind "not" is the one that is put right. */
const NOT_NUMBER =
  /,?\s+(?:and\s+)?(?:not|instead of|rather than)\s+(?:the\s+)?(?:earlier\s+|previous\s+)?(\d{1,3}(?:,\d{3})+|\d+)\b/i

/** The number a claim gives only to put it aside; null where it gives none. */
function rejectedNumber({ text, figures }: RecordedClaim): number | null {
  const found = figures.length > 1 ? NOT_NUMBER.exec(text)?.[1] : undefined
  return found === undefined ? null : Number(found.replaceAll(',', ''))
}

/** True for a claim whose numbers count: not denied, doubted, future or rejected. */
const isCounted = ({ id, stance, time }: RecordedClaim, evidence: Evidence): boolean =>
  stance === 'asserts' && time.tense !== 'future' && !isRejected(evidence, id)

/**
 * Every number a claim gives as so, of the event it is in. Running totals (`cumulative`) and daily counts (`daily`) are told from
 * figures of one event. Denied, doubted, future and rejected claims, and echoes, give none.
 */
export function readFigures(claim: RecordedClaim, event: EventId | undefined, evidence: Evidence): FigureDraft[] {
  if (claim.figures.length === 0 || !isCounted(claim, evidence) || evidence.echoes.has(claim.id)) return []
  const rejected = rejectedNumber(claim)
  return claim.figures
    .filter(({ measure, value }) => !NOT_COUNTED.has(measure) && (value === null || value !== rejected))
    .map(figure => {
      const cumulative = isRunningTotal(claim, figure, evidence.theatre.dayOne)
      const series = cumulative ? 'cumulative' : isDaily(claim, figure) ? 'daily' : null
      return {
        event: cumulative ? null : (event ?? null),
        series,
        measure: figure.measure,
        subject: subjectOf(claim, evidence),
        claimant: claim.holder.name,
        camp: claim.holder.camp,
        value: figure.value,
        low: figure.low,
        high: figure.high,
        unit: figure.unit,
        of: figure.of,
        change: figure.change,
        happened: daysOf(claim).end,
        said: claim.said,
        learned: claim.learned,
        because: [claim.id],
        flags: [],
        corrects: null,
        origin: evidence.origins.keyOf(claim),
        revises: claim.revisionOf !== null,
        rejects: rejected,
        text: claim.text,
      }
    })
}
