import { JSONParser } from '@streamparser/json'
import { InputError } from '#domain'
import { tooLarge } from '../read-stream.ts'

/** A value of a large JSON text and the keys that lead to it. */
export interface JsonItem {
  readonly keys: readonly (string | number)[]
  readonly value: unknown
}

/**
 * The values at some paths (`$.messages.*`) of a JSON text, as they come by. Throws InputError where the text is no JSON,
 * is cut off, or where more than `maxBytes` go by without such a value.
 */
export async function* jsonItems(
  chunks: AsyncIterable<Buffer>,
  paths: readonly string[],
  where: string,
  maxBytes: number,
): AsyncGenerator<JsonItem> {
  const parser = new JSONParser({ paths: [...paths], keepStack: false })
  let found: JsonItem[] = []
  let since = 0
  parser.onValue = ({ value, key, stack }) => {
    since = 0
    found.push({ keys: [...stack.slice(1).map(level => level.key ?? ''), key ?? ''], value })
  }
  for await (const chunk of chunks) {
    since += chunk.length
    try {
      parser.write(chunk)
    } catch (cause) {
      throw new InputError(`${where}: no JSON (${(cause as Error).message.split('\n')[0]}).`, { cause })
    }
    if (since > maxBytes) throw tooLarge(`${where}: one of its values`, 'more', maxBytes)
    yield* found
    found = []
  }
  if (!parser.isEnded) throw new InputError(`${where} is cut off: expected whole JSON; what stands before was read.`)
}
