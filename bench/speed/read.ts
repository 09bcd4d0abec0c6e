import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import nlp from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Instant } from '#domain'
import { readArticle } from '#read'
import { openGrammar } from '#read/model'
import { loadTheatre, openGazetteer } from '#theatre'
import type { Scores } from '../main.ts'

const ROUNDS = 3
/** compromise is slow enough that a part of the texts says enough. */
const COMPROMISE_SHARE = 0.1

/**
 * Words per second on one thread, warm, the best of three rounds: the whole reading (sentences, mentions, attributions,
 * claims) beside wink-nlp's tokens, sentences and parts of speech alone, and compromise's full document, on the same texts in
 * the same process. The ratios are what to compare; the rates depend on the machine.
 */
export async function run(data: string): Promise<Scores> {
  const texts = textsUnder(data)
  const words = (some: readonly string[]) => some.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
  const context = { theatre: loadTheatre('ukraine'), gazetteer: openGazetteer(), grammar: openGrammar() }
  const wink = winkNLP(model, ['sbd', 'pos'])
  const few = texts.slice(0, Math.max(1, Math.ceil(texts.length * COMPROMISE_SHARE)))
  const rate = (some: readonly string[], one: (text: string) => void) => {
    let best = 0
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now()
      for (const text of some) one(text)
      best = Math.max(best, (1000 * words(some)) / (performance.now() - begun))
    }
    return Math.round(best)
  }
  const report = {
    title: null,
    outlet: null,
    publishedAt: '2023-03-24T00:00:00.000Z' as Instant,
    url: null,
    language: 'en',
  }
  const fogline = rate(texts, text => void readArticle({ ...report, text }, context))
  const winkRate = rate(texts, text => void wink.readDoc(text).tokens().out())
  const compromise = rate(few, text => void nlp(text).json())
  return {
    texts: texts.length,
    words: words(texts),
    fogline,
    wink: winkRate,
    compromise,
    'fogline/wink': Number((fogline / winkRate).toFixed(3)),
    'fogline/compromise': Number((fogline / compromise).toFixed(2)),
    rssMiB: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  }
}

const textsUnder = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.txt'))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
