import type { Theatre } from '#domain'
import { cueKindOf } from './attribution-parts.ts'
import type { Context, SentenceState } from './claim-context.ts'
import { claimDenied, denialOf } from './claim-denial.ts'
import { deniedAct } from './claim-denied-act.ts'
import { draftOf, widen } from './claim-draft.ts'
import { isWantedOf } from './claim-fallback.ts'
import { asSpeechAct, holderOf, holdingOf, personOf } from './claim-holding.ts'
import { leadFrom, leadInto } from './claim-lead.ts'
import type { ClaimDraft } from './claim-merge.ts'
import { governsAct } from './claim-modality.ts'
import type { DropReason, Trace } from './claim-trace.ts'
import { type TypedFrame, typeClause } from './claim-types.ts'
import { type ClauseView, type Findings, inSentence, viewClause } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { DocumentSentence, Token } from './document.ts'
import { nearFrames } from './frames.ts'
import { weighClauses } from './hedges.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { INTENT_NOUNS } from './lexicon/frames-assessment.ts'
import type { SentenceParts } from './sentence-parts.ts'
import { isAskedOf, isKeptBack, isSilence } from './silence.ts'

/** How many speakers back "the ministry" and "it" are looked for. */
const KEPT_HOLDERS = 40

/** Reads the claims of one sentence and what it hands on to the next. */
export function readSentence(
  whole: Findings,
  parts: SentenceParts,
  sentence: DocumentSentence,
  state: SentenceState,
  theatre: Theatre,
  trace: Trace | null = null,
): { drafts: readonly ClaimDraft[]; state: SentenceState } {
  const holders = state.holders.slice(-KEPT_HOLDERS)
  const context = { ...contextOf(whole, parts, sentence, state, holders, theatre), trace }
  const drafts: ClaimDraft[] = []
  let { places, agent, claim } = state
  const lead = leadInto(context, state.lead)
  const skipped = new Set<number>()
  for (const clause of context.clauses) {
    if (isPassedOver(context, clause, skipped)) continue
    const now: SentenceState = { ...state, places, holders, agent, claim, lead }
    const draft =
      denialOf(context, clause, now) ?? deniedAct(context, clause, now) ?? readClause(context, clause, now, skipped)
    if (!draft) continue
    // "…, which is not true, X said": the denial takes the place of what it denies.
    if (draft.clause < clause.index && drafts.at(-1)?.clause === draft.clause) drafts.pop()
    const own = withBeside(context, clause, draft, now)
    drafts.push(...own)
    tell(trace, own)
    claim = draft
    agent = draft.agent ?? agent
    if (draft.places.some(place => place.role === 'at' && place.precision !== 'country')) places = draft.places
  }
  if (drafts.length === 0) {
    drafts.push(...modifierClaims(context, { ...state, holders, lead }))
    tell(trace, drafts)
  }
  const last = context.attributions.find(attribution => attribution.holder)?.holder ?? null
  const { person: before, outlet: home } = state
  const look = { theatre, actors: whole.actors, earlier: holders, person: before, country: null, home }
  const person = personOf(whole, context.clauses, look)
  const next = leadFrom(context, state) ?? lead
  return { drafts, state: { ...state, holders, places, last, person, agent, claim, lead: next, fresh: last !== null } }
}

/** A claim with the aim told beside it and, of a denial, with what is denied. */
function withBeside(context: Context, clause: Clause, draft: ClaimDraft, now: SentenceState): readonly ClaimDraft[] {
  const aim = aimBeside(context, clause, draft, { ...now, agent: draft.agent ?? now.agent })
  return [draft, aim, claimDenied(context, clause, draft, now)].filter(each => each !== null)
}

function contextOf(
  whole: Findings,
  parts: SentenceParts,
  sentence: DocumentSentence,
  state: SentenceState,
  holders: ResolvedHolder[],
  theatre: Theatre,
): Omit<Context, 'trace'> {
  const clauses = parts.clauses[sentence.index] ?? []
  const attributions = (parts.attributions[sentence.index] ?? [])
    .filter(attribution => attribution.cueKind !== 'object')
    .map(attribution => ({ ...attribution, holder: holderOf(whole, attribution, holders, theatre, state) }))
  const hedges = parts.hedges.filter(hedge => hedge.sentence === sentence.index)
  return {
    findings: inSentence(whole, sentence.index),
    whole,
    sentence,
    clauses,
    attributions,
    certainties: weighClauses(clauses, hedges, whole.document.report.text),
    hidden: attributions
      .filter(({ cueKind }) => cueKind === 'source')
      .map(({ cueTokens, sourceTokens }) => [cueTokens[0], sourceTokens?.[1] ?? cueTokens[1]] as const),
    theatre,
  }
}

