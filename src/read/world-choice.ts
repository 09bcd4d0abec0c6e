import type { GazetteerEntry, TheatrePlace } from '#domain'
import { foldName } from '#kit'
import type { Document, PlaceMention } from './document.ts'
import { isAtFront } from './front-cells.ts'
import type { Scene } from './place-scene.ts'
import type { PlaceName } from './place-search.ts'
import { type NameGroup, type Vote, voteOnNames } from './place-votes.ts'
import type { TheatreIndex } from './theatre-index.ts'
import { matchName } from './trie.ts'

/** A name on its way to a mention. */
export interface Draft {
  readonly base: Omit<PlaceMention, 'id' | 'lat' | 'lon' | 'admin' | 'country' | 'kind'>
  /** The name with the places it may stand for. */
  readonly name: PlaceName
  /** The name behind a comma: "Springfield, Illinois". */
  readonly paired: PlaceName | null
  /** The place of the theatre it means; null: one of the world, or none. */
  readonly place: TheatrePlace | null
}

/** Names settled together; a report that names more has said by then where it is. */
const MAX_GROUPS = 60
/** A region of so many is meant by its bare name before a village that shares it. */
const GREAT_REGION = 3_000_000
/** Of villages of one name the one where the war is fought is in the news. */
const AT_FRONT = 1.5
/** What a region written beside a name adds: more than all else together; and beside another mention of the same name. */
const PAIRED = 20
const PAIRED_ELSEWHERE = 8
/** What a district named for a town must gain from the rest of the report to be placed at that town. */
const LOCAL_GAIN = 2.5

/** How well an entry fits a name wherever it stands: powers of ten of population, and what is meant by default. */
function fitOf(
  { frontCells }: TheatreIndex,
  scene: Scene,
  name: PlaceName,
  entry: GazetteerEntry,
  words: string,
): number {
  let fit = Math.log10(entry.population + 1)
  if (scene.parties.has(entry.country)) fit += 1
  if (entry.kind === 'settlement' && isAtFront(frontCells, entry)) fit += AT_FRONT
  if (entry.kind === 'country') fit += 2
  if (entry.kind === 'region' && entry.population >= GREAT_REGION) fit += 2
  if (entry.kind === 'district') fit -= 0.5
  if (foldName(entry.name) === words || entry.kind === 'country') fit += 1.5
  if (name.kind === 'region' && entry.kind === 'region') fit += 8
  else if (entry.kind === 'region') fit += name.kind === 'settlement' ? -6 : 1
  return fit
}

/** Whether the name written behind a comma is an entry's region or country. */
function isIn(entry: GazetteerEntry, { entries, theatre }: PlaceName): boolean {
  const inside = (other: GazetteerEntry | TheatrePlace) =>
    other.country === entry.country &&
    (other.kind === 'country' || ((other.kind === 'region' || other.kind === 'district') && isWithin(entry, other)))
  return entries.some(inside) || theatre.some(inside)
}

const isWithin = (entry: GazetteerEntry, other: GazetteerEntry | TheatrePlace): boolean =>
  other.kind === 'district' ? other.admin === entry.admin : other.name === entry.admin || other.admin === entry.admin

const voteOf = (place: TheatrePlace): Vote[] =>
  place.lat === null || place.lon === null
    ? []
    : [{ lat: place.lat, lon: place.lon, admin: place.admin, country: place.country, kind: place.kind, trust: 1 }]

interface Group extends NameGroup {
  readonly drafts: readonly number[]
}

function groupNames(index: TheatreIndex, scene: Scene, drafts: readonly Draft[]): Group[] {
  const byWords = new Map<string, number[]>()
  drafts.forEach(({ base, name, place }, at) => {
    if (place || name.land || name.entries.length === 0) return
    const key = foldName(base.name)
    const same = byWords.get(key)
    if (same) same.push(at)
    else if (byWords.size < MAX_GROUPS) byWords.set(key, [at])
  })
  return [...byWords].map(([key, members]) => {
    const all = members.map(at => drafts[at] as Draft)
    const entries = [...new Map(all.flatMap(({ name }) => name.entries).map(entry => [entry.id, entry])).values()]
    const [{ name }] = all as [Draft]
    const words = foldName(name.kind === null ? (all[0]?.base.name.replace(/ \p{L}+$/u, '') ?? key) : key)
    const fits = entries.map(entry => {
      const pairs = all.some(({ paired }) => paired !== null && isIn(entry, paired))
      return (
        Math.max(...[key, words].map(one => fitOf(index, scene, name, entry, one))) + (pairs ? PAIRED_ELSEWHERE : 0)
      )
    })
    return { key, entries, fits, weight: 1, drafts: members }
  })
}

/** Chooses for each name of the world the entry it means, all names of the report together; null where none fits. */
export function chooseWorldEntries(
  document: Document,
  index: TheatreIndex,
  scene: Scene,
  drafts: readonly Draft[],
): (GazetteerEntry | null)[] {
  const groups = groupNames(index, scene, drafts)
  const settled = [...new Set(drafts.flatMap(({ place }) => place ?? []))].flatMap(voteOf)
  const scores = voteOnNames(groups, settled)
  const chosen: (GazetteerEntry | null)[] = drafts.map(() => null)
  groups.forEach((group, at) => {
    for (const member of group.drafts)
      chosen[member] = chooseOne(document, index, drafts[member] as Draft, group, scores[at] ?? [])
  })
  return chosen
}

function chooseOne(
  document: Document,
  index: TheatreIndex,
  { name, paired }: Draft,
  group: Group,
  scores: readonly number[],
): GazetteerEntry | null {
  const capital =
    matchName(index.somebodies, document.tokens, name.from, name.to)?.values.some(({ kind }) => kind === 'metonym') ??
    false
  let best: GazetteerEntry | null = null
  let most = Number.NEGATIVE_INFINITY
  group.entries.forEach((entry, at) => {
    if (!name.entries.some(({ id }) => id === entry.id)) return
    const gain = (scores[at] ?? 0) - (group.fits[at] ?? 0)
    if (name.kind === 'district' && entry.kind === 'settlement' && gain < LOCAL_GAIN) return
    const own = (paired && isIn(entry, paired) ? PAIRED : 0) + (capital && entry.kind === 'settlement' ? 4 : 0)
    if ((scores[at] ?? 0) + own <= most) return
    best = entry
    most = (scores[at] ?? 0) + own
  })
  return best
}
