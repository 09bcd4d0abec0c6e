import { InputError } from '#domain'
import { declaredCharset } from './declared-charset.ts'
import { feedDrafts } from './feeds/feed-drafts.ts'
import type { BodyKind } from './files/kind-of-file.ts'
import { csvBlocks } from './files/lists/csv-blocks.ts'
import type { ColumnMap } from './files/lists/csv-columns.ts'
import { chatsOf, draftsOfChat } from './files/lists/json-blocks.ts'
import { readMail } from './files/read-mail.ts'
import { readPdf } from './files/read-pdf.ts'
import { parseJson, readLines, readList, readRecord } from './files/read-records.ts'
import { readText } from './files/read-text.ts'
import type { Draft } from './gathered.ts'
import { pageDrafts } from './pages/page-draft.ts'
import { textOf } from './text-of.ts'

/** Where a body came from, for errors and for the links in it. */
export interface Origin {
  /** The file or address, as errors name it. */
  readonly name: string
  readonly url: string | null
  /** Charset that the transport declared, or null. */
  readonly charset: string | null
  /** Which column of a table gives what; absent: told by their names. */
  readonly columns?: ColumnMap
  readonly onProblem: (line: string) => void
}

const isFeed = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !('text' in value) &&
  Array.isArray((value as { items?: unknown }).items)

function jsonDrafts(text: string, origin: Origin): Draft[] {
  const value = parseJson(text, origin.name)
  if (Array.isArray(value)) return readList(value, origin.name, origin.onProblem)
  if (isFeed(value)) return feedDrafts(text, origin.url)
  const chats = chatsOf(value)
  if (chats.length === 0) return [readRecord(value, origin.name)]
  return chats.flatMap(({ chat, messages }) => draftsOfChat(chat, messages))
}

async function tableDrafts(text: string, origin: Origin): Promise<Draft[]> {
  async function* whole(): AsyncGenerator<string> {
    yield text
  }
  const limits = { maxBytes: text.length + 1, onProblem: origin.onProblem }
  const drafts: Draft[] = []
  for await (const block of csvBlocks(whole(), origin.name, origin.columns ?? {}, limits)) drafts.push(...block.drafts)
  return drafts
}

type TextKind = Exclude<BodyKind, 'pdf' | 'mail'>

function textDrafts(kind: TextKind, text: string, origin: Origin): Draft[] | Promise<Draft[]> {
  switch (kind) {
    case 'text':
      return [readText(text)]
    case 'page':
      return pageDrafts(text, origin.url)
    case 'json':
      return jsonDrafts(text, origin)
    case 'lines':
      return readLines(text, origin.name, origin.onProblem)
    case 'csv':
      return tableDrafts(text, origin)
    case 'feed':
      return feedDrafts(text, origin.url)
  }
}

async function draftsByKind(kind: BodyKind, body: Uint8Array, origin: Origin): Promise<Draft[]> {
  if (kind === 'pdf') return [await readPdf(body, origin.name)]
  if (kind === 'mail') return [await readMail(body, origin.name)]
  const declared = kind === 'page' || kind === 'feed' ? declaredCharset(body) : null
  const text = textOf(body, origin.name, origin.charset ?? declared)
  if (text.trim() === '') throw new InputError(`${origin.name} is empty: expected the text of a report.`)
  return textDrafts(kind, text, origin)
}

/** The reports a body holds, by its kind. Throws InputError when it holds none; single bad ones go to `onProblem`. */
export async function readDrafts(kind: BodyKind, body: Uint8Array, origin: Origin): Promise<Draft[]> {
  let drafts: Draft[]
  try {
    drafts = await draftsByKind(kind, body, origin)
  } catch (error) {
    // What reads a page or feed does not know where it came from.
    if (!(error instanceof InputError) || error.message.startsWith(origin.name)) throw error
    throw new InputError(`${origin.name}: ${error.message}`, { cause: error })
  }
  if (drafts.length === 0) throw new InputError(`${origin.name} holds no report that can be read.`)
  return drafts
}
