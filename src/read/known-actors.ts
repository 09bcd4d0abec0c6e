import { dayOf, type TheatreHolder } from '#domain'
import { type Identity, identify, makeMention, stranger } from './actor-mention.ts'
import type { ActorMention, Document, Token } from './document.ts'
import { singularOf } from './lemmas.ts'
import { BODY_WORDS, FORCES_NOUNS, SOURCE_NOUNS } from './lexicon/actor-nouns.ts'
import { useOfName } from './place-use.ts'
import type { Somebody, TheatreIndex } from './theatre-index.ts'
import { matchName, type NameMatch } from './trie.ts'

/** True when a holder was in office on a day. */
const inOffice = (holder: TheatreHolder, day: string): boolean =>
  (holder.from === null || holder.from <= day) && (holder.to === null || day <= holder.to)

/** Of several records with one name the one in office on the day, else the first. A person with no fitting term stays himself. */
function chooseSomebody(values: readonly Somebody[], day: string): Somebody {
  const fitting = values.find(value => value.kind !== 'holder' || inOffice(value.holder, day))
  return fitting ?? (values[0] as Somebody)
}

/** The holders that bear an office on the day. */
export const bearersOn = (values: readonly TheatreHolder[], day: string): readonly TheatreHolder[] =>
  values.filter(holder => inOffice(holder, day))

