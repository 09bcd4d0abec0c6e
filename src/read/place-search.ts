import type { Gazetteer, GazetteerEntry, TheatrePlace } from '#domain'
import type { ActorMention, Document, PlaceMention, Token } from './document.ts'
import type { Land } from './lexicon/lands.ts'
import { CALENDAR_WORDS } from './lexicon/months.ts'
import { REGION_NOUNS, SETTLEMENT_NOUNS, STATE_ABBREVIATIONS, STRONG_CUES, WEAK_CUES } from './lexicon/place-words.ts'
import type { TheatreIndex } from './theatre-index.ts'

/** A name in the text with every place it may stand for. */
export interface PlaceName {
  readonly from: number
  readonly to: number
  readonly theatre: readonly TheatrePlace[]
  readonly entries: readonly GazetteerEntry[]
  /** The land wider than a state or thing of nature that the name can only mean. */
  readonly land?: Land
  /** Kind that the words around give ("X region", "X River"), or null. */
  readonly kind: PlaceMention['kind'] | null
  readonly government: boolean
  readonly score: number
}

/** What the readers of place names share: the report, its indexes, and what was learnt of its names. */
export interface Search {
  readonly document: Document
  readonly index: TheatreIndex
  readonly gazetteer: Gazetteer | null
  /** The mention of somebody that covers a token. */
  readonly cover: (ActorMention | undefined)[]
  readonly surnames: ReadonlySet<string>
  /** Single words that stand in a run of capitals which is no place: parts of persons' names, most often. */
  readonly nameParts: ReadonlySet<string>
  /** Folded names that some occurrence showed to be places: the same name elsewhere in the report is one too. */
  readonly sure: Set<string>
  /** Lookups of this document, for names come again. */
  readonly looked: Map<string, readonly GazetteerEntry[]>
}

const MAX_NAME = 5

/** Every gazetteer entry that bears a name, remembered for the report. */
export function look(search: Search, words: string): readonly GazetteerEntry[] {
  const known = search.looked.get(words)
  if (known) return known
  const found = search.gazetteer?.find(words) ?? []
  search.looked.set(words, found)
  return found
}

/** The text under tokens `[from, to)`. */
export const wordsOf = (search: Search, from: number, to: number): string =>
  search.document.report.text.slice(search.document.tokens[from]?.span[0], search.document.tokens[to - 1]?.span[1])

/** True for a word of capitals alone. */
export const isAcronym = (form: string): boolean => form.length > 1 && form === form.toUpperCase()

/** A mention that is only a state's or party's name may also be ground. */
export const coversGround = (mention: ActorMention): boolean =>
  !mention.forces &&
  mention.holder === null &&
  (mention.kind === 'party' || mention.kind === 'actor') &&
  mention.tokens[1] - mention.tokens[0] <= 3

/** Where a run of capitalised words that may be one name ends: hyphens and small words inside ("Stoke-on-Trent") included. */
export function runEnd(search: Search, at: number, end: number): number {
  const { tokens } = search.document
  let to = at
  for (let next = at; next < Math.min(end, at + MAX_NAME + 3); next += 1) {
    const token = tokens[next] as Token
    const capital =
      /^\p{Lu}/u.test(token.form) &&
      (token.tag === 'name' || token.tag === 'adj' || token.tag === 'noun' || token.form in STATE_ABBREVIATIONS)
    if (capital && !search.cover[next]) to = next + 1
    else if (
      token.form === '-' &&
      token.span[0] === tokens[next - 1]?.span[1] &&
      token.span[1] === tokens[next + 1]?.span[0]
    )
      continue
    else if (token.lower === 'on' && CALENDAR_WORDS.has(tokens[next + 1]?.lower ?? '')) break
    else if (
      !/^(?:of|de|del|la|le|el|al|on|upon|the|and)$/.test(token.lower) ||
      to !== next ||
      !/^\p{Lu}/u.test(tokens[next + 1]?.form ?? '')
    )
      break
    else if (token.lower === 'and' || token.lower === 'the') break
  }
  return to
}

/** A bearing written as part of a name: "North Texas", "Northeast Syria". */
export const BEARING_NAME =
  /^(?:North|South|East|West|North-?[Ee]ast|North-?[Ww]est|South-?[Ee]ast|South-?[Ww]est)(?:ern)?$/

/** Whether the word before a name says that a place follows. */
export function hasCue(search: Search, at: number): 'strong' | 'weak' | null {
  const { tokens } = search.document
  const sentence = tokens[at]?.sentence
  let before = at - 1
  if (/^(?:the|a)$/.test(tokens[before]?.lower ?? '')) before -= 1
  const token = tokens[before]
  const label = search.document.sentences[sentence ?? 0]?.label
  const dateline =
    label && (tokens[at] as Token).span[1] <= label[1] && /[–—-]$/.test(search.document.report.text.slice(...label))
  if (dateline) return 'strong'
  if (!token || token.sentence !== sentence) return null
  if (token.lower === 'of')
    return SETTLEMENT_NOUNS.has(tokens[before - 1]?.lemma ?? '') ||
      (tokens[before - 1]?.lemma ?? '') in REGION_NOUNS ||
      /^(?:outskirts|east|west|north|south|centre|center|part|suburb|bank|north-?east|south-?west)$/.test(
        tokens[before - 1]?.lemma ?? '',
      )
      ? 'strong'
      : 'weak'
  if (STRONG_CUES.has(token.lower) || SETTLEMENT_NOUNS.has(token.lemma)) return 'strong'
  return WEAK_CUES.has(token.lower) ? 'weak' : null
}

/** The kind a noun behind a name gives: "Kursk region", "Dnipro River"; null when none stands there. */
export function kindBehind(tokens: readonly Token[], to: number, end: number): PlaceMention['kind'] | null {
  const next = to < end ? tokens[to] : undefined
  if (!next) return null
  return (
    REGION_NOUNS[next.lower] ?? (SETTLEMENT_NOUNS.has(next.lower) && next.lower !== 'capital' ? 'settlement' : null)
  )
}

/** A region's noun belongs to its name ("Kursk region", "Rapides Parish"); a settlement's or front's does not. */
export function withRegionNoun(tokens: readonly Token[], to: number, end: number): number {
  const kind = kindBehind(tokens, to, end)
  const capital = /^\p{Lu}/u.test(tokens[to]?.form ?? '')
  return kind && capital && (kind !== 'settlement' || tokens[to]?.form === 'City') ? to + 1 : to
}

/** Bodies that a town has: the name before them is the town's. */
export const LOCAL_BODY =
  /^(?:police|mayor|governor|gov|gov\.|city|council|county|school|schools|high|middle|elementary|officials|residents|fire|community|department|international|airport|senate|house|area|native|man|woman|authorities|sheriff|district|metropolitan|regional|public|state|township|republican|democrat)$/
