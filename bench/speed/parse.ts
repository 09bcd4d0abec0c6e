import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { type Grammar, makeGrammar, openGrammarPool } from '#read/model'
import type { Scores } from '../main.ts'
import { listFiles } from '../quality/data-files.ts'

const WEIGHTS = new URL('../../src/read/model/data/english.fgm', import.meta.url)
const ROUNDS = 5
/** The plain kernel is slow enough that a part of the texts says enough. */
const PLAIN_SHARE = 0.05

const countTokens = (grammar: Grammar, texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + grammar.parse(text).reduce((n, { tokens }) => n + tokens.length, 0), 0)

/** Tokens a second by the clock: of the first second, and the best round after it. */
function rates(grammar: Grammar, texts: readonly string[], rounds: number): { first: number; steady: number } {
  const begun = performance.now()
  let [first, tokens] = [0, 0]
  for (const text of texts) {
    tokens += countTokens(grammar, [text])
    if (performance.now() - begun < 1000) first = tokens
  }
  let steady = 0
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    steady = Math.max(steady, (1000 * countTokens(grammar, texts)) / (performance.now() - start))
  }
  return { first: Math.round(first || steady), steady: Math.round(steady) }
}

async function pooled(texts: readonly string[], threads: number, tokens: number): Promise<number> {
  const pool = await openGrammarPool(threads)
  let best = 0
  for (let round = 0; round < 3; round += 1) {
    const begun = performance.now()
    await pool.parseAll(texts)
    best = Math.max(best, (1000 * tokens) / (performance.now() - begun))
  }
  await pool.close()
  return Math.round(best)
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10

/**
 * The parser from raw text: what the weights cost to open, tokens a second on one thread (first second, then warm), the
 * same without WebAssembly, on two threads, and wink-nlp's tokens, sentences and parts of speech on the same texts. The
 * ratios are what to compare.
 */
export async function run(data: string): Promise<Scores> {
  const texts = listFiles(data, /\.txt$/).map(path => readFileSync(path, 'utf8'))
  const before = process.memoryUsage.rss()
  const begun = performance.now()
  const grammar = makeGrammar(readFileSync(WEIGHTS), basename(WEIGHTS.pathname))
  const loadMs = Math.round(performance.now() - begun)
  const grown = process.memoryUsage.rss() - before
  const tokens = countTokens(grammar, texts)
  const { first, steady } = rates(grammar, texts, ROUNDS)
  const few = texts.slice(0, Math.max(1, Math.ceil(texts.length * PLAIN_SHARE)))
  const plain = rates(makeGrammar(readFileSync(WEIGHTS), 'plain', 'plain'), few, 1).steady
  const [one, two] = [await pooled(texts, 1, tokens), await pooled(texts, 2, tokens)]
  const wink = winkNLP(model, ['sbd', 'pos'])
  const winkBegun = performance.now()
  for (const text of texts) wink.readDoc(text).tokens().out()
  const winkRate = Math.round((1000 * tokens) / (performance.now() - winkBegun))
  return {
    texts: texts.length,
    tokens,
    fileMB: megabytes(statSync(WEIGHTS).size),
    loadMs,
    loadRssMB: megabytes(grown),
    first,
    steady,
    plain,
    oneThread: one,
    twoThreads: two,
    wink: winkRate,
    'steady/plain': Number((steady / plain).toFixed(1)),
    'twoThreads/oneThread': Number((two / one).toFixed(2)),
    'steady/wink': Number((steady / winkRate).toFixed(4)),
  }
}
