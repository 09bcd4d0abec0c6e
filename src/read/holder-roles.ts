import { spanOf } from './attribution-parts.ts'
import type { ActorMention, Document, Token, TokenRange } from './document.ts'
import { type HolderContext, partyOf, partyOfCamp, type ResolvedHolder } from './holder-camps.ts'
import { isPronounOnly, kindOfWords, UNNAMED } from './holder-kinds.ts'
import { DOCUMENT_NOUNS } from './lexicon/cues.ts'
import { classesOf } from './lexicon/frames-nouns.ts'

/** "The head of X, NAME, said": the person of the aside right behind the words of a source, or null. */
export function personBeside(
  document: Document,
  source: TokenRange,
  actors: readonly ActorMention[],
): ActorMention | null {
  const { tokens } = document
  if (tokens[source[1]]?.form !== ',') return null
  const person = actors.find(
    actor =>
      actor.tokens[0] > source[1] &&
      actor.tokens[0] <= source[1] + 4 &&
      !actor.modifier &&
      (actor.kind === 'person' || actor.holder?.kind === 'official'),
  )
  if (!person) return null
  const between = tokens.slice(source[1] + 1, person.tokens[0])
  const closed = tokens[person.tokens[1]]
  const ranks = between.every(token => ['noun', 'name', 'adj', 'punct'].includes(token.tag) && token.form !== ',')
  return ranks && (closed?.form === ',' || closed?.tag === 'verb') ? person : null
}

const BODIES = new Set(['government', 'military', 'agency', 'organisation'])
const OPEN_KINDS = new Set(['government', 'military', 'agency', 'official', 'organisation'])
const SMALL = new Set(
  'the a an of and its his her their our own for in local senior top chief deputy armed forces ukraine russia ukrainian russian national state country'.split(
    ' ',
  ),
)
const stem = (word: string): string =>
  word
    .toLowerCase()
    .replace('defense', 'defence')
    .replace(/(?<=\w{4})s$/, '')
