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

/** Citations in sight under a line; the others fold open. */
const FIRST_CITATIONS = 2

/** The style of the page, inline because an edition is one file; a server names its hash in the page's content policy. */
export const BRIEFING_STYLE = `
:root { color-scheme: light dark; --ink: #1b1e23; --soft: #5b6472; --paper: #fbfaf7; --rule: #d9d6cf; --mark: #8a3d12 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e3dc; --soft: #a0a7b3; --paper: #16181c; --rule: #363a42; --mark: #f0a56f } }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 Georgia, serif }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--rule) }
.counts, .marks, cite, summary { color: var(--soft); font: .82rem/1.5 system-ui, sans-serif }
ul { list-style: none; margin: 0; padding: 0 } .lines > li { margin: 0 0 1.1rem } p { margin: 0 }
.marks b { color: var(--mark) } .words li { margin: .3rem 0 0 1rem; padding-left: .75rem; border-left: 2px solid var(--rule); line-height: 1.4 } details .words li { margin-left: 0 }
q { quotes: none; font-size: .9rem } details { margin-left: 1rem } a { color: inherit } cite { font-style: normal; display: block }
@page { size: A4; margin: 16mm 15mm 18mm }
@media print {
  :root { --ink: #000; --soft: #444; --paper: #fff; --rule: #bbb; --mark: #7a3510; color-scheme: light }
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.4 } h1 { font-size: 16pt } h2 { font-size: 12pt; margin-top: 14pt; break-after: avoid }
  .counts, .marks, cite, summary { font-size: 8pt } q { font-size: 9pt } .lines > li { margin-bottom: 8pt; break-inside: avoid } summary { list-style: none } a { text-decoration: none }
}
`

/** The lines of an edition as a piece of HTML to stand in somebody else's page or feed; everything a report says escaped. */
export function renderFragment(briefing: Briefing): string {
  const sections = sectionsHtml(briefing)
  return `<p class="counts">${escapeHtml(countLine(briefing))}</p>\n${sections.join('\n')}`
}

const sectionsHtml = (briefing: Briefing): readonly string[] => {
  const sections = briefing.sections.map(
    ({ heading, items }) =>
      `<section>\n<h2>${escapeHtml(heading)}</h2>\n<ul class="lines">\n${items.map(itemHtml).join('\n')}\n</ul>\n</section>`,
  )
  return sections.length > 0 ? sections : [`<p>${isEmptyDay(briefing) ? EMPTY_DAY : NO_LINES}</p>`]
}

/** An edition as one HTML page: no script, nothing loaded, everything a report says escaped; prints, and follows dark mode. */
export function renderHtml(briefing: Briefing): string {
  const body = sectionsHtml(briefing)
  const notes = notesShown(briefing).map(({ reason }) => `<li>${escapeHtml(reason)}</li>`)
  const title = escapeHtml(titleLine(briefing))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${BRIEFING_STYLE}</style>
</head>
<body>
<header><h1>${title}</h1><p class="counts">${escapeHtml(countLine(briefing))}</p></header>
<main>
${body.join('\n')}
</main>${notes.length > 0 ? `\n<footer><h2>Notes</h2>\n<ul>\n${notes.join('\n')}\n</ul></footer>` : ''}
</body>
</html>
`
}

function itemHtml(item: BriefingItem): string {
  const [first = '', ...rest] = marksOf(item).map(escapeHtml)
  const cited = citedUnder(item)
  const [near, far] = [cited.slice(0, FIRST_CITATIONS), cited.slice(FIRST_CITATIONS)]
  const more =
    far.length > 0
      ? `\n<details><summary>${far.length} more</summary><ul class="words">${far.map(citationHtml).join('')}</ul></details>`
      : ''
  return `<li>
<p class="marks"><b>${first}</b>${rest.map(mark => ` · ${mark}`).join('')}</p>
<p>${escapeHtml(item.text)}</p>
<ul class="words">${near.map(citationHtml).join('')}</ul>${more}
</li>`
}

/** The words of a claim over where they stand; the source alone where the line has the words already. */
function citationHtml(cited: Cited): string {
  const quotes = cited.quotes.map(words => `<q>${escapeHtml(words)}</q>`).join('; ')
  return `<li>${quotes}<cite>${sourcesIn(cited, sourceHtml)}</cite></li>`
}

function sourceHtml(citation: Citation): string {
  const url = safeUrl(citation.url)
  const words = escapeHtml(sourceWords(citation))
  return url === null ? words : `<a href="${escapeHtml(url)}" rel="noopener noreferrer nofollow">${words}</a>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string => oneLine(text).replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)
