import type { Tense } from '#domain'
import { QUOTE_MARKS } from './clause-marks.ts'
import type { Document, Token, TokenRange } from './document.ts'
import { readVerb } from './lemmas.ts'
import { isAdjective, pushJoined } from './participles.ts'
import type { VerbGroup } from './verb-group.ts'
import {
  BE,
  DO,
  HAVE,
  HEDGE_ADJECTIVES,
  isAuxWord,
  isHiddenVerb,
  isVerbal,
  MODALS,
  NOT,
  PARTICLES,
  PHRASAL,
} from './verb-words.ts'

const NOTHING: ReadonlySet<number> = new Set()

/** Finds the verb groups of a range of tokens, in order. Infinitives, gerunds and bare past forms are groups of their own.
 * No group begins at a token of `named`: the words of a name are no verbs ("Grad rockets"). */
export function findVerbGroups(
  document: Document,
  range: TokenRange,
  named: ReadonlySet<number> = NOTHING,
): readonly VerbGroup[] {
  const groups: VerbGroup[] = []
  for (let at = range[0]; at < range[1]; ) {
    const group = named.has(at) ? null : readGroup(document.tokens, at, range)
    if (group) {
      if (!isAdjective(document.tokens, group, range)) pushJoined(document.tokens, groups, group)
      at = Math.max(group.tokens[1], at + 1)
    } else at++
  }
  return groups
}

function readGroup(tokens: readonly Token[], from: number, range: TokenRange): VerbGroup | null {
  const first = tokens[from]
  // "the will to fight" is a noun.
  if (!isVerbal(first) || (first?.lower === 'will' && tokens[from + 1]?.lower === 'to')) return null
  let at = from
  let head = from
  let sawVerb = false
  while (at < range[1]) {
    const token = tokens[at]
    if (!token) break
    if (isVerbal(token) || (at > from && isHiddenVerb(tokens, at))) {
      if (sawVerb) break
      head = at
      sawVerb = token.tag !== 'aux' && !continues(tokens, at, range)
      at++
      if (sawVerb) break
    } else if (isInner(token, tokens, at, range) || quotesVerb(tokens, at, head)) at++
    else break
  }
  return describe(tokens, from, head, range)
}

/** A `have`, `be` or `do` tagged as a verb is an auxiliary when a verb form that fits follows it. */
function continues(tokens: readonly Token[], at: number, range: TokenRange): boolean {
  const token = tokens[at]
  if (!token || !(BE.has(token.lower) || HAVE.has(token.lower) || DO.has(token.lower) || MODALS.has(token.lower)))
    return false
  for (let next = at + 1; next < Math.min(range[1], at + 5); next++) {
    const following = tokens[next]
    if (!following) return false
    if (isVerbal(following) || isHiddenVerb(tokens, next)) return true
    if (!(following.tag === 'adv' || NOT.has(following.lower) || HEDGE_ADJECTIVES.has(following.lower))) return false
  }
  return false
}

/** 'are "losing steam"': a quotation mark between an auxiliary and its participle. */
const quotesVerb = (tokens: readonly Token[], at: number, head: number): boolean =>
  head === at - 1 &&
  tokens[head]?.tag === 'aux' &&
  QUOTE_MARKS.has(tokens[at]?.form ?? '') &&
  isVerbal(tokens[at + 1]) &&
  tokens[at + 1]?.verbForm !== 'base' &&
  tokens[at + 1]?.tag === 'verb'

/** Adverbs and negations between the words of a group belong to it when a verb follows. */
function isInner(token: Token, tokens: readonly Token[], at: number, range: TokenRange): boolean {
  if (
    !(
      token.tag === 'adv' ||
      NOT.has(token.lower) ||
      token.lower === 'likely' ||
      token.lower === 'all' ||
      token.lower === 'both'
    )
  )
    return false
  for (let next = at + 1; next < Math.min(range[1], at + 5); next++) {
    const following = tokens[next]
    if (!following) return false
    if (isVerbal(following) || isHiddenVerb(tokens, next)) return !(tokens[next - 1]?.lower === 'to')
    if (!(following.tag === 'adv' || NOT.has(following.lower) || following.lower === 'likely')) return false
  }
  return false
}

