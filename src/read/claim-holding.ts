import type { Stance, Theatre } from '#domain'
import { type AttributionMention } from './attribution-parts.ts'
import type { Context, SentenceState } from './claim-context.ts'
import type { TypedFrame } from './claim-types.ts'
import { type ClauseView, type Findings, inSentence } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { TokenRange } from './document.ts'
import type { HolderContext, ResolvedHolder } from './holder-camps.ts'
import { isPronounOnly } from './holder-kinds.ts'
import { resolveHolder, speaks } from './holders.ts'
import { POSITION_VERBS } from './lexicon/frames-politics.ts'
import { subtree } from './model/walk/children.ts'

/** Who holds a clause, through whom, and which words are attributed. */
export interface Holding {
  readonly holder: ResolvedHolder
  readonly chain: readonly [string, ...string[]]
  readonly stance: Stance | null
  readonly claimed: string | null
  readonly content: TokenRange | null
  /** True where the words are said only to come from a source ("according to X"), and whoever acts in them may speak himself. */
  readonly bySource: boolean
  readonly saying: readonly TokenRange[]
}

const CLAIMING = new Set(['claim', 'allege', 'purport', 'boast'])

const SPEECH_ACTS = new Set(POSITION_VERBS.split(/[,\n]/).map(word => word.trim()))

export function holderOf(
  whole: Findings,
  attribution: AttributionMention,
  holders: ResolvedHolder[],
  theatre: Theatre,
  state: SentenceState,
): ResolvedHolder | null {
  if (!attribution.sourceTokens || isFirstPerson(whole, attribution.sourceTokens)) return null
  const country = countryNear(whole, attribution.sentence)
  const context = { theatre, actors: whole.actors, earlier: holders, person: state.person, country, home: state.outlet }
  const holder = resolveHolder(whole.document, attribution.sourceTokens, context)
  if (!speaks(whole.document, attribution.sourceTokens, holder)) return null
  // "It said …" with nobody before whom it could mean: the report says it.
  if (holder.id === null && isUnresolved(whole, attribution.sourceTokens, holder)) {
    const meant = subjectBefore(whole, attribution.sentence, context)
    if (meant) holders.push(meant)
    const somebody = holder.name.toLowerCase() !== 'it'
    return meant ?? (somebody ? { ...holder, name: NOBODY } : null)
  }
  // "Unconfirmed reports that …": an adjective that names nobody.
  if (holder.id === null && isAdjective(whole, attribution.sourceTokens)) return null
  holders.push(holder)
  return holder
}

/** Who speaks where "he" and "they" point to nobody in the report. */
const NOBODY = 'unnamed source'

/** A pronoun that kept its own word for a name. */
const isUnresolved = ({ document: { tokens } }: Findings, range: TokenRange, { name }: ResolvedHolder): boolean =>
  isPronounOnly(tokens, range) && tokens.slice(...range).some(({ lower }) => lower === name.toLowerCase())

/** Whom the sentence before opens with, where that is somebody who can speak ("*The mayor* was there. He said …"); else null. */
function subjectBefore(whole: Findings, sentence: number, context: HolderContext): ResolvedHolder | null {
  const before = whole.document.sentences[sentence - 1]
  const subject = before?.tree.find(({ relation, index }) => relation.startsWith('nsubj') && index < 8)
  if (!before || !subject) return null
  const [base] = before.tokens
  const words = subtree({ span: before.span, tokens: before.tree }, subject.index).map(at => base + at)
  const range = [words[0] ?? base, (words.at(-1) ?? base) + 1] as const
  const holder = resolveHolder(whole.document, range, context)
  const named = /^\p{Lu}\p{Ll}\S* \p{Lu}/u.test(holder.name)
  return named || (holder.kind !== 'unnamed' && holder.kind !== 'outlet') ? holder : null
}

const isAdjective = ({ document: { tokens } }: Findings, [from, to]: TokenRange): boolean =>
  to - from === 1 && tokens[from]?.tag === 'adj'

/** "I" and "we" name nobody: the words around them tell who speaks. */
const isFirstPerson = (findings: Findings, [from, to]: TokenRange): boolean =>
  to - from === 1 && ['i', 'we'].includes(findings.document.tokens[from]?.lower ?? '')

/** The one country of the places of a sentence, else of the sentence before; null when there are several. */
export function countryNear(findings: Findings, sentence: number): string | null {
  for (const at of [sentence, sentence - 1, sentence + 1]) {
    const countries = new Set(
      inSentence(findings, at)
        .places.filter(place => place.country !== null)
        .map(place => place.country),
    )
    if (countries.size > 1) return null
    for (const country of countries) return country
  }
  return null
}

