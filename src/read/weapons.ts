import type { Weapon } from '#domain'
import type { Document, Token, TokenRange } from './document.ts'
import { BODY_WORDS } from './lexicon/actor-nouns.ts'
import { NO_WEAPON_BEFORE } from './lexicon/counted.ts'
import type { TheatreIndex } from './theatre-index.ts'
import { matchName } from './trie.ts'

/** A weapon of the theatre named in the text. */
export interface WeaponMention {
  readonly tokens: TokenRange
  readonly sentence: number
  readonly name: string
  readonly id: string
  readonly class: Weapon['class']
}

/** "A think tank", "the 1st Tank Army", "an oil tank": a common word for a weapon that is part of another name or thing. */
export function isOtherThing(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from] as Token
  const before = tokens[from - 1]
  const next = tokens[to]
  if (before?.sentence === first.sentence && NO_WEAPON_BEFORE.has(`${before.lower} ${first.lemma}`)) return true
  const capital = to - from === 1 && /^\p{Lu}\p{Ll}/u.test(first.form) && next?.sentence === first.sentence
  return capital && /^\p{Lu}/u.test(next.form) && BODY_WORDS.has(next.lower)
}

/** Finds the weapons a theatre lists, longest name first, in order of the text. */
export function findWeapons(document: Document, index: TheatreIndex): readonly WeaponMention[] {
  const found: WeaponMention[] = []
  for (const sentence of document.sentences) {
    for (let at = sentence.tokens[0]; at < sentence.tokens[1]; ) {
      const match = matchName(index.weapons, document.tokens, at, sentence.tokens[1])
      const weapon = match?.values[0]
      if (match && weapon && !isOtherThing(document.tokens, at, match.to))
        found.push({
          tokens: [at, match.to],
          sentence: sentence.index,
          name: weapon.name,
          id: weapon.id,
          class: weapon.class,
        })
      at = match ? match.to : at + 1
    }
  }
  return found
}