function describe(tokens: readonly Token[], from: number, head: number, range: TokenRange): VerbGroup {
  const main = tokens[head] as Token
  const lead = tokens.slice(from, head)
  const lowers = lead.map(token => token.lower)
  const auxiliary = lead.some(isAuxWord) || lowers.some(word => HAVE.has(word) || DO.has(word))
  const modal = lowers.find(word => MODALS.has(word)) ?? (MODALS.has(main.lower) ? main.lower : null)
  let before = from - 1
  while (before > range[0] && tokens[before]?.tag === 'adv' && main.verbForm === 'base') before--
  const infinitive = tokens[before]?.lower === 'to' && (main.verbForm !== 'gerund' || head > from) && !modal
  const lastAux = lead.filter(token => isAuxWord(token) || HAVE.has(token.lower)).at(-1)?.lower
  const pastForm = main.verbForm === 'past' || main.verbForm === 'participle'
  const passive =
    lastAux !== undefined && (BE.has(lastAux) || lastAux === "'s" || lastAux === 'get' || lastAux === 'got') && pastForm
  const end = particleEnd(tokens, head, range)
  const particle = tokens[head + 1]
  const hidden = main.tag === 'verb' || main.tag === 'aux' ? null : readVerb(main.lower)
  const own = hidden?.base ?? main.lemma
  return {
    tokens: [from, end],
    head,
    lemma: end > head + 1 && particle ? `${own} ${particle.lower}` : own,
    kind: infinitive ? 'infinitive' : kindOf(main, lead, auxiliary),
    passive,
    negated:
      lowers.some(word => NOT.has(word)) || NOT.has(tokens[from - 1]?.lower ?? '') || negatedAfter(tokens, head, own),
    modal,
    tense: tenseOf(main, lowers, modal),
    auxiliary,
    perfect: lowers.some(word => HAVE.has(word)),
  }
}

const negatedAfter = (tokens: readonly Token[], head: number, lemma: string): boolean =>
  lemma === 'be' && ['not', "n't", 'n’t', 'no', 'never', 'neither'].includes(tokens[head + 1]?.lower ?? '')

function particleEnd(tokens: readonly Token[], head: number, range: TokenRange): number {
  const main = tokens[head]
  const next = tokens[head + 1]
  if (
    !main ||
    !next ||
    head + 1 >= range[1] ||
    !(PARTICLES.has(next.lower) || PHRASAL.has(`${main.lemma} ${next.lower}`))
  )
    return head + 1
  return PHRASAL.has(`${main.lemma} ${next.lower}`) ? head + 2 : head + 1
}

function kindOf(main: Token, lead: readonly Token[], auxiliary: boolean): VerbGroup['kind'] {
  const first = lead[0] ?? main
  if (first.verbForm === 'gerund' || first.lower === 'being' || first.lower === 'having') return 'gerund'
  if (auxiliary) return 'finite'
  if (main.verbForm === 'gerund') return 'gerund'
  if (main.verbForm === 'past' || main.verbForm === 'participle')
    return BE.has(main.lower) || HAVE.has(main.lower) ? 'finite' : 'bare'
  return 'finite'
}

function tenseOf(main: Token, lowers: readonly string[], modal: string | null): Tense {
  if (modal && ['will', "'ll", 'shall', 'would', 'wo', "'d", 'could'].includes(modal))
    return lowers.some(word => HAVE.has(word)) ? 'past' : 'future'
  if (lowers.some(word => HAVE.has(word))) return 'past'
  const first = lowers[0] ?? main.lower
  if (['was', 'were', 'did', 'had'].includes(first)) return 'past'
  if (lowers.length === 0 && (main.verbForm === 'past' || main.verbForm === 'participle')) return 'past'
  return 'present'
}
