import type { Span, TheatreHolder } from '#domain'
import type { ActorMention, Document, Token } from './document.ts'
import type { Somebody, TheatreIndex } from './theatre-index.ts'

/** What a mention says about whom it stands for, apart from where it stands. */
export type Identity = Pick<ActorMention, 'name' | 'kind' | 'id' | 'camp' | 'holder' | 'party' | 'forces'>

/** Nobody we know: a name as it is written. */
export const stranger = (name: string, kind: ActorMention['kind'], side: Identity | null = null): Identity => ({
  name,
  kind,
  id: null,
  camp: side?.camp ?? 'unknown',
  holder: null,
  party: side?.party ?? null,
  forces: false,
})

/** The party a body speaks for: through the chain of `of`, else the party of its camp when that is a party's own camp. */
export function partyOf(index: TheatreIndex, somebody: Somebody | undefined, depth = 0): string | null {
  if (!somebody || depth > 6) return null
  switch (somebody.kind) {
    case 'party':
      return somebody.party.id
    case 'actor':
      return null
    case 'generic':
      return index.partyOfCamp.get(somebody.generic.camp) ?? null
    case 'metonym':
      return partyOf(index, somebody.of, depth + 1)
    case 'holder': {
      const { holder } = somebody
      const through = holder.of === null ? null : partyOf(index, index.byId.get(holder.of), depth + 1)
      return through ?? index.partyOfCamp.get(holder.camp) ?? null
    }
  }
}

/** Who a theatre record is, as a mention says it. */
export function identify(index: TheatreIndex, somebody: Somebody): Identity {
  const party = partyOf(index, somebody)
  switch (somebody.kind) {
    case 'party': {
      const { id, name, camp } = somebody.party
      return { name, kind: 'party', id, camp, holder: null, party, forces: somebody.forces }
    }
    case 'actor': {
      const { id, name, camp } = somebody.actor
      return { name, kind: 'actor', id, camp, holder: null, party, forces: false }
    }
    case 'generic': {
      const { name, camp } = somebody.generic
      return { name, kind: 'generic', id: null, camp, holder: null, party, forces: false }
    }
    case 'metonym':
      return identify(index, somebody.of)
    case 'holder': {
      const { holder } = somebody
      const { id, name, camp } = holder
      return { name, kind: 'holder', id, camp, holder, party, forces: holder.kind === 'military' }
    }
  }
}

/** True when a holder record is a person. */
export const isPersonHolder = (holder: TheatreHolder): boolean => holder.kind === 'official'

/** Builds a mention over tokens `[from, to)`. */
export function makeMention(
  document: Document,
  from: number,
  to: number,
  identity: Identity,
  score: number,
  modifier = false,
): ActorMention {
  const first = document.tokens[from] as Token
  const last = document.tokens[to - 1] as Token
  const span: Span = [first.span[0], last.span[1]]
  const { camp, forces, holder, id, kind, name, party } = identity
  return {
    span,
    tokens: [from, to],
    sentence: first.sentence,
    name,
    kind,
    id,
    camp,
    holder,
    party,
    forces,
    modifier,
    score,
  }
}
