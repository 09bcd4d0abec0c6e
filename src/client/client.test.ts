import { describe, expect, it } from 'vitest'
import { createApi } from '#publish/api'
import { operationsOfApi } from '../../scripts/api-docs.ts'
import { holdings, theatre, theClaims } from '../../test/publish/made-up-day.ts'
import { at } from '../../test/publish/makers.ts'
import { memoryLedger } from '../../test/publish/memory-ledger.ts'
import { createClient, FoglineError, type LiveEvent } from './index.ts'

const now = () => at('2024-12-01T00:00:00Z')
const app = createApi({ ledger: memoryLedger(holdings), theatre, now, deskDir: null, version: '0.0.0' })
const client = createClient({ base: 'http://127.0.0.1/', fetch: async (url, init) => app.request(String(url), init) })

describe('the client', () => {
  it('walks a list to its end, page after page', async () => {
    const ids: string[] = []
    for await (const claim of client.each(client.claims, { limit: 2 })) ids.push(claim.id)
    expect([...ids].sort()).toEqual(holdings.claims.map(({ id }) => id).sort())
  })
  it('opens a claim on its words', async () => {
    const { claim, article } = await client.claim(theClaims.taken.id)
    expect(article.text.slice(...claim.span)).toBe(claim.text)
  })
  it('reaches every list and card there is', async () => {
    for (const list of [
      client.status,
      client.days,
      client.briefing,
      client.measures,
      client.forecasts,
      client.tracks,
      client.corrections,
      client.articles,
      client.stories,
      client.events,
      client.beliefs,
      client.disputes,
      client.figures,
      client.control,
      client.places,
      client.sources,
    ])
      expect(await list()).toHaveProperty(list === client.briefing ? 'sections' : 'asOf')
    expect((await client.watches()).watches.map(({ id }) => id)).toEqual(['w_ford'])
    expect((await client.watch('w_ford')).watch.id).toBe('w_ford')
    expect((await client.story('s_ford')).story.id).toBe('s_ford')
    expect((await client.event('e_ford')).event.id).toBe('e_ford')
    expect((await client.dispute('d_ford')).dispute.id).toBe('d_ford')
    expect((await client.place('Old Mill Ford')).place.id).toBe('mill-ford')
    expect((await client.search('ford')).words).toBe('ford')
  })
  it('throws a refusal with its stable code', async () => {
    const refusal = await client.claim('c_none').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(FoglineError)
    expect(refusal).toMatchObject({ status: 404, code: 'not-found' })
  })
})

/** Where an identity provider sends a browser: no program asks for these. */
const FOR_BROWSERS = ['GET /session/elsewhere', 'GET /session/callback']

describe('operations', () => {
  it('have each a method of the client, and no method asks for what the API has not', async () => {
    const asked: string[] = []
    const noting = createClient({
      base: 'http://127.0.0.1',
      fetch: async (url, { method = 'GET' } = {}) => {
        asked.push(`${method} ${new URL(String(url)).pathname.replace('/api/v1', '')}`)
        return new Response('{}')
      },
    })
    // `each` asks through another method; `live` asks once its events are wanted.
    const methods = Object.entries(noting).filter(([name]) => name !== 'each' && name !== 'live')
    for (const [, method] of methods) await (method as (...given: string[]) => Promise<unknown>)('x', 'x')
    await noting.live().next()
    const described = operationsOfApi()
      .filter(operation => !FOR_BROWSERS.includes(operation))
      .map(operation => operation.replace(/\{\w+\}/g, 'x'))
    expect(asked.sort()).toEqual(described.sort())
  })
  it('that write send their body as JSON, with the token', async () => {
    let sent: { headers: Headers; body: unknown } | null = null
    const writing = createClient({
      base: 'http://127.0.0.1',
      token: 'fl_key',
      fetch: async (url, init) => {
        const request = new Request(String(url), init)
        sent = { headers: request.headers, body: await request.json() }
        return Response.json({})
      },
    })
    await writing.addWatch({ name: 'Ford', filter: { place: 'mill-ford' } })
    expect(sent).toMatchObject({ body: { name: 'Ford', filter: { place: 'mill-ford' } } })
    const headers = (sent as { headers: Headers } | null)?.headers
    expect(headers?.get('content-type')).toBe('application/json')
    expect(headers?.get('authorization')).toBe('Bearer fl_key')
  })
  it('that draw, weigh and tell answer in their shapes', async () => {
    expect((await client.front()).features).toBeInstanceOf(Array)
    expect((await client.maps()).maps).toEqual([])
    expect((await client.review()).rows).toBeInstanceOf(Array)
    expect((await client.judgements()).judgements).toEqual([])
    expect(await client.feed('editions.json')).toContain('jsonfeed')
    expect(await client.watchFeed('w_ford', 'feed.atom')).toContain('<feed')
  })
  it('that go on for good give event after event, and stop when no more is taken', async () => {
    const events: LiveEvent[] = []
    for await (const event of client.live({ since: '2000-01-01T00:00:00Z' })) {
      events.push(event)
      if (event.event === 'learned') break
    }
    expect(events.map(({ event }) => event)).toEqual(['hello', 'learned'])
    expect(events[1]?.asOf).toMatch(/^20\d\d-/)
  })
})
