import type { ParsedSentence } from '../tree.ts'
import { childrenBy, tokenAt } from './children.ts'
import type { Found } from './confidence.ts'
import { antecedent, isBareRelative, relativePronoun, resolveRelative } from './relative-clause.ts'
import { isPassive } from './verb-group.ts'

/** Verbs whose object does not become the subject of the verb below: "promised them to withdraw". */
const SUBJECT_CONTROL: ReadonlySet<string> = new Set([
  'promise',
  'vow',
  'threaten',
  'pledge',
  'guarantee',
  'swear',
  'use',
])

const first = (sentence: ParsedSentence, at: number, ...relations: readonly string[]): Found | null => {
  const [token] = childrenBy(sentence, at, ...relations)
  return token === undefined ? null : { token, arcs: [token] }
}

/** Adds the arc from `at` to its head to what was found there. */
const through = (at: number, found: Found | null): Found | null =>
  found && { token: found.token, arcs: [...found.arcs, at] }

/** The subject that hangs on the verb itself, active or passive, the clause of an outer copula last; null when it has none. */
export function ownSubject(sentence: ParsedSentence, verb: number): Found | null {
  const inner = childrenBy(sentence, verb, 'nsubj', 'csubj').filter(
    at => !tokenAt(sentence, at).relation.endsWith(':outer'),
  )
  const [token] = inner
  const found = token === undefined ? first(sentence, verb, 'nsubj:outer', 'csubj:outer') : { token, arcs: [token] }
  return found && resolveRelative(sentence, verb, found)
}

/**
 * The surface subject of a verb, active or passive: its own, or one it shares by being joined ("took the town and *held*
 * it"), by control ("ordered troops to *withdraw*", "tried to *advance*"), or by describing it ("troops *defending* the
 * town", "the town *seized* by them", "*retreating*, they left"). A relative pronoun gives the word it stands for. Null when
 * the clause has no subject to be found.
 */
export function surfaceSubject(sentence: ParsedSentence, verb: number): Found | null {
  const own = ownSubject(sentence, verb)
  if (own) return own
  const { head, relation, xpos } = tokenAt(sentence, verb)
  if (head === null) return null
  if (relation === 'conj') return through(verb, sharedSubject(sentence, verb, head))
  if (relation === 'xcomp') return through(verb, controller(sentence, head))
  if (relation === 'acl:relcl') return isBareRelative(sentence, verb) ? { token: head, arcs: [verb] } : null
  if (relation === 'acl') return xpos === 'VBG' || xpos === 'VBN' ? { token: head, arcs: [verb] } : null
  const isOpen = ['advcl', 'ccomp'].includes(relation) && ['VBG', 'VBN', 'VB'].includes(xpos)
  return isOpen ? through(verb, surfaceSubject(sentence, head)) : null
}

/** A noun joined to a noun shares nothing: only predicates have subjects to share. */
const sharedSubject = (sentence: ParsedSentence, verb: number, head: number): Found | null =>
  ['VERB', 'AUX', 'ADJ', 'NOUN'].includes(tokenAt(sentence, verb).upos) ? surfaceSubject(sentence, head) : null

/** Who the open complement of `governor` is about: its object, or its subject where it has none or keeps the subject. */
function controller(sentence: ParsedSentence, governor: number): Found | null {
  if (SUBJECT_CONTROL.has(tokenAt(sentence, governor).lemma)) return surfaceSubject(sentence, governor)
  return first(sentence, governor, 'obj') ?? first(sentence, governor, 'iobj') ?? surfaceSubject(sentence, governor)
}

/** Its subject where the verb is active: "*Russia* seized", not "*the town* was seized". */
export const subject = (sentence: ParsedSentence, verb: number): Found | null =>
  isPassive(sentence, verb) ? null : surfaceSubject(sentence, verb)

/** The surface subject of a passive verb: "*the town* was seized". */
export const passiveSubject = (sentence: ParsedSentence, verb: number): Found | null =>
  isPassive(sentence, verb) ? surfaceSubject(sentence, verb) : null

