import { type BriefingItem, type ClaimFigure, type ClaimType, familyOf, type RecordedClaim } from '#domain'
import { isAge } from './amounts.ts'
import { isAdmission } from './names.ts'

/** How grave a happening is by its type alone, 0–6: what changes who holds ground and who lives comes first. */
const SEVERITY: Partial<Record<ClaimType, number>> = {
  'control.seized': 6,
  'control.left': 6,
  'harm.casualties': 5,
  'combat.strike': 4,
  'control.threatened': 4,
  'control.advanced': 4,
  'control.held': 3,
  'combat.assault': 2,
  'combat.weapon': 4,
  'combat.deployment': 3,
  'combat.interception': 3,
  'harm.damage': 3,
  'harm.losses': 3,
  'politics.negotiation': 4,
  'politics.aid': 4,
  'politics.sanction': 4,
  'politics.alliance': 3,
  'politics.legal': 3,
  'politics.disclosure': 3,
  'politics.meeting': 3,
  'politics.position': 2,
  'economy.trade': 3,
}
const OTHER_SEVERITY = 2

/** A reading the reader trusts less never leads a line, and a line of such readings alone is poor. */
export const LEAST_TO_LEAD = 0.5

/**
 * The stated importance of a line; facts of a section are ordered by it, views after them, and the least are left out
 * (and counted). importance = severity of the gravest type (0–6)
 *   + 1.5 · log2(1 + independent origins) + 0.5 for each camp after the first + 1.5 if disputed + 1 if its likelihood changed
 *   + weight of the greatest figure (0–4): 1.5 · log10 of 1 + people killed; of a fifth of those wounded; of half the munitions;
 *     of a tenth of the km²; of the money in hundred millions; of a hundredth of the personnel lost;
 *     three times the share of what was damaged
 *   + 2 if somebody admits it against their own interest + 1 if a holder the theatre knows says it
 *   + 3 · (the reader's best trust in it − 0.75)
 *   − 2 if it is of ground, fighting or harm and says neither where nor how many, or of people hurt and not where
 *   − 2 if nobody asserts it today (a denial or a doubt alone)
 *   − 3 if its words look back ("a night earlier")
 *   − 1.5 if it happened before the day before − 3 more if it is background (more than two weeks before).
 */
export function importanceOf(
  item: Pick<BriefingItem, 'origins' | 'camps' | 'disputed' | 'changed'>,
  claims: readonly RecordedClaim[],
  daysBefore: number,
): number {
  const trusted = claims.filter(({ confidence }) => confidence >= LEAST_TO_LEAD)
  const telling = trusted.length > 0 ? trusted : claims
  return (
    Math.max(0, ...telling.map(severityOf)) +
    1.5 * Math.log2(1 + item.origins) +
    0.5 * Math.max(0, item.camps.length - 1) +
    (item.disputed ? 1.5 : 0) +
    (item.changed?.kind === 'changed' ? 1 : 0) +
    Math.max(0, ...telling.flatMap(claim => claim.figures.map(figure => weightOf(claim, figure)))) +
    (telling.some(isAdmission) ? 2 : 0) +
    (telling.some(({ holder }) => holder.id !== null && holder.kind !== 'outlet') ? 1 : 0) +
    3 * (Math.max(0, ...claims.map(({ confidence }) => confidence)) - 0.75) -
    (telling.every(isVague) ? 2 : 0) -
    (claims.some(({ stance }) => stance === 'asserts') ? 0 : 2) -
    (telling.every(({ text }) => LOOKS_BACK.test(text)) ? 3 : 0) -
    (daysBefore > 1 ? 1.5 : 0) -
    (daysBefore > BACKGROUND_DAYS ? 3 : 0)
  )
}

const LOOKS_BACK = /\b(?:earlier|previous(?:ly)?|ago)\b/i

/** A line is background when what it tells happened more than so many days before the day. */
const BACKGROUND_DAYS = 14

/** How grave a claim is by its type, 0–6; ground without a place, and nobody hurt, are graver by their type than by what they say. */
export const severityOf = (claim: RecordedClaim): number => {
  const severity = SEVERITY[claim.type] ?? OTHER_SEVERITY
  const light = familyOf(claim.type) === 'control' ? isVague(claim) : isZero(claim)
  return light ? Math.min(severity, OTHER_SEVERITY) : severity
}

