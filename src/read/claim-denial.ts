import type { Context, SentenceState } from './claim-context.ts'
import { countryNear } from './claim-holding.ts'
import type { ClaimDraft } from './claim-merge.ts'
import { spanOfTokens } from './claim-span.ts'
import type { Clause } from './clauses.ts'
import { resolveHolder } from './holders.ts'
import { isAgainstInterest } from './interest.ts'
import { DENY_VERBS } from './lexicon/cues.ts'

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

/**
 * "X denied this", "X rejected the claims": the claim before it once more, denied by X. Null where the words denied are
 * told in the clause itself, or nothing was claimed before.
 */
export function denialOf(context: Context, clause: Clause, state: SentenceState): ClaimDraft | null {
  const { verb, subject } = clause
  const denied = state.claim
  if (!denied || !verb || !subject || verb.passive || verb.negated || !DENY_VERBS.has(verb.lemma)) return null
  const { tokens, report } = context.findings.document
  const object = tokens.slice(verb.tokens[1], clause.tokens[1]).filter(token => token.tag !== 'punct')
  if (object.length === 0 || object.length > 3 || !object.some(token => POINTERS.has(token.lower))) return null
  const { theatre, whole } = context
  const country = countryNear(whole, context.sentence.index)
  const look = {
    theatre,
    actors: whole.actors,
    earlier: state.holders,
    person: state.person,
    country,
    home: state.outlet,
  }
  const { party: _party, ...holder } = resolveHolder(whole.document, subject, look)
  if (holder.name === denied.holder.name) return null
  const span = spanOfTokens(context.findings.document, [subject[0], verb.tokens[1] + object.length])
  const stance = 'denies' as const
  return {
    ...denied,
    span,
    text: report.text.slice(...span),
    holder,
    chain: holder.name === state.outlet.name ? [holder.name] : [holder.name, state.outlet.name],
    stance,
    certainty: 'stated',
    certaintyWords: null,
    certaintyScale: null,
    places: denied.places.map(place => ({ ...place, carried: true })),
    figures: [],
    againstInterest: isAgainstInterest({ ...denied, stance, camp: holder.camp }, theatre),
    sentence: context.sentence.index,
    headline: false,
    clause: clause.index,
  }
}
