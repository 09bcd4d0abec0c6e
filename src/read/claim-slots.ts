import type { ClaimType, Theatre } from '#domain'
import { headPhrase } from './claim-phrase.ts'
import type { ClauseView, Findings } from './claim-view.ts'
import type { ActorMention } from './document.ts'
import type { FrameRoles } from './frame.ts'
import type { ResolvedHolder } from './holder-camps.ts'
import { classesOf } from './lexicon/frames-nouns.ts'

/** Who acts and who or what it is done to, by canonical name where there is one. */
export interface Slots {
  readonly agent: string | null
  readonly target: string | null
}

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

/** Fills agent and target by the order of the clause: an active subject acts, a passive one is acted on. */
export function fillSlots(given: SlotCase): Slots {
  const { view, type } = given
  const subject = actorIn(given, view.subjectTokens)
  const by = byActor(given)
  const object = actorIn(given, view.objectTokens) ?? actorIn(given, view.afterTokens)
  if (given.roles === 'repelled') return { agent: attackerOf(given, subject), target: view.passive ? by : subject }
  if (type === 'harm.losses') return lossSlots(given, subject, object, by)
  if (type === 'harm.casualties' || type === 'harm.damage')
    return { agent: harmAgent(given, subject, by), target: thingHarmed(given) }
  if (type.startsWith('politics.') || type.startsWith('economy.')) return politicsSlots(given, subject, by)
  const agent = view.passive
    ? (by ?? (type === 'combat.interception' ? defenderOf(given) : causeIn(given)))
    : (subject ?? (view.clause.verb === null ? actorIn(given, view.own) : null))
  return { agent, target: fieldTarget(given, agent, object) }
}

/** Who shot down what a body says was shot down: its own side. */
const defenderOf = ({ holder, theatre }: SlotCase): string | null =>
  holder.span === null ? null : (theatre.parties.find(party => party.id === holder.party)?.name ?? null)

/** What a field act is aimed at: the place of the clause, else another actor, else the thing acted on. */
function fieldTarget(given: SlotCase, agent: string | null, object: string | null): string | null {
  const { view, type } = given
  const place =
    placeIn(given, view.passive ? view.subjectTokens : view.objectTokens) ??
    placeIn(given, view.afterTokens) ??
    placeIn(given, view.own) ??
    placeIn(given, view.subjectTokens)
  const thing = phrase(given, view.passive ? view.subjectTokens : view.objectTokens)
  const plain = thing !== null && !isEventNoun(thing) ? thing : null
  if (type === 'combat.interception') return thing
  if (type === 'combat.weapon' || type === 'combat.mishap') return plain ?? phrase(given, view.subjectTokens)
  if (place !== null) return place
  const other = object !== agent && !isPerson(given, object) ? object : null
  return other ?? plain
}

/** Nobody shells or takes a person: a name among the words of an act in the field tells who else is spoken of. */
const isPerson = (given: SlotCase, name: string | null): boolean =>
  name !== null &&
  (name === given.holder.name ||
    given.findings.actors.some(
      actor => actor.name === name && (actor.kind === 'person' || actor.holder?.kind === 'official'),
    ))

/** True for a phrase whose last word is an act ("a major assault"): what is done, not what it is done to. */
const isEventNoun = (words: string): boolean => {
  const last =
    words.toLowerCase().split(/\s+/).at(0) === words.toLowerCase()
      ? words.toLowerCase()
      : (words.toLowerCase().split(' of ')[0]?.split(/\s+/).at(-1) ?? '')
  const classes = classesOf(last.replace(/s$/, '')).concat(classesOf(last))
  return classes.some(name => ['@ground', '@attack', '@evaluate'].includes(name)) || ACT_NOUNS.has(last)
}
const ACT_NOUNS = new Set(
  'gain gains progress effort efforts damage role control presence wave part chance matter target momentum decline steam headway control fire success goals'.split(
    ' ',
  ),
)

function placeIn(given: SlotCase, tokens: readonly number[]): string | null {
  return (
    given.findings.places.find(candidate => !candidate.government && tokens.includes(candidate.tokens[0]))?.name ?? null
  )
}

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
const overlapsTokens = (actor: ActorMention, tokens: readonly number[]): boolean =>
  tokens.some(at => at >= actor.tokens[0] && at < actor.tokens[1])

