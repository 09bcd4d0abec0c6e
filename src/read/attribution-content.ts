import { type CueKind, cueKindOf, END_MARKS, trim } from './attribution-parts.ts'
import type { Clause } from './clauses.ts'
import type { Document, DocumentSentence, Token, TokenRange } from './document.ts'
import { CUE_NOUNS, MANNER_NOUNS } from './lexicon/cues.ts'

/** "He said:" at the end of a sentence: the sentence behind it is what he said. */
export function nextQuote(document: Document, sentence: DocumentSentence): TokenRange | null {
  const next = document.sentences[sentence.index + 1]
  if (document.tokens[sentence.tokens[1] - 1]?.form !== ':' || !next) return null
  return trim(document.tokens, next.tokens)
}

/** Where the words said begin after a cue, and where they end; null when none follow. */
export function contentAfter(
  tokens: readonly Token[],
  sentence: DocumentSentence,
  clauses: readonly Clause[],
  clause: Clause,
  from: number,
  kind: CueKind,
): TokenRange | null {
  const limit = contentLimit(tokens, sentence, clauses, clause)
  const start = contentStart(tokens, clauses, clause, from, limit, kind)
  if (start === null || start >= limit) return null
  return trim(tokens, [start, limit])
}

function contentStart(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  clause: Clause,
  from: number,
  limit: number,
  kind: CueKind,
): number | null {
  const later = clauses.filter(
    other => other.index > clause.index && (other.verb?.tokens[0] ?? 0) >= from && other.relation !== 'participle',
  )
  // A clause that takes a relative one in begins before it: "said a man whom X held | was freed".
  const first = later.find(other => later.every(inner => other.tokens[0] <= inner.tokens[0])) ?? later[0]
  const stop = Math.min(limit, first?.verb?.tokens[0] ?? limit, from + 25)
  for (let at = from; at < stop; at++) {
    const token = tokens[at]
    if (!token) break
    if (token.lower === 'that' && tokens[at + 1] && (at === from || opensContent(tokens, at, clause))) return at + 1
    const fresh = at === from || [',', ':', 'that', 'as'].includes(tokens[at - 1]?.lower ?? '')
    if (OPENERS.has(token.form) && tokens[at + 1]?.quoted && fresh) return at + 1
    if (token.lower === 'whether' || token.lower === 'how' || token.lower === 'why') return at
    if (token.form === ':') return kind === 'denies' ? null : at + 1
    if (OPENERS.has(token.form) && kind === 'denies' && at > from) return null
  }
  if (!first || kind === 'object') return null
  // Without "that" the next clause must bring a subject of its own, and follow closely.
  if (
    first.inherits ||
    first.subject === null ||
    first.marker === 'that' ||
    first.relation === 'relative' ||
    first.relation === 'gerund'
  )
    return null
  if (first.subject[0] < from || first.subject[1] <= from) return null
  const direct = Math.min(first.tokens[0], first.subject[0])
  return closely(tokens, from, Math.max(from, direct)) ? Math.max(from, direct) : null
}

/** "told reporters that", "said in a statement that"; after any other noun "that" is a relative pronoun ("a plan that …"). */
function opensContent(tokens: readonly Token[], at: number, clause: Clause): boolean {
  const before = tokens[at - 1]
  if (!before) return false
  const lemma = clause.verb?.lemma ?? ''
  if (FIRM_CUES.has(lemma) || before.form === ',' || CUE_NOUNS.has(before.lemma)) return true
  return before.tag === 'pron' || before.tag === 'adv' || MANNER_NOUNS.has(before.lemma)
}

const FIRM_CUES = new Set(
  'say state tell report add announce claim warn note insist argue stress emphasize emphasise confirm believe think assess deny allege explain inform assert declare reiterate acknowledge admit'.split(
    ' ',
  ),
)

const OPENERS = new Set(['"', '“', '‘', "'", '«', '„', '``'])

