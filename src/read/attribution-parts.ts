import type { Attribution } from '#domain'
import type { Document, Token, TokenRange } from './document.ts'
import { CLAIM_VERBS, DENY_VERBS, QUESTION_VERBS, SAY_VERBS, STANCE_VERBS, THINK_VERBS } from './lexicon/cues.ts'

/** `object`: a verb of stance over a bare noun phrase ("praised the decision"); it marks no clause as said. */
export type CueKind = 'says' | 'thinks' | 'claims' | 'denies' | 'questions' | 'source' | 'label' | 'object'

/** Who says what, with the tokens of each part. */
export interface AttributionMention extends Attribution {
  readonly sentence: number
  readonly cueKind: CueKind
  readonly sourceTokens: TokenRange | null
  readonly cueTokens: TokenRange
  readonly contentTokens: readonly TokenRange[]
  /** Index of the clause the cue is the verb of, or null. */
  readonly clause: number | null
}

export const END_MARKS = new Set([
  "''",
  '``',
  '.',
  '!',
  '?',
  ',',
  ';',
  ':',
  '"',
  '”',
  '“',
  '’',
  '‘',
  "'",
  ')',
  '(',
  '-',
  '—',
  '–',
  '*',
  '**',
  '•',
])

/** What a verb does to the words it governs, or null for a verb that governs none. */
export function cueKindOf(lemma: string): CueKind | null {
  const bare = lemma.includes(' ') && !SAY_VERBS.has(lemma) ? lemma.slice(0, lemma.indexOf(' ')) : lemma
  if (DENY_VERBS.has(bare)) return 'denies'
  if (QUESTION_VERBS.has(bare)) return 'questions'
  if (CLAIM_VERBS.has(bare)) return 'claims'
  if (SAY_VERBS.has(bare) || SAY_VERBS.has(lemma)) return 'says'
  if (THINK_VERBS.has(bare)) return 'thinks'
  return STANCE_VERBS.has(bare) || STANCE_VERBS.has(lemma) ? 'object' : null
}

/** A noun phrase from an index on, to the first comma, preposition other than "of", verb or mark. */
export function phraseFrom(tokens: readonly Token[], from: number, limit: number): TokenRange | null {
  let at = from
  while (at < limit) {
    const token = tokens[at]
    if (!token || END_MARKS.has(token.form)) break
    if (token.tag === 'verb' || token.tag === 'aux' || (token.tag === 'pron' && at > from)) break
    if (
      at > from &&
      (token.lower === 'that' ||
        (token.tag === 'prep' && !['of', 'for', 'to'].includes(token.lower)) ||
        (token.tag === 'conj' &&
          tokens[at + 1]?.tag !== 'name' &&
          tokens[at + 1]?.tag !== 'noun' &&
          tokens[at + 1]?.tag !== 'adj'))
    )
      break
    at++
  }
  return at > from ? [from, at] : null
}

export function byPhrase(tokens: readonly Token[], from: number, limit: number): TokenRange | null {
  for (let at = from; at < Math.min(limit, from + 4); at++) {
    if (tokens[at]?.lower === 'by') return phraseFrom(tokens, at + 1, limit)
    if (tokens[at]?.form === ',' || tokens[at]?.lower === 'that') return null
  }
  return null
}

export function make(
  document: Document,
  sentence: number,
  cueKind: CueKind,
  source: TokenRange | null,
  cue: TokenRange,
  content: readonly TokenRange[],
  clause: number | null,
): AttributionMention {
  const kept = source ? trim(document.tokens, source) : null
  return {
    sentence,
    cueKind,
    sourceTokens: kept,
    cueTokens: cue,
    contentTokens: content,
    clause,
    source: kept && spanOf(document, withAside(document.tokens, kept, cue)),
    cue: spanOf(document, cue),
    content: content.map(range => spanOf(document, range)),
  }
}

/** "X, a local police chief, said": the source as shown runs to the verb that follows its aside. */
function withAside(tokens: readonly Token[], source: TokenRange, cue: TokenRange): TokenRange {
  if (tokens[source[1]]?.form !== ',' || cue[0] - source[1] > 40 || cue[0] <= source[1]) return source
  const before = tokens[cue[0] - 1]
  return before?.form === ',' && !tokens.slice(source[1], cue[0]).some(token => token.quoted)
    ? [source[0], cue[0] - 1]
    : source
}

/** The span of a range of tokens. */
export const spanOf = (document: Document, [from, to]: TokenRange): readonly [number, number] => [
  document.tokens[from]?.span[0] ?? 0,
  document.tokens[Math.max(from, to - 1)]?.span[1] ?? 0,
]

/** A range without the marks at its ends; null when nothing is left. */
export function trim(tokens: readonly Token[], [from, to]: TokenRange): TokenRange | null {
  let start = from
  let end = to
  while (start < end && (END_MARKS.has(tokens[start]?.form ?? '') || tokens[start]?.tag === 'punct')) start++
  while (end > start && (END_MARKS.has(tokens[end - 1]?.form ?? '') || tokens[end - 1]?.tag === 'punct')) end--
  return start < end ? [start, end] : null
}
