import type { ParsedSentence, ParsedToken } from '../tree.ts'
import { childrenBy, isNegated, isPassive, tokenAt, verbGroup } from '../walk/index.ts'
import type { Alternative, Condition, PatternWord, Test } from './pattern.ts'

/** Whether a word passes a test, what concerns its place and confidence aside (see `holdsHere`). */
export const passes = (sentence: ParsedSentence, at: number, { alternatives, conditions }: Test): boolean =>
  (alternatives.length === 0 || alternatives.some(alternative => fits(sentence, at, alternative))) &&
  conditions.every(condition => isPlaced(condition) || holds(sentence, at, condition) !== condition.not)

function fits(sentence: ParsedSentence, at: number, { classes, words, except }: Alternative): boolean {
  if (classes && !classes.includes(tokenAt(sentence, at).upos)) return false
  if (words && !words.some(word => isWord(sentence, at, word))) return false
  return !except.some(word => isWord(sentence, at, word))
}

/** Conditions on how a part stands to its head rather than on its word. */
const isPlaced = ({ name }: Condition): boolean => name === 'before' || name === 'after' || name === 'sure'

/** Whether the conditions on place and confidence hold for a part found at `at` below `head`. */
export const holdsHere = (at: number, head: number, confidence: number, { conditions }: Test): boolean =>
  conditions.every(condition => {
    if (!isPlaced(condition)) return true
    const { name, least, not } = condition
    return (name === 'sure' ? confidence >= least : name === 'before' ? at < head : at > head) !== not
  })

function holds(sentence: ParsedSentence, at: number, { name, words }: Condition): boolean {
  if (name === 'negated') return isNegated(sentence, at)
  if (name === 'passive' || name === 'active') return isPassive(sentence, at) === (name === 'passive')
  if (name === 'plural') return ['NNS', 'NNPS'].includes(tokenAt(sentence, at).xpos)
  const group = verbGroup(sentence, at)
  if (name === 'modal') return group.modal !== null && (words.length === 0 || words.includes(group.modal))
  if (name === 'perfect' || name === 'progressive' || name === 'finite') return group[name]
  return group.tense === name
}

/** Whether the word at `at` is this word: by lemma or form; several words are met at the one the others hang on, a verb with its particle wherever that stands. */
function isWord(sentence: ParsedSentence, at: number, word: PatternWord): boolean {
  const token = tokenAt(sentence, at)
  if (
    said(token, word.exact) === word.text ||
    (!word.exact && said(token, true) === word.text && token.upos === 'PROPN')
  )
    return true
  return /[ '-]/.test(word.text) && (isRun(sentence, at, word) || hasParticle(sentence, at, word))
}

/** Lower-case lemma or form of a word, apostrophes straight, as patterns name it. */
export function said({ form, lemma }: ParsedToken, exact: boolean): string {
  const word = (exact ? form : lemma).toLowerCase()
  return word.includes('’') ? word.replaceAll('’', "'") : word
}

/** Pieces the tokeniser may part a word into: "f-16" into three. */
const piecesOf = (text: string): number => text.split(/ |(?=-)|(?<=-)/).length

function isRun(sentence: ParsedSentence, at: number, { text, exact }: PatternWord): boolean {
  for (const length of new Set([piecesOf(text), text.split(' ').length])) {
    for (let start = Math.max(0, at - length + 1); start <= at; start++) {
      const run = sentence.tokens.slice(start, start + length)
      const isTop = run.every(({ index }) => index !== tokenAt(sentence, at).head)
      if (isTop && run.length === length && (joined(run, exact) === text || joined(run, true) === text)) return true
    }
  }
  return false
}

/** The run as it would be written, with lemmas for forms: blanks where the text has them. */
const joined = (run: readonly ParsedToken[], exact: boolean): string =>
  run.map((token, i) => `${i > 0 && run[i - 1]?.span[1] !== token.span[0] ? ' ' : ''}${said(token, exact)}`).join('')

/** "shot the drone down": the verb, and its particle wherever it stands. */
function hasParticle(sentence: ParsedSentence, at: number, { text }: PatternWord): boolean {
  const [verb, particle, ...more] = text.split(' ')
  if (more.length > 0 || said(tokenAt(sentence, at), false) !== verb) return false
  return childrenBy(sentence, at, 'compound:prt', 'advmod').some(
    child => said(tokenAt(sentence, child), true) === particle,
  )
}
