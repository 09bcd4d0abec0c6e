import { headPhrase } from './claim-phrase.ts'
import { classesOf } from './lexicon/frames-nouns.ts'
import {
  actorIn,
  byActor,
  causeIn,
  defenderOf,
  doerIn,
  foeOfHolder,
  nameOf,
  otherParty,
  overlapsTokens,
  type SlotCase,
} from './slot-actors.ts'

/** Who acts and who or what it is done to, by canonical name where there is one. */
export interface Slots {
  readonly agent: string | null
  readonly target: string | null
}

/** Fills agent and target by the order of the clause: an active subject acts, a passive one is acted on. */
export function fillSlots(given: SlotCase): Slots {
  const { view, type } = given
  const subject = isTeller(given) ? null : doerIn(given, view.subjectTokens)
  const by = byActor(given)
  const object = actorIn(given, view.objectTokens) ?? actorIn(given, view.afterTokens)
  if (given.roles === 'repelled') return { agent: attackerOf(given, subject), target: view.passive ? by : subject }
  if (type === 'harm.losses') return lossSlots(given, subject, object, by)
  if (type === 'harm.casualties' || type === 'harm.damage')
    return { agent: harmAgent(given, subject, by), target: thingHarmed(given) }
  if (type.startsWith('politics.') || type.startsWith('economy.')) return politicsSlots(given, subject, by)
  const agent = view.passive
    ? (by ?? passiveAgent(given, subject))
    : (subject ??
      (view.clause.verb === null
        ? doerIn(given, view.own)
        : isTeller(given)
          ? actorIn(given, view.objectTokens)
          : null))
  return { agent, target: fieldTarget(given, agent, object) }
}

/** "The staff *reported* strikes on X": whoever tells of an act does not do it. */
const isTeller = ({ view, type }: SlotCase): boolean =>
  /^(?:combat|control|harm)\./.test(type) &&
  !view.passive &&
  view.objectTokens.length > 0 &&
  TELLING.has(view.verb ?? '')
const TELLING = new Set(
  'report confirm announce record register acknowledge document see witness observe claim note describe show'.split(
    ' ',
  ),
)

/** Who is behind a passive that names nobody: forces that are moved move for their own side. */
function passiveAgent(given: SlotCase, subject: string | null): string | null {
  if (given.type === 'combat.interception') return defenderOf(given)
  return given.type === 'combat.deployment' && given.view.subject.has('@forces') ? subject : causeIn(given)
}

/** What a field act is aimed at: the place of the clause, else another actor, else the thing acted on. */
function fieldTarget(given: SlotCase, agent: string | null, object: string | null): string | null {
  const { view, type } = given
  const place =
    unlistedPlace(given, view.passive ? view.subjectTokens : view.objectTokens) ??
    placeIn(given, view.passive ? view.subjectTokens : view.objectTokens) ??
    placeIn(given, view.afterTokens) ??
    placeIn(given, view.own) ??
    placeIn(given, view.subjectTokens)
  const thing = phrase(given, view.passive ? view.subjectTokens : view.objectTokens)
  const plain = thing !== null && !isEventNoun(thing) ? thing : null
  if (type === 'combat.interception') return thing
  if (type === 'combat.weapon' || type === 'combat.mishap') return plain ?? phrase(given, view.subjectTokens)
  const other = object !== agent && !isPerson(given, object) ? object : null
  if (type === 'assessment.momentum' && other !== null && agent !== null && !view.passive) return other
  if (type === 'combat.strike' || type === 'combat.assault') {
    const foe = ownerOfHit(given, agent)
    if (foe) return foe
  }
  if (type === 'combat.strike' && plain !== null && HITTING.has(view.verb ?? '') && !isPlace(given, view)) return plain
  if (place !== null) return place
  return other ?? plain ?? attacked(given)
}

/** "struck *Russian* positions at X", "an attack on *Ukrainian* units": the side whose they are; null where a place itself is hit. */
function ownerOfHit({ findings, holder, theatre, view }: SlotCase, agent: string | null): string | null {
  const { tokens } = findings.document
  const owner = findings.actors.find(
    actor => actor.modifier && actor.party !== null && view.afterTokens.includes(actor.tokens[0]),
  )
  if (!owner || owner.kind === 'pronoun') return null
  const [from, to] = owner.tokens
  const hit = tokens[to]?.tag === 'adj' ? tokens[to + 1] : tokens[to]
  const before = tokens[from - 1]
  const struck = HITTING.has(view.verb ?? '') && from === view.afterTokens[0]
  const aimed = before?.lower === 'on' || before?.lower === 'against' || before?.lower === 'at'
  if (!hit || !(struck || aimed) || !classesOf(hit.lemma).some(name => name === '@forces' || POSITIONS.has(hit.lemma)))
    return null
  const name = nameOf({ holder, theatre }, owner)
  return name === agent ? null : name
}
const POSITIONS = new Set(
  'position line trench stronghold defence defense depot column convoy fortification'.split(' '),
)

/** "attacks on *homes and shops*": what an attack named by a noun is made on. */
function attacked({ findings, view }: SlotCase): string | null {
  const { tokens } = findings.document
  const on = view.afterTokens.findIndex(
    at =>
      (tokens[at]?.lower === 'on' || tokens[at]?.lower === 'against') &&
      classesOf(tokens[at - 1]?.lemma ?? '').some(name => name === '@attack' || name === '@remote'),
  )
  return on < 0 ? null : headPhrase(findings.document, view.afterTokens.slice(on + 1))
}

/** Verbs whose object is what is hit, where it is no place itself ("struck *a depot* in X"). */
const HITTING = new Set('strike hit target destroy shell bomb attack'.split(' '))
/** True where the thing hit is a place by name. */
const isPlace = (given: SlotCase, view: SlotCase['view']): boolean =>
  placeIn(given, view.passive ? view.subjectTokens : view.objectTokens) !== null

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

/** A name in no gazetteer that opens the object of a verb of taking or reaching: "entered *Dovhe*, south of X". */
function unlistedPlace({ findings, type }: SlotCase, words: readonly number[]): string | null {
  const { tokens, report } = findings.document
  const [from] = words
  if (!type.startsWith('control.') && type !== 'combat.deployment') return null
  if (from === undefined || tokens[from]?.tag !== 'name' || findings.tagsAt.has(from)) return null
  let to = from + 1
  while (words.includes(to) && tokens[to]?.tag === 'name' && !findings.tagsAt.has(to)) to++
  if (words.includes(to) && !['punct', 'prep', 'conj'].includes(tokens[to]?.tag ?? '')) return null
  return report.text.slice(tokens[from]?.span[0] ?? 0, tokens[to - 1]?.span[1] ?? 0)
}

function placeIn(given: SlotCase, tokens: readonly number[]): string | null {
  return (
    given.findings.places.find(candidate => !candidate.government && tokens.includes(candidate.tokens[0]))?.name ?? null
  )
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
  if (given.type === 'politics.position') {
    const stander = positionAgent(given, agent)
    const judged = !view.passive && agent !== null && stander !== agent && !/^(?:we|I)$/.test(agent) ? agent : null
    return { agent: stander, target: judged ?? target }
  }
  return { agent, target }
}

/** The actor of a position is whoever states it: the speaker, unless the clause tells the stand of somebody else. */
function positionAgent(given: SlotCase, agent: string | null): string | null {
  return given.holder.span === null ? agent : given.holder.name
}

/** The head noun phrase of a stretch of tokens. */
const phrase = (given: SlotCase, tokens: readonly number[]): string | null =>
  headPhrase(given.findings.document, tokens)
