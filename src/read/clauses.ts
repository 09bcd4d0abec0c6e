import { resumeAfter } from './clause-antecedents.ts'
import { isComplement, isLeadingAdjective } from './clause-complements.ts'
import { ADVERBIALS, type ClauseRelation, COMMAS, type Draft, JOINERS, QUOTE_MARKS, RELATIVES } from './clause-marks.ts'
import { type Found, inheritFrom, walkBack } from './clause-subjects.ts'
import type { Document, DocumentSentence, Token, TokenRange } from './document.ts'
import type { VerbGroup } from './verb-group.ts'
import { findVerbGroups } from './verb-groups.ts'

/** One verb with its subject and all that hangs on it, cut at verbs, conjunctions and commas. */
export interface Clause {
  readonly sentence: number
  /** Position in the list of the sentence's clauses. */
  readonly index: number
  /** Everything from the first word that belongs to it to the last; clauses set inside it are within this range. */
  readonly tokens: TokenRange
  /** Its own subject, or that of the clause it shares one with; null where none was found. */
  readonly subject: TokenRange | null
  /** True when the subject is taken from an earlier clause. */
  readonly inherits: boolean
  /** Null in a line without a verb. */
  readonly verb: VerbGroup | null
  /** Infinitives and reduced participles after the verb that belong to the same clause ("continues *to attack*"). */
  readonly complements: readonly VerbGroup[]
  readonly relation: ClauseRelation
  /** The word that opens it ("if", "after", "that", "which"), or null. */
  readonly marker: string | null
}

/** Cuts a sentence into clauses, in the order of their verbs; a line without a verb is one `verbless` clause. */
export function chunkClauses(
  document: Document,
  sentence: DocumentSentence,
  named?: ReadonlySet<number>,
): readonly Clause[] {
  const range = contentRange(document, sentence)
  const groups = findVerbGroups(document, range, named)
  const drafts = draftClauses(document.tokens, groups, range)
  if (drafts.length === 0) return [verbless(sentence.index, range)]
  closeEnds(document.tokens, drafts, range)
  return drafts.map((draft, index) => ({
    sentence: sentence.index,
    index,
    tokens: [draft.start, draft.end],
    subject: draft.subject,
    inherits: draft.inherits,
    verb: draft.verb,
    complements: draft.complements,
    relation: draft.relation,
    marker: draft.marker,
  }))
}

/** The tokens of a sentence after its label and stamp, and before a press page's tail. */
function contentRange(document: Document, sentence: DocumentSentence): TokenRange {
  const [from, to] = afterLabel(document, sentence)
  const end = tailStart(document, from, to)
  const start = stampEnd(document, from, end)
  return start < end ? [start, end] : [from, to]
}

/** Where the tail of a page title begins ("(08.04.22 10:30) « Section | Site"): at a guillemet that no quotation opens, or a stamp. */
function tailStart({ tokens, report }: Document, from: number, to: number): number {
  for (let at = from + 3; at < to; at++) {
    const token = tokens[at]
    if (!token) break
    const spaced = /\s/.test(report.text[token.span[0] - 1] ?? '') && /\s/.test(report.text[token.span[1]] ?? '')
    if ((token.form === '«' || token.form === '|' || token.form === '»') && spaced) return at
    if (token.form === '(' && STAMP.test(report.text.slice(token.span[1], token.span[1] + 16))) return at
  }
  return to
}

/** A stamp of day and hour before the text ("08.04.22 10:30 - "). */
function stampEnd({ tokens, report }: Document, from: number, to: number): number {
  const first = tokens[from]
  if (!first || !STAMP.test(report.text.slice(first.span[0], first.span[0] + 16))) return from
  for (let at = from + 1; at < Math.min(to, from + 6); at++)
    if (['-', '–', '—'].includes(tokens[at]?.form ?? '')) return at + 1
  return from
}
const STAMP = /^\d{1,2}\.\d{2}\.\d{2,4},? \d{1,2}:\d{2}/

/** The tokens of a sentence after its label. */
function afterLabel(document: Document, sentence: DocumentSentence): TokenRange {
  const label = sentence.label
  if (!label) return sentence.tokens
  let from = sentence.tokens[0]
  while (from < sentence.tokens[1] && (document.tokens[from]?.span[0] ?? Infinity) < label[1]) from++
  while (from < sentence.tokens[1] && COMMAS.has(document.tokens[from]?.form ?? '')) from++
  return from < sentence.tokens[1] ? [from, sentence.tokens[1]] : sentence.tokens
}

