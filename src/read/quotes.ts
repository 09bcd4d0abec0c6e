import type { TextToken } from './model/text/tokenise.ts'

const OPENERS: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '‹': '›', '``': "''" }
const SPACE = /[\s([{—–-]/

/** What a straight mark or single quote does here, by the characters beside it. */
function sideOf(text: string, token: TextToken): 'open' | 'close' | 'either' {
  const [start, end] = token.span
  const before = start === 0 || SPACE.test(text[start - 1] ?? ' ')
  const after = end >= text.length || /[\s.,;:!?)\]}—–]/.test(text[end] ?? ' ')
  if (before && !after) return 'open'
  return after && !before ? 'close' : 'either'
}

/** Finds, for an opening single quote, whether a closing one follows in the block: else it is an apostrophe. */
function closesLater(text: string, tokens: readonly TextToken[], from: number, mark: string): boolean {
  const closer = mark === '‘' ? '’' : mark
  for (let at = from + 1; at < Math.min(tokens.length, from + 60); at += 1) {
    const token = tokens[at] as TextToken
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
function readMark(text: string, tokens: readonly TextToken[], at: number, state: QuoteState): boolean {
  const token = tokens[at] as TextToken
  const form = token.form
  const single = form === '‘' || form === '’' || form === "'"
  if (single) {
    if (state.single && form !== '‘' && sideOf(text, token) !== 'open') {
      state.single = null
      return true
    }
    if (form === '’' || state.single || sideOf(text, token) === 'close') return false
    if (!closesLater(text, tokens, at, form)) return false
    state.single = form
    return true
  }
  const straight = form === '"' || form === "''"
  if (state.double && (OPENERS[state.double]?.includes(form) || (straight && state.double === form))) {
    if (!straight || sideOf(text, token) !== 'open') state.double = null
    return true
  }
  if (straight) {
    if (sideOf(text, token) === 'close' && state.double === null) return true
    state.double = state.double === null ? form : null
    return true
  }
  if (form in OPENERS) {
    state.double = form
    return true
  }
  return form === '”' || form === '»'
}

/**
 * Tells which tokens of a block stand inside quotation marks of any kind. A double mark left open runs
 * to the end of the block, as in a quotation of several paragraphs; a single one left open was an apostrophe.
 */
export function markQuotes(text: string, tokens: readonly TextToken[]): boolean[] {
  const state: QuoteState = { double: null, single: null }
  const quoted: boolean[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const form = (tokens[at] as TextToken).form
    const first = form.charCodeAt(0)
    const candidate = first === 34 || first === 39 || first === 96 || first === 171 || first === 187 || first >= 0x2018
    const mark = candidate && form.length <= 2 && readMark(text, tokens, at, state)
    quoted.push(!mark && (state.double !== null || state.single !== null))
  }
  return quoted
}
