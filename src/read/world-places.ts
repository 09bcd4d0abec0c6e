import type { GazetteerEntry } from '#domain'
import { foldName } from '#kit'
import type { ActorMention, Token } from './document.ts'
import { isAtFront } from './front-cells.ts'
import { CALENDAR_WORDS } from './lexicon/months.ts'
import { TITLE_NOUNS } from './lexicon/nouns.ts'
import {
  COMMON_NAMES,
  LOCAL_REGION_NOUNS,
  NEVER_PLACES,
  SETTLEMENT_NOUNS,
  STATE_ABBREVIATIONS,
} from './lexicon/place-words.ts'
import { SAYING } from './lexicon/reporting.ts'
import { type NamedSite, readNamedSite } from './named-sites.ts'
import {
  BEARING_NAME,
  coversGround,
  hasCue,
  isAcronym,
  kindBehind,
  LOCAL_BODY,
  look,
  type PlaceName,
  runEnd,
  type Search,
  withRegionNoun,
  wordsOf,
} from './place-search.ts'
import { isSubject, useOfName } from './place-use.ts'
import { matchName } from './trie.ts'

/** A name of the world gazetteer or an unknown one in a place's position; null when nothing says it is a place. */
export function readOtherPlace(search: Search, at: number, end: number, afterPlace: boolean): PlaceName | null {
  const { document } = search
  const { tokens } = document
  const token = tokens[at] as Token
  const own = search.cover[at]
  if (own?.modifier && own.tokens[1] === at + 1 && token.tag === 'adj' && tokens[at + 1]?.tag === 'name') {
    const entries = look(search, wordsOf(search, at, at + 2))
    if (entries.length > 0)
      return { from: at, to: at + 2, theatre: [], entries, kind: null, government: false, score: 0.85 }
  }
  if (own && own.kind === 'actor' && own.id === null && !own.modifier) return readBodyPlace(search, own, at)
  if (
    own &&
    !(own.tokens[0] === at && own.kind === 'actor' && own.id !== null && coversGround(own) && isState(search, own))
  )
    return null
  if (
    !/^\p{Lu}/u.test(token.form) ||
    (token.tag !== 'name' && !(token.lower in STATE_ABBREVIATIONS) && token.tag !== 'adj' && token.tag !== 'noun')
  )
    return null
  const to = own ? own.tokens[1] : runEnd(search, at, end)
  if (to === at) return null
  const entry = readEntry(search, at, to, end, afterPlace)
  if (entry) return entry
  const site = own || search.nameParts.has(token.lower) ? null : readNamedSite(tokens, at, to, end)
  if (site)
    return { from: at, ...site, theatre: [], entries: entriesOf(search, at, site), government: false, score: 0.6 }
  const region = BEARING_NAME.test(token.form) && look(search, wordsOf(search, at + 1, to))
  if (region && to > at + 1 && region.some(({ kind }) => kind !== 'settlement')) return null
  return readUnknown(search, at, to, end)
}

/** A district by its whole name, else the towns it may be named for; none for other sites, which lie anywhere. */
const entriesOf = (search: Search, at: number, site: NamedSite): readonly GazetteerEntry[] =>
  site.kind === 'district' ? districtsOf(search, at, site.to) : []

/** What bears a name with its region's noun ("Harrow County"), else what bears it without. */
function districtsOf(search: Search, at: number, to: number): readonly GazetteerEntry[] {
  const whole = look(search, wordsOf(search, at, to))
  return whole.length > 0 ? whole : look(search, wordsOf(search, at, to - 1))
}

/** The place that a body without an entry is named for: "Oxbridge City Council", "an Ohio court". It acts, and is no ground. */
function readBodyPlace(search: Search, body: ActorMention, at: number): PlaceName | null {
  const { tokens } = search.document
  const [from, end] = body.tokens
  const isFirst = tokens.slice(from, at).every(({ form }) => !/^\p{Lu}/u.test(form) || form === 'The')
  if (!isFirst || !/^\p{Lu}/u.test(tokens[at]?.form ?? '') || matchName(search.index.places, tokens, at, end))
    return null
  for (let to = Math.min(end - 1, at + 3); to > at; to -= 1) {
    const isDistrict = to > at + 1 && LOCAL_REGION_NOUNS.has(tokens[to - 1]?.form ?? '')
    const entries = isDistrict ? districtsOf(search, at, to) : look(search, wordsOf(search, at, to))
    const best = entries[0]
    const isCommon = to === at + 1 && (COMMON_NAMES.has(tokens[at]?.lower ?? '') || isBarred(search, at, to))
    const isLocal = LOCAL_BODY.test(tokens[to]?.lower ?? '') || tokens[to]?.form === ','
    const isKnown = best && !isCommon && (best.kind !== 'settlement' || (isLocal && best.population >= 1000))
    if (!isDistrict && !isKnown) continue
    const kind = isDistrict ? ('district' as const) : null
    return { from: at, to, theatre: [], entries, kind, government: true, score: 0.6 }
  }
  return null
}

/** The longest part of a run that the gazetteer holds and the words around let be a place. */
function readEntry(search: Search, at: number, to: number, end: number, afterPlace: boolean): PlaceName | null {
  const { document } = search
  const own = search.cover[at]
  const { form } = document.tokens[at] as Token
  const cue = hasCue(search, at)
  for (let stop = to; stop > at; stop -= 1) {
    const words = wordsOf(search, at, stop)
    const entries = look(search, STATE_ABBREVIATIONS[words.toLowerCase()] ?? words)
    const initials = stop === at + 1 && isAcronym(form) && form.length <= 4 && entries[0]?.kind === 'settlement'
    if (entries.length === 0 || initials || isBarred(search, at, stop)) continue
    const score = scoreEntry(search, at, stop, to, entries, cue, afterPlace)
    if (score === 0) continue
    const kind = kindBehind(document.tokens, stop, end)
    const acts = entries.some(entry => entry.kind === 'country') && useOfName(document, at, stop) === 'agent'
    const government = own ? own.score > 0.6 : acts
    const last = withRegionNoun(document.tokens, stop, end)
    const meant = last > stop ? districtsOf(search, at, last) : entries
    return { from: at, to: last, theatre: [], entries: meant, kind, government, score }
  }
  return null
}

