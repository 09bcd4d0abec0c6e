/**
 * Counts in how many pieces of English text each word stands, for telling rare words from common ones in small archives.
 *
 * usage: tsx train/words/make-common-words.ts FILE.conllu... > src/reconcile/data/common-words.json
 *
 * The shipped table was made of the train parts of the Universal Dependencies English Web Treebank and of the openly licensed
 * documents of GUM (see NOTICE). Documents are cut into pieces of about the length of a news report.
 */
import { readFileSync } from 'node:fs'
import { contentWords } from '../../src/reconcile/words.ts'

/** Words of a piece at least; the sentence that passes this is its last. */
const PIECE_WORDS = 150
/** Words seen in fewer pieces are rare, whatever their number. */
const LEAST_PIECES = 3

/** The sentences of a treebank's documents, piece by piece. */
function* piecesOf(conllu: string): Generator<string[]> {
  let piece: string[] = []
  let words = 0
  for (const line of conllu.split('\n')) {
    const sentence = /^# text = (.*)/.exec(line)?.[1]
    const full = line.startsWith('# newdoc') || words >= PIECE_WORDS
    if (full && piece.length > 0) {
      yield piece
      piece = []
      words = 0
    }
    if (sentence === undefined) continue
    piece.push(sentence)
    words += sentence.split(' ').length
  }
  if (piece.length > 0) yield piece
}

const counts = new Map<string, number>()
let chunks = 0
for (const path of process.argv.slice(2)) {
  for (const piece of piecesOf(readFileSync(path, 'utf8'))) {
    chunks += 1
    const words = piece.flatMap(contentWords).filter(({ kind }) => kind !== 'number')
    for (const stem of new Set(words.map(word => word.stem))) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
}
const kept = [...counts].filter(([, count]) => count >= LEAST_PIECES)
kept.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
process.stdout.write(`${JSON.stringify({ chunks, words: Object.fromEntries(kept) })}\n`)
