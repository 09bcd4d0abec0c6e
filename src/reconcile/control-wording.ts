import type { ClaimPlace, RecordedClaim } from '#domain'
import { dayOf } from '#domain'
import { isDated } from './happened.ts'
import { isOwnVoice } from './origins.ts'
import { foldOnce } from './remember.ts'

/**
 * What the words of a claim of control bear on a place: who holds the `whole` of it; that somebody holds, or hangs on to, a
 * `part`; or `nothing`, because they tell of an attempt, a wish, a building, people, a neighbourhood, or of long ago.
 */
export type Bearing = 'whole' | 'part' | 'nothing'

/** Where the place is named in a claim's own words, as offsets into them. */
interface Anchor {
  readonly start: number
  readonly end: number
}

const words = (list: string): string => list.trim().split(/\s+/).join('|')

const TAKING = words(`take seize capture occupy liberate retake recapture free hold keep defend control leave withdraw
  regain gain retain maintain storm conquer annex clear abandon retreat evacuate surround encircle`)
/** "to take X" is a wish, unless the words before it say that it was done. */
const INFINITIVE = new RegExp(`(?:^|(\\S+)\\s+)to\\s+(?:\\p{L}+ly\\s+)?(?:${TAKING})\\b`, 'giu')
const DONE_BEFORE =
  /^(manag|continu|claim|forced|forcing|able|succe|began|begun|start|compelled|had|went|go(es)?$|due)/i
const NOT_ABLE = /\b(not|never|un)\s?able\s+to\b|\b(is|are|was|were) being\b/i

/** An attempt, a failure, a wish, an order: said before the place is named, it is not done. In small letters: May is a month. */
const UNDONE = new RegExp(
  `\\b(${words(`fail fails failed failing failure failures attempt attempts attempted attempting try tries tried trying unable
  unsuccessful unsuccessfully struggle struggles struggling plan plans planned planning intend intends intended aim aims
  aimed aiming hope hopes hoped want wants wanted seek seeks seeking sought prepare prepares prepared preparing bid task
  tasks goal goals order orders ordered must should would could might may shall will whether if unless until once
  probability possibility chance risk demand demands demanded urge urges urged ready vow vows vowed storm storms
  storming stormed focus focused focusing threatens
  threatening plot order`)})\\b`,
  'u',
)
/** Movement that is not over: "are leaving", "began to pull out", "two thirds of the troops left". */
const UNFINISHED =
  /\b(are|is|was|were|be|been|currently|indeed|still|began|begun|started|continue|continues|continued)\s+(\p{L}+ly\s+)?(withdrawing|leaving|pulling|retreating|retiring|evacuating|abandoning|fleeing)\b|\b(began|begun|started|starting|continue|continues|continued)\s+to\s+(withdraw|leave|pull|retreat)\b|\b(?:began|begun|started|launched|conducting|ongoing|continu\p{L}+)\s+(?:\p{L}+[\s-]+){0,3}(?:withdrawal|retreat|pullout|evacuation|flight)\b|\b(some|part|most|many|few|number|main body|bulk|elements?|thirds?|half|quarter|\d\/\d|per ?cent|%)\s+(of\s+)?(the\s+)?(its\s+|their\s+)?(\p{L}+\s+)?(troops|forces|units|soldiers|groups?|invaders)\b/iu
/** A taking that is not over: "are still clearing the town". */
const IN_PROGRESS =
  /\b(?:are|is|were|was|still|continu\p{L}+|began|begun|started)\s+(?:\p{L}+\s+)?(?:clearing|taking|seizing|capturing|liberating|retaking|moving|fighting)\b|\bcontinu\p{L}+\s+to\s+(?:take|clear|seize|liberate)\b/iu
/** What was taken or held is people, things or an occasion, not ground. */
const NOT_GROUND =
  /\b(churche?s?|cathedrals?|clinics?|checkpoints?|highways?|roads?|flags?|hostages?|captives?|prisoners?|custody|detain\p{L}*|parades?|talks|meetings?|elections?|referend\p{L}+|funerals?|rall(y|ies)|residents have|people (have|are|were)|archives?|headquarters|warships?|ships?|aircraft|embass(y|ies)|diplomats?|towers?|premises|hospitals?|schools?|offices?|buildings?|factor(y|ies)|stations?|bases|checkpoints?|bridges?|positions|fortifications|trench(es)?|corridor|route|square kilomet\p{L}+|sq\.? ?km|km2|ventilation)\b/iu
const PEOPLE_HELD =
  /\b(hold|holds|held|holding)\s+(up to\s+|about\s+|some\s+|over\s+)?\d[\d,.]*\s+(?!per\b|percent|sq|km)\p{L}+/iu
