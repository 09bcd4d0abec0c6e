import type { Span } from '#domain'
import { trim } from './attribution-parts.ts'
import type { ClauseView } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { Document, Token, TokenRange } from './document.ts'

const KEPT_MARKERS = new Set(['which', 'who', 'whom', 'whose', 'if'])
const LOOSE = new Set([
  'and',
  'but',
  'or',
  'nor',
  'that',
  'while',
  'as',
  'after',
  'before',
  'because',
  'since',
  'although',
  'though',
  'where',
  'when',
  'so',
  'then',
  'with',
  'however',
  'meanwhile',
  'by',
  'also',
  'nevertheless',
  'crucially',
  'remarkably',
  'until',
  'once',
  'whereas',
  'moreover',
  'furthermore',
  'additionally',
  'separately',
  'elsewhere',
  'nearby',
  'amid',
  'yet',
  'well',
  'without',
  'following',
  'than',
])

/** Openers that may also be prepositions of the clause's own first phrase ("Since the start of the war, …"). */
const BY_MARKER = new Set([
  'as',
  'after',
  'before',
  'since',
  'with',
  'by',
  'until',
  'amid',
  'following',
  'without',
  'than',
  'when',
  'where',
  'once',
  'that',
])

/** The tokens that state a claim: its clause without opener, attribution and marks, within the words attributed. */
export function claimTokens(
  document: Document,
  view: ClauseView,
  content: TokenRange | null,
  hidden: readonly TokenRange[],
): TokenRange | null {
  const { clause } = view
  const { tokens } = document
  let [from, to] = clause.tokens
  if (content) {
    const lead = tokens.slice(Math.max(content[0], labelEnd(document, clause.sentence)), Math.max(content[0], from))
    const free = lead.length <= 10 && lead.every(token => token.tag !== 'verb' && token.tag !== 'aux')
    from = free && content[0] < from ? content[0] : Math.max(from, content[0])
    to = Math.min(to, content[1])
  }
  const head = clause.verb?.head ?? from
  for (const [start, end] of hidden) {
    if (start > head && start < to) to = start
    else if (end <= head && end > from && !subjectBefore(clause, start)) from = end
  }
  const label = labelEnd(document, clause.sentence)
  from = skipOpeners(tokens, clause, Math.max(from, Math.min(label, head)), head)
  const split = content !== null && hidden.some(([, end]) => end <= content[0] && content[0] - end <= 2)
  from = withSubject(clause, from, Math.max(label, split ? 0 : (content?.[0] ?? 0)), hidden)
  const trimmed = trim(tokens, [from, cutTail(tokens, Math.max(to, from), Math.max(from, head) + 1)])
  return trimmed && closeBracket(tokens, trimmed)
}

/** "9,430 (+8)": the bracket that closes one opened inside belongs to the words. */
function closeBracket(tokens: readonly Token[], [from, to]: TokenRange): TokenRange {
  const inside = tokens.slice(from, to)
  const open = inside.filter(token => token.form === '(').length > inside.filter(token => token.form === ')').length
  return open && tokens[to]?.form === ')' ? [from, to + 1] : [from, to]
}

/** A source set between subject and verb cannot be cut off without the subject. */
const subjectBefore = ({ subject, inherits }: Clause, at: number): boolean =>
  subject !== null && !inherits && subject[1] <= at && subject[1] > 0

/** The first token behind the label or dateline of a sentence. */
function labelEnd(document: Document, sentence: number): number {
  const own = document.sentences[sentence]
  if (!own?.label) return 0
  let at = own.tokens[0]
  while (at < own.tokens[1] && (document.tokens[at]?.span[0] ?? Infinity) < own.label[1]) at++
  return at
}

/** A subject of the clause's own that stands further left belongs to its words. */
function withSubject(clause: Clause, from: number, floor: number, hidden: readonly TokenRange[]): number {
  const { subject } = clause
  if (!subject || clause.inherits || !['main', 'coordinate', 'complement', 'adverbial'].includes(clause.relation))
    return from
  const start = subject[0]
  const within = start < from && start >= floor && from - start < 40
  return within && !hidden.some(([a]) => a < subject[1] && a >= start) ? start : from
}

const TAIL_WORDS = new Set(
  'which who whom whose that where when than as if whether rather even not such both well also so long including'.split(
    ' ',
  ),
)

/** No claim ends on a word that only leads to the next one: a relative, conjunction, preposition, determiner or auxiliary. */
function cutTail(tokens: readonly Token[], to: number, floor: number): number {
  let end = to
  while (end > floor) {
    const last = tokens[end - 1]
    if (!last) break
    const particle = last.tag === 'prep' && end - 1 <= floor
    const loose =
      last.tag === 'punct' ||
      last.tag === 'conj' ||
      (last.tag === 'prep' && !particle && !ADVERBIAL_TAILS.has(last.lower)) ||
      (last.tag === 'det' && !ADVERBIAL_TAILS.has(last.lower)) ||
      last.tag === 'aux' ||
      (TAIL_WORDS.has(last.lower) && !(last.lower === 'so' && tokens[end - 2]?.lower === 'do'))
    if (!loose) break
    end--
  }
  return end
}
/** Prepositions that also stand alone at the end ("the day before", "further inside"). */
const ADVERBIAL_TAILS = new Set(
  'before after since inside outside around nearby along down off up out over through away back behind ahead apart together here there all both each half this these those past in on below above across under'.split(
    ' ',
  ),
)

function skipOpeners(tokens: readonly Token[], clause: Clause, from: number, head: number): number {
  let at = from
  while (at < head) {
    const token = tokens[at]
    if (!token) break
    const negation = token.lower === 'without' || token.lower === 'nor' || token.lower === 'neither'
    const joint = LOOSE.has(token.lower) && (!BY_MARKER.has(token.lower) || token.lower === clause.marker)
    const opener = (joint && !KEPT_MARKERS.has(token.lower) && !negation) || token.tag === 'punct'
    if (!opener || (token.lower === 'that' && token.tag === 'det' && clause.marker !== 'that')) break
    at++
  }
  return at
}

/** The span of a range of tokens in the text. */
export const spanOfTokens = (document: Document, [from, to]: TokenRange): Span => [
  document.tokens[from]?.span[0] ?? 0,
  document.tokens[to - 1]?.span[1] ?? 0,
]
