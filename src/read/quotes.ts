import type { RawToken } from './tokens.ts'

const OPENERS: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '‹': '›', '``': "''" }
const SPACE = /[\s([{—–-]/

/** What a straight mark or single quote does here, by the characters beside it. */
function sideOf(text: string, token: RawToken): 'open' | 'close' | 'either' {
  const before = token.start === 0 || SPACE.test(text[token.start - 1] ?? ' ')
  const after = token.end >= text.length || /[\s.,;:!?)\]}—–]/.test(text[token.end] ?? ' ')
  if (before && !after) return 'open'
  return after && !before ? 'close' : 'either'
}

/** Finds, for an opening single quote, whether a closing one follows in the block: else it is an apostrophe. */
function closesLater(text: string, tokens: readonly RawToken[], from: number, end: number, mark: string): boolean {
  const closer = mark === '‘' ? '’' : mark
  for (let at = from + 1; at < Math.min(end, from + 60); at += 1) {
    const token = tokens[at] as RawToken
    if (token.form === closer && sideOf(text, token) !== 'open') return true
  }
  return false
}

/** One state of reading: which double mark and whether a single mark is open. */
interface QuoteState {
  double: string | null
  single: string | null
}

/** Moves the state over one mark; true when the token is a quotation mark and not an apostrophe. */
function readMark(text: string, tokens: readonly RawToken[], at: number, end: number, state: QuoteState): boolean {
  const token = tokens[at] as RawToken
  const form = token.form
  const single = form === '‘' || form === '’' || form === "'"
  if (single) {
    if (state.single && form !== '‘' && sideOf(text, token) !== 'open') {
      state.single = null
      return true
    }
    if (form === '’' || state.single || sideOf(text, token) === 'close') return false
    if (!closesLater(text, tokens, at, end, form)) return false
    state.single = form
    return true
  }
  if (state.double && (OPENERS[state.double]?.includes(form) || (state.double === '"' && form === '"'))) {
    if (form !== '"' || sideOf(text, token) !== 'open') state.double = null
    return true
  }
  if (form === '"') {
    if (sideOf(text, token) === 'close' && state.double === null) return true
    state.double = state.double === null ? '"' : null
    return true
  }
  if (form in OPENERS) {
    state.double = form
    return true
  }
  return form === '”' || form === '»'
}

/**
 * Tells which tokens of a block (`[from, end)`) stand inside quotation marks of any kind. A double mark left open runs
 * to the end of the block, as in a quotation of several paragraphs; a single one left open was an apostrophe.
 */
export function markQuotes(text: string, tokens: readonly RawToken[], from: number, end: number): boolean[] {
  const state: QuoteState = { double: null, single: null }
  const quoted: boolean[] = []
  for (let at = from; at < end; at += 1) {
    const form = (tokens[at] as RawToken).form
    const first = form.charCodeAt(0)
    const candidate = first === 34 || first === 39 || first === 96 || first === 171 || first === 187 || first >= 0x2018
    const mark = candidate && form.length <= 2 && readMark(text, tokens, at, end, state)
    quoted.push(!mark && (state.double !== null || state.single !== null))
  }
  return quoted
}
