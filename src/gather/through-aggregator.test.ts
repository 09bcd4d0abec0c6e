import { describe, expect, it } from 'vitest'
import type { Instant } from '#domain'
import { gatherDrafts } from './gather-drafts.ts'
import { BLANK_DRAFT, type Draft } from './gathered.ts'
import { UNKNOWN_OUTLET } from './resolve-source.ts'
import { throughAggregator } from './through-aggregator.ts'

const draft = (more: Partial<Draft>): Draft => ({
  ...BLANK_DRAFT,
  text: 'The bridge was hit twice in the night.',
  ...more,
})
const herald = { ...UNKNOWN_OUTLET, id: 'river-herald', name: 'River Herald', url: 'https://herald.example' }
const sourceOf = (given: Draft): [string, string | null] => {
  const [report] = gatherDrafts([given], new Uint8Array([1]), {
    path: 'feed.xml',
    name: 'feed',
    now: '2024-11-27T12:00:00.000Z' as Instant,
    sources: [herald],
    defaultOutlet: null,
    origin: {},
  })
  return [report?.source.id ?? '', report?.article.outlet ?? null]
}

describe('a report that came through an aggregator', () => {
  it('is its outlet’s, named after the title', () => {
    const given = draft({
      title: 'Bridge hit twice in the night - River Herald',
      outlet: '"bridge" - Google News',
      url: 'https://news.google.com/rss/articles/CBMi',
    })
    expect(throughAggregator(given, null)).toMatchObject({
      title: 'Bridge hit twice in the night',
      outlet: 'River Herald',
      notes: [{ rule: 'through-aggregator' }],
    })
    expect(sourceOf(given)).toEqual(['river-herald', 'River Herald'])
  })

  it('is its outlet’s by the address it leads to', () => {
    const link = `https://www.bing.com/news/apiclick.aspx?ref=x&url=${encodeURIComponent('https://herald.example/news/bridge')}&c=1`
    expect(throughAggregator(draft({ url: link }), null).url).toBe('https://herald.example/news/bridge')
    expect(sourceOf(draft({ url: link, title: 'Bridge hit', outlet: 'MSN' }))).toEqual(['river-herald', 'River Herald'])
  })

  it('and does not say whose it is stays unknown: two such are one voice, and neither is the aggregator’s', () => {
    for (const url of ['https://www.msn.com/en-us/news/world/bridge/ar-AA1', 'https://news.yahoo.com/bridge-1.html'])
      expect(sourceOf(draft({ url, title: 'Bridge hit twice in the night' }))).toEqual([UNKNOWN_OUTLET.id, null])
  })

  it('is told from a report that only has a dash in its title, or speaks of an aggregator', () => {
    const own = draft({
      title: 'Bridge hit - what we know',
      outlet: 'River Herald',
      url: 'https://herald.example/news/1',
    })
    expect(throughAggregator(own, null)).toBe(own)
    expect(sourceOf(own)).toEqual(['river-herald', 'River Herald'])
  })
})
