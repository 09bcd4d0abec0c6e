import type { ClaimType } from '#domain'
import { defaultFrame } from './claim-defaults.ts'
import { modalityOf, modalOf } from './claim-modality.ts'
import type { ClauseView, Findings } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { Frame } from './frame.ts'
import { matchFrame } from './frames.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { INTENT_NOUNS, INTENT_VERBS } from './lexicon/frames-assessment.ts'

/** A frame with the type it has once tense, intention and condition are weighed. */
export interface TypedFrame {
  readonly type: ClaimType
  readonly frame: Frame
  /** Of the frame, lowered where it was a default; 0–1. */
  readonly strength: number
}

const FIELD = new Set(['control', 'combat', 'harm'])

/** The type of a clause by its best frame and the three boundaries of the codebook; null when it says nothing of the war. */
export function typeClause(
  findings: Findings,
  view: ClauseView,
  holder: ResolvedHolder,
  conditional: boolean,
  clauses: readonly Clause[],
): TypedFrame | null {
  const frame = isCallTo(findings, view)
    ? CALL
    : isDelivery(view)
      ? DELIVERY
      : (matchFrame(view) ?? defaultFrame(findings, view, holder, conditional))
  if (!frame || isBackground(view, frame) || isForeignToAid(view, frame) || isUntold(view, frame)) return null
  // A judgement in the report's own words is no stand of an actor.
  if (frame.type === 'politics.position' && frame.strength <= 0.6 && holder.span === null && !isAttitude(view))
    return null
  if (frame.type === 'assessment.forecast' && view.verb === 'risk' && view.clause.relation === 'gerund') return null
  if (isWish(findings, view, frame, clauses)) return null
  const type = isLeak(holder) ? 'politics.disclosure' : settleType(findings, view, frame, holder, conditional, clauses)
  return {
    type,
    frame:
      type.startsWith('assessment') && frame.roles !== undefined && frame.roles !== 'repelled'
        ? { ...frame, roles: 'subject' }
        : frame,
    strength: frame.strength,
  }
}

/** "was held by …" tells how it was once; who holds a place now is told in the present or the perfect. */
const isBackground = ({ predicate, passive }: ClauseView, { type }: Frame): boolean =>
  type === 'control.held' && passive && predicate !== null && predicate.tense === 'past' && !predicate.perfect

/** "X to shelter 20 people": harm that nobody suffered yet is no intent of a party. */
const isWish = (findings: Findings, view: ClauseView, frame: Frame, clauses: readonly Clause[]): boolean =>
  frame.type === 'harm.casualties' &&
  !view.subject.has('@party') &&
  !view.subject.has('@forces') &&
  modalityOf(findings.document.tokens, clauses, view) === 'intended'

/** "without taking X": told as not done. */
function isUntold({ clause }: ClauseView, { type }: Frame): boolean {
  if (clause.relation !== 'gerund' || !FIELD.has(type.slice(0, type.indexOf('.')))) return false
  return clause.marker === 'without' || clause.marker === 'despite'
}

/** "before launching Y" under a verb that tells no past. */
const isToCome = (clause: Clause, clauses: readonly Clause[]): boolean =>
  clause.relation === 'gerund' && clause.marker === 'before' && clauses[clause.index - 1]?.verb?.tense !== 'past'

const ATTITUDES =
  'concern concerned worried committed opposed against grateful willing alarmed united determined disappointed convinced confident'
const isAttitude = (view: ClauseView): boolean => ATTITUDES.split(' ').some(word => view.all.has(word))

/** Troops who send or strengthen something give no aid. */
const isForeignToAid = (view: ClauseView, { type }: Frame): boolean =>
  type === 'politics.aid' && view.subject.has('@forces') && !view.subject.has('@actor') && !TAKING.has(view.verb ?? '')
const TAKING = new Set(['receive', 'get', 'need', 'obtain', 'ask', 'request', 'lack', 'use', 'buy'])

const DELIVERY: Frame = { type: 'politics.aid', verb: '*', strength: 0.84 }
const GIVING = new Set(['send', 'deliver', 'supply', 'transfer', 'provide', 'give', 'ship', 'donate', 'hand over'])
/** Arms that a state which does not fight sends to one that does are aid, not a deployment or a strike. */
const isDelivery = (view: ClauseView): boolean =>
  GIVING.has(view.verb ?? '') &&
  view.subject.has('@actor') &&
  !view.subject.has('@party') &&
  view.after.has('@party') &&
  ['@arm', '@equipment', '@munition', '@aid'].some(tag => view.object.has(tag))

const CALL: Frame = { type: 'politics.position', verb: '*', strength: 0.7 }
/** "… call on X to withdraw": an infinitive under a noun of asking is asked for, not done. */
const isCallTo = (findings: Findings, view: ClauseView): boolean =>
  view.clause.verb?.kind === 'infinitive' &&
  view.subjectTokens.some(at =>
    ['call', 'calls', 'appeal', 'demand', 'plea', 'urge', 'urges'].includes(findings.document.tokens[at]?.lower ?? ''),
  )

const isLeak = (holder: ResolvedHolder): boolean => holder.name.startsWith('leaked ')

