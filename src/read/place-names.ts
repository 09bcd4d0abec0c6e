import type { Gazetteer, GazetteerEntry } from '#domain'
import { foldName } from '#kit'
import type { ActorMention, Document, Token } from './document.ts'
import { BODY_WORDS } from './lexicon/actor-nouns.ts'
import { REGION_NOUNS, STRONG_CUES } from './lexicon/place-words.ts'
import { LOCAL_BODY, look, type PlaceName, runEnd, type Search, wordsOf } from './place-search.ts'
import type { TheatreIndex } from './theatre-index.ts'
import { readLand, readState, readTheatrePlace } from './theatre-places.ts'
import { matchName } from './trie.ts'
import { readOtherPlace } from './world-places.ts'

/** Finds every name that is a place by itself or by its surroundings, in reading order and without overlaps. */
export function findPlaceNames(
  document: Document,
  index: TheatreIndex,
  gazetteer: Gazetteer | null,
  actors: readonly ActorMention[],
): PlaceName[] {
  const cover: (ActorMention | undefined)[] = new Array(document.tokens.length)
  const surnames = new Set<string>()
  for (const actor of actors) {
    for (let at = actor.tokens[0]; at < actor.tokens[1]; at += 1) cover[at] = actor
    const person = actor.kind === 'person' || actor.holder?.kind === 'official'
    if (person) surnames.add((document.tokens[actor.tokens[1] - 1] as Token).lower)
  }
  const looked = new Map<string, readonly GazetteerEntry[]>()
  const first: Search = { document, index, gazetteer, cover, surnames, looked, nameParts: new Set(), sure: new Set() }
  const nameParts = findNameParts(first)
  const draft = scanNames({ ...first, nameParts })
  const sure = new Set(
    draft
      .filter(({ score, theatre }) => score >= 0.8 && theatre.length === 0)
      .map(({ from, to }) => foldName(wordsOf(first, from, to))),
  )
  return sure.size === 0 ? draft : scanNames({ ...first, nameParts, sure })
}

/** True for a country, a region or a city of half a million: too well known to be taken for a surname. */
const isWellKnown = (entries: readonly GazetteerEntry[]): boolean =>
  entries.some(entry => entry.kind !== 'settlement' || entry.population >= 500_000)

/** Words of runs of two to four capitals that the gazetteer does not hold as a whole nor in front: "Chris Henry" bars `henry`. */
function findNameParts(search: Search): Set<string> {
  const { document } = search
  const parts = new Set<string>()
  for (const {
    tokens: [start, end],
  } of document.sentences) {
    for (let at = start; at < end; at += 1) {
      if ((document.tokens[at] as Token).tag !== 'name' || search.cover[at]) continue
      const to = runEnd(search, at, end)
      const run = document.tokens.slice(at, to)
      const whole =
        run.length >= 2 &&
        run.length <= 4 &&
        run.every(
          token =>
            token.tag === 'name' &&
            !BODY_WORDS.has(token.lower) &&
            !(token.lower in REGION_NOUNS) &&
            !LOCAL_BODY.test(token.lower),
        )
      const behind = document.tokens[at - 1]
      const cued =
        behind?.sentence === run[0]?.sentence &&
        (STRONG_CUES.has(behind?.lower ?? '') || /^(?:at|from|to|of)$/.test(behind?.lower ?? ''))
      const bearing =
        /^(?:north|south|east|west|central|new|upper|lower|great|greater|old|northern|southern|eastern|western)$/.test(
          run[0]?.lower ?? '',
        )
      if (whole && !cued && !bearing && look(search, wordsOf(search, at, to)).length === 0)
        for (const token of run) if (!isWellKnown(look(search, token.form))) parts.add(token.lower)
      at = Math.max(at, to - 1)
    }
  }
  return parts
}

/** Reads all names once, with what is known of them so far. */
function scanNames(search: Search): PlaceName[] {
  const { document } = search
  const found: PlaceName[] = []
  for (const {
    tokens: [start, end],
  } of document.sentences) {
    for (let at = start; at < end; at += 1) {
      const last = found.at(-1)
      const gap = last && last.to > start ? document.tokens.slice(last.to, Math.min(at, last.to + 4)) : []
      const listed =
        gap.length > 0 &&
        gap.length < 4 &&
        /^(?:,|and|, and|or|,? ?to|-|–)$/.test(gap.map(token => token.lower).join(' '))
      const name = readName(search, at, end, listed)
      if (!name) continue
      found.push(name)
      at = name.to - 1
    }
  }
  return spreadKinds(search, found)
}

const PLURAL_REGIONS: Readonly<Record<string, 'region' | 'district'>> = {
  regions: 'region',
  oblasts: 'region',
  provinces: 'region',
  states: 'region',
  counties: 'district',
  districts: 'district',
}

/** "Donetsk and Luhansk regions": the noun behind the last name of a list tells what all of them are. */
function spreadKinds({ document: { tokens }, index }: Search, names: readonly PlaceName[]): PlaceName[] {
  const spread = [...names]
  names.forEach((name, last) => {
    const kind = PLURAL_REGIONS[tokens[name.to]?.lower ?? '']
    if (!kind || tokens[name.to]?.sentence !== tokens[name.from]?.sentence) return
    for (let at = last; at >= 0; at -= 1) {
      const one = names[at] as PlaceName
      const after = names[at + 1]
      const gap = after && at < last ? tokens.slice(one.to, after.from).map(({ lower }) => lower) : []
      if (at < last && (gap.length === 0 || gap.length > 2 || !gap.every(word => /^(?:,|and|or|the)$/.test(word))))
        return
      const regions = one.theatre.flatMap(place => index.regionOf.get(foldName(place.name)) ?? [])
      spread[at] = { ...one, kind, theatre: kind === 'region' && regions.length > 0 ? regions : one.theatre }
    }
  })
  return spread
}

/** Reads the name that begins at a token; `listed`: only "and", a comma or "to" parts it from the place before. */
function readName(search: Search, at: number, end: number, listed: boolean): PlaceName | null {
  const { cover, document, index } = search
  const { form } = document.tokens[at] as Token
  if (form === 'the' && /^\p{Lu}/u.test(document.tokens[at + 1]?.form ?? '')) {
    const match = matchName(index.places, document.tokens, at, end)
    if (!match || match.to <= at + 1 || cover[at + 1]) return null
    return {
      from: at + 1,
      to: match.to,
      theatre: match.values,
      entries: [],
      kind: null,
      government: false,
      score: 0.95,
    }
  }
  if (!/^[\p{Lu}\p{N}]/u.test(form)) return null
  return (
    readTheatrePlace(search, at, end, listed) ??
    readLand(search, at, end) ??
    readState(search, at, end) ??
    readOtherPlace(search, at, end, listed)
  )
}