const content = (words: string): readonly string[] =>
  words
    .split(/[\s’']+/)
    .map(stem)
    .filter(word => word.length > 1 && !SMALL.has(word))

/**
 * A source named by its role alone ("the ministry", "the General Staff", "the general"): the body or person of that name
 * who spoke before, else the listed body of the one side told by the outlet's own camp; its own words and no camp where
 * neither tells.
 */
export function settleRole(
  document: Document,
  source: TokenRange,
  found: ResolvedHolder,
  context: HolderContext,
): ResolvedHolder {
  // A pronoun has no words of its own to be named by.
  if (isPronounOnly(document.tokens, source)) return found
  const theirs = ownedBody(document, source, context) ?? ministryOf(document, source, found, context)
  if (theirs) return { ...theirs, span: found.span }
  if (found.id !== null || !OPEN_KINDS.has(found.kind)) return found
  // A bare role ("head") is shown in the words of the text ("head of the Wagner force").
  if (found.camp !== 'unknown')
    return /^\p{Ll}+$/u.test(found.name) ? { ...found, name: fullPhrase(document, source) } : found
  const body = bodyOf(document, source, context)
  if (body) return { ...found, name: fullPhrase(document, source), camp: body.camp, party: body.party }
  const name = fullPhrase(document, source)
  const words = content(name)
  if (words.length === 0 || /\p{Lu}\p{Ll}+ \p{Lu}/u.test(name) === false || BODIES.has(found.kind)) {
    const before = earlierNamed(words, found, context)
    if (before) return { ...before, span: found.span }
  }
  const home = context.home?.party ?? null
  if (home !== null && words.length > 0 && definite(document, source)) {
    const listed = listedBody(words, home, context)
    if (listed) return { ...listed, span: found.span }
    if (found.kind !== 'organisation' && !UNNAMED.has(words.at(-1) ?? '')) {
      const camp = context.theatre.parties.find(party => party.id === home)?.camp ?? found.camp
      return { ...found, name, camp, party: home }
    }
  }
  return found.kind === 'official' || BODIES.has(found.kind) ? { ...found, name } : found
}

/** "Russia did not comment. Its defence ministry said …": the body of whom the sentence before was about. */
function ownedBody(document: Document, source: TokenRange, context: HolderContext): ResolvedHolder | null {
  const first = document.tokens[source[0]]
  if (first?.lower !== 'its' || document.sentences[first.sentence]?.tokens[0] !== source[0]) return null
  const before = context.actors.find(actor => actor.sentence === first.sentence - 1 && actor.kind !== 'pronoun')
  if (!before || before.party === null || before.modifier) return null
  return listedBody(content(fullPhrase(document, [source[0] + 1, source[1]])), before.party, context)
}

/**
 * "The Veskian ministry", "Vesk's ministry": the ministry of that side spoken of before, else, where it tells of the fighting,
 * its ministry of defence. Null where the source is more than a side and the word, or neither tells.
 */
function ministryOf(
  document: Document,
  source: TokenRange,
  found: ResolvedHolder,
  context: HolderContext,
): ResolvedHolder | null {
  const { tokens } = document
  const head = tokens[source[1] - 1]
  if (found.id !== null || found.party === null || head?.lemma !== 'ministry') return null
  const side = context.actors.find(actor => actor.tokens[0] >= source[0] && actor.tokens[1] <= source[1])
  const named = side && tokens.slice(Math.max(source[0], side.tokens[0]), head.index)
  if (!side || !named?.every(({ tag, form }) => tag === 'adj' || tag === 'name' || /^['’]s?$/.test(form))) return null
  if (named.filter(({ tag }) => tag !== 'part' && tag !== 'punct').length > 1 && side.tokens[1] < head.index - 1)
    return null
  const before = context.actors.findLast(
    ({ holder, camp, tokens: [from] }) =>
      from < source[0] && camp === found.camp && holder?.kind === 'government' && /ministry/i.test(holder.name),
  )?.holder
  if (before) {
    const { id, name, kind, camp } = before
    return { id, name, kind, camp, span: null, party: found.party }
  }
  const tells = tokens.slice(head.index + 1, head.index + TELLING_REACH)
  const fights = tells.some(({ lemma, sentence }) => sentence === head.sentence && FIGHTING.has(lemma))
  return fights ? listedBody(['defence', 'ministry'], found.party, context) : null
}
const TELLING_REACH = 20
/** What of all ministries that of defence tells. */
const FIGHTING = new Set(
  'capture liberate seize retake take repel destroy strike hit shell shoot down intercept advance withdraw attack eliminate advance strikes fighting'.split(
    ' ',
  ),
)

/** "the head of X": the side of the body the office is in. */
const bodyOf = ({ tokens }: Document, source: TokenRange, { actors }: HolderContext): ActorMention | undefined =>
  actors.find(
    actor =>
      actor.camp !== 'unknown' &&
      actor.tokens[0] > source[0] &&
      actor.tokens[1] <= source[1] &&
      tokens.slice(source[0], actor.tokens[0]).some(token => token.lower === 'of'),
  )

const definite = ({ tokens }: Document, [from]: TokenRange): boolean => {
  const first = tokens[from]
  return (
    first !== undefined &&
    (first.lower === 'the' || first.lower === 'our' || first.tag === 'name' || first.tag === 'adj')
  )
}

/** The words that name a nameless source: its phrase up to its first preposition ("Russian milbloggers", "city officials"). */
export function sourceWords(document: Document, [from, to]: TokenRange): string {
  const cut = document.tokens
    .slice(from, to)
    .findIndex((token, order) => order > 0 && token.tag === 'prep' && token.lower !== 'of')
  return fullPhrase(document, [from, cut < 0 ? to : from + cut])
}

/** The words of a source without its first determiner, at most eight, without a trailing clause. */
function fullPhrase(document: Document, [from, to]: TokenRange): string {
  const { tokens } = document
  let start = from
  while (start < to - 1 && (tokens[start]?.tag === 'det' || tokens[start]?.tag === 'adv')) start++
  const stop = tokens
    .slice(start, to)
    .findIndex((token, order) => order > 0 && (token.form === ',' || token.tag === 'verb'))
  const end = Math.min(to, start + 8, stop < 0 ? to : start + stop)
  return document.report.text.slice(...spanOf(document, [start, end])).replace(/\s+/g, ' ')
}

/** The latest speaker whose name holds every word of the role. */
function earlierNamed(
  words: readonly string[],
  found: ResolvedHolder,
  { earlier }: HolderContext,
): ResolvedHolder | null {
  const named = earlier.toReversed().filter(holder => holder.camp !== 'unknown' || holder.id !== null)
  const same = words.length > 0 && named.find(holder => words.every(word => content(holder.name).includes(word)))
  if (same) return same
  if (found.kind !== 'official' || words.length > 1) return null
  return named.slice(0, 2).find(holder => holder.kind === 'official') ?? null
}

/** The body of a party whose listed name or alias holds the words of the role; the shortest name of several. */
function listedBody(words: readonly string[], party: string, { theatre }: HolderContext): ResolvedHolder | null {
  const fits = theatre.holders.filter(
    holder =>
      BODIES.has(holder.kind) &&
      partyOf(holder, theatre) === party &&
      partyOfCamp(holder.camp, theatre) === party &&
      [holder.name, ...holder.aliases].some(name => {
        const own = content(name)
        return own.length === words.length && words.every(word => own.includes(word))
      }),
  )
  const listed = fits.toSorted((a, b) => a.name.length - b.name.length)[0]
  if (!listed) return null
  const { id, name, kind, camp } = listed
  return { id, name, kind, camp, span: null, party }
}

/** True when the head of a source can speak: a person, a body, a document; "basic logic" and "first information" cannot. */
export function canSpeak(head: Token | null, holder: ResolvedHolder): boolean {
  if (holder.kind !== 'unnamed' || holder.id !== null || head === null) return true
  if (head.tag === 'name' || UNNAMED.has(head.lower) || DOCUMENT_NOUNS.has(head.lemma)) return true
  if (kindOfWords([head.lemma], 'unnamed') !== 'unnamed') return true
  return classesOf(head.lemma, head.lower).some(name => ['@people', '@personnel', '@forces'].includes(name))
}
