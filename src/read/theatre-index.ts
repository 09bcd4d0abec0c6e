import type { Actor, Day, GenericHolder, Metonym, Party, Theatre, TheatreHolder, TheatrePlace, Weapon } from '#domain'
import { foldName } from '#kit'
import { frontCellsOf } from './front-cells.ts'
import { singularOf } from './lemmas.ts'
import { FORCES_NOUNS } from './lexicon/actor-nouns.ts'
import { shortNames } from './lexicon/office-abbreviations.ts'
import { addName, makeTrie, type NameTrie } from './trie.ts'

/** Somebody of the theatre that a name stands for. */
export type Somebody =
  | { readonly kind: 'party'; readonly party: Party; readonly forces: boolean }
  | { readonly kind: 'actor'; readonly actor: Actor }
  | { readonly kind: 'holder'; readonly holder: TheatreHolder }
  | { readonly kind: 'generic'; readonly generic: GenericHolder }
  | { readonly kind: 'metonym'; readonly metonym: Metonym; readonly of: Somebody }

/** A theatre's names in a form that finds them in a text. */
export interface TheatreIndex {
  readonly theatre: Theatre
  readonly dayOne: Day
  /** Names of parties, actors, holders, generic holders and metonyms. */
  readonly somebodies: NameTrie<Somebody>
  /** Adjectives and people words of parties and actors. */
  readonly demonyms: NameTrie<Somebody>
  /** Office words of holders ("defence minister"). */
  readonly titles: NameTrie<TheatreHolder>
  readonly weapons: NameTrie<Weapon>
  readonly places: NameTrie<TheatrePlace>
  /** Folded names of settlements and regions of seven letters or more without a space, for spelling variants. */
  readonly longNames: ReadonlyMap<string, TheatrePlace>
  /** Regions by the folded bare name they share with a city: `donetsk` → Donetsk Oblast. */
  readonly regionOf: ReadonlyMap<string, TheatrePlace>
  /** Rivers by their folded bare name, which a city may share: `dnipro` → Dnipro River. */
  readonly riverOf: ReadonlyMap<string, TheatrePlace>
  /** Squares of the map near the theatre's front settlements (`front-cells.ts`). */
  readonly frontCells: ReadonlySet<string>
  readonly byId: ReadonlyMap<string, Somebody>
  /** The party a camp stands for when it fights itself (not for allies). */
  readonly partyOfCamp: ReadonlyMap<string, string>
}

const compiled = new WeakMap<Theatre, TheatreIndex>()

const isForces = (name: string): boolean =>
  name
    .toLowerCase()
    .split(/[\s-]+/)
    .some(word => FORCES_NOUNS.has(word) || FORCES_NOUNS.has(singularOf(word)))

/** Parties, actors and holders under all their names. */
function indexSomebodies(theatre: Theatre): Pick<TheatreIndex, 'somebodies' | 'demonyms' | 'titles' | 'byId'> {
  const somebodies = makeTrie<Somebody>()
  const demonyms = makeTrie<Somebody>()
  const titles = makeTrie<TheatreHolder>()
  const byId = new Map<string, Somebody>()
  for (const party of theatre.parties) {
    const self: Somebody = { kind: 'party', party, forces: false }
    const fighters: Somebody = { kind: 'party', party, forces: true }
    byId.set(party.id, self)
    for (const name of [party.name, ...party.aliases]) addName(somebodies, name, isForces(name) ? fighters : self)
    for (const name of party.demonyms) addName(demonyms, name, self)
  }
  for (const actor of theatre.actors) {
    const self: Somebody = { kind: 'actor', actor }
    byId.set(actor.id, self)
    for (const name of [actor.name, ...actor.aliases]) addName(somebodies, name, self)
    for (const name of actor.demonyms) addName(demonyms, name, self)
  }
  for (const holder of theatre.holders) {
    const self: Somebody = { kind: 'holder', holder }
    byId.set(holder.id, self)
    for (const name of [holder.name, ...holder.aliases].flatMap(each => [each, ...shortNames(each)]))
      addName(somebodies, name, self)
    for (const title of holder.titles.flatMap(each => [each, ...shortNames(each)])) addName(titles, title, holder)
  }
  for (const generic of theatre.genericHolders)
    for (const name of [generic.name, ...generic.aliases]) addName(somebodies, name, { kind: 'generic', generic })
  for (const metonym of theatre.metonyms) {
    const of = byId.get(metonym.of)
    if (of) for (const word of metonym.words) addName(somebodies, word, { kind: 'metonym', metonym, of })
  }
  return { somebodies, demonyms, titles, byId }
}

const REGION_WORDS = ['Oblast', 'oblast', 'region', 'Region', 'province', 'Province']

/** A region is found under each word for region that English news uses, whichever its record has. */
function otherRegionNames(place: TheatrePlace): string[] {
  if (place.kind !== 'region') return []
  return [place.name, ...place.aliases].flatMap(name => {
    const bare = name.replace(/ (?:oblast|region|province)$/i, '')
    return bare === name ? [] : REGION_WORDS.map(word => `${bare} ${word}`)
  })
}

/** Places under all their names, and the long names that a small misspelling may stand for. */
function indexPlaces(
  theatre: Theatre,
): Pick<TheatreIndex, 'places' | 'longNames' | 'regionOf' | 'riverOf' | 'frontCells'> {
  const places = makeTrie<TheatrePlace>()
  const longNames = new Map<string, TheatrePlace>()
  const regionOf = new Map<string, TheatrePlace>()
  const riverOf = new Map<string, TheatrePlace>()
  for (const place of theatre.places) {
    if (place.kind === 'river') riverOf.set(foldName(place.name).replace(/ river$/, ''), place)
    if (place.kind === 'region')
      regionOf.set(foldName(place.name).replace(/ (?:oblast|region|province|state)$/, ''), place)
    for (const name of [place.name, ...place.aliases, ...otherRegionNames(place)]) {
      addName(places, name, place)
      const folded = foldName(name)
      if (folded.length >= 7 && !folded.includes(' ') && !longNames.has(folded)) longNames.set(folded, place)
    }
  }
  return { places, longNames, regionOf, riverOf, frontCells: frontCellsOf(theatre.places) }
}

/**
 * Compiles a theatre for reading; the same theatre object is compiled once. A name that several records bear keeps them
 * all: the finders choose by date, context and kind.
 */
export function compileTheatre(theatre: Theatre): TheatreIndex {
  const known = compiled.get(theatre)
  if (known) return known
  const weapons = makeTrie<Weapon>()
  for (const weapon of theatre.weapons)
    for (const name of [weapon.name, ...weapon.aliases]) addName(weapons, name, weapon)
  const index: TheatreIndex = {
    theatre,
    dayOne: theatre.dayOne,
    ...indexSomebodies(theatre),
    weapons,
    ...indexPlaces(theatre),
    partyOfCamp: new Map(
      theatre.camps.flatMap(camp => (camp.party && !camp.ally ? [[camp.id, camp.party] as const] : [])),
    ),
  }
  compiled.set(theatre, index)
  return index
}
