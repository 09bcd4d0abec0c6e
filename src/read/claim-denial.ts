import { cueKindOf } from './attribution-parts.ts'
import type { Context, SentenceState } from './claim-context.ts'
import { actNamed } from './claim-denied-act.ts'
import { draftOf } from './claim-draft.ts'
import { attributionsOver, chainOf, countryNear, holdingOf, rebuttalIn } from './claim-holding.ts'
import type { ClaimDraft } from './claim-merge.ts'
import { spanOfTokens } from './claim-span.ts'
import { typeClause } from './claim-types.ts'
import { viewClause } from './claim-view.ts'
import type { Clause } from './clauses.ts'
import type { TokenRange } from './document.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { resolveHolder } from './holders.ts'
import { isAgainstInterest } from './interest.ts'
import { DENY_VERBS } from './lexicon/cues.ts'
import { isAskedOf } from './silence.ts'
import { judgedTrue } from './truth.ts'

const POINTERS = new Set([
  'this',
  'that',
  'it',
  'them',
  'these',
  'claim',
  'claims',
  'report',
  'reports',
  'allegation',
  'allegations',
  'accusation',
  'accusations',
  'statement',
  'charge',
  'charges',
])

/** Words that tell a second speaker of the same kind from the first: "another blogger". */
const OTHERS = new Set(['another', 'other', 'others', 'second', 'different'])

/**
 * What was told before, denied: "X denied this", "X rejected the claims", "X said it was not true", "“A lie,” said X". The
 * claim before once more, denied by X. Null where the words denied are told in the clause itself, or nothing was claimed before.
 */
export function denialOf(context: Context, clause: Clause, state: SentenceState): ClaimDraft | null {
  const asked = askedBefore(context, clause, state)
  const denied = asked ?? state.claim
  if (!denied) return null
  return (
    verbDenies(context, clause, state, denied) ??
    truthDenies(context, clause, state, denied) ??
    (asked && noIsSaid(context, clause, state, asked))
  )
}

/**
 * "*Asked whether X had been taken*, Y said …", "*asked about the fall of X*": the deed asked about before a clause of the same
 * sentence; null where none is.
 */
function askedBefore(context: Context, clause: Clause, state: SentenceState): ClaimDraft | null {
  const { clauses } = context
  const asking = clauses.find(other => other.index < clause.index && isAskedOf(other))
  if (!asking) return null
  const { outlet: holder } = state
  const told = clauses[asking.index + 1]
  const named =
    told && told.index < clause.index && (told.marker === 'whether' || told.marker === 'if')
      ? actTold(context, told, holder)
      : actNamed(context, asking, holder)
  if (!named || !DEEDS.test(named.typed.type)) return null
  const holding = { holder, stance: 'questions', claimed: null, content: null, bySource: false, saying: [] } as const
  return draftOf(context, named.view, named.typed, { ...holding, chain: [holder.name] }, asking.tokens, state)
}

function actTold({ findings, clauses, hidden }: Context, clause: Clause, holder: ResolvedHolder) {
  const view = viewClause(findings, clauses, clause, hidden)
  const typed = typeClause(findings, view, holder, false, clauses)
  return typed && { view, typed }
}

const DEEDS = /^(?:control|combat|harm)\./

/** "Asked if …, X *said no*", "*answered in the negative*". */
function noIsSaid(context: Context, clause: Clause, state: SentenceState, denied: ClaimDraft): ClaimDraft | null {
  const { verb, subject } = clause
  const { tokens } = context.findings.document
  if (!verb || !subject || verb.negated || cueKindOf(verb.lemma) !== 'says') return null
  const behind = tokens.slice(verb.tokens[1], clause.tokens[1]).map(({ lower }) => lower)
  if (!(behind[0] === 'no' && !/^\p{L}/u.test(behind[1] ?? '')) && !behind.includes('negative')) return null
  const { party: _party, ...holder } = speakerOf(context, state, subject)
  return deniedBy(context, clause, state, { denied, holder, range: clause.tokens })
}

/** Whom the subject of a clause means. */
function speakerOf({ theatre, whole, sentence }: Context, state: SentenceState, subject: TokenRange): ResolvedHolder {
  const { holders: earlier, person, outlet: home } = state
  const country = countryNear(whole, sentence.index)
  return resolveHolder(whole.document, subject, { theatre, actors: whole.actors, earlier, person, country, home })
}

function verbDenies(context: Context, clause: Clause, state: SentenceState, denied: ClaimDraft): ClaimDraft | null {
  const { verb, subject } = clause
  if (!verb || !subject || verb.passive || verb.negated || !DENY_VERBS.has(verb.lemma)) return null
  const { tokens } = context.findings.document
  const object = tokens.slice(verb.tokens[1], clause.tokens[1]).filter(token => token.tag !== 'punct')
  if (object.length === 0 || object.length > 3 || !object.some(token => POINTERS.has(token.lower))) return null
  const { party: _party, ...found } = speakerOf(context, state, subject)
  const other = OTHERS.has(tokens[subject[0]]?.lower ?? '')
  const same = found.name === denied.holder.name
  if (same && !other) return null
  const holder = same ? { ...found, id: null, name: `${tokens[subject[0]]?.lower} ${found.name}` } : found
  return deniedBy(context, clause, state, { denied, holder, range: [subject[0], verb.tokens[1] + object.length] })
}

