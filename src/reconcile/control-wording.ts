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
  /\b(are|is|was|were|be|been|currently|indeed|still|began|begun|started|continue|continues|continued)\s+(\p{L}+ly\s+)?(withdrawing|leaving|pulling|retreating|retiring|evacuating|abandoning)\b|\b(began|begun|started|starting|continue|continues|continued)\s+to\s+(withdraw|leave|pull|retreat)\b|\b(some|part|most|many|few|number|thirds?|half|quarter|\d\/\d|per ?cent|%)\s+(of\s+)?(the\s+)?(its\s+|their\s+)?(\p{L}+\s+)?(troops|forces|units|soldiers|groups?|invaders)\b/iu
/** What was taken or held is people, things or an occasion, not ground. */
const NOT_GROUND =
  /\b(hostages?|captives?|prisoners?|custody|detain\p{L}*|parades?|talks|meetings?|elections?|referend\p{L}+|funerals?|rall(y|ies)|residents have|people (have|are|were)|archives?|headquarters|warships?|ships?|aircraft|embass(y|ies)|diplomats?|towers?|premises|hospitals?|schools?|offices?|buildings?|factor(y|ies)|stations?|bases|checkpoints?|bridges?|positions|fortifications|trench(es)?|corridor|route|square kilomet\p{L}+|sq\.? ?km|km2|ventilation)\b/iu
const PEOPLE_HELD =
  /\b(hold|holds|held|holding)\s+(up to\s+|about\s+|some\s+|over\s+)?\d[\d,.]*\s+(?!per\b|percent|sq|km)\p{L}+/iu
/** Long ago, or told only to say something else. */
const BACKGROUND =
  /\b(earlier|previously|formerly|at the time|briefly|for a (time|while)|back in|since 20\d\d|in 20\d\d|last (year|month|summer|autumn|winter|spring)|then held|had (held|controlled|occupied))\b/i
const SUBORDINATE =
  /^\W*(?:(?:who|whose|(?:which|that) (?:had|was|were|occupied|seized|captured|took|held|left|controlled)|as soon as|soon as)\b|(?:when|after|before|during|until|while|where|if|once|because)\b[^,]*$)/i
const GERUND = /^\W*(capturing|seizing|taking|holding|retaking|liberating|occupying|controlling|leaving|withdrawing)\b/i
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
  `\\b(in|inside|within|at|near|around|outside|toward|towards|for|off|beyond|behind|along|to|into|on|over|via|through|(?:kilomet\\p{L}+|km|miles?) (?:of|from|off))\\s+${DETERMINED}$`,
  'iu',
)
/** "control over X", "a foothold in X": the scene words that still speak of holding it. */
const HOLD_BEFORE = new RegExp(`\\b(?:control|power|grip|hold|command)\\s+(?:over|in|on|at)\\s+${DETERMINED}$`, 'iu')
/** Words before or after the place that make it a part of it. */
const PART_BEFORE = new RegExp(
  `\\b(parts?|half|most|much|quarter|thirds?|outskirts|suburbs?|edges?|bulk|share|rest|remainder|all but|(?:north|south|east|west|centre|center|middle)(?:ern)?(?: part| side| bank| half| edge)?|districts?|neighbou?rhoods?|areas?|blocks?|streets?|per ?cent|%|\\d\\s?km)\\s+of\\s+${DETERMINED}$`,
  'iu',
)
const PART_WORDS =
  /\b(foothold|pockets?|holding out|hold out|dug in|partial|partially|partly|cling\p{L}*|last (?:blocks?|districts?|parts?|strongholds?|bastions?|quarters?)|all but|almost all|nearly all|most of|some of|(?:some|certain) (?:\p{L}+ (?:and )?){0,2}(?:parts?|districts?|areas?|streets?|facilities)|insignificant)\b/iu
