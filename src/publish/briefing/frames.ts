import type { ClaimFigure, Measure, RecordedClaim } from '#domain'
import { foldName } from '#kit'
import { givesLossesToAgent } from './against.ts'
import { amountWords, isAge, munitionOf, placeWords } from './amounts.ts'
import { listWords, numberWords, oneLine } from './words.ts'

type Frame = (claim: RecordedClaim) => string | null

/** Frames that say all that a claim of their type says. */
const FRAMES: Readonly<Record<string, Frame>> = {
  'control.seized': claim => holding(claim, 'took'),
  'control.held': claim => holding(claim, 'holds'),
  'control.left': claim => (/with?dr[ae]w|left|leav|retreat|pulled/i.test(claim.text) ? holding(claim, 'left') : null),
  'combat.strike': launches,
  'combat.interception': interception,
  'harm.casualties': casualties,
  'harm.losses': losses,
}

/** Frames that keep the gist alone: only for words that cannot stand by themselves. */
const SPARE_FRAMES: Readonly<Record<string, Frame>> = {
  'combat.strike': claim =>
    acting(claim, /\b(?:struck|strike|hit|shell(?:ed|ing)?|bomb(?:ed|ing)?|fired?)\b/i, 'struck'),
  'control.advanced': claim => acting(claim, /\b(?:advanc|gain|progress)/i, 'advanced at'),
}

/**
 * A claim as a clause made from its fields, or null where they do not carry it. `spare` also allows the frames that keep
 * only the gist. Never used where the words place the deed at another time than the fields do ("a night earlier").
 */
export function frameOf(claim: RecordedClaim, spare: boolean): string | null {
  if (claim.time.words === null && OTHER_TIME.test(claim.text)) return null
  if (claim.figures.length > 0 && RATE.test(claim.text)) return null
  return FRAMES[claim.type]?.(claim) ?? (spare ? (SPARE_FRAMES[claim.type]?.(claim) ?? null) : null)
}

const OTHER_TIME = /\b(?:earlier|previous(?:ly)?|ago|yesterday|since|so far this)\b/i

/** Words of what ought to be, may be, is tried or fails: a frame would tell it as done. */
const NOT_DONE =
  /\b(?:must|should|ought|need(?:s|ed)? to|will|would|could|may|might|can|cannot|to be|unable|fail(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|attempt\w*|plan(?:s|ned|ning)?|want(?:s|ed)?|threaten\w*|demand\w*|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|for)|if|unless|not|never|no longer)\b/i

/** A number for each day, week or other round is no toll. */
const RATE = /\b(?:(?:every|each|a|per) (?:day|night|week|month|hour)|daily|nightly|weekly|monthly|on average)\b/i

/** Words that say less than the whole of a place; where no part is coded, only the report's own words keep them. */
const PARTLY =
  /\b(?:cent(?:re|er)|outskirts?|parts?|half|banks?|edges?|suburbs?|most|much|some|nearly|almost|practically|beachheads?|footholds?|positions?|percent|near|around|lines?|facilities|plant|quarters?|blocks?|flags?|clear|fire)\b|\b(?:north|south|east|west)(?:ern)?\s+(?:sides?|districts?|of)\b|%/i

/** A staff or ministry takes no town; where one is coded so, the words say more truly who did. */
const BODY = /\b(?:staff|ministry|command|government|administration|bulletin)\b/i

/** Words of bodies of men, and of states of more than one word. */
const FORCE =
  /\b(?:forces?|troops|army|navy|fleet|brigade|regiment|battalion|division|corps|group|guard|militia|fighters|units?|republic|kingdom|states|federation|people|movement|legion)\b/i

/** True for an agent of several capitals and no force among them: a man takes and holds no town, whatever was read. */
const isPerson = (agent: string): boolean => /^\p{Lu}\S+(?: \p{Lu}\S+)+$/u.test(agent) && !FORCE.test(agent)