function settleType(
  findings: Findings,
  view: ClauseView,
  frame: Frame,
  holder: ResolvedHolder,
  conditional: boolean,
  clauses: readonly Clause[],
): ClaimType {
  const family = frame.type.slice(0, frame.type.indexOf('.'))
  const unfinished = FIELD.has(family) ? typeOfUndone(findings, view, clauses, family) : null
  if (unfinished) return unfinished
  const modal = modalOf(view) ?? modalAbove(view.clause, clauses)
  const future =
    modal !== null && ['will', "'ll", 'shall', 'would', 'wo', "'d"].includes(modal) && !view.predicate?.perfect
  if (FIELD.has(family) || frame.type === 'assessment.momentum') {
    if (conditional) return 'assessment.forecast'
    if (future) return isOwnSide(findings, view, holder) ? 'assessment.intent' : 'assessment.forecast'
    if (isExpected(findings, view)) return 'assessment.forecast'
    if (
      FIELD.has(family) &&
      modal !== null &&
      ['could', 'may', 'might'].includes(modal) &&
      !view.predicate?.perfect &&
      isDynamic(findings, view)
    )
      return 'assessment.forecast'
    return frame.type
  }
  if (
    family === 'politics' &&
    (modal === 'may' || modal === 'might' || modal === 'could') &&
    frame.type !== 'politics.position'
  )
    return 'assessment.forecast'
  if (conditional && frame.type === 'politics.position' && holder.kind === 'outlet') return 'assessment.forecast'
  return frame.type
}

/** What an act of the field is when it is not told as done: meant, failed, expected or asked for; null when it is. */
function typeOfUndone(
  findings: Findings,
  view: ClauseView,
  clauses: readonly Clause[],
  family: string,
): ClaimType | null {
  if (hasProbability(findings, view)) return 'assessment.forecast'
  const modality = modalityOf(findings.document.tokens, clauses, view)
  if (modality === 'intended' || isIntended(findings, view)) return 'assessment.intent'
  if (modality === 'failed' && family !== 'harm') return 'assessment.momentum'
  if (modality === 'prospective' || isToCome(view.clause, clauses)) return 'assessment.forecast'
  return modality === 'wanted' ? 'politics.position' : null
}

/** A share put on an act that has not come ("… stands at 71 %", "…: 14 %") is its probability. */
function hasProbability(findings: Findings, view: ClauseView): boolean {
  const verb = view.predicate
  if (!verb || verb.tense === 'past' || verb.perfect || verb.kind === 'gerund') return false
  const { tokens } = findings.document
  return findings.quantities.some(({ measure, tokens: [from, to] }) => {
    if (measure !== 'share' && measure !== 'probability') return false
    const before = [tokens[from - 1], tokens[from - 2]].map(token => token?.lower ?? '')
    const noun = tokens[to]?.lower ?? ''
    const put = before[0] === ':' || before[0] === '(' || (before[0] === 'at' && PUT.has(tokens[from - 2]?.lemma ?? ''))
    const chance =
      CHANCES.has(noun) ||
      tokens
        .slice(Math.max(0, from - 14), from)
        .some(({ lemma, sentence }) => CHANCES.has(lemma) && sentence === verbSentence(findings, verb.head))
    return put || chance
  })
}
const PUT = new Set('stand put be price give set remain july june'.split(' '))
const CHANCES = new Set('chance probability likelihood odds forecast forecaster'.split(' '))
const verbSentence = (findings: Findings, at: number): number => findings.document.tokens[at]?.sentence ?? -1

/** "will be completed by defeating the enemy": a gerund is told in the mood of its main verb. */
const modalAbove = (clause: Clause, clauses: readonly Clause[]): string | null => {
  const modal = clause.relation === 'gerund' ? (clauses[clause.index - 1]?.verb?.modal ?? null) : null
  return modal === 'will' || modal === 'would' || modal === "'ll" ? modal : null
}

/** "may be losing" tells how it is, "may launch" what may come. */
const isDynamic = (findings: Findings, view: ClauseView): boolean => {
  const verb = view.predicate
  if (!verb || view.passive) return false
  return verb.lemma !== 'be' && findings.document.tokens[verb.head]?.verbForm !== 'gerund'
}

/** A verb or noun of intention governs the act: "is trying to take", "its plan to storm". */
function isIntended(findings: Findings, view: ClauseView): boolean {
  const { tokens } = findings.document
  if (view.carriers.some(carrier => INTENT_VERBS.has(carrier.lemma))) return true
  const verb = view.predicate
  if (!verb) return false
  const named = view.subjectTokens.some(at => INTENT_NOUNS.has(tokens[at]?.lemma ?? ''))
  if (named && (verb.kind === 'infinitive' || view.clause.verb?.lemma === 'be')) return true
  const opener = tokens.slice(Math.max(0, view.clause.tokens[0] - 4), verb.tokens[0])
  if (view.subjectTokens.length === 0 && opener.some(token => ['objective', 'goal', 'aim'].includes(token.lower)))
    return true
  const before = tokens[verb.tokens[0] - 2]
  return verb.kind === 'infinitive' && before !== undefined && INTENT_NOUNS.has(before.lemma)
}

const isExpected = (findings: Findings, view: ClauseView): boolean => {
  const words = view.own.map(at => findings.document.tokens[at]?.lower)
  return view.carriers.some(
    carrier =>
      (carrier.lemma === 'expect' && carrier.passive) ||
      (carrier.lemma === 'be' &&
        ['likely', 'track', 'set', 'poised', 'unlikely'].some(word => words.includes(word)) &&
        carrier !== view.predicate),
  )
}

/** True when the subject is the speaker's own side ("his army", "we", "Ukraine" said by a Ukrainian). */
function isOwnSide(findings: Findings, view: ClauseView, holder: ResolvedHolder): boolean {
  if (holder.kind === 'outlet' || holder.kind === 'analyst') return false
  const words = view.subjectTokens.map(at => findings.document.tokens[at]?.lower ?? '')
  if (words.some(word => ['we', 'our', 'his', 'her', 'its', 'i'].includes(word))) return true
  return (
    holder.party !== null &&
    findings.actors.some(actor => actor.party === holder.party && view.subjectTokens.includes(actor.tokens[0]))
  )
}
