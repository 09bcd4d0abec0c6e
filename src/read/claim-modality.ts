import type { ClauseView } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { Token } from './document.ts'
import { CARRIER_VERBS, INTENT_NOUNS, INTENT_VERBS } from './lexicon/frames-assessment.ts'
import type { VerbGroup } from './verb-group.ts'

/**
 * Whether an act is told as done. `intended`: somebody is after it; `failed`: it was tried in vain; `prospective`: it has
 * not come yet ("before they take X"); `wanted`: asked of somebody; `told`: none of these.
 */
export type Modality = 'told' | 'intended' | 'failed' | 'prospective' | 'wanted'

const FAILING = new Set('fail unable struggle incapable powerless refuse'.split(' '))
const ASKING = new Set('call appeal demand plea urge ask request need require order tell'.split(' '))
/** What one wants another to do is asked of him ("want *them* to leave"); what one wants to do oneself is an aim. */
const WANTING = new Set('want wish expect prefer like'.split(' '))
/** What these govern is what happens or happened ("managed to take", "was forced to leave", "helped to hold"). */
const FACTUAL = new Set(
  `manage begin start continue force help allow cease stop appear seem tend happen proceed come go keep able compel cause enable remain likely
   get make resume prove say report believe think know claim allege understand rumour rumor move set oblige enough let see hear watch have`.split(
    /\s+/,
  ),
)
/** Nouns of what may be done; the act under them is neither done nor meant. */
const POTENTIAL = new Set(
  'ability capability capacity opportunity chance right power potential willingness readiness'.split(' '),
)

/** The modality of the act a clause tells, by the word that governs its verb. */
export function modalityOf(tokens: readonly Token[], clauses: readonly Clause[], view: ClauseView): Modality {
  const verb = view.predicate
  if (!verb) return 'told'
  if (isInVain(tokens, view)) return 'failed'
  const carried = carriedBy(view)
  if (carried !== 'told') return carried
  if (isProspective(view)) return 'prospective'
  const first = infinitiveOf(tokens, clauses, view.clause, verb)
  if (first) return governed(tokens, clauses, view, first)
  return verb.kind === 'gerund' ? governedGerund(tokens, verb) : 'told'
}

/** True for a verb whose infinitive is what it asks for, lets happen or fails at, and no aim beside its own act. */
export const governsAct = (lemma: string): boolean =>
  FAILING.has(lemma) || ASKING.has(lemma) || FACTUAL.has(lemma) || CARRIER_VERBS.has(lemma) || INTENT_VERBS.has(lemma)

/** "*unsuccessfully* attempted to advance", "tried *in vain* to hold it". */
const isInVain = (tokens: readonly Token[], { carriers, own }: ClauseView): boolean =>
  carriers.some(carrier => INTENT_VERBS.has(carrier.lemma)) &&
  own.some(
    at => tokens[at]?.lower === 'unsuccessfully' || (tokens[at]?.lower === 'vain' && tokens[at - 1]?.lower === 'in'),
  )

/** "is trying to take", "failed to take": the verbs over the predicate, the innermost first. */
function carriedBy(view: ClauseView): Modality {
  for (const carrier of view.carriers.toReversed()) {
    if (FAILING.has(carrier.lemma) || (carrier.negated && carrier.lemma === 'manage')) return 'failed'
    if (INTENT_VERBS.has(carrier.lemma)) return 'intended'
  }
  return 'told'
}

/** "before they capture X": what is told in the present behind "before" or "until" has not happened. */
const isProspective = ({ clause, predicate }: ClauseView): boolean =>
  (clause.marker === 'before' || clause.marker === 'until' || clause.marker === 'unless') &&
  predicate !== null &&
  predicate.kind === 'finite' &&
  predicate.tense !== 'past' &&
  predicate.lemma !== 'be'

