import { contentTypeOf } from '../kind-of-file.ts'
import { readLines } from '../read-records.ts'
import { BLOCK_SIZE, type Block } from './block.ts'

/** A text's lines with their line ends, from pieces of any size. One of more than `most` characters comes as null. */
async function* linesOf(texts: AsyncIterable<string>, most: number): AsyncGenerator<string | null> {
  let open: string[] = []
  let length = 0
  for await (const text of texts) {
    let from = 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      const whole = length + at - from <= most
      yield whole ? `${open.join('')}${text.slice(from, at + 1)}` : null
      open = []
      length = 0
      from = at + 1
    }
    length += text.length - from
    // What is too long is let go at once and only measured.
    open = length <= most ? [...open, text.slice(from)] : []
  }
  if (length > 0) yield length <= most ? open.join('') : null
}

/**
 * The reports of JSON lines, block by block. A line that is no report, or of more than `maxBytes`, goes to `onProblem` with
 * its number (from 1); empty lines are nothing.
 */
export async function* lineBlocks(
  texts: AsyncIterable<string>,
  path: string,
  maxBytes: number,
  onProblem: (line: string) => void,
): AsyncGenerator<Block> {
  let lines: string[] = []
  let size = 0
  let first = 1
  let number = 0
  const close = (): Block => {
    const text = lines.join('')
    const drafts = readLines(text, path, onProblem, first)
    return { body: Buffer.from(text), drafts, contentType: contentTypeOf('lines') }
  }
  for await (const line of linesOf(texts, maxBytes)) {
    number += 1
    if (line === null) onProblem(`${path}: line ${number}: longer than ${maxBytes} bytes; left out.`)
    lines.push(line ?? '\n')
    size += line?.length ?? 1
    if (size < BLOCK_SIZE) continue
    yield close()
    lines = []
    size = 0
    first = number + 1
  }
  if (size > 0) yield close()
}
