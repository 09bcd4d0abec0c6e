import type { Token } from './document.ts'

/** How a clause hangs on the sentence; `participle` and `gerund` carry no tense of their own. */
export type ClauseRelation =
  | 'main'
  | 'coordinate'
  | 'complement'
  | 'adverbial'
  | 'relative'
  | 'gerund'
  | 'participle'
  | 'verbless'

export const JOINERS = new Set(['and', 'or', 'but', 'nor', 'yet', '&', 'then', 'so', 'while'])

export const COMMAS = new Set([
  '«',
  ',',
  ';',
  ':',
  '—',
  '–',
  '-',
  '(',
  ')',
  '--',
  '...',
  '…',
  '|',
  '/',
  '•',
  '[',
  ']',
  '*',
  '**',
])

export const QUOTE_MARKS = new Set(['"', '“', '”', "'", '‘', '’', '«', '»', '„', "''", '``'])

/** Drops the conjunctions, commas, stops and quotation marks that a clause would end on. */
export function trimEnd(tokens: readonly Token[], end: number, floor: number): number {
  let at = end
  while (at > floor) {
    const token = tokens[at - 1]
    if (!token) break
    const mark = token.tag === 'punct' || COMMAS.has(token.form) || QUOTE_MARKS.has(token.form)
    if (!mark && !(JOINERS.has(token.lower) && token.tag !== 'noun')) break
    at--
  }
  return at
}

/** Passes over the conjunctions, commas and quotation marks that a clause would begin with. */
export function trimStart(tokens: readonly Token[], start: number, ceiling: number): number {
  let at = start
  while (at < ceiling) {
    const token = tokens[at]
    if (!token) break
    const mark = token.form !== '(' && (COMMAS.has(token.form) || QUOTE_MARKS.has(token.form))
    if (!mark && !(token.tag === 'conj' && JOINERS.has(token.lower))) break
    at++
  }
  return at
}
