import type { TheatrePlace } from '#domain'
import { foldName } from '#kit'
import type { ActorMention, Token } from './document.ts'
import { LONGEST_LAND, WIDER_LANDS } from './lexicon/lands.ts'
import { CALENDAR_WORDS } from './lexicon/months.ts'
import { REGION_NOUNS, SETTLEMENT_NOUNS, SITE_NOUNS } from './lexicon/place-words.ts'
import { SAYING } from './lexicon/reporting.ts'
import { nearestName } from './one-edit.ts'
import { coversGround, hasCue, look, type PlaceName, runEnd, type Search, wordsOf } from './place-search.ts'
import { useOfName } from './place-use.ts'
import { matchName } from './trie.ts'

/** The theatre place that begins at a token, where no somebody but a state or capital covers it. */
export function readTheatrePlace(search: Search, at: number, end: number, listed: boolean): PlaceName | null {
  const { document, index } = search
  const match = matchName(index.places, document.tokens, at, end)
  if (!match) return readMisspelt(search, at, end, listed)
  if (isFirstHalf(search, match.to, end)) return null
  const own = search.cover[at]
  const site = isAtSite(search, match.to, end) && (!own || (own.kind === 'actor' && own.id === null))
  if (own && !(own.tokens[0] === at && own.tokens[1] <= match.to) && !coversGround(own) && !site) return null
  const last = document.tokens[match.to - 1] as Token
  const next = match.to < end ? document.tokens[match.to] : undefined
  if (next && next.sentence === last.sentence && /^(?:tv|radio|fm)$/i.test(next.lower)) return null
  const longer =
    next?.tag === 'name' &&
    next.span[0] === last.span[1] + 1 &&
    !own &&
    !(next.lower in REGION_NOUNS) &&
    match.values.every(place => place.kind === 'settlement')
  const region = matchName(index.places, document.tokens, match.to, end)
  const inRegion = region?.values.some(place => place.kind === 'region') && region.to > match.to + 1
  if (
    longer &&
    !inRegion &&
    !site &&
    !CALENDAR_WORDS.has(next.lower) &&
    runEnd(search, at, end) > match.to &&
    !SETTLEMENT_NOUNS.has(next.lower)
  )
    return null
  const government = !site && isGovernment(search, own, at, match.to, match.values)
  const entries = match.values.every(place => place.kind === 'settlement')
    ? look(search, wordsOf(search, at, match.to))
    : []
  return { from: at, to: match.to, theatre: match.values, entries, kind: null, government, score: 0.95 }
}

/** "Marvik-Novy": a name that goes on behind its hyphen with a word that is no place of the theatre. */
function isFirstHalf({ document: { tokens }, index }: Search, to: number, end: number): boolean {
  const [last, hyphen, next] = [tokens[to - 1], tokens[to], tokens[to + 1]]
  if (to + 1 >= end || !last || !next || hyphen?.form !== '-') return false
  const glued = hyphen.span[0] === last.span[1] && hyphen.span[1] === next.span[0]
  const bare = tokens[to + 2]?.form !== '-' || tokens[to + 2]?.span[0] !== next.span[1]
  return (
    glued &&
    bare &&
    next.tag === 'name' &&
    !/\d/.test(next.form) &&
    matchName(index.places, tokens, to + 1, end) === null
  )
}

/** "The Kherson Art Museum", "Odesa City Council building": a building or works named for its town stands there. */
function isAtSite({ document }: Search, from: number, end: number): boolean {
  let to = from
  while (to < Math.min(end, from + 6) && /^\p{Lu}/u.test(document.tokens[to]?.form ?? '')) to += 1
  const behind = to < end && SITE_NOUNS.has(document.tokens[to]?.lower ?? '') ? to + 1 : to
  const last = document.tokens[behind - 1]
  if (behind === from || !last || !SITE_NOUNS.has(last.lower) || document.tokens[behind]?.lower === 'of') return false
  return !document.tokens.slice(behind, behind + 3).some(token => token.tag === 'verb' && SAYING.has(token.lemma))
}

