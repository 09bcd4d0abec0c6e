import type { Span } from '#domain'

/** A paragraph, heading or list item: a stretch of text that no sentence crosses, without its bullet. */
export interface Block {
  readonly span: Span
  readonly paragraph: number
  /** True when it stood behind a bullet or list number. */
  readonly item: boolean
  /** Level of a Markdown heading or 1 for a line wholly in bold; 0 for plain text. */
  readonly heading: number
}

interface Line {
  readonly start: number
  readonly end: number
  /** Columns before the first character. */
  readonly indent: number
  readonly blankBefore: boolean
}

const BULLET = /^(?:[•▪▫●○◦‣⁃∙·*►▶➤➡✔❖◆■□–—-]|\d{1,3}[.)]|\(\d{1,2}\)|[a-z]\))[ \t\u00a0]{1,8}(?=\S)/u
const BULLET_TIGHT = /^[•▪●◦‣►▶➤❖◆■](?=\S)/u
const ENDED = /[.!?…:;]["”’'»)\]*]{0,4}(?:\s?\[\d{1,3}\]){0,4}$/
/** A line of a list of figures: words, a dash or colon, a number ("tanks – 9,422"). */
const LISTED = /^[^\d\n.!?]{2,60}[–—‒:-] {0,2}(?:\p{L}{1,14} ){0,2}[~≈]?\d/u
const MAX_HEADING = 120

/** Lines of a stretch, trimmed; blank ones are only remembered. */
function cutLines(text: string, [from, to]: Span): Line[] {
  const lines: Line[] = []
  let blankBefore = true
  for (let at = from; at < to; ) {
    const found = text.indexOf('\n', at)
    const stop = found < 0 || found > to ? to : found
    let start = at
    let end = stop
    while (start < end && text.charCodeAt(start) <= 32) start += 1
    while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1
    if (end > start) lines.push({ start, end, indent: start - at, blankBefore })
    blankBefore = end <= start
    at = stop + 1
  }
  return lines
}

/** True when a line goes on in the next: hard-wrapped prose, not a list or a heading. */
function runsOn(text: string, line: Line, next: Line, wrapped: boolean): boolean {
  if (next.blankBefore) return false
  if (ENDED.test(text.slice(Math.max(line.start, line.end - 24), line.end)) && !wrapped) return false
  const head = text.slice(next.start, next.start + 12)
  if (BULLET.test(head) || BULLET_TIGHT.test(head) || /^[#>|]|^\*\*/.test(head)) return false
  if (LISTED.test(text.slice(next.start, Math.min(next.end, next.start + 100)))) return false
  return wrapped || /^["“‘'(]?\p{Ll}/u.test(head)
}

/** A group of lines is hard-wrapped when it has three or more, all but the last of nearly one width over 50 columns. */
function isWrapped(lines: readonly Line[]): boolean {
  const widths = lines.slice(0, -1).map(line => line.end - line.start)
  const widest = widths.reduce((most, width) => Math.max(most, width), 0)
  return widths.length >= 2 && widest >= 50 && widest <= 100 && widths.every(width => width >= widest - 16)
}

/** Groups of lines without a blank line between them. */
function cutGroups(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && !line.blankBefore) last.push(line)
    else groups.push([line])
  }
  return groups
}

/** The block a stretch makes once bullets and Markdown marks are cut off. */
function makeBlock(text: string, start: number, end: number, paragraph: number): Block | null {
  let from = start
  let to = end
  const head = text.slice(from, from + 24)
  const marks = /^(#{1,6})\s+/.exec(head)
  const bullet = marks ? null : (BULLET.exec(head) ?? BULLET_TIGHT.exec(head))
  from += marks?.[0].length ?? bullet?.[0].length ?? 0
  let heading = marks?.[1]?.length ?? 0
  if (to - from > 4 && to - from <= MAX_HEADING && text.startsWith('**', from) && text.endsWith('**', to)) {
    if (!text.slice(from + 2, to - 2).includes('**')) {
      from += 2
      to -= 2
      heading ||= 1
    }
  }
  while (from < to && text.charCodeAt(from) <= 32) from += 1
  while (to > from && text.charCodeAt(to - 1) <= 32) to -= 1
  return from < to ? { span: [from, to], paragraph, item: bullet !== null, heading } : null
}

/**
 * Cuts a text into blocks. A line ends its block unless it is hard-wrapped: the next line follows directly, opens in
 * lower case and this one does not end a sentence, or all lines of the group have one width. `paragraphs`, where the
 * gatherer knows them, are kept as borders. Linear in the length of the text.
 */
export function cutBlocks(text: string, paragraphs: readonly Span[] | undefined): Block[] {
  const blocks: Block[] = []
  const stretches = paragraphs?.length ? paragraphs : [[0, text.length] as const]
  let paragraph = 0
  const close = (start: number, end: number) => {
    const block = makeBlock(text, start, end, paragraph)
    if (block) blocks.push(block)
    if (block && !paragraphs?.length) paragraph += 1
  }
  for (const stretch of stretches) {
    for (const group of cutGroups(cutLines(text, stretch))) {
      const wrapped = isWrapped(group)
      let start = group[0]?.start ?? 0
      group.forEach((line, at) => {
        const next = group[at + 1]
        if (next && runsOn(text, line, next, wrapped)) return
        close(start, line.end)
        start = next?.start ?? line.end
      })
    }
    if (paragraphs?.length) paragraph += 1
  }
  return blocks
}
