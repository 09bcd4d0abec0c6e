import { dayOf, type TheatreHolder } from '#domain'
import { foldName } from '#kit'
import { type Identity, identify, isPersonHolder, makeMention, stranger } from './actor-mention.ts'
import type { ActorMention, Document, Token } from './document.ts'
import { bearersOn } from './known-actors.ts'
import { singularOf } from './lemmas.ts'
import { BODY_NOUNS, FORCES_NOUNS, NAMELESS_SPEAKERS, REPORT_NOUNS } from './lexicon/actor-nouns.ts'
import { isFitPronoun } from './lexicon/given-names.ts'
import { TITLE_NOUNS } from './lexicon/nouns.ts'
import { SAYING } from './lexicon/reporting.ts'
import { chooseByCountry, countryOf, officeWords } from './office-context.ts'
import { isSubject } from './place-use.ts'
import type { TheatreIndex } from './theatre-index.ts'
import { matchName } from './trie.ts'

const DEFINITE = new Set('the its his her their'.split(' '))
const PERSON_PRONOUN: Readonly<Record<string, boolean>> = {
  he: false,
  she: false,
  him: false,
  her: true,
  his: true,
  hers: false,
}
const BODY_PRONOUN: Readonly<Record<string, boolean>> = {
  it: false,
  its: true,
  they: false,
  them: false,
  their: true,
  theirs: false,
}
const SPEAKER: Readonly<Record<string, string>> = {
  we: 'we',
  our: 'we',
  us: 'we',
  ours: 'we',
  i: 'I',
  my: 'I',
  me: 'I',
}
const FAR = 4

const isPerson = (mention: ActorMention): boolean =>
  mention.kind === 'person' || (mention.holder !== null && isPersonHolder(mention.holder))
/** What "it" and "they" can point to; "the enemy" and resolved pronouns too. */
const isBody = (mention: ActorMention): boolean =>
  !isPerson(mention) && (mention.kind !== 'pronoun' || mention.name === 'enemy' || mention.camp !== 'unknown')

