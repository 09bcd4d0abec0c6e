import type { Span } from '#domain'
import { lemmatise } from './lemma/lemmatise.ts'
import { withKnownMarks } from './network/known-marks.ts'
import { type KernelChoice, makeNetwork } from './network/network.ts'
import { type Analysis, parsePieces } from './network/parse-words.ts'
import { readWeights } from './network/read-weights.ts'
import { cutLong } from './text/cut-long.ts'
import { hangMarks } from './text/hang-marks.ts'
import { splitSentences, type TextSentence } from './text/split-sentences.ts'
import type { ParsedSentence, ParsedToken } from './tree.ts'

/** Reads English: sentences, words, parts of speech, dictionary forms, and who hangs on whom. */
export interface Grammar {
  /**
   * Cuts a text into sentences and parses each. Any text; spans are into it. Bullets and footnote marks take no part in the
   * parse and hang on the tree. A text without a word gives none.
   */
  readonly parse: (text: string) => readonly ParsedSentence[]
  /** Parses sentences that are already cut, one tree each, without their marks. */
  readonly parseSentences: (
    sentences: readonly Pick<TextSentence, 'span' | 'tokens' | 'prefix'>[],
  ) => readonly ParsedSentence[]
  /** Parses lists of words as they are; spans are into the words joined by single blanks, each sentence from 0. Lists without a word are left out. */
  readonly parseWords: (sentences: readonly (readonly string[])[]) => readonly ParsedSentence[]
  /** Which inner loops run; `plain` where the machine has no WebAssembly with SIMD. */
  readonly kernel: 'wasm' | 'plain'
}

interface Worded {
  readonly span: Span
  readonly tokens: readonly { readonly span: Span; readonly form: string }[]
}

function treeOf({ span, tokens }: Worded, found: Analysis): ParsedSentence {
  return {
    span,
    tokens: tokens.map(({ span, form }, index): ParsedToken => {
      const [upos, xpos] = [found.upos[index] as string, found.xpos[index] as string]
      return {
        index,
        span,
        form,
        lemma: lemmatise(form, upos, xpos),
        upos,
        xpos,
        head: found.heads[index] as number | null,
        relation: found.relations[index] as string,
        confidence: found.confidence[index] as number,
      }
    }),
  }
}

/** A dateline or label is parsed apart: in one tree with the sentence it drags the subject away from its verb. */
function piecesOf({ tokens, prefix }: Pick<TextSentence, 'tokens' | 'prefix'>): string[][] {
  const split = prefix === null ? 0 : tokens.findIndex(({ span }) => span[0] >= prefix.span[1])
  const parts = split > 0 ? [tokens.slice(0, split), tokens.slice(split)] : [tokens]
  return parts.flatMap(part => cutLong(part).map(piece => piece.map(({ form }) => withKnownMarks(form))))
}

/** The tree with bullets and footnotes back in it, and its span as wide as they are. */
function withMarks({ span, tokens }: ParsedSentence, marks: TextSentence['marks']): ParsedSentence {
  if (marks.length === 0) return { span, tokens }
  const all = hangMarks(tokens, marks)
  return { span: [all[0]?.span[0] ?? span[0], all.at(-1)?.span[1] ?? span[1]], tokens: all }
}

function spaced(words: readonly string[]): Worded {
  let at = 0
  const tokens = words.map(form => {
    const span: Span = [at, at + form.length]
    at = span[1] + 1
    return { span, form }
  })
  return { span: [0, Math.max(0, at - 1)], tokens }
}

/**
 * Makes a grammar of the bytes of a weights file; `name` is how errors call it. `kernel` forces one implementation of the
 * inner loops (they agree to the bit); null takes the fastest there is.
 * Throws InputError for bytes that are cut short, damaged or of another version.
 */
export function makeGrammar(bytes: Uint8Array, name: string, kernel: KernelChoice = null): Grammar {
  const weights = readWeights(bytes, name)
  const network = makeNetwork(weights, kernel)
  const parseSentences: Grammar['parseSentences'] = sentences => {
    const found = parsePieces(network, weights, sentences.map(piecesOf))
    return sentences.map((sentence, i) => treeOf(sentence, found[i] as Analysis))
  }
  return {
    kernel: network.kernel,
    parseSentences,
    parse: text => {
      const sentences = splitSentences(text)
      return parseSentences(sentences).map((tree, i) => withMarks(tree, sentences[i]?.marks ?? []))
    },
    parseWords: sentences =>
      parseSentences(sentences.filter(({ length }) => length > 0).map(words => ({ ...spaced(words), prefix: null }))),
  }
}
