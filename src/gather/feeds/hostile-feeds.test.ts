import { describe, expect, it } from 'vitest'
import { InputError } from '#domain'
import { feedDrafts } from './feed-drafts.ts'
import { parseFeed } from './parse-feed.ts'

const rss = (items: string): string => `<rss version="2.0"><channel><title>River Herald</title>${items}</channel></rss>`
const item = (title: string, description = ''): string =>
  rss(`<item><title>${title}</title><description>${description}</description></item>`)

describe('a hostile feed', () => {
  it('with entities that unfold a billion times unfolds none of them', () => {
    const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${levels}]>${item('Bridge &l9; hit')}`
    expect(parseFeed(bomb).items[0]?.title?.length).toBeLessThan(100)
  })

  it('with one entity said a hundred thousand times grows by nothing', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(10_000)}">]>${item('&a;'.repeat(100_000))}`
    expect(parseFeed(bomb).items[0]?.title?.length ?? 0).toBeLessThan(bomb.length * 2)
  })

  it('that names a file or an address as an entity gets neither', () => {
    const doctype =
      '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY % r SYSTEM "http://127.0.0.1:9/"> %r;]>'
    expect(JSON.stringify(parseFeed(doctype + item('Bridge &f; hit')))).not.toContain('root:')
  })

  it.each(['<a>', '<item>', '<rss><channel><item>', '<outer xmlns="http://www.w3.org/2005/Atom">'])(
    'nested a hundred thousand deep in %s is refused with one line',
    part => {
      expect(() => parseFeed(part.repeat(100_000))).toThrow(InputError)
    },
  )

  it('with inline markup nested deep, or escaped so, keeps its words', () => {
    const deep = `${'&lt;div&gt;'.repeat(100_000)}Bridge hit`
    expect(parseFeed(item('Deep', deep)).items[0]?.summary).toBe('Bridge hit')
    expect(feedDrafts(item('Deep', deep), null)[0]?.text).toBe('Bridge hit')
  })

  it('with NULs and other control characters loses them', () => {
    expect(parseFeed(item('Bri\0dge\u0007 hit')).items[0]?.title).toBe('Bridge hit')
  })

  it('in broken UTF-8 is read with marks for what is broken', () => {
    const bytes = Buffer.concat([
      Buffer.from('<rss><channel><item><title>Міст у Херсоні пошкоджено '),
      Uint8Array.from([0xff, 0xc3]),
      Buffer.from(', повідомив мер міста в середу вранці</title></item></channel></rss>'),
    ])
    expect(parseFeed(bytes).items[0]?.title).toMatch(/^Міст у Херсоні пошкоджено \uFFFD+, повідомив мер/)
  })

  it.each(['a', '&amp;', '&lt;p', '&lt;iframe', '<![CDATA['])('with a line of a megabyte of %s is read', part => {
    const line = part.repeat(Math.ceil(1_000_000 / part.length))
    const feed = parseFeed(`${item('First')}${item('Second', line)}`)
    expect(feed.items[0]?.title).toBe('First')
  })

  it('cannot turn the order in which its words show', () => {
    const turned = 'The \u202Eyrtsinim\u202C &#x202E;denied&#8236; the \u2066strike\u2069'
    const feed = parseFeed(item(turned, `&lt;p&gt;${turned.replace(/&/g, '&amp;')}&lt;/p&gt;`))
    expect(feed.items[0]?.title).toBe('The yrtsinim denied the strike')
    expect(feed.items[0]?.summary).toBe('<p>The yrtsinim denied the strike</p>')
    const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: 1, title: turned }] })
    expect(parseFeed(json).items[0]?.title).not.toContain('\u202E')
  })
})

describe('an unusual feed', () => {
  it('in UTF-32, with a mark or without, is read', () => {
    const text = rss('<item><title>Міст</title></item>')
    const wide = (little: boolean, mark: string): Uint8Array => {
      const points = Array.from(mark + text, letter => letter.codePointAt(0) ?? 0)
      const view = new DataView(new ArrayBuffer(points.length * 4))
      points.forEach((point, at) => void view.setUint32(at * 4, point, little))
      return new Uint8Array(view.buffer)
    }
    for (const mark of ['\uFEFF', '']) {
      for (const little of [true, false]) expect(parseFeed(wide(little, mark)).items[0]?.title).toBe('Міст')
    }
  })

  it('in CDF gives link and time from its attributes', () => {
    const feed = parseFeed(
      '<CHANNEL HREF="https://a.example/"><ITEM HREF="https://a.example/1" LASTMOD="2024-11-26T08:00+0200"><TITLE>Bridge</TITLE><ABSTRACT>Hit.</ABSTRACT></ITEM></CHANNEL>',
    )
    expect(feed.link).toBe('https://a.example/')
    expect(feed.items[0]).toMatchObject({
      link: 'https://a.example/1',
      updated: '2024-11-26T06:00:00.000Z',
      summary: 'Hit.',
    })
  })

  it('of an aggregator names the outlet of each entry, and reports are that outlet’s', () => {
    const feed = rss(
      '<item><title>Bridge reopens - Neva Letter</title><link>https://news.example/1</link><source url="https://nevaletter.example">Neva Letter</source></item>',
    )
    expect(parseFeed(feed).items[0]?.source).toBe('Neva Letter')
    expect(feedDrafts(feed, null)).toMatchObject([{ title: 'Bridge reopens', outlet: 'Neva Letter' }])
  })

  it('with an agency as author is its own outlet’s all the same', () => {
    const feed = rss('<item><title>Bridge hit</title><author>Reuters</author></item>')
    expect(feedDrafts(feed, null)).toMatchObject([{ byline: 'Reuters', outlet: 'River Herald' }])
  })
})
