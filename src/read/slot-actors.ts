import type { ClaimType, Theatre } from '#domain'
import type { ClauseView, Findings } from './claim-view.ts'
import type { ActorMention } from './document.ts'
import type { FrameRoles } from './frame.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { typeOfEvent } from './lexicon/event-nouns.ts'
import { classesOf } from './lexicon/frames-nouns.ts'

/** What the slots of one claim are filled from. */
export interface SlotCase {
  readonly findings: Findings
  readonly view: ClauseView
  readonly type: ClaimType
  readonly roles: FrameRoles
  readonly holder: ResolvedHolder
  readonly theatre: Theatre
  /** Who acted in the claim before, for "it" and "they". */
  readonly lastAgent: string | null
}

/** Who shot down what a body says was shot down: its own side. */
export const defenderOf = ({ holder, theatre }: SlotCase): string | null =>
  holder.span === null ? null : (theatre.parties.find(party => party.id === holder.party)?.name ?? null)

/** The name a mention stands for; "the enemy" is the other party than the speaker's. */
export function nameOf(given: Pick<SlotCase, 'holder' | 'theatre'>, actor: ActorMention): string | null {
  if (actor.kind === 'pronoun' && actor.name === 'enemy') {
    const foe = given.theatre.parties.find(party => party.id !== given.holder.party)
    return given.holder.party === null || given.theatre.parties.length !== 2 ? null : (foe?.name ?? null)
  }
  if (/^(i|we|us|our|my)$/i.test(actor.name))
    return given.theatre.parties.find(party => party.id === given.holder.party)?.name ?? given.holder.name
  if (actor.party !== null && (actor.kind === 'party' || actor.forces))
    return given.theatre.parties.find(party => party.id === actor.party)?.name ?? actor.name
  return actor.name
}

const FIELD_TYPES = /^(control|combat|harm|assessment)\./
/** True when a mention and a list of token indices meet. */
export const overlapsTokens = (actor: ActorMention, tokens: readonly number[]): boolean =>
  tokens.some(at => at >= actor.tokens[0] && at < actor.tokens[1])

/** The first who acts in a phrase: a noun before an adjective, and "we/our" as the speaker's side. */
export function actorIn(given: SlotCase, tokens: readonly number[]): string | null {
  if (tokens.length === 0) return null
  const inside = given.findings.actors.filter(actor => overlapsTokens(actor, tokens))
  const own = ownSide(given, tokens)
  const troops = ownTroops(given, tokens)
  if (troops) return troops
  const coordinated = pairOf(given, inside, tokens)
  if (coordinated) return coordinated
  const plain = inside.find(actor => !actor.modifier)
  const open = plain?.kind === 'pronoun' && plain.name !== 'enemy' && plain.party === null
  if (open && FIELD_TYPES.test(given.type)) return speakersOwn(given, plain) ?? given.lastAgent ?? nameOf(given, plain)
  if (plain?.kind === 'pronoun' && plain.party !== null && FIELD_TYPES.test(given.type))
    return given.theatre.parties.find(party => party.id === plain.party)?.name ?? nameOf(given, plain)
  const head = plain ?? inside.find(actor => actor.modifier)
  return head ? nameOf(given, head) : own
}

/**
 * Who acts in a phrase that may name the act itself: in "X's invasion of Y" and "an attack on Y" whoever stands behind the noun
 * of a deed suffers it, and only X does it.
 */
export function doerIn(given: SlotCase, phrase: readonly number[]): string | null {
  const { tokens } = given.findings.document
  const deed = phrase.findIndex((at, order) => {
    const { tag, lemma } = tokens[at] ?? { tag: 'other', lemma: '' }
    if (tag !== 'noun' || !SUFFERED.has(tokens[phrase[order + 1] ?? -1]?.lower ?? '')) return false
    const beside = phrase.slice(0, order).map(other => tokens[other]?.lemma ?? '')
    return /^(?:combat|control)\./.test(typeOfEvent(lemma, beside) ?? '')
  })
  return actorIn(given, deed < 0 ? phrase : phrase.slice(0, deed + 1))
}
const SUFFERED = new Set(['of', 'on', 'against', 'into', 'at', 'in', 'near', 'toward', 'towards', 'upon'])

