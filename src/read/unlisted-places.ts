import type { ClaimPlace, ClaimType } from '#domain'
import type { ClauseView, Findings } from './claim-view.ts'
import type { Token } from './document.ts'
import { singularOf } from './lemmas.ts'
import { isGivenName } from './lexicon/given-names.ts'
import { SETTLEMENT_NOUNS } from './lexicon/place-words.ts'

/** Acts of the field that are done to places, of which a list of names tells the places though no gazetteer holds them. */
const DONE_TO_PLACES = /^(?:control\.|combat\.(?:strike|assault)$)/
const LEADING: ReadonlySet<string> = new Set([
  'from',
  'into',
  'to',
  'in',
  'on',
  'near',
  'at',
  'of',
  'toward',
  'towards',
])
const JOINTS: ReadonlySet<string> = new Set([',', 'and', 'as', 'well'])

/** A list of names with what else tells that they are places. */
interface NameList {
  readonly unlisted: readonly (readonly [from: number, to: number])[]
  /** Names in the list, those that are known as places among them. */
  readonly length: number
  /** True where a known place stands among them, or a noun for settlements before them ("the villages of A and B"). */
  readonly placed: boolean
}

/**
 * The names in no gazetteer that a side takes, holds, leaves, reaches or shells ("liberated A, B and C"): each keeps its words,
 * without an id. A single name counts for ground alone, since what is hit may be a firm or a depot by name.
 */
export function unlistedPlaces(findings: Findings, view: ClauseView, type: ClaimType): readonly ClaimPlace[] {
  if (!DONE_TO_PLACES.test(type)) return []
  const { unlisted, length, placed } = namesIn(findings, view.passive ? listBefore(view) : view.afterTokens)
  const enough = type.startsWith('control.') || placed || length > 1
  return enough ? unlisted.map(range => placeOf(findings, range)) : []
}

/** The subject of a passive with the names joined to it, up to the verb. */
function listBefore({ own, predicate, subjectTokens: [from = 0] }: ClauseView): readonly number[] {
  const to = predicate?.tokens[0] ?? 0
  return own.filter(at => at >= from && at < to)
}

function namesIn(findings: Findings, words: readonly number[]): NameList {
  const { tokens } = findings.document
  const unlisted: (readonly [number, number])[] = []
  let [order, length, placed] = [0, 0, false]
  while (order < words.length) {
    const at = words[order] as number
    const token = tokens[at]
    const known = findings.places.find(place => !place.government && place.tokens[0] === at)
    const end = known?.tokens[1] ?? nameEnd(findings, words, at, length > 0)
    if (known || end > at) {
      if (known) placed = true
      else unlisted.push([at, end])
      length++
      while (order < words.length && (words[order] as number) < end) order++
    } else if (SETTLEMENT_NOUNS.has(singularOf(token?.lower ?? ''))) {
      placed = true
      order++
    } else if (JOINTS.has(token?.lower ?? '') || (length === 0 && isLeadIn(token))) order++
    else break
  }
  return { unlisted, length, placed }
}

const isLeadIn = (token: Token | undefined): boolean =>
  token !== undefined && !isNameWord(token) && (['det', 'num', 'adj'].includes(token.tag) || LEADING.has(token.lower))

/**
 * Where a name of nobody and nothing known ends; its own start where there is none, or a person's opens it. Behind another name
 * of the list (`joined`) one that was only taken for a person's is one of its kind.
 */
function nameEnd(findings: Findings, words: readonly number[], at: number, joined: boolean): number {
  const { tokens } = findings.document
  if (isGivenName(tokens[at]?.form ?? '')) return at
  let end = at
  while (words.includes(end) && isNameWord(tokens[end]) && isFree(findings, end, joined)) end++
  return end
}

/** A name, or a word with a capital that was taken for an adjective, as names of villages in -y are. */
const isNameWord = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'name' || (token.tag === 'adj' && /^\p{Lu}/u.test(token.form)))

const isFree = ({ tagsAt, actors }: Findings, at: number, joined: boolean): boolean =>
  !tagsAt.has(at) ||
  (joined &&
    actors.some(
      ({ kind, id, holder, tokens: [from, to] }) =>
        kind === 'person' && id === null && holder === null && from <= at && at < to,
    ))

function placeOf({ document: { tokens, report } }: Findings, [from, to]: readonly [number, number]): ClaimPlace {
  const span = [tokens[from]?.span[0] ?? 0, tokens[to - 1]?.span[1] ?? 0] as const
  return {
    id: null,
    name: report.text.slice(...span),
    span,
    role: 'at',
    precision: 'point',
    part: null,
    lat: null,
    lon: null,
    admin: null,
    country: null,
    carried: false,
  }
}
