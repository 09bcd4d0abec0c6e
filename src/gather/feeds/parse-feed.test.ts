import { describe, expect, it } from 'vitest'
import { InputError } from '#domain'
import { feedDrafts } from './feed-drafts.ts'
import { parseFeed } from './parse-feed.ts'

const rss = (items: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>River Herald</title><link>https://riverherald.example/</link><language>en-GB</language>${channel}${items}</channel></rss>`

describe('a feed', () => {
  it('in RSS gives its entries with dates in UTC', () => {
    const feed = parseFeed(
      rss(
        '<item><media:title>Picture</media:title><title>Bridge &amp; ferry</title><link>/bridge</link><guid isPermaLink="false">b-1</guid><dc:creator>Olena Test</dc:creator><pubDate>Tue, 26 Nov 2024 08:30:00 +0200</pubDate><description>Short.</description><content:encoded><![CDATA[<p>Long <b>text</b>.</p>]]></content:encoded></item>',
      ),
      'https://riverherald.example/feed',
    )
    expect(feed).toMatchObject({ title: 'River Herald', link: 'https://riverherald.example/', language: 'en-GB' })
    expect(feed.items).toEqual([
      {
        id: 'b-1',
        link: 'https://riverherald.example/bridge',
        title: 'Bridge & ferry',
        author: 'Olena Test',
        published: '2024-11-26T06:30:00.000Z',
        updated: null,
        source: null,
        summary: 'Short.',
        content: '<p>Long <b>text</b>.</p>',
      },
    ])
  })

  it('in Atom takes the alternate link, the id and inline XHTML', () => {
    const feed = parseFeed(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/"><title>Notes</title><id>urn:a</id><updated>2024-11-26T08:00:00Z</updated><entry><title type="html">A &lt;i&gt;note&lt;/i&gt;</title><link rel="self" href="self"/><link href="1.html"/><id>urn:a:1</id><author><name>Desk</name></author><published>2024-11-26T07:00:00Z</published><updated>2024-11-26T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Two <em>boats</em> <a href="2.html">sank</a>.</div></content></entry></feed>',
    )
    expect(feed).toMatchObject({ id: 'urn:a', updated: '2024-11-26T08:00:00.000Z' })
    expect(feed.items[0]).toMatchObject({
      title: 'A <i>note</i>',
      link: 'https://a.example/news/1.html',
      id: 'urn:a:1',
      author: 'Desk',
      content: 'Two <em>boats</em> <a href="https://a.example/news/2.html">sank</a>.',
    })
  })

  it('loses whatever could run, load or call', () => {
    const hostile =
      '&lt;p onclick="x()" style="background: url(javascript:x)"&gt;Safe &lt;script&gt;steal()&lt;/script&gt;&lt;a href="java&amp;#115;cript:x()"&gt;words&lt;/a&gt;&lt;iframe src="https://x.example"&gt;&lt;/iframe&gt;&lt;svg onload=x()&gt;&lt;/svg&gt;&lt;/p&gt;'
    const content = parseFeed(rss(`<item><description>${hostile}</description></item>`)).items[0]?.summary
    expect(content).toBe('<p>Safe <a href="">words</a></p>')
  })

  it('cut off in the middle is read as far as it goes', () => {
    const whole = rss('<item><title>First</title></item><item><title>Second</title><description>Half a sen')
    const feed = parseFeed(whole.slice(0, whole.indexOf('Half a sen') + 10))
    expect(feed.items.map(item => item.title)).toEqual(['First', 'Second'])
  })

  it('may use entities that XML does not know, and never follows its own', () => {
    const evil = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa">]>'
    const feed = parseFeed(
      evil +
        rss('<item><title>Caf&eacute; hit &x; &#8212; two hurt</title></item>').replace('<?xml version="1.0"?>', ''),
    )
    expect(feed.items[0]?.title).toContain('Café hit')
    expect(feed.items[0]?.title).toContain('— two hurt')
    expect(feed.items[0]?.title).not.toContain('root:')
  })

  it('is read in the charset that it declares', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>'),
      Uint8Array.from([0xd1, 0xf3, 0xec, 0xfb]),
      Buffer.from('</title></channel></rss>'),
    ])
    expect(parseFeed(bytes).title).toBe('Сумы')
  })

  it('in JSON gives the same fields', () => {
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Notes',
      items: [
        {
          id: 7,
          url: 'https://a.example/7',
          content_html: '<p>Hit.</p><script>x</script>',
          date_published: '2024-11-26T07:00:00Z',
          authors: [{ name: 'Desk' }],
        },
      ],
    })
    expect(parseFeed(json).items[0]).toMatchObject({
      id: '7',
      content: '<p>Hit.</p>',
      published: '2024-11-26T07:00:00.000Z',
      author: 'Desk',
    })
  })

  it.each(['<html><body>no feed</body></html>', 'plain words', '', '{"a": 1}', '{ broken', '<a>'.repeat(2000)])(
    'is not %s',
    text => {
      expect(() => parseFeed(text.slice(0, 20_000))).toThrow(InputError)
    },
  )
})

describe('the reports of a feed', () => {
  it('have plain titles and the longer of summary and content as text', () => {
    const drafts = feedDrafts(
      rss(
        '<item><title>&lt;b&gt;Bridge&lt;/b&gt; hit</title><description>&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;</description></item><item></item>',
      ),
      null,
    )
    expect(drafts).toMatchObject([
      { title: 'Bridge hit', text: 'One & two.\n\nThree.', outlet: 'River Herald', language: 'en' },
    ])
  })
})
