import { type ClaimFigure, type ClaimTime, dayOf, type Theatre } from '#domain'
import type { SentenceState } from './claim-context.ts'
import type { ClaimDraft } from './claim-merge.ts'
import { type Findings, inSentence } from './claim-view.ts'
import type { ActorMention, DocumentSentence, TokenRange } from './document.ts'
import { partyOfCamp, type ResolvedHolder } from './holder-camps.ts'
import { resolveHolder } from './holders.ts'
import { isAgainstInterest } from './interest.ts'
import type { SentenceParts } from './sentence-parts.ts'
import { withoutEnd } from './without-end.ts'

/** A list of losses, one kind a line ("tanks – 9,390 (+8),"), with the sentence that introduces it, or null. */
export interface LossList {
  readonly first: DocumentSentence
  readonly last: DocumentSentence
  readonly intro: DocumentSentence | null
}

/** Fewer lines are read as sentences; where the sentence before speaks of losses two are a list. */
const LEAST_LINES = 3
const LEAST_INTRODUCED = 2
const LONGEST_LINE = 16
const LOSSES = new Set('loss losses casualty casualties eliminated destroyed lost liquidated'.split(' '))

/** The lists of losses of a report, by the index of their first line. */
export function findLossLists(findings: Findings, parts: SentenceParts): ReadonlyMap<number, LossList> {
  const lists = new Map<number, LossList>()
  const { sentences } = findings.document
  for (let at = 0; at < sentences.length; at++) {
    let end = at
    while (end < sentences.length && isLine(findings, parts, sentences[end])) end++
    const [first, last] = [sentences[at], sentences[end - 1]]
    const before = sentences[at - 1]
    const intro = before && tellsLosses(findings, before) ? before : null
    if (first && last && end - at >= leastLines(intro)) lists.set(at, { first, last, intro })
    at = Math.max(at, end - 1)
  }
  return lists
}

const leastLines = (intro: DocumentSentence | null): number => (intro ? LEAST_INTRODUCED : LEAST_LINES)

/** One kind of losses and its count, with no verb. */
function isLine(findings: Findings, parts: SentenceParts, sentence: DocumentSentence | undefined): boolean {
  if (!sentence || sentence.boilerplate || sentence.tokens[1] - sentence.tokens[0] > LONGEST_LINE) return false
  if ((parts.clauses[sentence.index] ?? []).some(clause => clause.verb && clause.verb.kind === 'finite')) return false
  return inSentence(findings, sentence.index).quantities.some(({ measure }) => isLoss(measure))
}

const isLoss = (measure: string | null): boolean => /^(?:personnel|equipment)\./.test(measure ?? '')

const tellsLosses = ({ document }: Findings, sentence: DocumentSentence): boolean =>
  document.tokens.slice(...sentence.tokens).some(token => LOSSES.has(token.lower))

const SAYS = { type: 'harm.losses', stance: 'asserts', agent: null } as const

/** The days the introduction names, else the day of publication. */
function timeOfList(findings: Findings, { intro }: LossList): ClaimTime {
  const time = intro && inSentence(findings, intro.index).times.find(({ start }) => start !== null)
  const today = dayOf(findings.document.report.publishedAt)
  return time
    ? { start: time.start, end: time.end, words: time.text, tense: 'past' }
    : { start: today, end: today, words: null, tense: 'past' }
}

/** The one claim of a list: every count with its increment, held by whoever the introduction names. */
export function lossListDraft(
  findings: Findings,
  list: LossList,
  state: SentenceState,
  theatre: Theatre,
): ClaimDraft | null {
  const { document } = findings
  const figures = figuresOf(findings, list)
  if (figures.length < leastLines(list.intro)) return null
  const holder = holderOfList(findings, list, state, theatre)
  const target = loserOf(findings, list, holder, theatre)
  const span = spanOfList(findings, list)
  const { party: _party, ...named } = holder
  return {
    ...SAYS,
    span,
    text: document.report.text.slice(...span),
    holder: named,
    chain: holder.name === state.outlet.name ? [holder.name] : [holder.name, state.outlet.name],
    certainty: 'stated',
    certaintyWords: null,
    certaintyScale: null,
    target,
    places: [],
    time: timeOfList(findings, list),
    figures,
    againstInterest: isAgainstInterest({ ...SAYS, camp: holder.camp, target }, theatre),
    confidence: target === null ? 0.7 : 0.9,
    notes: [],
    sentence: list.first.index,
    headline: false,
    clause: 0,
    strength: 0.9,
  }
}

function figuresOf(findings: Findings, { first, last }: LossList): readonly ClaimFigure[] {
  return findings.quantities
    .filter(({ sentence, measure }) => sentence >= first.index && sentence <= last.index && isLoss(measure))
    .flatMap(({ measure, value, low, high, approx, of, change, span }) =>
      measure === null ? [] : [{ measure, value, low, high, unit: null, approx, of, change, span }],
    )
}

/** From the first line's first word to the last line's last, without the marks around them. */
function spanOfList({ document }: Findings, { first, last }: LossList): readonly [number, number] {
  const text = document.report.text.slice(first.span[0], last.span[1])
  const start = first.span[0] + (text.length - text.replace(/^[\s•·*–-]+/, '').length)
  return [start, first.span[0] + withoutEnd(text, /[\s.;,]/).length]
}

/** Who counts: a body named in the introduction, else who spoke just before, else the outlet. */
function holderOfList(findings: Findings, { intro }: LossList, state: SentenceState, theatre: Theatre): ResolvedHolder {
  const actors = intro ? inSentence(findings, intro.index).actors : []
  const body = actors.find(actor => !actor.modifier && (actor.kind === 'holder' || actor.holder !== null))
  const look = {
    theatre,
    actors: findings.actors,
    earlier: state.holders,
    person: null,
    country: null,
    home: state.outlet,
  }
  if (body) return resolveHolder(findings.document, body.tokens satisfies TokenRange, look)
  return state.last ?? state.outlet
}

/** Whose losses: the party named in the introduction that the holder does not fight for, else the holder's enemy. */
function loserOf(findings: Findings, { intro }: LossList, holder: ResolvedHolder, theatre: Theatre): string | null {
  const own = holder.party ?? partyOfCamp(holder.camp, theatre)
  const named = (intro ? inSentence(findings, intro.index).actors : []).filter(
    (actor: ActorMention) => actor.party !== null,
  )
  const parties = [...new Set(named.filter(({ holder: listed }) => listed === null).map(({ party }) => party))]
  const loser =
    parties.find(party => party !== own) ?? (own === null || theatre.parties.length !== 2 ? parties[0] : null)
  const id =
    loser ?? (own !== null && theatre.parties.length === 2 ? theatre.parties.find(party => party.id !== own)?.id : null)
  return theatre.parties.find(party => party.id === id)?.name ?? enemyIn(findings, intro)
}

/** The word for a loser whom nothing names ("the enemy"), as the introduction has it; null where it has none. */
function enemyIn({ document: { tokens } }: Findings, intro: DocumentSentence | null): string | null {
  const word = intro ? tokens.slice(...intro.tokens).find(({ lemma }) => ENEMIES.has(lemma)) : undefined
  return word?.lower ?? null
}
const ENEMIES = new Set(['enemy', 'occupier', 'invader', 'aggressor', 'adversary'])
