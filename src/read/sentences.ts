import type { ReadReport, Span } from '#domain'
import { findTeasers, isBoilerplate } from './boilerplate.ts'
import type { Document, DocumentSentence, Token } from './document.ts'
import type { Grammar } from './model/grammar.ts'
import { settleVerbs } from './model/settle-verbs.ts'
import { type Block, cutBlocks } from './model/text/cut-blocks.ts'
import { cutLong } from './model/text/cut-long.ts'
import type { TextPrefix } from './model/text/find-prefix.ts'
import { splitBlock } from './model/text/split-sentences.ts'
import type { TextToken } from './model/text/tokenise.ts'
import type { ParsedSentence } from './model/tree.ts'
import { markQuotes } from './quotes.ts'
import { classOf } from './tree-tags.ts'

/** A sentence in the making: its words, which of them stand inside quotation marks, and its label or dateline. */
interface Part {
  readonly block: Block
  /** Sentences in the block. */
  readonly siblings: number
  readonly span: Span
  readonly tokens: readonly TextToken[]
  readonly quoted: readonly boolean[]
  readonly prefix: TextPrefix | null
  /** True for the sentences of teasers and other boilerplate blocks. */
  readonly outside: boolean
}

/** The sentences of a block, long ones in pieces. */
function cutParts(text: string, block: Block, teaser: boolean): Part[] {
  const sentences = splitBlock(text, block)
  const quoted = markQuotes(
    text,
    sentences.flatMap(({ tokens }) => tokens),
  )
  const outside = teaser || isBoilerplate(text.slice(...block.span))
  const pieces = sentences.flatMap(({ tokens, prefix }) =>
    cutLong(tokens).map((piece, order) => ({ tokens: piece, prefix: order === 0 ? prefix : null })),
  )
  let from = 0
  return pieces.map(({ tokens, prefix }) => {
    from += tokens.length
    const span: Span = [tokens[0]?.span[0] ?? 0, tokens.at(-1)?.span[1] ?? 0]
    const inside = quoted.slice(from - tokens.length, from)
    return { block, siblings: pieces.length, span, tokens, quoted: inside, prefix, outside }
  })
}

/** What kind of sentence it is, by its block and its marks. */
function kindOf(text: string, span: Span, block: Block, parts: number): DocumentSentence['kind'] {
  const words = text.slice(...span)
  if (words.endsWith(':') && parts === 1 && words.split(' ').length <= 8) return 'headline'
  const ended = /[.!?…]["”’'»)\]]{0,3}$/.test(words)
  if (block.heading > 0 || (!ended && !block.item && parts === 1 && words.length <= 200 && !words.endsWith(':')))
    return 'headline'
  if (block.item) return 'item'
  return /^["“«]/.test(words) && /["”»][.!?…]?$/.test(words) ? 'quote' : 'prose'
}

/**
 * Cuts a report into sentences and parses them, with exact offsets: headings, labels and list items are sentences of
 * their own, `paragraphs` (where the gatherer knows them) are never crossed. A sentence's span leaves out its bullet and
 * the footnote mark behind it; such marks give no token. Time is linear in the length of the text.
 */
export function readDocument(report: ReadReport, grammar: Grammar, paragraphs?: readonly Span[]): Document {
  const { text } = report
  const blocks = cutBlocks(text, paragraphs)
  const teasers = findTeasers(text, blocks)
  const parts = blocks.flatMap(block => cutParts(text, block, teasers.has(block)))
  const trees = grammar.parseSentences(parts).map(settleVerbs)
  const document = { report, tokens: [] as Token[], sentences: [] as DocumentSentence[] }
  for (const [index, part] of parts.entries()) addSentence(document, part, trees[index] as ParsedSentence)
  return document
}

/** Adds one sentence with its tagged tokens to a document in the making. */
function addSentence(
  { report, sentences, tokens }: { report: ReadReport; sentences: DocumentSentence[]; tokens: Token[] },
  part: Part,
  tree: ParsedSentence,
): void {
  const { text } = report
  const { span, block } = part
  const sentence = sentences.length
  const from = tokens.length
  const kind = kindOf(text, span, block, part.siblings)
  for (const word of tree.tokens) {
    const { form, span, index } = word
    const quoted = part.quoted[index] ?? false
    tokens.push({ index: tokens.length, span, form, lower: form.toLowerCase(), ...classOf(word), sentence, quoted })
  }
  sentences.push({
    index: sentence,
    span,
    kind,
    tokens: [from, tokens.length],
    paragraph: block.paragraph,
    boilerplate: part.outside || isBoilerplate(text.slice(...span)),
    label: part.prefix?.span ?? null,
    tree: tree.tokens,
  })
}
