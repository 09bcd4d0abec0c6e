import { InputError } from '#domain'
import { declaredCharset } from './declared-charset.ts'
import { feedDrafts } from './feeds/feed-drafts.ts'
import type { FileKind } from './files/kind-of-file.ts'
import { parseJson, readLines, readList, readRecord } from './files/read-records.ts'
import { readText } from './files/read-text.ts'
import type { Draft } from './gathered.ts'
import { pageDraft } from './pages/page-draft.ts'
import { textOf } from './text-of.ts'

/** Where a body came from, for errors and for the links in it. */
export interface Origin {
  /** The file or address, as errors name it. */
  readonly name: string
  readonly url: string | null
  /** Charset that the transport declared, or null. */
  readonly charset: string | null
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
  return isFeed(value) ? feedDrafts(text, origin.url) : [readRecord(value, origin.name)]
}

function draftsByKind(kind: FileKind, text: string, origin: Origin): Draft[] {
  switch (kind) {
    case 'text':
      return [readText(text)]
    case 'page':
      return [pageDraft(text, origin.url)]
    case 'json':
      return jsonDrafts(text, origin)
    case 'lines':
      return readLines(text, origin.name, origin.onProblem)
    case 'feed':
      return feedDrafts(text, origin.url)
  }
}

/** Runs a step whose errors do not know where the body came from, and puts that in front. */
function naming<Result>(name: string, step: () => Result): Result {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof InputError) || error.message.startsWith(name)) throw error
    throw new InputError(`${name}: ${error.message}`, { cause: error })
  }
}

/** The reports a body holds, by its kind. Throws InputError when it holds none; single bad ones go to `onProblem`. */
export function readDrafts(kind: FileKind, body: Uint8Array, origin: Origin): Draft[] {
  const text = textOf(
    body,
    origin.name,
    origin.charset ?? (kind === 'page' || kind === 'feed' ? declaredCharset(body) : null),
  )
  if (text.trim() === '') throw new InputError(`${origin.name} is empty: expected the text of a report.`)
  const drafts = naming(origin.name, () => draftsByKind(kind, text, origin))
  if (drafts.length === 0) throw new InputError(`${origin.name} holds no report that can be read.`)
  return drafts
}
