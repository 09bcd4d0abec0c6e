import type { ParsedSentence, ParsedToken } from './tree.ts'
import { ancestors, children } from './walk/index.ts'

/** How a picture is drawn. */
export interface PictureOptions {
  /** Columns it may take, 40 or more; 80 when not given. Words too long for their place are cut with `…`. */
  readonly width?: number
}

/** Below this an arc is marked as doubtful: about half of such arcs are wrong, measured on news without punctuation. */
const DOUBTFUL = 0.7
/** Relation, tag and confidence: `nsubj:pass  PROPN NNP  0.97?`. */
const COLUMNS_RIGHT = 32

/**
 * A tree for the terminal: a line for each word in order of the text, the arcs at its left, then the word, its relation,
 * tags, and how sure the parser is of the arc (`?` where it doubts). Read an arc from the word to the left until it meets the
 * upright line, and along that to the word the line begins at. One line of text, a line break after each word.
 */
export function picture(sentence: ParsedSentence, { width = 80 }: PictureOptions = {}): string {
  const depths = sentence.tokens.map(({ index }) => ancestors(sentence, index).length)
  const bars = sentence.tokens.map(({ index }) => barOf(sentence, index))
  const lines = sentence.tokens.map(token => ({ token, left: `${arcsBefore(token, depths, bars)}${token.form}` }))
  const room = Math.max(10, width - COLUMNS_RIGHT)
  const column = Math.min(room, Math.max(...lines.map(({ left }) => left.length)))
  return lines.map(({ token, left }) => `${fit(left, column)}  ${describe(token)}`.trimEnd()).join('\n')
}

const fit = (text: string, room: number): string =>
  text.length > room ? `${text.slice(0, room - 1)}…` : text.padEnd(room)

function describe({ relation, upos, xpos, confidence, head }: ParsedToken): string {
  const sure = head === null ? '' : `${confidence.toFixed(2)}${confidence < DOUBTFUL ? '?' : ''}`
  return `${relation.padEnd(13)}${`${upos} ${xpos === upos ? '' : xpos}`.padEnd(11)} ${sure}`
}

/** The rows a word's upright line covers: from its first child or itself to its last; null for a leaf. */
type Bar = { readonly from: number; readonly to: number } | null

function barOf(sentence: ParsedSentence, at: number): Bar {
  const rows = children(sentence, at)
  return rows.length === 0 ? null : { from: Math.min(at, ...rows), to: Math.max(at, ...rows) }
}

/** The cells before a word: the lines that pass, its arc, and the beginning of its own line. Two columns for each level. */
function arcsBefore({ index, head }: ParsedToken, depths: readonly number[], bars: readonly Bar[]): string {
  const depth = depths[index] ?? 0
  const passing = Array.from({ length: Math.max(0, depth - 1) }, (_, level) =>
    isCrossed(index, level, depths, bars) ? '│ ' : '  ',
  )
  const arc = head === null ? '' : corner(index, bars[head] ?? null, true)
  const own = corner(index, bars[index] ?? null, false)
  return `${passing.join('')}${arc}${own} `
}

const isCrossed = (row: number, level: number, depths: readonly number[], bars: readonly Bar[]): boolean =>
  bars.some((bar, at) => bar !== null && depths[at] === level && bar.from < row && row < bar.to)

/** Where a row meets an upright line: as a child from the right, as its word from the left. */
function corner(row: number, bar: Bar, isChild: boolean): string {
  if (bar === null) return isChild ? '  ' : '╴'
  const [above, below] = [row > bar.from, row < bar.to]
  const [both, up, down] = isChild ? ['├─', '╰─', '╭─'] : ['┤', '╯', '╮']
  return above && below ? both : above ? up : down
}
