import type { Span } from '#domain'
import { InputError } from '#domain'
import { fitForms } from './fit-forms.ts'
import type { ParsedSentence, ParsedToken } from './tree.ts'

/** Sentences read from CoNLL-U and the text their spans point into. */
export interface ConlluDocument {
  /** The sentences' texts, a line each. */
  readonly text: string
  readonly sentences: readonly ParsedSentence[]
}

/** What is written beside the ten columns. */
export interface ConlluOptions {
  /** Written as `# sent_id`; left out when not given. */
  readonly id?: string
  /** Whether each line tells the parser's confidence as `Conf=0.97` (four decimals at most); true when not given. */
  readonly confidence?: boolean
}

/**
 * One sentence in CoNLL-U (universaldependencies.org/format.html), with its blank line at the end. `text` is what the
 * sentence's spans point into. Features and enhanced dependencies, which the parser does not tell, are `_`. White
 * space inside the sentence is written as blanks, one for one, so that offsets in `# text` are those of the text.
 */
export function writeConllu(sentence: ParsedSentence, text: string, options: ConlluOptions = {}): string {
  const [start, end] = sentence.span
  const lines = sentence.tokens.map((token, at) => {
    const next = sentence.tokens[at + 1]
    const misc = [
      next?.span[0] === token.span[1] ? 'SpaceAfter=No' : '',
      options.confidence === false ? '' : `Conf=${Number(token.confidence.toFixed(4))}`,
    ].filter(Boolean)
    const head = token.head === null ? 0 : token.head + 1
    return [
      at + 1,
      token.form,
      token.lemma || '_',
      token.upos || '_',
      token.xpos || '_',
      '_',
      head,
      token.relation,
      '_',
      misc.join('|') || '_',
    ].join('\t')
  })
  const comments = [
    ...(options.id === undefined ? [] : [`# sent_id = ${options.id}`]),
    `# text = ${flat(text.slice(start, end))}`,
  ]
  return `${[...comments, ...lines].join('\n')}\n\n`
}

const flat = (text: string): string => text.replace(/\s/g, ' ')

/** One word's line, not yet a token of a tree. */
interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** The lines of one sentence. */
interface Block {
  readonly rows: readonly Row[]
  /** From `# text`, or put together from the forms when there is none. */
  readonly text: string
  /** Surface of a run of words written as one ("don't"), by the row it begins at. */
  readonly fused: ReadonlyMap<number, { readonly surface: string; readonly words: number }>
}

/**
 * Reads CoNLL-U. Words of a multiword token share its place in the text; empty nodes, features and enhanced
 * dependencies are passed over; a word without `Conf=` in its last column has confidence 1, as a person's tree has.
 *
 * @throws InputError naming the line: not ten columns, a number or head that is none, no root or two, a circle.
 */
export function readConllu(source: string): ConlluDocument {
  const blocks = blocksOf(source)
  const sentences: ParsedSentence[] = []
  let offset = 0
  for (const block of blocks) {
    sentences.push(toSentence(block, offset))
    offset += block.text.length + 1
  }
  return { text: blocks.map(({ text }) => text).join('\n'), sentences }
}

function blocksOf(source: string): readonly Block[] {
  const blocks: Block[] = []
  let lines: Row[] = []
  let text: string | null = null
  const close = (): void => {
    if (lines.length > 0) blocks.push(toBlock(lines, text))
    lines = []
    text = null
  }
  for (const [at, raw] of source.split('\n').entries()) {
    const line = raw.replace(/\r$/, '')
    if (line.trim() === '') close()
    else if (line.startsWith('#')) text = /^# text = (.*)$/.exec(line)?.[1] ?? text
    else lines.push(toRow(line, at + 1))
  }
  close()
  return blocks
}

function toRow(text: string, line: number): Row {
  const cells = text.split('\t')
  if (cells.length !== 10)
    throw new InputError(
      `CoNLL-U line ${line}: expected 10 columns parted by tabs, found ${cells.length}; see universaldependencies.org/format.html`,
    )
  if (!/^\d+([.-]\d+)?$/.test(cells[0] ?? ''))
    throw new InputError(
      `CoNLL-U line ${line}: expected the number of a word (1, 1-2 or 1.1), found "${cells[0]}"; correct it`,
    )
  return { line, cells }
}

