import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { cleanMarkup } from './clean-markup.ts'

/** What a browser would make of some markup: element names, attributes decoded, in order. */
function elementsOf(html: string): { tag: string; attributes: Record<string, string> }[] {
  const found: { tag: string; attributes: Record<string, string> }[] = []
  const parser = new Parser({ onopentag: (tag, attributes) => void found.push({ tag, attributes: { ...attributes } }) })
  parser.end(html)
  return found
}

const RUNS = /^(?:script|style|svg|math|iframe|object|embed|applet|link|meta|base|template|frame|frameset)$/
const scheme = (address: string): string => address.replace(/[\0-\x20]/g, '').toLowerCase()

function expectSafe(html: string): void {
  for (const { tag, attributes } of elementsOf(html)) {
    expect(tag).not.toMatch(RUNS)
    for (const [name, value] of Object.entries(attributes)) {
      expect(name).not.toMatch(/^on|^srcdoc$|^formaction$/)
      expect(scheme(value)).not.toMatch(/^(?:javascript|vbscript|data|file):/)
      if (name === 'style') expect(value).not.toMatch(/url|expression|@import|\\/i)
    }
  }
}

const HOSTILE = [
  '<script>steal()</script>words',
  '<scr<script>ipt>steal()</scr</script>ipt>',
  '<SCRIPT\n SRC="https://x.example/x.js">',
  '<img src=x onerror=steal()>',
  '<p onclick="steal()" ONMOUSEOVER=steal()>words',
  '<a href="javascript:steal()">words</a>',
  '<a href=" \u0001java\tscript:steal()">words</a>',
  '<a href="java&#115;cript:steal()">words</a>',
  '<a href="java&amp;#115;cript:steal()">words</a>',
  '<a href="java&Tab;script&colon;steal()">words</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">words</a>',
  '<img src="data:image/svg+xml,<svg onload=steal()>">',
  '<a href="vbscript:x">words</a><a href="file:///etc/passwd">words</a>',
  '<svg><style><img src=x onerror=steal()></style></svg>',
  '<svg><a xlink:href="javascript:steal()"><text>words</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=steal()>',
  '<style>@import "https://x.example"; p { background: url(javascript:x) }</style>words',
  '<p style="background: url(https://x.example/x)">words</p>',
  '<p style="width: expression(steal())">words</p>',
  '<p style="color: red; -moz-binding: url(x)">words</p>',
  '<iframe srcdoc="<script>steal()</script>"></iframe><iframe src="javascript:steal()"/>words',
  '<object data="x.swf"></object><embed src="x.swf"><applet code="x"></applet>',
  '<form action="javascript:steal()"><input formaction="javascript:steal()"></form>',
  '<meta http-equiv="refresh" content="0;url=javascript:steal()"><base href="javascript:/"><link rel=stylesheet href="x">',
  '<noscript><p title="</noscript><img src=x onerror=steal()>">',
  '<!--><img src=x onerror=steal()>-->',
  '<![CDATA[<script>steal()</script>]]>',
  '<textarea></textarea><script>steal()</script>',
  '<title><script>steal()</script></title><xmp><script>steal()</script></xmp>',
  '<p title="--><script>steal()</script>">words',
  '<a href="x" title=\'"><script>steal()</script>\'>words</a>',
  '<template><script>steal()</script></template>',
  '\0<sc\0ript>steal()</script>',
  '<video><source onerror=steal() src=x></video><audio src="javascript:x">',
  '<a ping="javascript:steal()" href="https://x.example">words</a>',
]

describe('markup of a feed', () => {
  it.each(HOSTILE)('does nothing: %s', html => {
    const cleaned = cleanMarkup(html, null)
    expectSafe(cleaned)
    expect(cleanMarkup(cleaned, null)).toBe(cleaned)
  })

  it('does nothing however its parts are put together', () => {
    const parts = [
      ...HOSTILE,
      '<',
      '>',
      '"',
      "'",
      '&',
      '<p>',
      '</p>',
      '<b title="',
      '-->',
      '<!--',
      '&lt;script&gt;',
      'words',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 6 }), chosen => {
        expectSafe(cleanMarkup(chosen.join(''), 'https://a.example/'))
      }),
      { numRuns: 400 },
    )
  })

  it('keeps its words, layout and addresses, made whole', () => {
    const html =
      '<h2>Losses</h2><p>Two <b>boats</b> <a href="/2?a=1&amp;b=2">sank</a>.</p><ul><li>one<li>two</ul><table><tr><td>12</td></tr></table><img alt="map" src="m.png">'
    expect(cleanMarkup(html, 'https://a.example/news/')).toBe(
      '<h2>Losses</h2><p>Two <b>boats</b> <a href="https://a.example/2?a=1&amp;b=2">sank</a>.</p><ul><li>one</li><li>two</li></ul><table><tr><td>12</td></tr></table><img alt="map" src="https://a.example/news/m.png" />',
    )
  })

  it.each([
    ['&lt;script&gt; stays text', '&lt;script&gt; stays text'],
    ['AT&T &amp; &eacute; &#8212;', 'AT&amp;T &amp; &eacute; &#8212;'],
    ['a < b and b > a', 'a &lt; b and b &gt; a'],
  ])('leaves text as it is: %s', (html, cleaned) => {
    expect(cleanMarkup(html, null)).toBe(cleaned)
  })

  it('nested a hundred thousand deep keeps its words alone', () => {
    expect(cleanMarkup(`${'<div>'.repeat(100_000)}deep${'</div>'.repeat(100_000)}`, null)).toBe('deep')
    expect(cleanMarkup(`${'<b><i>'.repeat(50_000)}deep`, null)).toBe('deep')
  })

  it.each(['<a title="', '<!--', '&', '<', '<p style="a:b;', '</', "<a href='"])(
    'made of %s alone is done with',
    part => {
      expectSafe(cleanMarkup(part.repeat(100_000), 'https://a.example/'))
    },
  )
})
