import { diffLines, diffWordsWithSpace } from 'diff'

/** A run of words two texts share, or that one of them alone has. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Texts that differ in more words than this are compared line by line: it would take seconds and tell nobody anything. */
const MOST_WORDS = 4_000

/**
 * What was added to and removed from an earlier text, word by word in order (Myers 1986): the `same` and `removed` runs
 * together are the earlier text, the `same` and `added` ones the later.
 */
export function compareTexts(earlier: string, later: string): Change[] {
  const changes =
    diffWordsWithSpace(earlier, later, { maxEditLength: MOST_WORDS }) ??
    diffLines(earlier, later, { maxEditLength: MOST_WORDS })
  const whole = [
    { value: earlier, added: false, removed: true },
    { value: later, added: true, removed: false },
  ]
  return (changes ?? whole).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
