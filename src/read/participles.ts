import type { Token, TokenRange } from './document.ts'
import type { VerbGroup } from './verb-group.ts'

/** Participles that before a noun are its adjective in any place ("planned operations", "newly mobilized battalions"). */
const ADJECTIVAL = new Set(
  `planned trained armed mobilized mobilised wanted alleged increased limited continued armored armoured united advanced
  unmanned combined led based related estimated so-called guided manned experienced motivated concerned unprovoked unjustified remaining coming
  existing growing ongoing incoming upcoming surrounding living opposing missing acting escalating intended proposed expected confirmed verified unconfirmed halting speaking`.split(
    /\s+/,
  ),
)

/** Those that are so only after a determiner, preposition or number ("in besieged Mariupol", "the captured towns"). */
const AFTER_DETERMINER = new Set(
  `occupied claimed reported displaced withdrawn backed made damaged destroyed wounded injured captured besieged seized annexed contested liberated
  required frozen detained deployed deported abducted targeted renewed repeated killed organized organised shelled bombed abandoned leading fighting`.split(
    /\s+/,
  ),
)

export function isAdjective(tokens: readonly Token[], group: VerbGroup, range: TokenRange): boolean {
  const main = tokens[group.head]
  const next = tokens[group.tokens[1]]
  const before = tokens[group.tokens[0] - 1]
  // "US-made rockets", "as opposed to": no verb of a clause.
  if (before?.form === '-' && before.span[1] === main?.span[0] && !group.auxiliary) return true
  if (main?.lower === 'opposed' && before?.lower === 'as') return true
  if (
    group.auxiliary ||
    !main ||
    !next ||
    group.tokens[1] >= range[1] ||
    !['noun', 'name', 'adj', 'num'].includes(next.tag)
  )
    return false
  const opens = before === undefined || before.sentence !== main.sentence
  if (AFTER_DETERMINER.has(main.lower))
    return (
      !opens &&
      before !== undefined &&
      (['det', 'adj', 'prep', 'num'].includes(before.tag) || ['its', 'their', 'his'].includes(before.lower))
    )
  if (!ADJECTIVAL.has(main.lower)) return false
  if (opens || before === undefined) return next.tag !== 'name'
  return (
    ['det', 'adj', 'prep', 'num', 'adv', 'conj', 'punct', 'verb', 'part'].includes(before.tag) ||
    ['its', 'their', 'his'].includes(before.lower)
  )
}

/** Verbs that share one object ("killed, injured or captured 50 soldiers") are one group under the first of them. */
const SHARING = new Set(
  'kill wound injure hurt maim damage destroy capture detain deport abduct arrest shell bomb seize ruin loot torture rape'.split(
    ' ',
  ),
)

export function pushJoined(tokens: readonly Token[], groups: VerbGroup[], group: VerbGroup): void {
  const last = groups.at(-1)
  const gap = last ? tokens.slice(last.tokens[1], group.tokens[0]) : []
  const joins =
    gap.length > 0 &&
    gap.length <= 3 &&
    gap.every(token => token.form === ',' || token.tag === 'conj' || token.tag === 'adv')
  if (
    !last ||
    !joins ||
    group.auxiliary ||
    !SHARING.has(last.lemma) ||
    !SHARING.has(group.lemma) ||
    group.kind !== 'bare'
  )
    groups.push(group)
  else groups[groups.length - 1] = { ...last, tokens: [last.tokens[0], group.tokens[1]] }
}