/** Long ago, or told only to say something else. */
const BACKGROUND =
  /\b(earlier|previously|formerly|at the time|briefly|for a (time|while)|back in|since 20\d\d|in 20\d\d|last (year|month|summer|autumn|winter|spring)|then held|had (held|controlled|occupied))\b/i
const SUBORDINATE =
  /^\W*(?:(?:who|whose|(?:which|that) (?:had|was|were|occupied|seized|captured|took|held|left|controlled)|as soon as|soon as)\b|(?:when|after|before|during|until|while|where|if|once|because)\b[^,]*$)/i
const GERUND =
  /^\W*(?:\p{L}+ly\s+)?(?:capturing|seizing|securing|taking|holding|retaking|recapturing|regaining|liberating|occupying|controlling|clearing|completing|leaving|withdrawing)\b/iu
const SUCCESS = /^\W*(?:successfully|reportedly|already)\b/i
/** "seize that city": the words of an aim whose "to" stands before the claim. */
const BARE_INFINITIVE =
  /^\W*(?:(?:fully|completely|finally|freely)\s+)?(?:take|seize|capture|retake|recapture|liberate|occupy|secure|complete|regain|gain|clear|surround|encircle)\b/iu
/** "concentrated on taking X", "a chance of seizing it": the deed is what is aimed at. */
const AIMED_AT =
  /\b(?:on|of|for|at|towards?|without|from|before|against|by)\s+(?:taking|capturing|seizing|securing|retaking|recapturing|liberating|encircling|regaining|completing|holding)\b/iu
/** "are strengthening lines around X", "improve positions": work done at a place that is held already by somebody. */
const AT_WORK = /\b(?:strengthen\p{L}*|reinforc\p{L}+|fortif\p{L}+|improv\p{L}+|consolidat\p{L}+)\b/iu
const BARE_PARTICIPLE =
  /(?<!\b(?:are|is|were|was|been|be)(?:\s+\p{L}+)?)\s(occupying|controlling|holding|leaving|seizing)\s/iu
/** State in the past that is said to go on. */
const GOES_ON = /\b(still|continu\p{L}+|remain\p{L}*|kept|keeps)\b/iu
const FIRE_ONLY = /\b(with|by|under) fire\b|\bfire control\b/i
const FORECAST = /\bby the (end|same date)\b|\bbefore (the )?(end|next|spring|summer|autumn|winter)\b|\bstands at \d/i

const DETERMINED = `(?:(?:the|this|that|its|their|all of|a|key|temporarily|occupied|strategic|strategically|important|small|ruined|besieged|\\p{L}+ern|port|capital|regional|frontline|front-line|city|town|village|settlement|district|municipality|centre|center|of|called|named|\\p{L}+(?:ian|ish))\\s+)*`
/** Something was carried out of the place, or its people were freed. */
const CARRIED_OUT =
  /\b(?:took|taken|take|takes|taking)\s+(?:\p{L}+\s+){0,2}out\s+of\b|\b(?:residents|people|civilians|bodies)\b/iu
/** Words right before the place that make it only the neighbourhood or the scene of something else. */
const SCENE_BEFORE = new RegExp(
  `\\b(in|inside|within|at|near|around|outside|between|toward|towards|for|off|beyond|behind|along|to|into|on|over|via|through|(?:kilomet\\p{L}+|km|miles?) (?:of|from|off))\\s+${DETERMINED}$`,
  'iu',
)
/** "20 km southwest of X", "just north of X", "a settlement southeast of X": the place only says where another lies. */
const SITED_BY = new RegExp(
  `(?<!\\bthe\\s)\\b(?:north|south|east|west)(?:(?:-|\\s)?(?:north|south)?(?:east|west))?(?:wards?)?\\s+of\\s+${DETERMINED}$`,
  'iu',
)
/** "control over X", "a foothold in X": the scene words that still speak of holding it. */
const HOLD_BEFORE = new RegExp(`\\b(?:control|power|grip|hold|command)\\s+(?:over|in|on|at)\\s+${DETERMINED}$`, 'iu')
/** Words before or after the place that make it a part of it. */
const PART_BEFORE = new RegExp(
  `\\b(parts?|portions?|sections?|sectors?|swathes?|swaths?|half|most|much|quarter|thirds?|outskirts|suburbs?|edges?|bulk|share|rest|remainder|all but|(?:north|south|east|west|centre|center|middle)(?:ern)?(?: part| side| bank| half| edge)?|districts?|neighbou?rhoods?|areas?|blocks?|streets?|per ?cent|%|\\d\\s?km)\\s+of\\s+${DETERMINED}$`,
  'iu',
)
const PART_WORDS =
  /\b(foothold|pockets?|holding out|hold out|dug in|partial|partially|partly|cling\p{L}*|last (?:blocks?|districts?|parts?|strongholds?|bastions?|quarters?)|all but|almost all|nearly all|most of|some of|(?:some|certain) (?:\p{L}+ (?:and )?){0,2}(?:parts?|districts?|areas?|streets?|facilities)|insignificant)\b/iu
