import { InputError } from '#domain'
import { tooLarge } from '../read-stream.ts'
import { ByteReader } from './byte-reader.ts'

/** A record's own headers are no longer than this, in bytes. */
const HEAD_BYTES = 1_000_000

/** One record of a WARC file (ISO 28500). Header names are in lower case. */
export interface WarcRecord {
  /** `response`, `resource`, `conversion`, `request`, `revisit`, `metadata`, `warcinfo` … */
  readonly type: string
  readonly url: string | null
  /** When it was captured, as written; null where the record does not say. */
  readonly date: string | null
  /** Media type of `body`: `application/http; msgtype=response` for an answer with its HTTP headers. */
  readonly contentType: string
  readonly body: Buffer
}

/** Header lines as a map by lower-case name; a line that begins with a blank goes on with the one before. */
export function readHeaders(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>()
  let last: string | null = null
  for (const line of lines) {
    if (/^[ \t]/.test(line) && last !== null) headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`)
    const at = line.indexOf(':')
    if (/^[ \t]/.test(line) || at <= 0) continue
    last = line.slice(0, at).trim().toLowerCase()
    if (!headers.has(last)) headers.set(last, line.slice(at + 1).trim())
  }
  return headers
}

/** The records that may hold a report; the others are not even copied. */
const WANTED = new Set(['response', 'resource', 'conversion'])

/**
 * The records of an unpacked WARC (0.17 to 1.1) that hold an answer, a resource or a converted text, one at a time.
 * One of more than `maxBytes` goes to `onProblem` and is passed over. Throws InputError for what is no WARC, and after the
 * last whole record where the file is cut off.
 */
export async function* readWarc(
  chunks: AsyncIterable<Buffer>,
  path: string,
  maxBytes: number,
  onProblem: (line: string) => void,
): AsyncGenerator<WarcRecord> {
  const reader = new ByteReader(chunks)
  for (let count = 0; await reader.skipBreaks(); count += 1) {
    const [version = '', ...lines] = (await reader.takeHead(HEAD_BYTES))?.toString('utf8').split(/\r?\n/) ?? []
    const headers = readHeaders(lines)
    const size = Number(headers.get('content-length'))
    if (!/^WARC\/\d/.test(version) || !Number.isSafeInteger(size) || size < 0) throw broken(path, count)
    const type = headers.get('warc-type')?.toLowerCase() ?? ''
    const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null
    if (!WANTED.has(type) || size > maxBytes) {
      if (WANTED.has(type)) onProblem(tooLarge(`${path}: ${url ?? 'a record'}`, `${size} bytes`, maxBytes).message)
      if (!(await reader.skip(size))) throw broken(path, count)
      continue
    }
    const body = await reader.take(size)
    if (body === null) throw broken(path, count)
    yield { type, url, date: headers.get('warc-date') ?? null, contentType: headers.get('content-type') ?? '', body }
  }
}

const broken = (path: string, records: number): InputError =>
  records === 0
    ? new InputError(`${path} is no WARC: expected a record that begins "WARC/1.0" at its start.`)
    : new InputError(
        `${path} is cut off or damaged after record ${records}; what stands before was read; get it again.`,
      )
