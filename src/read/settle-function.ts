import { NOUN_VERBS, PURE_VERBS } from './lexicon/verbs.ts'
import {
  canBeParticiple,
  isFinite,
  lowerAt,
  NOMINAL,
  nextSolid,
  type Place,
  plain,
  type Settled,
} from './settle-place.ts'
import type { Guess } from './word-guess.ts'

type Settle = (place: Place, word: Guess) => Settled

const NOUN_CONTEXT =
  /^(?:according|due|thanks|response|addition|contrary|relation|regard|close|access|threat|damage|up)$/

/** "To" before a bare verb is a particle, else a preposition. */
const settleTo: Settle = place => {
  const target = nextSolid(place.words, place.at)
  const lower = target?.lower ?? ''
  const verbal = target?.verb?.form === 'base' || /^(?:be|have|do)$/.test(lower)
  const nounly = target?.tag === 'adj' && (target.noun || NOUN_VERBS.has(lower)) && !PURE_VERBS.has(lower)
  const nominal = NOUN_CONTEXT.test(lowerAt(place, place.at - 1)) && NOUN_VERBS.has(lower)
  return plain(verbal && !nominal && !nounly ? 'part' : 'prep')
}

/** "That": a pronoun before a finite verb, a determiner before a singular noun, else a conjunction. */
const settleThat: Settle = ({ words, at, tags }) => {
  const next = words[at + 1]
  if (isFinite(next) || (next?.tag === 'adv' && isFinite(nextSolid(words, at)))) return plain('pron')
  const noun = next?.tag === 'noun' && !next.lower.endsWith('s')
  if (noun && tags[at - 1] !== 'verb' && tags[at - 1] !== 'noun') return plain('det')
  return plain(next?.tag === 'punct' || next === undefined ? 'pron' : 'conj')
}

/** "This", "all", "some" and their like: determiners before a noun phrase, pronouns alone. */
const settleDeterminer: Settle = ({ words, at }, { lower }) => {
  const next = words[at + 1]
  const third = words[at + 2]
  const nominal =
    next !== undefined && (NOMINAL.has(next.tag) || (next.verb?.form === 'base' && NOUN_VERBS.has(next.lower)))
  const adverb = next?.tag === 'adv' && NOMINAL.has(third?.tag ?? 'punct')
  const participle = next?.verb?.form === 'gerund' || (canBeParticiple(next) && third?.tag === 'noun')
  if (nominal || adverb || participle || (next?.tag === 'det' && lower !== 'this')) return plain('det')
  return plain(lower === 'both' && third?.lower === 'and' ? 'conj' : 'pron')
}

const settleWhich: Settle = ({ words, at }) => plain(words[at + 1]?.tag === 'noun' ? 'det' : 'pron')
const settleThere: Settle = ({ words, at }) => plain(isFinite(nextSolid(words, at)) ? 'pron' : 'adv')
const settleDegree: Settle = ({ words, at }) => {
  const next = words[at + 1]
  const participle = next?.tag === 'verb' && next.verb?.form !== 'base'
  return plain(next?.tag === 'adj' || next?.tag === 'adv' || participle ? 'adv' : 'adj')
}
const settleNo: Settle = ({ words, at }) =>
  plain(words[at + 1] === undefined || words[at + 1]?.tag === 'punct' ? 'other' : 'det')
const settleLinker: Settle = ({ words, at }) =>
  plain(/^(?:he|she|they|it|we|i|there)$/.test(words[at + 1]?.lower ?? '') ? 'conj' : 'prep')
const settleLike: Settle = ({ at, tags }) =>
  plain(tags[at - 1] === 'pron' || tags[at - 1] === 'part' || tags[at - 1] === 'aux' ? 'verb' : 'prep')
const settleAbout: Settle = ({ words, at }) => plain(words[at + 1]?.tag === 'num' ? 'adv' : 'prep')

const RULES: ReadonlyMap<string, Settle> = new Map(
  (
    [
      ['to', settleTo],
      ['that', settleThat],
      ['this these those all some any each both another either neither', settleDeterminer],
      ['which what whatever', settleWhich],
      ['there', settleThere],
      ['more most less least', settleDegree],
      ['many much few several such', () => plain('adj')],
      ['no', settleNo],
      ['so when where why how yet', () => plain('adv')],
      ['before after since until till as for than', settleLinker],
      ['like', settleLike],
      ['about over around', settleAbout],
      ['one', () => plain('num')],
    ] satisfies [string, Settle][]
  ).flatMap(([words, rule]) => words.split(' ').map(word => [word, rule] as const)),
)

/** Settles a function word whose class hangs on what follows it; null for words that have but one class. */
export const settleFunction = (place: Place, word: Guess): Settled | null =>
  RULES.get(word.lower)?.(place, word) ?? null
