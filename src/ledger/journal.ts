import { createReadStream, existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gunzipSync } from 'node:zlib'
import type {
  Article,
  ControlMap,
  Forecast,
  Instant,
  Judgement,
  Note,
  Outage,
  Question,
  RawItem,
  Slug,
  Source,
  Subscription,
} from '#domain'
import { sha256 } from '#domain'
import type { LedgerBatch } from './ledger.ts'
import type { Irreplaceable } from './record/record-batch.ts'
import { storableJson } from './record/storable.ts'

/** One line of the journal: one thing that cannot be made again, and when it was learned. `body` is gzip in base64. */
type JournalLine = { readonly learned: Instant } & (
  | { readonly source: Source }
  | { readonly subscription: Subscription }
  | { readonly removed: Slug }
  | { readonly outage: Outage }
  | { readonly raw: RawItem; readonly body: string }
  | { readonly article: Article }
  | { readonly judgement: Judgement }
  | { readonly map: ControlMap }
  | { readonly question: Question }
  | { readonly forecast: Forecast }
)

/** The journal of a data folder: JSON lines, only ever appended to, synced to the disk at every record. */
export const journalPath = (dataDir: string): string => join(dataDir, 'journal.jsonl')

/**
 * Appends to the journal and waits until the disk has it. A failure takes back what was written of it and is thrown on;
 * a line that a crash left unfinished is closed first, so that it spoils no other.
 */
export async function appendJournal(dataDir: string, added: Irreplaceable): Promise<void> {
  const lines = linesOf(added)
  if (lines.length === 0) return
  const file = await open(journalPath(dataDir), 'a+')
  try {
    const { size } = await file.stat()
    const last =
      size === 0 ? '\n' : (await file.read({ buffer: Buffer.alloc(1), position: size - 1 })).buffer.toString()
    try {
      if (last !== '\n') await file.appendFile('\n')
      for (const line of lines) await file.appendFile(`${storableJson(line)}\n`)
      await file.sync()
    } catch (error) {
      // Where even that fails, the next append closes the line and reading skips it.
      await file.truncate(size).catch(() => undefined)
      throw error
    }
  } finally {
    await file.close()
  }
}

function linesOf(added: Irreplaceable): JournalLine[] {
  const { learned, sources, captures, articles, judgements } = added
  return [
    ...sources.map(source => ({ learned, source })),
    ...added.subscriptions.map(subscription => ({ learned, subscription })),
    ...added.removed.map(removed => ({ learned, removed })),
    ...added.outages.map(outage => ({ learned, outage })),
    ...captures.map(({ raw, gzip }) => ({ learned, raw, body: Buffer.from(gzip).toString('base64') })),
    ...articles.map(article => ({ learned, article })),
    ...judgements.map(judgement => ({ learned, judgement })),
    ...added.maps.map(map => ({ learned, map })),
    ...added.questions.map(question => ({ learned, question })),
    ...added.forecasts.map(forecast => ({ learned, forecast })),
  ]
}

// Lines handed over at once: small enough to hold in memory with their bodies, large enough to be recorded fast.
const MOST_LINES = 200

/**
 * What the journal holds, oldest first, as batches to be recorded again (no claims and nothing reconciled: those are
 * read and reckoned anew). Each batch is of one moment. A line that a crash left unfinished, or whose body is not what
 * its hash says, is skipped, and `tell` is given a Note on it. Empty when there is no journal.
 */
export async function* readJournal(dataDir: string, tell: (note: Note) => void): AsyncGenerator<LedgerBatch> {
  const path = journalPath(dataDir)
  if (!existsSync(path)) return
  let lines: JournalLine[] = []
  let number = 0
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (text === '') continue
    const line = parseLine(text)
    if (line === null) {
      tell({ rule: 'journal-line', reason: `line ${number} of ${path} is not whole and was skipped`, span: null })
      continue
    }
    if (lines.length === MOST_LINES || (lines[0] && lines[0].learned !== line.learned)) {
      yield batchOf(lines)
      lines = []
    }
    lines.push(line)
  }
  if (lines.length > 0) yield batchOf(lines)
}

const KINDS = ['source', 'subscription', 'removed', 'outage', 'article', 'judgement', 'map', 'question', 'forecast']

function parseLine(text: string): JournalLine | null {
  try {
    const line = JSON.parse(text) as JournalLine
    if ('raw' in line) return sha256(gunzipSync(Buffer.from(line.body, 'base64'))) === line.raw.sha256 ? line : null
    return KINDS.some(kind => kind in line) ? line : null
  } catch (error) {
    // Not JSON, or not gzip: the line is damaged, and the caller is told.
    if (error instanceof Error) return null
    throw error
  }
}

function batchOf(lines: readonly JournalLine[]): LedgerBatch {
  return {
    learned: (lines[0] as JournalLine).learned,
    sources: lines.flatMap(line => ('source' in line ? [line.source] : [])),
    captures: lines.flatMap(line =>
      'raw' in line ? [{ raw: line.raw, body: new Uint8Array(gunzipSync(Buffer.from(line.body, 'base64'))) }] : [],
    ),
    articles: lines.flatMap(line => ('article' in line ? [line.article] : [])),
    claims: [],
    reconciled: null,
    judgements: lines.flatMap(line => ('judgement' in line ? [line.judgement] : [])),
    maps: lines.flatMap(line => ('map' in line ? [line.map] : [])),
    questions: lines.flatMap(line => ('question' in line ? [line.question] : [])),
    forecasts: lines.flatMap(line => ('forecast' in line ? [line.forecast] : [])),
    subscriptions: lines.flatMap(line => ('subscription' in line ? [line.subscription] : [])),
    removed: lines.flatMap(line => ('removed' in line ? [line.removed] : [])),
    outages: lines.flatMap(line => ('outage' in line ? [line.outage] : [])),
  }
}
