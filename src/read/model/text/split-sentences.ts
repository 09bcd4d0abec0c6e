import type { Span } from '#domain'
import { type Block, type BlockMark, cutBlocks } from './cut-blocks.ts'
import { findEnds } from './find-ends.ts'
import { findPrefix, type TextPrefix } from './find-prefix.ts'
import { partMarks, shareMarks } from './part-marks.ts'
import { type TextToken, tokenise } from './tokenise.ts'

/** A mark that is no part of what is said, with its signs as tokens: "[", "7", "]". */
export interface TextMark extends BlockMark {
  readonly tokens: readonly TextToken[]
}

/** A sentence, heading or list item of a text, with its words. */
export interface TextSentence {
  /** Half-open, in UTF-16 units of the untouched text: from its first token to its last. */
  readonly span: Span
  /** In order, never overlapping, never empty. Between them stand only white space, invisible signs and `marks`. */
  readonly tokens: readonly TextToken[]
  /** Bullets, emphasis and footnote marks before, in and behind it, whose tokens are not among `tokens`; in order of the text. */
  readonly marks: readonly TextMark[]
  /** What stands before the sentence proper ("18:30 –", "ODESA, Nov 3 –", "Losses:"), or null; its tokens are among `tokens`. */
  readonly prefix: TextPrefix | null
}

/** An abbreviation whose dot is also the sentence's own: "etc.", "Inc." */
const FINAL_ABBREVIATION = /^\p{L}{2,}\.$/u

/**
 * Cuts one block into its sentences. A block of nothing but marks ("* * *") is a sentence of them, so that no sign of the
 * text is lost. Linear in the length of the block.
 */
export function splitBlock(text: string, block: Block): readonly TextSentence[] {
  const { kept, marks } = partMarks(text, tokenise(text, block.span))
  if (kept.length === 0) return wholeBlock(text, block)
  const parts: TextToken[][] = []
  let from = 0
  for (const end of findEnds(kept)) {
    parts.push(freeLastDot(kept.slice(from, end)))
    from = end
  }
  const spans = parts.map(spanOf)
  const shares = shareMarks(
    [...block.marks, ...marks].toSorted((a, b) => a.span[0] - b.span[0]),
    spans,
  )
  return parts.map((tokens, at) => ({
    span: spans[at] as Span,
    tokens,
    marks: (shares[at] ?? []).map(mark => ({ ...mark, tokens: tokenise(text, mark.span) })),
    prefix: at === 0 ? findPrefix(text, tokens) : null,
  }))
}

/** Cuts the dot from an abbreviation that ends a sentence, as the treebanks do: there it is the sentence's stop. */
function freeLastDot(tokens: TextToken[]): TextToken[] {
  const last = tokens.at(-1)
  if (tokens.length < 2 || !last || !FINAL_ABBREVIATION.test(last.form)) return tokens
  const [start, end] = last.span
  const dot: TextToken = { span: [end - 1, end], form: '.' }
  return [...tokens.slice(0, -1), { span: [start, end - 1], form: last.form.slice(0, -1) }, dot]
}

const spanOf = (tokens: readonly TextToken[]): Span => [tokens[0]?.span[0] ?? 0, tokens.at(-1)?.span[1] ?? 0]

/** A block that is marks alone, or invisible signs alone, as it stands. */
function wholeBlock(text: string, { span, marks }: Block): readonly TextSentence[] {
  const tokens = tokenise(text, [marks[0]?.span[0] ?? span[0], Math.max(span[1], marks.at(-1)?.span[1] ?? 0)])
  return tokens.length === 0 ? [] : [{ span: spanOf(tokens), tokens, marks: [], prefix: null }]
}

/**
 * Cuts a text into sentences and words, as the English treebanks of Universal Dependencies do: a heading, a line of a list
 * and a paragraph each end a sentence; hard-wrapped lines do not. Takes any text without throwing; an empty one has no
 * sentences. Every sign that is not white space, a control character or an invisible sign is in exactly one token or mark.
 * `paragraphs`, where known, are never crossed, and what lies outside them is left out. Linear in the length of the text.
 */
export const splitSentences = (text: string, paragraphs?: readonly Span[]): readonly TextSentence[] =>
  cutBlocks(text, paragraphs).flatMap(block => splitBlock(text, block))
