import type { Holder, HolderKind, Theatre, TheatreHolder } from '#domain'
import type { ActorMention, Document } from './document.ts'

/** A holder with what the reader needs to know besides: the party it fights for, to resolve "the enemy" and "our". */
export interface ResolvedHolder extends Holder {
  readonly party: string | null
}

/** The party a listed holder belongs to: through `of`, else the party whose camp it shares, else null. */
export function partyOf(holder: TheatreHolder, theatre: Theatre): string | null {
  const own = theatre.parties.find(party => party.id === holder.of || party.camp === holder.camp)
  return own?.id ?? null
}

/** The party a camp leads, or null for allies, third parties and unknown. */
export const partyOfCamp = (camp: string, theatre: Theatre): string | null =>
  theatre.parties.find(party => party.camp === camp)?.id ?? null

/** What the resolution of a source may look back on. */
export interface HolderContext {
  readonly theatre: Theatre
  readonly actors: readonly ActorMention[]
  /** Holders of the report so far, latest last. */
  readonly earlier: readonly ResolvedHolder[]
  /** The person the sentence before was about, whom "he" or "she" means; null for none. */
  readonly person: ResolvedHolder | null
  /** ISO country of the places named near by, for officials of no named side; null when there is none or several. */
  readonly country: string | null
  /** The report's own outlet, whose side a body named by its role alone belongs to; null where that is not known. */
  readonly home?: ResolvedHolder | null
}

export const LOCAL: ReadonlySet<string> = new Set(
  'police mayor governor regional local municipal emergency prosecutor city district village council resident'.split(
    ' ',
  ),
)

const INSTALLED = /occupation|proclaimed|installed|separatist|breakaway|people.s (republic|governor)|proxy/i

/** True when the words around a person's name tell of a local office under the country's own rule. */
export function isLocal(document: Document, actor: ActorMention): boolean {
  const around = document.tokens
    .slice(Math.max(0, actor.tokens[0] - 8), actor.tokens[1] + 10)
    .filter(token => token.sentence === actor.sentence)
  return around.some(token => LOCAL.has(token.lemma)) && !INSTALLED.test(around.map(token => token.lower).join(' '))
}

/** Local officials and witnesses belong to the side of the country they speak in. */
export function campOfCountry(context: HolderContext, kind: HolderKind): string {
  if (context.country === null || !['official', 'unnamed', 'witness', 'government', 'military'].includes(kind))
    return 'unknown'
  return context.theatre.parties.find(party => party.country === context.country)?.camp ?? 'unknown'
}

/**
 * An unlisted person takes the camp of whom the words around a mention of the same name tell: an adjective before it ("the
 * Ukrainian mayor X") or a body in the apposition behind it ("X, deputy chief of the Russian General Staff").
 */
export function campNear(document: Document, context: HolderContext, actor: ActorMention): string {
  const same = context.actors.filter(other => other.name === actor.name && other.kind === actor.kind)
  for (const mention of same.slice(0, 3)) {
    const near = context.actors.find(other => {
      if (
        other.sentence !== mention.sentence ||
        other === mention ||
        other.camp === 'unknown' ||
        other.kind === 'pronoun'
      )
        return false
      const before = mention.tokens[0] - other.tokens[1]
      const after = other.tokens[0] - mention.tokens[1]
      if (before >= 0 && before <= 5 && other.modifier) return noVerb(document, other.tokens[1], mention.tokens[0])
      return (
        after >= 1 &&
        after <= 9 &&
        document.tokens[mention.tokens[1]]?.form === ',' &&
        noVerb(document, mention.tokens[1], other.tokens[0])
      )
    })
    if (near) return near.camp
  }
  return actor.camp
}

const noVerb = (document: Document, from: number, to: number): boolean =>
  document.tokens.slice(from, to).every(token => token.tag !== 'verb' && token.tag !== 'aux')
