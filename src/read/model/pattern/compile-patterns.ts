import type { ParsedSentence, ParsedToken } from '../tree.ts'
import type { PatternMatch } from './match-pattern.ts'
import { matchPattern } from './match-pattern.ts'
import type { Alternative, Pattern } from './pattern.ts'
import { readPatterns } from './read-patterns.ts'
import { said } from './test-word.ts'

/** Patterns ready to be matched. */
export interface PatternMatcher {
  /** Names of the patterns, in order of the source. */
  readonly names: readonly string[]
  /** Every match in a sentence, by head word and then by order of the source; at most one for a pattern and head. */
  readonly match: (sentence: ParsedSentence) => readonly PatternMatch[]
}

/** Which patterns can begin at a word: by its lemma or form, by its class, or at any word. Numbers are places in the source. */
interface Index {
  readonly byWord: ReadonlyMap<string, readonly number[]>
  readonly byClass: ReadonlyMap<string, readonly number[]>
}

/**
 * Compiles a source of patterns; the language is told in `docs/patterns.md`. `lists`: word lists for `@name`.
 * A sentence is matched only against patterns that name one of its words, so many patterns cost little.
 *
 * @throws PatternError naming line and column of the first thing that cannot be read.
 */
export function compilePatterns(
  source: string,
  lists: Readonly<Record<string, readonly string[]>> = {},
): PatternMatcher {
  const patterns = readPatterns(source, lists)
  const index = indexOf(patterns)
  return {
    names: patterns.map(({ name }) => name),
    match: sentence =>
      sentence.tokens.flatMap(token =>
        possible(index, token).flatMap(at => {
          const pattern = patterns[at]
          const match = pattern ? matchPattern(sentence, token.index, pattern) : null
          return match ? [match] : []
        }),
      ),
  }
}

/** Stands for any class in the index. */
const ANY = '*'

function indexOf(patterns: readonly Pattern[]): Index {
  const byWord = new Map<string, number[]>()
  const byClass = new Map<string, number[]>()
  for (const [at, { test }] of patterns.entries())
    for (const alternative of test.alternatives) {
      for (const key of wordKeys(alternative)) byWord.set(key, [...(byWord.get(key) ?? []), at])
      if (alternative.words === null)
        for (const key of alternative.classes ?? [ANY]) byClass.set(key, [...(byClass.get(key) ?? []), at])
    }
  return { byWord, byClass }
}

/** Words a match can begin at: the word, and of several words each, for any can be the head. */
const wordKeys = ({ words }: Alternative): ReadonlySet<string> =>
  new Set((words ?? []).flatMap(({ text }) => [text, ...text.split(/[ -]/)]))

/** Patterns that can begin at a word, in order of the source. */
function possible({ byWord, byClass }: Index, token: ParsedToken): readonly number[] {
  const lists = [
    byWord.get(said(token, false)),
    byWord.get(said(token, true)),
    byClass.get(token.upos),
    byClass.get(ANY),
  ]
  const found = lists.filter(list => list !== undefined)
  return found.length === 0 ? [] : [...new Set(found.flat())].sort((a, b) => a - b)
}