/** "Russia took the east of Bakhmut"; only of one settlement, since a river or a region is hardly ever taken whole. */
function holding(claim: RecordedClaim, verb: string): string | null {
  if (NOT_DONE.test(claim.text)) return null
  const [place, ...others] = claim.places.filter(({ role }) => role === 'at')
  if (
    !claim.agent ||
    BODY.test(claim.agent) ||
    isPerson(claim.agent) ||
    !place ||
    others.length > 0 ||
    claim.figures.length > 0
  )
    return null
  if (place.part === 'part') return null
  if (place.precision !== 'point' && place.precision !== 'part') return null
  if (place.part === null && (place.precision === 'part' || PARTLY.test(claim.text.replace(place.name, ''))))
    return null
  return `${oneLine(claim.agent)} ${verb} ${placeWords(place)}`
}

/** "Russia struck Ternopil Oblast": agent, verb and the one place, where the words have such a verb. */
function acting(claim: RecordedClaim, verb: RegExp, said: string): string | null {
  const [place, ...others] = claim.places.filter(({ role }) => role === 'at')
  if (!claim.agent || !/^\p{Lu}/u.test(claim.agent) || !place || others.length > 0 || claim.figures.length > 0)
    return null
  if (!verb.test(claim.text) || /\b(?:by|back|not|no)\b/i.test(claim.text)) return null
  return foldName(claim.agent) === foldName(place.name) ? null : `${oneLine(claim.agent)} ${said} ${placeWords(place)}`
}

/** "Russia launched 188 drones". */
function launches(claim: RecordedClaim): string | null {
  const [sent, ...rest] = claim.figures
  if (!sent || rest.length > 0 || sent.measure !== 'munitions.launched' || sent.of !== null || !claim.agent) return null
  const amount = amountWords(sent)
  const noun = munitionOf(claim, sent)
  if (amount === null || noun === null || !/^\p{Lu}/u.test(claim.agent) || sent.value === 0) return null
  return `${oneLine(claim.agent)} launched ${amount} ${oneLine(noun)}`
}

/** "16 of 21 Shahed drones were shot down"; of several counts the whole one, where the others are parts of it. */
function interception(claim: RecordedClaim): string | null {
  const counts = claim.figures.filter(({ measure, unit }) => measure !== 'munitions.launched' && unit !== 'region')
  const parts = /\b(?:of (?:them|these|those|which)|includ|among)/i.test(claim.text)
  const down = [...counts].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]
  if (!down || (counts.length > 1 && !parts) || counts.some(({ measure }) => measure !== 'munitions.shot-down'))
    return null
  const noun = munitionOf(claim, down) ?? claim.target
  const amount = amountWords(down)
  if (noun === null || /\s(?:over|in|of|and)\s/.test(noun) || amount === null || down.value === 0) return null
  const share = down.of === null ? amount : `${amount} of ${numberWords(down.of)}`
  const single = down.value === 1 && down.of === null
  return `${share} ${single ? oneLine(noun) : plural(oneLine(noun))} ${single ? 'was' : 'were'} shot down`
}

const plural = (noun: string): string => (/[a-z]$/.test(noun) && !noun.endsWith('s') ? `${noun}s` : noun)

/** "2 civilians were killed and 9 wounded in Sumy". */
function casualties(claim: RecordedClaim): string | null {
  const counts = claim.figures.map(figure => ({ amount: amountWords(figure), done: doneTo(claim, figure), figure }))
  if (counts.length === 0 || counts.some(({ amount, done, figure }) => !amount || !done || figure.of !== null))
    return null
  if (counts.some(({ figure }) => figure.value === 0 || isAge(claim.text, figure))) return null
  if (new Set(counts.map(({ done }) => done)).size < counts.length) return null
  if (
    TOLD_HARM.some(
      ([words, measure]) => words.test(claim.text) && !claim.figures.some(each => each.measure === measure),
    )
  )
    return null
  const [one, many] = peopleOf(claim)
  const words = counts.map(({ amount, done, figure }, index) => {
    if (index > 0) return `${amount} ${done}`
    return (figure.value ?? figure.high ?? figure.low) === 1
      ? `${amount} ${one} was ${done}`
      : `${amount} ${many} were ${done}`
  })
  const [place, ...others] = claim.places.filter(({ role }) => role !== 'of' && role !== 'toward')
  if (others.length > 0) return null
  return `${listWords(words)}${place ? ` in ${placeWords(place)}` : ''}`
}

