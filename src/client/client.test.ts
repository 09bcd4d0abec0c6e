import { describe, expect, it } from 'vitest'
import { createApi } from '#publish/api'
import { holdings, theatre, theClaims } from '../../test/publish/made-up-day.ts'
import { at } from '../../test/publish/makers.ts'
import { memoryLedger } from '../../test/publish/memory-ledger.ts'
import { createClient, FoglineError } from './index.ts'

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
