import {
  BAND_WORDS,
  type Belief,
  type BriefingItem,
  type Control,
  type Day,
  isSpokenOf,
  type RecordedClaim,
  type Theatre,
} from '#domain'
import { unique } from '#kit'
import { atLeastOne, citationsOf } from './citations.ts'
import { claimsOf, type DayRecord, isSaidToday } from './day-record.ts'
import type { RankedItem } from './happenings.ts'
import { holdingWords, isTurn, placeName, stepOn } from './held.ts'
import { originsBehind } from './origins.ts'
import { isView, LEAST_TO_LEAD } from './rank.ts'
import { isWhole, shownWords, wordingOf } from './wording.ts'
import { quoted } from './words.ts'

/** One line for each place whose holder, or how likely that is, and each belief whose likelihood is not what it was as the day began. */
export function changesOf(record: DayRecord): RankedItem[] {
  const held = controlChanges(record)
  const told = new Set(held.flatMap(({ item }) => item.claims as readonly string[]))
  // Who holds a place is told once: not again as what is believed of its taking.
  return [...held, ...beliefChanges(record).filter(({ item }) => !item.claims.some(id => told.has(id)))]
}

function controlChanges(record: DayRecord): RankedItem[] {
  return [...record.control].flatMap(([place, steps]) => {
    const now = stepOn(steps, record.date)
    const before = stepBefore(record.controlBefore.get(place) ?? [], record.date)
    if (!now || !matters(record.theatre, place, now, before)) return []
    const claims = claimsOf(record, unique([...now.because, ...now.against]))
    if (!claims.some(claim => isSaidToday(record, claim) && !isView(claim) && claim.confidence >= LEAST_TO_LEAD))
      return []
    const was = before ? holdingWords(record.theatre, before) : null
    const name = placeName(record.theatre, place, claims)
    const text = `${name}: ${holdingWords(record.theatre, now)}${was === null ? '' : `; before the day ${was}`}.`
    const item = toItem(record, { text, was, claims, belief: null, holding: now })
    const importance = (now.holder === before?.holder ? 5 : 10) + Math.log2(1 + item.origins)
    return [{ section: 'Changed since yesterday', importance, grade: 'fact' as const, item }]
  })
}

/** The step that held until the day began. */
const stepBefore = (steps: readonly Control[], day: Day): Control | undefined =>
  stepOn(
    steps.filter(({ from }) => from < day),
    day,
  )

/** Another holder, or one held much more or less surely; of a place first heard of only where the theatre knows it. */
function matters(theatre: Theatre, place: string, now: Control, before: Control | undefined): boolean {
  if (!before) return now.holder !== 'unknown' && theatre.places.some(({ id, front }) => id === place && front)
  if (now.holder !== before.holder) return true
  // The first report that bears out the holder of before the war changes nothing on the ground.
  return isSpokenOf(before) && isTurn(now.likelihood, before.likelihood)
}

function beliefChanges(record: DayRecord): RankedItem[] {
  return record.events.flatMap(event => {
    const now = record.beliefs.get(event.id)
    const before = record.beliefsBefore.get(event.id)
    if (!now || !before || !isTurn(now.likelihood, before.likelihood) || event.type === 'politics.position') return []
    const claims = claimsOf(record, event.claims)
    const [lead] = [...claims].sort((a, b) => wordingOf(b) - wordingOf(a))
    if (!lead || isView(lead) || !isWhole(shownWords(lead.text))) return []
    if (!claims.some(claim => isSaidToday(record, claim))) return []
    const was = `${BAND_WORDS[before.likelihood]} (${before.confidence} confidence)`
    const text = `${quoted(shownWords(lead.text))}: now ${BAND_WORDS[now.likelihood]} (${now.confidence} confidence); before the day ${was}.`
    const item = toItem(record, { text, was, claims, belief: now, holding: now })
    return [
      { section: 'Changed since yesterday', importance: 3 + Math.log2(1 + item.origins), grade: 'fact' as const, item },
    ]
  })
}

interface Change {
  readonly text: string
  readonly was: string | null
  readonly claims: readonly RecordedClaim[]
  readonly belief: Belief | null
  readonly holding: Pick<Belief, 'likelihood' | 'confidence'>
}

function toItem(record: DayRecord, { text, was, claims, belief, holding }: Change): BriefingItem {
  const origins = originsBehind(claims, record.theatre)
  const ids = new Set(claims.map(({ id }) => id))
  const today = claims.filter(claim => isSaidToday(record, claim))
  const disputes = record.disputes.filter(({ positions }) =>
    positions.some(({ claims }) => claims.some(id => ids.has(id))),
  )
  return {
    text,
    likelihood: holding.likelihood,
    confidence: holding.confidence,
    origins: origins.length,
    camps: unique(origins.map(({ camp }) => camp)).sort(),
    disputed: disputes.some(({ status }) => status === 'open'),
    place: null,
    beliefs: belief ? [belief.id] : [],
    disputes: disputes.map(({ id }) => id).sort(),
    figures: [],
    claims: atLeastOne(
      today.map(({ id }) => id),
      'change line',
    ),
    citations: atLeastOne(citationsOf(today, record), 'change line'),
    changed: was === null ? { kind: 'new', was: null } : { kind: 'changed', was },
  }
}
