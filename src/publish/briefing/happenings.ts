import {
  BAND_WORDS,
  type Belief,
  type BriefingItem,
  type Dispute,
  daysBetween,
  type Event,
  familyOf,
  type RecordedClaim,
} from '#domain'
import { unique } from '#kit'
import { atLeastOne, citationsOf } from './citations.ts'
import { clauseOf } from './clause.ts'
import { claimsOf, type DayRecord, isSaidToday } from './day-record.ts'
import { originKeys, originsBehind } from './origins.ts'
import { importanceOf, isVague, isView, LEAST_TO_LEAD, sectionOf, severityOf } from './rank.ts'
import { joinSame, type Told } from './same-thing.ts'
import { isBareRefusal, sayAside, sayClaims } from './say.ts'
import { pointsBack, wordingOf } from './wording.ts'

/** A line with the section it belongs to and how much it matters. */
export interface RankedItem {
  readonly section: string
  readonly importance: number
  /** `fact` lines come first, `view` lines (assessments, forecasts, plans) after them; `poor` ones last, if at all. */
  readonly grade: 'fact' | 'view' | 'poor'
  readonly item: BriefingItem
}

/** One line for each thing that today's claims speak of: an event, what was coded as several, or a claim of no event. */
export function happeningsOf(record: DayRecord): RankedItem[] {
  const tallies = tallyClaims(record)
  const inEvents = new Set(record.events.flatMap(event => event.claims))
  const fromEvents = record.events.flatMap(event => {
    const claims = claimsOf(record, event.claims)
    const today = claims.filter(claim => isSaidToday(record, claim) && !tallies.has(claim.id))
    // What is left of a toll that the section of figures tells is a headline without its number.
    const bare = today.every(({ type, figures }) => type === 'harm.casualties' && figures.length === 0)
    if (bare && claims.some(({ id }) => tallies.has(id))) return []
    return today.length > 0 ? [{ events: [event], today, claims }] : []
  })
  const alone = record.today.filter(claim => !inEvents.has(claim.id) && !tallies.has(claim.id))
  const told: Told[] = [...fromEvents, ...alone.map(claim => ({ events: [], today: [claim], claims: [claim] }))]
  return joinSame(told, originKeys(record.today, record.theatre)).map(each => toItem(record, each))
}

/** Ids of the claims whose numbers all stand in a running tally: the section of figures tells them. */
function tallyClaims(record: DayRecord): ReadonlySet<string> {
  const inSeries = (wanted: (series: 'cumulative' | 'daily') => boolean) =>
    new Set(record.figures.filter(({ series }) => series !== null && wanted(series)).flatMap(({ because }) => because))
  const [tallied, totals] = [inSeries(() => true), inSeries(series => series === 'cumulative')]
  const given = new Set(
    record.today
      .filter(({ id }) => totals.has(id))
      .flatMap(claim => claim.figures.map(figure => countBy(claim, figure))),
  )
  const isTold = (claim: RecordedClaim): boolean =>
    totals.has(claim.id) ||
    (claim.figures.length > 0 && claim.figures.every(figure => given.has(countBy(claim, figure))))
  return new Set(
    record.today
      .filter(
        claim =>
          (claim.type === 'harm.losses' && tallied.has(claim.id)) ||
          (claim.type === 'harm.casualties' && isTold(claim)),
      )
      .map(({ id }) => id),
  )
}

/** One speaker's one number: a headline gives the total without saying that it is one. */
const countBy = ({ holder }: RecordedClaim, { measure, value, low, high }: RecordedClaim['figures'][number]): string =>
  JSON.stringify([holder.name, measure, value, low, high])

function toItem(record: DayRecord, { events, today, claims }: Told): RankedItem {
  const leads = [...bestOf(today)].sort((a, b) => severityOf(b) - severityOf(a) || (a.id < b.id ? -1 : 1))
  const first = leads[0] ?? (today[0] as RecordedClaim)
  const view = leads.every(isView)
  const event = eventOf(record, events)
  const weighed = event !== null && !view && event.type !== 'politics.position' && !isBareRefusal(today)
  const belief = weighed ? (record.beliefs.get(event.id) ?? null) : null
  const ids = new Set(claims.map(({ id }) => id))
  const disputes = record.disputes.filter(
    dispute => events.some(({ id }) => dispute.event === id) || touches(dispute, ids),
  )
  const origins = originsBehind(claims, record.theatre)
  const said = sayClaims(today, record.date)
  const rival = rivalOf(record, disputes, first, ids)
  const cited = [...citationsOf(today, record), ...citationsOf(rival === null ? [] : [rival], record)]
  const item: BriefingItem = {
    text: rival === null ? said : `${said.slice(0, -1)}; against that, ${sayAside(rival)}.`,
    likelihood: belief?.likelihood ?? null,
    confidence: belief?.confidence ?? null,
    origins: origins.length,
    camps: unique(origins.map(({ camp }) => camp)).sort(),
    disputed: disputes.some(({ status }) => status === 'open'),
    place: event?.place ?? placeOf(today),
    beliefs: belief ? [belief.id] : [],
    disputes: disputes.map(({ id }) => id).sort(),
    figures: record.figures
      .filter(figure => figure.because.some(id => ids.has(id)))
      .map(({ id }) => id)
      .sort(),
    claims: atLeastOne([...today.map(({ id }) => id), ...(rival === null ? [] : [rival.id])], 'briefing line'),
    citations: atLeastOne(cited, 'briefing line'),
    changed: changeOf(record, belief, claims),
  }
  const chosen = today.some(({ id }) => record.published.has(id))
  const importance = importanceOf(item, today, daysSince(record, today)) + (chosen ? CHOSEN : 0)
  const grade = chosen ? 'fact' : isPoor(today) ? 'poor' : view ? 'view' : 'fact'
  return { section: sectionOf(first), importance, grade, item }
}

