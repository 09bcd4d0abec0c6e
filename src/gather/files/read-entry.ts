import { Readable } from 'node:stream'
import { InputError, type Instant, parseInstant, type RawItem } from '#domain'
import type { Draft } from '../gathered.ts'
import { kindOfBody } from '../kind-of-body.ts'
import { type Origin, readDrafts } from '../read-drafts.ts'
import { readHttpAnswer } from './archives/http-answer.ts'
import { readWarc, type WarcRecord } from './archives/read-warc.ts'
import { type BodyKind, contentTypeOf } from './kind-of-file.ts'
import type { Block } from './lists/block.ts'
import { csvBlocks } from './lists/csv-blocks.ts'
import type { ColumnMap } from './lists/csv-columns.ts'
import { listBlocks, telegramBlocks } from './lists/json-blocks.ts'
import { lineBlocks } from './lists/line-blocks.ts'
import { textChunks } from './lists/text-chunks.ts'
import { type Leaf, openUnpacked, type ReadLimits } from './open-entries.ts'
import { chunksOf, takeBytes } from './read-stream.ts'

/** What was read of a file at one go: a body that is kept as it came, and the reports in it. */
export interface Piece {
  readonly body: Uint8Array
  readonly drafts: readonly Draft[]
  readonly origin: Partial<Pick<RawItem, 'url' | 'status' | 'etag' | 'lastModified' | 'contentType' | 'headers'>>
  /** When it was captured, where the file says so; null: now. */
  readonly captured: Instant | null
  /** True for a file that is one report by its kind. */
  readonly single: boolean
}

/** How one file is read. */
export interface EntryOptions extends ReadLimits {
  readonly url: string | null
  readonly columns: ColumnMap
}

/** Larger JSON is read as a stream, in bytes. */
const JSON_WHOLE = 4_000_000

const pieceOf = ({ body, drafts, contentType }: Block): Piece => ({
  body,
  drafts,
  origin: { contentType },
  captured: null,
  single: false,
})

async function wholePiece(kind: BodyKind, body: Uint8Array, path: string, options: EntryOptions): Promise<Piece> {
  const origin: Origin = { name: path, charset: null, ...options }
  const drafts = await readDrafts(kind, body, origin)
  const single = drafts.length === 1 && kind !== 'json' && kind !== 'feed'
  const url = single ? (drafts[0]?.url ?? options.url) : options.url
  return { body, drafts, origin: { url, contentType: contentTypeOf(kind) }, captured: null, single }
}

/** The first bytes of a stream, at most a little over `size`, and all of it again from its start. */
async function peek(
  chunks: AsyncGenerator<Buffer>,
  size: number,
): Promise<{ head: Buffer; all: AsyncGenerator<Buffer> | null }> {
  const held: Buffer[] = []
  let length = 0
  let next = await chunks.next()
  for (; !next.done; next = await chunks.next()) {
    held.push(next.value)
    length += next.value.length
    if (length > size) break
  }
  const head = Buffer.concat(held)
  if (next.done) return { head, all: null }
  async function* again(): AsyncGenerator<Buffer> {
    yield head
    yield* chunks
  }
  return { head, all: again() }
}

async function* jsonPieces(stream: Readable, path: string, options: EntryOptions): AsyncGenerator<Piece> {
  const { head, all } = await peek(chunksOf(stream, path), JSON_WHOLE)
  const opening = head
    .toString('utf8', 0, 1000)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (all !== null && opening.startsWith('[')) {
    for await (const block of listBlocks(all, path, options)) yield pieceOf(block)
  } else if (all !== null && /"(?:messages|chats)"\s*:/.test(head.toString('latin1'))) {
    for await (const block of telegramBlocks(all, path, options)) yield pieceOf(block)
  } else {
    const body = await takeBytes(Readable.from(all ?? [head], { objectMode: true }), path, options.maxBytes, false)
    yield await wholePiece('json', body, path, options)
  }
}

const REPORTS = /html|text\/plain|pdf|rss|atom|feed\+json/i
/** Files of a site that are for machines. */
const FOR_MACHINES = /\/(?:robots|ads|app-ads|humans|security|llms)\.txt$/i

/** True for an answer that may hold a report: pages, plain texts, PDFs and feeds that were given out whole. */
function mayHoldReport(status: number | null, contentType: string | null, url: string, body: Uint8Array): boolean {
  if (body.length === 0 || (status !== null && (status < 200 || status > 299))) return false
  if (FOR_MACHINES.test(url)) return false
  if (REPORTS.test(contentType ?? '')) return true
  return (
    /xml/i.test(contentType ?? '') &&
    /<(?:rss|feed|rdf:RDF)[\s>]/i.test(Buffer.from(body.subarray(0, 4096)).toString('latin1'))
  )
}

async function capturedPiece(record: WarcRecord, path: string, options: EntryOptions): Promise<Piece | null> {
  const url = record.url
  if (url === null || !/^https?:/i.test(url)) return null
  const where = `${path}: ${url}`
  const isHttp = record.type === 'response' || /^application\/http\b/i.test(record.contentType)
  const answer = isHttp ? readHttpAnswer(record.body, where, options.maxBytes) : null
  if (isHttp && answer === null) return null
  const { contentType } = record
  const bare = { status: null, contentType, etag: null, lastModified: null, headers: [], body: record.body }
  const { body, ...head } = answer ?? bare
  if (!mayHoldReport(head.status, head.contentType, url, body)) return null
  options.budget.take(body.length)
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(head.contentType ?? '')?.[1] ?? null
  const origin: Origin = { name: where, charset, ...options, url }
  const drafts = await readDrafts(kindOfBody(body, head.contentType), body, origin)
  const captured = record.date === null ? null : parseInstant(record.date)
  const located = drafts.length === 1 ? drafts.map(draft => ({ ...draft, url: draft.url ?? url })) : drafts
  return {
    body,
    drafts: located,
    origin: { url, ...head, headers: head.headers.length > 0 ? head.headers : undefined },
    captured,
    single: false,
  }
}

async function* warcPieces(stream: Readable, path: string, options: EntryOptions): AsyncGenerator<Piece> {
  for await (const record of readWarc(chunksOf(stream, path), path, options.maxBytes, options.onProblem)) {
    try {
      const piece = await capturedPiece(record, path, options)
      if (piece !== null) yield piece
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      options.onProblem(error.message)
    }
  }
}

/** The pieces of one file, one held at a time. Throws InputError where the file cannot be read (on); what stands before has then been given. */
export async function* readEntry(leaf: Leaf, options: EntryOptions): AsyncGenerator<Piece> {
  const { kind, packed, entry } = leaf
  const { path } = entry
  const stream = await openUnpacked(leaf, options.budget)
  const texts = (): AsyncIterable<string> => textChunks(chunksOf(stream, path), path, options.maxBytes)
  try {
    if (kind === 'warc') yield* warcPieces(stream, path, options)
    else if (kind === 'json') yield* jsonPieces(stream, path, options)
    else if (kind === 'lines')
      for await (const block of lineBlocks(texts(), path, options.maxBytes, options.onProblem)) yield pieceOf(block)
    else if (kind === 'csv')
      for await (const block of csvBlocks(texts(), path, options.columns, options)) yield pieceOf(block)
    else if (kind !== 'zip' && kind !== 'tar' && kind !== 'wacz')
      yield await wholePiece(kind, await takeBytes(stream, path, options.maxBytes, packed), path, options)
  } finally {
    stream.destroy()
  }
}
