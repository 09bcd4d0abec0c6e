import { type BriefingItem, type ClaimId, type Dispute, dayOf, type RecordedClaim } from '#domain'
import { groupBy, unique } from '#kit'
import { atLeastOne, citationsOf } from './citations.ts'
import { clauseOf, saysNo } from './clause.ts'
import { claimsOf, type DayRecord, isSaidToday } from './day-record.ts'
import type { RankedItem } from './happenings.ts'
import { speakersOf } from './names.ts'
import { originsBehind } from './origins.ts'
import { importanceOf } from './rank.ts'
import { isWhole, pointsBack, shownWords, wordingOf } from './wording.ts'
import { counted, oneLine, quoted, sentenceCase, shortDate } from './words.ts'

/** One line for each dispute that one of today's claims takes part in: the question, then every position in its own words. */
export function disputedOf(record: DayRecord): RankedItem[] {
  return record.disputes.flatMap(dispute => {
    const claims = dispute.positions.flatMap(position => claimsOf(record, position.claims))
    const [first] = claims
    return first && claims.some(claim => isSaidToday(record, claim)) ? [toItem(record, dispute, claims)] : []
  })
}

function toItem(record: DayRecord, dispute: Dispute, claims: readonly RecordedClaim[]): RankedItem {
  const belief = dispute.event === null ? null : (record.beliefs.get(dispute.event) ?? null)
  const origins = originsBehind(claims, record.theatre)
  const today = claims.filter(claim => isSaidToday(record, claim))
  const leading = dispute.positions.flatMap(position => leadOf(claimsOf(record, position.claims), position.says) ?? [])
  const shown = unique([...leading, ...today])
  const item: BriefingItem = {
    text: disputeWords(record, dispute),
    likelihood: belief?.likelihood ?? null,
    confidence: belief?.confidence ?? null,
    origins: origins.length,
    camps: unique(dispute.positions.map(({ camp }) => camp)).sort(),
    disputed: dispute.status === 'open',
    place: placeOf(record, dispute, claims),
    beliefs: belief ? [belief.id] : [],
    disputes: [dispute.id],
    figures: [],
    claims: atLeastOne(
      shown.map(({ id }) => id),
      'disputed line',
    ),
    citations: atLeastOne(citationsOf(shown, record), 'disputed line'),
    changed: dispute.since >= record.window[0] ? { kind: 'new', was: null } : null,
  }
  return { section: 'Disputed', importance: importanceOf(item, claims, 0), grade: 'fact', item }
}

/** `Who holds Bakhmut? X (2 origins): “…”; Y denies it (1 origin): “…”. Open since 21 May 2023.` Most origins first. */
function disputeWords(record: DayRecord, dispute: Dispute): string {
  const sides = saySides(dispute, ids => claimsOf(record, ids)).map(({ text }) => text)
  const since = shortDate(dayOf(dispute.since))
  const state = dispute.status === 'open' ? `Open since ${since}` : `${sentenceCase(dispute.status)}; opened ${since}`
  return `${oneLine(dispute.question)} ${sentenceCase(sides.join('; '))}. ${state}.`
}

/** The sides of a dispute in words, most origins first, each with its claims; `claimsOf` gives the claims of some ids. */
export function saySides(
  dispute: Dispute,
  claimsOf: (ids: readonly ClaimId[]) => readonly RecordedClaim[],
): { readonly text: string; readonly claims: readonly ClaimId[] }[] {
  return sidesOf(dispute, claimsOf).map(({ leads, stance, origins, claims }) => {
    const [lead] = leads
    const speakers = speakersOf(leads)
    const verb = VERBS[stance][speakers.plural ? 1 : 0]
    const subject = verb === '' ? speakers.bare : `${speakers.words} ${verb}`
    const own = lead && saysNo(lead) ? ' in these words' : ''
    return { text: `${subject} (${counted(origins, 'origin')})${own}${lead ? `: ${sideWords(lead)}` : ''}`, claims }
  })
}

/** What a side says: its words where they can stand alone, else the frame they fill where nothing hedges it, else the words all the same. */
function sideWords(lead: RecordedClaim): string {
  const clause = clauseOf(lead)
  const shown = shownWords(lead.text)
  const hedged = lead.certainty !== 'stated'
  const own = clause.quoted || hedged || lead.stance !== 'asserts' || (isWhole(shown) && !pointsBack(shown))
  return own ? quoted(shown) : clause.words
}

interface Side {
  /** The best-worded claim of each position on this side, the best first. */
  readonly leads: readonly RecordedClaim[]
  readonly stance: Dispute['positions'][number]['stance']
  readonly origins: number
  /** The leads' first. */
  readonly claims: readonly ClaimId[]
}

/** The positions of a dispute, those of several camps that say one thing put together; most origins first. */
function sidesOf(dispute: Dispute, claimsOf: (ids: readonly ClaimId[]) => readonly RecordedClaim[]): Side[] {
  const positions = dispute.positions.flatMap(position => {
    const lead = leadOf(claimsOf(position.claims), position.says)
    return lead ? [{ ...position, lead }] : []
  })
  const sides = groupBy(positions, ({ stance, lead: { type, agent, figures, id } }) =>
    agent === null || figures.length > 0 ? id : JSON.stringify([stance, type, agent]),
  )
  return [...sides.values()]
    .map(group => ({
      leads: group.map(({ lead }) => lead).sort((a, b) => wordingOf(b) - wordingOf(a) || (a.id < b.id ? -1 : 1)),
      stance: group[0]?.stance ?? 'asserts',
      origins: group.reduce((sum, { origins }) => sum + origins, 0),
      claims: unique(group.flatMap(({ lead, claims }) => [lead.id, ...claims])),
    }))
    .sort((a, b) => b.origins - a.origins)
}

const VERBS = {
  asserts: ['', ''],
  denies: ['denies it', 'deny it'],
  questions: ['casts doubt on it', 'cast doubt on it'],
} as const

/** The claim a position goes by: the best worded, and among equals the one whose words the position was given. */
const leadOf = (claims: readonly RecordedClaim[], says: string): RecordedClaim | undefined =>
  [...claims].sort(
    (a, b) => Math.floor(wordingOf(b)) - Math.floor(wordingOf(a)) || Number(b.text === says) - Number(a.text === says),
  )[0]

function placeOf(record: DayRecord, dispute: Dispute, claims: readonly RecordedClaim[]): BriefingItem['place'] {
  const event = record.events.find(({ id }) => id === dispute.event)
  if (event) return event.place
  const place = claims.flatMap(({ places }) => places).find(({ id }) => id !== null && id === dispute.place)
  return place ? { id: place.id, name: place.name, lat: place.lat, lon: place.lon } : null
}