/** Harm that the words tell; where no figure counts it, a frame would leave it out. */
const TOLD_HARM: readonly (readonly [RegExp, Measure])[] = [
  [/\b(?:kill(?:ed|s|ing)|died|dead|deaths?)\b/i, 'people.killed'],
  [/\b(?:wound(?:ed|s|ing)|injur(?:ed|ies))\b/i, 'people.wounded'],
  [/\bmissing\b/i, 'people.missing'],
]

/** Who was harmed, one and many, where the target says it in one known word; else people. */
export const peopleOf = ({ target }: Pick<RecordedClaim, 'target'>): readonly [string, string] =>
  WHO.find(pair => pair.some(word => word === target?.toLowerCase())) ?? ['person', 'people']

const WHO: readonly (readonly [string, string])[] = [
  ['civilian', 'civilians'],
  ['child', 'children'],
  ['resident', 'residents'],
  ['soldier', 'soldiers'],
  ['serviceman', 'servicemen'],
  ['worker', 'workers'],
  ['patient', 'patients'],
  ['rescuer', 'rescuers'],
  ['medic', 'medics'],
  ['journalist', 'journalists'],
]

/** What was done to those a figure counts; who was led out of danger was not simply displaced. */
const doneTo = ({ text }: RecordedClaim, { measure }: ClaimFigure): string | undefined =>
  measure === 'people.displaced' && /\bevacuat/i.test(text) ? 'evacuated' : PEOPLE[measure]

const PEOPLE: Partial<Record<Measure, string>> = {
  'people.killed': 'killed',
  'people.wounded': 'wounded',
  'people.missing': 'missing',
  'people.trapped': 'trapped',
  'people.captured': 'captured',
  'people.displaced': 'displaced',
}

/** "Russia lost 1,610 personnel, 9 tanks and 22 artillery systems". */
function losses(claim: RecordedClaim): string | null {
  if (!claim.target || claim.figures.length === 0 || claim.figures.length > MOST_LOSSES) return null
  if (givesLossesToAgent(claim)) return null
  const words = claim.figures.map(lossWords)
  return words.includes(null) ? null : `${oneLine(claim.target)} lost ${listWords(words as string[])}`
}

const MOST_LOSSES = 6

function lossWords(figure: ClaimFigure): string | null {
  const noun = LOSSES[figure.measure]
  const amount = amountWords(figure)
  if (!noun || amount === null || figure.of !== null || figure.change !== null || figure.value === 0) return null
  return `${amount} ${figure.value === 1 ? noun[0] : noun[1]}`
}

/** Singular and plural of what a side loses; `personnel.losses` counts killed and wounded together. */
export const LOSSES: Partial<Record<Measure, readonly [string, string]>> = {
  'personnel.losses': ['of its personnel', 'personnel'],
  'equipment.tanks': ['tank', 'tanks'],
  'equipment.armoured-vehicles': ['armoured vehicle', 'armoured vehicles'],
  'equipment.artillery': ['artillery system', 'artillery systems'],
  'equipment.mlrs': ['multiple rocket launcher', 'multiple rocket launchers'],
  'equipment.air-defence': ['air defence system', 'air defence systems'],
  'equipment.aircraft': ['aircraft', 'aircraft'],
  'equipment.helicopters': ['helicopter', 'helicopters'],
  'equipment.drones': ['drone', 'drones'],
  'equipment.missiles': ['missile', 'missiles'],
  'equipment.ships': ['ship', 'ships'],
  'equipment.vehicles': ['vehicle', 'vehicles'],
}
