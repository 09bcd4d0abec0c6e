/** Lines at the top and foot of a page among which running heads stand. */
const EDGE = 2
/** A line at the edge of this share of the pages is a running head. */
const RUNNING = 0.5

const bare = (line: string): string => line.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()

const edgesOf = (page: readonly string[]): number[] => {
  const filled = page.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  return [...new Set([...filled.slice(0, EDGE), ...filled.slice(-EDGE)])]
}

/** Running heads, as they read with figures left out. */
function findRunning(pages: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const line of new Set(edgesOf(page).map(at => bare(page[at] ?? ''))))
      counts.set(line, (counts.get(line) ?? 0) + 1)
  const enough = Math.max(2, pages.length * RUNNING)
  return new Set([...counts].filter(([, count]) => count >= enough).map(([line]) => line))
}

const PAGE_NUMBER = /^(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i

/** A line goes on in the next one, which was broken at the width of the column. */
function isOpen(line: string, next: string, columns: number): boolean {
  if (/[.!?:;…]["'”’»)\]]*$/u.test(line) && line.length < columns * 0.9) return false
  return line.length >= columns * 0.6 && !/^(?:[-–—•*·▪◦]|\d+[.)]|\p{Lu}{2,}[:.])\s/u.test(next)
}

/** Lines of the body put together into paragraphs; a word cut at the end of a line is made whole. */
function joinLines(lines: readonly string[]): string {
  const columns = Math.max(0, ...lines.map(line => line.length))
  let text = ''
  let last = ''
  for (const line of lines) {
    if (line === '') text = text === '' || text.endsWith('\n\n') ? text : `${text.trimEnd()}\n\n`
    else if (text === '' || text.endsWith('\n')) text += line
    else if (/\p{Ll}-$/u.test(last) && /^\p{Ll}/u.test(line)) text = `${text.slice(0, -1)}${line}`
    else text += `${isOpen(last, line, columns) ? ' ' : '\n'}${line}`
    last = line
  }
  return text.trim()
}

/**
 * A document's pages, given as lines, as one text: page numbers and what stands at the edge of half of all pages are left
 * out, lines broken at the column's width are joined, and paragraphs run on over the turn of a page.
 */
export function joinPages(pages: readonly (readonly string[])[]): string {
  const running = findRunning(pages)
  const lines = pages.flatMap(page => {
    const edges = new Set(edgesOf(page))
    return page.filter((line, at) => {
      if (!edges.has(at)) return true
      return !PAGE_NUMBER.test(line.trim()) && !running.has(bare(line))
    })
  })
  return joinLines(lines.map(line => line.replace(/\s+/g, ' ').trim()))
}
