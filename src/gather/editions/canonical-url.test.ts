import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl, carriedUrl } from './canonical-url.ts'
import { isSameSite } from './same-site.ts'

const page = 'https://herald.example/news/bridge-hit'

describe('the address editions of one page share', () => {
  it.each([
    'http://www.herald.example/news/bridge-hit/',
    'https://m.herald.example/news/bridge-hit?utm_source=feed&utm_medium=rss&fbclid=x1',
    'https://mobile.herald.example/news/bridge-hit#comments',
    'https://amp.herald.example/news/bridge-hit/amp/',
    'https://herald.example/amp/news/bridge-hit?amp=1',
    'https://HERALD.example:443//news/bridge-hit/index.html?at_medium=RSS',
    'https://herald-example.cdn.ampproject.org/c/s/www.herald.example/news/bridge-hit?amp_js_v=0.1',
    'https://www.google.com/amp/s/www.herald.example/news/bridge-hit',
    'https://www.google.com/url?sa=t&url=https%3A%2F%2Fherald.example%2Fnews%2Fbridge-hit&ved=x',
    'https://web.archive.org/web/20241126000000id_/https://www.herald.example/news/bridge-hit',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fherald.example%2Fnews%2Fbridge-hit%3Ffbclid%3Dx',
  ])('is found in %s', address => expect(canonicalUrl(address)).toBe(page))

  it('keeps what tells pages apart: the query that names one, the entry of a live page, the language, the port', () => {
    const others = [
      'https://herald.example/news?id=7',
      'https://herald.example/news?id=8',
      'https://herald.example/live#entry-7',
      'https://herald.example/live#entry-8',
      'https://uk.herald.example/live',
      'https://herald.example:8443/live',
      'https://herald.example/news/ampere',
      'https://m.example/news',
    ]
    expect(new Set(others.map(canonicalUrl)).size).toBe(others.length)
    expect(canonicalUrl('https://herald.example/n?b=2&a=1')).toBe(canonicalUrl('https://herald.example/n?a=1&b=2'))
  })

  it('is none for a front page, a letter’s address and no address', () => {
    for (const address of [
      'https://herald.example/',
      'https://www.herald.example/?utm_source=x',
      'mailto:a@herald.example',
      'news',
      '',
      null,
    ])
      expect(canonicalUrl(address)).toBeNull()
  })

  it('is its own', () => {
    const part = fc.constantFrom('news', 'amp', 'index.html', 'a.amp.html', 'm', '%2f', 'ä', '', 'x y', 'live', '..')
    const host = fc.constantFrom(
      'herald.example',
      'www.herald.example',
      'm.herald.example',
      'en.m.herald.example',
      'www.m.amp.herald.example',
      'web.archive.org',
      'www.google.com',
    )
    const query = fc.constantFrom(
      '',
      '?utm_source=a',
      '?id=7&ref=x',
      '?b=2&a=1',
      '?q=a%20b+c',
      '?url=https%3A%2F%2Fherald.example%2Fb',
      '?%',
    )
    const hash = fc.constantFrom('', '#top', '#entry-12')
    fc.assert(
      fc.property(host, fc.array(part, { maxLength: 5 }), query, hash, (name, parts, asked, entry) => {
        const once = canonicalUrl(`https://${name}/${parts.join('/')}${asked}${entry}`)
        expect(once === null ? null : canonicalUrl(once)).toBe(once)
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), url => {
        const once = canonicalUrl(url)
        expect(once === null ? null : canonicalUrl(once)).toBe(once)
      }),
    )
  })

  it('is looked for in an address that carries it three deep and no deeper', () => {
    const wrap = (url: string): string => `https://www.google.com/url?url=${encodeURIComponent(url)}`
    expect(carriedUrl(wrap(wrap(page)))).toBe(page)
    expect(carriedUrl('https://www.google.com/url?url=javascript:alert(1)')).toBe(
      'https://www.google.com/url?url=javascript:alert(1)',
    )
  })
})

describe('two addresses', () => {
  it('are of one site where they share the name under a public suffix', () => {
    expect(isSameSite('https://amp.herald.example/x', 'https://www.herald.example/y')).toBe(true)
    expect(isSameSite('https://front.blogspot.com/a', 'https://rear.blogspot.com/a')).toBe(false)
    expect(isSameSite('https://a.co.uk/x', 'https://b.co.uk/x')).toBe(false)
    expect(isSameSite('not an address', 'not an address')).toBe(false)
  })
})
