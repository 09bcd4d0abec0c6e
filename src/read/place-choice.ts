import type { GazetteerEntry, TheatrePlace } from '#domain'
import { foldName } from '#kit'
import type { Document, PlaceMention, Token } from './document.ts'
import { PARTS, REGION_NOUNS, SETTLEMENT_NOUNS } from './lexicon/place-words.ts'
import { type Nearness, nearnessOf } from './place-nearness.ts'
import type { PlaceName } from './place-search.ts'
import type { TheatreIndex } from './theatre-index.ts'
import { matchName } from './trie.ts'

/** What the report says about where it is: how often it names each country and region. */
interface Scene {
  readonly countries: ReadonlyMap<string, number>
  readonly regions: ReadonlyMap<string, number>
  /** Countries by the towns and regions named in them; a state named as a power is no sign that the report is set there. */
  readonly ground: ReadonlyMap<string, number>
  readonly parties: ReadonlySet<string>
}

function readScene(index: TheatreIndex, names: readonly PlaceName[]): Scene {
  const countries = new Map<string, number>()
  const regions = new Map<string, number>()
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  const ground = new Map<string, number>()
  for (const { entries, theatre } of names) {
    const [place] = theatre
    const [entry] = entries
    const everywhere = new Set(entries.map(({ country }) => country))
    if (
      place
        ? place.kind !== 'country' && entries.length === 0
        : entry && entry.kind !== 'country' && everywhere.size === 1
    )
      add(ground, (place ?? entry)?.country ?? '')
    if (place) add(countries, place.country)
    else if (entry?.kind === 'country') add(countries, entry.country)
    else if (entry?.kind === 'region' && entries.filter(({ kind }) => kind === 'region').length === 1) {
      add(countries, entry.country)
      add(regions, `${entry.country} ${entry.name}`)
    }
  }
  const parties = index.theatre.parties.flatMap(({ country }) => (country && countries.has(country) ? [country] : []))
  return { countries, regions, ground, parties: new Set(parties) }
}

/** What lying among the report's other places weighs against powers of ten of population. */
const NEAR_WEIGHT = 2

/** A region of so many is meant by its bare name before a village that shares it. */
const GREAT_REGION = 3_000_000

/** How well an entry fits: its pair outweighs regions, these countries, these the theatre, this population. */
function fitOf(
  scene: Scene,
  name: PlaceName,
  entry: GazetteerEntry,
  paired: PlaceName | undefined,
  words: string,
  capital: boolean,
  nearness: Nearness,
): number {
  let fit = Math.log10(entry.population + 1)
  if (paired) {
    const region = paired.entries.some(
      other =>
        other.kind !== 'settlement' &&
        other.country === entry.country &&
        (other.kind === 'country' || other.name === entry.admin),
    )
    const own = paired.theatre.some(
      place => place.country === entry.country && (place.kind === 'country' || place.name === entry.admin),
    )
    if (region || own) fit += 20
  }
  if (entry.kind === 'settlement' && entry.admin && scene.regions.has(`${entry.country} ${entry.admin}`)) fit += 4
  fit += NEAR_WEIGHT * nearness(words, entry)
  fit += Math.min(3, scene.countries.get(entry.country) ?? 0)
  if (scene.parties.has(entry.country)) fit += 1
  fit += Math.min(3, scene.ground.get(entry.country) ?? 0)
  if (entry.kind === 'country') fit += 2
  if (entry.kind === 'region' && entry.population >= GREAT_REGION) fit += 3
  if (foldName(entry.name) === words || entry.kind === 'country') fit += 1.5
  if (capital && entry.kind === 'settlement') fit += 4
  if (name.kind === 'region' && entry.kind === 'region') fit += 8
  else if (entry.kind === 'region') fit += name.kind === 'settlement' ? -6 : 1
  return fit
}

/** "Donetsk" is the region where the words say so: "the Donetsk city of", "cities in Donetsk", "Kupiansk in Donetsk", "provinces". */
function meansRegion(document: Document, names: readonly PlaceName[], at: number): boolean {
  const { tokens, sentences } = document
  const name = names[at] as PlaceName
  const [, end] = sentences[tokens[name.from]?.sentence ?? 0]?.tokens ?? [0, 0]
  const after = tokens[name.to]
  if (after && name.to < end && SETTLEMENT_NOUNS.has(after.lower) && tokens[name.to + 1]?.lower === 'of') return true
  if (tokens[name.from - 1]?.lower !== 'in' && tokens[name.from - 1]?.lower !== 'across')
    return (
      after?.lower === 'is' &&
      REGION_NOUNS[tokens.slice(name.to, name.to + 5).find(token => token.tag === 'noun')?.lemma ?? ''] === 'region'
    )
  const before = tokens[name.from - 2]
  const last = names[at - 1]
  if (before && /^(?:cities|towns|villages|settlements|areas|places|districts)$/.test(before.lower)) return true
  return last !== undefined && last.to === name.from - 1 && last.theatre.some(place => place.kind === 'settlement')
}

