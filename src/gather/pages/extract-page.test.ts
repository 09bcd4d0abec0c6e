import { describe, expect, it } from 'vitest'
import { InputError } from '#domain'
import { extractPage } from './extract-page.ts'

const paragraphs = [
  'Engineers reopened the northern lane of the bridge on Tuesday, three days after a drone struck its second pier.',
  'The mayor said that lorries would have to wait until the steel had been checked, which may take until the spring.',
  'Residents of the left bank have been crossing by boat since Saturday, and the ferry carries four hundred people a day.',
]

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`
const article = (extra = ''): string =>
  `<nav><a href="/">Home</a> <a href="/war">War</a></nav><main><article><h1>Bridge opens one lane</h1>${paragraphs.map(text => `<p>${text}</p>`).join('')}${extra}</article></main><footer><p>All rights reserved by the publisher of this newspaper.</p></footer>`

const jsonLd = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

describe('an article’s page', () => {
  it('gives its text without navigation, footer, captions and sign-up boxes', () => {
    const clutter =
      '<figure><img src="x.jpg"><figcaption>The bridge last week. Photo: agency</figcaption></figure><div class="newsletter-signup"><p>Get our letter every morning.</p></div><p>Read more: The ferry that saved a town</p>'
    const { text } = extractPage(page('<title>Bridge opens one lane | River Herald</title>', article(clutter)), null)
    for (const paragraph of paragraphs) expect(text).toContain(paragraph)
    expect(text).not.toMatch(/Home|All rights|Photo|letter every morning|Read more/)
  })

  it('keeps lists and tables in their places', () => {
    const extra =
      '<p>Losses named by the staff:</p><ul><li>three boats</li><li>one crane</li></ul><table><tr><th>Tanks</th><td>12</td><td>+3</td></tr></table><p>The list was published at noon and has not been confirmed by anybody else.</p>'
    const { text } = extractPage(page('', article(extra)), null)
    expect(text).toMatch(
      /Losses named by the staff:\n\n- three boats\n- one crane\n\nTanks \| 12 \| \+3\n\nThe list was published/,
    )
  })

  it('says of itself: JSON-LD before OpenGraph before the words on the page', () => {
    const head =
      '<meta property="og:site_name" content="River Herald"><meta property="og:title" content="Bridge opens one lane for cars"><meta property="article:published_time" content="2024-01-01"><link rel="canonical" href="https://riverherald.example/bridge">' +
      jsonLd({
        '@graph': [
          {
            '@type': 'NewsArticle',
            headline: 'Bridge opens one lane',
            datePublished: '2024-11-26T23:30:00-05:00',
            dateModified: '2024-11-27T08:00:00Z',
            author: [{ '@type': 'Person', name: 'Olena Test' }],
          },
        ],
      })
    expect(extractPage(page(head, article()), null)).toMatchObject({
      url: 'https://riverherald.example/bridge',
      title: 'Bridge opens one lane',
      byline: 'Olena Test',
      outlet: 'River Herald',
      publishedAt: '2024-11-26T23:30:00-05:00',
      editedAt: '2024-11-27T08:00:00.000Z',
      language: 'en',
    })
  })

  it.each([
    ['<time datetime="2024-11-26T08:00:00Z">yesterday</time>', '2024-11-26T08:00:00.000Z'],
    ['<p class="post-date">Published 26 November 2024</p>', '2024-11-26T00:00:00.000Z'],
    [
      '<span property="dc:date dc:created" content="2024-11-26T17:41:10-04:00">Nov 26</span>',
      '2024-11-26T17:41:10-04:00',
    ],
    ['<div>November 26, 2024 · 3 min read</div>', '2024-11-26T00:00:00.000Z'],
  ])('is dated by what it shows: %s', (shown, moment) => {
    expect(extractPage(page('', `${shown}${article()}`), null).publishedAt).toBe(moment)
  })

  it('is dated by its address, and not at all where nothing dates it', () => {
    expect(extractPage(page('', article()), 'https://riverherald.example/2024/11/26/bridge').publishedAt).toBe(
      '2024-11-26T00:00:00.000Z',
    )
    expect(extractPage(page('', article()), null)).toMatchObject({
      publishedAt: null,
      byline: null,
      outlet: null,
      url: null,
    })
  })

  it('with broken JSON-LD or none at all is read all the same', () => {
    const { title, text } = extractPage(
      page('<script type="application/ld+json">{ "headline": "x", </script>', article()),
      null,
    )
    expect(title).toBe('Bridge opens one lane')
    expect(text).toContain(paragraphs[2])
  })

  it('without html, head or article elements is read by its paragraphs', () => {
    expect(extractPage(paragraphs.map(text => `<p>${text}`).join('\n'), null).text).toContain(paragraphs[1])
    expect(extractPage('', null).text).toBe('')
  })

  it('runs nothing and loads nothing', () => {
    const hostile =
      '<script>globalThis.ran = true</script><img src=x onerror="globalThis.ran = true"><iframe src="https://x.example"></iframe>'
    extractPage(page(hostile, hostile + article(hostile)), null)
    expect('ran' in globalThis).toBe(false)
  })

  it('nested a hundred thousand deep is refused with one line', () => {
    expect(() => extractPage('<div>'.repeat(100_000), null)).toThrow(InputError)
    expect(() => extractPage(`${'<b><i>'.repeat(50_000)}word`, null)).toThrow(InputError)
  })

  it('with very many elements still gives its words', () => {
    const { text } = extractPage(
      page(
        '',
        `<article>${'<p>The ferry ran again this morning.</p>'.repeat(20)}</article>${'<i></i>'.repeat(70_000)}`,
      ),
      null,
    )
    expect(text).toContain('The ferry ran again this morning.')
  })
})
