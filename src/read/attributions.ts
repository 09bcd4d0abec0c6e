import { contentAfter, contentBefore, nextQuote } from './attribution-content.ts'
import { type AttributionMention, byPhrase, cueKindOf, END_MARKS, make, phraseFrom, trim } from './attribution-parts.ts'
import { colonSource, dashSource, nounCues, sourcePhrases, tailCue } from './attribution-phrases.ts'
import type { Clause } from './clauses.ts'
import type { Document, DocumentSentence, Token, TokenRange } from './document.ts'
import { MANNER_NOUNS } from './lexicon/cues.ts'

/** Finds who says what in a sentence, outermost first. Content that runs over more sentences is added by `spreadQuotes`. */
export function findAttributions(
  document: Document,
  sentence: DocumentSentence,
  clauses: readonly Clause[],
): readonly AttributionMention[] {
  const found: AttributionMention[] = []
  for (const clause of clauses) {
    const attribution = cueClause(document, sentence, clauses, clause)
    if (attribution) found.push(withSpeaker(document, attribution, clause, found))
    found.push(...complementCues(document, sentence, clause))
  }
  found.push(...sourcePhrases(document, sentence, clauses))
  const last = found.length === 0 ? tailCue(document, sentence) : null
  if (last) found.push(last)
  const tail = dashSource(document, sentence)
  if (tail && found.every(other => other.cueKind === 'object' || other.cueTokens[0] > tail.cueTokens[0]))
    found.push(tail)
  const colon = colonSource(document, sentence, clauses)
  if (colon && found.every(other => other.cueTokens[0] > colon.cueTokens[0])) found.unshift(colon)
  found.push(...nounCues(document, sentence, clauses, found))
  return found.toSorted((a, b) => size(b) - size(a))
}

/** "…, adding that": the speaker is that of the cue before, not the subject of what was said. */
function withSpeaker(
  document: Document,
  attribution: AttributionMention,
  clause: Clause,
  found: readonly AttributionMention[],
): AttributionMention {
  const joined = clause.relation === 'gerund' || (clause.inherits && clause.relation === 'coordinate')
  if (!joined || attribution.cueKind === 'object') return attribution
  const before = found
    .toReversed()
    .find(other => other.cueKind !== 'object' && other.clause !== null && other.sourceTokens !== null)
  if (!before?.sourceTokens) return attribution
  return make(
    document,
    attribution.sentence,
    attribution.cueKind,
    before.sourceTokens,
    attribution.cueTokens,
    attribution.contentTokens,
    attribution.clause,
  )
}

/** "led X to believe that …", "went on to say that …": a cue in the infinitive. */
function complementCues(document: Document, sentence: DocumentSentence, clause: Clause): AttributionMention[] {
  const { tokens } = document
  const found: AttributionMention[] = []
  for (const group of clause.complements) {
    const kind = cueKindOf(group.lemma)
    if (kind === null || kind === 'object' || tokens[group.tokens[1]]?.lower !== 'that') continue
    let from = group.tokens[0] - 1
    while (from > (clause.verb?.tokens[1] ?? 0) && ['noun', 'name', 'adj', 'det'].includes(tokens[from - 1]?.tag ?? ''))
      from--
    const named =
      from < group.tokens[0] - 1 &&
      tokens.slice(from, group.tokens[0] - 1).some(token => token.tag === 'name' || token.tag === 'noun')
    const source: TokenRange | null = named ? [from, group.tokens[0] - 1] : clause.subject
    const content = trim(tokens, [group.tokens[1] + 1, sentence.tokens[1]])
    if (content) found.push(make(document, sentence.index, kind, source, group.tokens, [content], null))
  }
  return found
}

const size = (attribution: AttributionMention): number =>
  attribution.contentTokens.reduce((sum, [from, to]) => sum + to - from, 0)

