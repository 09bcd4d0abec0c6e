import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import nlp from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Instant } from '#domain'
import { readArticle } from '#read'
import { type Grammar, openGrammar } from '#read/model'
import { openReaders } from '#readers'
import { loadTheatre, openGazetteer } from '#theatre'
import type { Scores } from '../main.ts'

const ROUNDS = 5
/** compromise is slow enough that a part of the texts says enough. */
const COMPROMISE_SHARE = 0.1
const THEATRE = 'ukraine'

const wordsOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0)

const reportOf = (text: string) => ({
  title: null,
  outlet: null,
  publishedAt: '2023-03-24T00:00:00.000Z' as Instant,
  url: null,
  language: 'en',
  text,
})

/** Milliseconds of processor time that this thread and the engine's own (compiling, collecting) took so far. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Words per second of processor time, the best of some rounds: the first compile the code. */
function rate(texts: readonly string[], one: (text: string) => void): number {
  let best = 0
  for (let round = 0; round < ROUNDS; round++) {
    const begun = processorMs()
    for (const text of texts) one(text)
    best = Math.max(best, (1000 * wordsOf(texts)) / (processorMs() - begun))
  }
  return Math.round(best)
}

/** A grammar that adds up how long it parses, by the clock. */
function timed(grammar: Grammar): { grammar: Grammar; parsingMs: () => number } {
  let spent = 0
  const parseSentences: Grammar['parseSentences'] = sentences => {
    const begun = performance.now()
    const trees = grammar.parseSentences(sentences)
    spent += performance.now() - begun
    return trees
  }
  return { grammar: { ...grammar, parseSentences }, parsingMs: () => spent }
}

/** Words per second by the clock with so many threads, the best of some rounds; opened and warmed before. */
async function threaded(texts: readonly string[], threads: number): Promise<number> {
  const readers = openReaders({ theatre: THEATRE, threads, from: 0 })
  let best = 0
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    for await (const _ of readers.readAll(texts, reportOf)) continue
    best = Math.max(best, (1000 * wordsOf(texts)) / (performance.now() - begun))
  }
  await readers.close()
  return Math.round(best)
}

/**
 * The whole reading (sentences, trees, mentions, attributions, claims) in words per second of processor time on one thread,
 * warm, beside wink-nlp's tokens, sentences and parts of speech alone and compromise's full document, on the same texts in
 * the same process; how many times the rest of the reading costs what the parse does; and two threads against one by the clock. The ratios are what
 * to compare; rates depend on the machine and on what else runs there.
 */
export async function run(data: string): Promise<Scores> {
  const texts = textsUnder(data)
  const { grammar, parsingMs } = timed(openGrammar())
  const context = { theatre: loadTheatre(THEATRE), gazetteer: openGazetteer(), grammar }
  const fogline = rate(texts, text => void readArticle(reportOf(text), context))
  const [parsedBefore, begun] = [parsingMs(), performance.now()]
  for (const text of texts) readArticle(reportOf(text), context)
  const parsing = parsingMs() - parsedBefore
  const rest = performance.now() - begun - parsing
  const wink = winkNLP(model, ['sbd', 'pos'])
  const winkRate = rate(texts, text => void wink.readDoc(text).tokens().out())
  const few = texts.slice(0, Math.max(1, Math.ceil(texts.length * COMPROMISE_SHARE)))
  const compromise = rate(few, text => void nlp(text).json())
  const [one, two] = [await threaded(texts, 1), await threaded(texts, 2)]
  return {
    texts: texts.length,
    words: wordsOf(texts),
    fogline,
    'rest/parse': Number((rest / parsing).toFixed(2)),
    wink: winkRate,
    compromise,
    'fogline/wink': Number((fogline / winkRate).toFixed(3)),
    'fogline/compromise': Number((fogline / compromise).toFixed(2)),
    oneThread: one,
    twoThreads: two,
    'twoThreads/oneThread': Number((two / one).toFixed(2)),
    rssMiB: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  }
}

const textsUnder = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.txt'))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
