import type { Span } from '#domain'

/** Signs around words that are no part of what is said. */
export interface BlockMark {
  /** Half-open, in UTF-16 units of the untouched text, without white space at either end. */
  readonly span: Span
  /** `bullet`: also a list number; `heading`: Markdown's "##"; `emphasis`: its "**" or "__"; `footnote`: "[1]". */
  readonly kind: 'bullet' | 'heading' | 'emphasis' | 'footnote'
}

/** A paragraph, heading or list item: a stretch of text that no sentence crosses, without the marks around it. */
export interface Block {
  readonly span: Span
  /** The bullet, heading or emphasis marks cut off, in order of the text. */
  readonly marks: readonly BlockMark[]
  readonly paragraph: number
  /** True when it stood behind a bullet or list number. */
  readonly item: boolean
  /** Level of a Markdown heading or 1 for a line wholly in bold; 0 for plain text. */
  readonly heading: number
}

interface Line {
  readonly start: number
  readonly end: number
  readonly blankBefore: boolean
}

const BULLET = /^(?:[•▪▫●○◦‣⁃∙·*►▶➤➡✔❖◆■□–—-]|\d{1,3}[.)]|\(\d{1,2}\)|[a-z]\))[ \t\u00a0]{1,8}(?=\S)/u
const BULLET_TIGHT = /^[•▪●◦‣►▶➤❖◆■](?=\S)/u
const ENDED = /[.!?…:;]["”’'»)\]*]{0,4}(?:\s?\[\d{1,3}\]){0,4}$/
/** A line of a list of figures: words, a dash or colon, a number ("tanks – 9,422"). */
const LISTED = /^[^\d\n.!?]{2,60}[–—‒:-] {0,2}(?:\p{L}{1,14} ){0,2}[~≈]?\d/u
const MAX_HEADING = 120

const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/

/** Lines of a stretch, trimmed; blank ones are only remembered. */
function cutLines(text: string, [from, to]: Span): Line[] {
  const lines: Line[] = []
  let blankBefore = true
  let start = from
  for (const line of text.slice(from, to).split(LINE_BREAK)) {
    const words = line.trim()
    if (words !== '') {
      const at = start + line.indexOf(words)
      lines.push({ start: at, end: at + words.length, blankBefore })
    }
    blankBefore = words === ''
    start += line.length + (text.startsWith('\r\n', start + line.length) ? 2 : 1)
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

/** The block a stretch makes once its bullet and the Markdown marks around it are cut off. */
function makeBlock(text: string, [start, end]: Span, paragraph: number): Block {
  const head = text.slice(start, start + 24)
  const hashes = /^(#{1,6})\s+/.exec(head)
  const bullet = hashes ? null : (BULLET.exec(head) ?? BULLET_TIGHT.exec(head))
  const opening = (hashes ?? bullet)?.[0] ?? ''
  const from = start + opening.length
  const marks: BlockMark[] = []
  if (opening !== '')
    marks.push({ span: [start, start + opening.trimEnd().length], kind: bullet ? 'bullet' : 'heading' })
  const bold = boldWithin(text, [from, end])
  if (bold) marks.push({ span: [from, from + 2], kind: 'emphasis' }, { span: [end - 2, end], kind: 'emphasis' })
  const heading = hashes?.[1]?.length ?? (bold ? 1 : 0)
  return { span: bold ?? [from, end], paragraph, item: bullet !== null, heading, marks }
}

/** The words of a line that is wholly in Markdown bold and short enough for a heading; else null. */
function boldWithin(text: string, [start, end]: Span): Span | null {
  if (end - start > MAX_HEADING || !text.startsWith('**', start) || !text.endsWith('**', end) || end - start < 5)
    return null
  const inner = text.slice(start + 2, end - 2)
  const words = inner.trim()
  if (words === '' || inner.includes('**')) return null
  const from = start + 2 + inner.indexOf(words)
  return [from, from + words.length]
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
    blocks.push(makeBlock(text, [start, end], paragraph))
    if (!paragraphs?.length) paragraph += 1
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
