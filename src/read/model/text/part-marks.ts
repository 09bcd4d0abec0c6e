import type { Span } from '#domain'
import type { BlockMark } from './cut-blocks.ts'
import type { TextToken } from './tokenise.ts'

const EMPHASIS = /^(?:\*{1,3}|_{2,})$/
const BULLET = /^[•▪●◦►▶➤]$/u
const FOOTNOTE = /^\[\d{1,3}\]$/
const STOP = /^[.!?]$/
/** A number that lost its height when the text was copied: "the town.7 Shells". */
const FOOTNOTE_NUMBER = /^\d{1,3}$/
const WORD = /^\p{Ll}{2,}$/u

/** Whether the token at `at` is a footnote's number set close behind the stop of a word, with nothing close behind it. */
function isFootnoteNumber(tokens: readonly TextToken[], at: number): boolean {
  const [word, stop, number, next] = [tokens[at - 2], tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!word || !stop || !number || !FOOTNOTE_NUMBER.test(number.form)) return false
  if (!STOP.test(stop.form) || !WORD.test(word.form)) return false
  return word.span[1] === stop.span[0] && stop.span[1] === number.span[0] && next?.span[0] !== number.span[1]
}

/** Parts the tokens of a block from the Markdown, footnote marks and mid-line bullets among them. */
export function partMarks(text: string, tokens: readonly TextToken[]): { kept: TextToken[]; marks: BlockMark[] } {
  const kept: TextToken[] = []
  const marks: BlockMark[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const { form, span } = tokens[at] as TextToken
    const last = form === '[' ? tokens[at + 2] : undefined
    if (last && FOOTNOTE.test(text.slice(span[0], last.span[1]))) {
      marks.push({ span: [span[0], last.span[1]], kind: 'footnote' })
      at += 2
    } else if (isFootnoteNumber(tokens, at)) marks.push({ span, kind: 'footnote' })
    else if (EMPHASIS.test(form)) marks.push({ span, kind: 'emphasis' })
    else if (BULLET.test(form)) marks.push({ span, kind: 'bullet' })
    else kept.push({ form, span })
  }
  return { kept, marks }
}

/** The sentence a mark belongs to: a footnote mark to the one before it, any other to the one it stands in or before. */
function ownerOf(mark: BlockMark, spans: readonly Span[], from: number): number {
  let at = from
  while (at < spans.length - 1 && (spans[at]?.[1] ?? 0) <= mark.span[0]) at += 1
  const before = at > 0 && mark.span[0] < (spans[at]?.[0] ?? 0)
  return before && mark.kind === 'footnote' ? at - 1 : at
}

/** Shares the marks of a block, in order of the text, out among its sentences; each list is in order too. */
export function shareMarks(marks: readonly BlockMark[], spans: readonly Span[]): BlockMark[][] {
  const shares: BlockMark[][] = spans.map(() => [])
  let owner = 0
  for (const mark of marks) {
    owner = ownerOf(mark, spans, owner)
    shares[owner]?.push(mark)
  }
  return shares
}
