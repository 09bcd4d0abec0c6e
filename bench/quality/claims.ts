import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseInstant, type Reading } from '#domain'
import { readArticle } from '#read'
import { openGrammar } from '#read/model'
import { loadTheatre, openGazetteer } from '#theatre'
import { emptyTally, type GoldReport, scoreReport, scoresOf } from './score-claims.ts'

/** Reads every `NAME.txt` of a folder with its `NAME.meta.json` ({ title, outlet, publishedAt, url }). */
export function readFolder(folder: string, theatre = 'ukraine'): ReadonlyMap<string, Reading> {
  const context = { theatre: loadTheatre(theatre), gazetteer: openGazetteer(), grammar: openGrammar() }
  const readings = new Map<string, Reading>()
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .toSorted()) {
    const name = basename(file, '.txt')
    const meta: unknown = JSON.parse(readFileSync(join(folder, `${name}.meta.json`), 'utf8'))
    const field = (key: string): string | null => {
      const value = typeof meta === 'object' && meta !== null ? (meta as Record<string, unknown>)[key] : null
      return typeof value === 'string' ? value : null
    }
    const publishedAt = parseInstant(field('publishedAt') ?? '')
    if (publishedAt === null)
      throw new Error(`${name}.meta.json: publishedAt: expected an ISO date, found ${field('publishedAt')}`)
    const text = readFileSync(join(folder, file), 'utf8')
    readings.set(
      name,
      readArticle(
        { title: field('title'), outlet: field('outlet'), publishedAt, url: field('url'), language: 'en', text },
        context,
      ),
    )
  }
  return readings
}

/**
 * Reads a folder of reports (`NAME.txt`, `NAME.meta.json`) and scores each against its `NAME.gold.json` where there is one.
 * Where `FOGLINE_OUT` names a folder, each reading is written there as `NAME.json`.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const out = process.env['FOGLINE_OUT']
  const readings = readFolder(dataPath)
  const tally = emptyTally()
  if (out) mkdirSync(out, { recursive: true })
  for (const [name, reading] of readings) {
    const gold = join(dataPath, `${name}.gold.json`)
    if (existsSync(gold)) scoreReport(tally, reading, JSON.parse(readFileSync(gold, 'utf8')) as GoldReport)
    if (out) writeFileSync(join(out, `${name}.json`), JSON.stringify(reading, null, 1))
  }
  return { reports: readings.size, wanted: tally.wanted, predicted: tally.predicted, ...scoresOf(tally) }
}