/** The first who acts in a phrase: a noun before an adjective, and "we/our" as the speaker's side. */
function actorIn(given: SlotCase, tokens: readonly number[]): string | null {
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

function byActor(given: SlotCase): string | null {
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
function causeIn(given: SlotCase): string | null {
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

function harmAgent(given: SlotCase, subject: string | null, by: string | null): string | null {
  if (given.view.passive) return by ?? causeIn(given)
  const isPeople = given.view.subject.has('@people') || given.view.subject.has('@object')
  return isPeople ? causeIn(given) : (subject ?? causeIn(given))
}

/** The people or things harmed: the subject of a passive or of "die", else the object. */
function thingHarmed(given: SlotCase): string | null {
  const { view } = given
  const first = view.passive || view.subject.has('@people') ? view.subjectTokens : view.objectTokens
  return phrase(given, first) ?? phrase(given, view.objectTokens)
}

function lossSlots(given: SlotCase, subject: string | null, object: string | null, by: string | null): Slots {
  const { view } = given
  const suffers = [
    'lose',
    'suffer',
    'sustain',
    'take',
    'incur',
    'bear',
    'endure',
    'experience',
    'surrender',
    'desert',
    'sacrifice',
    'admit',
    'acknowledge',
    'have',
    'continue',
    'mutiny',
    'defect',
  ].includes(view.predicate?.lemma ?? '')
  if (LOSS_NOUNS.some(noun => view.subject.has(noun)))
    return { agent: null, target: actorIn(given, view.subjectTokens) ?? foeOfHolder(given) }
  if (view.clause.verb === null) return { agent: null, target: actorIn(given, view.own) ?? foeOfHolder(given) }
  if (suffers && !view.passive) return { agent: null, target: subject }
  if (view.passive && view.subject.has('defender'))
    return { agent: by, target: actorIn(given, view.subjectTokens) ?? defenderOf(given) }
  if (view.passive) return { agent: by, target: actorIn(given, view.subjectTokens) ?? foeOfHolder(given) }
  if (view.subject.has('@personnel') && !view.subject.has('@party')) return { agent: null, target: subject }
  const target = actorIn(given, view.objectTokens) ?? (object !== subject ? object : null)
  return { agent: subject, target: target ?? otherParty(given, subject) }
}

const LOSS_NOUNS = ['loss', 'casualty', 'toll', 'attrition']

/** A party that counts losses of nobody named counts the enemy's. */
const foeOfHolder = (given: SlotCase): string | null => {
  if (given.holder.party === null || given.theatre.parties.length !== 2) return null
  return given.theatre.parties.find(party => party.id !== given.holder.party)?.name ?? null
}

function otherParty(given: SlotCase, name: string | null): string | null {
  const parties = given.theatre.parties
  if (name === null || parties.length !== 2 || !parties.some(party => party.name === name)) return null
  return parties.find(party => party.name !== name)?.name ?? null
}

/** The attacker of a repelled attack: named with the attack, else the foe of whoever repels it. */
function attackerOf(given: SlotCase, subject: string | null): string | null {
  const named = given.findings.actors.find(
    actor => given.view.afterTokens.includes(actor.tokens[0]) && actor.party !== null,
  )
  const name = named ? nameOf(given, named) : null
  return name !== null && name !== subject ? name : otherParty(given, subject)
}

function politicsSlots(given: SlotCase, subject: string | null, by: string | null): Slots {
  const { view } = given
  const inSubject = subject
  const agent = view.passive ? by : inSubject
  const after = given.findings.actors
    .filter(actor => overlapsTokens(actor, view.afterTokens))
    .map(actor => nameOf(given, actor))
  const named = after.filter(name => name !== null)
  if (
    agent === null &&
    (given.type === 'politics.meeting' || given.type === 'politics.negotiation') &&
    named.length >= 2 &&
    !view.subject.has('@person')
  )
    return { agent: named[0] ?? null, target: named.find(name => name !== named[0]) ?? null }
  const other = after.find(name => name !== null && name !== agent) ?? null
  const target = view.passive
    ? (inSubject ?? phrase(given, view.subjectTokens))
    : (other ?? phrase(given, view.objectTokens))
  if (given.type === 'politics.position') return { agent: positionAgent(given, agent), target }
  return { agent, target }
}

/** The actor of a position is whoever states it: the speaker, unless the clause tells the stand of somebody else. */
function positionAgent(given: SlotCase, agent: string | null): string | null {
  return given.holder.span === null ? agent : given.holder.name
}

/** The head noun phrase of a stretch of tokens. */
const phrase = (given: SlotCase, tokens: readonly number[]): string | null =>
  headPhrase(given.findings.document, tokens)