const TIME_WORDS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|night|day|week|month|year|morning|evening|noon|midnight|dawn|dusk|end|time|then|now|\d+|percent|%|km|kilometre|kilometer|mile|metre|meter|hand|air|land|sea|rail|road|far|mistake|chance|force|way|reason|direction|moment|hour|minute|decade|place)$/i

/** Who did what a passive verb tells: "seized by *the army*". A plain `by` counts where it names no time, amount or means. */
export function passiveAgent(sentence: ParsedSentence, verb: number): Found | null {
  const agent = first(sentence, verb, 'obl:agent')
  if (agent) return resolveRelative(sentence, verb, agent)
  if (!isPassive(sentence, verb)) return null
  const token = childrenBy(sentence, verb, 'obl').find(at => {
    const { lemma, relation, upos } = tokenAt(sentence, at)
    const isBy = childrenBy(sentence, at, 'case').some(word => tokenAt(sentence, word).lemma === 'by')
    return isBy && relation === 'obl' && ['NOUN', 'PROPN', 'PRON'].includes(upos) && !TIME_WORDS.test(lemma)
  })
  return token === undefined ? null : resolveRelative(sentence, verb, { token, arcs: [token] })
}

/** The object of an active verb: its own, the word a relative clause describes ("the town Russia *took*"), or one it shares ("*took* and held *it*"). */
export function object(sentence: ParsedSentence, verb: number): Found | null {
  const own = first(sentence, verb, 'obj')
  if (own) return resolveRelative(sentence, verb, own)
  if (isPassive(sentence, verb)) return null
  return gapObject(sentence, verb) ?? sharedObject(sentence, verb)
}

/** The object left out of a relative clause with a subject of its own and no pronoun. */
function gapObject(sentence: ParsedSentence, verb: number): Found | null {
  const described = isBareRelative(sentence, verb) ? antecedent(sentence, verb) : null
  const hasGap =
    childrenBy(sentence, verb, 'nsubj').length > 0 && childrenBy(sentence, verb, 'ccomp', 'xcomp', 'cop').length === 0
  const isTime = described !== null && TIME_WORDS.test(tokenAt(sentence, described.token).lemma)
  return described &&
    hasGap &&
    !isTime &&
    tokenAt(sentence, verb).upos === 'VERB' &&
    !isIntransitiveHere(sentence, verb)
    ? described
    : null
}

/** A preposition left at the end takes the gap: "the town they fought *for*". */
const isIntransitiveHere = (sentence: ParsedSentence, verb: number): boolean =>
  childrenBy(sentence, verb, 'obl').some(at => tokenAt(sentence, at).upos === 'ADP') ||
  relativePronoun(sentence, verb) !== null

/** An object after the second of two joined verbs belongs to both only where the first stands bare before it: "seized and held the town". */
function sharedObject(sentence: ParsedSentence, verb: number): Found | null {
  const { head, relation } = tokenAt(sentence, verb)
  if (relation !== 'conj' || head === null || tokenAt(sentence, head).upos !== 'VERB') return null
  const shared = first(sentence, head, 'obj')
  return shared && shared.token > verb ? { token: shared.token, arcs: [...shared.arcs, verb] } : null
}

/** To or for whom: the indirect object, or the `to` phrase of a verb ("handed the town *to Russia*", "told *reporters*"). */
export function recipient(sentence: ParsedSentence, verb: number): Found | null {
  const indirect = first(sentence, verb, 'iobj')
  if (indirect) return resolveRelative(sentence, verb, indirect)
  const token = childrenBy(sentence, verb, 'obl').find(at =>
    childrenBy(sentence, at, 'case').some(word => tokenAt(sentence, word).lemma === 'to'),
  )
  return token === undefined ? null : { token, arcs: [token] }
}

/** Who does it: the subject of an active verb, the agent of a passive one; null where the text does not say. */
export const deepSubject = (sentence: ParsedSentence, verb: number): Found | null =>
  isPassive(sentence, verb) ? passiveAgent(sentence, verb) : surfaceSubject(sentence, verb)

/** What it is done to: the object of an active verb, the subject of a passive one, whose own object it is otherwise. */
export const deepObject = (sentence: ParsedSentence, verb: number): Found | null =>
  isPassive(sentence, verb) ? surfaceSubject(sentence, verb) : object(sentence, verb)
