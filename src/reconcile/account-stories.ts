import type { Account, AccountItem, ClaimId, Event, RecordedClaim, SourceStance, Story } from '#domain'
import { familyOf } from '#domain'
import { groupBy, unique } from '#kit'
import { chooseWording } from './choose-wording.ts'
import { type Evidence, isRejected } from './evidence.ts'
import { compareText, latestOf } from './order.ts'
import { findPositions, type OriginPosition, positionsOn } from './origin-positions.ts'

/** Independents that must say a thing, nobody contradicting, for it to be told as a fact. */
const LEAST_INDEPENDENT = 2

/** Opinions, plans and estimates: whoever says so, they are his. */
const isOpinion = (type: Event['type']): boolean =>
  familyOf(type) === 'assessment' || type === 'politics.position' || type === 'economy.cost'

const isForecast = ({ type, holder }: RecordedClaim): boolean =>
  type === 'assessment.forecast' || holder.kind === 'forecaster'

type Kind = 'fact' | 'line' | 'disputed'

/** Who accepts a thing: both sides, or independents alone; and whether anybody of standing denies it. */
function kindOf(event: Event, positions: readonly OriginPosition[], { parties, theatre }: Evidence): Kind {
  const yes = positions.filter(({ weighed }) => weighed.weight > 0)
  const no = positions.filter(({ stance, weighed }) => stance === 'denies' && weighed.weight < 0)
  const sides = new Set(yes.flatMap(({ camp }) => parties.sideOf(camp) ?? []))
  const independent = yes.filter(
    ({ camp, claim }) => parties.sideOf(camp) === null && camp !== 'unknown' && claim.holder.kind !== 'unnamed',
  )
  if (no.length > 0) return yes.length > 0 ? 'disputed' : 'line'
  if (isOpinion(event.type)) return 'line'
  const both = sides.size >= 2 && theatre.parties.length >= 2
  return both || independent.length >= LEAST_INDEPENDENT ? 'fact' : 'line'
}

function makeItem(
  event: Event | null,
  claims: readonly RecordedClaim[],
  positions: readonly OriginPosition[],
  evidence: Evidence,
): AccountItem {
  return {
    event: event?.id ?? null,
    says: chooseWording(claims, evidence),
    claims: claims.map(({ id }) => id).sort(compareText),
    origins: positions.length,
    camps: unique(positions.map(({ camp }) => camp)).sort(compareText),
  }
}

/** Best supported first; then by words, so that the order never hangs on the input. */
const bySupport = (a: AccountItem, b: AccountItem): number =>
  b.origins - a.origins || compareText(a.says, b.says) || compareText(a.claims[0] ?? '', b.claims[0] ?? '')

/** A story's claims on one event with what the event as a whole is known by. */
interface Told {
  readonly event: Event
  readonly claims: readonly RecordedClaim[]
  readonly positions: readonly OriginPosition[]
  readonly kind: Kind
}

/**
 * What one camp alone says, for each camp: things told as a line by voices of that camp only. A thing that one voice each of
 * two camps say, without its being a fact (an ally and a bystander, say), stands in both lines.
 */
function linesOf(told: readonly Told[], evidence: Evidence): Account['lines'] {
  const items = told
    .filter(({ kind }) => kind === 'line')
    .flatMap(({ event, claims, positions }) =>
      [...groupBy(positions, ({ camp }) => camp)].map(([camp, own]) => ({
        camp,
        item: makeItem(
          event,
          claims.filter(({ holder }) => holder.camp === camp),
          own,
          evidence,
        ),
      })),
    )
    .filter(({ item }) => item.claims.length > 0)
  return [...groupBy(items, ({ camp }) => camp)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([camp, own]) => ({ camp, items: own.map(({ item }) => item).sort(bySupport) }))
}

const NO_OUTLETS: Readonly<Record<SourceStance, number>> = { establishment: 0, critical: 0, unknown: 0 }

/** The story's outlets, each once, by how they stand towards their own establishment. */
function splitOutlets(
  claims: readonly RecordedClaim[],
  stanceOf: (source: string) => SourceStance,
): Account['outlets'] {
  return unique(claims.map(({ source }) => source))
    .map(stanceOf)
    .reduce((counts, stance) => ({ ...counts, [stance]: counts[stance] + 1 }), NO_OUTLETS)
}

/**
 * Parts what one story tells: facts (both sides say it and nobody denies it, or two independents do), each camp's line (what
 * it says and no fact is), what is disputed, and forecasts. Whether a thing is a fact is told by all that is known of its
 * event, not by this story's reports alone. Null for a story without a claim.
 */
export function accountStory(
  story: Story,
  eventOf: (claim: ClaimId) => Event | undefined,
  stanceOf: (source: string) => SourceStance,
  evidence: Evidence,
): Account | null {
  const claims = story.claims.flatMap(id => evidence.byId.get(id) ?? []).filter(({ id }) => !isRejected(evidence, id))
  if (claims.length === 0) return null
  const [forecasts, rest] = [claims.filter(isForecast), claims.filter(claim => !isForecast(claim))]
  const told = [...groupBy(rest, ({ id }) => eventOf(id) ?? null)].flatMap(([event, own]): Told[] => {
    if (event === null) return []
    const positions = positionsOn(event, evidence)
    return [{ event, claims: own, positions, kind: kindOf(event, positions, evidence) }]
  })
  const items = (kind: Kind) =>
    told
      .filter(each => each.kind === kind)
      .map(({ event, claims: own, positions }) => makeItem(event, own, positions, evidence))
      .sort(bySupport)
  return {
    id: story.id,
    facts: items('fact'),
    lines: linesOf(told, evidence),
    disputed: items('disputed'),
    forecasts: forecasts
      .map(claim => makeItem(eventOf(claim.id) ?? null, [claim], findPositions([claim], evidence), evidence))
      .sort(bySupport),
    outlets: splitOutlets(claims, stanceOf),
    learned: latestOf(claims.map(({ learned }) => learned)),
  }
}
