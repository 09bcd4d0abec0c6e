import type { Measure } from '#domain'
import { InputError, parseInstant } from '#domain'
import { openGrammar } from '#read/model'
import { loadTheatre } from '#theatre'
import { findQuantities } from '../../src/read/quantities.ts'
import { readDocument } from '../../src/read/sentences.ts'
import { compileTheatre, type TheatreIndex } from '../../src/read/theatre-index.ts'
import { listFiles, readText } from './data-files.ts'

interface Report {
  readonly incident: string
  readonly title: string
  readonly dct: string
  readonly content: string
}
interface Incident {
  readonly incident: string
  readonly num_killed: number
  readonly num_injured: number
}

const rowsOf = <Row>(path: string): Row[] =>
  readText(path)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Row)

/** The first exact number of a measure that a report gives, title first; null where it gives none. */
function firstOf({ content, dct, title }: Report, index: TheatreIndex): Partial<Record<Measure, number>> {
  const publishedAt = parseInstant(dct)
  if (!publishedAt) return {}
  const text = `${title}.\n\n${content}`
  const document = readDocument(
    { title: null, outlet: null, publishedAt, url: null, language: 'en', text },
    openGrammar(),
  )
  const first: Partial<Record<Measure, number>> = {}
  for (const { measure, value } of findQuantities(document, index))
    if (measure && value !== null) first[measure] ??= value
  return first
}

/** The value most reports of an incident give, the later one of two alike; null for none. */
function agreed(values: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return values.findLast(value => counts.get(value) === most) ?? null
}

/**
 * Reads how many people were killed and wounded from news of single incidents, whose true numbers the Gun Violence Archive
 * gives. Of each report the first exact number of dead and of wounded counts (a numeral, a number word, or one named victim
 * where the reader counts one); of an incident, the number most of its reports give, the later of two. `killed` and `injured`: of
 * incidents with such a number the share that is exact; `killedRead`, `injuredRead`: how many incidents have one. The folder holds
 * `gva-docs-*.jsonl` and `gva-incidents-*.jsonl`.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const [docs] = listFiles(dataPath, /gva-docs.*\.jsonl(?:\.gz)?$/)
  const [truth] = listFiles(dataPath, /gva-incidents.*\.jsonl(?:\.gz)?$/)
  if (!docs || !truth) throw new InputError(`gva: expected gva-docs-*.jsonl and gva-incidents-*.jsonl in ${dataPath}.`)
  const index = compileTheatre(loadTheatre('ukraine'))
  const read = new Map<string, { killed: number[]; injured: number[] }>()
  const reports = rowsOf<Report>(docs).sort((a, b) => (a.dct < b.dct ? -1 : 1))
  for (const report of reports) {
    const values = read.get(report.incident) ?? { killed: [], injured: [] }
    const first = firstOf(report, index)
    if (first['people.killed'] !== undefined) values.killed.push(first['people.killed'])
    if (first['people.wounded'] !== undefined) values.injured.push(first['people.wounded'])
    read.set(report.incident, values)
  }
  const score = { killed: 0, killedRead: 0, injured: 0, injuredRead: 0 }
  const incidents = rowsOf<Incident>(truth).filter(({ incident }) => read.has(incident))
  for (const { incident, num_injured, num_killed } of incidents) {
    const values = read.get(incident)
    const [killed, injured] = [agreed(values?.killed ?? []), agreed(values?.injured ?? [])]
    if (killed !== null) score.killedRead += 1
    if (killed === num_killed) score.killed += 1
    if (injured !== null) score.injuredRead += 1
    if (injured === num_injured) score.injured += 1
  }
  const share = (right: number, all: number): number => (all > 0 ? right / all : 0)
  return {
    incidents: incidents.length,
    killedRead: score.killedRead,
    killed: share(score.killed, score.killedRead),
    injuredRead: score.injuredRead,
    injured: share(score.injured, score.injuredRead),
  }
}
