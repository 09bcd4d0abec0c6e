import type { Span } from '#domain'

/** A block whose lines are longer than this was not wrapped by hand: each line is a paragraph of its own. */
const WRAP_COLUMNS = 120

interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const found of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const words = found[0].trim()
    if (words === '') lines.push({ start: found.index, end: found.index, text: '' })
    else {
      const start = found.index + found[0].indexOf(words)
      lines.push({ start, end: start + words.length, text: words })
    }
  }
  return lines
}

/** Lines that follow each other without a blank line between. */
function blocksOf(text: string, lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = []
  let open: Line[] | null = null
  let end = 0
  for (const line of lines) {
    const breaks = text.slice(end, line.start).match(/\r\n|[\r\n\u2028\u2029]/g)?.length ?? 0
    end = line.end
    if (line.text === '') {
      open = null
      continue
    }
    if (open !== null && breaks < 2) open.push(line)
    else blocks.push((open = [line]))
  }
  return blocks
}

const isLowerStart = (line: Line): boolean => /^\p{Ll}/u.test(line.text)
const isClosed = (line: Line): boolean => /[.!?:;…]["'”’»)\]]*$/u.test(line.text)

/** A line goes on in the next when the next one's first word would not have fitted on it. */
const isWrapped = (line: Line, next: Line, columns: number): boolean =>
  !isClosed(line) &&
  !/^([-–—•*·]|\d+[.)])\s/u.test(next.text) &&
  line.text.length + 1 + (/^\S+/.exec(next.text)?.[0].length ?? 0) > columns

function paragraphsOf(block: readonly Line[]): Span[] {
  const columns = Math.max(...block.map(line => line.text.length))
  const byHand =
    columns <= WRAP_COLUMNS &&
    block.some((line, at) => at > 0 && isLowerStart(line) && !isClosed(block[at - 1] ?? line))
  const spans: [number, number][] = []
  block.forEach((line, at) => {
    const before = block[at - 1]
    const last = spans.at(-1)
    if (byHand && before && last && isWrapped(before, line, columns)) last[1] = line.end
    else spans.push([line.start, line.end])
  })
  return spans
}

/**
 * The paragraphs of a text: its non-empty lines, trimmed. Lines broken by hand at a fixed width (mail, wire copy) are
 * taken together; that a block is such is shown by a line that starts in lower case after an unfinished one.
 */
export function findParagraphs(text: string): Span[] {
  return blocksOf(text, linesOf(text)).flatMap(paragraphsOf)
}