const isZero = ({ figures }: RecordedClaim): boolean => figures.length > 0 && figures.every(({ value }) => value === 0)

/** True where words of ground, fighting or harm say neither where nor how many: of ground, a country is no place. */
export const isVague = ({ type, places, figures, againstInterest }: RecordedClaim): boolean =>
  /^(?:control|combat|harm)\./.test(type) &&
  (places.length === 0 || (type.startsWith('control.') && places.every(({ precision }) => precision === 'country'))) &&
  (figures.length === 0 || type === 'harm.casualties') &&
  !againstInterest

/** What each measure is divided by before its logarithm, so that a grave number of any weighs alike. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^people\.killed$/, 1],
  [/^people\.(?:wounded|captured|missing|trapped)$/, 5],
  [/^people\.displaced$/, 1000],
  [/^munitions\./, 2],
  [/^area$/, 10],
  [/^money$/, 1e8],
  [/^personnel\./, 100],
]
const HEAVIEST = 4
/** What damage to the whole of something adds. */
const WHOLE = 3
/** What a tenfold number adds. */
const TENFOLD = 1.5

function weightOf(claim: RecordedClaim, figure: ClaimFigure): number {
  if (claim.type === 'harm.damage' && figure.measure === 'share') return WHOLE * Math.min(1, figure.value ?? 0)
  const scale = SCALES.find(([measure]) => measure.test(figure.measure))?.[1]
  if (scale === undefined || isAge(claim.text, figure) || claim.type === 'politics.position') return 0
  const amount = Math.max(figure.value ?? figure.low ?? figure.high ?? 0, figure.of ?? 0)
  return Math.min(HEAVIEST, TENFOLD * Math.log10(1 + amount / scale))
}

/** The sections that happenings are sorted into, in the order of the page. */
export const HAPPENING_SECTIONS = ['Fighting', 'Politics and diplomacy', 'Economy and aid', 'Harm'] as const
export type HappeningSection = (typeof HAPPENING_SECTIONS)[number]

/** The section of a claim: by its type; of ground without a place and of assessments by their subject; aid with the economy. */
export function sectionOf(claim: Pick<RecordedClaim, 'type' | 'text' | 'places' | 'figures'>): HappeningSection {
  const { type, text, places, figures } = claim
  const family = familyOf(type)
  if (figures.some(({ measure }) => measure.startsWith('munitions.'))) return 'Fighting'
  const ground = family === 'control' && places.length === 0 && figures.length === 0
  if (family === 'assessment' || ground) return subjectOf(text) ?? 'Fighting'
  if (type === 'politics.aid' || family === 'economy') return 'Economy and aid'
  if (family === 'politics') return 'Politics and diplomacy'
  return family === 'harm' ? 'Harm' : 'Fighting'
}

/** Words by which an assessment belongs to another section than the fighting; the first that matches. */
const SUBJECTS: readonly (readonly [RegExp, HappeningSection])[] = [
  [
    /\b(?:diplomats?|embassy|ambassadors?|accreditation|cease-?fire|truce|peace|talks|negotiat\w*|sanctions?|elections?|nuclear|presidents?|parliament|treaty|nato|summit|doctrine|court|tribunal|reparations)\b/i,
    'Politics and diplomacy',
  ],
  [
    /\b(?:gas|oil|grain|exports?|imports?|econom\w*|budget|tariffs?|trade|loans?|aid|prices|transit)\b/i,
    'Economy and aid',
  ],
  [/\b(?:civilians?|heat|heating|electricity|blackouts?|refugees|hospitals?)\b/i, 'Harm'],
]

const subjectOf = (text: string): HappeningSection | null => SUBJECTS.find(([words]) => words.test(text))?.[1] ?? null

/** A demand tells what somebody wants of the ground or the guns, not what is. */
const DEMANDED = /\b(?:must|should|ought to|has to|have to)\b/i

/** True for what is somebody's view or of a time to come, and so stands after the facts and gets no likelihood. */
export function isView({
  type,
  time,
  said,
  figures,
  text,
}: Pick<RecordedClaim, 'type' | 'time' | 'said' | 'figures' | 'text'>): boolean {
  const family = familyOf(type)
  if (family === 'assessment' || figures.some(({ measure }) => measure === 'probability')) return true
  if (family === 'politics' || family === 'economy') return false
  if (DEMANDED.test(text)) return true
  return time.tense === 'future' || (time.end !== null && time.end > said.slice(0, 10))
}
