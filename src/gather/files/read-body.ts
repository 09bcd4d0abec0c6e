import { readFile, stat } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { InputError } from '#domain'

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

const tooLarge = (path: string, found: string, maxBytes: number): InputError =>
  new InputError(
    `${path} is too large: expected at most ${megabytes(maxBytes)}, found ${found}; split it or raise the limit.`,
  )

function unpack(path: string, bytes: Uint8Array, maxBytes: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes })
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(path, 'more when unpacked', maxBytes)
    throw new InputError(`${path} cannot be unpacked: expected a whole gzip file.`, { cause })
  }
}

/** The bytes of a file, unpacked when its name ends in `.gz`. Throws InputError: unreadable, empty or over `maxBytes`. */
export async function readBody(path: string, maxBytes: number): Promise<Uint8Array> {
  const { size } = await stat(path)
  if (size > maxBytes) throw tooLarge(path, megabytes(size), maxBytes)
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (cause) {
    throw new InputError(`${path} cannot be read (${(cause as NodeJS.ErrnoException).code}); check its permissions.`, {
      cause,
    })
  }
  const body = /\.gz$/i.test(path) ? unpack(path, bytes, maxBytes) : bytes
  if (body.length === 0) throw new InputError(`${path} is empty: expected the text of a report.`)
  return body
}
