import type { GazetteerEntry, TheatrePlace } from '#domain'
import { foldName } from '#kit'
import type { Document, PlaceMention, Token } from './document.ts'
import { REGION_NOUNS, SETTLEMENT_NOUNS } from './lexicon/place-words.ts'
import { partOf } from './place-part.ts'
import { readScene, type Scene } from './place-scene.ts'
import type { PlaceName } from './place-search.ts'
import type { TheatreIndex } from './theatre-index.ts'
import { chooseWorldEntries, type Draft } from './world-choice.ts'

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

/** A settlement of the theatre whose name a city elsewhere bears, in a report that names nothing else of its country, or beside that city's region. */
function isElsewhere(scene: Scene, name: PlaceName, paired: PlaceName | null): boolean {
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
  const drafts = names.map((name, at) => draftOf(document, index, names, scene, name, at))
  const entries = chooseWorldEntries(document, index, scene, drafts)
  return drafts.map(({ base, name, place }, at) => {
    if (name.land) return { ...base, ...name.land, admin: null, country: null }
    if (place) {
      const { id, lat, lon, admin, country, name: shown } = place
      const water = WATER.test(document.tokens[name.to]?.lower ?? '')
      return { ...base, name: shown, id, lat, lon, admin, country, kind: water ? 'river' : place.kind }
    }
    const entry = entries[at]
    if (!entry) return { ...base, ...UNKNOWN, kind: name.kind ?? ('settlement' as const) }
    const { id, lat, lon, admin, country, name: shown } = entry
    const named = entry.kind === 'settlement' && name.kind !== null && name.kind !== 'settlement'
    return { ...base, name: shown, id, lat, lon, admin, country, kind: named ? name.kind : entry.kind }
  })
}

const UNKNOWN = { id: null, lat: null, lon: null, admin: null, country: null }

/** A name with what stands beside it and the place of the theatre it means, if one. */
function draftOf(
  document: Document,
  index: TheatreIndex,
  names: readonly PlaceName[],
  scene: Scene,
  name: PlaceName,
  at: number,
): Draft {
  const first = document.tokens[name.from] as Token
  const span = [first.span[0], (document.tokens[name.to - 1] as Token).span[1]] as const
  const base = {
    span,
    tokens: [name.from, name.to] as const,
    sentence: first.sentence,
    name: document.report.text.slice(...span),
    part: partOf(document, name.from, name.to),
    government: name.government,
    anaphor: false,
    score: name.score,
  }
  const following = names[at + 1]
  const beside = following && following.from === name.to + 1 && document.tokens[name.to]?.form === ','
  const paired = beside ? following : null
  const region = paired ? regionOf(paired) : null
  const inRegion = region ? { ...name, ...placesIn(region, name) } : name
  const own = !name.land && inRegion.theatre.length > 0 && !isElsewhere(scene, inRegion, paired)
  return {
    base,
    name: inRegion,
    paired,
    place: own ? chooseTheatre(document, index, names, at, inRegion.theatre) : null,
  }
}
