import { html, raw } from 'hono/html'
import { type Day, dayNumber, dayOf, type Instant, type Theatre } from '#domain'
import type { Ledger } from '#ledger'
import { renderFragment, titleLine, writeBriefing } from '#publish/briefing'
import { EXPORTS, type ExportInput, type ExportName, editionsFeed, writeAtom, writeJsonFeed } from '#publish/exports'
import { figuresPage } from './figures-page.ts'
import { type Markup, page, SITE_STYLE } from './layout.ts'
import { placePages } from './place-pages.ts'
import { storyPages } from './story-pages.ts'

/** What a site is made from; the same moment gives the same files. */
export interface SiteInput {
  readonly ledger: Ledger
  readonly theatre: Theatre
  readonly asOf: Instant
  /** Address it will be read at, for the links of its feeds; null: feeds without links. */
  readonly base: string | null
  /** How many of the newest days get a page of their own; the older ones are listed. */
  readonly days: number
}

/** One file of the site: path inside its folder, and its content piece by piece. */
export interface SiteFile {
  readonly path: string
  readonly content: AsyncIterable<string | Uint8Array> | Iterable<string>
}

/** How one page is handed over by the steps that make them. */
export type WritePage = (path: string, title: string, body: Markup) => Promise<SiteFile>

const DATA: Readonly<Partial<Record<ExportName, string>>> = {
  jsonl: 'claims.jsonl',
  csv: 'events.csv',
  geojson: 'events.geojson',
  control: 'control.geojson',
  ninjs: 'stories.ninjs.jsonl',
  stix: 'events.stix.json',
}

/** Every file of the site, one after the other: editions, stories, places, figures, feeds and data. */
export async function* sitePages(input: SiteInput): AsyncGenerator<SiteFile> {
  const { theatre, asOf, ledger } = input
  const write: WritePage = async (path, title, body) => {
    const root = '../'.repeat(path.split('/').length - 1)
    return { path, content: [String(await page(root, title, theatre.name, body))] }
  }
  yield { path: 'style.css', content: [SITE_STYLE] }
  const days = (await ledger.days({ asOf })).filter(({ date }) => date <= dayOf(asOf)).reverse()
  const paged = days.slice(0, input.days).map(({ date }) => date)
  yield* dayPages(input, paged, write)
  yield await write('days.html', `Days · ${theatre.name}`, daysList(days, new Set(paged), theatre))
  yield* storyPages(input, write)
  yield* placePages(input, write)
  yield await figuresPage(input, write)
  yield* feedsAndData(input, write)
}

async function* dayPages({ ledger, theatre, asOf }: SiteInput, days: readonly Day[], write: WritePage) {
  for (const [at, date] of days.entries()) {
    const edition = (await ledger.briefing(date, { asOf })) ?? (await writeBriefing({ ledger, theatre, date, asOf }))
    // The fragment escapes every word of a report itself.
    const body = html`<h1>${titleLine(edition)}</h1>${raw(renderFragment(edition))}`
    yield await write(`day/${date}.html`, titleLine(edition), body)
    if (at === 0) yield await write('index.html', titleLine(edition), body)
  }
  if (days.length === 0)
    yield await write('index.html', theatre.name, html`<h1>${theatre.name}</h1><p>No report yet.</p>`)
}

const daysList = (
  days: readonly { readonly date: Day; readonly reports: number; readonly claims: number }[],
  paged: ReadonlySet<Day>,
  theatre: Theatre,
): Markup =>
  html`<h1>Days</h1><ul>${days.map(({ date, reports, claims }) => {
    const words = `Day ${dayNumber(theatre.dayOne, date).toLocaleString('en-GB')} · ${date}`
    return html`<li>${paged.has(date) ? html`<a href="day/${date}.html">${words}</a>` : words} <span class="counts">${reports} reports, ${claims} claims</span></li>\n`
  })}</ul>`

async function* feedsAndData(input: SiteInput, write: WritePage): AsyncGenerator<SiteFile> {
  const given: ExportInput = { ...input, filter: {} }
  const feed = await editionsFeed(given, input.base === null ? null : `${input.base}/editions.atom`)
  const entries = feed.entries.map(entry => ({ ...entry, url: entry.url === null ? null : `${entry.url}.html` }))
  yield { path: 'editions.atom', content: [writeAtom({ ...feed, entries })] }
  yield { path: 'editions.json', content: [writeJsonFeed({ ...feed, entries })] }
  const offers = Object.entries(DATA) as [ExportName, string][]
  // Links into the desk are left out: a site of pages has no page a claim.
  for (const [name, file] of offers) {
    yield { path: `data/${file}`, content: EXPORTS[name].write({ ...given, base: null }) }
  }
  const list = offers.map(([name, file]) => html`<li><a href="data/${file}">${file}</a>: ${EXPORTS[name].title}</li>`)
  const feeds = html`<li><a href="editions.atom">editions.atom</a></li><li><a href="editions.json">editions.json</a></li>`
  yield await write(
    'data.html',
    `Data · ${input.theatre.name}`,
    html`<h1>Data</h1><p class="counts">As known at ${input.asOf}.</p><ul>${list}${feeds}</ul>`,
  )
}
