import type { Token, TokenRange } from './document.ts'
import type { VerbGroup } from './verb-group.ts'

export type ClauseRelation =
  | 'main'
  | 'coordinate'
  | 'complement'
  | 'adverbial'
  | 'relative'
  | 'gerund'
  | 'participle'
  | 'verbless'

export const RELATIVES = new Set(['which', 'who', 'whom', 'whose', 'where', 'that', 'when'])

export const ADVERBIALS = new Set([
  'after',
  'before',
  'as',
  'because',
  'since',
  'if',
  'although',
  'though',
  'unless',
  'until',
  'while',
  'when',
  'whereas',
  'once',
  'despite',
  'without',
  'by',
  'lest',
  'whether',
  'where',
  'why',
  'how',
  'what',
  'with',
  'than',
  'so',
  'should',
  'following',
  'including',
  'amid',
])

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

export const NOUNISH = new Set(['noun', 'name', 'pron', 'num'])

/** A mark that parts clauses; a hyphen does so only with spaces around it. */
export function isMark(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || !COMMAS.has(token.form)) return false
  return token.form !== '-' || (tokens[at - 1]?.span[1] ?? 0) < token.span[0]
}

export interface Draft {
  start: number
  end: number
  subject: TokenRange | null
  inherits: boolean
  verb: VerbGroup
  complements: VerbGroup[]
  relation: ClauseRelation
  marker: string | null
}

export function boundaryBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (!token) continue
    if (isMark(tokens, at)) return true
    if (RELATIVES.has(token.lower) && (token.tag !== 'det' || token.lower !== 'that')) return true
    if (JOINERS.has(token.lower) && (at === to - 1 || tokens.slice(at + 1, to).every(between => between.tag === 'adv')))
      return true
    if (
      at < to - 1 &&
      [
        'after',
        'because',
        'although',
        'though',
        'if',
        'unless',
        'while',
        'when',
        'as',
        'before',
        'until',
        'whereas',
        'but',
      ].includes(token.lower)
    )
      return true
  }
  return false
}
