import type { Attribution } from '#domain'
import type { Document, Token, TokenRange } from './document.ts'
import { CLAIM_VERBS, DENY_VERBS, QUESTION_VERBS, SAY_VERBS, STANCE_VERBS, THINK_VERBS } from './lexicon/cues.ts'

/** `object`: a verb of stance over a bare noun phrase ("praised the decision"); it marks no clause as said. */
export type CueKind = 'says' | 'thinks' | 'claims' | 'denies' | 'questions' | 'source' | 'label' | 'object'

/** Who says what, with the tokens of each part. */
export interface AttributionMention extends Attribution {
  readonly sentence: number
  readonly cueKind: CueKind
  /** Whom the source means, without asides; where it is "who" or "which", what that stands for. */
  readonly sourceTokens: TokenRange | null
  /** The words of `source`. */
  readonly shownTokens: TokenRange | null
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

/** An attribution from the tokens of its parts. */
export function make(
  document: Document,
  sentence: number,
  cueKind: CueKind,
  source: { readonly shown: TokenRange; readonly named: TokenRange } | null,
  cue: TokenRange,
  content: readonly TokenRange[],
  clause: number | null,
): AttributionMention {
  const shown = source && trim(document.tokens, source.shown)
  return {
    sentence,
    cueKind,
    sourceTokens: source && trim(document.tokens, source.named),
    shownTokens: shown,
    cueTokens: cue,
    contentTokens: content,
    clause,
    source: shown && spanOf(document, shown),
    cue: spanOf(document, cue),
    content: content.map(range => spanOf(document, range)),
  }
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