/** The person the first clause of a sentence is about; who was meant before, when it is about nobody. */
export function personOf(
  findings: Findings,
  clauses: readonly Clause[],
  context: Parameters<typeof resolveHolder>[2],
): ResolvedHolder | null {
  const subject = clauses.find(clause => clause.subject !== null && clause.verb !== null)?.subject
  if (!subject) return context.person
  const at = findings.document.tokens[subject[0]]?.sentence ?? 0
  const person = inSentence(findings, at).actors.find(
    actor =>
      actor.tokens[0] < subject[1] &&
      actor.tokens[1] > subject[0] &&
      !actor.modifier &&
      (actor.kind === 'person' || actor.holder?.kind === 'official'),
  )
  return person ? resolveHolder(findings.document, subject, context) : context.person
}

/** Through whom the words without a speaker reach the reader. */
const ways = ({ outlet, publisher }: SentenceState): readonly string[] =>
  outlet.name === publisher ? [publisher] : [outlet.name, publisher]

/** The chain from a holder, through the paper it is credited to in a digest, to the report's own outlet. */
export const chainOf = (holder: string, state: SentenceState): readonly [string, ...string[]] => [
  holder,
  ...ways(state).filter(name => name !== holder && name !== ''),
]

type Attributed = Context['attributions'][number]

/** The attributions a clause stands under, innermost first. */
export const attributionsOver = (context: Context, clause: Clause): readonly Attributed[] => {
  const at = clause.verb?.head ?? clause.tokens[0]
  return context.attributions
    .filter(attribution => attribution.holder !== null || attribution.cueKind !== 'source')
    .filter(attribution => attribution.contentTokens.some(([from, to]) => at >= from && at < to))
    .toReversed()
}

/**
 * Innermost attribution first: its source holds the clause, the outer ones pass it on. What is denied or questioned is held by
 * whoever does so, not by those whose words they are.
 */
export function holdingOf(context: Context, clause: Clause, state: SentenceState, view: ClauseView): Holding {
  const at = clause.verb?.head ?? clause.tokens[0]
  const over = attributionsOver(context, clause)
  const denials = over.filter(attribution => attribution.cueKind === 'denies').length
  const outward = denials > 1 ? over : over.slice(Math.max(0, rebuttalIn(over)))
  const named = outward.filter(attribution => attribution.holder !== null)
  const holder =
    named[0]?.holder ??
    carriedHolder(context, clause, state, view) ??
    state.lead?.holder ??
    state.section ??
    state.outlet
  const passed = named.slice(1).map(attribution => attribution.holder?.name ?? '')
  const names = [holder.name, ...passed, state.outlet.name, state.publisher].filter(
    (name, order, all) => name !== '' && all.indexOf(name) === order,
  )
  const inner = over[0]
  const content = inner?.contentTokens.find(([from, to]) => at >= from && at < to) ?? null
  const stance: Stance | null =
    denials % 2 === 1 ? 'denies' : over.some(attribution => attribution.cueKind === 'questions') ? 'questions' : null
  // Nobody's claim that is denied leaves the denial as sure as it is.
  const claims = outward.find(({ cueKind, holder }) => cueKind === 'claims' && (holder !== null || denials === 0))
  return {
    holder,
    chain: [names[0] ?? holder.name, ...names.slice(1)],
    stance,
    claimed: claims ? context.findings.document.report.text.slice(...claims.cue) : null,
    content,
    bySource: inner?.cueKind === 'source',
    saying: context.attributions.flatMap(attribution => sayingRanges(context, attribution)),
  }
}

/** The innermost attribution by which a clause is denied or questioned; -1 where there is none. */
export const rebuttalIn = (over: readonly Attributed[]): number =>
  over.findIndex(({ cueKind }) => cueKind === 'denies' || cueKind === 'questions')

/** The words around a cue that say when and how it was said. */
function sayingRanges(context: Context, attribution: AttributionMention): readonly TokenRange[] {
  const clause = attribution.clause === null ? undefined : context.clauses[attribution.clause]
  if (!clause) return []
  const first = attribution.contentTokens.find(([from]) => from >= attribution.cueTokens[1])
  return [
    [
      clause.tokens[0] < attribution.cueTokens[0]
        ? Math.min(clause.tokens[0], clause.subject?.[0] ?? clause.tokens[0])
        : attribution.cueTokens[0],
      first ? first[0] : clause.tokens[1],
    ],
  ]
}

