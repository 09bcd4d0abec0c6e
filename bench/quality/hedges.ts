import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parseInstant } from '#domain'
import { readArticle } from '#read'
import { openGrammar } from '#read/model'
import { loadTheatre } from '#theatre'

/** Measures hedge detection on CoNLL-2010: a CSV of `"1"` (certain) or `"-1"` (hedged) and a sentence; plain or gzipped. */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const bytes = readFileSync(dataPath)
  const csv = (dataPath.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const theatre = loadTheatre('ukraine')
  const publishedAt = parseInstant('2010-01-01')
  if (publishedAt === null) throw new Error('no date')
  let [right, found, gold, rows] = [0, 0, 0, 0]
  for (const line of csv.split(/\r?\n/)) {
    const row = /^\ufeff?"(-?1)","(.*)"$/.exec(line)
    if (!row?.[2]) continue
    const hedged = row[1] === '-1'
    const report = {
      title: null,
      outlet: null,
      publishedAt,
      url: null,
      language: 'en',
      text: row[2].replaceAll('""', '"'),
    }
    const said = readArticle(report, { theatre, gazetteer: null, grammar: openGrammar() }).hedges.length > 0
    rows++
    gold += hedged ? 1 : 0
    found += said ? 1 : 0
    right += hedged && said ? 1 : 0
  }
  return { rows, precision: right / found, recall: right / gold, f1: (2 * right) / (found + gold) }
}
