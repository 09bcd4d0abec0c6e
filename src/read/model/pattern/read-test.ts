import type { LineReader } from './line-reader.ts'
import type { Alternative, Condition, ConditionName, Test } from './pattern.ts'
import { WORD_CLASSES } from './pattern.ts'
import type { WordLists } from './read-words.ts'
import { readWords, startsWords } from './read-words.ts'

/** Every condition a test can make. */
export const CONDITIONS: readonly ConditionName[] = [
  'negated',
  'active',
  'passive',
  'past',
  'present',
  'future',
  'perfect',
  'progressive',
  'finite',
  'modal',
  'plural',
  'before',
  'after',
  'sure',
]
const NAME = /[\p{L}_]+/uy
const UNIVERSAL: ReadonlySet<string> = new Set(
  'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' '),
)

/** Reads `verb seize | take or noun capture, not negated, past` up to the end of the line. */
export function readTest(reader: LineReader, lists: WordLists): Test {
  const alternatives = [readAlternative(reader, lists)]
  while (reader.take(/or\b/y) !== null) alternatives.push(readAlternative(reader, lists))
  const conditions: Condition[] = []
  while (reader.take(/,/y) !== null) conditions.push(readCondition(reader, lists))
  if (!reader.done)
    throw reader.error(
      '"or", a comma with a condition, or the end of the line',
      'part words with | and conditions with commas',
    )
  return { alternatives, conditions }
}

function readAlternative(reader: LineReader, lists: WordLists): Alternative {
  const classes = readClass(reader)
  const words = startsWords(reader) ? readWords(reader, lists) : null
  const except = reader.take(/except\b/y) === null ? [] : readWords(reader, lists)
  return { classes, words, except }
}

function readClass(reader: LineReader): readonly string[] | null {
  const name = reader.take(NAME)
  if (name !== null && Object.hasOwn(WORD_CLASSES, name)) return WORD_CLASSES[name] ?? null
  if (name !== null && UNIVERSAL.has(name)) return [name]
  const known = Object.keys(WORD_CLASSES).join(', ')
  throw reader.error(
    `a word class (${known}, or a universal one such as SCONJ)`,
    'begin the test with one; "word" is any',
    name?.length ?? 0,
  )
}

function readCondition(reader: LineReader, lists: WordLists): Condition {
  const not = reader.take(/not\b/y) !== null
  const name = reader.take(NAME)
  const known = CONDITIONS.find(condition => condition === name)
  if (!known)
    throw reader.error(
      `a condition (${CONDITIONS.join(', ')})`,
      'choose one, after "not" where it must not hold',
      name?.length ?? 0,
    )
  const least = known === 'sure' ? readShare(reader) : 0
  const words = known === 'modal' && startsWords(reader) ? readWords(reader, lists).map(({ text }) => text) : []
  return { name: known, not, words, least }
}

function readShare(reader: LineReader): number {
  const written = reader.want(/[\d.]+/y, 'a number from 0 to 1 after "sure"', 'write for example: sure 0.8')
  const share = Number(written)
  if (share >= 0 && share <= 1) return share
  throw reader.error('a number from 0 to 1 after "sure"', 'write for example: sure 0.8', written.length)
}