function toBlock(lines: readonly Row[], text: string | null): Block {
  const rows = lines.filter(({ cells }) => /^\d+$/.test(cells[0] ?? ''))
  const fused = new Map<number, { surface: string; words: number }>()
  let [built, covered] = ['', 0]
  for (const { cells } of lines) {
    const [first = 0, last = first] = (cells[0] ?? '').split('-').map(Number)
    const isRun = (cells[0] ?? '').includes('-')
    if (isRun) fused.set(first - 1, { surface: cells[1] ?? '', words: last - first + 1 })
    if (!Number.isInteger(first) || (!isRun && first <= covered)) continue
    if (isRun) covered = last
    built += `${cells[1]}${/(^|\|)SpaceAfter=No(\||$)/.test(cells[9] ?? '') ? '' : ' '}`
  }
  const [first] = lines
  if (rows.length === 0)
    throw new InputError(
      `CoNLL-U line ${first?.line ?? 0}: expected a word in every sentence, found none; take the sentence out`,
    )
  return { rows, text: text ?? built.trimEnd(), fused }
}

function toSentence(block: Block, offset: number): ParsedSentence {
  const spans = fitForms(
    block.text,
    block.rows.map(({ cells }) => cells[1] ?? ''),
    block.fused,
  )
  const tokens = block.rows.map((row, index) => toToken(row, index, block.rows.length, spans[index] ?? [0, 0], offset))
  checkTree(tokens, block.rows)
  return { span: [offset, offset + block.text.length], tokens }
}

function toToken({ line, cells }: Row, index: number, count: number, [start, end]: Span, offset: number): ParsedToken {
  const [id = '', form = '', lemma = '', upos = '', xpos = '', , head = '', relation = '', , misc = ''] = cells
  if (Number(id) !== index + 1)
    throw new InputError(
      `CoNLL-U line ${line}: expected word number ${index + 1}, found ${id}; number the words from 1`,
    )
  if (!/^\d+$/.test(head) || Number(head) > count)
    throw new InputError(
      `CoNLL-U line ${line}: expected a head from 0 to ${count}, found "${head}"; give the number of a word`,
    )
  const blank = (cell: string): string => (cell === '_' ? '' : cell)
  return {
    index,
    span: [start + offset, end + offset],
    form,
    lemma: form === '_' ? lemma : blank(lemma),
    upos: blank(upos),
    xpos: blank(xpos),
    head: head === '0' ? null : Number(head) - 1,
    relation,
    confidence: confidenceIn(misc, line),
  }
}

function confidenceIn(misc: string, line: number): number {
  const written = /(?:^|\|)Conf=([^|]*)/.exec(misc)?.[1]
  if (written === undefined) return 1
  const value = Number(written)
  if (written === '' || !(value >= 0 && value <= 1))
    throw new InputError(
      `CoNLL-U line ${line}: expected Conf= with a number from 0 to 1, found "${written}"; correct it`,
    )
  return value
}

/** A tree has one root and no circle; both are promised to whoever walks it. */
function checkTree(tokens: readonly ParsedToken[], rows: readonly Row[]): void {
  const line = rows[0]?.line ?? 0
  const roots = tokens.filter(({ head }) => head === null).length
  if (roots !== 1)
    throw new InputError(
      `CoNLL-U line ${line}: expected one word of the sentence with head 0, found ${roots}; correct the heads`,
    )
  for (const token of tokens) {
    let [at, steps] = [token, 0]
    while (at.head !== null && steps++ <= tokens.length) at = tokens[at.head] ?? at
    if (at.head !== null)
      throw new InputError(
        `CoNLL-U line ${rows[token.index]?.line ?? line}: expected heads that lead to the root, found a circle at "${token.form}"; correct the heads`,
      )
  }
}
