import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { InputError } from '#domain'
import type { Budget } from './budget.ts'

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

/** A single report larger than it may be, in one line. */
export const tooLarge = (path: string, found: string, maxBytes: number): InputError =>
  new InputError(
    `${path} is too large: expected at most ${megabytes(maxBytes)}, found ${found}; split it or raise the limit.`,
  )

/** How the streams below say that no more comes although it should. */
const CUT_OFF = new Set(['Z_BUF_ERROR', 'ERR_STREAM_PREMATURE_CLOSE', 'STREAM_DESTROYED'])

/** What goes wrong below, as an InputError that names the file. */
export function damaged(path: string, cause: unknown): InputError {
  if (cause instanceof InputError) return cause
  const { message, code } = cause as NodeJS.ErrnoException
  if (CUT_OFF.has(code ?? '') || /unexpected end/i.test(message))
    return new InputError(`${path} is cut off: expected a whole file, found its end missing; get it again.`, { cause })
  if (code?.startsWith('Z_'))
    return new InputError(`${path} cannot be unpacked: expected a whole gzip file.`, { cause })
  return new InputError(`${path} cannot be read (${code ?? message}).`, { cause })
}

/** Joins streams; an error anywhere ends the last with it, and when the last is let go all are. */
export function join<Last extends NodeJS.ReadWriteStream>(
  first: Readable,
  ...rest: [...NodeJS.ReadWriteStream[], Last]
): Last {
  const last = rest.at(-1) as Last & { destroy: (error?: Error) => void }
  pipeline([first, ...rest], error => {
    if (error) last.destroy(error)
  })
  return last
}

/** A gzipped stream unpacked, member after member, counted. */
export const unpacked = (packed: Readable, budget: Budget): Readable =>
  join(packed, createGunzip({ chunkSize: 1 << 18 }), budget.meter())

/** A stream's chunks with errors that name the file. */
export async function* chunksOf(stream: Readable, path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (cause) {
    throw damaged(path, cause)
  }
}

/** All bytes of a stream. Throws InputError when they are more than `maxBytes`, none, or cut off. */
export async function takeBytes(
  stream: Readable,
  path: string,
  maxBytes: number,
  packed: boolean,
): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of chunksOf(stream, path)) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(path, packed ? 'more when unpacked' : 'more', maxBytes)
    chunks.push(chunk)
  }
  if (size === 0) throw new InputError(`${path} is empty: expected the text of a report.`)
  return Buffer.concat(chunks)
}
