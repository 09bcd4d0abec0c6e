import type { Document, Token } from './document.ts'
import { SAYING } from './lexicon/reporting.ts'

const INSIDE = new Set(
  'in at near across into inside throughout around outside within through via over along beside between beyond'.split(
    ' ',
  ),
)
/** After these a state can be either ground ("an attack on Ukraine") or a body ("aid to Ukraine"). */
const EITHER = new Set('to from on of toward towards against upon onto off for by with'.split(' '))
const BEARING =
  /^(?:(?:north|south|east|west)(?:ern)?|(?:north|south)(?:-?(?:east|west))(?:ern)?|central|mid|middle|upper|lower|inner|downtown|occupied|mainland|annexed|neighbouring|neighboring|nearby|rural|the|and|all|much|parts?|most|,)$/
const REGION_NOUN =
  /^(?:region|regions|oblast|oblasts|province|provinces|district|districts|raion|republic|peninsula|border|borders|area|areas|city|town|village|suburb|suburbs|outskirts|county|state|territory|axis|direction|sector|front|airport|railway|bridge|river|reservoir)$/
const POLICY_NOUN =
  /^(?:proposal|plan|decision|claim|claims|policy|position|stance|government|allies|ally|demand|demands|offer|response|attempt|attempts|effort|efforts|refusal|statement|intention|intentions|goal|goals|aim|aims|ambition|ambitions|strategy|support|sanctions|rhetoric|leadership|parliament|envoy|ambassador|invasion|forces|troops|army|military|offensive|attacks|attack|assault|war|peace|foreign|side|view|interests|narrative|warning|warnings|assertion|account)$/

/** "Norland and Veskia said", "Norland, Arvenia to meet": a subject shared with the names after it. */
function isSharedSubject(document: Document, to: number, end: number): boolean {
  const { tokens } = document
  let at = to
  for (let steps = 0; at < end && steps < 12; steps += 1) {
    const token = tokens[at] as Token
    const linked = token.lower === 'and' || token.form === ',' || token.tag === 'name' || token.lower === 'the'
    if (!linked) break
    at += 1
  }
  return at > to && isSubject(document, at, end)
}

/** How a name that is both a place and a government is used at a token range. */
export type NameUse = 'place' | 'agent' | 'either'

/** The word before, past bearings ("in eastern and southern …"). */
function wordBefore(tokens: readonly Token[], from: number, start: number): Token | undefined {
  let at = from - 1
  for (let steps = 0; at > start && steps < 5 && BEARING.test((tokens[at] as Token).lower); steps += 1) at -= 1
  return at >= start ? tokens[at] : undefined
}

/** True when the name is the subject of a verb: a verb or auxiliary follows it, adverbs and brackets aside. */
export function isSubject(document: Document, to: number, end: number): boolean {
  const { tokens } = document
  let at = to
  while (at < end && (tokens[at]?.tag === 'adv' || /^n?[o'’]t$/.test(tokens[at]?.lower ?? ''))) at += 1
  const next = tokens[at]
  if (!next || at >= end) return false
  if (next.tag === 'aux') return true
  return next.tag === 'verb' && next.verbForm !== 'gerund' && next.verbForm !== 'participle'
}

/**
 * Tells whether a state or capital stands for its ground ("in Kyiv", "the Kyiv region") or for its government or forces
 * ("Kyiv says", "Moscow's proposal", "Ukraine has launched"), by the words around it; `either` after "to", "on", "of".
 */
export function useOfName(document: Document, from: number, to: number): NameUse {
  const { tokens, sentences } = document
  const [start, end] = sentences[tokens[from]?.sentence ?? 0]?.tokens ?? [0, 0]
  const next = to < end ? tokens[to] : undefined
  if (next && REGION_NOUN.test(next.lower)) return 'place'
  const before = wordBefore(tokens, from, start)
  const direct = from > start ? tokens[from - 1] : undefined
  const possessive = next !== undefined && /^['’]s?$/.test(next.lower) && next.tag !== 'aux'
  if (possessive) return useOfPossessive(tokens, to + 1, end, before?.lower ?? '')
  if (before && INSIDE.has(before.lower)) return 'place'
  if (direct && BEARING.test(direct.lower) && !/^(?:the|and|,|all)$/.test(direct.lower)) return 'place'
  if (before && EITHER.has(before.lower)) return /^(?:for|by|with|against)$/.test(before.lower) ? 'agent' : 'either'
  const object = direct?.tag === 'verb' && direct.verbForm !== 'participle' && !SAYING.has(direct.lemma)
  if (object) return 'either'
  if (direct && direct.tag === 'noun' && /^(?:capital|city|town|village|port|state|region)$/.test(direct.lower))
    return 'place'
  if (isSubject(document, to, end)) return 'agent'
  if (next && (next.lower === ',' || next.lower === '(') && direct?.lower === ',') return 'place'
  if (before && SAYING.has(before.lemma)) return 'agent'
  return from === start || isSharedSubject(document, to, end) ? 'agent' : 'either'
}

/** "Moscow's proposal" acts; "Ukraine's Donetsk region", "Kyiv's suburbs" is ground. */
function useOfPossessive(tokens: readonly Token[], from: number, end: number, before: string): NameUse {
  for (let at = from; at < Math.min(end, from + 5); at += 1) {
    const token = tokens[at] as Token
    if (REGION_NOUN.test(token.lower)) return 'place'
    if (POLICY_NOUN.test(token.lower)) return 'agent'
    if (token.tag === 'verb' || token.tag === 'prep' || token.tag === 'punct') break
  }
  return INSIDE.has(before) ? 'either' : 'agent'
}
