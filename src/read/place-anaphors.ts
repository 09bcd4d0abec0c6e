import type { ActorMention, Document, PlaceMention, Token } from './document.ts'
import { PARTS } from './lexicon/place-words.ts'
import type { TheatreIndex } from './theatre-index.ts'

const SETTLEMENT = /^(?:town|city|village|settlement|suburb)$/
const WATER = /^(?:river|sea|lake|reservoir)$/
const REGION = /^(?:region|oblast|province|peninsula)$/
const MAX_BACK = 12

/** Where the noun of "the besieged town" stands, or -1. */
function nounAt(document: Document, at: number, end: number): number {
  for (let next = at + 1; next < Math.min(end, at + 4); next += 1) {
    const token = document.tokens[next] as Token
    if (
      SETTLEMENT.test(token.lower) ||
      REGION.test(token.lower) ||
      WATER.test(token.lower) ||
      token.lower === 'area' ||
      token.lower === 'capital'
    )
      return next
    if (token.tag !== 'adj' && !(token.tag === 'verb' && token.verbForm === 'participle')) return -1
  }
  return -1
}

/** True when the noun opens or is part of a name: "the city of X", "the capital Kyiv", "the town center". */
function namesItself(document: Document, noun: number, end: number): boolean {
  const next = noun + 1 < end ? document.tokens[noun + 1] : undefined
  if (!next) return false
  if (next.lower === 'of') return /^\p{Lu}/u.test(document.tokens[noun + 2]?.form ?? '')
  return (
    next.tag === 'name' ||
    next.lower === 'council' ||
    next.lower === 'hall' ||
    next.lower === 'administration' ||
    next.lower === 'authorities'
  )
}

const MAX_SETTLED = 400

/** The town a report dwells on: of the places in its last sentences that fit, the one named most, sooner ones weighing less. */
function findTopic(document: Document, places: readonly PlaceMention[], at: number): PlaceMention | null {
  const sentence = document.tokens[at]?.sentence ?? 0
  const weights = new Map<string, { weight: number; place: PlaceMention }>()
  for (let back = places.length - 1; back >= Math.max(0, places.length - MAX_SETTLED); back -= 1) {
    const place = places[back] as PlaceMention
    const away = sentence - place.sentence
    if (away > MAX_BACK) break
    if (place.kind !== 'settlement' || place.government) continue
    if (away === 0) return place
    const key = place.id ?? place.name
    const listed = /^(?:,|and)$/.test(document.tokens[place.tokens[0] - 1]?.lower ?? '') ? 0.3 : 1
    const known = weights.get(key)
    const weight = (known?.weight ?? 0) + (place.anaphor ? 0.6 : listed) / away ** 1.5
    weights.set(key, { weight, place: known?.place ?? place })
  }
  return (
    [...weights.values()].reduce<{ weight: number; place: PlaceMention } | null>(
      (best, other) => (best && best.weight >= other.weight ? best : other),
      null,
    )?.place ?? null
  )
}

/** "The region": the one named last, or the one the last named town lies in. */
function findRegion(
  document: Document,
  index: TheatreIndex,
  places: readonly PlaceMention[],
  at: number,
): PlaceMention | null {
  const place = findEarlier(
    document,
    places,
    at,
    other => /^(?:region|settlement|district)$/.test(other.kind) && !other.government,
  )
  if (place?.kind !== 'settlement' || place.admin === null) return place
  const region = index.theatre.places.find(other => other.kind === 'region' && other.name === place.admin)
  if (!region) return place
  const { admin, country, id, kind, lat, lon, name } = region
  return { ...place, admin, country, id, kind, lat, lon, name }
}

/** The nearest earlier place of a kind: settlements before the noun, the last first; one that is no government. */
function findEarlier(
  document: Document,
  places: readonly PlaceMention[],
  at: number,
  fits: (place: PlaceMention) => boolean,
): PlaceMention | null {
  const sentence = document.tokens[at]?.sentence ?? 0
  for (let back = places.length - 1; back >= Math.max(0, places.length - MAX_SETTLED); back -= 1) {
    const place = places[back] as PlaceMention
    if (sentence - place.sentence > MAX_BACK) return null
    if (fits(place)) return place
  }
  return null
}