/** Reading state: mentions so far and what stands at each token. */
interface Trail {
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
function findBefore(trail: Trail, sentence: number, fits: (mention: ActorMention) => boolean): ActorMention | null {
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

const asPointer = (to: ActorMention): Identity => ({
  name: to.name,
  kind: 'pronoun',
  id: to.id,
  camp: to.camp,
  holder: to.holder,
  party: to.party,
  forces: to.forces,
})

/** Reads a pronoun; null when the word is none or stands for nobody ("it is clear that"). */
function readPronoun(trail: Trail, at: number, limit: number): ActorMention | null {
  const token = trail.document.tokens[at] as Token
  const next = trail.document.tokens[at + 1]
  const speaker = SPEAKER[token.lower]
  const possessive = /^(?:his|her|its|their|our|my)$/.test(token.lower) && next !== undefined && next.tag !== 'punct'
  if (speaker && (token.lower !== 'us' || token.form === 'us'))
    return makeMention(trail.document, at, at + 1, stranger(speaker, 'pronoun'), 0.4, possessive)
  const person = token.lower in PERSON_PRONOUN
  if (!person && !(token.lower in BODY_PRONOUN)) return null
  if (
    token.lower === 'it' &&
    /^(?:is|was|'s|’s|will|would|could|may)$/.test(next?.lower ?? '') &&
    isEmptyIt(trail.document, at)
  )
    return null
  const target = findBefore(trail, token.sentence, mention =>
    person
      ? (isPerson(mention) || trail.persons.has(mention)) && isFitPronoun(token.lower, mention.name)
      : isBody(mention) && !trail.persons.has(mention),
  )
  const identity = target ? asPointer(target) : stranger(token.lower, 'pronoun')
  const forces = possessive && at + 2 <= limit && (next.lower === 'men' || FORCES_NOUNS.has(singularOf(next.lower)))
  if (forces && target?.party)
    return makeMention(trail.document, at, at + 2, partyForces(trail, target.party, identity), 0.55)
  const mention = makeMention(trail.document, at, at + 1, identity, target ? 0.5 : 0.2, possessive)
  if (person) trail.persons.add(mention)
  return mention
}

/** "It is not surprising that", "it is a matter of time": nobody is meant. */
function isEmptyIt(document: Document, at: number): boolean {
  const solid = document.tokens.slice(at + 2, at + 6).find(token => token.tag !== 'adv' && token.tag !== 'part')
  return (
    solid?.tag === 'adj' ||
    solid?.tag === 'det' ||
    solid?.tag === 'noun' ||
    /^(?:surprising|likely|worth)$/.test(solid?.lower ?? '')
  )
}

function partyForces(trail: Trail, party: string, otherwise: Identity): Identity {
  const somebody = trail.index.byId.get(party)
  return somebody ? { ...identify(trail.index, somebody), forces: true } : otherwise
}

/** Where the noun of a definite phrase stands ("the local general staff" → staff), or -1. */
function headOf(document: Document, at: number, end: number): number {
  let head = -1
  for (let next = at + 1; next < Math.min(end, at + 5); next += 1) {
    const token = document.tokens[next] as Token
    if (token.tag === 'noun' || token.tag === 'name') head = next
    else if (token.tag !== 'adj' && !(head === -1 && /^['’]s?$/.test(token.form))) break
  }
  return head
}

/** True when a record's names or offices hold the noun as a whole word. */
const bears = (holder: TheatreHolder, noun: string): boolean =>
  [holder.name, ...holder.aliases, ...holder.titles].some(name => ` ${foldName(name)} `.includes(` ${noun} `))

/** Whom the theatre lists under an office ("the air force", "the chancellor"), by the country the report speaks of. */
function readListedOffice(trail: Trail, at: number, end: number): { to: number; holder: TheatreHolder } | null {
  const { document, index, named } = trail
  const titled = matchName(index.titles, document.tokens, at, end)
  if (!titled) return null
  const next = titled.to < end ? document.tokens[titled.to] : undefined
  if (next?.tag === 'noun' || next?.tag === 'name') return null
  const bearers = bearersOn(titled.values, trail.day)
  const word = document.tokens[at - 1]?.lower ?? ''
  const whose = word === 'the' ? null : word === 'his' || word === 'her' ? isPerson : isBody
  const owner = whose && findBefore(trail, document.tokens[at]?.sentence ?? 0, whose)
  const own = owner ? bearers.filter(({ country }) => country === countryOf(index, owner)) : bearers
  const holder = owner
    ? own.length === 1
      ? (own[0] ?? null)
      : null
    : chooseByCountry(document, index, named, at, bearers)
  return holder && { to: titled.to, holder }
}

/** An earlier mention of who bore the office, or of the body. */
function findBearer(trail: Trail, sentence: number, words: readonly string[], office: boolean): ActorMention | null {
  const noun = words.at(-1) ?? ''
  const bearsAll = (mention: ActorMention) =>
    words.every(word => (mention.holder ? bears(mention.holder, word) : sliceHas(trail.document, mention, word)))
  return findBefore(trail, sentence, mention => {
    if (office) return isPerson(mention) && bearsAll(mention)
    return mention.holder !== null && !isPerson(mention) && (REPORT_NOUNS.has(noun) || bearsAll(mention))
  })
}

/**
 * Reads "the spokesperson", "the ministry", "its commander": an office or body named before, else the one the theatre
 * lists for the country spoken of.
 */
function readOffice(trail: Trail, at: number, end: number): ActorMention | null {
  const { document, index } = trail
  if (!DEFINITE.has((document.tokens[at] as Token).lower)) return null
  const head = headOf(document, at, end)
  const token = document.tokens[head]
  if (!token) return null
  const noun = singularOf(token.lower)
  if (noun === 'enemy') return makeMention(document, at, head + 1, stranger('enemy', 'pronoun'), 0.5)
  const office = TITLE_NOUNS.has(noun)
  const isBodyNoun = BODY_NOUNS.has(noun)
  const bearer =
    (office || isBodyNoun) && token.tag !== 'name' && !(office && document.tokens[head + 1]?.lower === 'of')
      ? findBearer(trail, token.sentence, officeWords(document, at + 1, head), office)
      : null
  if (bearer) return makeMention(document, at, head + 1, { ...asPointer(bearer), kind: 'office' as const }, 0.6)
  const listed = readListedOffice(trail, at + 1, end)
  if (listed) {
    const identity = identify(index, { kind: 'holder', holder: listed.holder })
    return makeMention(document, at, listed.to, { ...identity, kind: 'office' }, 0.75)
  }
  if (!office || token.tag === 'name') return null
  return readRole(trail, at, head)
}

/** A role nobody bore before, with the body it is of: "the head of the Veskian guard". */
function readRole(trail: Trail, at: number, head: number): ActorMention {
  const { document, named } = trail
  const of = document.tokens[head + 1]?.lower === 'of'
  const body = of ? named.find(({ tokens: [from] }) => from > head + 1 && from <= head + 3) : undefined
  const owned = body && /^['’]s?$/.test(document.tokens[body.tokens[1]]?.form ?? '')
  const last = body
    ? Math.max(body.tokens[1] - 1, headOf(document, owned ? body.tokens[1] : body.tokens[0] - 1, body.tokens[1] + 5))
    : head
  const words = document.report.text.slice(document.tokens[at]?.span[0], document.tokens[last]?.span[1])
  const mention = makeMention(document, at, head + 1, stranger(words.replace(/^the /i, ''), 'office', body), 0.3)
  trail.persons.add(mention)
  return mention
}

/** "Analysts say", "local officials reported": a plural noun of people who speak, as the subject of a verb of saying. */
function readNameless(trail: Trail, at: number, end: number): ActorMention | null {
  const { document } = trail
  const { tokens } = document
  const first = tokens[at] as Token
  if (first.tag !== 'adj' && first.tag !== 'noun') return null
  let head = at
  while (head + 1 < Math.min(end, at + 4) && (tokens[head + 1]?.tag === 'noun' || tokens[head + 1]?.tag === 'adj'))
    head += 1
  const noun = tokens[head] as Token
  if (
    noun.lower === noun.lemma ||
    !NAMELESS_SPEAKERS.has(singularOf(noun.lower)) ||
    !isSubject(document, head + 1, document.sentences[noun.sentence]?.tokens[1] ?? end)
  )
    return null
  const speaks = tokens.slice(head + 1, head + 5).find(token => token.tag === 'verb')
  if (!speaks || !SAYING.has(speaks.lemma)) return null
  const words = document.report.text.slice(first.span[0], noun.span[1])
  return makeMention(document, at, head + 1, stranger(words, 'generic'), 0.6)
}

const sliceHas = (document: Document, mention: ActorMention, noun: string): boolean =>
  document.tokens.slice(...mention.tokens).some(token => singularOf(token.lower) === noun)

/**
 * Adds offices without a name and pronouns to the mentions found before, each resolved to the nearest earlier mention
 * that fits: he and she to a person, it and they to a body or party, an office to whoever bore it. Unresolved ones keep
 * their words as name. Returns all mentions in reading order.
 */
export function resolvePointers(
  document: Document,
  index: TheatreIndex,
  named: readonly ActorMention[],
): ActorMention[] {
  const day = dayOf(document.report.publishedAt)
  const trail: Trail = { document, index, day, named, found: [], persons: new Set() }
  let next = 0
  for (const sentence of document.sentences) {
    const [start, end] = sentence.tokens
    for (let at = start; at < end; at += 1) {
      const known = named[next]
      if (known && known.tokens[0] <= at) {
        trail.found.push(known)
        next += 1
        at = Math.max(at, known.tokens[1] - 1)
        continue
      }
      const limit = Math.min(end, known?.tokens[0] ?? end)
      const mention = readOffice(trail, at, limit) ?? readPronoun(trail, at, limit) ?? readNameless(trail, at, limit)
      if (!mention) continue
      trail.found.push(mention)
      at = mention.tokens[1] - 1
    }
  }
  return trail.found
}
