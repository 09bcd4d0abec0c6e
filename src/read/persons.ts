import { type Identity, isPersonHolder, makeMention, stranger } from './actor-mention.ts'
import type { ActorMention, Document, Token } from './document.ts'
import { singularOf } from './lemmas.ts'
import { BODY_WORDS, NAME_PARTICLES, PUBLISHER_NOUNS } from './lexicon/actor-nouns.ts'
import { CALENDAR_WORDS } from './lexicon/months.ts'
import { TITLE_NOUNS } from './lexicon/nouns.ts'
import { SAYING } from './lexicon/reporting.ts'
import { isSubject } from './place-use.ts'
import type { TheatreIndex } from './theatre-index.ts'
import { matchName } from './trie.ts'

const ABBREVIATED = /^(?:mr|mrs|ms|dr|gen|col|lt|maj|capt|sgt|adm|sen|gov|rep|sec|prof|pres|amb|cmdr|brig)\.?$/
const MAX_TITLE = 9

const isTitle = (token: Token | undefined): boolean =>
  token !== undefined &&
  (ABBREVIATED.test(token.lower) || TITLE_NOUNS.has(token.lower) || TITLE_NOUNS.has(singularOf(token.lower)))

/** Mentions by the token they begin and end at, kept as persons are added. */
interface Board {
  readonly document: Document
  readonly index: TheatreIndex
  /** The mention that covers a token. */
  readonly cover: (ActorMention | undefined)[]
  /** Who a surname stands for once a full name was read. */
  readonly surnames: Map<string, Identity>
}

/** Where the title before a name begins: back over offices, bodies and peoples; the name's own start where no title stands there. */
function titleStart(board: Board, from: number, start: number): number {
  const { tokens } = board.document
  if (from <= start || !isTitle(tokens[from - 1])) return from
  let at = from - 1
  let nouns = 0
  while (at > start && from - at < MAX_TITLE) {
    const before = tokens[at - 1] as Token
    const titled = isTitle(before)
    if (before.lower === 'of' && isTitle(tokens[at - 2])) {
      at -= 2
      continue
    }
    const hyphen = before.form === '-' && before.span[1] === tokens[at]?.span[0]
    const common = before.tag === 'noun' && !titled
    const fits = titled || hyphen || before.tag === 'name' || before.tag === 'adj' || (common && nouns < 2)
    if (!fits || CALENDAR_WORDS.has(before.lower) || before.quoted !== tokens[at]?.quoted) break
    if (common) nouns += 1
    at -= 1
  }
  while (at < from && (tokens[at]?.form === '-' || tokens[at]?.lower === 'former-')) at += 1
  return at
}

/** The side a title gives its bearer, by the mentions inside it: "Turkish Foreign Minister". */
function sideOf(board: Board, from: number, to: number): Identity | null {
  for (let at = to - 1; at >= from; at -= 1) {
    const mention = board.cover[at]
    if (mention) return mention
  }
  const before = board.cover[from - 1] ?? board.cover[from - 2]
  return before?.modifier && before.sentence === board.document.tokens[from]?.sentence ? before : null
}

/** Where a run of capitalised name words that begins at a token ends. */
function runEnd(board: Board, at: number, end: number): number {
  const { tokens } = board.document
  let to = at
  for (let next = at; next < end && next - at < 8; next += 1) {
    const token = tokens[next] as Token
    const glued =
      token.form === '-' &&
      to === next &&
      tokens[next + 1]?.tag === 'name' &&
      tokens[next + 1]?.span[0] === token.span[1]
    const particle = NAME_PARTICLES.has(token.lower) && next > at && tokens[next + 1]?.tag === 'name'
    const name = token.tag === 'name' && !board.cover[next] && !CALENDAR_WORDS.has(token.lower) && !isTitle(token)
    if (name) to = next + 1
    else if (!glued && !particle) break
    if (glued) to = next + 1
  }
  return to
}

/** A known person with the title before him becomes one mention, even where the title alone names somebody. */
function growKnown(board: Board, mention: ActorMention, start: number): ActorMention {
  const [from, to] = mention.tokens
  const before = from > start ? board.cover[from - 1] : undefined
  const office = before?.holder && board.document.tokens.slice(...before.tokens).some(isTitle) ? before.tokens[0] : from
  const grown = Math.min(office, titleStart(board, from, start))
  return grown === from
    ? mention
    : { ...makeMention(board.document, grown, to, mention, mention.score), modifier: mention.modifier }
}

/** The subject of a verb of saying, or the object order "said X". */
function speaks(board: Board, from: number, to: number, [start, end]: readonly [number, number]): boolean {
  const { tokens } = board.document
  if (from > start && SAYING.has(tokens[from - 1]?.lemma ?? '') && tokens[from - 1]?.tag === 'verb') return true
  if (from > start + 1 && tokens[from - 1]?.lower === 'to' && tokens[from - 2]?.lower === 'according') return true
  if (!isSubject(board.document, to, end)) return false
  for (let at = to; at < Math.min(end, to + 4); at += 1)
    if (tokens[at]?.tag === 'verb') return SAYING.has(tokens[at]?.lemma ?? '')
  return false
}

