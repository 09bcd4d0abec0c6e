import { posix } from 'node:path'
import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import { holdings, theatre } from '../../../test/publish/made-up-day.ts'
import { at } from '../../../test/publish/makers.ts'
import { memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { sitePages } from './index.ts'

const files = new Map<string, string>()

const SPIKE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
/** The made-up day, with script in every place where a report's words could carry it. */
const spiked = {
  ...holdings,
  reports: holdings.reports.map(each => ({
    ...each,
    article: { ...each.article, title: SPIKE, url: 'javascript:alert(1)', outlet: SPIKE },
  })),
  claims: holdings.claims.map(claim => ({ ...claim, text: SPIKE, holder: { ...claim.holder, name: SPIKE } })),
  stories: holdings.stories?.map(story => ({ ...story, headline: SPIKE })) ?? [],
  figures: holdings.figures?.map(figure => ({ ...figure, claimant: SPIKE, subject: SPIKE })) ?? [],
}

async function write(given: typeof holdings): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  const input = { ledger: memoryLedger(given), theatre, asOf: at('2024-11-27T00:00:00Z'), base: null, days: 30 }
  for await (const { path, content } of sitePages(input)) {
    const parts: Buffer[] = []
    for await (const part of content) parts.push(Buffer.from(part as string))
    made.set(path, Buffer.concat(parts).toString())
  }
  return made
}

beforeAll(async () => {
  for (const [path, text] of await write(holdings)) files.set(path, text)
})

describe('a site of plain pages', () => {
  it('has the editions, stories, places, figures, feeds and data', () => {
    for (const path of [
      'index.html',
      'days.html',
      'stories.html',
      'places.html',
      'figures.html',
      'data.html',
      'style.css',
      'editions.atom',
      'editions.json',
      'data/claims.jsonl',
      'day/2024-11-26.html',
      'place/mill-ford.html',
    ])
      expect([...files.keys()]).toContain(path)
  })
  it('says of a place nobody spoke of that this is no calm', () => {
    expect(files.get('place/far-town.html')).toContain('unknown, not calm')
    expect(files.get('place/mill-ford.html')).not.toContain('unknown, not calm')
    expect(files.get('places.html')).toContain('nobody has spoken of it since')
  })
  it('leads with every link of its own to a file of its own', () => {
    for (const [path, text] of files) {
      if (!path.endsWith('.html')) continue
      const { document } = parseHTML(text)
      const links = [...document.querySelectorAll('a[href], link[href]')].map(link => link.getAttribute('href') ?? '')
      for (const link of links.filter(href => !/^https?:/.test(href)))
        expect([...files.keys()], `${path} → ${link}`).toContain(posix.join(posix.dirname(path), link))
    }
  })
  it('runs nothing and loads nothing, whatever the reports say', async () => {
    for (const [path, text] of await write(spiked)) {
      if (!path.endsWith('.html')) continue
      const { document } = parseHTML(text)
      expect([...document.querySelectorAll('script, img, iframe, object, embed, form')], path).toEqual([])
      for (const each of document.querySelectorAll('*'))
        for (const { name, value } of each.attributes as unknown as { name: string; value: string }[]) {
          expect(name, path).not.toMatch(/^on/)
          expect(value, path).not.toMatch(/^\s*javascript:/i)
        }
    }
  })
})
