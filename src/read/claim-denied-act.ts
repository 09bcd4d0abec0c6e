import type { Context, SentenceState } from './claim-context.ts'
import { draftOf } from './claim-draft.ts'
import { chainOf, countryNear, type Holding } from './claim-holding.ts'
import type { ClaimDraft } from './claim-merge.ts'
import { type TypedFrame, typeClause } from './claim-types.ts'
import { type ClauseView, viewClause } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { TokenRange } from './document.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { resolveHolder, speaks } from './holders.ts'
import { CUE_NOUNS, DENY_VERBS } from './lexicon/cues.ts'
import { typeOfEvent } from './lexicon/event-nouns.ts'
import { RUMOUR_NOUNS } from './lexicon/truth-words.ts'
import type { VerbGroup } from './verb-group.ts'

/** Verbs that put aside a proposal as readily as a report: they deny only what is named as said. */
const WEIGHING = new Set(['reject', 'dismiss', 'contradict', 'disavow'])
/** Nouns for a part in an act, behind which the act stands. */
const PART = new Set(['responsibility', 'involvement', 'role', 'part', 'hand', 'complicity', 'blame'])
/** What may stand between such a noun and the act it is about. */
const LINKS = new Set(['of', 'on', 'about', 'for', 'in', 'regarding', 'over', 'concerning'])
/** Acts a side can be said to have done: what is denied of moods and stands is read where it is told. */
const DEEDS = /^(?:control|combat|harm)\./
const BLOWS: ReadonlySet<string> = new Set(['combat.strike', 'harm.casualties', 'harm.damage'])

/** Nouns by which somebody is blamed: whose accusation it is did not do the deed. */
const BLAMING = new Set(['accusation', 'allegation', 'charge', 'complaint', 'criticism'])
/** Verbs that cast doubt on a report without denying it. */
const DOUBTING = new Set(['dispute', 'challenge', 'question', 'doubt'])

/** What was denied, and how it was read. */
export interface Denied {
  readonly view: ClauseView
  readonly typed: TypedFrame
  /** Where the words for what had been said stand; null where the act itself is denied, as the denier's own. */
  readonly said: number | null
  /** The noun that names the act, or null. */
  readonly act?: number
}

/**
 * "X denies shelling Y", "X denied the attack", "X denied responsibility for the strike on Y", "X refuted a report on the
 * capture of Y", "X disputed claims of a withdrawal", "claims of taking Y were rejected by X": the act, denied (or doubted) by X. It happened where the clause says,
 * else where the claim before it did. Null where the clause denies no act, or tells in a clause of its own what is denied.
 */
export function deniedAct(context: Context, clause: Clause, state: SentenceState): ClaimDraft | null {
  const { verb, subject } = clause
  if (!verb || !subject || verb.negated) return null
  if (!DENY_VERBS.has(verb.lemma) && !DOUBTING.has(verb.lemma)) return null
  // What is denied in a clause of its own is read there.
  if (context.attributions.some(each => each.clause === clause.index && OPPOSED.has(each.cueKind))) return null
  const passive = isPassive(context, clause)
  const denier = passive ? agentOf(context, clause) : subject
  const holder = denier && denierOf(context, denier, state)
  if (holder === null) return null
  const denied = passive
    ? actNamed(context, clause, holder, [subject[0], verb.tokens[0]])
    : (gerundDenied(context, clause, holder) ?? actNamed(context, clause, holder))
  if (denied === null) return null
  const needsSaid = passive || WEIGHING.has(verb.lemma) || DOUBTING.has(verb.lemma)
  return needsSaid && denied.said === null ? null : writeDenial(context, clause, holder, state, denied)
}
/** "were rejected", and in headlines "rejected by X". */
const isPassive = ({ findings }: Context, { verb }: Clause): boolean =>
  verb !== null && (verb.passive || findings.document.tokens[verb.tokens[1]]?.lower === 'by')

/** "were rejected *by X*": the words for whoever denies in the passive; null where none are told. */
function agentOf({ findings, sentence }: Context, { verb, tokens: [, end] }: Clause): TokenRange | null {
  const { tokens } = findings.document
  const by = verb?.tokens[1] ?? end
  if (tokens[by]?.lower !== 'by' || by + 1 >= sentence.tokens[1]) return null
  let to = by + 1
  while (to < end && !/^[,.;:]$/.test(tokens[to]?.form ?? '.') && tokens[to]?.tag !== 'prep') to++
  return [by + 1, to]
}

const OPPOSED = new Set(['denies', 'questions'])

function denierOf(context: Context, subject: TokenRange, state: SentenceState): ResolvedHolder | null {
  const { theatre, whole, sentence } = context
  const { holders: earlier, person, outlet: home } = state
  const look = { theatre, actors: whole.actors, earlier, person, country: countryNear(whole, sentence.index), home }
  const holder = resolveHolder(whole.document, subject, look)
  return speaks(whole.document, subject, holder) ? holder : null
}

/** "denies *shelling* Y": the act of the gerund right under the verb; null where there is none, or it is no deed. */
function gerundDenied(context: Context, clause: Clause, holder: ResolvedHolder): Denied | null {
  const { findings, clauses, hidden } = context
  const first = clause.complements.find(({ kind }) => kind === 'gerund')
  if (!first || !clause.verb || first.tokens[0] - clause.verb.tokens[1] > 1) return null
  const view = viewClause(findings, clauses, clause, hidden, first)
  const typed = typeClause(findings, { ...view, carriers: [] }, holder, false, clauses)
  return typed && DEEDS.test(typed.type) ? { view, typed, said: null } : null
}