/** Of theatre places with one name: the river behind "the" or before "River", the city behind "city of", else the first settlement. */
function chooseTheatre(
  document: Document,
  index: TheatreIndex,
  names: readonly PlaceName[],
  position: number,
  theatre: readonly TheatrePlace[],
): TheatrePlace {
  const { tokens } = document
  const name = { ...(names[position] as PlaceName), theatre }
  const region = index.regionOf.get(foldName(name.theatre[0]?.name ?? ''))
  if (region && name.to - name.from <= 2 && meansRegion(document, names, position)) return region
  const before = tokens[name.from - 1]
  const article = before?.lower === 'the'
  const settled =
    SETTLEMENT_NOUNS.has(before?.lemma ?? '') ||
    (before?.lower === 'of' && SETTLEMENT_NOUNS.has(tokens[name.from - 2]?.lemma ?? ''))
  const by = (kinds: readonly string[]) => name.theatre.find(place => kinds.includes(place.kind))
  const first = name.theatre[0] as TheatrePlace
  if (settled) return by(['settlement']) ?? first
  const river = article ? index.riverOf.get(foldName(name.theatre[0]?.name ?? '')) : undefined
  if (river && tokens[name.to]?.lower !== 'city') return river
  if (article || tokens[name.to]?.lower === 'river') return by(['river', 'sea', 'region', 'area']) ?? first
  const settlements = name.theatre.filter(place => place.kind === 'settlement')
  return settlements.find(place => place.id === foldName(place.name).replaceAll(' ', '-')) ?? settlements[0] ?? first
}

/** The part of a place that the words around name, in one word; null for the whole. */
function partOf(document: Document, from: number, to: number): string | null {
  const { tokens } = document
  const sentence = tokens[from]?.sentence
  const inside = (at: number): string => (tokens[at]?.sentence === sentence ? (tokens[at]?.lower ?? '') : '')
  let at = from - 1
  if (inside(at) === 'the') at -= 1
  if (inside(at) === 'of') {
    const noun = PARTS[inside(at - 1)]
    if (!noun) return null
    const bearing = PARTS[inside(at - 2)]
    if (bearing && (noun === 'bank' || noun === 'side')) return `${bearing} ${noun}`
    const direction = /^(?:east|west|north|south)(?:ern)?$|^(?:north|south)-?(?:east|west)/
    if (direction.test(inside(at - 1)))
      return /^(?:in|of|the)$/.test(inside(at - 2)) &&
        inside(at - 2) === 'the' &&
        /^(?:in|across|throughout)$/.test(inside(at - 3))
        ? noun
        : null
    return noun === 'part' || noun === 'half' || noun === 'quarter' || noun === 'bank' || noun === 'side'
      ? (bearing ?? (noun === 'bank' || noun === 'side' ? null : noun))
      : noun
  }
  const next = PARTS[inside(to)]
  if ((next === 'centre' || next === 'outskirts') && inside(to) !== 'middle') return next
  const adjective = PARTS[inside(from - 1)]
  return adjective && /ern$|^(?:central|downtown)$/.test(inside(from - 1)) ? adjective : null
}

/** A settlement of the theatre whose name a city elsewhere bears, in a report that names nothing else of its country, or beside that city's region. */
function isElsewhere(scene: Scene, name: PlaceName, paired: PlaceName | undefined): boolean {
  const [place] = name.theatre
  const others = name.entries.filter(entry => !name.theatre.some(own => own.country === entry.country))
  const largest = others.reduce((most, entry) => Math.max(most, entry.population), 0)
  if (!place || others.length === 0) return false
  const own = name.entries.reduce((most, entry) => Math.max(most, others.includes(entry) ? 0 : entry.population), 0)
  if (paired)
    return (
      paired.theatre.every(other => other.country !== place.country) &&
      others.some(entry => paired.entries.some(other => other.country === entry.country))
    )
  if (place.kind === 'country')
    return (
      (scene.ground.get(place.country) ?? 0) === 0 && others.some(({ country }) => (scene.ground.get(country) ?? 0) > 1)
    )
  if (own > 2 * largest) return false
  const named = scene.ground.get(place.country) ?? 0
  if (largest >= 1_000_000) return named < 3
  return named === 0 && (scene.countries.get(place.country) ?? 0) <= 1
}