/** What an analyst wants published stands before whatever was ranked. */
const CHOSEN = 100

/** The claims a line may be filed by: those trusted and in whole words where there are any. */
function bestOf(claims: readonly RecordedClaim[]): readonly RecordedClaim[] {
  const good = claims.filter(claim => !isPoor([claim]))
  return good.length > 0 ? good : claims
}

/** True where no claim both stands in words that can be shown alone and is trusted enough to lead. */
const isPoor = (claims: readonly RecordedClaim[]): boolean =>
  claims.every(claim => {
    const { whole, quoted } = clauseOf(claim)
    const lost = quoted && claim.holder.span === null && pointsBack(claim.text)
    // Nobody takes or holds "the values of Europe": ground without a place is a turn of phrase, or misread.
    const nowhere = claim.type.startsWith('control.') && isVague(claim)
    return claim.confidence < LEAST_TO_LEAD || !whole || lost || nowhere
  })

/** Who is said by the other side to hold the place that a line gives to one: the best-worded claim of an open dispute over it; null without one. */
function rivalOf(
  record: DayRecord,
  disputes: readonly Dispute[],
  lead: RecordedClaim,
  ids: ReadonlySet<string>,
): RecordedClaim | null {
  if (familyOf(lead.type) !== 'control' || lead.stance !== 'asserts' || lead.agent === null) return null
  const others = disputes
    .filter(({ place, status }) => place !== null && status === 'open')
    .flatMap(({ positions }) => positions.filter(({ claims }) => !claims.some(id => ids.has(id))))
    .flatMap(({ claims }) => claimsOf(record, claims))
    .filter(
      ({ agent, stance, type }) =>
        stance === 'asserts' && type.startsWith('control.') && (agent ?? lead.agent) !== lead.agent,
    )
  return others.sort((a, b) => wordingOf(b) - wordingOf(a) || (a.id < b.id ? -1 : 1))[0] ?? null
}

/** The event that a line goes by: the one with most origins behind it. */
function eventOf({ beliefs }: DayRecord, events: readonly Event[]): Event | null {
  const weight = ({ id }: Event): number => beliefs.get(id)?.origins ?? 0
  return [...events].sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))[0] ?? null
}

/** True when a dispute rests on one of some claims. */
const touches = (dispute: DayRecord['disputes'][number], ids: ReadonlySet<string>): boolean =>
  dispute.positions.some(position => position.claims.some(id => ids.has(id)))

function placeOf(claims: readonly RecordedClaim[]): BriefingItem['place'] {
  const place = claims.flatMap(({ places }) => places).find(({ role }) => role === 'at')
  return place ? { id: place.id, name: place.name, lat: place.lat, lon: place.lon } : null
}

/** `new` when nothing of it was known as the day began; `changed` when Fogline's likelihood was another then. */
function changeOf(record: DayRecord, now: Belief | null, claims: readonly RecordedClaim[]): BriefingItem['changed'] {
  const [start] = record.window
  const wasKnown = claims.some(claim => (record.loadedAfterwards ? claim.said : claim.learned) < start)
  if (!wasKnown) return { kind: 'new', was: null }
  const before = now && record.beliefsBefore.get(now.about)
  if (!before || !now || before.likelihood === now.likelihood) return null
  return { kind: 'changed', was: `${BAND_WORDS[before.likelihood]}, ${before.confidence} confidence` }
}

/** Whole days between what today's claims tell and the day, by the latest of them; 0 for one of the day or to come. */
const daysSince = ({ date }: DayRecord, claims: readonly RecordedClaim[]): number =>
  Math.max(0, Math.min(...claims.map(({ time }) => daysBetween(time.end ?? time.start ?? date, date))))
