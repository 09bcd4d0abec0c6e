import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Instant } from '#domain'
import { readArticle } from '#read'
import { openGrammar } from '#read/model'
import { loadTheatre, openGazetteer } from '#theatre'
import type { Scores } from '../main.ts'
import { listFiles } from '../quality/data-files.ts'

const WORDS = 1_000_000
const MARKS = [100_000, 500_000, WORDS]

const mib = (bytes: number): number => Math.round(bytes / 1024 / 1024)

/** Live memory after a full collection: the heap and what buffers hold outside it. */
function liveMemory(collect: () => void): number {
  collect()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return mib(heapUsed + external + arrayBuffers)
}

/**
 * Live memory while a million words are read one report after another, after 100,000, 500,000 and all. The texts are read
 * over and over, each time with other names in the place of some of its own, so that what is remembered of words keeps meeting new ones.
 */
export async function run(data: string): Promise<Scores> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const texts = listFiles(data, /\.txt$/).map(path => readFileSync(path, 'utf8'))
  const context = { theatre: loadTheatre('ukraine'), gazetteer: openGazetteer(), grammar: openGrammar() }
  const marks: number[] = []
  let [words, claims, peak] = [0, 0, 0]
  for (let round = 0; words < WORDS; round++) {
    for (const [order, plain] of texts.entries()) {
      const text = renamed(plain, round * texts.length + order)
      const report = { title: null, outlet: null, publishedAt: '2023-03-24T00:00:00.000Z' as Instant, url: null }
      claims += readArticle({ ...report, language: 'en', text }, context).claims.length
      words += text.match(/\S+/g)?.length ?? 0
      peak = Math.max(peak, process.memoryUsage.rss())
      if (words >= (MARKS[marks.length] ?? Number.POSITIVE_INFINITY)) marks.push(liveMemory(collect))
      if (words >= WORDS) break
    }
  }
  const [first = 0, middle = 0, last = 0] = marks
  return {
    words,
    claims,
    liveMiB100k: first,
    liveMiB500k: middle,
    liveMiB1M: last,
    'last/first': Number((last / first).toFixed(2)),
    peakRssMiB: mib(peak),
  }
}

const SYLLABLES = 'ka lo mir ta ven sho dra pel nu ri os tem gar vil ho sen bra kul'.split(' ')

/** A text with a made-up name in place of every tenth capitalised word; another `turn` gives other names. */
function renamed(text: string, turn: number): string {
  let count = 0
  return text.replace(/\p{Lu}\p{Ll}{3,}/gu, word => {
    count += 1
    if ((count + turn) % 10 !== 0) return word
    const at = (step: number): string => SYLLABLES[(turn * 7 + count * step) % SYLLABLES.length] ?? ''
    return `${word[0]}${at(1)}${at(3)}${at(5)}`
  })
}
