import { describe, expect, it } from 'vitest'
import { InputError } from '#domain'
import { extractPage } from './extract-page.ts'

const sentence =
  'Engineers reopened the northern lane of the bridge on Tuesday, three days after a drone struck its pier.'
const page = (body: string, head = ''): string =>
  `<html><head>${head}</head><body><article><h1>Bridge opens one lane</h1><p>${sentence}</p>${body}<p>${sentence} Lorries have to wait.</p></article></body></html>`

describe('a hostile page', () => {
  it.each([
    ['NULs and control characters', page('<p>Br\0idge\u0007 open</p>'), 'Bridge open'],
    ['words turned about', page('<p>It was \u202Edeined\u202C by &#x202E;them\u2069.</p>'), 'It was deined by them.'],
    [
      'a doctype of entities',
      `<!DOCTYPE html [<!ENTITY a "${'x'.repeat(1000)}">]>${page('<p>End &a;.</p>')}`,
      'End &a;.',
    ],
  ])('with %s gives its words', (_, html, expected) => {
    expect(extractPage(html, null).text).toContain(expected)
  })

  it.each(['word ', '&amp;', '<p', '<!--', '</', '<a href="'])(
    'with a line of a megabyte of %s is read or refused with one line',
    part => {
      const html = page(`<p>${part.repeat(Math.ceil(1_000_000 / part.length))}`)
      try {
        expect(extractPage(html, null).title).toBe('Bridge opens one lane')
      } catch (error) {
        expect(error).toBeInstanceOf(InputError)
        expect((error as Error).message).not.toContain('\n')
      }
    },
  )

  it.each([
    '{"@graph":'.repeat(5_000),
    `${'['.repeat(100_000)}`,
    '{"@type":"NewsArticle","headline":[1],"author":{"name":{"name":1}},"datePublished":{}}',
    '{"@type":"LiveBlogPosting","liveBlogUpdate":[1,null,{"articleBody":[]},{"articleBody":"<div>"}]}',
    'null',
  ])('with JSON-LD such as %.30s is read all the same', json => {
    const html = page('', `<script type="application/ld+json">${json}</script>`)
    expect(extractPage(html, null)).toMatchObject({ title: 'Bridge opens one lane', entries: [] })
  })

  it('cannot pass for another site’s by the address it names', () => {
    const html = page('', '<link rel="canonical" href="https://bigherald.example/scoop">')
    expect(extractPage(html, 'https://small.example/a').url).toBe('https://small.example/a')
  })
})

describe('what a page says of its dates', () => {
  const jsonLd = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
  const dates = (body: string, head: string, url: string | null = null) => {
    const { publishedAt, editedAt, yearless, notes } = extractPage(page(body, head), url)
    return { publishedAt, editedAt, yearless, rules: notes.map(({ rule }) => rule) }
  }

  it('is never the upload of a picture or film', () => {
    const video = { '@type': 'VideoObject', uploadDate: '2024-11-26T08:00:00Z', name: 'Bridge' }
    expect(dates('', jsonLd(video)).publishedAt).toBeNull()
  })

  it('is doubted where its address shows that it is older', () => {
    const article = { '@type': 'NewsArticle', headline: 'Bridge', datePublished: '2024-11-26T08:00:00Z' }
    expect(dates('', jsonLd(article), 'https://rh.example/2022/11/20/bridge')).toMatchObject({
      publishedAt: '2022-11-20T00:00:00.000Z',
      rules: ['dates-differ'],
    })
  })

  it('with a date of change alone stands with a Note', () => {
    expect(dates('', '<meta property="article:modified_time" content="2024-11-26T08:00:00Z">')).toMatchObject({
      publishedAt: '2024-11-26T08:00:00.000Z',
      rules: ['dated-by-change'],
    })
  })

  it('keeps publication and change in one line apart', () => {
    const line = '<p class="dateline">November 20, 2024 - Updated November 26, 2024</p>'
    expect(dates(line, '').publishedAt).toBe('2024-11-20T00:00:00.000Z')
  })

  it('without a year takes it from the last change, else leaves it open', () => {
    const line = '<p class="dateline">20 December, 14:05</p>'
    expect(dates(line, '<meta property="article:modified_time" content="2024-02-01">')).toMatchObject({
      publishedAt: '2023-12-20T14:05:00Z',
      rules: ['year-not-given'],
    })
    expect(dates(line, '')).toMatchObject({ publishedAt: null, yearless: '20 December, 14:05' })
  })

  it('never makes the agency it credits its outlet', () => {
    const article = {
      '@type': 'NewsArticle',
      headline: 'Bridge',
      author: { name: 'Reuters' },
      publisher: { name: 'Reuters' },
    }
    const found = extractPage(page('', jsonLd(article)), 'https://dailyriver.example/bridge')
    expect(found).toMatchObject({ byline: 'Reuters', outlet: null })
    expect(extractPage(page('', jsonLd(article)), 'https://www.reuters.com/world/bridge').outlet).toBe('Reuters')
  })
})
