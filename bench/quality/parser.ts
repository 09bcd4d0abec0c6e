import { type ParsedSentence, parse, parseWords } from '#read/model'
import { listFiles, readText } from './data-files.ts'
import { type SystemWord, scoreRaw, scoreWords, type TreeScores } from './parser/score-trees.ts'
import { countCharacters, readTreebank } from './parser/treebank.ts'

/** The words of trees, placed by the characters before each offset of the text they were read from. */
const placeWords = (trees: readonly ParsedSentence[], before: (offset: number) => number): SystemWord[][] =>
  trees.map(({ tokens }) =>
    tokens.map(({ form, span, upos, head, relation }) => ({
      form,
      chars: [before(span[0]), before(span[1])],
      multiword: false,
      upos,
      head,
      relation,
    })),
  )

const named = (name: string, scores: Partial<TreeScores>): [string, number][] =>
  Object.entries(scores).map(([key, score]) => [`${name}.${key}`, Math.round(score * 1e4) / 1e4])

/**
 * Scores the parser on a CoNLL-U file (or all of a folder as one): `raw.*` from the plain text, `gold.*` on the
 * treebank's own words. All are F1 as in the CoNLL 2018 shared task, 0–1: universal relations, punctuation counted.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const treebank = readTreebank(
    listFiles(dataPath, /\.conllu$/)
      .map(readText)
      .join('\n\n'),
  )
  const counts = countCharacters(treebank.text)
  const fromText = placeWords(parse(treebank.text), offset => counts[offset] ?? 0)
  const forms = treebank.sentences.map(words => words.map(({ form }) => form))
  const fromWords = placeWords(parseWords(forms), offset => offset)
  return Object.fromEntries([
    ...named('raw', scoreRaw(treebank, fromText)),
    ...named('gold', scoreWords(treebank, fromWords)),
  ])
}