const verbless = (sentence: number, tokens: TokenRange): Clause => ({
  sentence,
  index: 0,
  tokens,
  subject: tokens,
  inherits: false,
  verb: null,
  complements: [],
  relation: 'verbless',
  marker: null,
})

function draftClauses(tokens: readonly Token[], groups: readonly VerbGroup[], range: TokenRange): Draft[] {
  const drafts: Draft[] = []
  for (const [order, group] of groups.entries()) {
    const previous = drafts.at(-1)
    if (isLeadingAdjective(tokens, group, groups[order + 1], previous)) continue
    const resumed = resumeAfter(tokens, group, drafts, range[0])
    if (resumed) {
      drafts.push({ ...resumed, end: range[1], verb: group, complements: [] })
      continue
    }
    if (previous && isComplement(tokens, group, groups[order + 1], previous)) {
      previous.complements.push(group)
      continue
    }
    drafts.push(openClause(tokens, group, drafts, range))
  }
  return drafts
}

function openClause(tokens: readonly Token[], group: VerbGroup, drafts: readonly Draft[], range: TokenRange): Draft {
  const previous = drafts.at(-1)
  const floor = previous ? (previous.complements.at(-1) ?? previous.verb).tokens[1] : range[0]
  const found = walkBack(tokens, group, floor, drafts, range[0])
  const inherited = found.subject ? null : inheritFrom(tokens, group, drafts, found)
  const start = leadIn(
    tokens,
    found.start,
    floor,
    previous !== undefined || (found.marker !== null && RELATIVES.has(found.marker)),
  )
  return {
    start,
    end: range[1],
    subject: found.subject ?? inherited,
    inherits: found.subject === null && inherited !== null,
    verb: group,
    complements: [],
    relation: relationOf(group, found, previous !== undefined),
    marker: found.marker,
  }
}

/** Adverbs and short phrases without a verb that open a clause ("In some areas, …") belong to it. */
function leadIn(tokens: readonly Token[], start: number, floor: number, inside: boolean): number {
  if (inside) return start
  let at = floor
  while (
    at < start &&
    (COMMAS.has(tokens[at]?.form ?? '') || QUOTE_MARKS.has(tokens[at]?.form ?? '') || tokens[at]?.tag === 'conj')
  )
    at++
  return at
}

function relationOf(group: VerbGroup, found: Found, inside: boolean): ClauseRelation {
  const { marker } = found
  if (group.kind === 'gerund') return 'gerund'
  if (marker === 'that' && found.subject !== null && found.subject[1] <= found.start) return 'relative'
  if (marker === 'that') return inside ? 'complement' : 'main'
  if (marker && RELATIVES.has(marker) && marker !== 'when') return 'relative'
  if (marker && ADVERBIALS.has(marker)) return 'adverbial'
  if (group.kind === 'bare' && found.subject === null && inside && marker === null) return 'participle'
  return inside ? 'coordinate' : 'main'
}

/** Ends each clause where the next one begins; a clause set inside another ends where the outer one goes on. */
function closeEnds(tokens: readonly Token[], drafts: Draft[], range: TokenRange): void {
  for (const [order, draft] of drafts.entries()) {
    let end = range[1]
    for (const later of drafts.slice(order + 1)) {
      const edge =
        later.start > draft.verb.head ? later.start : later.start <= draft.start ? later.verb.tokens[0] : later.start
      if (edge > draft.verb.head) end = Math.min(end, edge)
    }
    const reach = (draft.complements.at(-1) ?? draft.verb).tokens[1]
    draft.end = trimEnd(tokens, Math.max(end, reach), reach)
  }
}

/** Drops the conjunctions, commas and quotation marks that a clause would end on. */
function trimEnd(tokens: readonly Token[], end: number, floor: number): number {
  let at = end
  while (at > floor) {
    const token = tokens[at - 1]
    if (!token) break
    const loose =
      COMMAS.has(token.form) ||
      token.form === '.' ||
      token.form === '!' ||
      token.form === '?' ||
      QUOTE_MARKS.has(token.form) ||
      token.tag === 'punct'
    if (!loose && !(JOINERS.has(token.lower) && token.tag !== 'noun')) break
    at--
  }
  return at
}