/** An unknown name where only a place can stand: "in Xville", "the X district". */
function readUnknown(search: Search, at: number, to: number, end: number): PlaceName | null {
  const { tokens } = search.document
  const token = tokens[at] as Token
  const kind = kindBehind(tokens, to, end)
  if (
    token.tag !== 'name' ||
    search.cover[at] ||
    to - at > 3 ||
    isBarred(search, at, to) ||
    TITLE_NOUNS.has(token.lower)
  )
    return null
  const words = tokens.slice(at, to).filter(({ form }) => form !== '-').length
  const paired = tokens[to]?.form === ',' && hasCue(search, at) !== null && isRegionName(search, to + 1, end)
  const cued = (hasCue(search, at) === 'strong' || paired) && words <= 2 && !isAcronym(token.form)
  if (kind === null && !cued) return null
  const score = kind ? 0.5 : 0.4
  return { from: at, to: withRegionNoun(tokens, to, end), theatre: [], entries: [], kind, government: false, score }
}

/** True when a mention is of a state of the theatre, whose capital or name may also be a place. */
const isState = (search: Search, mention: ActorMention): boolean => {
  const somebody = search.index.byId.get(mention.id ?? '')
  return somebody?.kind === 'actor' && somebody.actor.kind === 'state'
}

/** Words that are part of a body, a title, the calendar or a person already named. */
function isBarred(search: Search, from: number, to: number): boolean {
  const { tokens } = search.document
  const first = tokens[from] as Token
  if (
    to - from === 1 &&
    (NEVER_PLACES.has(first.lower) ||
      CALENDAR_WORDS.has(first.lower) ||
      search.surnames.has(first.lower) ||
      search.nameParts.has(first.lower))
  )
    return true
  const next = tokens[to]
  const before = tokens[from - 1]
  const publisher =
    /^(?:times|post|news|herald|tribune|gazette|daily|press|university|institute|bank|party|court|street|st\.|avenue|road|boulevard|drive|lane)$/
  if (next && next.tag === 'name' && publisher.test(next.lower) && next.sentence === first.sentence) return true
  return (
    before !== undefined &&
    before.sentence === first.sentence &&
    TITLE_NOUNS.has(before.lower) &&
    before.tag !== 'verb' &&
    !SETTLEMENT_NOUNS.has(before.lower) &&
    before.lower !== 'state'
  )
}

/** Trust in a gazetteer name by the words around it; 0: not a place here. */
function scoreEntry(
  search: Search,
  at: number,
  stop: number,
  to: number,
  entries: readonly GazetteerEntry[],
  cue: 'strong' | 'weak' | null,
  afterPlace: boolean,
): number {
  const { document } = search
  const { tokens } = document
  const [start, end] = document.sentences[tokens[at]?.sentence ?? 0]?.tokens ?? [0, 0]
  const best = entries[0] as GazetteerEntry
  const big = best.kind !== 'settlement' || best.population >= 100_000
  const paired = stop < end && tokens[stop]?.form === ',' && isRegionName(search, stop + 1, end)
  const local = LOCAL_BODY.test(tokens[stop]?.lower ?? '') && stop < end
  if (stop < to && !paired && !local && best.kind !== 'country' && kindBehind(tokens, stop, end) === null) return 0
  if (paired || kindBehind(tokens, stop, end) !== null) return 0.85
  if (afterPlace) return 0.8
  if (cue === 'strong') return 0.85
  const before = at > start ? tokens[at - 1] : undefined
  const glued = before?.tag === 'name' && before.span[1] + 1 === tokens[at]?.span[0]
  if (glued && !(best.kind !== 'settlement' && BEARING_NAME.test(before.form))) return 0
  if (best.kind === 'country') return 0.85
  if (stop === at + 1 && COMMON_NAMES.has(tokens[at]?.lower ?? '')) return 0
  if (cue === 'weak' && entries.some(entry => isAtFront(search.index.frontCells, entry))) return 0.7
  if (cue === 'weak') return big ? 0.75 : search.sure.has(foldName(wordsOf(search, at, stop))) ? 0.7 : 0
  if (local && (big || tokens[stop]?.tag !== 'name' || best.population > 2000)) return 0.6
  if (search.sure.has(foldName(wordsOf(search, at, stop)))) return 0.7
  const says =
    isSubject(document, stop, end) &&
    tokens.slice(stop, stop + 3).some(token => token.tag === 'verb' && SAYING.has(token.lemma))
  if (says && best.kind === 'settlement') return 0
  return big && tokens[at]?.tag === 'name' ? 0.6 : 0
}

/** Whether a country, region or its abbreviation begins at a token. */
function isRegionName(search: Search, at: number, end: number): boolean {
  const { tokens } = search.document
  const token = tokens[at]
  if (!token || at >= end || !/^\p{Lu}/u.test(token.form)) return false
  if (token.lower in STATE_ABBREVIATIONS) return true
  for (let stop = Math.min(end, at + 3); stop > at; stop -= 1)
    if (look(search, wordsOf(search, at, stop)).some(entry => entry.kind !== 'settlement')) return true
  const own = matchName(search.index.places, tokens, at, end)
  return own?.values.some(place => place.kind === 'region' || place.kind === 'country') ?? false
}
