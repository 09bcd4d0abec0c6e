import type { Measure } from '#domain'
import type { Document, DocumentSentence, Quantity } from './document.ts'
import { DEATH_WORDS, type Harm, TALLY_WORDS, WOUND_WORDS } from './lexicon/harm-words.ts'
import { findVictims, type Victims } from './victims.ts'

/** How many people a report of one event says were killed and wounded in it. Zero where it tells of none. */
export interface Toll {
  readonly killed: number
  readonly wounded: number
}

/** A report tells what happened in its headline and first sentences; what comes later is background or other events. */
const LEAD = 8
/** Where several are said to be wounded at once, single deaths count only this near the top. */
const TOP = 6
/** A headline and the sentences right under it. */
const OPENING = 4
/** No event of which single victims are told has more. */
const MOST = 100

/** What the sentences of the lead say, gathered once. */
interface Lead {
  readonly document: Document
  readonly sentences: readonly DocumentSentence[]
  readonly quantities: readonly Quantity[]
  readonly victims: readonly Victims[]
}

const wordsOf = ({ tokens }: Document, sentence: DocumentSentence): readonly string[] =>
  tokens.slice(...sentence.tokens).map(({ lower }) => lower)

/** "So far this year", "since January", "in 2014": counts of other events. */
function isTally(words: readonly string[]): boolean {
  return words.some((word, at) => {
    const next = words[at + 1] ?? ''
    if (TALLY_WORDS.has(word)) return true
    if (next === 'year') return /^(?:this|last|past|each|every|a|per)$/.test(word)
    if (word === 'so') return next === 'far'
    if (word === 'since') return next === 'january' || next === 'the'
    if (word === 'years') return next === 'ago'
    return (
      (word === 'in' && (/^(?:19|20)\d\d$/.test(next) || next === 'recent')) || (word === 'earlier' && next === 'this')
    )
  })
}

function leadOf(document: Document, quantities: readonly Quantity[]): Lead {
  const read = document.sentences.filter(
    ({ boilerplate, index, kind }) => !boilerplate && (index === 0 || kind !== 'headline'),
  )
  const sentences = read
    .slice(0, LEAD)
    .filter(sentence => sentence.index === 0 || !isTally(wordsOf(document, sentence)))
  return { document, sentences, quantities, victims: findVictims(document, sentences) }
}

/** The numbers of a measure in a sentence, "at least three" by its lower end; one of several people is one. */
const numbersIn = ({ document, quantities }: Lead, { index }: DocumentSentence, wanted: Measure): readonly number[] =>
  quantities.flatMap(({ measure, sentence, value: exact, low, tokens: [from] }) => {
    const value = exact ?? low
    if (sentence !== index || measure !== wanted || value === null || value >= MOST) return []
    const before = document.tokens
      .slice(Math.max(0, from - 3), from)
      .map(({ lower }) => lower)
      .join(' ')
    return [/one of(?: the| those)?$/.test(before) ? 1 : value]
  })

const firstNumber = (lead: Lead, measure: Measure): number | null =>
  lead.sentences.flatMap(sentence => numbersIn(lead, sentence, measure))[0] ?? null

const victimsOf = ({ victims }: Lead, { index }: DocumentSentence, harm: Harm): readonly Victims[] =>
  victims.filter(victim => victim.sentence === index && victim.harm === harm)

/** The most people that one sentence tells of one by one: its longest list, and the doer besides. */
const oneByOne = (lead: Lead, harm: Harm, sentences = lead.sentences): number =>
  Math.max(
    0,
    ...sentences.map(sentence => {
      const named = victimsOf(lead, sentence, harm).filter(({ numbered }) => !numbered)
      const others = named.filter(({ self }) => !self).map(({ count }) => count ?? 2)
      return Math.max(0, ...others) + (others.length < named.length ? 1 : 0)
    }),
  )

/** True when a sentence tells of a death, one that was not merely tried. */
function tellsOfDeath(words: readonly string[]): boolean {
  if (words.some(word => word.startsWith('attempt'))) return false
  const squad = /^(?:unit|detectives?|squad|section|investigators?|bureau|division)$/
  return words.some((word, at) => DEATH_WORDS.has(word) && !(word === 'homicide' && squad.test(words[at + 1] ?? '')))
}

/** "murder-suicide", however it is written: at least two died. */
const isMurderSuicide = (words: readonly string[]): boolean =>
  words.some(
    (word, at) => word === 'murder-suicide' || (word === 'murder' && words.slice(at + 1, at + 3).includes('suicide')),
  )

function countKilled(lead: Lead): number {
  const { document, sentences } = lead
  const words = sentences.map(sentence => wordsOf(document, sentence))
  const several = sentences
    .slice(0, OPENING)
    .some(
      ({ index }) =>
        lead.quantities.some(
          ({ measure, sentence, value }) => sentence === index && measure === 'people.wounded' && value !== null,
        ) ||
        lead.victims.some(
          ({ count, harm, numbered, sentence }) =>
            sentence === index && harm !== 'killed' && numbered && (count ?? 0) > 1,
        ),
    )
  const number = firstNumber(lead, 'people.killed')
  const named = oneByOne(lead, 'killed', several ? sentences.slice(0, TOP) : sentences)
  // Of a long list of names some may be the living: a number is raised by a few at most.
  const told = number === null ? named : Math.max(number, Math.min(named, 3))
  const dead = told > 0 || number !== null ? told : !several && words.some(tellsOfDeath) ? 1 : 0
  return dead === 1 && words.some(isMurderSuicide) ? 2 : dead
}

function countWounded(lead: Lead, killed: number): number {
  const { document, sentences } = lead
  const number = firstNumber(lead, 'people.wounded')
  if (number !== null) return number
  const struck = sentences
    .flatMap(sentence => victimsOf(lead, sentence, 'struck'))
    .find(({ count, numbered }) => numbered && count)
  if (struck?.count) return Math.max(0, struck.count - killed)
  const [hurt, hit] = [oneByOne(lead, 'wounded'), oneByOne(lead, 'struck')]
  if (killed > 0) return hurt > 0 ? hurt : Math.max(0, hit - killed)
  const wounds = sentences.some(sentence => wordsOf(document, sentence).some(word => WOUND_WORDS.has(word)))
  return Math.max(hurt, hit) || (wounds ? 1 : 0)
}

/**
 * Counts the killed and wounded of the one event a report tells of, from its headline and lead: by number where it gives one,
 * else victim by victim; of people struck ("four shot, one fatally") those not killed are wounded. A report that tells of several events at
 * once has no toll of its own, and its first one is given.
 */
export function countToll(document: Document, quantities: readonly Quantity[]): Toll {
  const lead = leadOf(document, quantities)
  const killed = countKilled(lead)
  return { killed, wounded: countWounded(lead, killed) }
}