/** The region that a name behind a comma can only be ("…, Donetsk Oblast", "…, Illinois"); null where it may be a town or country. */
function regionOf(paired: PlaceName): { readonly name: string; readonly country: string } | null {
  const [place] = paired.theatre
  const words = paired.to - paired.from
  if (place) return words > 1 && paired.theatre.every(({ kind }) => kind === 'region') ? place : null
  const regions = paired.entries.filter(({ kind }) => kind === 'region')
  const [entry] = regions
  return entry &&
    regions.length === 1 &&
    paired.entries.every(({ kind, population }) => kind === 'region' || population < 50_000)
    ? entry
    : null
}

/** A town so large that the region beside it is the writer's slip. */
const isCity = (entry: GazetteerEntry, country: string): boolean =>
  entry.country === country && entry.population >= 20_000

/** Of the places a name may stand for those in a region; none of them may be, for the region's own towns are not all known. */
const placesIn = (
  region: { readonly name: string; readonly country: string },
  { entries, theatre }: PlaceName,
): Pick<PlaceName, 'entries' | 'theatre'> => {
  const inside = ({ admin, country, kind }: TheatrePlace | GazetteerEntry) =>
    kind === 'country' || kind === 'region' || (country === region.country && (admin === null || admin === region.name))
  const own = theatre.filter(inside)
  const city = theatre.filter(
    ({ country }) => country === region.country && entries.some(entry => isCity(entry, country)),
  )
  return { entries: entries.filter(inside), theatre: own.length > 0 ? own : city }
}

/** Behind a town's name these are named for it and are no town. */
const WATER = /^(?:reservoir|lake|canal|estuary)$/

/** Settles each name on one place and writes it as a mention. */
export function chooseEntries(document: Document, index: TheatreIndex, names: readonly PlaceName[]): PlaceMention[] {
  const scene = readScene(index, names)
  const first = settleNames(document, index, names, scene, () => 0)
  return settleNames(document, index, names, scene, nearnessOf(names, first))
}

function settleNames(
  document: Document,
  index: TheatreIndex,
  names: readonly PlaceName[],
  scene: Scene,
  nearness: Nearness,
): PlaceMention[] {
  return names.map((name, at) => {
    const first = document.tokens[name.from] as Token
    const last = document.tokens[name.to - 1] as Token
    const span = [first.span[0], last.span[1]] as const
    const words = document.report.text.slice(...span)
    const base = {
      span,
      tokens: [name.from, name.to] as const,
      sentence: first.sentence,
      part: partOf(document, name.from, name.to),
      government: name.government,
      anaphor: false,
      score: name.score,
    }
    const following = names[at + 1]
    const paired =
      following && following.from === name.to + 1 && document.tokens[name.to]?.form === ',' ? following : undefined
    const region = paired ? regionOf(paired) : null
    const inRegion = region ? { ...name, ...placesIn(region, name) } : name
    if (inRegion.theatre.length > 0 && !isElsewhere(scene, inRegion, paired)) {
      const place = chooseTheatre(document, index, names, at, inRegion.theatre)
      const { id, lat, lon, admin, country, name: shown } = place
      const water = WATER.test(document.tokens[name.to]?.lower ?? '')
      return { ...base, name: shown, id, lat, lon, admin, country, kind: water ? 'river' : place.kind }
    }
    const entry = chooseEntry(document, index, scene, inRegion, paired, words, nearness)
    if (!entry) return { ...base, ...UNKNOWN, name: words, kind: name.kind ?? ('settlement' as const) }
    const { id, lat, lon, admin, country, name: shown } = entry
    const named = entry.kind === 'settlement' && name.kind !== null && name.kind !== 'settlement'
    return { ...base, name: shown, id, lat, lon, admin, country, kind: named ? name.kind : entry.kind }
  })
}

const UNKNOWN = { id: null, lat: null, lon: null, admin: null, country: null }

/** The gazetteer entry that fits best; a county or district only where the report names its region; null when none. */
function chooseEntry(
  document: Document,
  index: TheatreIndex,
  scene: Scene,
  name: PlaceName,
  paired: PlaceName | undefined,
  words: string,
  nearness: Nearness,
): GazetteerEntry | null {
  const bare = foldName(words.replace(/ \p{L}+$/u, tail => (name.kind === null ? tail : '')))
  const somebody = matchName(index.somebodies, document.tokens, name.from, name.to)
  const capital = somebody?.values.some(value => value.kind === 'metonym') ?? false
  const local = (entry: GazetteerEntry) =>
    scene.regions.has(`${entry.country} ${entry.admin}`) || nearness(bare, entry) > 1
  const candidates = name.kind === 'district' ? name.entries.filter(local) : name.entries
  let best: GazetteerEntry | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const entry of candidates) {
    const fit = fitOf(scene, name, entry, paired, bare, capital, nearness)
    if (fit > most) {
      best = entry
      most = fit
    }
  }
  return best
}
