import {
  ADVERBIALS,
  boundaryBetween,
  COMMAS,
  type Draft,
  isMark,
  JOINERS,
  NOUNISH,
  QUOTE_MARKS,
  RELATIVES,
} from './clause-marks.ts'
import type { Token, TokenRange } from './document.ts'
import type { VerbGroup } from './verb-group.ts'

export interface Found {
  /** Where the clause's own words begin. */
  start: number
  subject: TokenRange | null
  marker: string | null
}

/** Walks left from a verb over its subject to the word that opens the clause. */
export function walkBack(
  tokens: readonly Token[],
  group: VerbGroup,
  floor: number,
  drafts: readonly Draft[],
  rangeStart: number,
): Found {
  const verbStart = group.tokens[0]
  const first = tokens[verbStart - 1]
  const aside = first && COMMAS.has(first.form) && first.form !== ':'
  const nested = aside ? resumeBefore(tokens, verbStart - 1, drafts, rangeStart) : null
  if (nested !== null) return { start: nested[0], subject: nested, marker: null }
  const { left, at, nouns, marker } = scanSubject(tokens, verbStart, floor, drafts, group.kind === 'finite')
  const subject = nouns ? trimSubject(tokens, [left, verbStart]) : null
  if (!subject && marker && RELATIVES.has(marker) && marker !== 'when' && marker !== 'where') {
    return { start: at, subject: nounPhraseBefore(tokens, at, rangeStart), marker }
  }
  return { start: marker && ADVERBIALS.has(marker) && marker !== 'that' ? at : left, subject, marker }
}

/** Goes left over the words of a subject until a mark, a clause opener or a conjunction between clauses stops it. */
function scanSubject(
  tokens: readonly Token[],
  verbStart: number,
  floor: number,
  drafts: readonly Draft[],
  finite: boolean,
) {
  let [at, left, nouns, listed] = [verbStart - 1, verbStart, false, false]
  for (; at >= floor; at--) {
    const token = tokens[at]
    if (!token) break
    const listing = token.form === ',' && nouns && (listed || tokens[at + 1]?.lower === 'and')
    if (isMark(tokens, at) && !(listing && inList(tokens, at, floor, drafts))) break
    if (!(finite && nouns && token.lower === 'with') && opensClause(token, tokens[at - 1], nouns))
      return { left, at, nouns, marker: token.lower }
    const joins = JOINERS.has(token.lower) && token.tag !== 'adv'
    const parts = joins && (!nouns || drafts.length > 0 || token.lower === 'but' || token.lower === 'while')
    if (parts && (!nouns || !joinsNouns(tokens, at, floor, drafts))) return { left, at, nouns, marker: token.lower }
    if (nouns && token.lower === 'and') listed = true
    if (NOUNISH.has(token.tag) || (token.tag === 'adj' && at === verbStart - 1)) nouns = true
    left = at
  }
  return { left, at, nouns, marker: null }
}

/** A comma within an enumeration that is one subject: nouns on both sides, and no verb between it and where the clause opens. */
function inList(tokens: readonly Token[], comma: number, floor: number, drafts: readonly Draft[]): boolean {
  const before = tokens[comma - 1]
  if (!before || comma - 1 < floor || !NOUNISH.has(before.tag)) return false
  let first = comma - 1
  while (first > floor && !COMMAS.has(tokens[first - 1]?.form ?? '')) first--
  if (tokens[first]?.tag === 'prep' || tokens[first]?.tag === 'adv') return false
  return drafts.length === 0 || joinsNouns(tokens, comma, floor, drafts)
}

/** "A and B said": a conjunction inside a subject, told from one between clauses by what stands before it. */
function joinsNouns(tokens: readonly Token[], at: number, floor: number, drafts: readonly Draft[]): boolean {
  const before = tokens[at - 1]
  const noun = before?.form === ',' ? tokens[at - 2] : before
  if (!noun || at - 1 < floor || !NOUNISH.has(noun.tag)) return false
  if (drafts.length === 0) return true
  // After a verb the words before the conjunction are its object, unless a clause opener stands between.
  for (let left = at - 1; left >= floor; left--) {
    const token = tokens[left]
    if (
      token &&
      (RELATIVES.has(token.lower) ||
        ['as', 'after', 'because', 'while', 'if'].includes(token.lower) ||
        token.form === ',')
    )
      return true
  }
  return false
}

