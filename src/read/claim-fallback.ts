import { cueKindOf } from './attribution-parts.ts'
import { modalOf } from './claim-modality.ts'
import type { ClauseView, Findings } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { Token } from './document.ts'
import type { Frame } from './frame.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { PREPOSITION_CUES } from './lexicon/cues.ts'
import { STAND_TAKERS, STAND_VERBS } from './lexicon/stand-verbs.ts'
import type { VerbGroup } from './verb-group.ts'

const POSITION: Frame = { type: 'politics.position', verb: '*', strength: 0.62 }
const MOMENTUM: Frame = { type: 'assessment.momentum', verb: '*', strength: 0.5 }

const any = (view: ClauseView, where: 'subject' | 'object' | 'after' | 'all', ...tags: readonly string[]): boolean =>
  tags.some(tag => view[where].has(tag))

/** Whom or what a stand is about for it to be one on the war. */
export const MATTERS: readonly string[] = [
  '@party',
  '@actor',
  '@state',
  '@person',
  '@military',
  '@forces',
  '@deal',
  '@sanction',
  '@aid',
  '@country',
]

/** "Xi *endorsed* the plan", "the ministry *looks forward* to talks": a stand of whoever acts, whatever its verb; null where nobody takes one. */
export function standFrame(findings: Findings, view: ClauseView): Frame | null {
  const { verb } = view
  if (verb === null || view.passive || !any(view, 'all', ...MATTERS)) return null
  const first = view.clause.verb?.lemma ?? verb
  const stands =
    STAND_VERBS.has(verb) ||
    STAND_VERBS.has(first) ||
    STAND_VERBS.has(verb.split(' ')[0] ?? '') ||
    standsFor(findings, view) ||
    view.clause.complements.some(group => isWantedOf(findings.document.tokens, view.clause, group))
  if (!stands || any(view, 'subject', '@forces')) return null
  const somebody =
    any(view, 'subject', '@actor', '@party', '@person', '@name') ||
    [...view.subject].some(word => STAND_TAKERS.has(word.replace(/^(?:ex|vice|co)-/, '')))
  return somebody ? POSITION : null
}

/** "want *them* to leave": what one wants another to do is a stand, and no aim of one's own. */
export function isWantedOf(tokens: readonly Token[], { verb }: Clause, group: VerbGroup): boolean {
  if (!verb || !WANTING.has(verb.lemma) || group.kind !== 'infinitive') return false
  return tokens
    .slice(verb.tokens[1], group.tokens[0])
    .some(({ tag }) => tag === 'noun' || tag === 'name' || tag === 'pron')
}
/** The frame of a clause, save that an aim is a stand where another is wanted to act. */
export const asWanted = (
  { document: { tokens } }: Findings,
  { clause }: ClauseView,
  frame: Frame | null,
): Frame | null =>
  frame?.type === 'assessment.intent' && clause.complements.some(group => isWantedOf(tokens, clause, group))
    ? { ...POSITION, strength: 0.66 }
    : frame
const WANTING = new Set(['want', 'wish', 'expect', 'need', 'ask', 'like', 'prefer'])

/** "*pushed for* a ban", "*spoke against* it": a verb that judges or wants with the preposition behind it. */
function standsFor({ document: { tokens } }: Findings, { predicate }: ClauseView): boolean {
  if (!predicate) return false
  const next = tokens[predicate.tokens[1]]?.lower ?? ''
  return PREPOSITION_CUES.get(predicate.lemma.split(' ')[0] ?? '')?.has(next) ?? false
}

/** Verbs under which forces do nothing that says how they fare. */
const IDLE = new Set(
  'say report publish post release verify observe assess update know think believe watch wait speak call ask tell see hear read write show state note live learn come look sleep eat'.split(
    ' ',
  ),
)
const COMING = new Set(['will', "'ll", 'shall', 'would', "'d", 'may', 'might', 'must', 'should'])
const FIELD_WORDS = [
  '@forces',
  '@ground',
  '@remote',
  '@munition',
  '@equipment',
  '@evaluate',
  '@personnel',
  '@supply',
  '@arm',
  '@attack',
]

/**
 * "Russian forces remain much larger", "the failure deprives them of …": how forces, an operation or a capability fare,
 * in the words of whoever judges it; null for anything else.
 */
export function fareFrame(findings: Findings, view: ClauseView, holder: ResolvedHolder): Frame | null {
  const { verb } = view
  if (verb === null || IDLE.has(verb) || cueKindOf(view.clause.verb?.lemma ?? '') !== null) return null
  if (isOwnVoice(findings, view, holder) || COMING.has(modalOf(view) ?? '')) return null
  const side = any(view, 'all', '@party', '@forces', '@state', '@actor') || any(view, 'subject', '@evaluate')
  if (!side) return null
  const forces = any(view, 'subject', '@forces')
  const course =
    any(view, 'subject', '@evaluate', '@ground', '@attack') && any(view, 'all', '@party', '@state', '@forces')
  const state = any(view, 'subject', '@party') && any(view, 'after', ...FIELD_WORDS)
  const upon = any(view, 'object', '@forces', '@evaluate') && any(view, 'all', '@party', '@state')
  return forces || course || state || upon ? MOMENTUM : null
}

/** "We have updated our map", "ISW cannot verify it": what an outlet says of itself. */
const isOwnVoice = (findings: Findings, view: ClauseView, holder: ResolvedHolder): boolean =>
  holder.span === null &&
  (any(view, 'subject', 'we', 'i') ||
    findings.actors.some(({ name, tokens }) => name === holder.name && view.subjectTokens.includes(tokens[0])))
