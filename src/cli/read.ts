import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import type { Reading } from '#domain'
import { InputError } from '#domain'
import { loadTheatre } from '#theatre'
import { now, readersOf, settingsOf } from './context.ts'
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
    .option('--json', 'print JSON (this command prints nothing else)')
    .action(async (paths: string[], options: { out?: string; columns?: string }) => {
      // Its language tables take a second to load, which --help should not wait for.
      const { gather, parseColumns } = await import('#gather')
      const settings = settingsOf(process.env)
      const { sources } = loadTheatre(settings.theatre)
      if (options.out) makeFolder(options.out)
      const progress = startProgress('reading')
      const write = options.out ? toFolder(options.out) : toStandardOutput()
      let done = 0
      const found = gather(paths, {
        now: now(),
        sources,
        ...(options.columns === undefined ? {} : { columns: parseColumns(options.columns) }),
        onProblem: say,
        onProgress: progress.update,
      })
      const readers = readersOf(settings)
      for await (const [{ name }, reading] of readers.readAll(found, ({ article }) => article)) {
        write(name, printed(reading))
        done++
      }
      progress.stop()
      await readers.close()
      write(null, null)
      if (options.out) say(`read ${done} ${done === 1 ? 'report' : 'reports'} into ${options.out}`)
    })

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
