import { dayOf } from '#domain'
import { type Identity, identify, makeMention, stranger } from './actor-mention.ts'
import { readOffice } from './actor-offices.ts'
import type { ActorMention, Document, Token } from './document.ts'
import { singularOf } from './lemmas.ts'
import { FORCES_NOUNS, NAMELESS_SPEAKERS } from './lexicon/actor-nouns.ts'
import { isFitPronoun } from './lexicon/given-names.ts'
import { SAYING } from './lexicon/reporting.ts'
import { isSubject } from './place-use.ts'
import { asPointer, findBefore, isBody, isPerson, type Trail } from './pointer-trail.ts'
import type { TheatreIndex } from './theatre-index.ts'

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
