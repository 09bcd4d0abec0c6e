import { readFileSync } from 'node:fs'
import { parseFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { holdings, theatre } from '../../../test/publish/made-up-day.ts'
import { at } from '../../../test/publish/makers.ts'
import { memoryLedger } from '../../../test/publish/memory-ledger.ts'
import { createApi } from './create-api.ts'

const app = (learned?: () => string) => {
  const ledger = memoryLedger(holdings)
  const stats = async () => ({ ...(await ledger.stats()), ...(learned ? { learned: at(learned()) } : {}) })
  let now = Date.parse('2024-12-01T00:00:00Z')
  // The count is remembered for a second of the clock; here every look is two seconds on.
  const clock = () => at(new Date((now += 2000)).toISOString())
  return createApi({ ledger: { ...ledger, stats }, theatre, now: clock, deskDir: null, version: '0.0.0' })
}

describe('exports over HTTP', () => {
  it('stream with their own media type, and are not kept', async () => {
    const response = await app().request('/api/v1/export/jsonl')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^application\/jsonl/)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect((await response.text()).trim().split('\n')).toHaveLength(holdings.claims.length)
  })
  it('of an unknown format are refused', async () => {
    const response = await app().request('/api/v1/export/docx')
    expect(response.status).toBe(400)
  })
})

describe('feeds over HTTP', () => {
  it.each([
    'feeds/editions.atom',
    'feeds/editions.json',
    'feeds/stories.atom',
    'feeds/stories.json',
    'watches/w_ford/feed.atom',
    'watches/w_ford/feed.json',
  ])('%s is a feed whose entries lead to pages of the desk', async path => {
    const response = await app().request(`/api/v1/${path}`)
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(parseFeed(text).feed).toBeTruthy()
    const links = [...text.matchAll(/(?:href="|"url": ")(http:\/\/localhost\/[a-z]+\/[^"]*)"/g)].flatMap(
      ([, url]) => url ?? [],
    )
    const pages = links.map(url => new URL(url).pathname).filter(path => !path.startsWith('/api/'))
    expect(pages.length).toBeGreaterThan(0)
    // As src/publish/desk/router.tsx has them.
    const routes = readFileSync('src/publish/desk/router.tsx', 'utf8')
    for (const page of pages) expect(routes).toMatch(new RegExp(`path: '/${page.split('/')[1]}/\\$`))
  })
})

describe('live updates', () => {
  async function firstEvents(response: Response, wanted: number): Promise<string[]> {
    const reader = response.body?.getReader()
    if (!reader) throw new Error('expected a body, found none')
    const decoder = new TextDecoder()
    let text = ''
    while (text.split('\n\n').length <= wanted) text += decoder.decode((await reader.read()).value)
    await reader.cancel()
    return text.split('\n\n').slice(0, wanted)
  }
  it('greet, and tell when the ledger has learned something, under its moment', async () => {
    let learned = '2024-11-26T13:00:00.000Z'
    const response = await app(() => learned).request('/api/v1/live')
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    learned = '2024-11-26T14:00:00.000Z'
    // The first look may already see the later moment: what is told is what changed after the greeting.
    setTimeout(() => (learned = '2024-11-26T15:00:00.000Z'), 500)
    const [hello, told] = await firstEvents(response, 2)
    expect(hello).toMatch(/^event: hello/)
    expect(told).toMatch(/event: learned/)
    expect(told).toMatch(/id: 2024-11-26T1[45]:00:00\.000Z/)
  })
  it('go on after the last event a client had: what was missed comes at once', async () => {
    const response = await app(() => '2024-11-26T15:00:00.000Z').request('/api/v1/live', {
      headers: { 'last-event-id': '2024-11-26T13:00:00.000Z' },
    })
    const [, told] = await firstEvents(response, 2)
    expect(told).toMatch(/id: 2024-11-26T15:00:00\.000Z/)
  })
  it('refuse an id that is none', async () => {
    const response = await app().request('/api/v1/live', { headers: { 'last-event-id': "'; drop table claim" } })
    expect(response.status).toBe(400)
  })
})

describe('the reference', () => {
  it('loads nothing from elsewhere', async () => {
    const text = await (await app().request('/api/reference')).text()
    expect([...text.matchAll(/(?:src|href)="([^"]+)"/g)].every(([, url]) => url?.startsWith('/api/reference/'))).toBe(
      true,
    )
  })
})