/** An apposition that gives the office: "Ivan Petrenko, a local police chief,". */
function hasOfficeBehind(board: Board, to: number, end: number): boolean {
  const { tokens } = board.document
  if (tokens[to]?.form !== ',') return false
  for (let at = to + 1; at < Math.min(end, to + 9); at += 1) {
    const token = tokens[at] as Token
    if (isTitle(token) && token.tag !== 'verb') return true
    if (token.tag === 'verb' || token.tag === 'aux' || token.tag === 'punct') return false
  }
  return false
}

/** Reads an unlisted name; null when nothing says that it is somebody. */
function readStranger(board: Board, at: number, range: readonly [number, number]): ActorMention | null {
  const { document, index } = board
  const [start, end] = range
  const to = runEnd(board, at, end)
  if (to === at) return null
  const words = document.report.text.slice(document.tokens[at]?.span[0], document.tokens[to - 1]?.span[1])
  const lone = to - at === 1 ? board.surnames.get(words.toLowerCase()) : undefined
  if (lone) return makeMention(document, at, to, lone, 0.8)
  const from = titleStart(board, at, start)
  const office = matchName(index.titles, document.tokens, from, end)
  if (office?.to === to && office.values.every(holder => !isPersonHolder(holder))) return null
  const place = matchName(index.places, document.tokens, at, end)
  if (place && place.to >= to && from === at) return null
  const body = document.tokens.slice(at, to).some(token => BODY_WORDS.has(token.lower))
  const titled = from < at
  const known = to - at > 1 && (hasOfficeBehind(board, to, end) || speaks(board, at, to, range))
  const noun = document.tokens[at - 1]
  const publisher = !titled && noun !== undefined && noun.tag === 'noun' && PUBLISHER_NOUNS.has(noun.lower)
  if (!titled && !known && !publisher && !(body && to - at > 1)) return null
  if (!titled && coversWeapon(board, at, to, end)) return null
  const chaired = titled && BODY_WORDS.has((document.tokens[at] as Token).lower)
  if (chaired)
    return makeMention(
      document,
      at - 1,
      to,
      stranger(wordsAt(document, at - 1, to), 'actor', sideOf(board, from, at)),
      0.6,
    )
  const kind = (body || publisher) && !titled ? 'actor' : 'person'
  const people = body && !titled && at > start ? board.cover[at - 1] : undefined
  if (people?.modifier && people.tokens[1] === at) return joinBody(board, people, to)
  return makeMention(document, from, to, stranger(words, kind, sideOf(board, from, at)), titled ? 0.8 : 0.65)
}

const wordsAt = (document: Document, from: number, to: number): string =>
  document.report.text.slice(document.tokens[from]?.span[0], document.tokens[to - 1]?.span[1])

/** A body that opens with a people's adjective ("Syrian Democratic Forces") takes its side. */
function joinBody(board: Board, people: ActorMention, to: number): ActorMention {
  const { document } = board
  const words = document.report.text.slice(people.span[0], document.tokens[to - 1]?.span[1])
  return makeMention(document, people.tokens[0], to, stranger(words, 'actor', people), 0.65)
}

/** True when a weapon's name begins in a run: "Army Tactical Missile Systems" is nobody. */
function coversWeapon(board: Board, from: number, to: number, end: number): boolean {
  for (let at = from; at < to; at += 1) if (matchName(board.index.weapons, board.document.tokens, at, end)) return true
  return false
}

/** Remembers whom a surname will stand for. */
function remember(board: Board, mention: ActorMention): void {
  const person = mention.kind === 'person' || (mention.holder !== null && isPersonHolder(mention.holder))
  if (!person) return
  const { forces, camp, holder, id, kind, name, party } = mention
  const identity: Identity = { forces, camp, holder, id, kind, name, party }
  const last = board.document.tokens[mention.tokens[1] - 1] as Token
  for (const word of [last.lower, name.toLowerCase().split(' ').at(-1) ?? ''])
    if (word.length > 2) board.surnames.set(word, identity)
}

/**
 * Joins known persons with the titles before them and finds persons and bodies the theatre does not list: a name behind a
 * title, with an office behind it, or as the subject of a verb of saying. Returns all mentions, known ones included.
 */
export function findPersons(document: Document, index: TheatreIndex, known: readonly ActorMention[]): ActorMention[] {
  const cover: (ActorMention | undefined)[] = new Array(document.tokens.length)
  for (const mention of known) for (let at = mention.tokens[0]; at < mention.tokens[1]; at += 1) cover[at] = mention
  const board: Board = { document, index, cover, surnames: new Map() }
  const found: ActorMention[] = []
  for (const sentence of document.sentences) {
    const [start, end] = sentence.tokens
    for (let at = start; at < end; at += 1) {
      const own = cover[at]
      let mention: ActorMention | null = null
      if (own) mention = own.holder && isPersonHolder(own.holder) ? growKnown(board, own, start) : own
      else if (document.tokens[at]?.tag === 'name') mention = readStranger(board, at, [start, end])
      if (!mention) continue
      while ((found.at(-1)?.tokens[1] ?? 0) > mention.tokens[0] && found.at(-1)?.sentence === mention.sentence)
        found.pop()
      found.push(mention)
      remember(board, mention)
      at = Math.max(at, mention.tokens[1] - 1)
    }
  }
  return found
}