/** Between cue and content only the hearer, the time and the manner may stand. */
function closely(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (!token) continue
    if (token.form === ',' && at > from + 8) return false
    if (token.tag === 'conj' && ['and', 'but', 'while', 'as', 'after', 'because', 'if'].includes(token.lower))
      return false
    if (['while', 'as', 'after', 'because', 'before', 'when', 'amid'].includes(token.lower)) return false
  }
  return true
}

/** The words said end where another speaker's clause or a further cue of the same speaker begins. */
function contentLimit(
  tokens: readonly Token[],
  sentence: DocumentSentence,
  clauses: readonly Clause[],
  clause: Clause,
): number {
  for (const other of clauses) {
    if (other.index <= clause.index || !other.verb) continue
    const kind = cueKindOf(other.verb.lemma)
    const joined =
      other.relation === 'gerund' || (other.inherits && other.relation === 'coordinate' && sameSubject(other, clause))
    if (
      (kind === 'says' || kind === 'claims' || kind === 'denies') &&
      joined &&
      other.tokens[0] > (clause.verb?.head ?? 0) + 2
    )
      return beforeJoint(tokens, other.tokens[0])
    if (
      kind === 'says' &&
      !other.inherits &&
      (other.relation === 'coordinate' || other.marker === 'while') &&
      (other.marker === 'while' || other.marker === 'but' || other.marker === 'and') &&
      !inQuote(tokens, other)
    )
      return beforeJoint(tokens, other.tokens[0])
    if (other.marker === 'while' && !other.inherits && other.relation !== 'gerund' && !inQuote(tokens, other))
      return beforeJoint(tokens, other.tokens[0])
  }
  const head = clause.verb?.head ?? sentence.tokens[0]
  const ahead = tokens.slice(head, sentence.tokens[1])
  const semicolon = head + ahead.findIndex(token => token.form === ';' && !token.quoted)
  return semicolon > head ? semicolon : sentence.tokens[1]
}

const sameSubject = (a: Clause, b: Clause): boolean =>
  a.subject !== null && b.subject !== null && a.subject[0] === b.subject[0]

const inQuote = (tokens: readonly Token[], clause: Clause): boolean => tokens[clause.tokens[0]]?.quoted ?? false

const beforeJoint = (tokens: readonly Token[], at: number): number => {
  let end = at
  while (
    end > 0 &&
    (tokens[end - 1]?.tag === 'conj' ||
      tokens[end - 1]?.form === ',' ||
      ['while', 'but'].includes(tokens[end - 1]?.lower ?? ''))
  )
    end--
  return end
}

/** "CONTENT, X said": what stands before the clause of the cue, when it holds a verb or a quotation. */
export function contentBefore(
  tokens: readonly Token[],
  sentence: DocumentSentence,
  clause: Clause,
  hasAfter: boolean,
): TokenRange | null {
  const verb = clause.verb
  if (!verb) return null
  const own =
    clause.subject && !clause.inherits && clause.subject[1] <= verb.tokens[0] ? clause.subject[0] : verb.tokens[0]
  const edge = clause.inherits || clause.relation === 'gerund' ? verb.tokens[0] : own
  const mark = tokens[edge - 1]
  if (edge - 1 <= sentence.tokens[0] || !mark || !(END_MARKS.has(mark.form) || mark.quoted)) return null
  if (
    clause.relation === 'gerund' ||
    clause.relation === 'relative' ||
    (clause.relation === 'adverbial' && clause.marker !== 'as')
  )
    return null
  const range = trim(tokens, [sentence.tokens[0], edge])
  if (!range) return null
  const body = tokens.slice(range[0], range[1])
  const quoted = body.some(token => token.quoted)
  const verbs = body.filter(token => token.tag === 'verb' || token.tag === 'aux')
  if (hasAfter && !quoted) return null
  return quoted || verbs.some(token => token.verbForm !== 'gerund') ? range : null
}
