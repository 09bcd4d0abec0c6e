import { InputError, parseInstant } from '#domain'
import { openGrammar } from '#read/model'
import { loadTheatre } from '#theatre'
import { findQuantities } from '../../src/read/quantities.ts'
import { readDocument } from '../../src/read/sentences.ts'
import { compileTheatre, type TheatreIndex } from '../../src/read/theatre-index.ts'
import { countToll, type Toll } from '../../src/read/toll.ts'
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

/** The toll that one report tells of, its title read as its first sentence; null where its date cannot be read. */
function tollOf({ content, dct, title }: Report, index: TheatreIndex): Toll | null {
  const publishedAt = parseInstant(dct)
  if (!publishedAt) return null
  const text = `${title}.\n\n${content}`
  const report = { title: null, outlet: null, publishedAt, url: null, language: 'en', text }
  const document = readDocument(report, openGrammar())
  return countToll(document, findQuantities(document, index))
}

/** The middle of what an incident's reports say, the larger of the middle two: the wounded die later, they do not rise again. */
const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/**
 * Reads how many people were killed and wounded from news of single incidents, whose true numbers the Gun Violence Archive gives. Of each report
 * its toll counts (0 where it tells of none), of an incident the middle of its reports. `killed`, `injured`: of all incidents with a report, the share that
 * is exact; `killedSomewhere`, `injuredSomewhere`: the share for which at least one report is read right, and so the most that any choice among
 * them could give. The folder holds `gva-docs-*.jsonl` and `gva-incidents-*.jsonl`.
 */
export async function run(dataPath: string): Promise<Record<string, number>> {
  const [docs] = listFiles(dataPath, /gva-docs.*\.jsonl(?:\.gz)?$/)
  const [truth] = listFiles(dataPath, /gva-incidents.*\.jsonl(?:\.gz)?$/)
  if (!docs || !truth) throw new InputError(`gva: expected gva-docs-*.jsonl and gva-incidents-*.jsonl in ${dataPath}.`)
  const index = compileTheatre(loadTheatre('ukraine'))
  const tolls = new Map<string, Toll[]>()
  for (const report of rowsOf<Report>(docs)) {
    const toll = tollOf(report, index)
    if (toll) tolls.set(report.incident, [...(tolls.get(report.incident) ?? []), toll])
  }
  const incidents = rowsOf<Incident>(truth).flatMap(row => {
    const read = tolls.get(row.incident)
    return read
      ? [{ ...row, killed: read.map(({ killed }) => killed), injured: read.map(({ wounded }) => wounded) }]
      : []
  })
  const share = (isRight: (incident: (typeof incidents)[number]) => boolean): number =>
    incidents.length > 0 ? incidents.filter(isRight).length / incidents.length : 0
  return {
    incidents: incidents.length,
    killed: share(({ killed, num_killed }) => middle(killed) === num_killed),
    injured: share(({ injured, num_injured }) => middle(injured) === num_injured),
    killedSomewhere: share(({ killed, num_killed }) => killed.includes(num_killed)),
    injuredSomewhere: share(({ injured, num_injured }) => injured.includes(num_injured)),
  }
}