const isPossessive = (token: Token | undefined): boolean => /^['’]s?$/.test(token?.lower ?? '') && token?.tag !== 'aux'

/** True when an adjective stands before something of its noun phrase: "Russian shelling", "Ukrainian-held", "Russian long-range". */
function modifies(document: Document, from: number, end: number): boolean {
  const next = from < end ? document.tokens[from] : undefined
  const adjective = (document.tokens[from - 1] as Token).tag === 'adj'
  if (!next) return false
  if (next.form === '-' || next.tag === 'noun' || next.tag === 'name' || next.tag === 'adj' || next.tag === 'num')
    return true
  return adjective && next.tag === 'verb' && next.verbForm !== 'present'
}

/** Reads "Russian troops", "Russian airborne forces", "Ukrainian officials"; null where the noun is of neither kind. */
function readPeople(document: Document, index: TheatreIndex, match: NameMatch<Somebody>, end: number) {
  const somebody = match.values[0] as Somebody
  const self = identify(index, somebody)
  const possessive = isPossessive(document.tokens[match.to])
  const from = possessive ? match.to + 1 : match.to
  for (let at = from; at < Math.min(end, from + 4); at += 1) {
    const token = document.tokens[at] as Token
    const noun = singularOf(token.lower)
    const next = document.tokens[at + 1]
    const ends = at + 1 >= end || (next?.tag !== 'noun' && next?.tag !== 'name')
    if (
      ends &&
      token.tag !== 'name' &&
      FORCES_NOUNS.has(noun) &&
      (somebody.kind === 'party' || somebody.kind === 'metonym')
    )
      return { to: at + 1, identity: { ...self, forces: true } }
    if (ends && SOURCE_NOUNS.has(noun) && !possessive)
      return { to: at + 1, identity: sourceOf(document, match, at + 1, self) }
    if (token.tag !== 'adj' && token.tag !== 'noun' && token.form !== '-') return null
  }
  return null
}

function sourceOf(document: Document, match: NameMatch<Somebody>, to: number, self: Identity): Identity {
  const first = document.tokens[match.to - 1] as Token
  const last = document.tokens[to - 1] as Token
  return { ...stranger(document.report.text.slice(first.span[0], last.span[1]), 'generic', self) }
}

/** Reads one name that begins at a token, with the noun behind it; null where none begins. */
function readAt(document: Document, index: TheatreIndex, at: number, end: number, day: string): ActorMention | null {
  const { tokens } = document
  const name = matchName(index.somebodies, tokens, at, end)
  const people = matchName(index.demonyms, tokens, at, end)
  if (people && (!name || people.to >= name.to)) {
    const read = readPeople(document, index, people, end)
    if (read) return makeMention(document, at, read.to, read.identity, 0.9)
    if (!name) return readBarePeople(document, index, people, at, end)
  }
  if (!name) return null
  const somebody = chooseSomebody(name.values, day)
  const possessive = isPossessive(tokens[name.to])
  if (possessive) {
    const read = readPeople(document, index, name, end)
    if (read?.identity.forces) return makeMention(document, at, read.to, read.identity, 0.9)
  }
  return makeNamed(document, index, somebody, at, name.to, possessive)
}

/** An adjective alone: a modifier before its noun, or the people ("the Russians"). */
function readBarePeople(
  document: Document,
  index: TheatreIndex,
  match: NameMatch<Somebody>,
  at: number,
  end: number,
): ActorMention {
  const identity = identify(index, match.values[0] as Somebody)
  const modifier = modifies(document, match.to, end)
  return makeMention(document, at, match.to, identity, modifier ? 0.85 : 0.75, modifier)
}

/** "Washington Insider Magazine", "Moscow Times": a state's or capital's name that only opens the name of a body. */
function isPartOfName(document: Document, at: number, to: number, somebody: Somebody): boolean {
  if (somebody.kind === 'holder' || somebody.kind === 'generic') return false
  for (let next = to; next < to + 5; next += 1) {
    const token = document.tokens[next]
    const glued = token?.span[0] === (document.tokens[next - 1]?.span[1] ?? 0) + 1
    if (!token || !glued || token.sentence !== document.tokens[at]?.sentence || token.tag !== 'name') return false
    if (BODY_WORDS.has(token.lower)) return true
  }
  return false
}

/** A name by itself; null where a state or capital is only ground. */
function makeNamed(
  document: Document,
  index: TheatreIndex,
  somebody: Somebody,
  at: number,
  to: number,
  possessive: boolean,
): ActorMention | null {
  const identity = identify(index, somebody)
  if (isPartOfName(document, at, to, somebody)) return null
  const joined = document.tokens[to]?.form === '-' || (at > 0 && document.tokens[at - 1]?.form === '-')
  const ground =
    (somebody.kind === 'party' && !somebody.forces) ||
    (somebody.kind === 'actor' && somebody.actor.kind === 'state') ||
    (somebody.kind === 'metonym' && somebody.metonym.alsoPlace)
  if (!ground) return makeMention(document, at, to, identity, 0.95, possessive)
  const use = useOfName(document, at, to)
  if (use === 'place' || (use === 'either' && somebody.kind === 'metonym')) return null
  return makeMention(document, at, to, identity, use === 'agent' ? 0.9 : 0.55, possessive || joined)
}

/** A mention with the short name in brackets behind it ("the Group of 7 (G7)"), or with the long name before its own brackets. */
function joinBrackets(document: Document, mention: ActorMention, last: ActorMention | undefined): ActorMention {
  const { tokens } = document
  const [from, to] = mention.tokens
  if (tokens[from - 1]?.form !== '(' || tokens[to]?.form !== ')') return mention
  const open = tokens[from - 1] as Token
  if (open.sentence !== mention.sentence) return mention
  const same = last?.tokens[1] === from - 1 && last.name === mention.name
  const start = same ? last.tokens[0] : longNameStart(document, from - 1, (tokens[from] as Token).form)
  return start === null ? mention : makeMention(document, start, to + 1, mention, mention.score, mention.modifier)
}

/** Where the words that a short name abbreviates begin, before its bracket; null when the initials do not agree. */
function longNameStart(document: Document, bracket: number, short: string): number | null {
  let left = short.toLowerCase()
  for (let at = bracket - 1; at >= 0 && bracket - at <= 10; at -= 1) {
    const token = document.tokens[at] as Token
    if (token.sentence !== document.tokens[bracket]?.sentence) return null
    if (/^(?:of|for|the|and|on|in|to)$/.test(token.lower)) continue
    if (!/^[\p{Lu}\d]/u.test(token.form) || !left.endsWith(token.lower.charAt(0))) return null
    left = left.slice(0, -1)
    if (left === '') return at
  }
  return null
}

/** Finds the theatre's own somebodies, in reading order, the longest name at each place. */
export function findKnownActors(document: Document, index: TheatreIndex): ActorMention[] {
  const day = dayOf(document.report.publishedAt)
  const mentions: ActorMention[] = []
  for (const sentence of document.sentences) {
    const [start, end] = sentence.tokens
    for (let at = start; at < end; at += 1) {
      const read = readAt(document, index, at, end, day)
      if (!read) continue
      const mention = joinBrackets(document, read, mentions.at(-1))
      while ((mentions.at(-1)?.tokens[1] ?? 0) > mention.tokens[0]) mentions.pop()
      mentions.push(mention)
      at = mention.tokens[1] - 1
    }
  }
  return mentions
}