/** True for a clause that is no claim of its own because of the one it belongs to. */
function isPassedOver(context: Context, clause: Clause, skipped: ReadonlySet<number>): boolean {
  const reason = skipped.has(clause.index) ? 'taken-in' : isModifier(context, clause) ? 'modifier' : null
  if (reason) drop(context, clause, reason)
  return reason !== null
}

function tell(trace: Trace | null, drafts: readonly ClaimDraft[]): void {
  for (const { sentence, clause, type, strength, span } of drafts)
    trace?.({ sentence, clause, frame: { type, strength }, span, reason: null, near: [] })
}

/** Null, for a clause that states no claim, with the reason told to whoever asks. */
function drop(
  { trace, sentence }: Context,
  clause: Clause,
  reason: DropReason,
  typed?: TypedFrame,
  view?: ClauseView,
): null {
  const frame = typed ? { type: typed.type, strength: typed.strength } : null
  const near = trace && view ? nearFrames(view) : []
  trace?.({ sentence: sentence.index, clause: clause.index, frame, span: null, reason, near })
  return null
}

/** The claim of a clause, or null. Clauses that it takes in are added to `skipped`. */
function readClause(context: Context, clause: Clause, state: SentenceState, skipped: Set<number>): ClaimDraft | null {
  const { findings } = context
  if (context.attributions.some(attribution => attribution.clause === clause.index && attribution.cueKind !== 'source'))
    return drop(context, clause, 'speech')
  if (isQuestion(context, clause) || isAskedOf(clause)) return drop(context, clause, 'question')
  if (isSilence(findings.document, clause)) return drop(context, clause, 'silence')
  const condition = conditionOf(context.clauses, clause)
  if (condition === 'is-condition') return drop(context, clause, 'condition')
  const plain = viewClause(findings, context.clauses, clause, context.hidden)
  const holding = holdingOf(context, clause, state, plain)
  const own = typeClause(findings, plain, holding.holder, condition !== null, context.clauses)
  const aim = own ? null : aimOf(context, clause, holding.holder)
  const view = aim?.view ?? plain
  const typed = own ?? aim?.typed
  if (!typed) return drop(context, clause, 'no-frame', undefined, view)
  if (!isRelevant(findings, view, typed, holding.holder)) return drop(context, clause, 'not-of-the-war', typed)
  const acted = asSpeechAct(context, view, typed, holding, state)
  const range = widen(context, clause, view, acted, condition, skipped)
  return range && range[1] - range[0] > 1
    ? draftOf(context, view, typed, acted, range, state)
    : drop(context, clause, 'single-word', typed)
}

/** "renewed efforts to encircle X": what is aimed at under a verb that says nothing by itself; null where nothing is. */
function aimOf(
  { findings, clauses, hidden }: Context,
  clause: Clause,
  holder: ResolvedHolder,
): { view: ClauseView; typed: TypedFrame } | null {
  if (clause.verb && cueKindOf(clause.verb.lemma) !== null && clause.verb.lemma !== 'deny') return null
  for (const group of clause.complements) {
    if (isWantedOf(findings.document.tokens, clause, group)) continue
    const view = viewClause(findings, clauses, clause, hidden, group)
    const typed = typeClause(findings, view, holder, false, clauses)
    if (typed?.type === 'assessment.intent') return { view, typed }
  }
  return null
}

const DONE = /^(?:combat|control|harm)\./

/** "conducted an assault, likely *to secure the road*": the aim of an act told in its own words; null where there is none. */
function aimBeside(context: Context, clause: Clause, act: ClaimDraft, state: SentenceState): ClaimDraft | null {
  const { tokens } = context.findings.document
  if (!DONE.test(act.type) || act.stance !== 'asserts' || governsAct(clause.verb?.lemma ?? '')) return null
  const first = clause.complements.find(
    ({ kind, tokens: [from] }) =>
      kind === 'infinitive' && isPurpose(tokens, clause, from) && !isAttempted(tokens, from),
  )
  if (!first || !clause.verb) return null
  const view = viewClause(context.findings, context.clauses, clause, context.hidden, first)
  const holding = holdingOf(context, clause, state, view)
  const found = typeClause(context.findings, view, holding.holder, false, context.clauses)
  if (!found || !(DONE.test(found.type) || found.type.startsWith('assessment.'))) return null
  const typed = { ...found, type: 'assessment.intent' as const }
  const draft = draftOf(context, view, typed, holding, [first.tokens[0] - 1, clause.tokens[1]], state)
  return { ...draft, agent: draft.agent ?? act.agent, figures: [] }
}

/** "repelled their attempts *to take* X": what others are after belongs to the noun, not to this act. */
const isAttempted = (tokens: readonly Token[], from: number): boolean => INTENT_NOUNS.has(tokens[from - 2]?.lemma ?? '')