/** More names in a list after the place: ", Bucha and Irpin". Each name needs its comma or "and", so that it is read in one pass. */
const MORE_NAMES = /^(?:(?:,\s*|\s+)(?:and\s+|&\s*)?\p{Lu}[\p{L}'’-]*){0,12}/u
/** Words right after the place (or the list it stands in) that make it the name of something else: its region, its plant, its people. */
const OTHER_AFTER =
  /^(?:['’]s?)?,?\s+(?:regions?|oblasts?|provinces?|districts?|directions?|areas?|zone|axis|sector|front|nuclear|npps?|power|airport|airfield|air\s?base|plants?|workers|residents|people|civilians|outskirts|suburbs?|reservoir|salient|pocket|street|road|highway|railway)\b/iu

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

/** True for words that tell of no change or state on the ground at all. */
function isIdle(claim: RecordedClaim, before: string): boolean {
  const { text, type } = claim
  return (
    UNDONE.test(before) ||
    isWish(before) ||
    SUBORDINATE.test(text) ||
    GERUND.test(text) ||
    BARE_PARTICIPLE.test(before) ||
    PEOPLE_HELD.test(text) ||
    FIRE_ONLY.test(text) ||
    FORECAST.test(text) ||
    isBygone(claim) ||
    countsOther(claim) ||
    (type === 'control.left' && UNFINISHED.test(before))
  )
}

/** Nothing but names between two places: both are meant alike. */
const LISTED = /^[\s,]*(?:(?:and|&)\s+)?(?:\p{Lu}[\p{L}'’-]*(?:,?\s+(?:and\s+|&\s+)?|,)){0,12}$/u
const NAMED_BELOW = /:|\b(?:namely|including|such as)\b/i

const isListed = (between: string): boolean => LISTED.test(between.split(NAMED_BELOW).pop() ?? '')

/** True when the words make another place than this one their object: "seized the plant and moved on the capital". */
function isBystanding(claim: RecordedClaim, place: ClaimPlace, anchor: Anchor): boolean {
  const target = claim.target === null ? null : foldOnce(claim.target)
  if (target === null || foldOnce(place.name) === target) return false
  const object = claim.places.find(({ name }) => foldOnce(name) === target)
  if (!object) return false
  const other = anchorOf(claim, object)
  if (!other) return false
  const [first, second] = other.start <= anchor.start ? [other, anchor] : [anchor, other]
  return !isListed(claim.text.slice(first.end, second.start))
}

/** The names of a list before the place: "in Arden and ". */
const NAMES_BEFORE = /(?:\p{Lu}[\p{L}'’-]*(?:,\s*|\s+)(?:and\s+|&\s*)?){1,12}$/u
/** Words looked at before a place: enough for "in the strategically important port city of". */
const NEAR = 120

/** True when a settlement is said to lie in another region than the one it has been read as: another place of that name. */
const isMisplaced = (claim: RecordedClaim, { admin, precision }: ClaimPlace): boolean =>
  precision !== 'area' &&
  admin !== null &&
  claim.places.some(other => {
    if (other.precision !== 'area' || other.admin === null || other.admin === admin) return false
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
  const near = before.slice(-NEAR).replace(NAMES_BEFORE, '')
  if (isBystanding(claim, place, anchor)) return 'nothing'
  if (place.precision !== 'area' && isOtherName(after)) return 'nothing'
  if (OCCUPIED_BEFORE.test(near)) return 'whole'
  if (isIdle(claim, before)) return 'nothing'
  if (place.precision === 'part' || place.part !== null || PART_BEFORE.test(near)) return 'part'
  if (claim.figures.some(({ measure }) => measure === 'share')) return 'part'
  if (PART_WORDS.test(claim.text)) return claim.type === 'control.left' ? 'nothing' : 'part'
  if (NOT_GROUND.test(before) || CARRIED_OUT.test(near)) return 'nothing'
  return SCENE_BEFORE.test(near) && !HOLD_BEFORE.test(near) ? 'nothing' : 'whole'
}