/** The deed that a noun or gerund behind the verb names, past the words for what is said of it or for a part in it. */
export function actNamed(
  context: Context,
  clause: Clause,
  holder: ResolvedHolder,
  [start, end]: TokenRange = [clause.verb?.tokens[1] ?? clause.tokens[1], context.sentence.tokens[1]],
): Denied | null {
  const { tokens } = context.findings.document
  const view = viewClause(context.findings, context.clauses, clause, context.hidden)
  let said: number | null = null
  for (let at = start; at < end; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]]
    if (!token || token.tag === 'punct' || token.lower === 'that') return null
    if (said !== null && token.verbForm === 'gerund') return gerundSaid(context, clause, at, holder, said)
    if (token.tag !== 'noun' && token.tag !== 'name') continue
    const isSaying = CUE_NOUNS.has(token.lemma) || RUMOUR_NOUNS.has(token.lemma)
    if (isSaying || PART.has(token.lemma)) {
      if (!next || !LINKS.has(next.lower)) continue
      if (isSaying) said ??= at
      at += 1
      continue
    }
    const beside = tokens.slice(start, at).map(({ lemma }) => lemma)
    const isPart = next?.tag === 'noun' && typeOfEvent(next.lemma, [...beside, token.lemma]) !== null
    if (isPart || next?.tag === 'noun' || /^['’]s?$/.test(next?.form ?? '')) continue
    const type = typeOfEvent(token.lemma, beside)
    if (type === null || !DEEDS.test(type)) return null
    return { view, typed: { type, frame: { type, verb: '*', strength: 0.7 }, strength: 0.7 }, said, act: at }
  }
  return null
}

/** "a report on *seizing* Y": the gerund stands under the verb that denies, or is a clause of its own. */
function gerundSaid(context: Context, clause: Clause, at: number, holder: ResolvedHolder, said: number): Denied | null {
  const { findings, clauses, hidden } = context
  const under = clause.complements.find(({ head }) => head === at)
  const own = clauses.find(({ verb }) => verb?.head === at)
  const view = viewClause(findings, clauses, own ?? clause, hidden, own ? null : (under ?? gerundAt(context, at)))
  const typed = typeClause(findings, { ...view, carriers: [] }, holder, false, clauses)
  return typed && DEEDS.test(typed.type) ? { view, typed, said } : null
}

/** The verb group of a gerund that no clause has for its own. */
const gerundAt = ({ findings }: Context, at: number): VerbGroup => ({
  tokens: [at, at + 1],
  head: at,
  lemma: findings.document.tokens[at]?.lemma ?? '',
  kind: 'gerund',
  passive: false,
  negated: false,
  modal: null,
  tense: 'past',
  auxiliary: false,
  perfect: false,
})

/** The side whose words are denied, and which is said to have done it ("Arden's report on taking Y"); null for a blame. */
function claimantNamed(context: Context, clause: Clause, said: number): string | null {
  const { findings } = context
  if (BLAMING.has(findings.document.tokens[said]?.lemma ?? '')) return null
  const from = isPassive(context, clause) ? (clause.subject?.[0] ?? said) : (clause.verb?.tokens[1] ?? said)
  const whose = findings.actors.find(
    ({ tokens, party }) => party !== null && tokens[0] >= from && tokens[1] <= said + 1,
  )
  return whose?.name ?? null
}

/** "claims of a *Veskian* advance": whose the act is. */
const ownerOf = ({ findings }: Context, said: number, act = said): string | null =>
  findings.actors.find(({ party, tokens }) => party !== null && tokens[0] > said && tokens[1] <= act)?.name ?? null

function writeDenial(
  context: Context,
  clause: Clause,
  holder: ResolvedHolder,
  state: SentenceState,
  { view, typed, said, act }: Denied,
): ClaimDraft {
  const chain = chainOf(holder.name, state)
  // Who disputes a report has it otherwise; who questions it only doubts.
  const lemma = clause.verb?.lemma ?? ''
  const stance = DOUBTING.has(lemma) && lemma !== 'dispute' ? 'questions' : 'denies'
  const holding: Holding = { holder, chain, stance, claimed: null, content: null, bySource: false, saying: [] }
  const end = Math.max(clause.tokens[1], view.clause.tokens[1])
  const draft = draftOf(context, view, typed, holding, [clause.tokens[0], end], state)
  const placed = draft.places.some(({ role }) => role === 'at')
  const before = state.claim
  // "…; Moscow denied the attack": what was denied is what the claim before it told.
  const told = !placed && before !== null && DEEDS.test(before.type) ? before : null
  // "The attack" that is denied is the shelling, or what it did, just told of.
  const blow = typed.type === 'combat.assault' && before !== null && BLOWS.has(before.type)
  const type = blow ? 'combat.strike' : typed.type
  const doer = said === null ? draft.agent : (claimantNamed(context, clause, said) ?? ownerOf(context, said, act))
  const named = view.predicate !== clause.verb
  const target = named ? draft.target : (told?.target ?? draft.places.find(({ role }) => role === 'at')?.name ?? null)
  const places = told ? told.places.map(place => ({ ...place, carried: true })) : draft.places
  return { ...draft, type, agent: doer ?? told?.agent ?? null, target, places, figures: [] }
}