/** A hedge without a source after an attributed sentence goes on in that source's name. */
function carriedHolder(
  context: Context,
  clause: Clause,
  state: SentenceState,
  view: ClauseView,
): ResolvedHolder | null {
  const certainty = context.certainties[clause.index]
  if (!state.last || !certainty || certainty.words === null || context.sentence.kind === 'item') return null
  if (
    CLAIMING.has(view.clause.verb?.lemma ?? '') ||
    context.attributions.some(attribution => attribution.holder !== null)
  )
    return null
  if (state.outlet.kind !== 'outlet') return null
  if (certainty.certainty === 'unverified') return state.last
  const assessor = state.last.kind === 'agency' || state.last.kind === 'government' || state.last.kind === 'analyst'
  return certainty.scale !== null && assessor && state.outlet.kind === 'outlet' && state.fresh ? state.last : null
}

/** To urge, condemn or pledge is said by whoever does it. */
export function asSpeechAct(
  context: Context,
  view: ClauseView,
  typed: TypedFrame,
  holding: Holding,
  state: SentenceState,
): Holding {
  const { subject, verb, inherits } = view.clause
  const open = holding.content === null || (holding.bySource && isSpeechAct(view, typed))
  // "thanked X *for allocating* funds": done by X, said by whoever thanks.
  if (view.clause.relation === 'gerund' && view.clause.marker === 'for') return holding
  if (!subject || !verb || !open || isFirstPerson(context.whole, subject)) return holding
  if (!verb.passive && CLAIMING.has(verb.lemma) && !inherits) return claimedBy(context, subject, holding, state)
  if (!verb.passive && VOUCHING.has(verb.lemma) && !inherits && isField(typed))
    return { ...claimedBy(context, subject, holding, state), claimed: null }
  if (view.passive || !isSpeechAct(view, typed)) return holding
  const holder = resolveHolder(context.findings.document, subject, {
    theatre: context.theatre,
    actors: context.whole.actors,
    earlier: state.holders,
    person: state.person,
    country: countryNear(context.whole, context.sentence.index),
    home: state.outlet,
  })
  if (holder.kind === 'unnamed' && holder.id === null && holder.camp === 'unknown') return holding
  if (isEvent(context.whole, subject)) return holding
  const passed = holding.bySource ? holding.chain : ways(state)
  return { ...holding, holder, chain: [holder.name, ...passed.filter(name => name !== holder.name)] }
}

/** Verbs by which a body tells an event named by a noun ("confirmed a strike on X"). */
const VOUCHING = new Set(['confirm', 'announce', 'acknowledge', 'report', 'admit'])
const isField = ({ type }: TypedFrame): boolean => /^(?:control|combat|harm)\./.test(type)

/** "The deployment of X supports …": a happening takes no stand. */
const isEvent = ({ document: { tokens } }: Findings, [from, to]: TokenRange): boolean => {
  const noun = tokens.slice(from, to).find(token => token.tag === 'noun')
  const next = noun ? tokens[noun.index + 1]?.lower : undefined
  return (
    noun !== undefined &&
    next === 'of' &&
    /(?:ment|tion|sion|ure|al|ing|ance)$/.test(noun.lemma) &&
    !/^(?:govern|administra)/.test(noun.lemma)
  )
}

const EXPRESSING = new Set([
  'express',
  'voice',
  'reaffirm',
  'confirm',
  'reiterate',
  'affirm',
  'convey',
  'pledge',
  'promise',
])
const PLEDGING = new Set(['pledge', 'promise', 'vow', 'urge', 'demand', 'confirm'])

/** A stand taken, or a political act that is done by saying it (a pledge, a demand). */
function isSpeechAct(view: ClauseView, typed: TypedFrame): boolean {
  const [main, first] = [view.predicate?.lemma ?? '', view.clause.verb?.lemma ?? '']
  if (!typed.type.startsWith('politics.')) return false
  if (EXPRESSING.has(main) || PLEDGING.has(first)) return true
  return typed.type === 'politics.position' && (SPEECH_ACTS.has(main) || SPEECH_ACTS.has(first))
}

/** "X claimed to have …", "X claims control of …": X holds it, and nobody else vouches for it. */
function claimedBy(context: Context, subject: TokenRange, holding: Holding, state: SentenceState): Holding {
  const holder = resolveHolder(context.findings.document, subject, {
    theatre: context.theatre,
    actors: context.whole.actors,
    earlier: state.holders,
    person: state.person,
    country: null,
    home: state.outlet,
  })
  return {
    ...holding,
    holder,
    chain: chainOf(holder.name, state),
    claimed: 'claimed',
  }
}