/** Whether a name stands for those who act or speak from there. */
function isGovernment(
  search: Search,
  own: ActorMention | undefined,
  from: number,
  to: number,
  places: readonly TheatrePlace[],
): boolean {
  const label = search.document.sentences[search.document.tokens[from]?.sentence ?? 0]?.label
  if (label && (search.document.tokens[from]?.span[0] ?? 0) < label[1]) return false
  if (own) return own.score > 0.6
  const metonym = matchName(search.index.somebodies, search.document.tokens, from, to)
  const speaks =
    metonym?.values.some(value => value.kind === 'metonym' || value.kind === 'party' || value.kind === 'actor') ?? false
  return speaks && places.some(place => place.kind !== 'region') && useOfName(search.document, from, to) === 'agent'
}

/** A long name one letter off a name of the theatre, in a place a name of a place can stand. */
function readMisspelt(search: Search, at: number, end: number, listed: boolean): PlaceName | null {
  const { document, index } = search
  const token = document.tokens[at] as Token
  if (token.tag !== 'name' || token.form.length < 7 || search.cover[at] || !(listed || hasCue(search, at))) return null
  const folded = foldName(token.form)
  if (look(search, token.form).length > 0) return null
  const place = nearestName(index.longNames, folded)
  const next = document.tokens[at + 1]
  if (!place || (at + 1 < end && next?.tag === 'name') || isFirstHalf(search, at + 1, end)) return null
  return { from: at, to: at + 1, theatre: [place], entries: [], kind: null, government: false, score: 0.7 }
}

/** What a state has none of as ground. */
const AREA: Omit<TheatrePlace, 'id' | 'name' | 'kind' | 'country'> = {
  aliases: [],
  lat: null,
  lon: null,
  admin: null,
  front: false,
  heldBefore: null,
}

/** Whether a mention begins at a token, its article aside: "the United States". */
const startsAt = ({ document }: Search, { tokens: [from] }: ActorMention, at: number): boolean =>
  from === at || (from === at - 1 && document.tokens[from]?.lower === 'the')

/** "Mexico City": a town whose name begins with that of a state. */
function isLongerName(search: Search, at: number, to: number, end: number): boolean {
  const run = runEnd(search, at, end)
  return run > to && look(search, wordsOf(search, at, run)).length > 0
}

/** A state the theatre lists as an actor, as ground: it has a country code and no point of its own. */
export function readState(search: Search, at: number, end: number): PlaceName | null {
  const match = matchName(search.index.somebodies, search.document.tokens, at, end)
  const state = match?.values.find(value => value.kind === 'actor' && value.actor.kind === 'state')
  if (!match || state?.kind !== 'actor' || state.actor.country === null) return null
  const own = search.cover[at]
  if (own && !(startsAt(search, own, at) && coversGround(own))) return null
  if (!own && isLongerName(search, at, match.to, end)) return null
  const { country, name } = state.actor
  const known = look(search, name).find(entry => entry.kind === 'country' && entry.country === country)
  const government = own ? own.score > 0.6 : useOfName(search.document, at, match.to) === 'agent'
  const place: TheatrePlace = {
    ...AREA,
    id: `iso:${country}`,
    name,
    kind: 'country',
    country,
    lat: known?.lat ?? null,
    lon: known?.lon ?? null,
  }
  if (search.document.tokens[match.to]?.form === '$') return null
  const from = (search.document.tokens[at] as Token).lower === 'the' ? at + 1 : at
  const regions = look(search, name).filter(entry => entry.kind === 'region' && entry.country !== country)
  return { from, to: match.to, theatre: [place], entries: regions, kind: 'country', government, score: 0.9 }
}

/** A land, water or range that is no state's unit ("Europe", "the Red Sea"), by the longest name that stands there. */
export function readLand(search: Search, at: number, end: number): PlaceName | null {
  if (search.cover[at] && !coversGround(search.cover[at] as ActorMention)) return null
  for (let to = Math.min(end, at + LONGEST_LAND); to > at; to -= 1) {
    if (!/^\p{Lu}/u.test(search.document.tokens[to - 1]?.form ?? '')) continue
    const words = wordsOf(search, at, to)
      .toLowerCase()
      .replaceAll(/[\s-]+/g, ' ')
    const land = WIDER_LANDS.get(words)
    if (!land) continue
    return { from: at, to, theatre: [], entries: [], land, kind: land.kind, government: false, score: 0.85 }
  }
  return null
}
