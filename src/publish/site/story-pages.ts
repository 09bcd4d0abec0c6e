import { createHash } from 'node:crypto'
import { html } from 'hono/html'
import type { RecordedClaim, Story } from '#domain'
import { allRows } from '#ledger'
import { safeUrl } from '#publish/briefing'
import { eachRow } from '#publish/exports'
import { type Markup, reportLink } from './layout.ts'
import type { SiteFile, SiteInput, WritePage } from './site-pages.ts'

/** Stories a site has a page of: the newest. */
const MOST = 500

/** A record's id as a file name: ids of places are words of others and may hold anything. */
export const fileOf = (id: string): string =>
  /^[\w-]{1,80}$/.test(id) ? id : `x-${createHash('sha256').update(id).digest('hex').slice(0, 20)}`

/** A page a story, and their list. */
export async function* storyPages(input: SiteInput, write: WritePage): AsyncGenerator<SiteFile> {
  const { ledger, asOf, theatre } = input
  const told: Story[] = []
  for await (const story of eachRow(page => ledger.stories({ asOf, ...page }))) {
    if (told.push(story) > MOST) break
    yield await write(`story/${fileOf(story.id)}.html`, story.headline, await storyBody(input, story))
  }
  const list = told
    .slice(0, MOST)
    .map(
      ({ id, headline, articles, claims, lastSaid }) =>
        html`<li><a href="story/${fileOf(id)}.html">${headline}</a> <span class="counts">${lastSaid.slice(0, 10)} · ${articles.length} reports, ${claims.length} claims</span></li>\n`,
    )
  yield await write('stories.html', `Stories · ${theatre.name}`, html`<h1>Stories</h1><ul>${list}</ul>`)
}

async function storyBody({ ledger, asOf }: SiteInput, story: Story): Promise<Markup> {
  const articles = await allRows(page => ledger.articles({ story: story.id, asOf, ...page }))
  const claims = await allRows(page => ledger.claims({ story: story.id, asOf, ...page }))
  const urls = new Map(articles.map(({ id, url }) => [id, safeUrl(url)]))
  return html`<h1>${story.headline}</h1><p class="counts">${articles.length} reports, ${claims.length} claims</p>
<h2>Claims</h2><ul class="words">${claims.map(claim => claimItem(claim, urls.get(claim.article) ?? null))}</ul>
<h2>Reports</h2><ul>${articles.map(
    ({ url, title, outlet, source, publishedAt }) =>
      html`<li>${reportLink(safeUrl(url), title ?? outlet ?? source)} <span class="counts">${outlet ?? source}, ${publishedAt.slice(0, 16).replace('T', ' ')} UTC</span></li>\n`,
  )}</ul>`
}

/** A claim: whose it is, its words, how surely, and where they stand. */
export const claimItem = (claim: RecordedClaim, url: string | null): Markup =>
  html`<li id="${claim.id}"><b>${claim.holder.name}</b> ${claim.stance === 'asserts' ? '' : claim.stance}: <q>“${claim.text}”</q><cite>${claim.certainty} · ${claim.type} · ${reportLink(url, claim.chain.join(' → '))}, ${claim.said.slice(0, 10)} · ${claim.id}</cite></li>\n`
