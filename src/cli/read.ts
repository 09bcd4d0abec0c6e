import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Reading } from '#domain'
import { InputError } from '#domain'
import type { Gathered } from '#gather'
import type { Readers } from '#readers'
import { loadTheatre, openGazetteerWith } from '#theatre'
import { now, placesFolder, readersOf, type Settings, settingsOf } from './context.ts'
import { type Proposals, printExplanation, printProposals } from './explain.ts'
import { print, say } from './output.ts'
import { startProgress } from './progress.ts'

/** The record `fogline read` prints: a contract, so its keys are written out here. */
const printed = ({ report, claims, mentions, attributions, times, hedges }: Reading) => ({
  report: {
    title: report.title,
    outlet: report.outlet,
    publishedAt: report.publishedAt,
    url: report.url,
    language: report.language,
    text: report.text,
  },
  claims,
  mentions: mentions.map(({ kind, span, surface, entity, lat, lon, country }) => ({
    kind,
    span,
    text: surface,
    id: entity,
    lat,
    lon,
    country,
  })),
  attributions,
  times: times.map(({ span, text, start, end }) => ({ span, text, start, end })),
  hedges: hedges.map(({ span, text }) => ({ span, text })),
})

interface ReadOptions {
  readonly out?: string
  readonly columns?: string
  readonly explain?: boolean
  readonly json?: boolean
}

/** `fogline read PATH...`: reports in, claims out; nothing is recorded. */
export const readCommand = (): Command =>
  new Command('read')
    .description('Read reports and print their claims as JSON; nothing is recorded')
    .argument(
      '<paths...>',
      'files or folders: .txt .md .html .pdf .eml .json .jsonl .csv, feeds, .warc .wacz .zip .tar.gz; NAME.meta.json beside a text gives title, outlet, publishedAt, url',
    )
    .option('--out <dir>', 'write one DIR/NAME.json per report instead of printing')
    .option('--columns <map>', 'which column of a table (CSV) gives what: title=headline,text=body,outlet=paper,…')
    .option(
      '--explain',
      'show how each sentence is read: its tree, who says what, hedges, names, the frames that fired, the claims, and what was dropped and why',
    )
    .option('--json', 'print JSON (without --explain this command prints nothing else)')
    .action(read)

async function read(paths: string[], options: ReadOptions): Promise<void> {
  if (options.explain && options.out) throw new InputError('--explain and --out: expected one of the two, found both')
  // Its language tables take a second to load, which --help should not wait for.
  const { gather, parseColumns } = await import('#gather')
  const settings = settingsOf(process.env)
  const { sources } = loadTheatre(settings.theatre)
  if (options.out) makeFolder(options.out)
  const progress = startProgress('reading')
  const found = gather(paths, {
    now: now(),
    sources,
    ...(options.columns === undefined ? {} : { columns: parseColumns(options.columns) }),
    onProblem: say,
    onProgress: progress.update,
  })
  const task = options.explain ? explainAll(found, settings, options) : readAll(found, settings, options)
  await task.finally(progress.stop)
}

async function readAll(found: AsyncIterable<Gathered>, settings: Settings, { out }: ReadOptions): Promise<void> {
  const write = out ? toFolder(out) : toStandardOutput()
  const readers = readersOf(settings)
  let done = 0
  for await (const [{ name }, reading] of readers.readAll(found, ({ article }) => article)) {
    write(name, printed(reading))
    // The record has no place for what a model got wrong; a user who asked one wants to know.
    for (const { rule, reason } of reading.notes) if (rule.startsWith('model-')) say(`fogline: ${name}: ${reason}`)
    done++
  }
  await readers.close()
  write(null, null)
  if (out) say(`read ${done} ${done === 1 ? 'report' : 'reports'} into ${out}`)
}

/** Reads one report after another and shows how; as JSON where that is asked for. */
async function explainAll(found: AsyncIterable<Gathered>, settings: Settings, { json }: ReadOptions): Promise<void> {
  const { theatre, dataDir, model } = settings
  const [{ explainArticle }, { openGrammar }] = await Promise.all([import('#read'), import('#read/model')])
  const context = {
    theatre: loadTheatre(theatre),
    gazetteer: openGazetteerWith(placesFolder({ dataDir })),
    grammar: openGrammar(),
  }
  const write = toStandardOutput()
  const readers = model === null ? null : readersOf(settings)
  for await (const { name, article } of found) {
    const explanation = explainArticle(article, context)
    const proposed = readers && (await proposalsFor(readers, article))
    if (json) write(name, proposed ? { ...explanation, proposed } : explanation)
    else {
      printExplanation(name, explanation)
      if (proposed) printProposals(proposed)
    }
  }
  await readers?.close()
  if (json) write(null, null)
}

/** What the model made of a report: claims taken from it, and what was refused and why. */
async function proposalsFor(readers: Readers, article: Gathered['article']): Promise<Proposals> {
  for await (const [, { claims, notes }] of readers.readAll([article], each => each))
    return {
      claims: claims.filter(claim => claim.notes.some(({ rule }) => rule === 'proposed-by-model')),
      notes: notes.filter(({ rule }) => rule.startsWith('model-')),
    }
  return { claims: [], notes: [] }
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true })
  } catch (error) {
    throw new InputError(
      `--out: expected a folder that can be written, found ${dir} (${(error as NodeJS.ErrnoException).code}); name another`,
    )
  }
}

type Write = (name: string | null, record: unknown) => void

const toFolder =
  (dir: string): Write =>
  (name, record) => {
    if (name !== null) writeFileSync(join(dir, `${name}.json`), `${JSON.stringify(record, null, 1)}\n`)
  }

/** One report prints as an object, several as one array; the first is held back until it is known which. */
function toStandardOutput(): Write {
  let first: string | null = null
  let count = 0
  return (name, record) => {
    if (name !== null) {
      const text = JSON.stringify(record, null, 2)
      count++
      if (count === 1) first = text
      else print(`${count === 2 ? `[\n${first},\n` : ',\n'}${text}`)
    } else if (count === 1 && first !== null) print(first)
    else if (count > 1) print(']')
  }
}
