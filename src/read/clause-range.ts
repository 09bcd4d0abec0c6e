import { COMMAS } from './clause-marks.ts'
import type { Document, DocumentSentence, TokenRange } from './document.ts'

/** The tokens of a sentence after its label and stamp, and before a press page's tail. */
export function contentRange(document: Document, sentence: DocumentSentence): TokenRange {
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
