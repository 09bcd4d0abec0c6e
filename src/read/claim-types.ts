import type { ClaimType } from '#domain'
import { countedFrame } from './claim-counted.ts'
import { defaultFrame } from './claim-defaults.ts'
import { asWanted } from './claim-fallback.ts'
import { modalityOf, modalOf } from './claim-modality.ts'
import { nominalFrame } from './claim-nominal.ts'
import { isHabit, isHeadlinePlan } from './claim-plans.ts'
import type { ClauseView, Findings } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { Frame } from './frame.ts'
import { matchFrame } from './frames.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { INTENT_NOUNS, INTENT_VERBS } from './lexicon/frames-assessment.ts'
import { STAND_VERBS } from './lexicon/stand-verbs.ts'

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
      : demanded(
          view,
          holder,
          bestFrame(findings, view) ??
            countedFrame(findings, view, clauses) ??
            defaultFrame(findings, view, holder, conditional),
        )
  if (
    !frame ||
    isAnchor(view.clause) ||
    isBackground(view, frame) ||
    isForeignToAid(view, frame) ||
    isUntold(view, frame)
  )
    return null
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

/** The frame of the verb or that of the act a noun names, whichever tells its type better. */
function bestFrame(findings: Findings, view: ClauseView): Frame | null {
  const frame = asWanted(findings, view, matchFrame(view))
  if (frame && frame.strength > NOMINAL) return frame
  const named = nominalFrame(findings, view)
  return named && (!frame || named.strength > frame.strength) ? named : frame
}
/** No act named by a noun is told more surely than this. */
const NOMINAL = 0.64

/** "since Russia launched its invasion": a time to count from. */
const isAnchor = ({ marker, relation }: Clause): boolean => marker === 'since' && relation === 'adverbial'

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
  if (frame.type === 'combat.strike' && isHabit(view)) return 'combat.weapon'
  const unfinished = FIELD.has(family) ? typeOfUndone(findings, view, clauses, family) : null
  if (unfinished) return unfinished
  const modal = modalOf(view) ?? modalAbove(findings, view.clause, clauses)
  const future =
    modal !== null && ['will', "'ll", 'shall', 'would', 'wo', "'d"].includes(modal) && !view.predicate?.perfect
  if (FIELD.has(family) || frame.type === 'assessment.momentum') {
    if (conditional) return 'assessment.forecast'
    if (isHeadlinePlan(findings, view))
      return view.subject.has('@party') || view.subject.has('@forces') ? 'assessment.intent' : frame.type
    if (future) return isOwnSide(findings, view, holder) ? 'assessment.intent' : 'assessment.forecast'
    if (isExpected(findings, view)) return 'assessment.forecast'
    if (
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
  if (conditional && frame.type === 'politics.position' && holder.kind === 'outlet' && !takesStand(view))
    return 'assessment.forecast'
  return frame.type
}

/** "vowed to act if …": what a stand is bound to does not make it a forecast. */
const takesStand = ({ clause, verb }: ClauseView): boolean =>
  STAND_VERBS.has(clause.verb?.lemma ?? '') || STAND_VERBS.has(verb ?? '')

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
  if (modality === 'failed' && family !== 'harm') return typeOfFailure(view)
  if (modality === 'prospective' || isToCome(view.clause, clauses)) return 'assessment.forecast'
  return modality === 'wanted' ? 'politics.position' : null
}

/** "failed to take X" was fought and lost; "refused to leave X" is a stand; other failures tell how it goes. */
function typeOfFailure(view: ClauseView): ClaimType {
  const verbs = [...view.carriers, ...(view.clause.verb ? [view.clause.verb] : [])].map(({ lemma }) => lemma)
  if (verbs.includes('refuse')) return 'politics.position'
  const ground = ['@place', '@named', '@name'].some(tag => view.after.has(tag))
  return (verbs.includes('fail') || verbs.some(verb => INTENT_VERBS.has(verb))) && ground
    ? 'combat.assault'
    : 'assessment.momentum'
}

/** "The council *must* open a corridor", "it is necessary to evacuate them": what is called for is a stand, not an act. */
function demanded(view: ClauseView, holder: ResolvedHolder, frame: Frame | null): Frame | null {
  if (!frame || !isDeontic(view)) return frame
  const field = FIELD.has(frame.type.slice(0, frame.type.indexOf('.'))) && !frame.type.startsWith('harm.')
  if (field && (holder.kind === 'outlet' || holder.kind === 'analyst')) return frame
  return frame.type.startsWith('assessment.') || frame.type === 'politics.position' ? frame : CALL
}
const NECESSARY = ['necessary', 'essential', 'imperative', 'vital', 'crucial', 'important', 'urgent']
const isDeontic = ({ clause, carriers, predicate, after }: ClauseView): boolean => {
  const verbs = [...carriers, ...(predicate ? [predicate] : []), ...(clause.verb ? [clause.verb] : [])]
  const modal = verbs.find(verb => verb.modal !== null)?.modal ?? null
  if (modal !== null) return modal === 'must' || modal === 'should' || modal === 'ought'
  if (carriers.some(({ lemma }) => lemma === 'need')) return true
  return (
    clause.verb?.lemma === 'be' &&
    carriers.length > 0 &&
    NECESSARY.some(word => after.has(word) || clause.verb === null)
  )
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

/** "will be completed by defeating the enemy", "will defeat them and *secure* X": a verb without a mood of its own shares that of the verb before. */
const modalAbove = (findings: Findings, clause: Clause, clauses: readonly Clause[]): string | null => {
  const { verb } = clause
  const bare =
    clause.inherits &&
    clause.relation === 'coordinate' &&
    verb !== null &&
    !verb.auxiliary &&
    findings.document.tokens[verb.head]?.verbForm === 'base'
  const modal = bare || clause.relation === 'gerund' ? (clauses[clause.index - 1]?.verb?.modal ?? null) : null
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
  const bare = verb.kind === 'infinitive' || tokens[verb.head]?.verbForm === 'base'
  if (named && (bare || view.clause.verb?.lemma === 'be')) return true
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
