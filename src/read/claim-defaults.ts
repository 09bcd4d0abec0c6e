import { cueKindOf } from './attribution-parts.ts'
import { fareFrame, MATTERS, standFrame } from './claim-fallback.ts'
import { modalOf } from './claim-modality.ts'
import type { ClauseView, Findings } from './claim-view.ts'
import type { Frame } from './frame.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { INTENT_VERBS } from './lexicon/frames-assessment.ts'

const POSITION_DEFAULT: Frame = { type: 'politics.position', verb: '*', strength: 0.42 }
const OFFICIAL_KINDS = new Set(['official', 'government', 'organisation'])
const DEONTIC = ['must', 'should', 'have to', 'has to', 'need', 'needs', 'ought', 'never', 'can not', 'cannot']

/** Words by which an official takes a stand on what is told. */
const STANDS =
  'we our concerned concern ready unacceptable dangerous provocation right wrong responsible important necessary support oppose against clear purpose criminal crime unjustified legitimate never guarantee condition security policy goal aggression'.split(
    ' ',
  )

const FORECAST_DEFAULT: Frame = { type: 'assessment.forecast', verb: '*', strength: 0.5 }
const RELEVANT = ['@party', '@actor', '@state', '@military', '@forces', '@deal', '@person', '@sanction']

/**
 * What no frame knows: an official on policy holds a position, and what a side may, will or would do in the report's own
 * words is a forecast; a leaked document discloses. Anything else is no claim.
 */
export function defaultFrame(
  findings: Findings,
  view: ClauseView,
  holder: ResolvedHolder,
  conditional: boolean,
): Frame | null {
  if (
    view.predicate === null ||
    view.own.length < 4 ||
    !(
      RELATIONS.has(view.clause.relation) ||
      (view.clause.relation === 'relative' && PROSPECTIVE.has(modalOf(view) ?? ''))
    )
  )
    return null
  if (CHECKING.has(view.verb ?? '')) return null
  const relevant = RELEVANT.some(tag => view.all.has(tag))
  if (view.carriers.some(carrier => INTENT_VERBS.has(carrier.lemma)) && isOfTheField(view)) return INTENT_DEFAULT
  const modal = modalOf(view)
  const somebody = view.subject.has('@party') || view.subject.has('@actor') || view.subject.has('@forces')
  if (isOfficial(holder))
    return (
      officialStand(view, holder, { somebody, relevant, conditional }) ??
      standFrame(findings, view) ??
      fareFrame(findings, view, holder) ??
      (isSaid(view) && (relevant || STANDS.some(word => view.all.has(word))) ? POSITION_DEFAULT : null)
    )
  if (modal === null && cueKindOf(view.clause.verb?.lemma ?? '') !== null) return standFrame(findings, view)
  if (isLikelyTo(view) && (somebody || view.subject.has('they') || view.subject.has('it'))) return FORECAST_DEFAULT
  const mine =
    (['i', 'we', 'you'].some(word => view.subject.has(word)) && !view.subject.has('@forces')) ||
    isOwnVoice(findings, view, holder)
  const comes =
    modal !== null && !mine && PROSPECTIVE.has(modal) && (somebody || MATTERS.some(tag => view.all.has(tag)))
  return comes ? FORECAST_DEFAULT : (standFrame(findings, view) ?? fareFrame(findings, view, holder))
}
/** A state, a body or one in office who speaks, in words given to him or in a text that he signs. */
const isOfficial = (holder: ResolvedHolder): boolean =>
  OFFICIAL_KINDS.has(holder.kind) && (holder.span !== null || holder.kind === 'official')

/** Words said for themselves, and not what only tells more of one of them. */
const isSaid = ({ clause }: ClauseView): boolean => ['main', 'coordinate', 'complement'].includes(clause.relation)

/** What an official says that no frame knows: a stand where he judges, promises or demands, else a forecast or nothing. */
function officialStand(
  view: ClauseView,
  holder: ResolvedHolder,
  { somebody, relevant, conditional }: { somebody: boolean; relevant: boolean; conditional: boolean },
): Frame | null {
  const modal = modalOf(view)
  if (somebody && modal !== null && OTHERS_MAY.has(modal) && !view.subject.has('we') && !view.subject.has('i'))
    return FORECAST_DEFAULT
  const deontic =
    DEONTIC.some(word => view.all.has(word)) ||
    view.clause.verb?.modal === 'must' ||
    view.clause.verb?.modal === 'should'
  if (deontic) return { ...POSITION_DEFAULT, strength: 0.6 }
  const political = ['@military', '@deal', '@sanction', '@forces'].some(tag => view.all.has(tag))
  const told = expectationOf(view, conditional, relevant)
  if (told) return told
  const stands = STANDS.some(word => view.all.has(word)) || modalOf(view) === 'will'
  return relevant && political && stands && holder.kind === 'official' ? POSITION_DEFAULT : null
}

const OTHERS_MAY = new Set(['would', 'could', 'might', 'may', 'will', "'ll"])

/** "is unlikely to do so", "is set to": what is expected of somebody. */
const isLikelyTo = (view: ClauseView): boolean =>
  view.clause.verb?.lemma === 'be' &&
  ['likely to', 'unlikely to', 'set to', 'bound to', 'certain to'].some(words => view.all.has(words))

/** What a speaker says will or would be: of himself a stand, of others or under a condition a forecast; null for neither. */
function expectationOf(view: ClauseView, conditional: boolean, relevant: boolean): Frame | null {
  const modal = modalOf(view)
  const first = view.subject.has('we') || view.subject.has('i')
  if (modal === null || !PROSPECTIVE.has(modal)) return null
  if (first) return relevant && modal === 'will' ? { ...POSITION_DEFAULT, strength: 0.5 } : null
  return conditional || (relevant && modal !== 'may') || modal === 'will' ? FORECAST_DEFAULT : null
}

/** "ISW will go on watching": what an outlet says of itself is no forecast. */
const isOwnVoice = (findings: Findings, view: ClauseView, holder: ResolvedHolder): boolean =>
  holder.span === null &&
  findings.actors.some(({ name, tokens }) => name === holder.name && view.subjectTokens.includes(tokens[0]))

/** "are trying to widen the buffer zone": what a side is after, whatever the act. */
const INTENT_DEFAULT: Frame = { type: 'assessment.intent', verb: '*', strength: 0.6 }
const isOfTheField = (view: ClauseView): boolean =>
  ['@forces', '@party', '@personnel'].some(tag => view.all.has(tag)) &&
  (['@forces', '@party'].some(tag => view.subject.has(tag)) ||
    ['@place', '@named', '@ground', '@forces', '@supply'].some(tag => view.after.has(tag))) &&
  !['@deal', '@sanction', '@aid', '@meeting', '@trade'].some(tag => view.after.has(tag))
/** "could not be verified" tells of a report, not of the war. */
const CHECKING = new Set(['verify', 'corroborate', 'authenticate', 'substantiate', 'geolocate'])
const RELATIONS: ReadonlySet<string> = new Set(['main', 'coordinate', 'complement', 'adverbial'])
const PROSPECTIVE = new Set(['will', "'ll", 'would', 'may', 'might', 'could', "'d"])
