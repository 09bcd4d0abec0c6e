/** What an alignment needs of a word: its letters and where they stand in the text without white space. */
export interface AlignableWord {
  readonly form: string
  readonly chars: readonly [number, number]
  readonly multiword: boolean
}

/** Index of a gold word and of the system's word for it. */
export type WordPair = readonly [gold: number, system: number]

/** A stretch of both sides that hold the same multiword tokens, half-open. */
interface Stretch {
  readonly gold: readonly [number, number]
  readonly system: readonly [number, number]
}

const isBeyond = (word: AlignableWord | undefined, end: number): boolean =>
  !word || (word.multiword ? word.chars[0] >= end : word.chars[1] > end)

/** The smallest stretch around the multiword token that gold or system has at `[gi, si]`. */
function findStretch(
  gold: readonly AlignableWord[],
  system: readonly AlignableWord[],
  gi: number,
  si: number,
): Stretch {
  const [first, other] = [gold[gi], system[si]]
  let [toGold, toSystem] = [gi, si]
  let end = (first?.multiword ? first : other)?.chars[1] ?? 0
  if (first?.multiword && other && !other.multiword && other.chars[0] < first.chars[0]) toSystem += 1
  else if (!first?.multiword && first && other && first.chars[0] < other.chars[0]) toGold += 1
  const from = [toGold, toSystem] as const
  while (!isBeyond(gold[toGold], end) || !isBeyond(system[toSystem], end)) {
    const [one, two] = [gold[toGold], system[toSystem]]
    const next = one && (!two || one.chars[0] <= two.chars[0]) ? one : two
    if (next?.multiword) end = Math.max(end, next.chars[1])
    if (next === one) toGold += 1
    else toSystem += 1
  }
  return { gold: [from[0], toGold], system: [from[1], toSystem] }
}

/** Pairs the words of a stretch by their longest common subsequence of forms, in any case. */
function pairForms(gold: readonly string[], system: readonly string[]): WordPair[] {
  const longest = Array.from({ length: gold.length + 1 }, () => new Array<number>(system.length + 1).fill(0))
  const at = (g: number, s: number): number => longest[g]?.[s] ?? 0
  for (let g = gold.length - 1; g >= 0; g -= 1)
    for (let s = system.length - 1; s >= 0; s -= 1)
      (longest[g] as number[])[s] = gold[g] === system[s] ? 1 + at(g + 1, s + 1) : Math.max(at(g + 1, s), at(g, s + 1))
  const pairs: WordPair[] = []
  for (let g = 0, s = 0; g < gold.length && s < system.length; ) {
    if (gold[g] === system[s]) pairs.push([g++, s++])
    else if (at(g, s) === at(g + 1, s)) g += 1
    else s += 1
  }
  return pairs
}

/**
 * Pairs the words of two cuttings of one text as the evaluation of the CoNLL 2018 shared task does: by equal characters,
 * and within multiword tokens by forms. Both lists are in order of the text; so are the pairs, each word in one at most.
 */
export function alignWords(gold: readonly AlignableWord[], system: readonly AlignableWord[]): WordPair[] {
  const pairs: WordPair[] = []
  for (let g = 0, s = 0; g < gold.length && s < system.length; ) {
    const [one, two] = [gold[g], system[s]] as [AlignableWord, AlignableWord]
    if (one.multiword || two.multiword) {
      const stretch = findStretch(gold, system, g, s)
      const forms = (words: readonly AlignableWord[], [from, to]: readonly [number, number]): string[] =>
        words.slice(from, to).map(({ form }) => form.toLowerCase())
      const [fromGold, fromSystem] = [stretch.gold[0], stretch.system[0]]
      for (const [at, also] of pairForms(forms(gold, stretch.gold), forms(system, stretch.system)))
        pairs.push([fromGold + at, fromSystem + also])
      g = stretch.gold[1]
      s = stretch.system[1]
    } else if (one.chars[0] === two.chars[0] && one.chars[1] === two.chars[1]) pairs.push([g++, s++])
    else if (one.chars[0] <= two.chars[0]) g += 1
    else s += 1
  }
  return pairs
}
