const NUMBER_WORDS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)] as const),
)

/** A number of a text with the words round it: what is counted, near enough. */
export interface WordedFigure {
  readonly context: string
  readonly value: string
}

const valueOf = (word: string): string | undefined =>
  /^\d+$/.test(word) ? String(Number(word)) : NUMBER_WORDS.get(word)

/** The numbers among a text's words, each with the word before it and the two after it. */
export function findFigures(words: readonly string[]): WordedFigure[] {
  return words.flatMap((word, at) => {
    const value = valueOf(word)
    if (value === undefined) return []
    const around = [words[at - 1], words[at + 1], words[at + 2]].map(other =>
      other === undefined || valueOf(other) !== undefined ? '#' : other,
    )
    return [{ context: around.join(' '), value }]
  })
}

const byContext = (figures: readonly WordedFigure[]): Map<string, Set<string>> => {
  const values = new Map<string, Set<string>>()
  for (const { context, value } of figures) values.set(context, (values.get(context) ?? new Set()).add(value))
  return values
}

/** How often two texts give different numbers in the same words: "shot down 16 drones" and "shot down 61 drones". */
export function countChangedFigures(a: readonly WordedFigure[], b: readonly WordedFigure[]): number {
  const others = byContext(b)
  let changed = 0
  for (const [context, values] of byContext(a)) {
    const theirs = others.get(context)
    if (theirs !== undefined && ![...values].some(value => theirs.has(value))) changed += 1
  }
  return changed
}
