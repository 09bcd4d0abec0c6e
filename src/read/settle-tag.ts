import type { Tag, VerbForm } from './document.ts'
import { BE, DO, HAVE, MODALS, POSSESSIVES, SUBJECT_PRONOUNS } from './lexicon/function-words.ts'
import { ING_NOUNS } from './lexicon/nouns.ts'
import { ADJECTIVE_VERBS, NOUN_VERBS } from './lexicon/verbs.ts'
import { settleFunction } from './settle-function.ts'
import {
  canBeParticiple,
  isInvariant,
  lowerAt,
  nextSolid,
  opensNounPhrase,
  type Place,
  plain,
  type Settled,
  verb,
} from './settle-place.ts'
import type { Guess } from './word-guess.ts'

/** Settles forms of be, have, do, modals and clitics. */
function settleAux(place: Place, word: Guess): Settled {
  const { words, at } = place
  const next = nextSolid(words, at)
  const after = words[at + 1]
  if (/^['’]s$/.test(word.lower)) return settleClitic(place)
  const afterSubject = next?.tag === 'pron' ? nextSolid(words, next.at) : next
  if (HAVE.has(word.lower)) {
    const aux =
      canBeParticiple(next) ||
      BE.has(next?.lower ?? '') ||
      (next?.tag === 'pron' && canBeParticiple(afterSubject)) ||
      /^(?:had|done)$/.test(next?.lower ?? '')
    const form =
      word.lower === 'had' ? 'past' : word.lower === 'has' ? 'present' : word.lower === 'having' ? 'gerund' : 'base'
    return { tag: aux ? 'aux' : 'verb', form }
  }
  if (DO.has(word.lower)) {
    const negated = /^n[o'’]t$/.test(after?.lower ?? '')
    const aux = negated || afterSubject?.verb?.form === 'base'
    return {
      tag: aux ? 'aux' : 'verb',
      form: word.lower === 'did' ? 'past' : word.lower === 'does' ? 'present' : 'base',
    }
  }
  if (word.lower === 'will' && /^(?:a|the|his|her|their|its|of)$/.test(lowerAt(place, at - 1))) return plain('noun')
  if (BE.has(word.lower)) {
    if (word.lower === 'been') return { tag: 'aux', form: 'participle' }
    if (word.lower === 'being') return { tag: 'aux', form: 'gerund' }
    return { tag: 'aux', form: word.lower === 'be' ? 'base' : word.lower.startsWith('w') ? 'past' : 'present' }
  }
  return { tag: 'aux', form: 'present' }
}

/** The clitic "'s": an auxiliary behind a pronoun or before a determiner, else a possessive. */
function settleClitic(place: Place): Settled {
  const { words, at, tags } = place
  const before = tags[at - 1]
  const pronoun = before === 'pron' || /^(?:there|here|what|that|who|where|how|let)$/.test(lowerAt(place, at - 1))
  if (pronoun) return { tag: 'aux', form: 'present' }
  const follower = words[at + 1]
  const copula = follower?.tag === 'det' || /^(?:not|been|being|going|also|now|still)$/.test(follower?.lower ?? '')
  return copula ? { tag: 'aux', form: 'present' } : plain('part')
}

/** Settles a word that can be a base form or a third person: verb, noun or adjective by what stands before and behind. */
function settleBase(place: Place, word: Guess): Settled {
  const { words, tags, before } = place
  const reading = word.verb
  const third = reading?.form === 'present'
  const finite = third ? 'present' : 'base'
  const left = tags[before]
  const leftWord = words[before]
  const leftLower = leftWord?.lower ?? ''
  const base = reading?.base ?? word.lower
  const nouny = NOUN_VERBS.has(base) || word.noun
  const next = words[word.at + 1]
  const asNoun = plain(
    word.adjective && !third && next !== undefined && (next.tag === 'noun' || next.tag === 'name')
      ? 'adj'
      : nouny
        ? 'noun'
        : word.adjective
          ? 'adj'
          : 'noun',
  )
  if (!third) {
    if (tags[before] === 'part' && leftLower === 'to') return verb('base')
    if (left === 'aux' && (MODALS.has(leftLower) || DO.has(leftLower))) return verb('base')
    if (left === 'aux' && BE.has(leftLower) && ADJECTIVE_VERBS.has(base)) return plain('adj')
    if (left === 'pron' && tags[before - 1] === 'aux' && !POSSESSIVES.has(leftLower)) return verb('base')
    if (/^(?:let|help|make|made)$/.test(leftLower) && !nouny) return verb('base')
  }
  if (left === 'det' || left === 'prep' || left === 'num' || POSSESSIVES.has(leftLower)) return asNoun
  if (left === 'part' && leftLower !== 'not') return asNoun
  if (left === 'adj') return nouny || word.adjective ? asNoun : verb(finite)
  if (left === 'pron' && (SUBJECT_PRONOUNS.has(leftLower) || !/^(?:him|her|me|us|them)$/.test(leftLower)))
    return verb(finite)
  if (left === 'aux' && HAVE.has(leftLower) && isInvariant(word)) return verb('participle')
  if (left === 'aux') return isInvariant(word) ? verb('participle') : asNoun
  if (before < 0) return nouny || word.adjective ? asNoun : verb(finite)
  if (isInvariant(word) && (left === 'name' || left === 'noun') && (opensNounPhrase(next) || next?.tag === 'prep'))
    return nouny && next?.tag === 'prep' ? asNoun : verb('past')
  if (!nouny) return word.adjective ? plain('adj') : verb(finite)
  return settleNounVerb(place, word, finite)
}

/** A word that is as often a noun as a verb, behind a noun, name, conjunction or mark. */
function settleNounVerb(place: Place, word: Guess, finite: VerbForm): Settled {
  const { words, tags, before } = place
  const left = tags[before]
  const next = words[word.at + 1]
  const object =
    next !== undefined &&
    (next.tag === 'det' ||
      next.lower === 'that' ||
      (next.tag === 'pron' && next.lower !== 'which' && next.lower !== 'who') ||
      POSSESSIVES.has(next.lower))
  const plural = words[before]?.lower.endsWith('s') === true
  const fits = finite === 'present' ? !plural || left === 'name' : plural
  if ((left === 'noun' || left === 'name') && fits) {
    if (object) return verb(finite)
    if (finite === 'present' && left === 'noun' && isOnlyVerb(place)) return verb(finite)
    if (finite === 'base' && left === 'noun' && next?.tag === 'name' && isLastVerb(words, word.at + 1))
      return verb(finite)
    if (
      left === 'name' &&
      finite === 'present' &&
      (next?.tag === 'name' || next?.tag === 'num' || next?.tag === 'adv' || next?.lower === 'to')
    )
      return verb(finite)
  }
  if (left === 'conj' && object && tags[before - 1] !== 'noun') return verb(finite)
  return plain('noun')
}

/** "The world needs help", "the ministry reports losses": before a noun phrase, in a clause that has no other verb. */
function isOnlyVerb({ at, before, tags, words }: Place): boolean {
  const next = words[at + 1]
  const bare = next?.verb?.form === 'base'
  if (!next || !(bare || /^(?:noun|adj|num|name)$/.test(next.tag))) return false
  let open = before
  while (open >= 0 && (tags[open] === 'noun' || tags[open] === 'adj' || tags[open] === 'name')) open -= 1
  if (open < 0 || tags[open] !== 'det' || (bare && opensNounPhrase(words[at + 2]))) return false
  return isLastVerb(words, bare ? at + 2 : at + 1)
}

/** True when no verb stands between a word and the end of its clause. */
function isLastVerb(words: readonly Guess[], from: number): boolean {
  for (let ahead = from; ahead < words.length; ahead += 1) {
    const word = words[ahead] as Guess
    if (word.tag === 'punct' || word.tag === 'conj') return true
    const nouny = word.noun || NOUN_VERBS.has(word.verb?.base ?? '')
    if (word.tag === 'aux' || (word.verb && !nouny && word.verb.form !== 'gerund' && !word.adjective)) return false
  }
  return true
}

/** Settles past forms and participles. */
function settlePast(place: Place, word: Guess): Settled {
  const { words, tags, before, at } = place
  const left = tags[before]
  const leftLower = words[before]?.lower ?? ''
  const next = words[at + 1]
  if (left === 'aux' && (BE.has(leftLower) || HAVE.has(leftLower) || /^['’][sd]$/.test(leftLower)))
    return verb('participle')
  if (/^(?:get|gets|got|getting)$/.test(leftLower)) return verb('participle')
  const nounNext =
    next !== undefined && (next.tag === 'noun' || next.tag === 'name' || next.tag === 'adj') && next.tag !== 'name'
  const attributive =
    left === 'det' ||
    left === 'adj' ||
    left === 'num' ||
    POSSESSIVES.has(leftLower) ||
    (left === 'part' && leftLower !== 'not') ||
    left === 'prep'
  if (attributive && nounNext) return word.adjective ? plain('adj') : { tag: 'verb', form: 'participle' }
  if (word.adjective && (left === 'aux' || attributive)) return plain('adj')
  if (attributive && (word.noun || NOUN_VERBS.has(word.lower))) return plain('noun')
  if (next?.lower === 'by' || word.verb?.form === 'participle') return verb('participle')
  if (before < 0 && next?.tag !== 'det') return verb(next?.tag === 'prep' ? 'participle' : 'past')
  return verb('past')
}

/** Settles words in -ing. */
function settleGerund(place: Place, word: Guess): Settled {
  const { words, tags, before, at } = place
  const left = tags[before]
  const leftLower = words[before]?.lower ?? ''
  const next = words[at + 1]
  const nounNext = next !== undefined && (next.tag === 'noun' || next.tag === 'name')
  const nounLike = ING_NOUNS.has(word.lower) || word.noun
  if (word.adjective && (nounNext || left === 'aux') && word.verb?.known !== true) return plain('adj')
  if (left === 'aux' && BE.has(leftLower))
    return nounLike && opensNounPhrase(next) === false && next?.tag !== 'prep' && next?.tag !== 'part'
      ? plain('noun')
      : verb('gerund')
  const counted = next?.tag === 'num' || (next?.lower === 'at' && words[at + 2]?.lower === 'least')
  const object =
    next !== undefined &&
    (counted || next.tag === 'det' || next.tag === 'name' || POSSESSIVES.has(next.lower) || next.tag === 'pron')
  if (nounLike) return object && left !== 'det' && left !== 'adj' && left !== 'noun' ? verb('gerund') : plain('noun')
  if (left === 'det' || left === 'adj' || POSSESSIVES.has(leftLower) || (left === 'part' && leftLower !== 'not'))
    return nounNext ? verb('gerund') : plain('noun')
  return verb('gerund')
}

/**
 * Settles one word by its neighbours. `tags` holds the settled classes of the words before it; the words behind it are
 * known only by their guesses.
 */
export function settleTag(words: readonly Guess[], at: number, tags: readonly Tag[]): Settled {
  const word = words[at] as Guess
  let before = at - 1
  while (
    before >= 0 &&
    (tags[before] === 'adv' || words[before]?.lower === 'not' || /^n['’]t$/.test(words[before]?.lower ?? ''))
  )
    before -= 1
  const place: Place = { words, at, tags, before }
  if (word.tag === 'aux') return settleAux(place, word)
  const settled = settleFunction(place, word)
  if (settled) return settled.tag === 'verb' ? verb('base') : settled
  if (
    word.tag === 'name' ||
    word.tag === 'num' ||
    word.tag === 'punct' ||
    word.tag === 'adv' ||
    word.tag === 'det' ||
    word.tag === 'pron' ||
    word.tag === 'prep' ||
    word.tag === 'conj' ||
    word.tag === 'other' ||
    word.tag === 'part'
  )
    return plain(word.tag)
  const reading = word.verb
  if (!reading || (word.tag === 'adj' && !reading.known)) return plain(word.tag)
  if (word.tag === 'adj' && !ADJECTIVE_VERBS.has(word.lower) && reading.form === 'base') return plain('adj')
  if (reading.form === 'gerund') return settleGerund(place, word)
  if (reading.form === 'past' || reading.form === 'participle') return settlePast(place, word)
  return settleBase(place, word)
}
