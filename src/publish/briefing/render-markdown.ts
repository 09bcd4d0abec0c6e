import type { Briefing, BriefingItem, Citation } from '#domain'
import {
  type Cited,
  citedUnder,
  countLine,
  isEmptyDay,
  marksOf,
  NO_LINES,
  notesShown,
  safeUrl,
  sourcesIn,
  sourceWords,
  titleLine,
} from './marks.ts'
import { EMPTY_DAY } from './notes.ts'
import { oneLine } from './words.ts'

/** Citations spelled out under a line; the JSON edition has all of them. */
const MOST_CITATIONS = 5

/** An edition as Markdown (CommonMark): everything a report says is escaped, so that it stays text. Ends in a line break. */
export function renderMarkdown(briefing: Briefing): string {
  const sections = briefing.sections.flatMap(({ heading, items }) => [`## ${heading}`, items.map(itemLines).join('\n')])
  const notes = notesShown(briefing).map(({ reason }) => `- ${escapeMarkdown(reason)}`)
  const body = sections.length > 0 ? sections : [isEmptyDay(briefing) ? EMPTY_DAY : NO_LINES]
  return `${[
    `# ${escapeMarkdown(titleLine(briefing))}`,
    countLine(briefing),
    ...body,
    ...(notes.length > 0 ? ['## Notes', notes.join('\n')] : []),
  ].join('\n\n')}\n`
}

function itemLines(item: BriefingItem): string {
  const [first = '', ...rest] = marksOf(item).map(escapeMarkdown)
  const marks = [`**${first}**`, ...rest].join(' · ')
  const cited = citedUnder(item)
  const citations = cited.slice(0, MOST_CITATIONS).map(each => `  - ${citationLine(each)}`)
  const left = cited.length - citations.length
  if (left > 0) citations.push(`  - and ${left} more`)
  // A backslash at the end of a line is CommonMark's line break: the marks stand over the sentence, as on the page.
  return [`- ${marks}\\`, `  ${escapeMarkdown(item.text)}`, ...citations].join('\n')
}

/** The words of a claim and where they stand; the source alone where the line has the words already. */
function citationLine(cited: Cited): string {
  const sources = sourcesIn(cited, sourceLink)
  return cited.quotes.length === 0 ? sources : `${cited.quotes.map(escapeMarkdown).join('; ')} — ${sources}`
}

function sourceLink(citation: Citation): string {
  const url = safeUrl(citation.url)
  const words = escapeMarkdown(sourceWords(citation))
  return url === null ? words : `[${words}](<${url.replace(/[\\<>]/g, encodeURIComponent)}>)`
}

/** Text that no Markdown reader takes for markup, on one line. */
const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]{}#|~>]/g, '\\$&')
    .replace(/^([-+])(?=\s)|^(\d+)([.)])(?=\s)/, (_all, bullet: string | undefined, digits: string, dot: string) =>
      bullet ? `\\${bullet}` : `${digits}\\${dot}`,
    )
    .replace(/\b(https?):\/\//gi, '$1&#58;//')
