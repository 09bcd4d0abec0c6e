import { bandOf, type Certainty, type CertaintyScale, type Hedge, type Span } from '#domain'
import type { Clause } from './clauses.ts'
import type { Document, Token, TokenRange } from './document.ts'
import { findHedgeCues } from './hedge-cues.ts'
import { HEDGES, type HedgeEntry, NO_HEDGE_BEFORE, NO_HEDGE_NEXT } from './lexicon/hedges.ts'

/** A hedge of the text with what it means on the yardstick. */
export interface HedgeMention {
  readonly span: Span
  readonly text: string
  readonly tokens: TokenRange
  readonly sentence: number
  readonly certainty: Certainty
  readonly scale: CertaintyScale | null
}

/** How sure a holder says to be of one clause. */
export interface ClauseCertainty {
  readonly certainty: Certainty
  readonly words: string | null
  readonly scale: CertaintyScale | null
}

const byFirst = new Map<string, HedgeEntry[]>()
for (const entry of HEDGES) {
  const first = entry.words[0] ?? ''
  const held = byFirst.get(first)
  if (held) held.push(entry)
  else byFirst.set(first, [entry])
}
for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length)

/**
 * Finds the words by which a speaker is less than flat, longest phrase first, in order of the text. A number with
 * "chance" or "probability" is one too ("a 10 % chance"), on the band its value falls in.
 */
export function findHedges(document: Document): readonly HedgeMention[] {
  const hedges: HedgeMention[] = []
  const { tokens } = document
  for (let at = 0; at < tokens.length; ) {
    const found = hedgeAt(document, at)
    if (found) hedges.push(found)
    at = found ? found.tokens[1] : at + 1
  }
  return hedges
}

/**
 * All the words of a report that leave a statement open, with the band of those that have one; in order of the text, none
 * overlapping another. Wider than the hedges that weigh claims: an amount left vague or a question weakens a sentence
 * without telling how sure its speaker is of the claim.
 */
export function listHedges(document: Document, hedges: readonly HedgeMention[]): readonly Hedge[] {
  const taken = new Set<number>()
  for (const { tokens } of hedges) for (let at = tokens[0]; at < tokens[1]; at++) taken.add(at)
  const cues = findHedgeCues(document).filter(({ tokens: [from, to] }) => !anyTaken(taken, from, to))
  return [
    ...hedges.map(({ span, text, tokens, certainty }) => {
      const modal = document.tokens[tokens[0]]?.tag === 'aux' && tokens[1] - tokens[0] === 1
      const kind = certainty === 'unverified' ? 'evidential' : modal ? 'modal' : 'likelihood'
      return { span, text, kind, certainty } as const
    }),
    ...cues.map(({ tokens: [from, to], kind }) => {
      const span = [document.tokens[from]?.span[0] ?? 0, document.tokens[to - 1]?.span[1] ?? 0] as const
      return { span, text: document.report.text.slice(...span), kind, certainty: null }
    }),
  ].toSorted((a, b) => a.span[0] - b.span[0])
}

function anyTaken(taken: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (taken.has(at)) return true
  return false
}

function hedgeAt(document: Document, at: number): HedgeMention | null {
  const token = document.tokens[at] as Token
  const chance = chanceAt(document, at)
  if (chance) return chance
  for (const entry of byFirst.get(token.lower) ?? []) {
    if (!entry.words.every((word, step) => document.tokens[at + step]?.lower === word)) continue
    if (document.tokens[at + entry.words.length - 1]?.sentence !== token.sentence) continue
    if (excluded(document.tokens, at, entry)) continue
    return mention(document, [at, at + entry.words.length], entry.certainty, entry.scale)
  }
  return null
}

function excluded(tokens: readonly Token[], at: number, entry: HedgeEntry): boolean {
  if (entry.words.length > 1) return false
  const token = tokens[at] as Token
  const next = tokens[at + 1]?.lower ?? ''
  const before = tokens[at - 1]?.lower ?? ''
  if (
    token.lower === 'may' &&
    token.form === 'May' &&
    (token.tag === 'name' || tokens[at - 1]?.sentence === token.sentence)
  )
    return true
  if (token.lower === 'might' && (token.tag === 'noun' || ['military', 'nuclear', 'economic', "'s"].includes(before)))
    return true
  if (token.lower === 'seem' || token.lower.startsWith('appear'))
    if (tokens[at + 1]?.lower === 'in' || tokens[at + 1]?.lower === 'before' || tokens[at + 1]?.lower === 'on')
      return true
  return (NO_HEDGE_NEXT[token.lower]?.has(next) ?? false) || (NO_HEDGE_BEFORE[token.lower]?.has(before) ?? false)
}