function opensClause(token: Token, before: Token | undefined, nouns: boolean): boolean {
  if (token.lower === 'that') return !(nouns && token.tag === 'det' && before?.tag === 'prep')
  if (RELATIVES.has(token.lower)) return true
  if (!ADVERBIALS.has(token.lower)) return false
  if (
    ['by', 'with', 'without', 'than', 'despite', 'following', 'including', 'amid', 'since', 'so', 'should'].includes(
      token.lower,
    )
  )
    return token.lower === 'with' || !nouns
  if (token.lower === 'as') return before?.lower !== 'such' && before?.lower !== 'well'
  return true
}

/** When the verb follows a comma: the noun phrase before the aside that the comma closes. */
function resumeBefore(
  tokens: readonly Token[],
  comma: number,
  drafts: readonly Draft[],
  rangeStart: number,
): TokenRange | null {
  let depth = comma - 1
  while (depth > rangeStart && !isMark(tokens, depth)) depth--
  if (depth <= rangeStart) return null
  const before = nounPhraseBefore(tokens, depth, rangeStart)
  if (!before) return null
  const between = drafts.some(
    draft =>
      draft.verb.head >= before[1] &&
      draft.verb.head < comma &&
      !['relative', 'participle', 'gerund'].includes(draft.relation) &&
      draft.verb.kind !== 'infinitive',
  )
  if (between) return null
  const taken = drafts.some(draft => draft.verb.head >= before[0] && draft.verb.head < before[1])
  const objectOf = drafts.some(
    draft => draft.verb.tokens[1] <= before[0] && !boundaryBetween(tokens, draft.verb.tokens[1], before[0]),
  )
  return taken || objectOf ? null : before
}

/** The noun phrase that ends just before an index, with its prepositional tails ("the battle for Bakhmut"). */
export function nounPhraseBefore(tokens: readonly Token[], end: number, floor: number): TokenRange | null {
  let at = end - 1
  while (at >= floor && (COMMAS.has(tokens[at]?.form ?? '') || QUOTE_MARKS.has(tokens[at]?.form ?? ''))) at--
  const stop = at + 1
  let nouns = false
  while (at >= floor) {
    const token = tokens[at]
    if (!token || token.tag === 'verb' || token.tag === 'aux' || isMark(tokens, at)) break
    if (RELATIVES.has(token.lower) || (token.tag === 'conj' && !NOUNISH.has(tokens[at - 1]?.tag ?? 'other'))) break
    if (NOUNISH.has(token.tag)) nouns = true
    at--
  }
  return nouns ? trimSubject(tokens, [at + 1, stop]) : null
}

function trimSubject(tokens: readonly Token[], range: TokenRange): TokenRange | null {
  let [from, to] = range
  while (from < to && isTrim(tokens[from])) from++
  while (to > from && (isTrim(tokens[to - 1]) || tokens[to - 1]?.tag === 'adv' || tokens[to - 1]?.lower === 'to')) to--
  if (tokens[from]?.tag === 'prep') from = Math.max(from, lastPhrase(tokens, from, to))
  return from < to ? [from, to] : null
}

/** "Since the start of the war 9,300 civilians": the subject is the last noun phrase, the rest says when. */
function lastPhrase(tokens: readonly Token[], from: number, to: number): number {
  let at = to - 1
  while (at > from && ['noun', 'name', 'adj', 'pron', 'part'].includes(tokens[at]?.tag ?? '')) at--
  while (at > from && ['num', 'det'].includes(tokens[at]?.tag ?? '')) at--
  return at + 1 < to ? at + 1 : from
}

const isTrim = (token: Token | undefined): boolean =>
  !token ||
  COMMAS.has(token.form) ||
  QUOTE_MARKS.has(token.form) ||
  token.tag === 'conj' ||
  ['however', 'meanwhile', 'nearby', 'elsewhere', 'also', 'so', 'nevertheless', 'remarkably', 'crucially'].includes(
    token.lower,
  )

/** A verb without a subject of its own takes that of the nearest earlier clause it can share one with. */
export function inheritFrom(
  tokens: readonly Token[],
  group: VerbGroup,
  drafts: readonly Draft[],
  found: Found,
): TokenRange | null {
  const previous = drafts.at(-1)
  if (!previous) return null
  if (group.kind === 'bare' && tokens[group.tokens[0] - 1]?.form === ',') {
    const complement = previous.complements.at(-1) ?? previous.verb
    const object = nounPhraseBefore(tokens, group.tokens[0] - 1, complement.tokens[1])
    if (
      object &&
      !group.auxiliary &&
      tokens[group.tokens[1]]?.tag !== 'det' &&
      found.marker === null &&
      tokens[group.tokens[1]]?.tag !== 'noun'
    )
      return object
  }
  return previous.subject
}
