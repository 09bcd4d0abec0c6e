import { describe, expect, it } from 'vitest'
import { extractPage } from './extract-page.ts'
import { pageDrafts } from './page-draft.ts'

const URL = 'https://riverherald.example/news/live/north'
const words = (what: string): string =>
  `${what}: the regional governor said on Telegram that nobody was hurt and that power would be back before the evening.`
const head =
  '<meta property="og:site_name" content="River Herald"><meta property="article:published_time" content="2024-11-25T20:00:00Z"><meta property="article:modified_time" content="2024-11-26T09:00:00Z">'
const page = (body: string, more = ''): string =>
  `<html lang="en"><head>${head}${more}</head><body><nav>Home</nav><main><h1>War in the north: live updates</h1><p>${words('What is known')} ${words('In brief')}</p>${body}</main></body></html>`

const entry = (time: string, title: string, id = ''): string =>
  `<div class="live-post"${id && ` id="${id}"`}><time${time.includes('T') ? ` datetime="${time}"` : ''}>${time}</time><h3>${title}</h3><p>${words(title)}</p><div class="share">Share</div></div>`

describe('a live page', () => {
  it('is split into its entries by its markup, each with its own time and address', () => {
    const body = `<div>${entry('2024-11-26T08:55:00+02:00', 'Bridge reopens', 'post-12')}${entry('2024-11-26T07:10:00+02:00', 'Second strike', 'post-11')}${entry('2024-11-26T06:00:00+02:00', 'First strike')}</div>`
    const { entries, lead } = extractPage(page(body), URL)
    expect(entries).toMatchObject([
      {
        title: 'Bridge reopens',
        url: `${URL}#post-12`,
        publishedAt: '2024-11-26T08:55:00+02:00',
        text: words('Bridge reopens'),
      },
      { title: 'Second strike', url: `${URL}#post-11`, publishedAt: '2024-11-26T07:10:00+02:00' },
      { title: 'First strike', publishedAt: '2024-11-26T06:00:00+02:00', text: words('First strike') },
    ])
    expect(new Set(entries.map(({ url }) => url)).size).toBe(3)
    expect(lead).toContain('What is known')
    expect(lead).not.toContain('Second strike')
  })

  it('whose entries show the hour alone is dated backwards from its last change, over midnight', () => {
    const body = `<div>${entry('08:55', 'Four')}${entry('07:10', 'Three')}${entry('23:40', 'Two')}${entry('21:15', 'One')}</div>`
    expect(extractPage(page(body), URL).entries.map(({ publishedAt }) => publishedAt)).toEqual([
      '2024-11-26T08:55:00Z',
      '2024-11-26T07:10:00Z',
      '2024-11-25T23:40:00Z',
      '2024-11-25T21:15:00Z',
    ])
  })

  it('is split by its JSON-LD where the markup shows less', () => {
    const update = (at: string, headline: string) => ({
      '@type': 'BlogPosting',
      headline,
      datePublished: at,
      articleBody: `<p>${words(headline)}</p>`,
    })
    const blog = {
      '@type': 'LiveBlogPosting',
      headline: 'War in the north: live updates',
      datePublished: '2024-11-25T20:00:00Z',
      liveBlogUpdate: [
        update('2024-11-26T08:55:00Z', 'Bridge reopens'),
        update('2024-11-26T07:10:00Z', 'Second strike'),
      ],
    }
    const json = `<script type="application/ld+json">${JSON.stringify(blog)}</script>`
    const drafts = pageDrafts(page('', json), URL)
    expect(drafts).toMatchObject([
      { title: 'War in the north: live updates', url: URL, publishedAt: '2024-11-25T20:00:00.000Z' },
      {
        title: 'Bridge reopens',
        publishedAt: '2024-11-26T08:55:00.000Z',
        outlet: 'River Herald',
        text: words('Bridge reopens'),
      },
      { title: 'Second strike', publishedAt: '2024-11-26T07:10:00.000Z' },
    ])
    expect(new Set(drafts.map(({ url }) => url)).size).toBe(3)
  })

  it('is none where dated teasers, comments or a list of news stand beside an article', () => {
    const teaser = (at: string): string =>
      `<li class="teaser"><time datetime="${at}"></time><a href="/x">Another headline</a></li>`
    const body = `<ul>${['2024-11-26T08:00:00Z', '2024-11-26T07:00:00Z', '2024-11-26T06:00:00Z'].map(teaser).join('')}</ul>`
    expect(extractPage(page(body), URL).entries).toEqual([])
    const calm = `<div>${entry('2024-11-26T08:55:00Z', 'One')}${entry('2024-11-26T07:10:00Z', 'Two')}${entry('2024-11-26T06:00:00Z', 'Three')}</div>`
    const plain = page(calm)
      .replace('live updates', 'what we know')
      .replace(/live-post/g, 'post')
    expect(extractPage(plain, 'https://riverherald.example/news/north').entries).toEqual([])
  })
})