const mention = (
  document: Document,
  range: TokenRange,
  certainty: Certainty,
  scale: CertaintyScale | null,
): HedgeMention => {
  const first = document.tokens[range[0]] as Token
  const last = document.tokens[range[1] - 1] as Token
  const span = [first.span[0], last.span[1]] as const
  return { span, text: document.report.text.slice(...span), tokens: range, sentence: first.sentence, certainty, scale }
}

/** "a 10 % chance", "70 percent probability": the number and its noun. */
function chanceAt(document: Document, at: number): HedgeMention | null {
  const value = Number(document.tokens[at]?.form)
  if (!Number.isFinite(value) || document.tokens[at]?.form.trim() === '') return null
  const unit = document.tokens[at + 1]?.lower
  if (unit !== '%' && unit !== 'percent' && unit !== 'per') return null
  const nounAt = unit === 'per' ? at + 3 : at + 2
  const noun = document.tokens[nounAt]?.lower
  if (noun !== 'chance' && noun !== 'probability' && noun !== 'likelihood') return null
  return mention(document, [at, nounAt + 1], bandOf(Math.min(1, value / 100)), null)
}

/**
 * Which clauses of a sentence each hedge covers: its own clause and those joined to it that repeat neither subject nor
 * auxiliary; a hedge in a clause that only introduces another ("it is likely that …") covers that one too. The hedge of
 * the innermost clause wins; of two in one clause the more doubtful word is the weaker claim, so `unverified` wins.
 */
export function weighClauses(
  clauses: readonly Clause[],
  hedges: readonly HedgeMention[],
  text: string,
): readonly ClauseCertainty[] {
  const own = clauses.map(clause => ownHedge(clause, clauses, hedges))
  return clauses.map((clause, index) => {
    const hedge = own[index] ?? inherited(clause, clauses, own)
    return hedge === null
      ? { certainty: 'stated', words: null, scale: null }
      : { certainty: hedge.certainty, words: text.slice(...hedge.span), scale: hedge.scale }
  })
}

const inClause = (hedge: HedgeMention, clause: Clause): boolean =>
  hedge.tokens[0] >= clause.tokens[0] && hedge.tokens[1] <= clause.tokens[1]

function ownHedge(clause: Clause, clauses: readonly Clause[], hedges: readonly HedgeMention[]): HedgeMention | null {
  const inside = hedges.filter(
    hedge =>
      (inClause(hedge, clause) || touches(hedge, clause)) &&
      !clauses.some(
        other =>
          other !== clause &&
          inClause(hedge, other) &&
          other.tokens[0] >= clause.tokens[0] &&
          other.tokens[1] <= clause.tokens[1] &&
          other.tokens[1] - other.tokens[0] < clause.tokens[1] - clause.tokens[0],
      ),
  )
  return inside.find(hedge => hedge.certainty === 'unverified') ?? inside[0] ?? null
}

/** "reportedly striking …": an adverb just before the first word of a clause belongs to it. */
const touches = (hedge: HedgeMention, clause: Clause): boolean => hedge.tokens[1] === clause.tokens[0]

function inherited(
  clause: Clause,
  clauses: readonly Clause[],
  own: readonly (HedgeMention | null)[],
): HedgeMention | null {
  const before = clauses[clause.index - 1]
  if (!before) return null
  const hedge = own[clause.index - 1] ?? null
  if (clause.relation === 'complement' && before.verb?.lemma === 'be') return hedge
  const shares =
    clause.inherits &&
    clause.verb !== null &&
    !clause.verb.auxiliary &&
    clause.relation !== 'relative' &&
    clause.relation !== 'participle'
  if (!shares) return null
  if (hedge) return isModalOrVerbal(hedge) || clause.relation === 'gerund' ? hedge : null
  return inherited(before, clauses, own)
}

const isModalOrVerbal = (hedge: HedgeMention): boolean => hedge.text.length > 0
