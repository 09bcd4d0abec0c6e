import type { HolderKind, Theatre } from '#domain'
import type { ActorMention, Document, TokenRange } from './document.ts'
import {
  campNear,
  campOfCountry,
  type HolderContext,
  isLocal,
  partyOf,
  partyOfCamp,
  type ResolvedHolder,
} from './holder-camps.ts'
import { headNoun, kindOfWords, personKind } from './holder-kinds.ts'
import { sourceWords } from './holder-roles.ts'
import { staffOf } from './holder-unlisted.ts'

/** The holder a mention stands for, as the source it stands in names it: a listed one by its record, others by name, kind and camp. */
export function fromActor(
  document: Document,
  actor: ActorMention,
  context: HolderContext,
  source: TokenRange,
): ResolvedHolder {
  const { theatre } = context
  const { holder: listed, span } = actor
  if (listed) {
    const { id, name, kind, camp } = listed
    return { id, name, kind, camp, span, party: actor.party ?? partyOf(listed, theatre) }
  }
  const generic = actor.kind === 'generic' ? theatre.genericHolders.find(other => other.name === actor.name) : undefined
  if (generic) {
    const { kind, camp } = generic
    const near = camp === 'unknown' && isLocal(document, actor) ? campOfCountry(context, kind) : camp
    const name = sourceWords(document, source) || generic.name
    return { id: null, name, kind, camp: near, span, party: actor.party ?? partyOfCamp(near, theatre) }
  }
  if (actor.kind === 'party' && actor.forces) return staffOf(document, actor, theatre)
  const kind = kindOfActor(document, actor, source, theatre)
  const open = actor.camp === 'unknown' && kind !== 'unnamed' && actor.kind === 'person'
  const near = open ? campNear(document, context, actor) : actor.camp
  const camp = near === 'unknown' && isLocal(document, actor) ? campOfCountry(context, kind) : near
  return { id: actor.id, name: actor.name, kind, camp, span, party: actor.party ?? partyOfCamp(camp, theatre) }
}

/** The kind of an actor that is no listed holder: by what it is, and for persons and pronouns by the words around. */
function kindOfActor(document: Document, actor: ActorMention, source: TokenRange, theatre: Theatre): HolderKind {
  const head = headNoun(document.tokens, source)
  const telling = head !== null && kindOfWords([head.lemma], 'unnamed') !== 'unnamed'
  const words = telling ? [head.lemma] : document.tokens.slice(...source).map(token => token.lemma)
  if (actor.kind === 'person' || actor.kind === 'office') return personKind(document, actor, words)
  const listed = theatre.actors.find(candidate => candidate.id === actor.id)?.kind
  if (actor.forces || listed === 'armed-group') return 'military'
  if (listed === 'organisation' || listed === 'alliance') return 'organisation'
  return actor.kind === 'generic' || actor.kind === 'pronoun' ? kindOfWords(words, 'unnamed') : 'government'
}