function cueClause(
  document: Document,
  sentence: DocumentSentence,
  clauses: readonly Clause[],
  clause: Clause,
): AttributionMention | null {
  const verb = clause.verb
  if (!verb) return null
  const kind = isNoncommittal(verb) ? 'questions' : cueKindOf(verb.lemma)
  if (kind === null || asks(document.tokens, verb)) return null
  // "would be challenging for X" questions nothing.
  if (kind === 'questions' && !verb.negated && document.tokens[verb.tokens[1]]?.tag === 'prep') return null
  const { tokens } = document
  const inverted = invertedSource(tokens, sentence, clause)
  const from = inverted ? inverted[1] : verb.tokens[1]
  const after = contentAfter(tokens, sentence, clauses, clause, from, kind)
  const before = contentBefore(tokens, sentence, clause, after !== null)
  const content = [before, after].filter(range => range !== null)
  const source = inverted ?? (verb.passive ? byPhrase(tokens, verb.tokens[1], sentence.tokens[1]) : clause.subject)
  const named = source && (before === null || source[0] >= before[1] || source[1] <= before[0]) ? source : inverted
  if (content.length === 0) {
    const next = nextQuote(document, sentence)
    if (next && kind === 'says') return make(document, sentence.index, kind, named, verb.tokens, [next], clause.index)
  }
  if (content.length === 0)
    return kind === 'object' || kind === 'denies' || kind === 'says'
      ? objectContent(document, sentence, clause, named)
      : null
  if (kind === 'object' && !content.some(([start]) => tokens[start]?.quoted || tokens[start - 1]?.lower === 'that'))
    return objectContent(document, sentence, clause, named)
  if (verb.passive && !source && kind !== 'says' && kind !== 'claims') return null
  return make(document, sentence.index, kind, named, verb.tokens, content, clause.index)
}

/** "could neither confirm nor deny", "cannot confirm": neither an assertion nor a denial. */
const isNoncommittal = (verb: NonNullable<Clause['verb']>): boolean =>
  verb.negated && ['deny', 'confirm', 'verify', 'corroborate', 'rule out'].includes(verb.lemma)

/** "asked whether …", "responding to whether …": what is asked is said by nobody. */
const asks = (tokens: readonly Token[], verb: NonNullable<Clause['verb']>): boolean =>
  ['respond', 'reply', 'answer', 'ask', 'wonder', 'inquire'].includes(verb.lemma) &&
  tokens
    .slice(verb.tokens[1], verb.tokens[1] + 4)
    .some(token => ['whether', 'if', 'how', 'what', 'why', 'about'].includes(token.lower))

/** "…," said X: the noun phrase right after a verb of saying that follows a comma or a closing quotation mark. */
function invertedSource(tokens: readonly Token[], sentence: DocumentSentence, clause: Clause): TokenRange | null {
  const verb = clause.verb
  if (!verb || verb.auxiliary || verb.passive || verb.tokens[0] <= sentence.tokens[0]) return null
  const before = tokens[verb.tokens[0] - 1]
  const next = tokens[verb.tokens[1]]
  if (!before || !next || next.sentence !== sentence.index || !END_MARKS.has(before.form)) return null
  if (
    next.lower === 'that' ||
    !(next.tag === 'name' || next.tag === 'det' || next.tag === 'noun' || next.tag === 'adj' || next.tag === 'pron')
  )
    return null
  if (next.tag === 'det' && next.lower === 'no') return null
  const quoteBefore = before.tag === 'punct' && before.form !== ','
  if (!quoteBefore && cueKindOf(verb.lemma) !== 'says') return null
  const phrase = phraseFrom(tokens, verb.tokens[1], sentence.tokens[1])
  const follows = phrase ? tokens[phrase[1]] : undefined
  // A verb right behind the noun phrase makes it the subject of what is said ("X denies it, says talks go on").
  return follows &&
    (follows.tag === 'verb' || follows.tag === 'aux') &&
    follows.verbForm !== 'gerund' &&
    follows.sentence === sentence.index
    ? null
    : phrase
}

/** A verb of stance and its object ("praised the decision"), for the list of attributions only. */
function objectContent(
  document: Document,
  sentence: DocumentSentence,
  clause: Clause,
  source: TokenRange | null,
): AttributionMention | null {
  const verb = clause.verb
  if (!verb || !source || verb.passive) return null
  const content = trim(document.tokens, [verb.tokens[1], Math.min(clause.tokens[1], sentence.tokens[1])])
  const first = content && document.tokens[content[0]]
  if (
    first &&
    cueKindOf(verb.lemma) === 'says' &&
    (first.tag === 'prep' || first.tag === 'adv') &&
    first.lower !== 'about'
  )
    return null
  if (
    !content ||
    document.tokens
      .slice(...content)
      .every(token => MANNER_NOUNS.has(token.lemma) || token.tag === 'prep' || token.tag === 'det')
  )
    return null
  return make(document, sentence.index, 'object', source, verb.tokens, [content], clause.index)
}
