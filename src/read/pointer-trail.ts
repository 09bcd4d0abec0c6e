import { type Identity, isPersonHolder } from './actor-mention.ts'
import type { ActorMention, Document } from './document.ts'
import { isSubject } from './place-use.ts'
import type { TheatreIndex } from './theatre-index.ts'

const FAR = 4

/** True for a mention of a person, by name or as a listed holder. */
export const isPerson = (mention: ActorMention): boolean =>
  mention.kind === 'person' || (mention.holder !== null && isPersonHolder(mention.holder))
/** What "it" and "they" can point to; "the enemy" and resolved pronouns too. */
export const isBody = (mention: ActorMention): boolean =>
  !isPerson(mention) && (mention.kind !== 'pronoun' || mention.name === 'enemy' || mention.camp !== 'unknown')

/** Reading state: mentions so far and what stands at each token. */
export interface Trail {
  readonly document: Document
  readonly index: TheatreIndex
  readonly day: string
  readonly named: readonly ActorMention[]
  readonly found: ActorMention[]
  /** Pronouns and offices that stand for a person. */
  readonly persons: Set<ActorMention>
}

/** How prominent a mention is for a pronoun: subjects before objects, those behind a preposition or before a noun last. */
function salience(trail: Trail, mention: ActorMention, sentence: number): number {
  const { document } = trail
  const [start, end] = document.sentences[mention.sentence]?.tokens ?? [0, 0]
  const [from, to] = mention.tokens
  const before = from > start ? document.tokens[from - 1] : undefined
  const close =
    document.tokens[to]?.form === ',' ? isSubjectBehindComma(document, to, end) : isSubject(document, to, end)
  const subject = close ? 1.6 : 0
  const hidden = before?.tag === 'prep' ? -0.6 : 0
  return subject + hidden - (mention.modifier ? 0.4 : 0) - (sentence - mention.sentence)
}

/** "X, the minister, said": the verb stands behind the apposition. */
function isSubjectBehindComma(document: Document, to: number, end: number): boolean {
  for (let at = to + 1; at < Math.min(end, to + 12); at += 1)
    if (document.tokens[at]?.form === ',') return isSubject(document, at + 1, end)
  return false
}

/** The most prominent earlier mention that fits, within a few sentences; the nearer of two alike. */
export function findBefore(
  trail: Trail,
  sentence: number,
  fits: (mention: ActorMention) => boolean,
): ActorMention | null {
  let best: ActorMention | null = null
  let most = Number.NEGATIVE_INFINITY
  for (let at = trail.found.length - 1; at >= 0; at -= 1) {
    const mention = trail.found[at] as ActorMention
    if (sentence - mention.sentence > FAR) break
    if (!fits(mention)) continue
    const weight = salience(trail, mention, sentence)
    if (weight > most) {
      best = mention
      most = weight
    }
  }
  return best
}

/** The identity of a mention for a word that points to it. */
export const asPointer = (to: ActorMention): Identity => ({
  name: to.name,
  kind: 'pronoun',
  id: to.id,
  camp: to.camp,
  holder: to.holder,
  party: to.party,
  forces: to.forces,
})
