import type { HolderKind } from '#domain'
import type { ActorMention, Document, Token, TokenRange } from './document.ts'

const KIND_WORDS: readonly (readonly [HolderKind, ReadonlySet<string>])[] = [
  [
    'official',
    new Set(
      'minister president premier governor mayor spokesman spokesperson spokeswoman ambassador chancellor senator secretary chief head commander general colonel adviser advisor deputy envoy diplomat chairman chairwoman director prosecutor king prince representative lawmaker congressman congresswoman mp leader'.split(
        ' ',
      ),
    ),
  ],
  [
    'government',
    new Set(
      'ministry government kremlin cabinet administration embassy parliament council authorities authority department office presidency rada duma senate congress house state country'.split(
        ' ',
      ),
    ),
  ],
  [
    'military',
    new Set('staff army military force forces command navy brigade battalion regiment corps troops unit'.split(' ')),
  ],
  ['agency', new Set('intelligence agency service fsb gur sbu cia mi6 security'.split(' '))],
  [
    'outlet',
    new Set(
      'media newspaper agency news outlet outlets magazine broadcaster channel television tv radio journal times post reporter journalist journalists correspondent press bbc cnn'.split(
        ' ',
      ),
    ),
  ],
  [
    'analyst',
    new Set(
      'institute analyst analysts expert experts think tank monitor professor historian researcher researchers economist economists centre center observers group university survey'.split(
        ' ',
      ),
    ),
  ],
  [
    'channel',
    new Set('blogger bloggers milblogger milbloggers telegram channel channels account accounts vlogger'.split(' ')),
  ],
  [
    'organisation',
    new Set(
      'organization organisation organizations organisations union alliance committee commission agency bank fund charity ngo un nato watchdog league'.split(
        ' ',
      ),
    ),
  ],
  ['forecaster', new Set('forecaster forecasters metaculus polymarket community superforecasters'.split(' '))],
  [
    'witness',
    new Set(
      'resident residents witness witnesses eyewitness eyewitnesses survivor survivors local locals neighbour neighbor villager villagers soldier soldiers prisoner fighter doctor'.split(
        ' ',
      ),
    ),
  ],
]

export const UNNAMED = new Set(
  'source sources official officials report reports rumours rumors people person someone insider insiders somebody others some many projections projection observers document documents files leak leaks others'.split(
    ' ',
  ),
)

export function personKind(document: Document, actor: ActorMention, words: readonly string[]): HolderKind {
  const around = document.tokens
    .slice(Math.max(0, actor.tokens[0] - 6), actor.tokens[1] + 8)
    .filter(token => token.sentence === actor.sentence)
    .map(token => token.lemma)
  const own = kindOfWords(words, 'unnamed')
  const found = own === 'unnamed' ? kindOfWords(around, 'official') : own
  return found === 'government' ||
    found === 'military' ||
    found === 'agency' ||
    found === 'organisation' ||
    found === 'outlet' ||
    found === 'channel'
    ? 'official'
    : found
}

/** The kind that the words of a source name; the first list that holds one of them wins. */
export function kindOfWords(words: readonly string[], otherwise: HolderKind): HolderKind {
  for (const [kind, list] of KIND_WORDS) if (words.some(word => list.has(word))) return kind
  return otherwise
}

/** The last noun of a phrase before its first preposition. */
export function headNoun(tokens: readonly Token[], [from, to]: TokenRange): Token | null {
  let head: Token | null = null
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (!token) continue
    if (head && (token.tag === 'prep' || token.form === ',' || token.tag === 'verb' || token.tag === 'aux')) break
    if (token.tag === 'noun' || token.tag === 'name') head = token
  }
  return head
}

export const isPronounOnly = (tokens: readonly Token[], [from, to]: TokenRange): boolean =>
  to - from <= 2 &&
  tokens.slice(from, to).some(token => token.tag === 'pron') &&
  tokens.slice(from, to).every(token => token.tag !== 'noun' && token.tag !== 'name')