/** "all of X except for its plant" */
const EXCEPTED = /\b(?:except(?:\s+for)?|with the exception of|apart from)\b/i
/** More names in a list after the place: ", Bucha and Irpin". Each name needs its comma or "and", so that it is read in one pass. */
const MORE_NAMES = /^(?:(?:,\s*|\s+)(?:and\s+|&\s*)?\p{Lu}[\p{L}'’-]*){0,12}/u
/** Words right after the place (or the list it stands in) that make it the name of something else: its region, its plant, its people. */
const OTHER_AFTER =
  /^(?:['’]s?)?,?\s+(?:regions?|oblasts?|provinces?|districts?|directions?|areas?|zone|axis|sector|front|nuclear|npps?|power|airport|airfield|air\s?base|plants?|workers|residents|people|civilians|outskirts|suburbs?|reservoir|salient|pocket|street|road|highway|railway)\b/iu

/** "the port of X", "the siege of X", "the approaches of X": not the place but something of it. */
const THING_OF = new RegExp(
  `\\b(?:ports?|harbou?rs?|airports?|airfields?|stations?|plants?|steelworks|church(?:es)?|gates|entrances?|approaches|vicinity|direction|siege|residents|people|mayors?|defenders?|battle|councils?|administrations?)\\s+of\\s+${DETERMINED}$`,
  'iu',
)

/** True when the words after a name make it part of another name. */
function isOtherName(after: string): boolean {
  if (OTHER_AFTER.test(after)) return true
  const list = MORE_NAMES.exec(after)?.[0] ?? ''
  return list !== '' && OTHER_AFTER.test(after.slice(list.length))
}

/** "in the temporarily occupied X": a state told in passing, and plain. */
const OCCUPIED_BEFORE = new RegExp(`\\b(?:temporarily\\s+|\\p{L}+-)?occupied\\s+${DETERMINED}$`, 'iu')

const ANAPHOR =
  /\b(?:the|this|that|our)\s+(?:\p{L}+\s+){0,2}?(?:city|town|village|settlement|capital|island|stronghold)\b|\bit\b/iu
const PASSIVE = /^\W*(was|were|has been|have been|had been|is|are)\s/i

/** Words in the place of a name that fit any place near; "the city", "the island" fit few. */
const POINTS_BACK = /\b(?:town|village|settlement|stronghold|area|it|there|here)$/u

/** "Once they take X": a deed in the plain present, told in the run of a text, is a condition or a plan as often as not. */
const PLAIN_PRESENT =
  /(?<!\b(?:to|not|did|had|have|has)\s)\b(?:take|capture|seize|retake|recapture|secure|liberate|complete|regain)s?\b(?!\s+(?:of|by)\b)/iu
/** A title or first line, where the present means what has just happened, ends within this many characters. */
const TITLE_LENGTH = 200

/**
 * True where the words name the place themselves and tell of a deed done; false where they point back at it ("the town"), or
 * tell a change in the plain present below the headline. Such words add to others and carry nothing alone.
 */
export function isPlainlySaid(claim: RecordedClaim, place: ClaimPlace): boolean {
  const anchor = anchorOf(claim, place)
  if (!anchor || POINTS_BACK.test(wordsOf(claim).slice(anchor.start, anchor.end))) return false
  const late = claim.span[0] > TITLE_LENGTH && claim.time.tense === 'present' && claim.type === 'control.seized'
  return !(late && PLAIN_PRESENT.test(claim.text))
}

/** The first cell of a table's row: what stands in the others is told of it, not by it. */
const wordsOf = ({ text }: RecordedClaim): string => text.split(' | ')[0] ?? text

/** Where the words name the place: by its span, by its name, else by "the city"; null where they do not. */
function anchorOf(claim: RecordedClaim, place: ClaimPlace): Anchor | null {
  const text = wordsOf(claim)
  const [from, to] = [place.span[0] - claim.span[0], place.span[1] - claim.span[0]]
  const plain = claim.text.length === claim.span[1] - claim.span[0]
  if (plain && !place.carried && from >= 0 && to <= text.length) return { start: from, end: to }
  const named = text.toLowerCase().indexOf(place.name.toLowerCase())
  if (named >= 0) return { start: named, end: named + place.name.length }
  const found = ANAPHOR.exec(text)
  return found ? { start: found.index, end: found.index + found[0].length } : null
}

const isWish = (before: string): boolean =>
  NOT_ABLE.test(before) ||
  [...before.matchAll(INFINITIVE)].some(([, word]) => word === undefined || !DONE_BEFORE.test(word))

/** True for a state of the past that nothing says to go on: told in passing, or of another day. */
function isBygone(claim: RecordedClaim): boolean {
  if (BACKGROUND.test(claim.text) && !isDated(claim)) return true
  if (claim.type !== 'control.held' || claim.time.tense !== 'past' || isDated(claim)) return false
  // What somebody said is told a tense back: "he said that his men held the town".
  return !GOES_ON.test(claim.text) && (isOwnVoice(claim) || PASSIVE.test(claim.text))
}

/** Figures by which it is not the whole place that changes hands: how likely it is, an area, a share. */
const countsOther = ({ figures, type }: RecordedClaim): boolean =>
  figures.some(
    ({ measure }) =>
      measure === 'probability' || (type !== 'control.held' && (measure === 'share' || measure === 'area')),
  )

const LEAVING =
  /\b(?:withdr(?:ew|awn|aws?)|pull(?:ed|s)?(?:\s+(?:out|back))?|moved|moves|evacuat(?:ed|es)|remov(?:ed|es)|relocat(?:ed|es)|left)\s+(?!from\b|out\b|back\b)([^,;]+?)\s+(?:from|out of|via)\b/iu
const ALL_FORCES = /\b(?:troops|forces|army|units|soldiers|men|military|garrison|grouping|fighters|defenders)\s*$/iu
const ONLY_SOME =
  /\b(?:elements?|groups|command\p{L}*|headquarters|equipment|personnel|staff|battalions?|compan(?:y|ies)|detachments?|convoys?|wounded|vehicles?|items)\b/iu

/** "withdrew airborne groups from X", "command elements left X": something was taken away, the place was not left. */
function takesAway(before: string): boolean {
  const taken = LEAVING.exec(`${before} from`)?.[1]
  if (taken !== undefined && (!ALL_FORCES.test(taken) || ONLY_SOME.test(taken))) return true
  return /\b(?:elements?|command\p{L}*|headquarters|commanders?|personnel|staff|officials?|authorit\p{L}+|civilians|residents|people|refugees)\s+(?:\p{L}+ly\s+)?(?:have\s+|has\s+|had\s+)?(?:left|withdr\p{L}+|departed)\b/iu.test(
    before,
  )
}

/** True for words that tell of no change or state on the ground at all. */
function isIdle(claim: RecordedClaim, before: string): boolean {
  const { text, type } = claim
  return (
    UNDONE.test(before) ||
    isWish(before) ||
    SUBORDINATE.test(text) ||
    (GERUND.test(text) && !SUCCESS.test(text)) ||
    (type === 'control.seized' && (BARE_INFINITIVE.test(text) || IN_PROGRESS.test(before.replace(/[“”"]/gu, '')))) ||
    AIMED_AT.test(before) ||
    (type === 'control.held' && AT_WORK.test(before)) ||
    BARE_PARTICIPLE.test(before) ||
    PEOPLE_HELD.test(text) ||
    FIRE_ONLY.test(text) ||
    FORECAST.test(text) ||
    isBygone(claim) ||
    countsOther(claim) ||
    (type === 'control.left' && (UNFINISHED.test(before) || takesAway(before)))
  )
}

/** Nothing but names between two places: both are meant alike. */
const LISTED = /^[\s,]*(?:(?:and|&)\s+)?(?:\p{Lu}[\p{L}'’-]*(?:,?\s+(?:and\s+|&\s+)?|,)){0,12}$/u
const NAMED_BELOW = /:|\b(?:namely|including|such as)\b/i

const isListed = (between: string): boolean => LISTED.test(between.split(NAMED_BELOW).pop() ?? '')

/** Words that stand for the place itself. */
const PLACE_WORD = /^(?:the\s+|this\s+|that\s+)?(?:it|city|town|village|settlement|capital|island|area|territory)$/i

/** Where the claim's object stands in its words: a place of its own, or a name or thing that is none of them. */
function objectOf(claim: RecordedClaim, target: string): Anchor | null {
  const object = claim.places.find(({ name }) => foldOnce(name) === foldOnce(target))
  if (object) return anchorOf(claim, object)
  if (claim.type === 'control.left' || claim.agent === target || PLACE_WORD.test(target)) return null
  const at = claim.text.toLowerCase().indexOf(target.toLowerCase())
  return at < 0 ? null : { start: at, end: at + target.length }
}

/** "Arden Regional Hospital": the thing that was taken bears the place's name and more names behind it. */
const isNamedAfter = (target: string, { name }: ClaimPlace): boolean => {
  const at = target.toLowerCase().indexOf(name.toLowerCase())
  return at >= 0 && /^(?:\s+City)?\s+\p{Lu}/u.test(target.slice(at + name.length))
}

/** True when the words make something else than this place their object: "seized the plant and moved on the capital". */
function isBystanding(claim: RecordedClaim, place: ClaimPlace, anchor: Anchor): boolean {
  const { target } = claim
  if (target === null || foldOnce(place.name) === foldOnce(target)) return false
  const other = objectOf(claim, target)
  if (!other) return false
  if (other.start <= anchor.start && anchor.end <= other.end) return isNamedAfter(target, place)
  const [first, second] = other.start <= anchor.start ? [other, anchor] : [anchor, other]
  return !isListed(claim.text.slice(first.end, second.start))
}

/** The names of a list before the place: "in Arden and ". */
const NAMES_BEFORE = /(?:\p{Lu}[\p{L}'’-]*(?:,\s*|\s+)(?:and\s+|&\s*)?){1,12}$/u
/** Words looked at before a place: enough for "in the strategically important port city of". */
const NEAR = 120

const REGION_NAME = /\b(?:oblast|region|province|krai|governorate|state)$/i

/** True when a settlement is said to lie in another region than the one it has been read as: another place of that name. */
const isMisplaced = (claim: RecordedClaim, { admin, precision }: ClaimPlace): boolean =>
  precision !== 'area' &&
  admin !== null &&
  claim.places.some(other => {
    const region = other.admin ?? (REGION_NAME.test(other.name) ? other.name : null)
    if (other.precision !== 'area' || region === null || region === admin) return false
    const anchor = anchorOf(claim, other)
    return other.role === 'of' || (anchor !== null && SCENE_BEFORE.test(claim.text.slice(0, anchor.start).slice(-NEAR)))
  })

/** What a denial points back at in place of naming it: "rejects the claim", "the statement is not true". */
const SAID_BEFORE = /\b(?:claims?|statements?|reports?|words|this|that|capture|fall|loss)\b/i

/** What is said of a place that the words do not name: a denial of what was said, a bare "was taken", or that somebody hangs on there. */
function bearingUnnamed(claim: RecordedClaim): Bearing {
  if (claim.stance === 'denies') return SAID_BEFORE.test(claim.text) ? 'whole' : 'nothing'
  if (isIdle(claim, claim.text)) return 'nothing'
  if (claim.type === 'control.held') return PART_WORDS.test(claim.text) ? 'part' : 'nothing'
  return PASSIVE.test(claim.text) ? 'whole' : 'nothing'
}

/** Reads how far the claim's own words bear on who holds the place. */
export function bearingOf(claim: RecordedClaim, place: ClaimPlace): Bearing {
  if (isMisplaced(claim, place) || (claim.time.start !== null && claim.time.start > dayOf(claim.said))) return 'nothing'
  const anchor = anchorOf(claim, place)
  if (!anchor) return bearingUnnamed(claim)
  const [before, after] = [claim.text.slice(0, anchor.start), claim.text.slice(anchor.end)]
  const near = before
    .slice(-NEAR)
    .replace(NAMES_BEFORE, '')
    .replace(/[“”"()]/gu, '')
  if (isBystanding(claim, place, anchor)) return 'nothing'
  if (place.precision !== 'area' && isOtherName(after)) return 'nothing'
  if (OCCUPIED_BEFORE.test(near)) return 'whole'
  if (isIdle(claim, before) || SITED_BY.test(near) || THING_OF.test(near)) return 'nothing'
  if (place.precision === 'part' || place.part !== null || PART_BEFORE.test(near)) return 'part'
  if (claim.figures.some(({ measure }) => measure === 'share')) return 'part'
  if (EXCEPTED.test(claim.text)) return 'part'
  if (PART_WORDS.test(claim.text)) return claim.type === 'control.left' ? 'nothing' : 'part'
  if (NOT_GROUND.test(before) || CARRIED_OUT.test(near)) return 'nothing'
  return SCENE_BEFORE.test(near) && !HOLD_BEFORE.test(near) ? 'nothing' : 'whole'
}
