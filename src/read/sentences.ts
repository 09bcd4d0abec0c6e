import type { ReadReport, Span } from '#domain'
import { type Block, cutBlocks } from './blocks.ts'
import { findTeasers, isBoilerplate } from './boilerplate.ts'
import type { Document, DocumentSentence, Token } from './document.ts'
import { findLabel } from './labels.ts'
import { TITLE_ABBREVIATIONS } from './lexicon/abbreviations.ts'
import { markQuotes } from './quotes.ts'
import { tagTokens } from './tags.ts'
import { cutTokens, type RawToken } from './tokens.ts'

const MAX_TOKENS = 250
const STOP = /^(?:[.!?…]|\.{2,}|[!?]{2,})$/
const CLOSER = /^(?:["”’'»)\]}]|'')$/
const LOWER = /^\p{Ll}/u
const UPPER = /^["“‘«'(]?[\p{Lu}\p{N}]/u
const DOTTED = /^(?:\p{L}\.){2,}$|^\p{L}{2,}\.$/u
const OPENING =
  /^(?:the|a|an|he|she|it|they|we|i|you|this|that|these|those|in|on|at|but|and|as|after|before|for|from|with|there|his|her|its|their|our|if|when|while|however|meanwhile|also|according|some|many|no|one|earlier)$/i
const FOOTNOTE = /^\[\d{1,3}\]$/

/** A sentence as a range of raw tokens within its block. */
interface Cut {
  readonly from: number
  readonly to: number
}

/** Whether a sentence ends before the token at `next`, given that the token at `at` may end one. */
function endsBefore(tokens: readonly RawToken[], at: number, next: number, end: number): boolean {
  const stop = tokens[at] as RawToken
  const follower = tokens[next]
  if (next >= end || !follower) return true
  if (STOP.test(stop.form)) {
    if (LOWER.test(follower.form)) return false
    const glued = follower.start === stop.end && /^[\p{L}\p{N}]/u.test(follower.form)
    return !(glued && stop.form === '.' && /^\p{N}/u.test(follower.form))
  }
  if (TITLE_ABBREVIATIONS.has(stop.form.slice(0, -1).toLowerCase())) return false
  return OPENING.test(follower.form) && UPPER.test(follower.form)
}

/** Cuts the tokens of one block (`[from, end)`) into sentences of at most 250 tokens. */
function cutSentences(tokens: readonly RawToken[], from: number, end: number): Cut[] {
  const cuts: Cut[] = []
  let start = from
  for (let at = from; at < end; at += 1) {
    const form = (tokens[at] as RawToken).form
    const last = form.charCodeAt(form.length - 1)
    const stops =
      (last === 46 || last === 33 || last === 63 || last === 0x2026) && (STOP.test(form) || DOTTED.test(form))
    if (!stops && at - start + 1 < MAX_TOKENS) continue
    const next = stops ? skipClosers(tokens, at + 1, start, end) : at + 1
    if (stops && !endsBefore(tokens, at, next, end)) continue
    cuts.push({ from: start, to: next })
    start = next
    at = next - 1
  }
  if (start < end) cuts.push({ from: start, to: end })
  return cuts
}

/** The token after the quotation marks and brackets that close behind a stop. */
function skipClosers(tokens: readonly RawToken[], from: number, start: number, end: number): number {
  let next = from
  while (next < end && CLOSER.test((tokens[next] as RawToken).form) && isClosing(tokens, next, start)) next += 1
  return next
}

/** A straight mark after a stop closes when it stands close to the word before; a curly one says so itself. */
function isClosing(tokens: readonly RawToken[], at: number, start: number): boolean {
  const token = tokens[at] as RawToken
  if (token.form !== '"' && token.form !== "'") return true
  const before = tokens[at - 1]
  return at > start && before !== undefined && before.end === token.start
}

/** Tokens of a block without Markdown marks, footnote marks and mid-line bullets, which stand for nothing said. */
function cutBlock(text: string, block: Block): RawToken[] {
  const tokens = cutTokens(text, block.span)
  const kept: RawToken[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as RawToken
    if (/^(?:\*{1,3}|_{2,}|[•▪●◦►▶➤])$/u.test(token.form)) continue
    const third = token.form === '[' ? tokens[at + 2] : undefined
    if (third && FOOTNOTE.test(text.slice(token.start, third.end))) at += 2
    else kept.push(token)
  }
  return kept
}

/** What kind of sentence it is, by its block and its marks. */
function kindOf(text: string, span: Span, block: Block, cuts: number): DocumentSentence['kind'] {
  const words = text.slice(...span)
  if (words.endsWith(':') && cuts === 1 && words.split(' ').length <= 8) return 'headline'
  const ended = /[.!?…]["”’'»)\]]{0,3}$/.test(words)
  if (block.heading > 0 || (!ended && !block.item && cuts === 1 && words.length <= 200 && !words.endsWith(':')))
    return 'headline'
  if (block.item) return 'item'
  return /^["“«]/.test(words) && /["”»][.!?…]?$/.test(words) ? 'quote' : 'prose'
}

/**
 * Cuts a report into sentences and tagged tokens with exact offsets: headings, labels and list items are sentences of
 * their own, `paragraphs` (where the gatherer knows them) are never crossed. A sentence's span leaves out its bullet and
 * the footnote mark behind it; such marks give no token. Time is linear in the length of the text.
 */
export function readDocument(report: ReadReport, paragraphs?: readonly Span[]): Document {
  const { text } = report
  const document = { report, tokens: [] as Token[], sentences: [] as DocumentSentence[] }
  const blocks = cutBlocks(text, paragraphs)
  const teasers = findTeasers(text, blocks)
  for (const block of blocks) {
    const raw = cutBlock(text, block)
    const quoted = markQuotes(text, raw, 0, raw.length)
    const cuts = cutSentences(raw, 0, raw.length)
    const outside = teasers.has(block) || isBoilerplate(text.slice(...block.span))
    for (const cut of cuts)
      addSentence(document, block, raw.slice(cut.from, cut.to), quoted.slice(cut.from, cut.to), cuts.length, outside)
  }
  return document
}

/** Adds one sentence with its tagged tokens to a document in the making. */
function addSentence(
  { report, sentences, tokens }: { report: ReadReport; sentences: DocumentSentence[]; tokens: Token[] },
  block: Block,
  part: readonly RawToken[],
  quoted: readonly boolean[],
  cuts: number,
  outside: boolean,
): void {
  const { text } = report
  const span: Span = [(part[0] as RawToken).start, (part.at(-1) as RawToken).end]
  const sentence = sentences.length
  const from = tokens.length
  const opens = span[0] === block.span[0] || text.slice(block.span[0], span[0]).trim() === ''
  const label = opens ? findLabel(text, part) : null
  const kind = kindOf(text, span, block, cuts)
  for (const { at, lemma, lower, tag, verbForm } of tagTokens(part, kind === 'headline')) {
    const { start, end, form } = part[at] as RawToken
    const index = tokens.length
    tokens.push({ index, span: [start, end], form, lower, lemma, tag, verbForm, sentence, quoted: quoted[at] ?? false })
  }
  const boilerplate = outside || isBoilerplate(text.slice(...span))
  sentences.push({
    index: sentence,
    span,
    kind,
    tokens: [from, tokens.length],
    paragraph: block.paragraph,
    boilerplate,
    label,
  })
}