/** "it had shot down five": the speaker's side, where "it" opens what a body that fights or governs says. */
function speakersOwn(given: SlotCase, { tokens: [from] }: ActorMention): string | null {
  const { holder, view } = given
  const body = holder.span !== null && ['military', 'government', 'agency'].includes(holder.kind)
  if (!body || from !== view.subjectTokens[0] || given.findings.document.tokens[from]?.lower !== 'it') return null
  return given.theatre.parties.find(party => party.id === holder.party)?.name ?? null
}

/** "the Netherlands and Denmark": two actors joined by a conjunction act together. */
function pairOf(given: SlotCase, inside: readonly ActorMention[], tokens: readonly number[]): string | null {
  const [first, second] = inside.filter(actor => !actor.modifier)
  if (!first || !second) return null
  const between = given.findings.document.tokens.slice(first.tokens[1], second.tokens[0]).map(token => token.lower)
  if (!between.includes('and') || between.length > 2 || !tokens.includes(first.tokens[0])) return null
  const names = [nameOf(given, first), nameOf(given, second)]
  return names[0] && names[1] && names[0] !== names[1] ? `${names[0]} and ${names[1]}` : null
}

/** "its troops", "his army" in words of somebody who belongs to a side. */
function ownTroops(given: SlotCase, tokens: readonly number[]): string | null {
  const { document } = given.findings
  const at = tokens.findIndex(index =>
    ['its', 'his', 'their', 'her', 'our'].includes(document.tokens[index]?.lower ?? ''),
  )
  const noun = tokens.slice(at + 1, at + 4).map(index => document.tokens[index]?.lemma ?? '')
  if (
    at < 0 ||
    at > 1 ||
    given.holder.span === null ||
    !noun.some(word => classesOf(word).includes('@forces') || word === 'defence' || word === 'defense')
  )
    return null
  return given.theatre.parties.find(party => party.id === given.holder.party)?.name ?? null
}

function ownSide(given: SlotCase, tokens: readonly number[]): string | null {
  const first = tokens
    .map(at => given.findings.document.tokens[at]?.lower)
    .some(word => word === 'we' || word === 'our' || word === 'us' || word === 'ours')
  return first
    ? (given.theatre.parties.find(party => party.id === given.holder.party)?.name ?? given.holder.name)
    : null
}

/** Who stands behind "by" after the predicate, or null. */
export function byActor(given: SlotCase): string | null {
  const { tokens } = given.findings.document
  const at = given.view.afterTokens.find(index => tokens[index]?.lower === 'by')
  return at === undefined
    ? null
    : actorIn(
        given,
        given.view.afterTokens.filter(index => index > at && index < at + 8),
      )
}

/** The party an attack is named after: "in Russian shelling", "the Russian strike". */
export function causeIn(given: SlotCase): string | null {
  const { tokens } = given.findings.document
  const cause = given.findings.actors.find(
    actor =>
      actor.modifier &&
      actor.party !== null &&
      given.view.own.includes(actor.tokens[0]) &&
      tokens
        .slice(actor.tokens[1], actor.tokens[1] + 5)
        .some(token => classesOf(token.lemma).includes('@attack') || classesOf(token.lemma).includes('@remote')),
  )
  return cause ? nameOf(given, cause) : null
}

/** A party that counts losses of nobody named counts the enemy's. */
export const foeOfHolder = (given: SlotCase): string | null => {
  if (given.holder.party === null || given.theatre.parties.length !== 2) return null
  return given.theatre.parties.find(party => party.id !== given.holder.party)?.name ?? null
}

/** The other of two parties at war; null where `name` is none of them, or there are more. */
export function otherParty(given: SlotCase, name: string | null): string | null {
  const parties = given.theatre.parties
  if (name === null || parties.length !== 2 || !parties.some(party => party.name === name)) return null
  return parties.find(party => party.name !== name)?.name ?? null
}
