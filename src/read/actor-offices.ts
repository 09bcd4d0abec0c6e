import type { TheatreHolder } from '#domain'
import { foldName } from '#kit'
import { identify, makeMention, stranger } from './actor-mention.ts'
import type { ActorMention, Document, Token } from './document.ts'
import { bearersOn } from './known-actors.ts'
import { singularOf } from './lemmas.ts'
import { BODY_NOUNS, REPORT_NOUNS } from './lexicon/actor-nouns.ts'
import { TITLE_NOUNS } from './lexicon/nouns.ts'
import { OFFICE_ABBREVIATIONS } from './lexicon/office-abbreviations.ts'
import { chooseByCountry, countryOf, officeWords } from './office-context.ts'
import { asPointer, findBefore, isBody, isPerson, type Trail } from './pointer-trail.ts'
import { matchName } from './trie.ts'

const DEFINITE = new Set('the its his her their'.split(' '))

const sliceHas = (document: Document, mention: ActorMention, noun: string): boolean =>
  document.tokens.slice(...mention.tokens).some(token => singularOf(token.lower) === noun)

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
  const whose = !DEFINITE.has(word) || word === 'the' ? null : word === 'his' || word === 'her' ? isPerson : isBody
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
export function readOffice(trail: Trail, at: number, end: number): ActorMention | null {
  const { document, index } = trail
  const first = document.tokens[at] as Token
  if (isShort(first)) return readShort(trail, at, at, end)
  if (!DEFINITE.has(first.lower)) return null
  const head = headOf(document, at, end)
  const token = document.tokens[head]
  if (!token) return null
  if (head === at + 1 && isShort(token)) return readShort(trail, at, head, end)
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

const isShort = ({ form }: Token): boolean => OFFICE_ABBREVIATIONS.has(form)

/** "The MFA", "MoD:": the ministry named before, else the listed one of the country spoken of. */
function readShort(trail: Trail, at: number, head: number, end: number): ActorMention | null {
  const { document, index } = trail
  const token = document.tokens[head] as Token
  const bearer = findBearer(trail, token.sentence, officeWords(document, head, head), false)
  if (bearer) return makeMention(document, at, head + 1, { ...asPointer(bearer), kind: 'office' as const }, 0.6)
  const listed = readListedOffice(trail, head, end)
  const identity = listed ? identify(index, { kind: 'holder', holder: listed.holder }) : stranger(token.form, 'office')
  return makeMention(document, at, head + 1, { ...identity, kind: 'office' }, listed ? 0.75 : 0.4)
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
