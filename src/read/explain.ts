import type { Certainty, Claim, ClaimType, Reading, ReadReport, Span } from '#domain'
import { groupBy } from '#kit'
import { type AttributionMention, type CueKind, spanOf } from './attribution-parts.ts'
import { type ClauseOutcome, DROP_REASONS } from './claim-trace.ts'
import type { Clause } from './clauses.ts'
import type { DocumentSentence, TokenRange } from './document.ts'
import { explainMentions, type MentionExplanation } from './explain-mentions.ts'
import type { NearFrame } from './frames.ts'
import type { ParsedToken } from './model/tree.ts'
import { type ReadContext, type ReadThrough, readThrough } from './read-article.ts'
import { countToll, type Toll } from './toll.ts'

/** A clause, the frame that fired on it, and what became of it. Words are those of the text. */
export interface ClauseExplanation {
  readonly span: Span
  readonly text: string
  readonly relation: Clause['relation']
  readonly marker: string | null
  readonly verb: string | null
  readonly passive: boolean
  readonly negated: boolean
  readonly subject: string | null
  /** The type its frame gives and how telling it is, 0–1; null where none fired or none was asked. */
  readonly frame: { readonly type: ClaimType; readonly strength: number } | null
  /** Why it states no claim, in plain words; null where it does. */
  readonly dropped: string | null
  /** Frames of its verb that did not fire, with the part that was missing. */
  readonly near: readonly NearFrame[]
}

/** Who says what, in the words of the text. */
export interface AttributionExplanation {
  readonly source: string | null
  readonly cue: string
  readonly kind: CueKind
  readonly content: readonly string[]
}

/** All that was found in one sentence and what was made of it. */
export interface SentenceExplanation {
  readonly index: number
  readonly kind: DocumentSentence['kind']
  readonly span: Span
  readonly text: string
  /** Why nothing was read in it (a line of the site, not of the report); null where it was read. */
  readonly unread: string | null
  readonly tree: readonly ParsedToken[]
  readonly clauses: readonly ClauseExplanation[]
  readonly attributions: readonly AttributionExplanation[]
  readonly hedges: readonly { readonly text: string; readonly certainty: Certainty }[]
  readonly mentions: readonly MentionExplanation[]
  readonly claims: readonly Claim[]
  /** Why a sentence without a claim has none, where no clause of it tells; null for any other. */
  readonly silent: string | null
  /** Claims that were drafted and are not in the record, with why. */
  readonly dropped: readonly { readonly text: string; readonly type: ClaimType; readonly why: string }[]
}

/** A reading taken apart, sentence by sentence. */
export interface Explanation {
  readonly report: ReadReport
  /** Why the report has no claim at all; null where it may have some. */
  readonly unread: string | null
  /** The killed and wounded of the event it tells of, single victims counted: no claim of its own, for a report may tell of several events. */
  readonly toll: Toll
  readonly sentences: readonly SentenceExplanation[]
}

const BOILERPLATE = 'a line of the site, such as navigation, a credit or a newsletter'
const OFF_TOPIC = 'names no party and no place of the theatre, so nothing in it is taken for a claim about this war'
const NO_CLAUSE = 'no clause was found in it'
const TAKEN_IN = 'it belongs to a list that is one claim, or the report is not of the war'
const SAID_BEFORE = 'says again what another claim of the report says, by the same holder'

/** Reads a report and tells for each sentence what was found, which frames fired, what was claimed, and what was dropped and why. */
export function explainArticle(report: ReadReport, context: ReadContext): Explanation {
  const outcomes: ClauseOutcome[] = []
  const read = readThrough(report, context, outcome => outcomes.push(outcome))
  const bySentence = groupBy(outcomes, ({ sentence }) => sentence)
  const claims = claimsBySentence(read.reading)
  const mentions = explainMentions(read.found)
  const isOff =
    outcomes.length === 0 && read.reading.claims.length === 0 && read.parts.clauses.some(some => some.length > 0)
  return {
    report: read.reading.report,
    unread: isOff ? OFF_TOPIC : null,
    toll: countToll(read.found.document, read.found.quantities),
    sentences: read.found.document.sentences.map(sentence =>
      explainSentence(
        read,
        sentence,
        bySentence.get(sentence.index) ?? [],
        claims.get(sentence.index) ?? [],
        mentions.get(sentence.index) ?? [],
      ),
    ),
  }
}

function claimsBySentence({ claims, sentences }: Reading): ReadonlyMap<number, readonly Claim[]> {
  const at = ({ span: [start] }: Claim): number => sentences.findLast(({ span }) => span[0] <= start)?.index ?? 0
  return groupBy(claims, at)
}

function explainSentence(
  { found, parts }: ReadThrough,
  sentence: DocumentSentence,
  outcomes: readonly ClauseOutcome[],
  claims: readonly Claim[],
  mentions: readonly MentionExplanation[],
): SentenceExplanation {
  const { document } = found
  const { text } = document.report
  const wordsOf = (range: TokenRange): string => text.slice(...spanOf(document, range))
  const clauses = parts.clauses[sentence.index] ?? []
  const lost = lostDrafts(outcomes, claims, text)
  return {
    index: sentence.index,
    kind: sentence.kind,
    span: sentence.span,
    text: text.slice(...sentence.span),
    unread: sentence.boilerplate ? BOILERPLATE : null,
    tree: sentence.tree,
    clauses: clauses.map(clause => explainClause(clause, spanOf(document, clause.tokens), outcomes, wordsOf)),
    attributions: (parts.attributions[sentence.index] ?? []).map(mention => explainAttribution(mention, text)),
    hedges: parts.hedges
      .filter(hedge => hedge.sentence === sentence.index)
      .map(({ text, certainty }) => ({ text, certainty })),
    mentions,
    claims,
    silent:
      claims.length > 0 || sentence.boilerplate || outcomes.length > 0
        ? null
        : clauses.length === 0
          ? NO_CLAUSE
          : TAKEN_IN,
    dropped: lost,
  }
}

function explainClause(
  { index, tokens, relation, marker, verb, subject }: Clause,
  span: Span,
  outcomes: readonly ClauseOutcome[],
  wordsOf: (range: TokenRange) => string,
): ClauseExplanation {
  const own = outcomes.filter(({ clause }) => clause === index)
  const fate = own.find(({ reason }) => reason === null) ?? own[0]
  return {
    span,
    text: wordsOf(tokens),
    relation,
    marker,
    verb: verb?.lemma ?? null,
    passive: verb?.passive ?? false,
    negated: verb?.negated ?? false,
    subject: subject && verb ? wordsOf(subject) : null,
    frame: fate?.frame ?? null,
    dropped: fate?.reason ? DROP_REASONS[fate.reason] : null,
    near: fate?.near ?? [],
  }
}

const explainAttribution = (
  { source, cue, cueKind, content }: AttributionMention,
  text: string,
): AttributionExplanation => ({
  source: source && text.slice(...source),
  cue: text.slice(...cue),
  kind: cueKind,
  content: content.map(span => text.slice(...span)),
})

/** Drafts whose words lie in no claim of the record: two drafts of one event become one claim, which covers both. */
const lostDrafts = (
  outcomes: readonly ClauseOutcome[],
  claims: readonly Claim[],
  text: string,
): SentenceExplanation['dropped'] =>
  outcomes.flatMap(({ span, frame }) =>
    span === null ||
    frame === null ||
    claims.some(claim => claim.type === frame.type && claim.span[0] <= span[0] && claim.span[1] >= span[1])
      ? []
      : [{ text: text.slice(...span), type: frame.type, why: SAID_BEFORE }],
  )
