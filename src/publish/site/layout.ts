import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Markup in which everything put in by `html` was escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** The pages' one style sheet. */
export const SITE_STYLE = `:root { color-scheme: light dark; --ink: #1b1e23; --soft: #5b6472; --paper: #fbfaf7; --rule: #d9d6cf; --mark: #8a3d12 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e3dc; --soft: #a0a7b3; --paper: #16181c; --rule: #363a42; --mark: #f0a56f } }
* { box-sizing: border-box } body { margin: 0 auto; max-width: 52rem; padding: 1rem 1.25rem 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 Georgia, serif; overflow-wrap: anywhere }
nav, .counts, .marks, cite, summary, th, footer { color: var(--soft); font: .85rem/1.5 system-ui, sans-serif } nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; border-bottom: 1px solid var(--rule); padding-bottom: .5rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1.25rem 0 .25rem } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--rule) }
a { color: inherit } ul { list-style: none; margin: 0; padding: 0 } .lines > li { margin: 0 0 1.1rem } p { margin: 0 0 .5rem } .marks b { color: var(--mark) }
.words li { margin: .3rem 0 0 1rem; padding-left: .75rem; border-left: 2px solid var(--rule); line-height: 1.4 } q { quotes: none } cite { font-style: normal; display: block }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font: .85rem/1.4 system-ui, sans-serif } th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--rule); vertical-align: top } td.n { text-align: right; font-variant-numeric: tabular-nums }
@media print { nav { display: none } body { max-width: none; padding: 0 } }
`

/** One page. `root` leads back to the site's top from where the page lies (`''` or `'../'`). */
export const page = (root: string, title: string, theatre: string, body: Markup) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<link rel="stylesheet" href="${root}style.css">
<link rel="alternate" type="application/atom+xml" title="Editions" href="${root}editions.atom">
</head>
<body>
<nav><a href="${root}index.html">Fogline · ${theatre}</a><a href="${root}days.html">Days</a><a href="${root}stories.html">Stories</a><a href="${root}places.html">Places</a><a href="${root}figures.html">Figures</a><a href="${root}data.html">Data</a></nav>
${body}
</body>
</html>
`

/** A table; cells are markup or text, numbers flush right. */
export const table = (head: readonly string[], rows: readonly (readonly (Markup | string | number)[])[]): Markup =>
  html`<div class="scroll"><table><thead><tr>${head.map(title => html`<th scope="col">${title}</th>`)}</tr></thead><tbody>${rows.map(
    cells =>
      html`<tr>${cells.map(cell => (typeof cell === 'number' ? html`<td class="n">${cell.toLocaleString('en-GB')}</td>` : html`<td>${cell}</td>`))}</tr>\n`,
  )}</tbody></table></div>`

/** A link to a report where its address is one of the web, else its words alone. */
export const reportLink = (url: string | null, words: string): Markup | string =>
  url === null ? words : html`<a href="${url}" rel="noopener noreferrer nofollow">${words}</a>`