/** "The capital": one named before, else that of the party the report spoke of last. */
function findCapital(
  document: Document,
  index: TheatreIndex,
  places: readonly PlaceMention[],
  actors: readonly ActorMention[],
  at: number,
): PlaceMention | null {
  const capitals = index.theatre.metonyms.filter(metonym => metonym.alsoPlace)
  const isCapital = (place: PlaceMention) => capitals.some(metonym => metonym.words.includes(place.name))
  const atWar = (code: string | null) =>
    index.theatre.parties.some(party => party.country !== null && party.country === code)
  const country = places.findLast(place => atWar(place.country))?.country
  const fits = (place: PlaceMention) => place.kind === 'settlement' && isCapital(place) && place.country === country
  const named = findEarlier(document, places, at, fits)
  if (named) return named
  const spoken = actors.findLast(actor => actor.tokens[1] <= at && actor.party !== null && actor.kind !== 'pronoun')
  const party = index.theatre.parties.find(one => (country ? one.country === country : one.id === spoken?.party))
  const word = capitals.find(metonym => metonym.of === party?.id)?.words[0] ?? ''
  const place = index.theatre.places.find(one => one.name === word || one.aliases.includes(word))
  if (!place) return null
  const { span, sentence } = document.tokens[at] as Token
  const { admin, country: state, id, kind, lat, lon, name } = place
  const words = {
    span,
    tokens: [at, at + 1] as const,
    sentence,
    part: null,
    government: false,
    anaphor: true,
    score: 0.5,
  }
  return { ...words, name, id, lat, lon, admin, country: state, kind }
}

/** The part an anaphor names: "the town center", "the east of the city". */
function partAt(document: Document, at: number, noun: number): string | null {
  const { tokens } = document
  const behind = PARTS[tokens[noun + 1]?.lower ?? '']
  if (behind === 'centre' || behind === 'outskirts') return behind
  const word = tokens[at - 1]?.lower === 'of' ? (tokens[at - 2]?.lower ?? '') : ''
  const part = PARTS[word]
  if (!part || /^(?:east|west|north|south)/.test(word)) return null
  return part === 'part' || part === 'half' ? (PARTS[tokens[at - 3]?.lower ?? ''] ?? part) : part
}

/** Adds "the town", "the region", "the capital", each resolved to an earlier place, to the places found; in reading order. */
export function findAnaphors(
  document: Document,
  index: TheatreIndex,
  places: readonly PlaceMention[],
  actors: readonly ActorMention[],
): PlaceMention[] {
  const found: PlaceMention[] = []
  let next = 0
  for (const {
    tokens: [start, end],
  } of document.sentences) {
    for (let at = start; at < end; at += 1) {
      for (let place = places[next]; place && place.tokens[0] <= at; place = places[next]) {
        found.push(place)
        next += 1
      }
      const anaphor = (found.at(-1)?.tokens[1] ?? 0) > at ? null : readAnaphor(document, index, found, actors, at, end)
      if (anaphor) found.push(anaphor)
    }
  }
  for (; next < places.length; next += 1) found.push(places[next] as PlaceMention)
  return found.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
}

/** Reads "the town", "the besieged city", "the region", "the capital" at a token; null where none stands or none was named. */
function readAnaphor(
  document: Document,
  index: TheatreIndex,
  found: readonly PlaceMention[],
  actors: readonly ActorMention[],
  at: number,
  end: number,
): PlaceMention | null {
  const article = document.tokens[at] as Token
  const noun = article.lower === 'the' ? nounAt(document, at, end) : -1
  if (noun < 0 || namesItself(document, noun, end)) return null
  const { lower: word, span } = document.tokens[noun] as Token
  const water = (place: PlaceMention) => place.kind === 'river' || place.kind === 'sea'
  const earlier = () => {
    if (WATER.test(word)) return findEarlier(document, found, at, water)
    if (word === 'area') return findTopic(document, found, at) ?? findRegion(document, index, found, at)
    return SETTLEMENT.test(word) ? findTopic(document, found, at) : findRegion(document, index, found, at)
  }
  const target = word === 'capital' ? findCapital(document, index, found, actors, noun) : earlier()
  if (!target) return null
  return {
    ...target,
    span: [article.span[0], span[1]],
    tokens: [at, noun + 1],
    sentence: article.sentence,
    part: partAt(document, at, noun),
    government: false,
    anaphor: true,
    score: Math.min(0.6, target.score),
  }
}
