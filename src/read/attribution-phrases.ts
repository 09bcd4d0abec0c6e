import { type AttributionMention, END_MARKS, make, trim } from './attribution-parts.ts'
import type { Clause } from './clauses.ts'
import type { Document, DocumentSentence, Token, TokenRange } from './document.ts'
import { CUE_NOUNS, SOURCE_PHRASES } from './lexicon/cues.ts'

/** "according to X", "as reported by X": the source has its whole sentence in scope. */
export function sourcePhrases(
  document: Document,
  sentence: DocumentSentence,
  clauses: readonly Clause[],
): AttributionMention[] {
  const found: AttributionMention[] = []
  const { tokens } = document
  for (let at = sentence.tokens[0]; at < sentence.tokens[1]; at++) {
    const phrase = SOURCE_PHRASES.find(words => words.every((word, step) => tokens[at + step]?.lower === word))
    if (!phrase || (phrase[0] === 'reported' && tokens[at - 1]?.lower === 'as')) continue
    const from = at + phrase.length
    const source = sourceAfter(tokens, from, sentence.tokens[1])
    if (!source || tokens[from]?.lower === 'plan') continue
    const outer =
      clauses.length > 0 ? [trim(tokens, [sentence.tokens[0], at]), trim(tokens, [source[1], sentence.tokens[1]])] : []
    const content = outer.filter(range => range !== null && range[1] - range[0] > 1) as TokenRange[]
    if (content.length > 0) found.push(make(document, sentence.index, 'source', source, [at, from], content, null))
    at = source[1]
  }
  return found
}

/** "CONTENT, the X ministry reports.": a verb of saying at the very end, which reads as a noun there. */
export function tailCue(document: Document, sentence: DocumentSentence): AttributionMention | null {
  const { tokens } = document
  let cue = sentence.tokens[1] - 1
  while (cue > sentence.tokens[0] && tokens[cue]?.tag === 'punct') cue--
  const word = tokens[cue]
  if (!word || word.tag !== 'noun' || !TAIL_CUES.has(word.lower)) return null
  let from = cue
  while (from > sentence.tokens[0] && cue - from < 9 && tokens[from - 1]?.form !== ',') {
    if (['verb', 'aux'].includes(tokens[from - 1]?.tag ?? '')) return null
    from--
  }
  const named = tokens.slice(from, cue).some(token => token.tag === 'name')
  const content = trim(tokens, [sentence.tokens[0], from])
  if (!named || tokens[from - 1]?.form !== ',' || !content || content[1] - content[0] < 4) return null
  return make(document, sentence.index, 'says', [from, cue], [cue, cue + 1], [content], null)
}
const TAIL_CUES = new Set(['reports', 'claims', 'notes', 'states', 'comments'])

/** A source may hold a report and its issuer ("a report issued by X"): it runs to the comma or the end. */
function sourceAfter(tokens: readonly Token[], from: number, limit: number): TokenRange | null {
  let at = from
  while (at < limit) {
    const token = tokens[at]
    if (!token || (END_MARKS.has(token.form) && token.form !== '-')) break
    if (
      at > from + 2 &&
      (token.tag === 'aux' ||
        (token.tag === 'verb' &&
          token.verbForm !== 'past' &&
          token.verbForm !== 'participle' &&
          token.verbForm !== 'gerund'))
    )
      break
    at++
  }
  return at > from ? [from, at] : null
}

/** "CONTENT - X": the source at the end of a headline, after a spaced dash. */
export function dashSource(document: Document, sentence: DocumentSentence): AttributionMention | null {
  const { tokens } = document
  const { text } = document.report
  const [from, to] = sentence.tokens
  for (let at = to - 2; at > Math.max(from + 3, to - 11); at--) {
    const token = tokens[at]
    if (!token || !['-', '–', '—'].includes(token.form) || !/\s/.test(text[token.span[0] - 1] ?? '')) continue
    const tail = trim(tokens, [at + 1, to])
    const content = trim(tokens, [from, at])
    if (!tail || !content || content[1] - content[0] < 3 || (tokens[to - 1]?.form === '.' && tail[1] - tail[0] > 5))
      return null
    const body = tokens.slice(...tail)
    if (body.some(word => word.tag === 'verb' || word.tag === 'aux' || word.quoted)) return null
    return body.some(word => word.tag === 'name' || TAIL_NOUNS.has(word.lower)) &&
      !document.tokens.slice(...content).every(word => word.tag === 'name')
      ? make(document, sentence.index, 'source', tail, [at, at + 1], [content], null)
      : null
  }
  return null
}

const TAIL_NOUNS = new Set(
  'official officials source sources ministry mayor governor president army military media report reports council minister spokesman spokesperson spokeswoman intelligence staff police kremlin embassy analyst analysts expert experts agency tass reuters un'.split(
    ' ',
  ),
)

/** "X: CONTENT" in headlines and quotations. */
export function colonSource(
  document: Document,
  sentence: DocumentSentence,
  clauses: readonly Clause[],
): AttributionMention | null {
  const { tokens } = document
  const [from, to] = sentence.label ? [sentence.tokens[0], sentence.tokens[0]] : sentence.tokens
  for (let at = from + 1; at < Math.min(to - 2, from + 9); at++) {
    const token = tokens[at]
    if (token?.form !== ':') continue
    const head = tokens.slice(from, at)
    const nameLike =
      head.some(word => word.tag === 'name') &&
      head.every(word => word.tag !== 'verb' && word.tag !== 'aux' && !/\d/.test(word.form))
    const content = trim(tokens, [at + 1, to])
    return nameLike && content && clauses.some(clause => clause.verb)
      ? make(document, sentence.index, 'says', [from, at], [at, at + 1], [content], null)
      : null
  }
  return null
}

/** "the claim that …", "reports that …": a noun of saying with its clause. */
export function nounCues(
  document: Document,
  sentence: DocumentSentence,
  clauses: readonly Clause[],
  taken: readonly AttributionMention[],
): AttributionMention[] {
  const found: AttributionMention[] = []
  const { tokens } = document
  for (let at = sentence.tokens[0]; at < sentence.tokens[1] - 2; at++) {
    const token = tokens[at]
    if (!token || token.tag !== 'noun' || !CUE_NOUNS.has(token.lemma) || tokens[at + 1]?.lower !== 'that') continue
    if (taken.some(other => other.cueTokens[0] <= at && at < other.cueTokens[1])) continue
    const clause = clauses.find(other => (other.verb?.tokens[0] ?? 0) > at)
    if (!clause) continue
    const owner = tokens[at - 1]
    const source: TokenRange | null =
      owner?.tag === 'pron' ? [at - 1, at] : tokens[at - 1]?.form.match(/^['’]s$/) ? [at - 2, at - 1] : null
    const content = trim(tokens, [at + 2, clause.tokens[1]])
    if (content)
      found.push(
        make(
          document,
          sentence.index,
          ['claim', 'allegation'].includes(token.lemma) ? 'claims' : 'says',
          source,
          [at, at + 1],
          [content],
          null,
        ),
      )
  }
  return found
}
