import pc from 'picocolors'
import { type Briefing, type BriefingItem, shortId } from '#domain'
import {
  citedUnder,
  countLine,
  isEmptyDay,
  marksOf,
  NO_LINES,
  notesShown,
  sourcesIn,
  sourceWords,
  titleLine,
} from './marks.ts'
import { EMPTY_DAY } from './notes.ts'
import { counted, oneLine } from './words.ts'

/** Citations shown under a line in the terminal; none where only the first lines are asked for. */
const FIRST_CITATIONS = 2
const NARROWEST = 24

/**
 * An edition for the terminal, wrapped to `width` columns (24 at least), with colours or without; `brief` gives the
 * lines without their citations. Control characters of a report never get through. Ends without a line break.
 */
export function renderText(
  briefing: Briefing,
  options: { readonly width: number; readonly color: boolean; readonly brief?: boolean },
): string {
  const page: Sheet = {
    width: Math.max(options.width, NARROWEST),
    paint: pc.createColors(options.color),
    brief: options.brief ?? false,
  }
  const { paint } = page
  const lines = [
    ...wrapText(titleLine(briefing), page.width, '').map(paint.bold),
    ...wrapText(countLine(briefing), page.width, '').map(paint.dim),
  ]
  if (briefing.sections.length === 0) {
    lines.push('', ...wrapText(isEmptyDay(briefing) ? EMPTY_DAY : NO_LINES, page.width, ''))
  }
  for (const { heading, items } of briefing.sections) {
    lines.push('', paint.bold(paint.cyan(heading.toUpperCase())), ...items.flatMap(item => itemLines(item, page)))
  }
  const notes = notesShown(briefing)
  if (notes.length > 0) {
    lines.push('', paint.bold(paint.cyan('NOTES')))
    for (const { reason } of notes) lines.push(...wrapText(`- ${reason}`, page.width, '  ', ''))
  }
  return lines.join('\n')
}

interface Sheet {
  readonly width: number
  readonly paint: ReturnType<typeof pc.createColors>
  /** Lines alone, without citations and space between them. */
  readonly brief: boolean
}

function itemLines(item: BriefingItem, { width, paint, brief }: Sheet): string[] {
  const tint = item.disputed ? paint.yellow : paint.green
  const marks = wrapText(`• ${marksOf(item).join(' · ')}`, width, '  ', '').map(tint)
  const lines = [...marks, ...wrapText(item.text, width, '  ')]
  if (brief) return lines
  const cited = citedUnder(item)
  for (const each of cited.slice(0, FIRST_CITATIONS)) {
    lines.push(...wrapText(sourcesIn(each, sourceWords), width, '    ').map(paint.dim))
    if (each.quotes.length > 0) lines.push(...wrapText(each.quotes.join('; '), width, '    ').map(paint.dim))
  }
  const left = cited.length - FIRST_CITATIONS
  if (left > 0) lines.push(paint.dim(`    and ${counted(left, 'more citation')}`))
  lines.push(...wrapText(idsWords(item.claims), width, '    ').map(paint.dim))
  return ['', ...lines]
}

/** Ids of a line's claims, short: what `fogline claim` and `fogline judge` take. */
function idsWords(claims: readonly string[]): string {
  const left = claims.length - FIRST_IDS
  return `${claims.slice(0, FIRST_IDS).map(shortId).join(' ')}${left > 0 ? ` and ${counted(left, 'more claim')}` : ''}`
}
const FIRST_IDS = 4

/** Words set into lines of at most `width` characters, each after the indent; a word longer than a line stands alone. */
export function wrapText(text: string, width: number, indent: string, first = indent): string[] {
  const lines: string[] = []
  let line = first
  for (const word of oneLine(text).split(' ')) {
    const joined = line.trim() === '' ? `${line}${word}` : `${line} ${word}`
    if ([...joined].length > width && line.trim() !== '') {
      lines.push(line)
      line = `${indent}${word}`
    } else line = joined
  }
  return [...lines, line]
}
