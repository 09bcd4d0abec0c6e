import type { Claim, ClaimPlace } from '#domain'
import { trim } from './attribution-parts.ts'
import type { Context, SentenceState } from './claim-context.ts'
import { figuresOf } from './claim-figures.ts'
import type { Holding } from './claim-holding.ts'
import type { ClaimDraft } from './claim-merge.ts'
import { placesOf } from './claim-places.ts'
import { fillSlots } from './claim-slots.ts'
import { claimTokens, spanOfTokens } from './claim-span.ts'
import { timeOf } from './claim-times.ts'
import type { TypedFrame } from './claim-types.ts'
import type { ClauseView } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { TokenRange } from './document.ts'
import { isAgainstInterest } from './interest.ts'
import { stanceOf } from './polarity.ts'

/** The tokens of the claim, with the condition or the clause it introduces taken in. */
export function widen(
  context: Context,
  clause: Clause,
  view: ClauseView,
  holding: Holding,
  condition: Clause | 'is-condition' | null,
  skipped: Set<number>,
): TokenRange | null {
  const { document } = context.findings
  const range = claimTokens(document, view, holding.content, context.hidden)
  if (!range) return null
  let [from, to] = range
  if (condition && condition !== 'is-condition') {
    const limit: TokenRange = holding.content ?? context.sentence.tokens
    from = Math.max(limit[0], Math.min(from, condition.tokens[0]))
    to = Math.min(limit[1], Math.max(to, condition.tokens[1]))
    skipped.add(condition.index)
  }
  const next = context.clauses[clause.index + 1]
  if (next && view.predicate?.lemma === 'be' && introduces(clause, next)) {
    skipped.add(next.index)
    to = Math.max(to, Math.min(next.tokens[1], holding.content?.[1] ?? next.tokens[1]))
    const further = context.clauses[next.index + 1]
    if (further?.inherits && further.relation === 'coordinate') {
      skipped.add(further.index)
      to = Math.max(to, further.tokens[1])
    }
  }
  const before = context.clauses[clause.index - 1]
  if (
    before &&
    clause.relation === 'complement' &&
    before.verb?.lemma === 'be' &&
    context.certainties[before.index]?.words !== null &&
    !context.attributions.some(attribution => attribution.clause === before.index)
  ) {
    from = Math.min(from, Math.max(before.tokens[0], holding.content?.[0] ?? before.tokens[0]))
  }
  return trim(document.tokens, [from, to])
}

const introduces = (clause: Clause, next: Clause): boolean =>
  next.relation === 'complement' || (next.marker === 'before' && clause.verb?.lemma === 'be')

export function draftOf(
  context: Context,
  view: ClauseView,
  typed: TypedFrame,
  holding: Holding,
  range: TokenRange,
  state: SentenceState,
): ClaimDraft {
  const { findings, theatre, sentence } = context
  const { document } = findings
  const span = spanOfTokens(document, range)
  const roles = typed.frame.roles ?? 'subject'
  const { type } = typed
  const slots = fillSlots({ findings, view, type, roles, holder: holding.holder, theatre, lastAgent: state.agent })
  const stance = holding.stance ?? stanceOf(document, view.clause, type)
  const places = placesOf(findings, view, type, state.places)
  const { party: _party, ...holder } = holding.holder
  return {
    type,
    span,
    text: document.report.text.slice(...span),
    holder,
    chain: holding.chain,
    stance,
    ...certaintyOf(context, view, holding),
    ...slots,
    places,
    time: timeOf(findings, view, type, holding.saying),
    figures: figuresOf(findings, view, type, inRange(range)),
    againstInterest: isAgainstInterest({ type, stance, camp: holder.camp, ...slots }, theatre),
    confidence: trustIn(typed, slots, holding, places),
    notes: [],
    sentence: sentence.index,
    headline: sentence.kind === 'headline',
    clause: view.clause.index,
    strength: typed.strength,
  }
}

const inRange = ([from, to]: TokenRange): readonly number[] =>
  Array.from({ length: to - from }, (_, step) => from + step)

/** The reader's trust in its own reading: how telling the frame is, and how many of its slots stand in the text. */
function trustIn(
  typed: TypedFrame,
  slots: Pick<Claim, 'agent' | 'target'>,
  holding: Holding,
  places: readonly ClaimPlace[],
): number {
  const filled =
    (slots.agent === null ? 0 : 0.15) +
    (slots.target === null ? 0 : 0.1) +
    (places.some(place => !place.carried) ? 0.05 : 0)
  const clear = holding.holder.kind === 'unnamed' ? 0 : 0.1
  return Math.round(Math.min(1, typed.strength * 0.6 + filled + clear) * 100) / 100
}

/** The hedge of the clause; without one, a verb of claiming over it leaves it unverified. */
function certaintyOf(
  context: Context,
  view: ClauseView,
  holding: Holding,
): Pick<ClaimDraft, 'certainty' | 'certaintyWords' | 'certaintyScale'> {
  const own = context.certainties[view.clause.index]
  if (own && own.words !== null)
    return { certainty: own.certainty, certaintyWords: own.words, certaintyScale: own.scale }
  const certainty = holding.claimed === null ? 'stated' : 'unverified'
  return { certainty, certaintyWords: holding.claimed, certaintyScale: null }
}