/** "This is not true", "it was a lie", "which is false", and "“Not true,” X said": by whoever says so. */
function truthDenies(context: Context, clause: Clause, state: SentenceState, denied: ClaimDraft): ClaimDraft | null {
  const words = untrueIn(context, clause)
  if (!words) return null
  const view = viewClause(context.findings, context.clauses, clause, context.hidden)
  const before = context.attributions.find(
    ({ cueTokens, contentTokens }) => contentTokens.some(range => holds(range, words)) && cueTokens[0] < words[0],
  )
  // "X said that it had fallen, *which is not true*": what the teller puts behind the words of X.
  const aside = clause.marker === 'which' && before !== undefined && denied.sentence === context.sentence.index
  const speaker = shortWords(context, clause)?.holder ?? holdingOf(context, clause, state, view).holder
  const { party: _party, ...holder } = aside ? state.outlet : speaker
  const same = holder.name === denied.holder.name
  if (same && (clause.marker !== 'which' || denied.sentence !== context.sentence.index)) return null
  const draft = deniedBy(context, clause, state, { denied, holder, range: words })
  if (!same) return draft
  // "It has fallen, which is not true, X said": the one claim of X is the denial.
  return { ...draft, span: denied.span, text: denied.text, places: denied.places, clause: denied.clause }
}

const holds = (range: TokenRange, [from]: TokenRange): boolean => range[0] <= from && from < range[1]

/** The words by which a clause puts what was told before aside as untrue; null where it says so of nothing before, or says more. */
function untrueIn(context: Context, clause: Clause): TokenRange | null {
  const { sentence, findings } = context
  const { tokens } = findings.document
  const [base] = sentence.tokens
  const tree = { span: sentence.span, tokens: sentence.tree }
  const { verb, subject } = clause
  if (verb?.lemma === 'be' && subject) {
    const named = tokens.slice(...subject)
    const relative = clause.marker === 'which' && clause.relation === 'relative'
    const points = relative || (named.length <= 3 && named.some(({ lower }) => POINTERS.has(lower)))
    const at = sentence.tree.find(
      ({ index }) => holds(clause.tokens, [base + index, 0]) && judgedTrue(tree, index) === false,
    )
    const follows = at && tokens[base + at.index + 1]?.lower === 'that'
    return points && at && !follows ? [relative ? clause.tokens[0] : subject[0], base + at.index + 1] : null
  }
  // "“Not true,” X said"
  const range = shortWords(context, clause)?.contentTokens[0]
  if (!range) return null
  const lone = sentence.tree.find(
    ({ index }) => holds(range, [base + index, 0]) && judgedTrue(tree, index, true) === false,
  )
  return lone ? range : null
}

/** What is said under a clause in a few words that make no clause themselves; undefined where it is more. */
const shortWords = ({ attributions, clauses }: Context, clause: Clause): Context['attributions'][number] | undefined =>
  attributions.find(({ clause: at, holder, contentTokens: [range, more] }) => {
    const here = at === clause.index || (at === null && clause.verb === null)
    if (!here || holder === null || !range || more || range[1] - range[0] > 4) return false
    return !clauses.some(({ verb }) => verb && holds(range, [verb.head, 0]))
  })

/** What is denied, by whom, in which words. */
interface Denial {
  readonly denied: ClaimDraft
  readonly holder: ClaimDraft['holder']
  readonly range: TokenRange
}

function deniedBy(
  context: Context,
  clause: Clause,
  state: SentenceState,
  { denied, holder, range }: Denial,
): ClaimDraft {
  const span = spanOfTokens(context.findings.document, range)
  const stance = 'denies' as const
  return {
    ...denied,
    span,
    text: context.findings.document.report.text.slice(...span),
    holder,
    chain: chainOf(holder.name, state),
    stance,
    certainty: 'stated',
    certaintyWords: null,
    certaintyScale: null,
    places:
      denied.sentence === context.sentence.index
        ? denied.places
        : denied.places.map(place => ({ ...place, carried: true })),
    figures: [],
    againstInterest: isAgainstInterest({ ...denied, stance, camp: holder.camp }, context.theatre),
    sentence: context.sentence.index,
    headline: false,
    clause: clause.index,
  }
}

/**
 * "X denied *Y's claim that …*": what is denied, as Y holds it; null where nobody known is named for it.
 */
export function claimDenied(
  context: Context,
  clause: Clause,
  denial: ClaimDraft,
  state: SentenceState,
): ClaimDraft | null {
  if (denial.stance === 'asserts' || denial.clause !== clause.index) return null
  const over = attributionsOver(context, clause)
  const beneath = over
    .slice(0, Math.max(0, rebuttalIn(over)))
    .find(({ holder }) => holder !== null && holder.id !== null)
  if (!beneath?.holder || beneath.holder.name === denial.holder.name) return null
  const { party: _party, ...holder } = beneath.holder
  const stance = 'asserts' as const
  return {
    ...denial,
    holder,
    chain: chainOf(holder.name, state),
    stance,
    certainty: 'unverified',
    certaintyWords: context.findings.document.report.text.slice(...beneath.cue),
    certaintyScale: null,
    againstInterest: isAgainstInterest({ ...denial, stance, camp: holder.camp }, context.theatre),
  }
}
