import { textOf } from '../../text-of.ts'
import { tooLarge } from '../read-stream.ts'

/** How much is looked at to tell the encoding, in bytes. */
const HEAD = 1 << 16

/** True where the bytes so far are UTF-8; a letter cut in two at their end is no fault. */
function isUtf8(head: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }).includes('\0')
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/**
 * The text of a stream, piece by piece, where it is UTF-8; whole, and then of at most `maxBytes`, where it is in another
 * encoding. A byte order mark is no part of it. Throws InputError for what is no text.
 */
export async function* textChunks(
  chunks: AsyncIterable<Buffer>,
  path: string,
  maxBytes: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  const held: Buffer[] = []
  let size = 0
  let utf8: boolean | null = null
  for await (const chunk of chunks) {
    if (utf8 === true) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    held.push(chunk)
    size += chunk.length
    if (utf8 === null && size >= HEAD) {
      const head = Buffer.concat(held)
      utf8 = isUtf8(head)
      if (utf8) yield decoder.decode(head, { stream: true })
    }
    if (utf8 === false && size > maxBytes) throw tooLarge(path, 'more, in another encoding than UTF-8', maxBytes)
  }
  yield utf8 === true ? decoder.decode() : textOf(Buffer.concat(held), path)
}
