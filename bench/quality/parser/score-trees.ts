import { type AlignableWord, alignWords, type WordPair } from './align-words.ts'
import type { GoldWord, Treebank } from './treebank.ts'

/** A word as a parser gives it, with its place in the text without white space. */
export interface SystemWord extends AlignableWord {
  readonly upos: string
  /** Index of its head within its sentence, or null for the root. */
  readonly head: number | null
  readonly relation: string
}

/** A word of either side, with its head as an index into all words (-1 for the root) and its universal relation. */
interface FlatWord extends AlignableWord {
  readonly upos: string
  readonly head: number
  readonly relation: string
}

/** F1 of each kind, 0–1; on gold tokens the same as the share that is right. */
export interface TreeScores {
  readonly words: number
  readonly sentences: number
  readonly upos: number
  readonly uas: number
  readonly las: number
  readonly clas: number
}

/** Relations between content words, which CLAS counts. Source: the evaluation of the CoNLL 2018 shared task. */
const CONTENT: ReadonlySet<string> = new Set(
  (
    'nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod discourse nmod appos nummod acl amod ' +
    'conj fixed flat compound list parataxis orphan goeswith reparandum root dep'
  ).split(' '),
)

/** Lays the words of all sentences in one list. */
function flatten(sentences: readonly (readonly (GoldWord | SystemWord)[])[]): FlatWord[] {
  const flat: FlatWord[] = []
  for (const words of sentences) {
    const from = flat.length
    for (const { form, chars, multiword, upos, head, relation } of words)
      flat.push({
        form,
        chars,
        multiword,
        upos,
        head: head === null ? -1 : from + head,
        relation: relation.split(':', 1)[0] ?? '',
      })
  }
  return flat
}

/** Harmonic mean of precision and recall; 0 where both sides are empty. */
const f1 = (right: number, gold: number, system: number): number =>
  gold + system > 0 ? (2 * right) / (gold + system) : 0

/** Where each sentence begins and ends, as one text. */
const borders = (sentences: readonly (readonly AlignableWord[])[]): string[] =>
  sentences.filter(words => words.length > 0).map(words => `${words[0]?.chars[0]}-${words.at(-1)?.chars[1]}`)

/** Scores pairs of words that are taken for the same. */
function scorePairs(gold: readonly FlatWord[], system: readonly FlatWord[], pairs: readonly WordPair[]) {
  const goldOf = new Map(pairs.map(([one, other]) => [other, one]))
  const share = (right: (one: FlatWord, other: FlatWord) => boolean, counts: (word: FlatWord) => boolean): number => {
    const hits = pairs.filter(([g, s]) => {
      const [one, other] = [gold[g] as FlatWord, system[s] as FlatWord]
      return counts(one) && right(one, other)
    })
    return f1(hits.length, gold.filter(counts).length, system.filter(counts).length)
  }
  const every = (): boolean => true
  const attached = (one: FlatWord, other: FlatWord): boolean =>
    other.head === -1 ? one.head === -1 : goldOf.get(other.head) === one.head
  const labelled = (one: FlatWord, other: FlatWord): boolean => attached(one, other) && one.relation === other.relation
  return {
    words: f1(pairs.length, gold.length, system.length),
    upos: share((one, other) => one.upos === other.upos, every),
    uas: share(attached, every),
    las: share(labelled, every),
    clas: share(labelled, word => CONTENT.has(word.relation)),
  }
}

/**
 * Scores sentences read from a treebank's raw text against its own, as the evaluation of the CoNLL 2018 shared task does:
 * F1 over words aligned by characters, universal relations, punctuation counted. A character that the system left out of
 * its words costs recall alone.
 */
export function scoreRaw({ sentences }: Treebank, system: readonly (readonly SystemWord[])[]): TreeScores {
  const [gold, flat] = [flatten(sentences), flatten(system)]
  const found = new Set(borders(system))
  const wanted = borders(sentences)
  const right = wanted.filter(border => found.has(border)).length
  return { sentences: f1(right, wanted.length, found.size), ...scorePairs(gold, flat, alignWords(gold, flat)) }
}

/**
 * Scores trees over the treebank's own words, one for one.
 * @throws Error when the system gave another number of sentences or words.
 */
export function scoreWords(
  { sentences }: Treebank,
  system: readonly (readonly SystemWord[])[],
): Omit<TreeScores, 'words' | 'sentences'> {
  const [gold, flat] = [flatten(sentences), flatten(system)]
  const odd = sentences.findIndex((words, at) => words.length !== system[at]?.length)
  if (odd >= 0 || sentences.length !== system.length)
    throw new Error(
      `sentence ${odd + 1}: expected ${sentences[odd]?.length} words, got ${system[odd]?.length ?? 'none'}`,
    )
  const { upos, uas, las, clas } = scorePairs(
    gold,
    flat,
    gold.map((_, at) => [at, at]),
  )
  return { upos, uas, las, clas }
}