/** True for an infinitive that tells what the whole act is for: behind "in order", "likely" or a phrase of the act, not behind its verb. */
function isPurpose(tokens: readonly Token[], { verb, tokens: range }: Clause, from: number): boolean {
  if (!verb || tokens[from - 1]?.lower !== 'to' || from - 1 <= verb.tokens[1] || from >= range[1]) return false
  const before = tokens[from - 2]
  if (before?.lower === 'order' && tokens[from - 3]?.lower === 'in') return true
  return (
    before?.lower === 'likely' || before?.lower === 'reportedly' || ['noun', 'name', 'num'].includes(before?.tag ?? '')
  )
}

/** A sentence that tells nothing else of the war tells what was done by somebody to a thing it names: "tanks *captured by X*". */
function modifierClaims(context: Context, state: SentenceState): readonly ClaimDraft[] {
  const { tokens } = context.findings.document
  const by = ({ verb, tokens: [, to] }: Clause): boolean =>
    verb?.passive === true && tokens.slice(verb.tokens[1], to).some(token => token.lower === 'by')
  return context.clauses
    .filter(clause => isModifier(context, clause) && by(clause))
    .map(clause => readClause(context, clause, state, new Set()))
    .filter(draft => draft !== null)
}

/** "the two missiles *launched at X* were shot down": a participle inside another clause only tells which ones are meant. */
const isModifier = ({ clauses, findings }: Context, clause: Clause): boolean =>
  clause.relation === 'participle' &&
  !AIMED.has(clause.verb?.lemma ?? '') &&
  findings.document.tokens[clause.tokens[0] - 1]?.form !== ',' &&
  clauses.some(
    other =>
      other !== clause &&
      other.tokens[0] < clause.tokens[0] &&
      other.tokens[1] > clause.tokens[1] &&
      other.verb !== null &&
      other.verb.head >= clause.tokens[1],
  )

/** "an invasion *aimed at* the fall of X": what an act is for is told for itself. */
const AIMED = new Set(['aim', 'design', 'intend', 'mean', 'calculate'])

/** A question asserts nothing, unless somebody is said to put it. */
const isQuestion = ({ findings, sentence, attributions, clauses }: Context, clause: Clause): boolean =>
  (attributions.length === 0 &&
    findings.document.tokens[sentence.tokens[1] - 1]?.form === '?' &&
    clause.relation !== 'verbless') ||
  clause.marker === 'whether' ||
  clause.marker === 'why' ||
  isUnsaid(clauses[clause.index - 1], clause)

/** "did not say which weapon had been used", "declined to say how": what is left open is told by nobody. */
const isUnsaid = (before: Clause | undefined, clause: Clause): boolean =>
  !!before?.verb &&
  ((before.verb.negated && cueKindOf(before.verb.lemma) !== null) || isKeptBack(before.verb.lemma)) &&
  ['which', 'what', 'who', 'how', 'when', 'where'].includes(clause.marker ?? '')

/** The clause of an "if" that this clause depends on, `is-condition` for the "if" itself, null for neither. */
function conditionOf(clauses: readonly Clause[], clause: Clause): Clause | 'is-condition' | null {
  const isIf = (other: Clause | undefined): boolean =>
    other !== undefined && (other.marker === 'if' || other.marker === 'unless')
  if (isIf(clause)) return 'is-condition'
  const before = clauses[clause.index - 1]
  const after = clauses[clause.index + 1]
  if (isIf(before) && before) return before
  if (isIf(after) && after && after.marker === 'if') return after
  return null
}

/** What one in office says of what must be or will be is on the matter of the report, whomever it names. */
const isOfficialWord = ({ type, strength }: TypedFrame, holder: ResolvedHolder): boolean =>
  (type === 'politics.position' || type === 'assessment.forecast') &&
  strength >= 0.5 &&
  ['official', 'government', 'organisation'].includes(holder.kind)

/** A weak match counts only where the clause names somebody or somewhere of the war. */
function isRelevant(findings: Findings, view: ClauseView, typed: TypedFrame, holder: ResolvedHolder): boolean {
  if (isOfficialWord(typed, holder)) return true
  const named = ['@party', '@actor', '@state', '@person', '@named', '@forces', '@country', '@arm'].some(tag =>
    view.all.has(tag),
  )
  if (named) return true
  if (typed.strength < 0.5) return false
  return (
    [
      '@military',
      '@people',
      '@forces',
      '@munition',
      '@remote',
      '@ground',
      '@deal',
      '@sanction',
      '@object',
      '@killedNoun',
      '@place',
      '@personnel',
      '@trade',
      '@money',
      '@evaluate',
      '@number',
    ].some(tag => view.all.has(tag)) || view.subjectTokens.some(at => findings.document.tokens[at]?.tag === 'pron')
  )
}