/** The infinitive the predicate is, or is joined to ("to encircle and *capture* X"); null for any other verb. */
function infinitiveOf(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  clause: Clause,
  verb: VerbGroup,
): VerbGroup | null {
  if (verb.kind === 'infinitive') return verb
  const head = tokens[verb.head]
  const joint = tokens[verb.tokens[0] - 1]
  const bare = head?.verbForm === 'base' && !verb.auxiliary && verb.kind === 'finite'
  if (!bare || !clause.inherits || !joint || !(joint.tag === 'conj' || joint.form === ',' || joint.tag === 'adv'))
    return null
  const before = clauses[clause.index - 1]
  const last = before && (before.complements.at(-1) ?? before.verb)
  if (!before || !last) return null
  if (last.kind === 'infinitive') return last
  return infinitiveOf(tokens, clauses, before, last)
}

/** What the word before "to" makes of an infinitive: a noun or verb of aim, of failure, or none, which leaves a purpose. */
function governed(tokens: readonly Token[], clauses: readonly Clause[], view: ClauseView, first: VerbGroup): Modality {
  let at = first.tokens[0] - 1
  while (at > 0 && (tokens[at]?.tag === 'adv' || tokens[at]?.lower === 'not')) at--
  if (tokens[at]?.lower !== 'to') return 'told'
  at--
  if (FIRST.has(tokens[at]?.lower ?? '')) return 'told'
  while (at > 0 && tokens[at]?.tag === 'adv') at--
  const governor = tokens[at]
  if (!governor || governor.sentence !== tokens[first.head]?.sentence) return 'intended'
  const over = headBefore(tokens, clauses, at)
  if (FAILING.has(governor.lemma)) return 'failed'
  if (ASKING.has(over) || (WANTING.has(over) && governor.tag !== 'verb')) return 'wanted'
  if (INTENT_NOUNS.has(governor.lemma) || INTENT_VERBS.has(governor.lemma) || INTENT_VERBS.has(over)) return 'intended'
  if (POTENTIAL.has(governor.lemma)) return 'wanted'
  if (FAILING.has(over)) return 'failed'
  if (FACTUAL.has(governor.lemma) || FACTUAL.has(over) || view.carriers.length > 0) return 'told'
  if (governor.tag === 'num' || governor.tag === 'adj' || FIRST.has(governor.lower)) return 'told'
  return 'intended'
}
const FIRST = new Set(['first', 'last', 'only', 'enough', 'yet', 'next'])

/** The lemma of the verb whose object ends just before the infinitive ("forced *troops* to …"), else empty. */
function headBefore(tokens: readonly Token[], clauses: readonly Clause[], at: number): string {
  const groups = clauses.flatMap(clause => [...(clause.verb ? [clause.verb] : []), ...clause.complements])
  const last = groups.filter(group => group.tokens[1] <= at + 1).at(-1)
  if (!last || tokens[last.head]?.sentence !== tokens[at]?.sentence) return ''
  return last.tokens[1] === at + 1 || at - last.tokens[1] <= 4 ? (last.lemma.split(' ')[0] ?? '') : ''
}

/** "aimed at capturing", "in the hope of taking", "the aim of seizing", "focus on completing". */
function governedGerund(tokens: readonly Token[], verb: VerbGroup): Modality {
  const joint = tokens[verb.tokens[0] - 1]
  if (!joint || !['at', 'of', 'on', 'for', 'from', 'towards', 'toward'].includes(joint.lower)) return 'told'
  const governor = tokens[verb.tokens[0] - 2]
  if (!governor) return 'told'
  if (INTENT_NOUNS.has(governor.lemma) || GERUND_AIMS.has(governor.lemma)) return 'intended'
  return 'told'
}
const GERUND_AIMS = new Set(
  'aim hope purpose intention target objective focus concentrate intent view bent plan mission task'.split(' '),
)

/** The modal over a predicate or over a verb that carries it ("will", "may"), or null. */
export const modalOf = (view: ClauseView): string | null => whole(firstModal(view))

const firstModal = (view: ClauseView): string | null =>
  [...view.carriers, ...(view.predicate ? [view.predicate] : []), ...(view.clause.verb ? [view.clause.verb] : [])].find(
    group => group.modal !== null,
  )?.modal ?? null

/** A modal in full: "won't" and "'ll" are "will". */
const whole = (modal: string | null): string | null =>
  modal === 'wo' || modal === "'ll" || modal === '’ll' ? 'will' : modal === 'ca' ? 'can' : modal
